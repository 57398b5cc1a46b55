import assert from 'node:assert/strict';
import type { GridBlock, SourceCell, SourceDocument } from '../../src/model/source';
import { recognize } from '../../src/recognize';
import { blockOf, columnSums, figures, heads, read as readAll, rows, statementOf } from './read';

const TITLE = '2023年预算支出总表\n单位：万元\n';
const BODY = ['合计||3.00|1.00|2.00', '201|一般公共服务支出|3.00|1.00|2.00'];
const NATURES = ['合计', '基本支出 (basic)', '项目支出 (project)'];

describe('header: rows and groups', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'one row': ['科目编码|科目名称|合计|基本支出|项目支出', ...BODY],
    'two rows, merged cells left blank': ['项目||2023年预算数||', '科目编码|科目名称|合计|基本支出|项目支出', ...BODY],
    'blanks inside the heads': ['项 目||2023年 预算数||', '科目 编码|科目名称|合 计|基本 支出|项目　支出', ...BODY],
    'a row of column numbers': ['科目编码|科目名称|合计|基本支出|项目支出', '栏次||1|2|3', ...BODY],
    'column numbers in wide digits': ['科目编码|科目名称|合计|基本支出|项目支出', '栏次||１|２|３', ...BODY],
    'numbers without 栏次': ['科目编码|科目名称|合计|基本支出|项目支出', '||1|2|3', ...BODY],
    'a row of codes without a name': ['科目编码|科目名称|合计|基本支出|项目支出', '|||501|502', ...BODY],
    'a row of codes, and column numbers': [
      '科目编码|科目名称|合计|基本支出|项目支出',
      '|编码||30101|30102',
      '栏次||1|2|3',
      ...BODY,
    ],
    'the heads of the codes beside the numbers': [
      '科目编码|||科目名称|合计|基本支出|项目支出',
      '类|款|项|栏次|1|2|3',
      '|||合计|3.00|1.00|2.00',
      '201|||一般公共服务支出|3.00|1.00|2.00',
    ],
    'the header printed again on the next page': [
      '科目编码|科目名称|合计|基本支出|项目支出',
      BODY[0]!,
      '科目编码|科目名称|合计|基本支出|项目支出',
      BODY[1]!,
    ],
  };
  for (const [name, lines] of Object.entries(cases)) {
    it(name, () => {
      const text = TITLE + rows(...lines);
      assert.deepEqual(heads(blockOf(text)), NATURES);
      assert.deepEqual(columnSums(blockOf(text)), ['合计 = 基本支出 + 项目支出']);
      assert.deepEqual(figures(text), ['3.00 1.00 2.00', '3.00 1.00 2.00']);
    });
  }

  it('three rows: a group within a group adds up to its own head', () => {
    const block = blockOf(
      '2023年预算收入总表\n' +
        rows(
          '项目||本年收入||||||上年结转',
          '科目编码|科目名称|合计|财政拨款||||单位资金|',
          '|||小计|一般公共预算|政府性基金预算|国有资本经营预算||',
          '201|一般公共服务支出|10.00|7.00|4.00|2.00|1.00|3.00|5.00',
        ),
    );
    assert.deepEqual(heads(block), [
      '合计 (current)',
      '小计 (current fiscal)',
      '一般公共预算 (current general)',
      '政府性基金预算 (current govfund)',
      '国有资本经营预算 (current capital)',
      '单位资金 (current own)',
      '上年结转 (carryover)',
    ]);
    assert.deepEqual(columnSums(block), [
      '合计 = 小计 + 单位资金',
      '小计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
    ]);
  });
});

