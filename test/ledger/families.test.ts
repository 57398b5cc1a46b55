/*
 * The generator's own tests for the families beyond 山西 budgets: they recompute from the ledger or read the printed text
 * back, and use nothing of the product.
 */
import assert from 'node:assert/strict';
import type { Ledger } from './budget/ledger';
import { FAMILIES, sampleFamily, type Family, type FamilyDocument } from './families';
import {
  isClosing,
  isDistributed,
  isIncome,
  isOpening,
  isReserve,
  isSpent,
  total,
  type FinalLedger,
} from './final/ledger';
import { money } from './money';

const OTHERS = FAMILIES.filter((family) => family !== 'shanxi-budget');
const FINALS = OTHERS.filter((family) => family.endsWith('final'));

function finalOf({ ledger }: FamilyDocument): FinalLedger {
  return ledger as FinalLedger;
}

/** Cells of tab-separated rows, without tags, blanks inside and separators. */
function rowsOf(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t').map((cell) => cell.replace(/<\/?b>|[ ,]/g, '')));
}

/** Whole hundredths of a printed amount; a blank or a dash is nothing. */
function centsOf(cell: string | undefined): number {
  if (cell === undefined || !/^\d+(?:\.\d+)?$/.test(cell)) return 0;
  const [whole = '', fraction = ''] = cell.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

describe('generated disclosures of every family', () => {
  const samples = new Map<Family, readonly FamilyDocument[]>();
  const sample = (family: Family): readonly FamilyDocument[] => samples.get(family) ?? [];

  before(() => {
    for (const family of OTHERS) samples.set(family, sampleFamily(family, 20240701, 60));
  });

  it('are the same for the same seed and others for another', () => {
    for (const family of OTHERS) {
      const texts = (seed: number): string[] => sampleFamily(family, seed, 5).map(({ text }) => text);
      assert.deepEqual(texts(3), texts(3), family);
      assert.notDeepEqual(texts(3), texts(4), family);
    }
  });

  it('final accounts: what was there and came in is what was spent and is left, code by code', () => {
    for (const family of FINALS)
      for (const document of sample(family)) {
        const ledger = finalOf(document);
        const sources = total(ledger, isOpening) + total(ledger, isIncome) + total(ledger, isReserve);
        const uses = total(ledger, isSpent) + total(ledger, isClosing) + total(ledger, isDistributed);
        assert.equal(sources, uses);
        assert.ok(ledger.flows.every(({ from, source }) => (from === 'income') === (source !== undefined)));
        assert.ok(ledger.flows.every(({ to, nature }) => (to === 'spent') === (nature !== undefined)));
      }
  });

  it('print 总计 of the ledger, in the forms and in the text', () => {
    for (const family of FINALS)
      for (const document of sample(family)) {
        const [whole = '', cents = ''] = money(total(finalOf(document), () => true)).split('.');
        const printed = cents === '00' ? `${whole}(?:\\.00)?` : `${whole}\\.${cents.replace(/0$/, '0?')}`;
        const plain = document.text.replace(/(?<=\d),(?=\d)/g, '').replace(/(\d) ?万 ?元/g, '$1万元');
        assert.ok(new RegExp(`${printed}万元`).test(plain), `${family}: ${printed}`);
      }
  });

  it('上海 budgets: 款 and 项 of every form add up to their 类, and 类 to 合计, in 元', () => {
    for (const { ledger, text } of sample('shanghai-budget')) {
      const rows = rowsOf(text);
      const whole = (ledger as Ledger).entries.reduce((sum, { amount }) => sum + amount, 0);
      assert.ok(rows.some((row) => row.includes('收入总计') && row.some((cell) => centsOf(cell) === whole * 100)));
      const start = rows.findIndex((row) => row[4] === '收入预算');
      const end = rows.findIndex((row) => row[4] === '支出预算');
      const sum = (wanted: (row: readonly string[]) => boolean): number =>
        rows
          .slice(start, end)
          .filter((row) => /^\d{3}$/.test(row[0] ?? '') && wanted(row))
          .reduce((total, row) => total + centsOf(row[4]), 0);
      assert.equal(
        sum(([, section]) => section === ''),
        whole * 100,
      );
      assert.equal(
        sum(([, section, item]) => section !== '' && item === ''),
        whole * 100,
      );
      assert.equal(
        sum(([, , item]) => item !== '' && item !== undefined),
        whole * 100,
      );
    }
  });

  it('final forms: 项 of 收入决算表 add up to the income of the ledger', () => {
    for (const document of [...sample('shanxi-final'), ...sample('standard-final')]) {
      const ledger = finalOf(document);
      if (ledger.precision !== 'exact') continue;
      const rows = rowsOf(document.text);
      const start = rows.findIndex((row) => row.includes('本年收入合计') && row.includes('上级补助收入'));
      const end = rows.findIndex((row) => row.includes('本年支出合计') && row.includes('基本支出'));
      const items = rows.slice(start, end).filter((row) => /^\d{7}$/.test(row[0] ?? ''));
      const income = items.reduce((sum, row) => sum + centsOf(row[2]), 0);
      assert.equal(income, total(ledger, isIncome) / 100, ledger.entity);
    }
  });

  it('show every kind of money and of spending, balances, plans missed and met', () => {
    const ledgers = FINALS.flatMap((family) => sample(family).map(finalOf));
    for (const purse of ['general', 'govfund', 'capital', 'own'])
      assert.ok(ledgers.filter(({ flows }) => flows.some((flow) => flow.purse === purse)).length > 20, purse);
    for (const nature of ['basic', 'project', 'remitted', 'business', 'granted'])
      assert.ok(ledgers.filter(({ flows }) => flows.some((flow) => flow.nature === nature)).length > 5, nature);
    for (const measure of [isOpening, isReserve, isClosing, isDistributed])
      assert.ok(ledgers.filter(({ flows }) => flows.some(measure)).length > 5, measure.name);
    const planned = ledgers.map(({ plan }) => plan.reduce((sum, { amount }) => sum + amount, 0));
    const spent = ledgers.map((ledger) => total(ledger, (flow) => isSpent(flow) && flow.purse === 'general'));
    assert.ok(planned.some((amount, at) => amount > spent[at]!) && planned.some((amount, at) => amount < spent[at]!));
  });

  it('show the blemishes of print: page breaks, blank rows, dashes, separators, trimmed zeros', () => {
    for (const family of OTHERS.filter((each) => each !== 'sichuan-final')) {
      const texts = sample(family).map(({ text }) => text);
      for (const [what, pattern] of Object.entries({
        'a row of blanks': /\n\t+\r?\n/,
        'a dash': /\t—(?:\t|\r?\n)/,
        separators: /\t\d{1,3},\d{3}/,
        'a page break within a form': /\t\S*\r?\n\r?\n(?:\d+\r?\n\r?\n)?[^\t\n]+\t/,
        ...(family === 'shanghai-budget' ? {} : { 'trimmed zeros': /\t\d+\.\d\t/ }),
        tags: /<b>合计/,
      }))
        assert.ok(
          texts.some((text) => pattern.test(text)),
          `${family}: ${what}`,
        );
    }
  });
});
