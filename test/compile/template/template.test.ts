import assert from 'node:assert/strict';
import { checkFile, checkText, resultOf, toText } from '../../../src';
import { templateCells, templateOf, type TemplateOptions } from '../../../src/compile/template';
import { FAMILIES } from '../../../src/families';
import type { Family } from '../../../src/model/form';
import { cellName, checkPlan, formulaText, layOut, writeXlsx, type Plan } from '../../../src/workbook';
import { paintStyles } from '../../../src/workbook/plan';
import { sampleFamily, type Family as FamilyId } from '../../ledger/families';
import { calculated, Evaluator } from './evaluate';
import { fillIn } from './fill-in';

const BLANK: TemplateOptions = { year: null, entity: '', level: 'unit', rows: 20 };
const NAMED: TemplateOptions = { year: 2025, entity: '青石市水务局', level: 'department', rows: 20 };

function familyOf(id: string): Family {
  return FAMILIES.find((family) => family.id === id)!;
}

/** Formulas of the named cells, by family and sheet. */
const FORMULAS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'shanxi-budget': {
    预算收支总表: {
      B6: "'预算收入总表'!D6",
      B36: 'SUM(B6:B10)',
      B37: "'预算收入总表'!I6",
      B38: 'SUM(B36:B37)',
      D13: 'SUM(E13:F13)',
      E36: 'SUM(E6:E35)',
      D38: 'SUM(E38:F38)',
      E38: 'SUM(E36:E37)',
    },
    预算收入总表: {
      C6: 'SUM(D6:H6)',
      D6: 'SUMPRODUCT((LEN(INDEX($A6:$A$27,2):$A$27)=3)*1,INDEX(D6:D$27,2):D$27)',
      C9: 'SUM(D9:H9)',
    },
    '“三公”经费支出预算表': { B8: 'SUM(C8:E8)', C8: 'SUM(C9:C10)', C11: 'SUM(C6:C8)' },
    机关运行经费预算财政拨款情况统计表: { C6: 'SUM(INDEX(C6:C$27,2):C$27)' },
    '一般公共预算安排基本支出分经济科目表（不含上年结转）': {
      C7: 'SUM(D7:E7)',
      D6: 'SUM(D7,D13,D23,D28,D31,D36,D43,D46,D49,D52)',
      D7: 'SUM(INDEX(D7:D$12,2):D$12)',
    },
  },
  'shanxi-final': {
    收入支出决算总表: {
      C8: "'政府性基金预算财政拨款收入支出决算表'!D7",
      F7: `SUMPRODUCT(('支出决算表'!$A$7:$A$28&""="201")*1,'支出决算表'!C$7:C$28)`,
      F37: 'SUM(F33:F35)',
    },
    财政拨款收入支出决算总表: { C7: "'收入支出决算总表'!C7", C34: 'SUM(C35:C37)' },
    部门决算公开相关信息统计表: { C6: 'SUM(C7:C9)', C14: 'SUM(C15:C22)' },
  },
  'shanghai-budget': { 财务收支预算总表: { B6: 'SUM(B7:B9)', B36: 'SUM(B6,B10:B12)' } },
};