describe('header: where the figures begin', () => {
  const HEAD =
    '2024年“三公”经费预算表\n单位：万元\n\n“三公”经费预算数|||机关运行经费预算数\n合计|因公出国（境）费|公务接待费|\n'.replace(
      /\|/g,
      '\t',
    );
  for (const row of ['|||171.01', '—|—|—|—', '0.00|||', '1.00||1.00|171.01'])
    it(`${row} is no head`, () => {
      const body = `${row}\n2.00||2.00|80.00`.replace(/\|/g, '\t');
      assert.equal(statementOf(HEAD + body).blocks[0]!.rows.length, 2);
    });

  it('一、政府采购情况 alone above the rows is the first list of the form, not its title', () => {
    const list = rows(
      '项目|行次|统计数',
      '合计|1|9.00',
      '货物|2|4.00',
      '工程|3|',
      '服务|4|5.00',
      '二、机关运行经费||',
      '项目||统计数',
      '（一）行政单位|5|3.00',
    );
    const text = `部门决算公开相关信息统计表\n\n单位：万元\n\n一、政府采购情况\n${list}`;
    assert.equal(statementOf(text).title, '部门决算公开相关信息统计表');
    assert.equal(readAll(text).facts[0]!.key.item, 'pr');
  });

  it('本年收入 over names and amounts is a side of the form, not this year’s money alone', () => {
    const { facts } = readAll(
      '2024年部门财务收支预算总表\n单位：元\n\n' +
        rows(
          '本年收入||本年支出|',
          '项目|预算数|项目|预算数',
          '一、财政拨款收入|5.00|一、教育支出|5.00',
          '收入总计|5.00|支出总计|5.00',
        ),
    );
    assert.deepEqual([...new Set(facts.map(({ key }) => key.vintage))], ['all']);
    assert.deepEqual([...new Set(facts.map(({ key }) => key.flow))], ['income', 'expenditure']);
  });

  it('income, expenditure and balances of one list of items keep their sides', () => {
    const { facts } = readAll(
      '政府性基金预算财政拨款收入支出决算表\n单位：万元\n\n' +
        rows(
          '科目编码|科目名称|年初结转和结余|本年收入|本年支出|||年末结转和结余',
          '||||小计|基本支出|项目支出|',
          '212|城乡社区支出|1.00|5.00|4.00|1.00|3.00|2.00',
        ),
    );
    assert.deepEqual(
      facts.map(({ key, amount }) => `${key.flow} ${amount.raw}`),
      ['income 1.00', 'income 5.00', 'expenditure 4.00', 'expenditure 1.00', 'expenditure 3.00', ' 2.00'],
    );
  });
});

describe('header: shifted by conversion', () => {
  const head = [
    '项目||本年收入|||||上年结转||',
    '科目编码|科目名称|合计|一般公共预算|政府性基金|国有资本经营预算|财政专户管理资金||单位资金',
  ];
  const wanted = ['单位资金 (current own)', '上年结转 (carryover)'];
  const read = (...lines: readonly string[]): string[] =>
    heads(blockOf(`2023年预算收入总表\n${rows(...head, ...lines)}`)).slice(-2);

  it('上年结转 and the blank above 单位资金 have changed places: the figures say so', () => {
    assert.deepEqual(read('合计||10.00|7.00||||3.00|5.00', '208|社会保障和就业支出|10.00|7.00||||3.00|5.00'), wanted);
  });

  it('also where one of the two is empty', () => {
    assert.deepEqual(read('合计||7.00|7.00|||||5.00', '208|社会保障和就业支出|7.00|7.00|||||5.00'), wanted);
  });

  it('one wrong figure does not change the reading', () => {
    assert.deepEqual(
      read(
        '合计||19.00|14.00||||5.00|6.00',
        '208|社会保障和就业支出|10.00|7.00||||3.00|5.00',
        '210|卫生健康支出|9.00|9.00||||2.00|1.00',
      ),
      wanted,
    );
  });

  it('where it stands right it is read as it stands', () => {
    const block = blockOf(
      `2023年预算收入总表\n${rows(
        '项目||本年收入||||||上年结转',
        '科目编码|科目名称|合计|一般公共预算|政府性基金|国有资本经营预算|财政专户管理资金|单位资金|',
        '208|社会保障和就业支出|10.00|7.00||||3.00|5.00',
      )}`,
    );
    assert.deepEqual(heads(block).slice(-2), wanted);
  });

  it('a lower row that slid to the left moves back over its amounts', () => {
    const block = blockOf(
      `2023年财政拨款安排“三公”经费支出预算表\n${rows(
        '项目|2023年预算数|||',
        '合计|一般公共预算|政府性基金预算|国有资本经营预算|',
        '公务接待费|2.00|1.50|0.50|',
        '合计|2.00|1.50|0.50|',
      )}`,
    );
    assert.deepEqual(heads(block).slice(1), [
      '一般公共预算 (general)',
      '政府性基金预算 (govfund)',
      '国有资本经营预算 (capital)',
    ]);
    assert.deepEqual(columnSums(block), ['合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算']);
  });
});

