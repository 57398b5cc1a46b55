import assert from 'node:assert/strict';
import { readText } from '../../../src/ingest';
import type { Narrative } from '../../../src/model/narrative';
import { recognize } from '../../../src/recognize';

function narrative(text: string): Narrative {
  return recognize(readText('text', text)).narrative!;
}

const CHAPTER = '第三部分 2024年度单位预算情况说明\n\n';

function figuresOf(text: string): string[] {
  return narrative(CHAPTER + text).figures.map(
    ({ role, amount, unit, subject }) => `${role} ${subject} ${amount.raw}${unit}`,
  );
}

describe('reading the explanation', () => {
  it('knows the explanation from terms and attachments; what is told below other headings is told all the same', () => {
    const { figures, sections } = narrative(
      '第一部分 单位概况\n一、主要职责\n服务全市3万人，经费10万元。\n第三部分 2024年度单位预算情况说明\n一、收入预算情况说明\n收入预算20.00万元。\n第四部分 名词解释\n一、基本支出：指每年5万元以上的支出。\n',
    );
    assert.deepEqual(
      figures.map(({ amount }) => amount.raw),
      ['10', '20.00'],
    );
    assert.equal(sections[sections.length - 1]!.title, '一、收入预算情况说明');
  });

  it('places a figure in its line, whatever was joined or left out before it', () => {
    const [first, second] = narrative(
      `${CHAPTER}一、支出情况说明\n**支出预算** 1,234.50 万元，占收\n入合计的98.7%。\n`,
    ).figures;
    assert.deepEqual(first!.place, { line: 4, column: 10, length: 8 });
    assert.deepEqual(second!.place, { line: 5, column: 5, length: 4 });
  });

  it('leaves out years, dates, numbers of documents, thresholds and standards', () => {
    const text =
      '截至2024年12月31日，依据青财〔2023〕16号文件第3条，单价50万元以上设备2台，占比不低于40%，每人每月200元，编制12名，支出8.00万元。';
    assert.deepEqual(
      figuresOf(text).map((each) => each.split(' ').pop()),
      ['2台', '8.00万元'],
    );
  });

  it('gives an amount whose unit was left out that of the amount before it', () => {
    assert.deepEqual(
      figuresOf(
        '收入总计100.00万元，支出总计100.00。其中：基本支出60.00，项目支出40.00万元。见表2.1，共计2024.12，分为3。',
      ).map((each) => each.split(' ').pop()),
      ['100.00万元', '100.00万元', '60.00万元', '40.00万元'],
    );
    assert.deepEqual(
      figuresOf('年初预算为0，支出决算为2000.00元，预算数为30，编号为12。').map((each) => each.split(' ').pop()),
      ['0元', '2000.00元', '30元'],
    );
  });

  it('tells values, changes, rates, shares and values of the year before apart', () => {
    assert.deepEqual(
      figuresOf(
        '2024年支出预算12.00万元，2023年预算数为10.00万元，比上年增加2.00万元，增长20.00%，其中：基本支出9.00万元，占75.00%。',
      ),
      [
        'value 2024年支出预算 12.00万元',
        'prior 2023年预算数为 10.00万元',
        'delta 比上年增加 2.00万元',
        'rate 增长 20.00%',
        'value 基本支出 9.00万元',
        'share 占 75.00%',
      ],
    );
  });

  it('keeps the figures of a reason apart', () => {
    assert.deepEqual(
      figuresOf('支出预算12.00万元，主要原因是设备购置经费5.00万元。项目支出3.00万元。').map(
        (each) => each.split(' ')[0],
      ),
      ['value', 'aside', 'value'],
    );
  });

  it('reads codes in brackets', () => {
    const [figure] = narrative(`${CHAPTER}“公共安全支出（204类）司法（06款）行政运行（01项）”3.00万元。`).figures;
    assert.deepEqual(figure!.items, ['2040601']);
  });

  it('the other side of the same money', () => {
    const { figures } = narrative(`${CHAPTER}政府性基金预算财政拨款收入5.00万元，支出4.00万元。`);
    assert.deepEqual(
      figures.map(({ said }) => [said.fund, said.flow]),
      [
        ['govfund', 'income'],
        ['govfund', 'expenditure'],
      ],
    );
  });

  it('用于 within the name of an item opens no list', () => {
    const { claims } = narrative(
      `${CHAPTER}支出预算9.00万元。具体如下：\n1.城乡社区支出（类）污水处理费安排的支出（款）管网（项）5.00万元。\n2.其他支出（类）彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项）4.00万元。\n`,
    );
    assert.deepEqual(
      claims.flatMap((claim) => (claim.kind === 'list' ? [claim.parts.map(({ amount }) => amount.raw).join('+')] : [])),
      ['5.00+4.00'],
    );
  });

  it('the head of a list says which money its items are', () => {
    const { figures } = narrative(
      `${CHAPTER}支出预算9.00万元，其中：财政拨款支出预算5.00万元。财政拨款支出主要内容如下：\n1.城乡社区支出（类）5.00万元。\n`,
    );
    assert.equal(figures[2]!.context.fund, 'fiscal');
  });

  it('an elided subject is the one before', () => {
    const { claims, figures } = narrative(
      `${CHAPTER}全年收入总计30.00万元，支出总计30.00万元。与去年比较，收入总计增加3.00万元，支出总计增加3.00万元。`,
    );
    const subjects = claims.flatMap((claim) => (claim.kind === 'change' ? [claim.subjects[0]!.id] : []));
    assert.deepEqual(subjects, [figures[0]!.id, figures[1]!.id]);
  });

  it('grows with the text, not with its square', () => {
    const one = `一、支出情况说明\n2024年支出预算12.00万元，比上年增加2.00万元，增长20.00%，其中：基本支出9.00万元，占75.00%；项目支出3.00万元，占25.00%。\n`;
    assert.equal(narrative(CHAPTER + one.repeat(500)).figures.length, 500 * 7);
  });
});

describe('headings guide a reading and silence nothing', () => {
  const HEADINGS = [
    ...[
      '一、收支预算',
      '一、部门预算收支概况',
      '二、收支总体概况',
      '（一）收入',
      '1.支出',
      '一、基本情况',
      '一、单位概况',
    ],
    ...[
      '第一部分 部门预算收支',
      '第二章 经费使用',
      '【收支情况】',
      '一、年度重点工作',
      '二、资金来源',
      '三、钱从哪里来',
    ],
    ...[
      '一、预算安排',
      '二、预算执行',
      '三、财务分析',
      '四、主要指标',
      '五、经费保障',
      '六、资产',
      '七、采购',
      '八、绩效',
    ],
    ...['收支概述', '预算公开', '情况简介', '有关数据', '主要变化', '公开内容', '一、关于2024年收支', '二、机构与人员'],
    ...['一、工作任务', '一、职能', '第三部分 其他', '一、决算收支', '二、“三公”经费', '三、人员', '三、专项', ''],
  ];
  for (const heading of HEADINGS)
    it(`below ${heading || 'no heading'}`, () => {
      const { figures } = narrative(
        `青石市档案馆2024年度单位预算\n${heading}\n收入预算120.50万元，其中：财政拨款收入100.50万元，占83.40%。\n支出预算120.50万元。\n`,
      );
      assert.deepEqual(
        figures.map(({ amount }) => amount.raw),
        ['120.50', '100.50', '83.40', '120.50'],
      );
    });
});
