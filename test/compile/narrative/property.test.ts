import assert from 'node:assert/strict';
import { alterations } from '../../../bench/alter';
import { checkText, type Checked } from '../../../src';
import { explain } from '../../../src/compile/narrative';
import { FAMILIES, sampleFamily } from '../../ledger/families';
import { alarms, fillIn, tablesOf, together, written } from './written';

/*
 * Whatever is written from consistent tables agrees with them, and is held against them: checked together nothing is
 * found, and hardly a figure is left that nothing ties; one altered figure is found. Fixed seeds.
 */

const DOCUMENTS = 12;
const ALTERED = 5;
/**
 * Least share of the figures of an explanation that something ties (what is filled in is no figure of the tables), and
 * of altered ones that are found.
 */
const LEAST_TIED = { filled: 0.95, left: 0.99 };
const LEAST_FOUND = 0.95;
/** Which part of the figures is altered. */
const SHARE = { amount: 0.12, percent: 0.4 } as const;

/** What is left unfilled is told, and nothing else. */
const UNFILLED = /占位符|缺少数字/;

function coverage(all: readonly Checked[]): number {
  const sum = (name: 'figures' | 'checked'): number =>
    all.reduce((total, { reconciliation }) => total + (reconciliation.narrativeCoverage?.[name] ?? 0), 0);
  return sum('checked') / Math.max(1, sum('figures'));
}

// The explanation of 四川 comes without tables.
for (const family of FAMILIES.filter((each) => each !== 'sichuan-final')) {
  describe(`explanations of consistent tables: ${family}`, function () {
    this.timeout(120_000);
    let tables: readonly string[];
    let texts: readonly string[];

    before(() => {
      tables = sampleFamily(family, 20241101, DOCUMENTS).map(tablesOf);
      texts = tables.map(written);
    });

    it('are asked of tables alone, and say what they say', () => {
      tables.forEach((each, at) => {
        const { narrative, facts } = checkText('表', each).disclosure;
        assert.equal(narrative?.figures.length ?? 0, 0, `document ${at}`);
        const said = checkText('全文', together(each, texts[at]!)).disclosure.narrative!.figures;
        if (facts.some(({ amount }) => !amount.value.isZero()))
          assert.ok(said.length >= 12, `document ${at}: ${said.length} figures`);
      });
    });

    it('filled in raise no alarm, and nearly every figure is tied', () => {
      const checked = tables.map((each, at) => checkText('全文', together(each, fillIn(texts[at]!))));
      checked.forEach((each, at) => assert.deepEqual(alarms(each), [], `document ${at}`));
      assert.ok(coverage(checked) >= LEAST_TIED.filled, String(coverage(checked)));
    });

    it('left as they are raise no alarm but for what is to be filled in', () => {
      const checked = tables.map((each, at) => checkText('全文', together(each, texts[at]!)));
      checked.forEach((each, at) => {
        const told = alarms(each);
        assert.deepEqual(
          told.filter((message) => !UNFILLED.test(message)),
          [],
          `document ${at}`,
        );
        assert.ok(told.length > 0, `document ${at}: blanks are not told`);
      });
      assert.ok(coverage(checked) >= LEAST_TIED.left, String(coverage(checked)));
    });

    it('count their blanks', () => {
      tables.forEach((each, at) =>
        assert.equal(explain(checkText('表', each).disclosure).blanks, texts[at]!.split('____').length - 1),
      );
    });

    for (const [target, least] of [
      ['amount', 15],
      ['percent', 3],
    ] as const)
      it(`one altered ${target} is found`, () => {
        const missed: string[] = [];
        let tried = 0;
        sampleFamily(family, 20241102, ALTERED, { scale: 'small' }).forEach((document, at) => {
          const printed = tablesOf(document);
          const whole = together(printed, fillIn(written(printed)));
          for (const { line, before, after, text } of alterations('全文', whole, at, SHARE[target], target)) {
            tried += 1;
            if (alarms(checkText('全文', text)).length === 0)
              missed.push(`${before} → ${after}: ${whole.split('\n')[line]!}`);
          }
        });
        assert.ok(tried > least, String(tried));
        assert.ok(missed.length <= tried * (1 - LEAST_FOUND), missed.join('\n'));
      });
  });
}
