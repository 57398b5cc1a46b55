import assert from 'node:assert/strict';
import { checkSheets, checkText, resultOf, workbookOf, type Checked } from '../../src';
import { XlsxWorkbook, type WorkbookPlan } from '../../src/workbook';
import { MemoryWorkbook } from '../../src/workbook/memory';
import { checkPlan } from '../../src/workbook/plan-check';
import { paintStyles } from '../../src/workbook/plan';
import { isFromTextNote } from '../../src/vocabulary/labels';
import { LISTED, listOf, SENTENCES, sichuanText } from '../families/sichuan-text';
import { cellsWith, sheetOf, valueAt } from './look-up';

interface Filled {
  readonly checked: Checked;
  readonly plan: WorkbookPlan;
}

function fill(text: string): Filled {
  const checked = checkText('a.txt', text);
  return { checked, plan: workbookOf(checked) };
}

/** Values of the row with this label, right of it, blanks left out. */
function amountsBeside(plan: WorkbookPlan, name: string, label: string): (string | number)[] {
  const row = sheetOf(plan, name).values.find((cells) => cells.includes(label));
  assert.ok(row, `no row ${label} in ${name}`);
  return row.slice(row.indexOf(label) + 1).flatMap((value) => (typeof value === 'number' ? [value] : []));
}

function noteAt(plan: WorkbookPlan, name: string, cell: string): string | undefined {
  const memory = new MemoryWorkbook();
  void memory.apply({ sheets: plan.sheets, marks: [] });
  return memory.cell(name, cell).note;
}

const PLAIN = fill(sichuanText());

describe('forms filled from the text', () => {
  const rows: readonly (readonly [string, string, readonly number[]])[] = [
    ['收入支出决算总表', '一、一般公共预算财政拨款收入', [310, 270]],
    ['收入支出决算总表', '本年收入合计', [310, 315]],
    ['收入支出决算总表', '总计', [320, 320]],
    ['收入决算表', '合计', [310, 310, 0]],
    ['支出决算表', '合计', [315, 205, 110]],
    ['支出决算表', '社会保障和就业支出', [25]],
    ['一般公共预算财政拨款支出决算表', '档案馆', [270]],
    ['一般公共预算财政拨款支出决算表', '机关事业单位基本养老保险缴费支出', [25]],
    ['一般公共预算财政拨款基本支出决算表', '津贴补贴', [40, 1]],
    ['一般公共预算财政拨款项目支出决算表', '合计', [110]],
    ['财政拨款支出决算明细表', '公务接待费', [1]],
  ];
  for (const [name, label, amounts] of rows)
    it(`${name}: ${label} ${amounts.join(', ')}`, () =>
      assert.deepEqual(amountsBeside(PLAIN.plan, name, label), amounts));

  it('the “三公” form has one row, whole and parts', () => {
    const sheet = sheetOf(PLAIN.plan, '财政拨款“三公”经费支出决算表');
    assert.ok(sheet.values.some((row) => row.filter((value) => typeof value === 'number').join() === '1,0,0,1'));
  });

  it('a 科目 known by its names stands under its class, and the level between has no figure', () => {
    const { values } = sheetOf(PLAIN.plan, '一般公共预算财政拨款支出决算表');
    const labels = values.map((row) => row[1]);
    const at = labels.indexOf('社会保障和就业支出');
    assert.deepEqual(labels.slice(at, at + 3), [
      '社会保障和就业支出',
      '行政事业单位养老支出',
      '机关事业单位基本养老保险缴费支出',
    ]);
    assert.equal(values[at]![0], '208');
    assert.deepEqual(
      values[at + 1]!.slice(2),
      values[at + 1]!.slice(2).map(() => null),
    );
  });

  it('what the text does not state stays empty, and the sheet says so at its foot', () => {
    const sheet = sheetOf(PLAIN.plan, '支出决算表');
    const foot = sheet.values[sheet.values.length - 1]![0];
    assert.ok(typeof foot === 'string' && isFromTextNote(foot), String(foot));
    assert.ok(foot.includes('第13行“三、支出决算情况说明”'), foot);
  });

  it('every cell says where it was taken from, and is told by its colour', () => {
    for (const sheet of PLAIN.plan.sheets) {
      if (sheet.kind !== 'form' || sheet.values.every(([first]) => typeof first !== 'string' || !isFromTextNote(first)))
        continue;
      const noted = new Map((sheet.notes ?? []).map(({ row, column, text }) => [`${row}/${column}`, text]));
      const styles = paintStyles(sheet);
      sheet.values.forEach((cells, row) =>
        cells.forEach((value, column) => {
          if (typeof value !== 'number') return;
          assert.match(noted.get(`${row}/${column}`) ?? '', /^取自正文第\d+行“/, `${sheet.name} ${row} ${column}`);
          assert.equal(styles[row]![column]!.color, '1F4E9E');
        }),
      );
    }
  });

  it('money of one fund fills the form of all only where the text says that it is all there is, and says why', () => {
    const [cell] = cellsWith(sheetOf(PLAIN.plan, '支出决算表'), 25);
    assert.match(noteAt(PLAIN.plan, '支出决算表', cell!) ?? '', /两者口径相同.*315.00万元.*315.00万元/s);
    const other = fill(
      sichuanText({
        spending: SENTENCES.spending.replace('315.00', '318.00').replace('项目支出110.00', '项目支出113.00'),
      }),
    );
    assert.deepEqual(cellsWith(sheetOf(other.plan, '支出决算表'), 25), []);
    assert.deepEqual(amountsBeside(other.plan, '一般公共预算财政拨款支出决算表', '社会保障和就业支出'), [25]);
  });

  it('amounts in 元 stand in the unit of the sheet', () => {
    const { plan } = fill(sichuanText({ govfund: '2023年度政府性基金预算财政拨款支出12345.67元。' }));
    assert.ok(cellsWith(sheetOf(plan, '财政拨款收入支出决算总表'), 1.234567).length > 0);
  });

  it('a form that is said to hold no data stays empty', () => {
    const sheet = sheetOf(PLAIN.plan, '政府性基金预算财政拨款收入支出决算表');
    assert.ok(sheet.values.every((row) => row.every((value) => typeof value !== 'number')));
    assert.ok(sheet.values.some(([first]) => typeof first === 'string' && first.includes('本表无数据')));
  });

  it('the plan is sound', () => assert.doesNotThrow(() => checkPlan(PLAIN.plan)));
});

