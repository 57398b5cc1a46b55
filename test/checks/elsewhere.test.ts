import assert from 'node:assert/strict';
import { readText } from '../../src/ingest';
import type { TextPlace } from '../../src/model/source';
import { recognize } from '../../src/recognize';
import { reconcile } from '../../src/reconcile';
import { rows } from '../recognize/read';

/*
 * Documents of places without a family, from reading to findings: nothing wrong in what agrees, and one wrong figure
 * named.
 */

interface Outcome {
  /** What is wrong or doubtful, with the line of the first suspect. */
  readonly found: readonly string[];
  /** Printed figures that nothing ties. */
  readonly unchecked: readonly string[];
}

function check(text: string): Outcome {
  const { findings, unchecked } = reconcile(recognize(readText('text', text)));
  const line = (place: unknown): number => (place as TextPlace).line;
  return {
    found: findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, suspects }) => `${rule} ${suspects[0]!.amount.raw} ${line(suspects[0]!.place)}`),
    unchecked: unchecked.map(({ amount }) => amount.raw),
  };
}

function explanation(kind: '预算' | '决算', ...lines: readonly string[]): string {
  return [
    `云岭县灌区管理站2024年度单位${kind}`,
    '',
    `第三部分 2024年度单位${kind}情况说明`,
    '一、情况说明',
    ...lines,
  ].join('\n');
}

const CLEAN: Outcome = { found: [], unchecked: [] };

describe('explanations of other provinces', () => {
  it('同比 compares with the year before', () => {
    const told = (rate: string): string =>
      explanation(
        '预算',
        '（一）按支出结构分为基本支出和项目支出。',
        '1. 基本支出预算 60000.00 元，同比减少 20000.00 元，下降 25.00%。其中：',
        '工资福利支出预算 48000.00 元，占基本支出预算 80.00%，同比增加 8000.00 元，增长 20.00%。',
        '商品和服务支出预算 12000.00 元，占基本支出预算20.00%，同比减少 28000.00 元，下降 70.00%。',
        `2. 项目支出 40000.00 元，同比增加 8000.00 元，增长 ${rate}%。其中：`,
        '商品和服务支出预算 40000.00 元，占项目支出预算 100%，同比增加 8000.00 元，增长 25.00%。',
      );
    assert.deepEqual(check(told('25.00')), CLEAN);
    assert.deepEqual(check(told('26.00')).found, ['change 26.00 9']);
  });

  it('a sentence that a page break cuts holds no number of a page', () => {
    assert.deepEqual(
      check(
        explanation(
          '预算',
          '2024年支出预算100.00万元，其中：基本支出60.00万元，占',
          '',
          '- 7 -',
          '',
          '60.00%；项目支出40.00万元，占40.00%。',
        ),
      ),
      CLEAN,
    );
  });

  it('a share of something that is not told is not judged by what is at hand', () => {
    const { found, unchecked } = check(
      explanation('预算', '项目支出30.00万元，占一般公共预算支出的12.50%。', '人员经费8.00万元。'),
    );
    assert.deepEqual(found, []);
    assert.ok(unchecked.includes('12.50'));
  });

  it('the part of a share may not be printed', () => {
    const text = (share: string): string =>
      explanation(
        '决算',
        `政府采购支出总额60.00万元，其中：政府采购货物支出20.00万元、政府采购服务支出40.00万元。授予中小企业合同金额30.00万元，占政府采购支出总额的${share}%；货物采购授予中小企业合同金额占货物支出金额的100%。`,
      );
    assert.deepEqual(check(text('50.00')).found, []);
    assert.equal(check(text('55.00')).found.length, 1);
  });

  it('a percentage cut off instead of rounded is a warning, one that is further off an error', () => {
    const severities = (share: string): string[] =>
      reconcile(
        recognize(
          readText(
            'text',
            explanation(
              '预算',
              `2024年支出预算3000.00万元，其中：基本支出2000.00万元，占${share}%；项目支出1000.00万元，占33.33%。`,
            ),
          ),
        ),
      )
        .findings.map(({ severity }) => severity)
        .filter((severity) => severity !== 'info');
    assert.deepEqual([severities('66.67'), severities('66.66'), severities('66.60')], [[], ['warning'], ['error']]);
  });

  it('differences from the budget', () => {
    const text = (excess: string): string =>
      explanation(
        '决算',
        `2024年度机关运行经费年初预算为80.00万元，支出决算为82.00万元，为年初预算的102.50%，决算数大于年初预算数${excess}万元。`,
      );
    assert.deepEqual(check(text('2.00')), CLEAN);
    assert.deepEqual(check(text('3.00')).found.length, 1);
  });

  it('100% of a budget that was exceeded', () => {
    const { found } = check(
      explanation(
        '决算',
        '2024年度一般公共预算财政拨款支出180.00万元，完成年初预算的100%，决算数大于预算数20.00万元。',
      ),
    );
    assert.deepEqual(found, ['completion 100 5']);
  });

  it('与上年预算数5万元持平', () => {
    const text = (before: string): string =>
      explanation('预算', `1.公务接待费。2024年预算数5.00万元，与2023年预算数${before}万元持平。`);
    assert.deepEqual(check(text('5.00')), CLEAN);
    assert.equal(check(text('6.00')).found.length, 1);
  });

  it('items below an item are its parts, and the next item is none of them', () => {
    const text = (second: string): string =>
      explanation(
        '预算',
        '（一）支出预算总计100.00万元。包括：',
        '1.本年支出合计90.00万元。',
        '（1）教育支出（类）支出50.00万元。',
        `（2）卫生健康支出（类）支出${second}万元。`,
        '2.年终结转结余为10.00万元。',
      );
    assert.deepEqual(check(text('40.00')), CLEAN);
    assert.equal(check(text('04.00')).found.length, 1);
  });

  it('what was not there last year may be all increase', () => {
    assert.deepEqual(check(explanation('预算', '资本性支出12.00万元，同比增加12.00万元，上年未列该项。')).found, []);
    assert.equal(check(explanation('预算', '资本性支出12.00万元，同比增加12.00万元。')).found.length, 1);
  });
});

