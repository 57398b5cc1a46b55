import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Amount, halfUnit, isExact, parseAmount } from '../../src/shared/amount';
import { plain } from '../../src/shared/decimal';

/** value, digits after the point, raw; or '空' for what stands for nothing, or undefined for no amount. */
function read(cell: string): string | undefined {
  const amount = parseAmount(cell);
  if (!amount) return undefined;
  return amount.printed ? `${plain(amount.value)} ${amount.decimals} ${amount.raw}` : `空${amount.raw}`;
}

function amount(cell: string): Amount {
  const parsed = parseAmount(cell);
  assert.ok(parsed, cell);
  return parsed;
}

function table(cases: readonly (readonly [cell: string, wanted: string | undefined])[]): void {
  for (const [cell, wanted] of cases) it(JSON.stringify(cell), () => assert.equal(read(cell), wanted));
}

describe('amounts: plain figures', () => {
  table([
    ['289.06', '289.06 2 289.06'],
    ['0', '0 0 0'],
    ['0.00', '0 2 0.00'],
    ['12604173', '12604173 0 12604173'],
    ['.5', '0.5 1 .5'],
    ['007.10', '7.1 2 007.10'],
    ['+3.20', '3.2 2 +3.20'],
  ]);
});

describe('amounts: separators and full width', () => {
  table([
    ['1,234,567.89', '1234567.89 2 1,234,567.89'],
    ['1，234.56', '1234.56 2 1，234.56'],
    ['12,34.5', '1234.5 1 12,34.5'],
    ['１２３．４５', '123.45 2 １２３．４５'],
    ['１，０００', '1000 0 １，０００'],
    ['．５', '0.5 1 ．５'],
    ['＋3.20', '3.2 2 ＋3.20'],
  ]);
});

describe('amounts: blanks and units', () => {
  table([
    [' 880.52 ', '880.52 2 880.52'],
    ['880. 52', '880.52 2 880. 52'],
    ['1 234.50', '1234.5 2 1 234.50'],
    ['\u3000 15.00\u00a0', '15 2 15.00'],
    ['880.52万元', '880.52 2 880.52'],
    ['880.52 万元', '880.52 2 880.52'],
    ['880.52万 元', '880.52 2 880.52'],
    ['3.1亿元', '3.1 1 3.1'],
    ['26000元', '26000 0 26000'],
    ['12.34%', '12.34 2 12.34'],
    ['12.34％', '12.34 2 12.34'],
    ['¥1,000.00', '1000 2 ¥1,000.00'],
    ['￥ 1,000.00', '1000 2 ￥ 1,000.00'],
  ]);
});

describe('amounts: negatives', () => {
  table([
    ['-5.00', '-5 2 -5.00'],
    ['－5.00', '-5 2 －5.00'],
    ['−5.00', '-5 2 −5.00'],
    ['(5.00)', '-5 2 (5.00)'],
    ['（5.00）', '-5 2 （5.00）'],
    ['(-5.00)', '-5 2 (-5.00)'],
  ]);
});

describe('amounts: nothing stands there', () => {
  table([
    ['', '空'],
    ['   ', '空'],
    ['\u3000', '空'],
    ['—', '空—'],
    ['——', '空——'],
    ['⸺', '空⸺'],
    ['-', '空-'],
    ['– –', '空– –'],
    ['/', '空/'],
    ['无', '空无'],
  ]);
});

describe('amounts: marks that conversion left', () => {
  table([
    ['<b>12.00</b>', '12 2 12.00'],
    ['**12.00**', '12 2 12.00'],
    ['<b></b>', '空'],
  ]);
});

describe('amounts: what is no amount', () => {
  table(
    ['约5', '五万', '12.3.4', '1-2', '(5.00', '5.00)', '.', ',', '+', '=1+1', '2023年', '3辆', '1e3', 'NaN'].map(
      (cell) => [cell, undefined],
    ),
  );
});

describe('amounts: precision', () => {
  for (const [cell, half, exact] of [
    ['289.06', '0.005', false],
    ['0.00', '0.005', false],
    ['100', '0.5', false],
    ['1.234', '0.0005', false],
    ['0', '0', true],
    ['', '0', true],
    ['—', '0', true],
  ] as const) {
    it(`${JSON.stringify(cell)} stands for itself ± ${half}`, () => {
      assert.equal(plain(halfUnit(amount(cell))), half);
      assert.equal(isExact(amount(cell)), exact);
    });
  }

  it('every printed form of a figure reads back as that figure', () => {
    const forms = fc.record({
      cents: fc.integer({ min: 0, max: 999_999_999_999 }),
      negative: fc.boolean(),
      thousands: fc.boolean(),
      wide: fc.boolean(),
      unit: fc.constantFrom('', '元', '万元', ' 亿元', '%'),
      around: fc.constantFrom('', ' ', '\u3000'),
    });
    fc.assert(
      fc.property(forms, ({ cents, negative, thousands, wide, unit, around }) => {
        const [whole = '', fraction = ''] = [String(Math.floor(cents / 100)), String(cents % 100).padStart(2, '0')];
        const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
        const digits = `${negative ? '-' : ''}${grouped}.${fraction}`;
        const shown = wide ? digits.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : digits;
        const { value, decimals, printed } = amount(`${around}${shown}${unit}${around}`);
        assert.equal(value.times(100).abs().toNumber(), cents);
        assert.deepEqual([decimals, printed, cents > 0 && value.isNegative()], [2, true, cents > 0 && negative]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
