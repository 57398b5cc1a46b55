/*
 * The generator's own tests. They read the rendered text back and recompute, and use nothing of the product.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PLAIN, type Blemishes } from './render/shanxi-budget/blemishes';
import { documents, formGrids, sampleDocuments, SHEETS, type GeneratedDocument } from './index';
import { lawsOf, type Law } from './render/shanxi-budget/laws';
import { FUNDS, isCarried, sum } from './budget/ledger';
import { cents, money, percent } from './money';
import { linesOf, readCents, readForms } from './render/shanxi-budget/read-back';

/** How far a stated figure may lie from its parts: not at all, or by half a cent a figure. */
function slack(document: GeneratedDocument, figures: number): number {
  return document.ledger.precision === 'exact' ? 0 : (figures + 1) / 2;
}

function laws({ text, ledger }: GeneratedDocument): readonly Law[] {
  return lawsOf(readForms(text), ledger);
}

function assertLaws(document: GeneratedDocument, found = laws(document)): void {
  for (const { what, stated, parts } of found) {
    const difference = Math.abs(stated - parts.reduce((total, part) => total + part, 0));
    assert.ok(difference <= slack(document, parts.length), `${what}: ${stated} ≠ ${parts.join(' + ')}`);
  }
}

/** Figures of the forms in reading order, zeros left out. */
function printedFigures(text: string): Map<string, string[]> {
  return new Map(
    [...readForms(text)].map(([sheet, rows]) => [
      sheet,
      rows.flatMap(({ figures }) => [...figures.values()].map((value) => money(value * 100))),
    ]),
  );
}

/** A sentence's figures without the damage of pasting. */
function readable(line: string): string {
  return line
    .replace(/ /g, '')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/,/g, '，')
    .replace(/:/g, '：')
    .replace(/;/g, '；');
}

function toCents(text: string): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Number(whole + fraction.padEnd(2, '0'));
}