describe('two years in one explanation', () => {
  const told = (change: string): Outcome =>
    check(
      [
        '云岭县灌区管理站“三公”经费公开',
        '一、2024年“三公”经费预算安排情况',
        '2024年度“三公”经费预算总计26.40万元，其中：公务接待费14.40万元，公务用车运行费12.00万元。',
        '二、2023年“三公”经费决算情况',
        '2023年度“三公”经费合计支出25.00万元，其中：公务接待费15.00万元，公务用车运行费10.00万元。',
        change,
      ].join('\n'),
    );

  it('a paragraph that says of which year it speaks compares that year’s figures', () => {
    assert.deepEqual(
      told(
        '2024年度“三公”经费预算较2023年度增加1.40万元，其中公务接待费较上年减少0.60万元，减少4.00%。公务用车运行费较上年增加2.00万元，增长20.00%。',
      ).found,
      [],
    );
    assert.equal(
      told('2024年度“三公”经费预算较2023年度增加1.40万元。公务用车运行费较上年增加2.00万元，增长25.00%。').found.length,
      1,
    );
  });

  it('and one that says nothing, those of its section', () => {
    assert.deepEqual(told('公务用车运行费较上年增加2.00万元，增长25.00%。').found, []);
  });
});

describe('income told beside a form of it', () => {
  const table = `收入决算表\n单位：万元\n${rows('科目编码|科目名称|本年收入合计|财政拨款收入|其他收入', '合计||5100.00|5000.00|100.00', '208|社会保障和就业支出|300.00|300.00|', '213|农林水支出|4800.00|4700.00|100.00')}\n\n`;
  const told = (text: string): Outcome => check(table + explanation('决算', text));

  it('the total of both sides may hold what was carried over', () => {
    assert.deepEqual(told('2024年度财政拨款收、支总计5070.00万元。').found, []);
    assert.deepEqual(told('2024年度财政拨款收入总计5700.00万元。').found, []);
  });

  it('what is received this year is the total of the form', () => {
    assert.equal(told('2024年度本年收入合计5010.00万元。').found.length, 1);
    assert.equal(told('2024年度财政拨款收入5070.00万元。').found.length, 1);
  });
});