describe('header: tables side by side', () => {
  it('names after amounts begin a block of their own, with its own flow', () => {
    const { blocks } = statementOf(
      `2023年预算收支总表\n${rows(
        '收入||支出|||',
        '项目|2023年|项目|2023年合计|当年预算安排|上年结转安排',
        '一、一般公共预算|9.00|一、一般公共服务支出|9.00|8.00|1.00',
        '收入总计|9.00|支出总计|9.00|8.00|1.00',
      )}`,
    );
    assert.deepEqual(
      blocks.map(({ key }) => key),
      [{ flow: 'income' }, { flow: 'expenditure' }],
    );
    assert.deepEqual(blocks.map(heads), [
      ['2023年'],
      ['2023年合计', '当年预算安排 (current)', '上年结转安排 (carryover)'],
    ]);
    assert.deepEqual(columnSums(blocks[1]!), ['2023年合计 = 当年预算安排 + 上年结转安排']);
  });

  it('three header rows over two blocks, the third on one side only', () => {
    const { blocks } = statementOf(
      `2023年国有资本经营预算收支预算表\n${rows(
        '国有资本经营预算收入|||国有资本经营预算支出||||',
        '项目||国有资本经营收入预算|科目编码|科目名称|合计|基本支出|项目支出',
        '收入科目编码|科目名称||||||',
        '合计||5.00|合计||5.00|2.00|3.00',
        '103|非税收入|5.00|223|国有资本经营预算支出|5.00|2.00|3.00',
      )}`,
    );
    assert.deepEqual(
      blocks.map(({ columns }) => columns.map(({ role }) => role).join(' ')),
      ['code name amount', 'code name amount amount amount'],
    );
    assert.deepEqual(columnSums(blocks[1]!), ['合计 = 基本支出 + 项目支出']);
  });
});

describe('header: which columns add up', () => {
  const sums = (head: string, ...lines: readonly string[]): string[] =>
    columnSums(blockOf(TITLE + rows(head, ...lines)));

  it('one total in two ways, where the figures say so', () => {
    assert.deepEqual(
      sums(
        '科目编码|科目名称|合计|当年预算安排|上年结转安排|基本支出|项目支出',
        '201|一般公共服务支出|3.00|2.50|0.50|1.00|2.00',
        '202|外交支出|4.00|4.00||1.50|2.50',
      ),
      ['合计 = 当年预算安排 + 上年结转安排', '合计 = 基本支出 + 项目支出'],
    );
  });

  it('a column under 其中 is no part of the whole', () => {
    assert.deepEqual(
      sums(
        '科目编码|科目名称|合计|基本支出|其中：人员经费|项目支出',
        '201|一般公共服务支出|3.00|1.00|0.60|2.00',
        '202|外交支出|4.00|1.50|1.00|2.50',
      ),
      ['合计 = 基本支出 + 项目支出'],
    );
  });

  it('counts, prices, rates and differences stand beside the amounts and are no parts of them', () => {
    assert.deepEqual(
      sums(
        '采购项目|数量|单价|合计|一般公共预算|单位资金',
        '办公设备|5|0.20|1.00|0.60|0.40',
        '印刷服务|1|2.00|2.00|1.50|0.50',
      ),
      ['合计 = 一般公共预算 + 单位资金'],
    );
    assert.deepEqual(
      sums(
        '科目编码|科目名称|合计|基本支出|项目支出|增减额|增减%',
        '201|一般公共服务支出|3.00|1.00|2.00|1.00|50.00%',
        '202|外交支出|4.00|1.50|2.50|-1.00|-20.00%',
      ),
      ['合计 = 基本支出 + 项目支出'],
    );
  });

  it('a whole known by its words needs no 合计', () => {
    assert.deepEqual(
      sums(
        '科目编码|科目名称|财政拨款|一般公共预算|政府性基金预算',
        '201|一般公共服务支出|3.00|1.00|2.00',
        '202|外交支出|4.00|1.50|2.50',
      ),
      ['财政拨款 = 一般公共预算 + 政府性基金预算'],
    );
  });

  it('a wrong figure in one row does not undo the sum', () => {
    assert.deepEqual(sums('科目编码|科目名称|合计|基本支出|项目支出', ...BODY, '202|外交支出|9.00|1.50|2.50'), [
      '合计 = 基本支出 + 项目支出',
    ]);
  });
});