const PROJECT_FORM = [
  '一般公共预算财政拨款项目支出决算表',
  '金额单位：万元',
  '科目编码\t科目名称\t项目支出',
  '合计\t\t90.00',
  '201\t一般公共服务支出\t90.00',
].join('\n');

describe('a form that is printed', () => {
  it('is laid out as it is printed, whatever the text says', () => {
    const { plan } = fill(`${sichuanText({}, listOf(LISTED), '')}\n${PROJECT_FORM}`);
    assert.deepEqual(amountsBeside(plan, '一般公共预算财政拨款项目支出决算表', '合计'), [90]);
    assert.deepEqual(sheetOf(plan, '一般公共预算财政拨款项目支出决算表').notes ?? [], []);
  });
});

describe('a text that contradicts itself', () => {
  const { plan } = fill(
    sichuanText({ classes: SENTENCES.classes.replace('支出315.00万元，按', '支出317.40万元，按') }),
  );
  const name = '一般公共预算财政拨款支出决算表';

  it('fills in what it says first', () => assert.equal(amountsBeside(plan, name, '合计')[0], 315));

  it('says so beside the cell and in the messages', () => {
    const [cell] = cellsWith(sheetOf(plan, name), 315);
    assert.match(noteAt(plan, name, cell!) ?? '', /正文另有一处不同：第\d+行.*317.40万元/);
    assert.ok(plan.messages.some(({ severity, text }) => severity === 'warning' && text.includes('317.40')));
  });
});

describe('results of a document without tables', () => {
  it('refer to the cell of the form that a figure was put into', () => {
    const { checked, plan } = fill(
      sichuanText({
        spending: SENTENCES.spending.replace('占65.08%', '占66.08%').replace('基本支出205.00', '基本支出206.00'),
      }),
    );
    const refs = resultOf(checked).findings.flatMap((finding) => [...finding.suspects, ...finding.refs]);
    const basic = refs.find(({ value }) => value === '206.00');
    assert.equal(basic?.sheet, '支出决算表');
    assert.equal(valueAt(sheetOf(plan, basic.sheet), basic.cell!), 206);
  });

  it('mark that cell, and the row of 情况说明', () => {
    const { plan } = fill(
      sichuanText({ classes: SENTENCES.classes.replace('社会保障和就业支出25.00', '社会保障和就业支出28.00') }),
    );
    const marked = plan.marks.filter(({ severity }) => severity !== 'info').map(({ sheet }) => sheet);
    assert.ok(marked.includes('情况说明') && marked.some((sheet) => sheet !== '情况说明'), marked.join('、'));
  });
});

describe('the workbook read back', () => {
  const again = checkSheets(
    'again',
    PLAIN.plan.sheets.map(({ name, values }) => ({ name, values })),
  );

  it('proves nothing by figures that were taken from the text, and raises no alarm', () => {
    assert.equal(again.reconciliation.tableCoverage.figures, 0);
    assert.deepEqual(
      again.reconciliation.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
      [],
    );
    assert.deepEqual(
      again.disclosure.messages.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.ok(again.disclosure.messages.some(({ text }) => text.includes('按正文填')));
  });

  it('checks a sheet like any other once its note is gone', () => {
    const sheets = PLAIN.plan.sheets.map(({ name, values }) => ({
      name,
      values: values.filter(([first]) => typeof first !== 'string' || !isFromTextNote(first)),
    }));
    assert.ok(checkSheets('again', sheets).reconciliation.tableCoverage.figures > 0);
  });
});

describe('notes of cells in a file', () => {
  it('stand beside marks, and stay when marks go', async () => {
    const { plan } = fill(sichuanText());
    const workbook = new XlsxWorkbook();
    await workbook.apply(plan);
    const bytes = await workbook.toBytes();
    assert.ok(bytes.length > 0);
    const memory = new MemoryWorkbook();
    const [cell] = cellsWith(sheetOf(plan, '支出决算表'), 315);
    await memory.apply({
      sheets: plan.sheets,
      marks: [{ sheet: '支出决算表', cell: cell!, severity: 'error', title: '错误', text: '不符' }],
    });
    assert.match(memory.cell('支出决算表', cell!).note ?? '', /^错误：不符\n取自正文/);
    await memory.unmark();
    assert.match(memory.cell('支出决算表', cell!).note ?? '', /^取自正文/);
  });
});
