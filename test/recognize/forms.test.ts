import assert from 'node:assert/strict';
import { FAMILIES } from '../../src/families';
import { SHANXI_BUDGET } from '../../src/families/shanxi-budget';
import { formByTitle } from '../../src/recognize/forms';
import { sampleDocuments } from '../ledger';
import { read, rows, statementOf } from './read';

describe('titles and forms', () => {
  for (const family of FAMILIES) {
    it(`${family.name}: every form is known by its own title, with a year or without`, () => {
      for (const { id, title } of family.forms)
        for (const printed of [title.replace('{year}', '2023'), title.replace(/\{year\}年(?:度)?/, '')])
          assert.equal(formByTitle(family, printed)?.id, id, printed);
    });

    it(`${family.name}: sheet names are short enough, ids and names distinct`, () => {
      const { forms } = family;
      assert.equal(new Set(forms.map(({ id }) => id)).size, forms.length);
      assert.equal(new Set(forms.map(({ sheet }) => sheet)).size, forms.length);
      for (const { sheet } of forms) assert.ok(sheet.length <= 31, sheet);
    });
  }

  const reworded: readonly (readonly [title: string, id: string | undefined])[] = [
    ['2023年度部门收支总表', 'summary'],
    ['表一：部门收支预算总表', 'summary'],
    ['部门收入总表', 'income'],
    ['2024年单位收入预算总表', 'income'],
    ['部门支出预算总表', 'expenditure'],
    ['2023年财政拨款收支预算总表', 'fiscal'],
    ['一般公共预算支出表', 'general-expenditure'],
    ['一般公共预算支出预算表(不含上年结转)', 'general-expenditure'],
    ['一般公共预算基本支出经济分类表', 'basic-economic'],
    ['一般公共预算基本支出明细表', 'basic-economic'],
    ['政府性基金预算收入表', 'govfund-income'],
    ['政府性基金预算支出表（不包含上年结转）', 'govfund-expenditure'],
    ['国有资本经营预算收支表', 'capital'],
    ['一般公共预算“三公”经费支出预算表', 'three-public'],
    ['“三公” 经费 预算表', 'three-public'],
    ['财政拨款安排机关运行经费预算表', 'operating'],
    ['项目支出表', 'projects'],
    ['项目支出预算表（上年结转）', 'projects-carryover'],
    ['项目支出绩效目标表', undefined],
    ['名词解释', undefined],
    ['', undefined],
  ];
  for (const [title, id] of reworded)
    it(`${title || '（空）'} is ${id ?? 'none'}`, () => assert.equal(formByTitle(SHANXI_BUDGET, title)?.id, id));
});

describe('codes in one column or in several', () => {
  const row = (codes: string, name: string, total: string): string => `${codes}|${name}|${total}|${total}|`;
  const COLUMNS = {
    收入决算表: '本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
    支出决算表: '本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出',
    一般公共预算财政拨款支出决算表: '合计|基本支出|项目支出',
  };
  const forms = (heads: string, [group, item]: readonly [string, string]): string =>
    Object.entries(COLUMNS)
      .map(([title, columns]) => {
        const body = [row(group, '档案事务', '5.00'), row(item, '行政运行', '5.00')];
        return `${title}\n${rows(`${heads}|科目名称|${columns}`, ...body)}`;
      })
      .join('\n');

  it('are the same forms', () => {
    for (const [heads, codes] of [
      ['科目编码', ['20126', '2012601']],
      ['类|款|项', ['201|26|', '201|26|01']],
    ] as const) {
      const { profile, statements } = read(`上海市某区档案馆2025年度部门决算\n${forms(heads, codes)}`);
      assert.equal(profile.family, 'shanghai-final', heads);
      assert.deepEqual(
        statements.map(({ id }) => id),
        ['income', 'expenditure', 'general-expenditure'],
      );
    }
  });
});

describe('tables of no known form', () => {
  const purchases = [
    '代码|购买内容|承接主体|预算金额',
    '|||45.00',
    'A1601|常年顾问|社会力量|5.00',
    'A1702|课题研究|科研院所|40.00',
  ];

  it('count by their title, whatever their heads and labels are', () => {
    for (const title of ['政府购买服务支出预算表', '2024年专项经费情况表'])
      assert.equal(statementOf(`${title}\n${rows(...purchases)}`).title, title);
  });

  it('count by the total among their labels', () => {
    const [heads, , ...others] = purchases;
    assert.equal(statementOf(rows(heads!, '合计|||45.00', ...others)).blocks[0]!.rows.length, 3);
  });

  it('are none without either', () => {
    assert.deepEqual(read(`联系人一览\n${rows(...purchases)}`).statements, []);
  });
});

