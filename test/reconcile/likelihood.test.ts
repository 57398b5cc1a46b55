import assert from 'node:assert/strict';
import { checkText } from '../../src';
import type { Finding } from '../../src/model/relation';
import { reconcile } from '../../src/reconcile';
import { grids } from '../checks/grid';

/*
 * Which of several figures of the explanation is likeliest to be wrong, and what it was meant to be.
 */

/** The one error or warning about a section of a final account. */
function only(text: string): Finding {
  const { findings } = checkText(
    'x',
    `青石市档案馆2024年度单位决算\n\n第三部分 2024年度单位决算情况说明\n\n一、情况说明\n\n${text}\n`,
  ).reconciliation;
  const found = findings.filter(({ severity }) => severity !== 'info');
  assert.equal(found.length, 1, found.map(({ message }) => message).join('\n'));
  return found[0]!;
}

function accused(text: string): string {
  const { suspects, expected } = only(text);
  return `${suspects[0]!.amount.raw} → ${expected}`;
}

describe('what was meant by a figure of the text', () => {
  it('a separator out of place: there a digit got lost', () => {
    assert.equal(
      accused('2024年度支出合计131,285.64万元，其中：基本支出35,840.00万元，项目支出195,45.64万元。'),
      '195,45.64 → 95445.64',
    );
  });

  it('a zero in front was not meant', () => {
    assert.equal(
      accused('2024年度公用经费1281.37万元，其中：办公费280.27万元、印刷费060.66万元、差旅费400.44万元。'),
      '060.66 → 600.66',
    );
  });

  it('100% says that two figures are one', () => {
    assert.equal(
      accused('2024年度本年支出合计4189.15万元。一般公共预算财政拨款支出41869.15万元，占本年支出合计的100%。'),
      '4189.15 → 41869.15',
    );
  });

  it('beside a figure without decimals the sum is read as exact', () => {
    assert.equal(accused('2024年度公用经费687.59万元，其中：办公费52万元、印刷费639.59万元。'), '639.59 → 635.59');
  });

  it('what another print says, not a number within rounding of it that looks more like a slip', () => {
    const { findings } = reconcile(
      grids(`
        甲表 flow=expenditure | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
        201 | 0.99 | 0.99 |
        208 | 7.41 | 7.41 |

        乙表 flow=expenditure | 合计
        201 | 9.08
        208 | 7.41`),
    );
    assert.deepEqual(
      findings.map(({ stated, expected }) => `${stated} → ${expected}`),
      ['9.08 → 0.99'],
    );
  });

  it('counts with their units', () => {
    const { message, unit } = only('本单位共有车辆90辆，其中：机要通信用车21辆、其他用车68辆。');
    assert.match(message, /共有车辆 90辆 ≠ 机要通信用车 21辆 \+ 其他用车 68辆 = 89辆，差 1/);
    assert.equal(unit, '辆');
  });
});