describe('items that tell their figure twice', () => {
  const table = `一般公共预算支出表\n单位：元\n${rows('科目编码|科目名称|合计|基本支出|项目支出', '2050201|学前教育|561240.00|561240.00|', '2050202|小学教育|2070000.00||2070000.00', '合计||2631240.00|561240.00|2070000.00')}\n\n`;
  const told = (planned: string, rate: string): Outcome =>
    check(
      table +
        explanation(
          '预算',
          '支出主要内容如下：',
          '1、教育支出（205类）普通教育（02款）学前教育（01项）56.12万元。主要用于：办园。2023年当年预算执行数为57.43万元，2024年预算安排56.12万元，比2023年预算执行数减少2.28%。主要原因是：人数减少。',
          `2、教育支出（205类）普通教育（02款）小学教育（02项）207万元。主要用于：校舍。2023年当年预算执行数为241.76万元，2024年预算安排${planned}万元，比2023年预算执行数减少${rate}%。主要原因是：工程完工。`,
        ),
    );

  it('the year’s budget within an item is that of the item', () => {
    assert.deepEqual(told('207', '14.38').found, []);
    assert.equal(told('170.03', '14.38').found.length, 1);
    assert.ok(told('170.03', '14.38').found.every((each) => each.includes(' 170.03 ')));
  });

  it('its change is its own, and not that of the whole list', () => {
    assert.deepEqual(
      told('207', '41.38').found.map((each) => each.split(' ').slice(0, 2).join(' ')),
      ['change 41.38'],
    );
  });
});

describe('shares of a whole that another section tells', () => {
  const told = (whole: string, medical: string, share: string): Outcome =>
    check(
      explanation(
        '预算',
        '（一）一般公共预算规模变化情况',
        `2024年一般公共预算支出${whole}万元。`,
        '（二）一般公共预算结构情况',
        `教育支出52000.00万元，占80.71%；社会保障和就业支出6000.00万元，占9.31%；卫生健康支出${medical}万元，占4.66%；住房保障支出3432.10万元，占${share}%。`,
      ),
    );

  it('are held against the one that most of them are of, and their parts add up to it', () => {
    assert.deepEqual(told('64432.10', '3000.00', '5.33'), CLEAN);
    assert.deepEqual(
      [
        told('64432.10', '3000.00', '5.93'),
        told('64432.10', '3010.00', '5.33'),
        told('34432.10', '3000.00', '5.33'),
      ].map(({ found }) => found.length > 0),
      [true, true, true],
    );
  });

  it('may each have a paragraph', () => {
    const items = (medical: string, share: string): Outcome =>
      check(
        explanation(
          '预算',
          '（一）一般公共预算规模变化情况',
          '2024年一般公共预算支出64432.10万元。',
          '（二）一般公共预算结构情况',
          '1.教育支出（类）52000.00万元，占80.71%。',
          '2.社会保障和就业支出（类）6000.00万元，占9.31%。',
          `3.卫生健康支出（类）${medical}万元，占4.66%。`,
          `4.住房保障支出（类）3432.10万元，占${share}%。`,
        ),
      );
    assert.deepEqual(items('3000.00', '5.33'), CLEAN);
    assert.deepEqual(
      [items('3400.00', '5.33'), items('3000.00', '8.33')].map(({ found }) => found.length),
      [1, 1],
    );
  });

  it('are not judged where none holds', () => {
    assert.deepEqual(told('70000.00', '3000.00', '5.33').found, []);
  });
});

describe('a percentage of nothing', () => {
  it('is no reason to doubt what was spent', () => {
    const { found } = check(
      explanation('决算', '1.行政运行（项）。年初预算为0万元，支出决算为20.00万元，完成年初预算的95.89%。'),
    );
    assert.equal(found.length, 1);
    assert.ok(!found[0]!.startsWith('completion 20.00'), found[0]);
  });
});

