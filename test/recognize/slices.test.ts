import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { sliceOf } from '../../src/recognize/tables/slices';
import { blockOf, columnSums, rows } from './read';

/*
 * Columns under heads that no word is known for: parts within their table, nothing outside it.
 */

const KNOWN = [
  ['合计'],
  ['金额'],
  ['本年支出'],
  ['2024年预算数'],
  ['预算金额（万元）'],
  ['支出总额'],
  ['基本支出'],
  ['资金来源', '小计'],
  ['附属单', '位上', '缴收入'],
  ['支出类别', '合计'],
  ['统计数'],
  ['本年收', '入合计'],
];
const UNKNOWN: readonly (readonly [path: readonly string[], slice: string])[] = [
  [['一季度'], '一季度'],
  [['下半年', '基本支出'], '下半年'],
  [['批复数'], '批复数'],
  [['郊区', '合计'], '郊区'],
  [['财政拨款', '省级'], '省级'],
  [['中央财政拨款'], '中央财政拨款'],
  [['人才工程', '小计'], '人才工程'],
  [['3月'], '3月'],
];

describe('unknown heads', () => {
  for (const path of KNOWN) it(`${path.join(' / ')} is no slice`, () => assert.equal(sliceOf(path), undefined));
  for (const [path, slice] of UNKNOWN) it(`${path.join(' / ')} is a slice`, () => assert.equal(sliceOf(path), slice));

  const table = (title: string, ...lines: readonly string[]): string =>
    `2024年${title}\n单位名称：白石县图书馆\n单位：万元\n${rows(...lines)}\n\n`;
  const own = table(
    '预算支出总表',
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    '合计 | | 300.00 | 100.00 | 200.00',
    '207 | 文化旅游体育与传媒支出 | 300.00 | 100.00 | 200.00',
  );
  const found = (text: string): string =>
    checkText('样例', own + text)
      .reconciliation.findings.filter(({ severity }) => severity !== 'info')
      .map(({ message }) => message)
      .join('\n');

  it('the whole of a table with quarters is held against other tables, its quarters are not', () => {
    const quarters = (whole: string, last: string): string =>
      table(
        '分季度计划表',
        '科目编码 | 科目名称 | 一季度 | 二季度 | 三季度 | 四季度 | 合计',
        `合计 | | 60.00 | 70.00 | 80.00 | ${last} | ${whole}`,
        `207 | 文化旅游体育与传媒支出 | 60.00 | 70.00 | 80.00 | ${last} | ${whole}`,
      );
    assert.equal(found(quarters('300.00', '90.00')), '');
    assert.match(found(quarters('310.00', '100.00')), /310\.00/);
  });

  it('a slip in one row is found by the sum of the parts', () => {
    const areas = table(
      '分区域支出表',
      '科目编码 | 科目名称 | 合计 | 市区 | 郊区',
      '合计 | | 300.00 | 180.00 | 120.00',
      '207 | 文化旅游体育与传媒支出 | 300.00 | 180.00 | 120.00',
      '20701 | 文化和旅游 | 100.00 | 80.00 | 20.00',
      '20702 | 文物 | 200.00 | 100.00 | 101.00',
    );
    assert.match(found(areas), /101\.00/);
  });

  it('columns that are no parts of the total are not added up', () => {
    const text = table(
      '支出批复情况表',
      '科目编码 | 科目名称 | 合计 | 批复数 | 申报数',
      '合计 | | 300.00 | 310.00 | 320.00',
      '207 | 文化旅游体育与传媒支出 | 300.00 | 310.00 | 320.00',
    );
    assert.deepEqual(columnSums(blockOf(text)), []);
    assert.equal(found(text), '');
  });

  it('批复数 alone is not taken for the whole', () => {
    assert.equal(
      found(
        table('支出批复表', '科目编码 | 科目名称 | 批复数', '合计 | | 310.00', '207 | 文化旅游体育与传媒支出 | 310.00'),
      ),
      '',
    );
  });

  it('its rows are still added up', () => {
    assert.match(
      found(
        table('支出批复表', '科目编码 | 科目名称 | 批复数', '合计 | | 310.00', '207 | 文化旅游体育与传媒支出 | 311.00'),
      ),
      /311\.00/,
    );
  });
});