describe('ledger generator', () => {
  let sample: readonly GeneratedDocument[];
  let lawsOfSample: readonly (readonly Law[])[];

  before(() => {
    sample = sampleDocuments(20240315, 300);
    lawsOfSample = sample.map(laws);
  });

  it('prints forms in which every law holds, blemished', () => {
    sample.forEach((document, index) => assertLaws(document, lawsOfSample[index]));
    sampleDocuments(5, 12, { scale: 'large' }).forEach((document) => assertLaws(document));
  });

  it('prints forms in which every law holds, clean', () => {
    fc.assert(
      fc.property(documents({ clean: true }), (document) => assertLaws(document)),
      { seed: 4, numRuns: 100 },
    );
  });

  it('recomputes enough: laws over printed figures abound in every document', () => {
    lawsOfSample.forEach((found, index) => {
      assert.ok(found.filter(({ stated, parts }) => stated > 0 && parts.length > 0).length > 15, sample[index]?.text);
    });
  });

  it('prints all 13 forms, each with the figures that formGrids lists', () => {
    for (const { ledger, text, blemishes } of sample) {
      assert.deepEqual(printedFigures(text), new Map(formGrids(ledger, blemishes)));
      assert.deepEqual([...readForms(text).keys()], [...SHEETS]);
    }
  });

  it('prints shares that are the quotients of their figures, and lists them whole', () => {
    let lists = 0;
    for (const { ledger, text } of sample.filter((document) => document.ledger.precision === 'exact')) {
      for (const line of linesOf(text)
        .map(readable)
        .filter((one) => /占[^0-9]*[\d.]+%/.test(one))) {
        const whole = toCents(/([\d.]+)万元/.exec(line)?.[1] ?? '');
        const shares = [...line.matchAll(/([\d.]+)万元，占[^0-9]*([\d.]+)%/g)].map(([, part = '', share = '']) => ({
          part: toCents(part),
          share,
        }));
        for (const { part, share } of shares) assert.equal(Number(share), Number(percent(part, whole)), line);
        assert.equal(
          shares.reduce((total, { part }) => total + part, 0),
          whole,
          `${ledger.entity}: ${line}`,
        );
        lists += 1;
      }
    }
    assert.ok(lists > 300);
  });

  it('prints rates of change that agree with the amounts beside them', () => {
    let rates = 0;
    const sentence =
      /([\d.]+)万元，20\d\d年预算数为([\d.]+)万元，[^，]*?(增加|减少)([\d.]+)万元(?:，[^0-9，]+([\d.]+)%)?/g;
    for (const { text } of sample.filter((document) => document.ledger.precision === 'exact')) {
      for (const [whole, now = '', before = '', verb = '', amount = '', rate] of linesOf(text)
        .map(readable)
        .join('\n')
        .matchAll(sentence)) {
        const difference = toCents(now) - toCents(before);
        assert.equal(difference, verb === '增加' ? toCents(amount) : -toCents(amount), whole);
        if (rate !== undefined)
          assert.equal(Number(rate), Number(percent(Math.abs(difference), toCents(before))), whole);
        rates += 1;
      }
    }
    assert.ok(rates > 30);
  });

  it('gives the same documents for the same seed and others for another', () => {
    const texts = (seed: number): string[] => sampleDocuments(seed, 20).map(({ text }) => text);
    assert.deepEqual(texts(7), texts(7));
    assert.notDeepEqual(texts(7), texts(8));
  });

  it('covers both levels, both precisions, every fund and vintage, empty and full forms, in 200 documents', () => {
    const some = sample.slice(0, 200);
    for (const level of ['unit', 'department'])
      assert.ok(some.filter(({ ledger }) => ledger.level === level).length > 50, level);
    for (const precision of ['exact', 'rounded'])
      assert.ok(some.filter(({ ledger }) => ledger.precision === precision).length > 40, precision);
    for (const fund of FUNDS) {
      assert.ok(some.filter(({ ledger }) => sum(ledger.entries, (entry) => entry.fund === fund) > 0).length > 10, fund);
    }
    for (const carried of [true, false]) {
      assert.ok(
        some.filter(({ ledger }) => ledger.entries.some(isCarried) === carried).length > 40,
        `carry-over ${String(carried)}`,
      );
    }
    const grids = some.map(({ ledger }) => formGrids(ledger));
    for (const sheet of SHEETS.slice(4)) {
      const empty = grids.filter((grid) => grid.get(sheet)?.length === 0).length;
      assert.ok(empty > 4 && empty < 195, `${sheet}: ${empty} of 200 empty`);
    }
  });

  it('spreads sizes and amounts', () => {
    const codes = sample.map(({ ledger }) => new Set(ledger.entries.map(({ code }) => code)).size);
    assert.ok(codes.some((count) => count === 1) && codes.some((count) => count > 100), String(Math.max(...codes)));
    const units = new Set(sample.map(({ ledger }) => ledger.units.length));
    for (let count = 1; count <= 8; count += 1) assert.ok(units.has(count), `${count} units`);
    const amounts = sample.flatMap(({ ledger }) => ledger.entries.map(({ amount }) => cents(amount)));
    assert.ok(Math.min(...amounts) === 1 && Math.max(...amounts) > 500_000_000);
    assert.ok(Math.max(...sample.map(({ ledger }) => ledger.projects.length)) > 60);
  });

  it('shows rounding differences in rounded documents', () => {
    const differing = (found: readonly Law[]): boolean =>
      found.some(({ stated, parts }) => stated !== parts.reduce((total, part) => total + part, 0));
    const rounded = lawsOfSample.filter((_, index) => sample[index]?.ledger.precision === 'rounded');
    assert.ok(rounded.filter(differing).length > rounded.length / 3);
  });

  it('tries every blemish, and wrong form numbers only on request', () => {
    for (const key of Object.keys(PLAIN) as (keyof Blemishes)[]) {
      assert.ok(new Set(sample.map(({ blemishes }) => blemishes[key])).size > 1, key);
    }
    assert.ok(sample.every(({ blemishes }) => blemishes.formNumbers !== 'wrong'));
    assert.ok(
      sampleDocuments(1, 50, { wrongFormNumbers: true }).some(({ blemishes }) => blemishes.formNumbers === 'wrong'),
    );
  });

  it('obeys its options', () => {
    const options = {
      level: 'unit',
      precision: 'rounded',
      scale: 'tiny',
      fixed: { newline: '\r\n', zero: '0.00' },
    } as const;
    for (const { ledger, text, blemishes } of sampleDocuments(3, 30, options)) {
      assert.deepEqual([ledger.level, ledger.precision, ledger.entries.length <= 4], ['unit', 'rounded', true]);
      assert.ok(text.includes('\r\n') && blemishes.zero === '0.00');
    }
  });

  it('rounds half up and reads its figures back', () => {
    assert.deepEqual(
      [0, 49, 50, 150, 2890649].map((yuan) => money(yuan)),
      ['0.00', '0.00', '0.01', '0.02', '289.06'],
    );
    assert.equal(money(12345678900, { thousands: true, trim: true }), '1,234,567.89');
    assert.deepEqual([percent(1, 3), percent(1, 800), percent(3, 3, true)], ['33.33', '0.13', '100']);
    assert.deepEqual(['1,234.56', '0.00', '2101102', ''].map(readCents), [123456, undefined, undefined, undefined]);
  });
});
