import assert from 'node:assert/strict';
import { read as readXlsx, utils } from '@e965/xlsx';
import { isBatchResult } from '../../src';
import type { Digest, DigestFinding, Submission } from '../../src/model/digest';
import type { Severity } from '../../src/model/relation';
import { batchReport } from '../../src/report';
import { checkPlan, MemoryWorkbook, type Plan, planBatch, SEVERITIES, writeXlsx } from '../../src/workbook';

const FINDING: DigestFinding = {
  ...{
    part: '支出总表',
    item: '合计',
    source: '第5行第1列',
    severity: 'error',
    topic: '收支平衡',
    message: '收入 1.00 ≠ 支出 2.00，差 1.00',
  },
  ...{ stated: '1.00', expected: '2.00', difference: '-1.00', unit: '万元' },
};

const findings = (severity: Severity, count: number, over: Partial<DigestFinding> = {}): DigestFinding[] =>
  Array.from({ length: count }, () => ({ ...FINDING, severity, ...over }));

function read(file: string, over: Partial<Digest> = {}): Submission {
  const digest: Digest = {
    ...{ entity: `单位${file}`, year: 2023, kind: '单位预算', family: '通用', tables: 2, empty: 1, missing: [] },
    ...{ table: { figures: 10, checked: 9 }, text: { figures: 4, checked: 3 }, findings: [], unchecked: [] },
    ...over,
  };
  return { file, fingerprint: file, state: 'read', digest };
}

function planOf(submissions: readonly Submission[], most?: number): Plan {
  const plan = planBatch(batchReport(submissions), most);
  checkPlan(plan);
  return plan;
}

/** The rows of a sheet below its header, by heading. */
function rowsOf(plan: Plan, name: string): Record<string, unknown>[] {
  const sheet = plan.sheets.find((each) => each.name === name)!;
  const header = sheet.filter!.row;
  return sheet.values
    .slice(header + 1)
    .map((row) => Object.fromEntries(row.map((value, column) => [String(sheet.values[header]![column]), value])));
}

/** What stands above the header. */
function headOf(plan: Plan, name: string): string {
  const sheet = plan.sheets.find((each) => each.name === name)!;
  return sheet.values.slice(0, sheet.filter!.row).flat().join('\n');
}

const MIXED: readonly Submission[] = [
  read('a', { findings: findings('info', 2) }),
  read('b', {
    findings: [...findings('error', 1), ...findings('warning', 2)],
    unchecked: [{ part: '支出总表', item: '合计', source: '第3页', value: '12.345' }],
  }),
  { file: 'c', state: 'unreadable', reason: '文件是空的' },
  read('d'),
  { file: 'e.doc', state: 'skipped', reason: '.doc 文件读不了' },
  read('f', { findings: findings('warning', 1), year: null, entity: '' }),
];

