import assert from 'node:assert/strict';
import type { Fact } from '../../src/model/disclosure';
import type { Finding } from '../../src/model/relation';
import { reconcile } from '../../src/reconcile';
import { grids } from '../checks/grid';

/*
 * Slips of whole rows and columns: one finding each, that names every figure of it.
 */

const HEAD = '合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project';
const SUM = '∑合计 = 201 + 208 + 210 + 213 + 221';
const ROWS = [
  ['201', '137.12', '41.80', '95.32'],
  ['208', '52.77', '30.27', '22.50'],
  ['210', '88.41', '13.91', '74.50'],
  ['213', '64.93', '25.60', '39.33'],
  ['221', '19.46', '8.03', '11.43'],
  [SUM, '362.69', '119.61', '243.08'],
];

function table(name: string, rows: readonly (readonly string[])[]): string {
  return `${name} flow=expenditure | ${HEAD}\n${rows.map((cells) => cells.join(' | ')).join('\n')}`;
}

/** The one finding of two equal tables of which the second was changed. */
function only(change: (rows: string[][]) => void): Finding {
  const rows = ROWS.map((cells) => [...cells]);
  change(rows);
  const { findings } = reconcile(grids(`${table('甲表', ROWS)}\n\n${table('乙表', rows)}`));
  assert.equal(findings.length, 1, findings.map(({ message }) => message).join('\n'));
  assert.equal(findings[0]!.severity, 'error');
  return findings[0]!;
}

function raws({ suspects }: Finding): string[] {
  return suspects.map(({ amount }) => amount.raw).sort();
}

describe('slips of whole rows and columns', () => {
  it('no change, no finding', () => {
    assert.deepEqual(reconcile(grids(`${table('甲表', ROWS)}\n\n${table('乙表', ROWS)}`)).findings, []);
  });

  it('a column with the point moved', () => {
    const finding = only((rows) => rows.forEach((row) => (row[3] = String(Math.round(Number(row[3]) * 1000) / 100))));
    assert.equal(
      finding.message,
      '《乙表》“项目”整列小数点错位，6 个数字都是应有数的 10 倍。如 《乙表》201·项目 953.2 疑应为 95.32',
    );
    assert.equal(finding.suspects.length, 6);
    assert.equal(finding.expected, '95.32');
  });

  it('a table in 元 that says 万元', () => {
    const finding = only((rows) =>
      rows.forEach((row) => [1, 2, 3].forEach((at) => (row[at] = String(Math.round(Number(row[at]) * 10000))))),
    );
    assert.match(finding.message, /^《乙表》全表单位有误（元与万元），18 个数字都是应有数的 10000 倍。/);
  });

  it('two rows exchanged', () => {
    const finding = only((rows) => {
      const [, second, , fourth] = rows;
      const [a, b] = [second!.slice(1), fourth!.slice(1)];
      second!.splice(1, 3, ...b);
      fourth!.splice(1, 3, ...a);
    });
    assert.equal(finding.message, '《乙表》“208”与“213”两行的数字互换了。如 《乙表》208·合计 64.93 疑应为 52.77');
    assert.deepEqual(raws(finding), ['22.50', '25.60', '30.27', '39.33', '52.77', '64.93']);
  });

  it('two columns exchanged', () => {
    const finding = only((rows) => rows.forEach((row) => ([row[2], row[3]] = [row[3]!, row[2]!])));
    assert.match(finding.message, /^《乙表》“基本”与“项目”两列的数字互换了。/);
  });

  it('values typed a row too high', () => {
    const finding = only((rows) => [0, 1, 2].forEach((at) => rows[at]!.splice(1, 3, ...ROWS[at + 1]!.slice(1))));
    assert.match(
      finding.message,
      /^《乙表》“201”至“210”的数字填高了一行，9 个数字错位。如 《乙表》201·合计 52\.77 疑应为 137\.12$/,
    );
  });

  it('a row typed into the next one', () => {
    const finding = only((rows) => {
      rows[2]!.splice(1, 3, ...ROWS[1]!.slice(1));
      rows[1]!.splice(1, 3, '', '', '');
    });
    assert.equal(
      finding.message,
      '《乙表》“208”的数字误填在“210”一行，6 个数字错位。如 《乙表》208·合计 空 疑应为 52.77',
    );
    assert.equal(finding.suspects.length, 6);
  });

  it('a row typed into the one above, where only that one is printed elsewhere', () => {
    const rows = ROWS.map((cells) => [...cells]);
    rows[1]!.splice(1, 3, ...ROWS[2]!.slice(1));
    rows[2]!.splice(1, 3, '', '', '');
    const { findings } = reconcile(grids(`${table('甲表', [ROWS[1]!])}\n\n${table('乙表', rows)}`));
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['《乙表》“210”的数字误填在“208”一行，6 个数字错位。如 《乙表》208·合计 88.41 疑应为 52.77'],
    );
  });

  it('a column of one blank and its values one row too low, down to a row that nothing else prints', () => {
    const rows = ROWS.map((cells) => [...cells]);
    for (const at of [3, 2, 1]) rows[at]![3] = ROWS[at - 1]![3]!;
    rows[0]![3] = '';
    const other = table(
      '甲表',
      ROWS.map((cells) => (cells[0] === '213' ? [cells[0], '64.93', '', ''] : cells)),
    );
    const { findings } = reconcile(grids(`${other}\n\n${table('乙表', rows)}`));
    assert.match(findings[0]!.message, /^《乙表》“201”至“213”的数字填低了一行/);
  });

  it('a blank row is not the next one, though the sum misses nearly what stands there', () => {
    const rows = [
      ['201', '', '', ''],
      ['208', '10.06', '10.06', ''],
      ['210', '4.21', '4.21', ''],
      ['221', '', '', ''],
      ['∑合计 = 201 + 208 + 210 + 221', '24.34', '24.34', ''],
    ];
    const { findings } = reconcile(
      grids(`${table('甲表', [['221', '10.07', '10.07', '']])}\n\n${table('乙表', rows)}`),
    );
    assert.deepEqual(
      findings.map(({ suspects, expected }) => `${(suspects[0] as Fact).row} → ${expected}`),
      ['3 → 10.07', '3 → 10.07'],
    );
  });

  it('one figure that was left out is no row that was moved', () => {
    const rows = ROWS.map((cells) => [...cells]);
    rows[1]![3] = '';
    const { findings } = reconcile(grids(`${table('甲表', ROWS)}\n\n${table('乙表', rows)}`));
    assert.deepEqual(
      findings.map(({ suspects, expected }) => `${suspects[0]!.amount.raw || '空'} → ${expected}`),
      ['空 → 22.50'],
    );
  });

  it('a column copied from its neighbour', () => {
    const finding = only((rows) => rows.forEach((row) => (row[3] = row[2]!)));
    assert.match(finding.message, /^《乙表》“项目”整列与“基本”相同，疑为误抄，6 个数字与其他各处不符。/);
    assert.equal(finding.expected, '95.32');
  });

  it('two slips in one column are two slips', () => {
    const rows = ROWS.map((cells) => [...cells]);
    rows[0]![3] = '953.20';
    rows[3]![3] = '33.93';
    const { findings } = reconcile(grids(`${table('甲表', ROWS)}\n\n${table('乙表', rows)}`));
    assert.deepEqual(findings.map(({ stated, expected }) => `${stated} → ${expected}`).sort(), [
      '33.93 → 39.33',
      '953.20 → 95.32',
    ]);
  });

  it('another slip beside it is a finding of its own', () => {
    const rows = ROWS.map((cells) => [...cells]);
    for (const row of rows) row[3] = row[2]!;
    rows[2]![1] = '84.81';
    const { findings } = reconcile(grids(`${table('甲表', ROWS)}\n\n${table('乙表', rows)}`));
    assert.equal(findings.length, 2);
    assert.match(findings[0]!.message, /整列/);
    assert.deepEqual([findings[1]!.stated, findings[1]!.expected], ['84.81', '88.41']);
  });
});