describe('templates', () => {
  for (const family of FAMILIES) {
    describe(family.id, () => {
      it('has the sheets of a filled workbook, in its look, and can be carried out', () => {
        const { sheets } = templateOf(family, NAMED);
        checkPlan({ sheets, marks: [] });
        const printed = family.forms.filter(({ optional }) => !optional);
        assert.deepEqual(
          sheets.map(({ name }) => name),
          printed.map(({ sheet }) => sheet),
        );
        for (const sheet of sheets) {
          const texts = sheet.values.flat().join('\n');
          assert.match(texts, /青石市水务局/, sheet.name);
          assert.doesNotMatch(texts, /\{year\}|undefined|没有找到/, sheet.name);
        }
      });

      it('shows and explains every cell that reckons itself, and no other', () => {
        for (const sheet of templateOf(family, BLANK).sheets) {
          const looks = paintStyles(sheet);
          const live = new Set(sheet.formulas!.map(({ row, column }) => cellName(row, column)));
          const noted = new Map(sheet.notes!.map(({ row, column, text }) => [cellName(row, column), text]));
          sheet.values.forEach((line, row) =>
            line.forEach((value, column) => {
              const cell = cellName(row, column);
              const { fill, numberFormat } = looks[row]![column]!;
              assert.equal(fill !== undefined, live.has(cell), `${sheet.name} ${cell}`);
              assert.equal(value === 0, live.has(cell), `${sheet.name} ${cell}`);
              assert.equal(noted.has(cell), live.has(cell), `${sheet.name} ${cell}`);
              if (live.has(cell)) assert.match(numberFormat!, /^(#,##0(?:\.00)?);-\1;$/);
            }),
          );
          for (const text of noted.values()) assert.match(text, /^自动(?:计算|取数)：.*[^：＝＋ ]$/);
        }
      });

      it('has formulas that lead in no circle', () => {
        const plan = templateOf(family, BLANK);
        const evaluator = new Evaluator(plan);
        for (const { name, formulas } of plan.sheets)
          for (const { row, column } of formulas!) assert.equal(evaluator.at(name, row, column).toNumber(), 0);
      });

      it('is no contradiction as it is: there is nothing to check', async () => {
        const checked = await checkFile('空白.xlsx', await writeXlsx(templateOf(family, BLANK)));
        const result = resultOf(checked);
        assert.equal(result.tables.length, templateOf(family, BLANK).sheets.length);
        assert.deepEqual([result.findings, result.messages, result.coverage.table.figures], [[], [], 0]);
        assert.match(toText(result), /没有可以核对的内容/);
        assert.match(toText(result), /（未识别到名称） （未识别到年度）/);
      });
    });
  }

  for (const [id, sheets] of Object.entries(FORMULAS))
    it(`${id}: totals, parts and figures of other forms`, () => {
      const plan = templateOf(familyOf(id), BLANK);
      for (const [name, cells] of Object.entries(sheets)) {
        const sheet = plan.sheets.find((each) => each.name === name)!;
        const formulas = new Map(
          sheet.formulas!.map(({ row, column, formula }) => [cellName(row, column), formulaText(formula)]),
        );
        for (const [cell, formula] of Object.entries(cells))
          assert.equal(formulas.get(cell), formula, `${name} ${cell}`);
      }
    });

  it('lays out forms with rows of their own as the filled workbook does where it has nothing to fill in', () => {
    const family = familyOf('shanxi-budget');
    const profile = {
      kind: 'budget',
      level: 'department',
      family: family.id,
      year: 2025,
      entity: '青石市水务局',
      unit: '万元',
    } as const;
    const filled = layOut({ file: '', profile, statements: [], facts: [], missing: [], messages: [] }, family);
    const { sheets } = templateOf(family, NAMED);
    for (const id of ['summary', 'fiscal', 'three-public']) {
      const at = family.forms.findIndex((form) => form.id === id);
      const [blank, other] = [sheets[at]!, filled.sheets[at]!];
      const texts = blank.values.map((row) => row.map((value) => (value === 0 ? null : value)));
      // The filled workbook says below the table that it found none.
      assert.deepEqual(texts, other.values.slice(0, -1));
      assert.deepEqual(blank.columnWidths, other.columnWidths);
      assert.deepEqual(blank.merges, other.merges.slice(0, -1));
    }
  });
});

/** A document of a family, typed into its template: what the formulas come to, and what a check finds in the result. */
async function assertRoundTrip(id: FamilyId, seed: number): Promise<number> {
  const [document] = sampleFamily(id, seed, 1, { precision: 'exact', clean: true, scale: 'small' });
  const source = checkText('公开.txt', document!.text);
  const { plan, expected } = fillIn(source.disclosure, familyOf(id));
  const evaluator = new Evaluator(plan);
  for (const { cell, value } of expected)
    assert.equal(
      evaluator.at(cell.grid.sheet, cell.row, cell.at).toString(),
      value,
      `${cell.grid.sheet} ${cellName(cell.row, cell.at)} ${cell.live!.words}`,
    );
  // The forms of a family that other provinces print as well are its own only in a document that names one of its
  // places.
  await assertClean(calculated(plan), source.disclosure.profile.entity, familyOf(id).places ? undefined : id);
  return expected.filter(({ value }) => value !== '0').length;
}

async function assertClean(plan: Plan, entity: string, family: string | undefined): Promise<void> {
  const checked = await checkFile('填好.xlsx', await writeXlsx(plan));
  const result = resultOf(checked);
  assert.equal(result.profile.entity, entity);
  if (family !== undefined) assert.equal(result.profile.family, family);
  // Two projects of one name are said wherever they are printed.
  assert.deepEqual(
    result.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
    [],
  );
}

describe('templates filled in with generated ledgers', () => {
  for (const id of ['shanxi-budget', 'shanxi-final', 'shanghai-budget', 'shanghai-final'] as const)
    it(`${id}: every total comes to what the ledger says, and a check finds nothing`, async () => {
      let totals = 0;
      for (let seed = 1; seed <= 4; seed += 1) totals += await assertRoundTrip(id, seed);
      assert.ok(totals > 200, `${totals} totals`);
    });
});

/**
 * Rows typed into a list of the template: code, name and amounts by the last text of the heading (with the one above
 * where two are alike).
 */
type TypedRow = readonly [code: string, name: string, amounts: Readonly<Record<string, number>>];

function typed(
  id: string,
  lists: Readonly<Record<string, readonly TypedRow[]>>,
  single: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Plan {
  const plan = templateOf(familyOf(id), { ...NAMED, level: 'unit' });
  const { cells } = templateCells(familyOf(id), { ...NAMED, level: 'unit' });
  const values = new Map(plan.sheets.map((sheet) => [sheet.name, sheet.values.map((row) => [...row])]));
  for (const [form, rows] of Object.entries(lists)) {
    const own = cells.filter(({ grid }) => grid.form.id === form);
    let at = -1;
    for (const [code, name, amounts] of rows) {
      const line = own.find(({ row, line: { spec } }) => row > at && 'digits' in spec && spec.digits === code.length)!;
      at = line.row;
      const sheet = values.get(line.grid.sheet)![at]!;
      [sheet[0], sheet[1]] = [code, name];
      for (const [head, amount] of Object.entries(amounts)) {
        const cell = own.find(
          ({ row, column: { heading }, live }) =>
            row === at && !live && (heading.at(-1) === head || heading.slice(-2).join('/') === head),
        );
        assert.ok(cell, `${form} ${code} ${head}`);
        sheet[cell.at] = amount;
      }
    }
  }
  for (const [form, rows] of Object.entries(single))
    for (const [label, amount] of Object.entries(rows)) {
      const cell = cells.find(({ grid, line, live }) => grid.form.id === form && line.label === label && !live);
      assert.ok(cell, `${form} ${label}`);
      values.get(cell.grid.sheet)![cell.row]![cell.at] = amount;
    }
  return { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, values: values.get(sheet.name)! })) };
}

