import assert from 'node:assert/strict';
import { checkText } from '../../src';

/*
 * Of what an explanation speaks, and where.
 */

const COVER = '白石县水务中心2023年单位预算公开\n\n';
const TABLE =
  '2023年预算支出总表\n单位名称：白石县水务中心\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t3.00\t1.00\t2.00\n213\t农林水支出\t3.00\t1.00\t2.00\n\n';
const PARTS: Readonly<Record<string, string>> = {
  outline: '第一部分 概况\n',
  duties: '一、本单位职责\n负责全县灌区的管理和维护。\n',
  organs: '二、机构设置情况\n设办公室、工程股两个股室。\n',
  tables: `第二部分 2023年单位预算报表\n${TABLE}`,
  explanation: '第三部分 2023年单位预算情况说明\n',
  overall: '一、收支预算数据\n2023年收入预算总计3.00万元，支出预算总计3.00万元，比上年增加1.00万元，原因是新增项目。\n',
  travel: '二、公务支出说明\n2023年“三公”经费预算0.50万元，与上年持平。\n',
  operation: '三、机关运行经费说明\n本单位没有机关运行经费。\n',
  procurement: '四、政府采购情况\n2023年政府采购预算1.00万元。\n',
  assets: '五、国有资产占有使用情况\n共有车辆2辆。\n',
  performance: '六、预算绩效情况\n实行绩效目标管理的项目2个。\n',
  glossary:
    '第四部分 名词解释\n一、财政拨款收入：指同级财政当年拨付的资金。\n二、机关运行经费：指为保障机关运行用于购买货物和服务的资金。\n',
};
const TOPICS = [
  'duties',
  'organs',
  'overall',
  'change',
  'travel',
  'operation',
  'procurement',
  'assets',
  'performance',
  'glossary',
];

function told(text: string): Record<string, string> {
  const topics = checkText('公开.txt', text).disclosure.topics!();
  return Object.fromEntries(topics.map(({ topic, how }) => [topic, how]));
}
/** The document, one part left out, something put in before another. */
const whole = (without?: string, add = '', before = 'assets'): string =>
  COVER +
  Object.entries(PARTS)
    .map(([name, text]) => `${name === before ? add : ''}${name === without ? '' : text}`)
    .join('');

describe('what an explanation speaks of', () => {
  it('finds everything where it stands', () => {
    const topics = checkText('公开.txt', whole()).disclosure.topics!();
    assert.deepEqual(
      topics.map(({ topic, how }) => [topic, how]),
      TOPICS.map((topic) => [topic, 'told']),
    );
    const lines = whole().split('\n');
    for (const [topic, words] of [
      ['duties', '一、本单位职责'],
      ['assets', '五、国有资产占有使用情况'],
      ['glossary', '第四部分 名词解释'],
    ] as const) {
      const { place, words: shown } = topics.find((each) => each.topic === topic)!;
      assert.equal(shown, words);
      assert.equal(lines[(place as { line: number }).line - 1], words);
    }
  });

  it('asks final accounts for the numbers behind “三公”经费 as well', () => {
    const final = whole().replaceAll('预算', '决算');
    assert.equal(told(final)['travel-counts'], 'named');
    assert.equal(
      told(final.replace('与上年持平。', '与上年持平；国内公务接待3批次、12人次。'))['travel-counts'],
      'told',
    );
  });

  for (const [part, topics] of [
    ['duties', ['duties']],
    ['organs', ['organs']],
    ['overall', ['overall', 'change']],
    ['travel', ['travel']],
    ['operation', ['operation']],
    ['procurement', ['procurement']],
    ['assets', ['assets']],
    ['performance', ['performance']],
    ['glossary', ['glossary']],
  ] as const)
    it(`without ${part}: not told`, () => {
      const found = told(whole(part));
      for (const topic of TOPICS) {
        if ((topics as readonly string[]).includes(topic)) assert.notEqual(found[topic], 'told', topic);
        else assert.equal(found[topic], 'told', topic);
      }
    });

  it('says absent only where no word of it is printed', () => {
    assert.equal(told(whole('procurement'))['procurement'], 'absent');
    assert.equal(told(whole('operation'))['operation'], 'named', 'the glossary has the words');
    const inCell =
      '事项\t说明\n1\t政府采购预算一百万元，其中货物六十万元、服务四十万元，全部面向中小企业，没有工程类的采购安排，详见采购预算明细\n';
    assert.equal(told(whole('procurement', inCell))['procurement'], 'named', 'a cell has them');
  });

  for (const [name, text, before] of [
    [
      'a contents page',
      '目录\n第一部分 概况……1\n一、本单位职责……1\n第三部分 2023年单位预算情况说明……3\n四、政府采购情况：货物、工程和服务……5\n第四部分 名词解释……9\n\n',
      'outline',
    ],
    [
      'a contents page that nothing tells but its lines',
      '第三部分 2023年单位预算情况说明\n四、政府采购情况\n五、国有资产占有使用情况\n第四部分 名词解释\n',
      'outline',
    ],
    ['a heading without text', '四、政府采购情况\n', 'assets'],
    ['the title of a table', '政府采购预算表\n单位：万元\n项目\t金额\n合计\t0.00\n', 'explanation'],
    ['the definition of a term', '四、政府采购：指使用财政性资金采购货物的行为。\n', 'assets'],
    [
      'an entry of the glossary that looks like a heading',
      '第四部分 名词解释\n三、政府采购\n使用财政性资金采购货物的行为，由采购人组织。\n',
      'glossary',
    ],
  ] as const)
    it(`${name} explains nothing`, () =>
      assert.equal(told(whole('procurement', text, before))['procurement'], 'named'));

  it('a passage broken over lines is one', () => {
    const broken = whole('travel').replace(
      '四、政府采购情况',
      '2023年“三公”经费预算0.50万元，与上\n年比较，没有\n变化。\n四、政府采购情况',
    );
    assert.equal(told(broken)['travel'], 'told');
  });

  it('a workbook of tables has no explanation to look at', () => assert.deepEqual(told(TABLE), {}));
});
