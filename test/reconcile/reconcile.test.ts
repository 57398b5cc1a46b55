import assert from 'node:assert/strict';
import type { Finding, Reconciliation } from '../../src/model/relation';
import { reconcile } from '../../src/reconcile';
import { grids } from '../checks/grid';
import { INCOME, SPENDING, SUMMARY, together } from '../checks/samples';

const ALL = together(SUMMARY, SPENDING, INCOME);

/** The disclosure with one printed row in place of another. */
function altered(...changes: readonly (readonly [from: string, to: string])[]): Reconciliation {
  let text = ALL;
  for (const [from, to] of changes) {
    assert.equal(text.split(from).length, 2, `${from} must stand there once`);
    text = text.replace(from, to);
  }
  return reconcile(grids(text));
}

function only({ findings }: Reconciliation): Finding {
  assert.equal(findings.length, 1, findings.map(({ message }) => message).join('\n'));
  return findings[0]!;
}

describe('a disclosure in which everything agrees', () => {
  it('has no finding, and every figure is checked', () => {
    const { findings, tableCoverage, unchecked, relations } = reconcile(grids(ALL));
    assert.deepEqual(findings, []);
    assert.deepEqual(tableCoverage, { figures: 21, checked: 21 });
    assert.deepEqual(unchecked, []);
    assert.ok(relations >= 20);
  });

  it('nothing at all: nothing to say', () => {
    const { findings, tableCoverage } = reconcile(grids(''));
    assert.deepEqual([findings, tableCoverage], [[], { figures: 0, checked: 0 }]);
  });
});

describe('one wrong figure is one finding that names it', () => {
  const slips: Readonly<Record<string, readonly [from: string, to: string, stated: string, expected: string]>> = {
    'one digit': ['201 | 7.00 | 1.00 | 6.00', '201 | 7.10 | 1.00 | 6.00', '7.10', '7.00'],
    'a decimal point moved': ['10.00 | 4.00 | 6.00', '100.00 | 4.00 | 6.00', '100.00', '10.00'],
    'a digit lost': ['10.00 | 9.00 | 1.00', '1.00 | 9.00 | 1.00', '1.00', '10.00'],
    'nothing printed': ['201 | 7.00 | 1.00 | 6.00', '201 | | 1.00 | 6.00', '', '7.00'],
    'a figure where none belongs': ['208 | 3.00 | 3.00 |', '208 | 3.00 | 3.00 | 5.00', '5.00', '0.00'],
    'of an item in one column': ['201 | 7.00 | 1.00 | 6.00', '201 | 7.00 | 1.00 | 9.00', '9.00', '6.00'],
    'the total of the income': ['本年合计 + 上年结转 | 10.00', '本年合计 + 上年结转 | 10.90', '10.90', '10.00'],
  };
  for (const [name, [from, to, stated, expected]] of Object.entries(slips)) {
    it(name, () => {
      // The last place where it stands.
      const at = ALL.lastIndexOf(from);
      const finding = only(reconcile(grids(ALL.slice(0, at) + to + ALL.slice(at + from.length))));
      assert.deepEqual([finding.severity, finding.stated, finding.expected], ['error', stated, expected]);
      assert.equal(finding.suspects[0]!.amount.printed ? finding.stated : '', stated);
    });
  }

  it('the message is the arithmetic, with both ends and the difference, and the proposal is no more than one', () => {
    const { message, difference, unit } = only(altered(['201 | 7.00 | 1.00 | 6.00', '201 | 7.10 | 1.00 | 6.00']));
    assert.equal(
      message,
      '《支出总表》201·合计 7.10 ≠ 《收支总表》201·合计 7.00，差 0.10。《支出总表》201·合计 7.10 疑应为 7.00',
    );
    assert.deepEqual([difference, unit], ['0.10', '万元']);
  });

  it('every broken relation is evidence, every figure of theirs is named once', () => {
    const { evidence, facts, suspects } = only(altered(['201 | 7.00 | 1.00 | 6.00', '201 | 7.10 | 1.00 | 6.00']));
    assert.deepEqual(evidence, [
      '《支出总表》合计 10.00 ≠ 201 7.10 + 208 3.00 = 10.10，差 0.10',
      '《支出总表》201·合计 7.10 ≠ 基本 1.00 + 项目 6.00 = 7.00，差 0.10',
      '《支出总表》201·合计 7.10 ≠ 《收支总表》201·合计 7.00，差 0.10',
    ]);
    assert.equal(new Set(facts).size, facts.length);
    assert.deepEqual(facts.map(({ amount }) => amount.raw).sort(), ['1.00', '10.00', '3.00', '6.00', '7.00', '7.10']);
    assert.ok(suspects.length >= 2 && suspects.length <= 5, 'a few suspects, not everybody');
  });

  it('blanks are called blank', () => {
    const { message } = only(altered(['201 | 7.00 | 1.00 | 6.00', '201 | | 1.00 | 6.00']));
    assert.match(message, /201·合计 空 .*疑应为 7\.00$/);
  });
});

