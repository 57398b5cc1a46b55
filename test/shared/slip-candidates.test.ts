import assert from 'node:assert/strict';
import { Decimal } from '../../src/shared/decimal';
import { meantBy, type Habits } from '../../src/shared/slip-candidates';

function meant(printed: string, low: number, high: number, habits?: Habits): string[] {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return meantBy(new Decimal(printed), decimals, { low, high }, habits).map(({ value }) => value.toString());
}

describe('what a wrong figure was meant to be', () => {
  const slips: Readonly<Record<string, readonly [printed: string, low: number, high: number, meant: string]>> = {
    'a digit mistyped': ['640.41', 609, 611, '610.41'],
    'two digits swapped': ['93.17', 93.7, 93.72, '93.71'],
    'a digit lost before the point': ['92.51', 291.3, 293.8, '292.51'],
    'a digit lost behind the point': ['195.5', 195.3, 195.4, '195.35'],
    'a digit doubled': ['1770.05', 170, 180, '170.05'],
    'ten times too much': ['492.80', 49.2, 49.4, '49.28'],
    'a tenth, the last digit gone': ['0.51', 5.045, 5.054, '5.05'],
    '元 for 万元': ['2600000.00', 255, 265, '260'],
    'a sign too much': ['-5.00', 4, 6, '5'],
  };
  for (const [name, [printed, low, high, value]] of Object.entries(slips))
    it(name, () => assert.equal(meant(printed, low, high, { decimals: 2 })[0], value));

  it('nothing where no slip leads to it', () => assert.deepEqual(meant('93.71', 500, 501), []));

  it('never what is printed itself', () => assert.ok(!meant('93.71', 90, 99).includes('93.71')));

  it('a percentage has no unit to be mistaken', () => {
    assert.ok(meant('159', 0.15, 0.16).includes('0.159'));
    assert.deepEqual(meant('159', 0.15, 0.16, { unitless: true }), []);
  });

  it('元 for 万元 gives no more decimals than such figures have', () => {
    assert.deepEqual(meant('4.01', 0.003, 0.005, { decimals: 2 }), []);
    assert.deepEqual(meant('123456', 12.34, 12.36, { decimals: 2 }), ['12.35']);
  });

  it('fewer decimals than usual are nothing unusual where zeros at the end are left out', () => {
    const weight = (shortened: boolean): number =>
      meantBy(new Decimal('4689.5'), 1, { low: 46895, high: 46895 }, { decimals: 2, shortened })[0]!.weight;
    assert.ok(weight(true) > weight(false));
  });

  it('of a figure that is computed no digit is an accident', () => {
    const weight = (derived: boolean): number =>
      meantBy(new Decimal('8.20'), 2, { low: 38.2, high: 38.2 }, { derived })[0]!.weight;
    assert.ok(weight(true) > weight(false));
  });
});