describe('header: merged cells', () => {
  const place = { block: 1 };
  const cell = (text: string, colSpan = 1, rowSpan = 1): SourceCell => ({ text, colSpan, rowSpan, place });
  const line = (...texts: readonly string[]): SourceCell[] => texts.map((text) => cell(text));

  it('a merged head stands over all its columns, one merged downwards over its own', () => {
    const grid: GridBlock = {
      kind: 'grid',
      place,
      rows: [
        [cell('项目', 2), cell('本年收入', 3), cell('上年结转', 1, 2)],
        line('科目编码', '科目名称', '合计', '一般公共预算', '单位资金'),
        line('合计', '', '10.00', '7.00', '3.00', '5.00'),
        line('208', '社会保障和就业支出', '10.00', '7.00', '3.00', '5.00'),
      ],
    };
    const source: SourceDocument = {
      name: '样例.docx',
      blocks: [{ kind: 'line', text: '2023年预算收入总表', place }, grid],
      messages: [],
    };
    const block = recognize(source).statements[0]!.blocks[0]!;
    assert.deepEqual(heads(block), [
      '合计 (current)',
      '一般公共预算 (current general)',
      '单位资金 (current own)',
      '上年结转 (carryover)',
    ]);
    assert.deepEqual(columnSums(block), ['合计 = 一般公共预算 + 单位资金']);
  });
});

describe('columns of other years', () => {
  const total = ['合计 = 基本支出 + 项目支出'];
  const cases: Readonly<Record<string, readonly [string, string, string, readonly string[]]>> = {
    'left of the total': ['上年执行数|合计|基本支出|项目支出', '2.60|3.00|1.00|2.00', '1.90|2.50|1.00|1.50', total],
    'right of its parts': ['合计|基本支出|项目支出|上年预算数', '3.00|1.00|2.00|2.60', '2.50|1.00|1.50|1.90', total],
    'by its number, left': ['2022年决算数|合计|基本支出|项目支出', '2.60|3.00|1.00|2.00', '1.90|2.50|1.00|1.50', total],
    'by its number, right': [
      '合计|基本支出|项目支出|2022年决算数',
      '3.00|1.00|2.00|2.60',
      '2.50|1.00|1.50|1.90',
      total,
    ],
    'several of them': [
      '2021年决算数|2022年执行数|2023年预算数|其中：基本支出|项目支出',
      '2.10|2.60|3.00|1.00|2.00',
      '1.80|1.90|2.50|1.00|1.50',
      [],
    ],
    'a total of years': [
      '合计|2023年|2024年|2025年',
      '6.00|1.00|2.00|3.00',
      '4.00|1.00|1.00|2.00',
      ['合计 = 2023年 + 2024年 + 2025年'],
    ],
  };
  for (const [name, [printed, first, second, sums]] of Object.entries(cases))
    it(name, () => {
      const block = blockOf(
        `${TITLE}${rows(`科目编码|科目名称|${printed}`, `201|一般公共服务支出|${first}`, `208|社会保障和就业支出|${second}`)}`,
      );
      assert.deepEqual(columnSums(block), sums);
    });
});