const FORGOTTEN = `支出 flow=expenditure | ${HEAD}
  ∑合计 = 201 + 208 | 137.12 | 41.80 | 95.32
  201 = 20103 | 84.35 | 11.53 | 72.82
  20103 | 84.35 | 11.53 | 72.82
  208 = 20805 | | |
  20805 = 2080505 + 2080506 | | |
  2080505 | 30.05 | 30.05 |
  2080506 | 22.72 | 0.22 | 22.50`;

describe('rows and columns that were not filled in', () => {
  const messagesOf = (tables: string): string[] => reconcile(grids(tables)).findings.map(({ message }) => message);

  it('a class and its 款, each with what its parts add up to', () => {
    assert.deepEqual(messagesOf(FORGOTTEN), [
      '《支出》“20805”一行未填写，按所属各行合计应为 合计 52.77，基本 30.27，项目 22.50',
      '《支出》“208”一行未填写，按所属各行合计应为 合计 52.77，基本 30.27，项目 22.50',
    ]);
  });

  it('a total', () => {
    const table = FORGOTTEN.replace(/(∑.*?) \| .*/, '$1 | | |').replaceAll('| | |', '| 52.77 | 30.27 | 22.50');
    assert.deepEqual(messagesOf(table.replace(/(∑.*?) \| .*/, '$1 | | |')), [
      '《支出》“合计”一行未填写，按所属各行合计应为 合计 137.12，基本 41.80，项目 95.32',
    ]);
  });

  it('a total that leaves the forgotten class out is wrong by itself', () => {
    const messages = messagesOf(FORGOTTEN.replace('137.12 | 41.80 | 95.32', '84.35 | 11.53 | 72.82'));
    assert.equal(messages.length, 5, messages.join('\n'));
    assert.match(messages[2]!, /合计 84\.35 疑应为 137\.12$/);
  });

  it('no part is accused for a sum that was left blank', () => {
    const [message, ...others] = messagesOf(`支出 flow=expenditure | ${HEAD}
      201 = 20103 | 84.35 | | 84.35
      20103 | 84.35 | 11.53 | 72.82`);
    assert.deepEqual(others.length, 1);
    assert.doesNotMatch(`${message}${others[0]}`, /11\.53 (?:疑)?应为 0/);
  });

  it('headings of a list that fills in none of them are no finding', () => {
    const table = FORGOTTEN.replace('84.35 | 11.53 | 72.82\n', '| | \n');
    assert.deepEqual(messagesOf(table), []);
  });

  it('a column of totals is one finding, to look at', () => {
    const [finding, ...others] = reconcile(
      grids(`支出 flow=expenditure | ${HEAD}
        201 | | 41.80 | 95.32
        208 | | 30.27 | 22.50`),
    ).findings;
    assert.deepEqual(others, []);
    assert.equal(finding!.severity, 'warning');
    assert.equal(finding!.message, '《支出》“合计”一栏未填写，按所属各栏合计应为 “201” 137.12，“208” 52.77');
  });
});
