import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkFile,
  checkText,
  inspectionOf,
  OWN_SHEETS,
  readPolicy,
  withPolicy,
  workbookOf,
  type Checked,
} from '../../src';
import type { InspectionForm } from '../../src/model/inspection';
import {
  checkPlan,
  handwritingOf,
  INSPECTION_SHEET,
  layOutInspection,
  type SheetPlan,
  writeXlsx,
} from '../../src/workbook';
import { FAMILIES, sampleFamily } from '../ledger/families';
import { sheetOf } from './look-up';

/*
 * Sheet 检查表: a form to print, to write on and to send back.
 */

const HEAD = '2023年预算支出总表\n单位名称：白石县水务中心\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n';
const WRONG = `${HEAD}合计\t\t3.00\t1.00\t2.00\n213\t农林水支出\t8.00\t1.00\t2.00\n`;
const NOWHERE = { figure: () => undefined, table: () => undefined };

function sheet(text: string): SheetPlan {
  const plan = workbookOf(checkText('公开.txt', text));
  checkPlan(plan);
  return sheetOf(plan, INSPECTION_SHEET);
}
const texts = ({ values }: SheetPlan): string[] => values.map((row) => row.map((value) => value ?? '').join('|'));

describe('sheet 检查表', () => {
  it('is the last sheet of the workbook, after 核对结果', () => {
    const names = workbookOf(checkText('公开.txt', WRONG)).sheets.map(({ name }) => name);
    assert.deepEqual(names.slice(-2), ['核对结果', '检查表']);
    assert.ok(OWN_SHEETS.includes('检查表'));
  });

  it('prints on A4 across, only the heading on every page', () => {
    const { print, columnWidths, freeze, values } = sheet(WRONG);
    const at = values.findIndex(([first]) => first === '序号');
    assert.deepEqual(
      [print.orientation, print.repeatFrom, print.repeatRows, freeze.rows],
      ['landscape', at, at + 1, at + 1],
    );
    const points = columnWidths.reduce((sum, width) => sum + width * 5.25 + 3.75, 0);
    assert.ok(770 / points > 0.9, 'no letter smaller than nine tenths of its size');
  });

  it('every finding has a line with a link to its cell, and the proposed value beside it', () => {
    const plan = workbookOf(checkText('公开.txt', WRONG));
    const { values, links } = sheetOf(plan, INSPECTION_SHEET);
    const row = values.findIndex((line) => line[3] === '错误');
    const target = links.find((link) => link.row === row && link.column === 5)!.target;
    assert.equal(values[row]![5], `${target.sheet} ${target.cell}`);
    assert.match(String(values[row]![6]), /^8\.00 → 3\.00万元，请核实$/);
    const [mark] = plan.marks.filter(({ severity }) => severity === 'error');
    assert.deepEqual(target, { sheet: mark!.sheet, cell: mark!.cell });
  });

  it('reckons the days between approval and publication once both dates are filled in', () => {
    const form = inspectionOf(checkText('公开.txt', WRONG));
    const said = (from: string, to: string): string => {
      const fields = new Map([
        ['批复日期', from],
        ['公开日期', to],
      ]);
      const { values } = layOutInspection(form, NOWHERE, { fields, remedies: new Map() });
      const row = values.find((line) => line[1] === '公开时限')!;
      return `${String(row[3])} ${String(row[4])}`;
    };
    assert.equal(said('2023年2月5日', '2023-02-25'), '符合 批复日期后第 20 日公开');
    assert.equal(said('2023年2月28日', '2023年3月21日'), '超过 1 日 批复日期后第 21 日公开');
    assert.equal(said('2024.2.28', '2024/3/20'), '超过 1 日 批复日期后第 21 日公开', 'a leap year');
    assert.match(said('2023年3月1日', '2023年2月25日'), /^请人工核实 公开日期早于批复日期/);
    for (const [from, to] of [
      ['', '2023年2月25日'],
      ['2023年2月30日', '2023年3月1日'],
      ['待定', '2023年3月1日'],
    ] as const)
      assert.match(said(from, to), /^请人工核实 请在表头填写/);
  });

  it('shows the points of a rule file beside the results, and their sum', () => {
    const scores = {
      合计栏等于各栏之和: 5,
      合计行等于各行之和: 3,
      政府采购: 2.5,
      完整性: 10,
      公开时限: 4,
      没有的项目: 1,
    };
    const checked = withPolicy(checkText('公开.txt', WRONG), readPolicy('规则.json', JSON.stringify({ scores })));
    const form = inspectionOf(checked);
    const plan = layOutInspection(form, NOWHERE);
    const result = (name: string): unknown => plan.values.find((line) => line[1] === name)?.[3];
    assert.match(String(result('合计行等于各行之和')), /得 3／3 分$/);
    assert.match(String(result('合计栏等于各栏之和')), /^不符合 1 处\n得 0／5 分$/);
    assert.match(String(result('公开时限')), /\n满分 4，请评$/);
    assert.match(String(result('完整性')), /^满分 10，请评$/);
    assert.match(form.summary, /评分（按规则文件 规则\.json）：已评 8 分，得 3 分；请人工评 16\.5 分。$/);
    assert.ok(form.notes.some((note) => note.includes('“没有的项目”不是本表的项目')));
  });

  it('leaves room to write, and keeps what was written in the sheet that it replaces', () => {
    const form = inspectionOf(checkText('公开.txt', WRONG));
    const before = layOutInspection(form, NOWHERE);
    assert.ok(texts(before).some((line) => line.includes('检查人：|')));
    assert.deepEqual(handwritingOf(before).remedies, new Map(), 'a proposal of ours was not written by hand');
    const issue = before.values.findIndex((line) => line[3] === '错误');
    const item = before.values.findIndex((line) => line[1] === '政府采购');
    const written = before.values.map((line, row) =>
      line.map((value, column) => {
        if (column === 6 && row === issue) return '限期改正';
        if (column === 6 && row === item) return '补充说明';
        return typeof value === 'string' && /^(?:检查人|整改期限)：$/.test(value) ? `${value}王小明、5日内` : value;
      }),
    );
    const after = texts(layOutInspection(form, NOWHERE, handwritingOf({ values: written })));
    for (const words of ['检查人：王小明、5日内', '整改期限：王小明、5日内', '签收日期：|'])
      assert.ok(
        after.some((line) => line.includes(words)),
        words,
      );
    assert.ok(after[issue]!.endsWith('|限期改正'), 'what was written takes the place of what is proposed');
    assert.ok(after[item]!.endsWith('|补充说明'));
    assert.equal(after.filter((line) => /限期改正|补充说明/.test(line)).length, 2);
    // What was found is another matter: the remark on a point that is no more goes with it.
    const sound = texts(
      layOutInspection(
        inspectionOf(checkText('公开.txt', WRONG.replace('8.00', '3.00'))),
        NOWHERE,
        handwritingOf({ values: written }),
      ),
    );
    assert.ok(!sound.some((line) => line.includes('限期改正')));
  });

  it('texts of the document are texts, and long ones fit their rows', () => {
    const form: InspectionForm = {
      ...inspectionOf(checkText('公开.txt', WRONG)),
      groups: [
        {
          title: '甲',
          items: [
            {
              name: '=1+1',
              asks: '+2',
              result: '@sum',
              tone: 'open',
              remark: { text: '长'.repeat(400) },
              issues: [{ text: '=cmd|x' }],
            },
          ],
        },
      ],
    };
    const plan = layOutInspection(form, NOWHERE);
    checkPlan({ sheets: [plan], marks: [] });
    assert.deepEqual(plan.links, []);
    const row = plan.values.findIndex((line) => line[1] === '=1+1');
    assert.ok(plan.rowHeights.find((each) => each.row === row)!.height > 200);
  });

  it('a filled workbook read back says what it said, 检查表 or not', async () => {
    const said = ({ reconciliation: { findings, unchecked } }: Checked): unknown => [
      findings.map(({ rule, severity, stated, expected }) => [rule, severity, stated, expected]).sort(),
      unchecked.length,
    ];
    for (const family of FAMILIES) {
      const [document] = sampleFamily(family, 5, 1, { scale: 'small' });
      const plan = workbookOf(checkText('公开.txt', document!.text));
      const without = { sheets: plan.sheets.filter(({ name }) => name !== INSPECTION_SHEET), marks: [] };
      assert.equal(without.sheets.length, plan.sheets.length - 1);
      const whole = await checkFile('填.xlsx', await writeXlsx(plan));
      assert.deepEqual(said(whole), said(await checkFile('填.xlsx', await writeXlsx(without))), family);
      assert.deepEqual(whole.disclosure.topics!(), [], 'the form is no explanation');
    }
  });

  const corpus = join('..', 'shared', 'corpus');
  const files = ((): string[] => {
    try {
      return readdirSync(corpus).filter((name) => name.endsWith('.txt'));
    } catch {
      return [];
    }
  })();
  for (const name of files)
    it(`${name}: a form that can be carried out, every topic of it told`, () => {
      const checked = checkText(name, readFileSync(join(corpus, name), 'utf8'));
      checkPlan(workbookOf(checked));
      assert.deepEqual(
        checked.disclosure.topics!().filter(({ how }) => how !== 'told'),
        [],
      );
    });
});