describe('parts of an explanation', () => {
  it('第X节 begins a section', () => {
    assert.deepEqual(
      check(
        explanation(
          '决算',
          '第一节 支出',
          '一般公共预算财政拨款支出20.00万元，其中：',
          '——教育支出15.00万元；',
          '——住房保障支出5.00万元。',
          '第二节 “三公”经费',
          '“三公”经费支出2.00万元。公务接待费0.50万元，占25.00%，公务用车运行维护费1.50万元，占75.00%。',
        ),
      ),
      CLEAN,
    );
  });

  it('what two figures were the year before is told of each', () => {
    assert.deepEqual(
      check(
        explanation(
          '预算',
          '公务接待费2.00万元，较上年的3.00万元减少1.00万元；公务用车运行维护费4.00万元，较上年的5.00万元减少1.00万元。',
        ),
      ).found,
      [],
    );
  });
});

describe('items without a table', () => {
  const told = (spent: string): Outcome =>
    check(
      explanation(
        '决算',
        `1、住房保障支出（类）住房改革支出（款）住房公积金（项）45.00万元，主要用于：住房公积金。年初预算为42.00万元，支出决算为${spent}万元。`,
      ),
    );

  it('what an item is headed with is its final account', () => {
    assert.deepEqual(told('45.00').found, []);
    assert.equal(told('40.00').found.length, 1);
  });
});

describe('tables of other provinces', () => {
  const compared = (change: string, rate: string): string =>
    `云岭县灌区管理站2024年单位预算\n\n一般公共预算支出表\n单位：万元\n${rows('科目编码|科目名称|2023年执行数|2024年预算数|||2024年预算数比2023年执行数|', '|||小计|基本支出|项目支出|增减额|增减%', '201|一般公共服务支出|20.00|25.00|20.00|5.00|5.00|25.00%', `208|社会保障和就业支出|10.00|8.00|8.00||${change}|${rate}`, '210|卫生健康支出|4.00|5.00|5.00||1.00|25.00%', '合计||34.00|38.00|33.00|5.00|4.00|11.76%')}\n`;

  it('differences and rates between two columns', () => {
    assert.deepEqual(check(compared('-2.00', '-20.00%')), CLEAN);
    const figures = (change: string, rate: string): (string | undefined)[] =>
      check(compared(change, rate)).found.map((each) => each.split(' ')[1]);
    assert.deepEqual(figures('-2.00', '-25.00%'), ['-25.00']);
    assert.deepEqual(figures('-3.00', '-20.00%'), ['-3.00']);
  });

  it('income of this year beside what was carried over, and spending of both', () => {
    const text = (spent: string): string =>
      [
        '云岭县灌区管理站2024年单位预算',
        `收支总表\n单位：万元\n${rows('收入||支出|', '项目|预算数|项目|预算数', '一、一般公共预算拨款收入|90.00|一、教育支出|60.00', '二、其他收入|20.00|二、卫生健康支出|60.00', '本年收入合计|110.00|本年支出合计|120.00', '上年结转|10.00|结转下年|', '收入总计|120.00|支出总计|120.00')}`,
        `收入总表\n单位：万元\n${rows('科目编码|科目名称|合计|上年结转|一般公共预算拨款收入|其他收入', '205|教育支出|60.00|10.00|40.00|10.00', '210|卫生健康支出|60.00||50.00|10.00', '合计||120.00|10.00|90.00|20.00')}`,
        `财政拨款收支总表\n单位：万元\n${rows('收入||支出|||', '项目|预算数|项目|合计|一般公共预算|政府性基金预算', '一、本年收入|90.00|一、本年支出|100.00|100.00|', '（一）一般公共预算拨款|90.00|（一）教育支出|50.00|50.00|', '二、上年结转|10.00|（二）卫生健康支出|50.00|50.00|', '（一）一般公共预算拨款|10.00|二、结转下年|||', '收入总计|100.00|支出总计|100.00|100.00|')}`,
        `支出总表\n单位：万元\n${rows('科目编码|科目名称|合计|基本支出|项目支出', `205|教育支出|${spent}|40.00|20.00`, '210|卫生健康支出|60.00|60.00|', '合计||120.00|100.00|20.00')}`,
      ].join('\n\n');
    assert.deepEqual(check(text('60.00')), CLEAN);
    assert.deepEqual(
      check(text('66.00')).found.map((each) => each.split(' ')[1]),
      ['66.00'],
    );
  });
});
