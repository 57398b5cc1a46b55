import assert from 'node:assert/strict';
import { checkText } from '../../src';

/* Amounts that slid against their names by several rows. */

const ROWS: readonly (readonly [code: string, name: string, value: string])[] = [
  ['207', '文化旅游体育与传媒支出', '915.00'],
  ['20701', '文化和旅游', '860.00'],
  ['2070101', '行政运行', '320.00'],
  ['2070104', '图书馆', '540.00'],
  ['20799', '其他文化旅游体育与传媒支出', '55.00'],
  ['2079903', '文化产业发展专项支出', '55.00'],
  ['208', '社会保障和就业支出', '96.00'],
  ['20805', '行政事业单位养老支出', '96.00'],
  ['2080505', '机关事业单位基本养老保险缴费支出', '64.00'],
  ['2080506', '机关事业单位职业年金缴费支出', '32.00'],
  ['210', '卫生健康支出', '28.00'],
  ['21011', '行政事业单位医疗', '28.00'],
  ['2101101', '行政单位医疗', '28.00'],
  ['221', '住房保障支出', '52.00'],
  ['22102', '住房改革支出', '52.00'],
  ['2210201', '住房公积金', '52.00'],
];

const form = (title: string, values: readonly string[]): string =>
  `${title}\n单位：万元\n功能分类科目编码\t科目名称\t合计\n` +
  `${ROWS.map(([code, name], at) => `${code}\t${name}\t${values[at]}`).join('\n')}\n合计\t\t1,091.00\n`;

/** @param by so many rows down the amounts from row `from` on stand; what falls off at the end comes first */
function slid(from: number, by: number): string[] {
  const values = ROWS.map(([, , value]) => value);
  const tail = values.slice(from);
  return [...values.slice(0, from), ...tail.map((_, at) => tail[(at - by + tail.length) % tail.length]!)];
}

function errors(values: readonly string[]): string[] {
  const text = `青石市文化旅游局\n2024年度部门决算\n\n${form('支出决算表', slid(0, 0))}\n${form('财政拨款支出决算表', slid(0, 0))}\n${form('一般公共预算财政拨款支出决算表', values)}`;
  return checkText('x', text).reconciliation.findings.flatMap(({ severity, message }) =>
    severity === 'error' ? [message] : [],
  );
}

describe('amounts that slid by several rows', () => {
  it('nothing is said where nothing slid', () => assert.deepEqual(errors(slid(0, 0)), []));
  for (const [from, by] of [
    [4, 2],
    [4, -2],
    [2, 3],
    [6, -3],
    [0, 4],
  ] as const)
    it(`by ${by} from row ${from + 1} on: one finding, and no other form is accused`, () => {
      const found = errors(slid(from, by));
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, /^《一般公共预算财政拨款支出决算表》自“.+”起金额与科目错开 \d 行/);
    });
});