describe('the template of 四川, whose set has forms by 经济分类', () => {
  const FUNCTIONS: readonly (readonly [string, string])[] = [
    ['208', '社会保障和就业支出'],
    ['20805', '行政事业单位养老支出'],
    ['2080505', '机关事业单位基本养老保险缴费支出'],
    ['213', '农林水支出'],
    ['21303', '水利'],
    ['2130301', '行政运行'],
    ['2130305', '水利工程建设'],
  ];
  const LEAVES: Readonly<Record<string, readonly [number, number]>> = {
    '2080505': [12.5, 0],
    '2130301': [87.4, 0],
    '2130305': [0, 40.1],
  };
  const rowsWith = (
    amounts: (basic: number, project: number) => Readonly<Record<string, number>>,
    codes = FUNCTIONS,
  ): TypedRow[] => codes.map(([code, name]) => [code, name, LEAVES[code] ? amounts(...LEAVES[code]) : {}]);
  const PLAN = calculated(
    typed(
      'sichuan-final',
      {
        income: rowsWith((basic, project) => ({ 财政拨款收入: basic + project })),
        expenditure: rowsWith((basic, project) => ({ 基本支出: basic, 项目支出: project })),
        'general-expenditure': rowsWith((basic, project) => ({ 基本支出: basic, 项目支出: project })),
        'fiscal-economic': [
          ['301', '工资福利支出', {}],
          ['30101', '基本工资', { '一般公共预算财政拨款/基本支出': 87.4 }],
          ['30108', '机关事业单位基本养老保险缴费', { '一般公共预算财政拨款/基本支出': 12.5 }],
          ['310', '资本性支出', {}],
          ['31005', '基础设施建设', { '一般公共预算财政拨款/项目支出': 40.1 }],
        ],
        'general-economic': rowsWith((basic, project) => ({ 工资福利支出: basic, 资本性支出: project })),
        'general-project': rowsWith((_, project) => ({ 项目支出: project })).filter(
          ([code]) => code.startsWith('213') && code !== '2130301',
        ),
      },
      { summary: { '一、一般公共预算财政拨款收入': 140 } },
    ),
  );
  const at = (form: string, cell: string) => {
    const sheet = PLAN.sheets.find(({ name }) => name === form)!;
    return sheet.values.flatMap((row, r) => row.flatMap((value, c) => (cellName(r, c) === cell ? [value] : [])))[0];
  };

  it('carries every figure through all forms', () => {
    assert.equal(at('收入支出决算总表', 'C37'), 140);
    assert.equal(at('收入支出决算总表', 'F37'), 140);
    assert.equal(at('财政拨款收入支出决算总表', 'F38'), 140);
    const basic = PLAN.sheets.find(({ name }) => name === '一般公共预算财政拨款基本支出决算表')!;
    const total = basic.values.at(-1)!;
    assert.deepEqual([total[0], total.find((value) => typeof value === 'number')], ['人员经费合计', 99.9]);
  });

  it('gives a check nothing to find', () => assertClean(PLAN, '青石市水务局', 'sichuan-final'));

  it('shows a slip in a figure that is filled in: totals follow it, other forms contradict it', async () => {
    const wrong = typed(
      'sichuan-final',
      {
        expenditure: rowsWith((basic, project) => ({ 基本支出: basic, 项目支出: project })),
        'general-expenditure': rowsWith((basic, project) => ({
          基本支出: basic === 87.4 ? 78.4 : basic,
          项目支出: project,
        })),
      },
      { summary: { '一、一般公共预算财政拨款收入': 140 } },
    );
    const checked = await checkFile('填错.xlsx', await writeXlsx(calculated(wrong)));
    assert.ok(resultOf(checked).findings.some(({ severity }) => severity === 'error'));
  });
});