describe('a whole document', () => {
  const [sample] = sampleDocuments(31, 1, { clean: true, scale: 'medium', level: 'department' });
  const { text, ledger } = sample!;
  const disclosure = read(text);
  const ids = SHANXI_BUDGET.forms.map(({ id }) => id);

  it('its forms are recognised in their order, none is missing', () => {
    assert.deepEqual(
      disclosure.statements.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(disclosure.missing, []);
  });

  it('its profile is that of the ledger', () => {
    const { year, entity, level } = ledger;
    assert.deepEqual(disclosure.profile, {
      kind: 'budget',
      level,
      family: 'shanxi-budget',
      year,
      entity,
      unit: '万元',
    });
  });

  it('a form that is left out is named', () => {
    const from = text.lastIndexOf(`${ledger.year}年预算支出总表`);
    const to = text.lastIndexOf(`${ledger.year}年财政拨款收支总表`);
    assert.ok(from > 0 && to > from);
    const { missing, statements } = read(text.slice(0, from) + text.slice(to));
    assert.deepEqual(missing, ['expenditure']);
    assert.equal(statements.length, ids.length - 1);
  });

  it('titles printed nowhere: the forms are told by their columns', () => {
    const body = text.slice(text.lastIndexOf('预算报表'), text.lastIndexOf('预算情况说明'));
    const blind = text.replace(body, body.replace(`${ledger.year}年预算支出总表`, '表三'));
    assert.notEqual(blind, text);
    assert.deepEqual(read(blind).missing, []);
  });

  it('forms in another order, and printed twice, are still told', () => {
    const from = text.lastIndexOf(`${ledger.year}年预算支出总表`);
    const to = text.lastIndexOf(`${ledger.year}年财政拨款收支总表`);
    const form = text.slice(from, to);
    const moved = read(`${text.slice(0, from)}${text.slice(to)}\n\n附：\n${form}`);
    assert.deepEqual(moved.missing, []);
    const twice = read(`${text}\n\n附：\n${form}`);
    assert.equal(twice.statements.filter(({ id }) => id === 'expenditure').length, 2);
  });

  it('tables that are no forms are no statements: 绩效目标表', () => {
    const goals = '\n项目绩效目标表\n单位：元\n项目名称\t年度资金总额\t财政拨款\n某项目\t1000.00\t1000.00\n';
    assert.deepEqual(read(text + goals).statements.length, ids.length);
  });

  it('an unknown table with figures is kept under a name of its own', () => {
    const other = `\n2023年政府采购预算表\n单位：万元\n采购项目\t合计\t一般公共预算\n办公设备\t2.00\t2.00\n`;
    const last = read(text + other).statements.at(-1)!;
    assert.match(last.id, /^generic-/);
    assert.equal(last.title, '2023年政府采购预算表');
  });

  it('an unknown province is read by its words alone', () => {
    const { profile, statements, missing } = read(text, []);
    assert.equal(profile.family, 'generic');
    assert.ok(statements.length > 5 && statements.every(({ id }) => id.startsWith('generic-')));
    assert.deepEqual(missing, []);
  });
});

describe('tables across page breaks', () => {
  const whole = (between: string): string[][] =>
    read(
      `2023年预算支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t5.00\t2.00\t3.00\n201\t一般公共服务支出\t3.00\t1.00\t2.00\n${between}208\t社会保障和就业支出\t2.00\t1.00\t1.00\n`,
    ).statements.map(({ blocks }) => blocks[0]!.rows.map(({ label }) => label));

  for (const [name, between] of [
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
    ['many blank lines', '\n'.repeat(12)],
    ['a page number', '\n- 7 -\n'],
    ['第7页，共30页', '\n第7页 共30页\n'],
    ['a form feed', '\f'],
  ] as const) {
    it(`${name} between two rows`, () =>
      assert.deepEqual(whole(between), [['合计', '一般公共服务支出', '社会保障和就业支出']]));
  }

  it('another title between them: two tables', () => {
    assert.deepEqual(whole('\n2023年一般公共预算支出表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n'), [
      ['合计', '一般公共服务支出'],
      ['社会保障和就业支出'],
    ]);
  });
});