describe('several wrong figures', () => {
  it('that have nothing to do with each other are several findings', () => {
    const { findings } = altered(
      ['201 | 7.00 | 1.00 | 6.00', '201 | 7.00 | 1.00 | 8.00'],
      ['本年合计 + 上年结转 | 10.00', '本年合计 + 上年结转 | 10.90'],
    );
    assert.deepEqual(findings.map(({ stated, expected }) => `${stated} ${expected}`).sort(), [
      '10.90 10.00',
      '8.00 6.00',
    ]);
  });

  it('the same slip in both places that print a figure is still found', () => {
    const { findings } = altered(
      ['201 | 7.00 | 6.00 | 1.00', '201 | 7.50 | 6.00 | 1.00'],
      ['201 | 7.00 | 1.00 | 6.00', '201 | 7.50 | 1.00 | 6.00'],
    );
    assert.ok(findings.some(({ severity }) => severity === 'error'));
  });

  it('ids are distinct and begin with the rule', () => {
    const { findings } = altered(
      ['201 | 7.00 | 1.00 | 6.00', '201 | 7.00 | 1.00 | 8.00'],
      ['本年合计 + 上年结转 | 10.00', '本年合计 + 上年结转 | 10.90'],
    );
    assert.equal(new Set(findings.map(({ id }) => id)).size, findings.length);
    for (const { id, rule } of findings) assert.ok(id.startsWith(rule), id);
  });
});

describe('rounding', () => {
  const rounded = grids(`
    支出总表 flow=expenditure | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
    ∑合计 = 201 + 208 + 210 | 10.02 | 4.01 | 6.00
    201 | 4.00 | 1.00 | 3.00
    208 | 3.00 | 1.50 | 1.50
    210 | 3.00 | 1.50 | 1.50`);

  it('is one remark a table, with the number of places and the largest difference', () => {
    const finding = only(reconcile(rounded));
    assert.equal(finding.severity, 'info');
    assert.match(finding.message, /^《支出总表》有 3 处尾差，均在四舍五入范围内，最大 0\.02：.*≈.*，差 0\.02$/);
    assert.equal(finding.evidence.length, 3);
  });

  it('never hides what is broken', () => {
    const { findings } = altered(['10.00 | 4.00 | 6.00', '10.01 | 4.00 | 6.10']);
    assert.deepEqual([...new Set(findings.map(({ severity }) => severity))], ['error', 'info']);
  });
});

describe('元 and 万元', () => {
  it('figures of another unit are named with it', () => {
    const yuan = `
      明细表 flow=expenditure 元 | 合计
      201 | 70500
      208 | 30000`;
    const { message, unit, expected } = only(reconcile(grids(together(SPENDING, yuan))));
    assert.deepEqual([unit, expected], ['元', '70000']);
    assert.match(message, /^《明细表》201·合计 70500 ≠ 《支出总表》201·合计 7\.00万元 = 70000\.00，差 500\.00。/);
  });
});

describe('figures that nothing ties', () => {
  it('are listed, never passed over', () => {
    const { tableCoverage, unchecked, findings } = reconcile(
      grids(
        `
        甲表 flow=expenditure | 合计
        201 | 1.00
        202 | 2.00

        乙表 flow=expenditure | 合计
        201 | 1.00`,
      ),
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(tableCoverage, { figures: 3, checked: 2 });
    assert.deepEqual(
      unchecked.map(({ amount }) => amount.raw),
      ['2.00'],
    );
  });

  it('blanks are no figures', () => {
    const { tableCoverage } = reconcile(grids('甲表 | 合计\n201 |\n202 | —\n203 | 0.00'));
    assert.deepEqual(tableCoverage, { figures: 1, checked: 0 });
  });
});