describe('the workbook of many documents', () => {
  it('has a row for every file, also for what was not read', () => {
    const rows = rowsOf(planOf(MIXED), '汇总');
    assert.deepEqual(
      rows.map((row) => [
        row['序号'],
        row['文件'],
        row['结论'],
        row['错误'],
        row['提醒'],
        row['提示'],
        row['主要问题'],
      ]),
      [
        [1, 'a', '未发现错误', 0, 0, 2, null],
        [2, 'b', '有错误', 1, 2, 0, '收入 1.00 ≠ 支出 2.00，差 1.00'],
        [3, 'c', '无法读取', null, null, null, '文件是空的'],
        [4, 'd', '未发现错误', 0, 0, 0, null],
        [5, 'e.doc', '不读此格式', null, null, null, '.doc 文件读不了'],
        [6, 'f', '有提醒', 0, 1, 0, '收入 1.00 ≠ 支出 2.00，差 1.00'],
      ],
    );
    assert.deepEqual([rows[5]!['年度'], rows[5]!['单位名称']], ['未注明', '（未识别到名称）']);
    assert.match(
      headOf(planOf(MIXED), '汇总'),
      /共 6 个文件：有错误 1 个，有提醒 1 个，未发现错误 2 个，无法读取 1 个，不读此格式 1 个；错误 1 条，提醒 3 条，提示 2 条/,
    );
  });

  it('the sums stand above the rows they are of', () => {
    const [sheet] = planOf(MIXED).sheets;
    const header = sheet!.filter!.row;
    const column = (heading: string): number => sheet!.values[header]!.indexOf(heading);
    for (const heading of [
      '错误',
      '提醒',
      '提示',
      '识别的表',
      '其中空表',
      '缺少的表',
      '表内数字',
      '表内已核对',
      '文字数字',
      '文字已核对',
    ]) {
      const sum = rowsOf(planOf(MIXED), '汇总').reduce((total, row) => total + Number(row[heading] ?? 0), 0);
      assert.equal(sheet!.values[header - 1]![column(heading)], sum, heading);
    }
  });

  it('a file leads to its first finding, and one without findings nowhere', async () => {
    const plan = planOf(MIXED);
    const workbook = new MemoryWorkbook();
    await workbook.apply(plan);
    const first = plan.sheets[0]!.filter!.row + 2;
    for (const [at, file] of ['a', 'b', 'c', 'd', 'e.doc', 'f'].entries()) {
      const { link } = workbook.cell('汇总', `F${first + at}`);
      assert.equal(link !== undefined, ['a', 'b', 'f'].includes(file), file);
      if (!link) continue;
      assert.equal(workbook.cell(link.sheet, link.cell.replace('A', 'B')).value, file);
      const above = workbook.cell(link.sheet, `B${Number(link.cell.slice(1)) - 1}`).value;
      assert.notEqual(above, file, 'nothing of the file stands above');
    }
  });

  it('severity is a word and a fill, in both lists', async () => {
    const plan = planOf(MIXED);
    const workbook = new MemoryWorkbook();
    await workbook.apply(plan);
    const [summary, list] = plan.sheets.map(({ filter }) => filter!.row + 2);
    const fills = (sheet: string, column: string, top: number, count: number): unknown[] =>
      Array.from({ length: count }, (_, at) => workbook.cell(sheet, `${column}${top + at}`).style.fill);
    assert.deepEqual(fills('汇总', 'F', summary!, 2), [undefined, SEVERITIES.error.fill]);
    assert.equal(workbook.cell('汇总', `F${summary! + 5}`).style.fill, SEVERITIES.warning.fill);
    assert.deepEqual(fills('问题清单', 'D', list!, 4), [
      SEVERITIES.info.fill,
      SEVERITIES.info.fill,
      SEVERITIES.error.fill,
      SEVERITIES.warning.fill,
    ]);
    assert.deepEqual(
      rowsOf(plan, '问题清单').map((row) => row['级别']),
      ['提示', '提示', '错误', '提醒', '提醒', '提醒'],
    );
  });

  it('figures are numbers as printed, words are words', () => {
    const figures = { stated: '1,234.5', expected: '卫生健康支出', difference: '' };
    const plan = planOf([
      read('a', {
        findings: [{ ...FINDING, ...figures }],
        unchecked: [{ part: '', item: '', source: '', value: '12.345' }],
      }),
    ]);
    const [row] = rowsOf(plan, '问题清单');
    assert.deepEqual(
      [row!['现值'], row!['应为'], row!['差额'], row!['计量单位']],
      [1234.5, '卫生健康支出', null, '万元'],
    );
    assert.equal(rowsOf(plan, '未核对')[0]!['数值'], 12.345);
  });

  it('the sheet of unchecked figures is there when there are any', () => {
    const names = (submissions: readonly Submission[]): string[] => planOf(submissions).sheets.map(({ name }) => name);
    assert.deepEqual(names(MIXED), ['汇总', '问题清单', '未核对']);
    assert.deepEqual(names([read('a')]), ['汇总', '问题清单']);
    assert.equal(rowsOf(planOf([read('a')]), '问题清单')[0]!['序号'], '未发现问题');
  });

  describe('too many for a sheet', () => {
    const many = [
      read('a', { findings: [...findings('error', 2), ...findings('warning', 3), ...findings('info', 5)] }),
      read('b', { findings: [...findings('error', 2), ...findings('info', 1)] }),
    ];
    const kept = (most: number): string =>
      rowsOf(planOf(many, most), '问题清单')
        .map((row) => String(row['级别']).slice(-1))
        .join('');
    const cases: readonly (readonly [most: number, kept: string, said: RegExp | undefined])[] = [
      [13, '误误醒醒醒示示示示示误误示', undefined],
      [12, '误误醒醒醒误误', /6 条提示没有列出/],
      [6, '误误误误', /6 条提示、3 条提醒没有列出/],
      [3, '误误误', /6 条提示、3 条提醒、1 条错误没有列出/],
    ];
    for (const [most, severities, said] of cases) {
      it(`${most}: the slightest go first, and it is said on both sheets`, () => {
        assert.equal(kept(most), severities);
        for (const name of ['汇总', '问题清单']) {
          const head = headOf(planOf(many, most), name);
          if (said) assert.match(head, said);
          else assert.doesNotMatch(head, /没有列出/);
        }
      });
    }

    it('counts in the summary are of all findings', () => {
      assert.deepEqual(
        rowsOf(planOf(many, 3), '汇总').map((row) => row['提示']),
        [5, 1],
      );
    });

    it('figures that nothing ties, of one file and of all', () => {
      const unchecked = Array.from({ length: 500 }, () => ({ part: '', item: '', source: '', value: '1' }));
      const plan = planOf([read('a', { unchecked }), read('b', { unchecked })], 300);
      assert.deepEqual(
        [rowsOf(plan, '未核对').length, /另有 (\d+) 个没有列出/.exec(headOf(plan, '汇总'))?.[1]],
        [300, '700'],
      );
    });
  });

  it('as a file: header that stands still and filters, print on A4 across, numbers are numbers, texts are texts', async () => {
    const hostile = '=cmd|"/c calc"!A1';
    const long = '长'.repeat(40_000);
    const submissions = [
      ...MIXED,
      read(hostile, {
        entity: '+1+1',
        findings: findings('error', 1, { message: hostile, part: '@sum(1)', item: long }),
      }),
    ];
    const bytes = await writeXlsx(planOf(submissions));
    const { SheetNames, Sheets } = readXlsx(bytes, { cellFormula: true });
    assert.deepEqual(SheetNames, ['汇总', '问题清单', '未核对']);
    for (const name of SheetNames) {
      const { filter, freeze, print } = planOf(submissions).sheets.find((each) => each.name === name)!;
      assert.equal(Sheets[name]!['!autofilter']?.ref.startsWith(`A${filter!.row + 1}:`), true, name);
      assert.deepEqual(
        [freeze.rows, print.orientation, print.repeatRows],
        [filter!.row + 1, 'landscape', filter!.row + 1],
      );
      const formulas = Object.values(Sheets[name]!).flatMap((cell) => (cell as { f?: string }).f ?? []);
      assert.ok(
        formulas.every((formula) => formula.startsWith('HYPERLINK("#')),
        formulas.join('\n'),
      );
      assert.equal(formulas.length > 0, name === '汇总');
    }
    const texts = utils.sheet_to_json<unknown[]>(Sheets['问题清单']!, { header: 1 }).flat();
    assert.match(headOf(planOf(submissions), '汇总'), /“问题清单”：有 1 处文字超过单元格的长度上限/);
    assert.doesNotMatch(headOf(planOf(MIXED), '汇总'), /长度上限/);
    for (const text of [hostile, '+1+1', '@sum(1)', `${long.slice(0, 32_766)}…`])
      assert.ok(texts.includes(text), text.slice(0, 20));
  });

  it('the same submissions give the same bytes, and such a file is known again', async () => {
    const bytes = await writeXlsx(planOf(MIXED));
    assert.deepEqual(bytes, await writeXlsx(planOf(MIXED)));
    assert.equal(await isBatchResult(bytes), true);
    const other = {
      ...planOf(MIXED),
      sheets: planOf(MIXED).sheets.map((sheet) => ({ ...sheet, name: `${sheet.name}表`, links: [] })),
    };
    assert.equal(await isBatchResult(await writeXlsx(other)), false);
    assert.equal(await isBatchResult(bytes.subarray(0, 2000)), false);
    assert.equal(await isBatchResult(new TextEncoder().encode('汇总')), false);
  });
});
