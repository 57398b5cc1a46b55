import assert from 'node:assert/strict';
import { Decimal, plain, tenMillionths } from '../../src/shared/decimal';

describe('decimal', () => {
  for (const [value, decimals, wanted] of [
    ['0.1', 2, '0.10'],
    ['0.125', 2, '0.125'],
    ['-3', 2, '-3.00'],
    ['0', 0, '0'],
    ['1e21', 0, '1000000000000000000000'],
    ['0.0000001', 2, '0.0000001'],
    ['123456789012345678.99', 2, '123456789012345678.99'],
  ] as const) {
    it(`${value} to ${decimals} places is ${wanted}`, () => assert.equal(plain(new Decimal(value), decimals), wanted));
  }

  it('sums stay exact where binary arithmetic does not', () => {
    const sum = Array.from({ length: 1000 }, () => new Decimal('0.1')).reduce((a, b) => a.plus(b));
    assert.equal(plain(sum), '100');
    assert.equal(plain(new Decimal('99999999999999.99').plus('0.01')), '100000000000000');
  });

  it('halves are rounded up', () => {
    assert.deepEqual(
      ['0.005', '0.015', '-0.005'].map((value) => plain(new Decimal(value).toDecimalPlaces(2), 2)),
      ['0.01', '0.02', '-0.01'],
    );
  });

  for (const [value, wanted] of [
    ['0', 0],
    ['0.0000001', 1],
    ['-0.05', -500000],
    ['1234.56', 12345600000],
    ['12345678.9', 123456789000000],
    ['900719925.4740991', Number.MAX_SAFE_INTEGER],
    ['900719925.4740992', NaN],
    ['0.00000001', NaN],
    ['1e30', NaN],
  ] as const) {
    it(`${value} in ten-millionths is ${wanted}`, () => assert.equal(tenMillionths(new Decimal(value)), wanted));
  }
});
