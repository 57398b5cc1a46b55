import assert from 'node:assert/strict';
import { checkText } from '../../src';

/*
 * Many contradictions in a table whose columns had to be told by where its text stands speak against the reading.
 */

const ROWS = ['教育支出', '科学技术支出', '卫生健康支出', '农林水支出', '交通运输支出', '住房保障支出'];

/** Cells under one another: a Chinese character is as wide as two others. */
function aligned(cells: readonly string[]): string {
  return cells
    .map((cell) => cell + ' '.repeat(24 - [...cell].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0)))
    .join('')
    .trimEnd();
}

function tabbed(cells: readonly string[]): string {
  return cells.join('\t');
}

/** 合计 of so many rows is off. */
function table(wrong: number, lineOf: (cells: readonly string[]) => string): string {
  const rows = ROWS.map((name, at) => [name, at < wrong ? '97.00' : '30.00', `${10 + at}.00`, `${20 - at}.00`]);
  return ['支出预算表', '单位：万元', ...[['项目', '合计', '基本支出', '项目支出'], ...rows].map(lineOf)].join('\n');
}

function found(text: string): { severity: string; evidence: number }[] {
  return checkText('公开', text).reconciliation.findings.map(({ severity, evidence }) => ({
    severity,
    evidence: evidence.length,
  }));
}

const errors = (count: number): string[] => Array.from({ length: count }, () => 'error');
const severities = (text: string): string[] => found(text).map(({ severity }) => severity);

describe('tables whose columns are told by their text', () => {
  it('a few slips are slips', () => {
    assert.deepEqual(severities(table(0, aligned)), []);
    assert.deepEqual(severities(table(1, aligned)), errors(1));
    assert.deepEqual(severities(table(4, aligned)), errors(4));
  });

  it('many are one doubt, with all of them as its evidence', () => {
    assert.deepEqual(found(table(6, aligned)), [{ severity: 'warning', evidence: 6 }]);
    const [doubt] = checkText('公开', table(6, aligned)).reconciliation.findings;
    assert.match(doubt!.message, /《支出预算表》.*有 6 处数字不符.*请对照原件核实/);
    assert.equal(doubt!.facts.length, 18);
    assert.match(doubt!.evidence[0]!, /97\.00 ≠ .*10\.00 \+ .*20\.00 = 30\.00/);
  });

  it('where tabs set the cells apart, all of them are slips', () =>
    assert.deepEqual(severities(table(6, tabbed)), errors(6)));
});
