import type { ShareClaim, TextFact } from '../../model/narrative';
import { isText, type Relation } from '../../model/relation';
import { Decimal, ZERO } from '../../shared/decimal';
import { chapterOf } from '../../vocabulary/narrative/headings';
import type { CheckInput } from '../check';
import { slipsOff, sums } from './adding-up';
import { holds } from './rates';

/*
 * 教育支出 A 万元，占 a%；卫生健康支出 B 万元，占 b%: shares of one whole that stands in another section, or in a table only.
 * Most of them tell which it is; the others are then held against it, and all of the parts make it up when their shares
 * make 100%.
 */

export interface SharedWhole {
  readonly whole: TextFact;
  readonly claims: readonly ShareClaim[];
}

/** So many shares have to hold for a whole to be taken for theirs. */
const FEWEST = 2;
const HUNDRED = new Decimal(100);

/** Shares told one after the other that say nothing of their whole, or only the first of them does. */
function groups({ shares }: CheckInput['told']): ShareClaim[][] {
  const found: ShareClaim[][] = [];
  let running: ShareClaim[] = [];
  for (const claim of shares) {
    if (claim.unnamed || claim.certain || claim.parts[0]?.kind !== 'amount') continue;
    const [first] = running;
    const goesOn = first !== undefined && claim.base === '' && claim.percent.section === first.percent.section;
    if (goesOn && areTogether(running[running.length - 1]!, claim)) running.push(claim);
    else found.push((running = [claim]));
  }
  return found.filter((claims) => claims.length > FEWEST);
}

/** In one sentence, or each with a figure that has nothing else at hand: 1.教育支出 A 万元，占 a%。 2. … */
function areTogether(last: ShareClaim, { percent, listed }: ShareClaim): boolean {
  return (
    last.percent.sentence === percent.sentence || (listed === last.listed && percent.sentence > last.percent.sentence)
  );
}

const wholesOf = new WeakMap<CheckInput, readonly SharedWhole[]>();

/** The wholes of other sections that most shares of a sentence are of. */
export function sharedWholes(input: CheckInput): readonly SharedWhole[] {
  let found = wholesOf.get(input);
  if (!found) {
    found = groups(input.told).flatMap((claims) => {
      const whole = wholeOf(claims, input);
      return whole ? [{ whole, claims }] : [];
    });
    wholesOf.set(input, found);
  }
  return found;
}

function wholeOf(claims: readonly ShareClaim[], input: CheckInput): TextFact | undefined {
  const fitting = (whole: TextFact): number => claims.filter((claim) => holds(shareOf(claim, whole))).length;
  const atHand = Math.max(0, ...claims[0]!.wholes.filter(({ kind }) => kind === 'amount').map(fitting));
  if (atHand * 2 >= claims.length) return undefined;
  const all = candidates(claims[0]!.parts[0]!, input);
  let best: TextFact | undefined;
  let most = Math.max(FEWEST, Math.ceil(claims.length / 2), atHand + 1) - 1;
  for (const whole of all) {
    const own = fitting(whole);
    if (own > most) [best, most] = [whole, own];
  }
  // None holds where the whole itself is wrong: the parts of all shares are a slip away from it.
  return best ?? (areAll(claims) ? all.find((whole) => slipsOff(whole, partsOf(claims))) : undefined);
}

/** Totals told in other sections of the explanation, on the side and of the fund of the part. */
function candidates(part: TextFact, { told, disclosure }: CheckInput): TextFact[] {
  const chapter = ({ section }: TextFact): string => chapterOf(disclosure.narrative!.sections[section]!.path);
  const year = ({ said, context }: TextFact): string => said.year ?? context.year ?? '';
  return told.values.filter(
    (figure) =>
      (figure.items[0] === 'total' || figure.items[0] === 'grand') &&
      figure.section !== part.section &&
      figure.said.nature === undefined &&
      !figure.amount.value.isZero() &&
      chapter(figure) === chapter(part) &&
      year(figure) === year(part),
  );
}

export function shareOf({ percent, parts }: ShareClaim, whole: TextFact): Relation {
  return {
    ...{ rule: 'share', kind: 'ratio', stated: percent },
    terms: [
      { fact: parts[0]!, sign: 1 },
      { fact: whole, sign: 1 },
    ],
  };
}

function partsOf(claims: readonly ShareClaim[]): TextFact[] {
  return claims.map(({ parts }) => parts[0]!);
}

/** Printed percentages that are of all there is. */
function areAll(claims: readonly ShareClaim[]): boolean {
  const shares = claims.reduce((sum, { percent }) => sum.plus(percent.amount.value), ZERO);
  return shares
    .minus(HUNDRED)
    .abs()
    .lessThanOrEqualTo(claims.length * 0.01);
}

/** The parts whose shares make 100% of one whole make it up, wherever it stands. */
export function sharesAddUp(input: CheckInput, shares: readonly Relation[]): Relation[] {
  return runsOfOneWhole(shares).flatMap((run): Relation[] => {
    const whole = run[0]!.terms[1]!.fact;
    const parts = run.map(({ terms }) => terms[0]!.fact as TextFact);
    const sum = run.reduce((total, { stated }) => total.plus(stated.amount.value), ZERO);
    const isAll = sum
      .minus(HUNDRED)
      .abs()
      .lessThanOrEqualTo(run.length * 0.01);
    if (!isText(whole) || parts.length <= FEWEST || isListed(parts, input)) return [];
    if (!isAll || !(sums(whole, parts) || slipsOff(whole, parts))) return [];
    return [{ rule: 'parts', stated: whole, terms: parts.map((fact) => ({ fact, sign: 1 as const })), guess: true }];
  });
}

/** Shares of one section told one after the other that are of the same whole, each part once. */
function runsOfOneWhole(shares: readonly Relation[]): Relation[][] {
  const runs: Relation[][] = [];
  for (const share of shares) {
    const run = runs[runs.length - 1];
    const [first] = run ?? [];
    const isNext =
      first !== undefined &&
      share.terms[1]!.fact === first.terms[1]!.fact &&
      (share.stated as TextFact).section === (first.stated as TextFact).section;
    if (isNext) run!.push(share);
    else runs.push([share]);
  }
  return runs;
}

/** A list says already that these are its parts. */
function isListed(parts: readonly TextFact[], { told }: CheckInput): boolean {
  return told.lists.some((list) => parts.every((part) => list.parts.includes(part)));
}
