import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { blockOf, body, rows, rowSums } from './read';

/*
 * Institutions among codes: as heads of their own codes, with or without a subtotal, or below the codes.
 */

const HEADS = '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出';
const table = (title: string, ...lines: readonly string[]): string =>
  `2024年${title}\n部门名称：白石县教育局\n单位：万元\n${rows(HEADS, ...lines)}\n\n`;

const SUBTOTALS = [
  '合计 | | 300.00 | 200.00 | 100.00',
  ' | 白石县教育局本级 | 120.00 | 80.00 | 40.00',
  '205 | 教育支出 | 100.00 | 70.00 | 30.00',
  '20501 | 教育管理事务 | 100.00 | 70.00 | 30.00',
  '221 | 住房保障支出 | 20.00 | 10.00 | 10.00',
  ' | 白石县第一小学 | 180.00 | 120.00 | 60.00',
  '205 | 教育支出 | 180.00 | 120.00 | 60.00',
  '20502 | 普通教育 | 180.00 | 120.00 | 60.00',
];
const HEADINGS = SUBTOTALS.map((line) => (line.startsWith(' |') ? line.replace(/\d+\.\d\d/g, '') : line));
const BELOW = [
  '合计 | | 300.00 | 200.00 | 100.00',
  '205 | 教育支出 | 280.00 | 190.00 | 90.00',
  ' | 白石县教育局本级 | 100.00 | 70.00 | 30.00',
  ' | 白石县第一小学 | 180.00 | 120.00 | 60.00',
  '221 | 住房保障支出 | 20.00 | 10.00 | 10.00',
];
const OWN = table(
  '预算收入总表',
  '合计 | | 300.00 | 200.00 | 100.00',
  '205 | 教育支出 | 280.00 | 190.00 | 90.00',
  '20501 | 教育管理事务 | 100.00 | 70.00 | 30.00',
  '20502 | 普通教育 | 180.00 | 120.00 | 60.00',
  '221 | 住房保障支出 | 20.00 | 10.00 | 10.00',
).replace('预算收入总表', '预算支出总表');

const sums = (lines: readonly string[]): string[] => rowSums(blockOf(table('分单位支出表', ...lines)));
const found = (lines: readonly string[]): string =>
  checkText('样例', OWN + table('分单位支出表', ...lines))
    .reconciliation.findings.filter(({ severity }) => severity !== 'info')
    .map(({ message }) => message)
    .join('\n');

describe('institutions among the codes', () => {
  it('each with its subtotal: it adds up its own codes, the total adds up the institutions', () => {
    assert.deepEqual(sums(SUBTOTALS), [
      '合计 = 白石县教育局本级 + 白石县第一小学',
      '白石县教育局本级 = 205 + 221',
      '205 = 20501',
      '白石县第一小学 = 205',
      '205 = 20502',
    ]);
  });

  it('their rows bear their name', () => {
    const said = body(blockOf(table('分单位支出表', ...SUBTOTALS)));
    assert.ok(said.includes('item 20502 普通教育 (20502 白石县第一小学)'), said.join('\n'));
  });

  it('a department’s own line above them is the sum of theirs', () => {
    const lines = [SUBTOTALS[0]!, ' | 白石县教育局 | 300.00 | 200.00 | 100.00', ...SUBTOTALS.slice(1)];
    assert.deepEqual(sums(lines).slice(0, 2), [
      '合计 = 白石县教育局',
      '白石县教育局 = 白石县教育局本级 + 白石县第一小学',
    ]);
    assert.equal(found(lines), '');
  });

  it('headings without figures', () => {
    assert.deepEqual(sums(HEADINGS), ['合计 = 205 + 221 + 205', '205 = 20501', '205 = 20502']);
  });

  it('below each code', () => {
    assert.deepEqual(sums(BELOW), ['合计 = 205 + 221', '205 = 白石县教育局本级 + 白石县第一小学']);
  });

  it('the rest of a name cut off is no institution', () => {
    const cut = [
      '合计 | | 20.00 | 10.00 | 10.00',
      '210 | 卫生健康支出 | 20.00 | 10.00 | 10.00',
      '21003 | 基层医疗卫生 | 20.00 | 10.00 | 10.00',
      ' | 机构 | | | ',
    ];
    assert.deepEqual(sums(cut), ['合计 = 210', '210 = 21003']);
    assert.ok(body(blockOf(table('支出表', ...cut))).some((row) => row.includes('基层医疗卫生机构')));
  });

  for (const [name, lines] of [
    ['subtotals', SUBTOTALS],
    ['headings', HEADINGS],
    ['below codes', BELOW],
  ] as const) {
    it(`${name}: consistent with the department’s form`, () => assert.equal(found(lines), ''));
    it(`${name}: a slip in one institution’s row is found`, () => {
      const slip = lines.map((line) =>
        line.includes('20502') || (name === 'below codes' && line.includes('小学'))
          ? line.replace('180.00', '181.00')
          : line,
      );
      assert.match(found(slip), /181\.00/);
    });
  }

  it('what all of them spend on an item is what the department’s form prints for it', () => {
    const other = HEADINGS.map((line) =>
      line.replace('180.00 | 120.00', '181.00 | 121.00').replace('300.00 | 200.00', '301.00 | 201.00'),
    );
    assert.match(found(other), /181\.00|280\.00/);
  });
});
