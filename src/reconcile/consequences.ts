import { inspect, prepare } from '../checks';
import type { Disclosure, Fact } from '../model/disclosure';
import type { Claim, TextFact } from '../model/narrative';
import type { Figure, Remark } from '../model/relation';
import type { Decimal } from '../shared/decimal';
import type { Contradiction } from './localize';

/*
 * What is said of a wrong figure besides the arithmetic (a share above 100%, an opposite direction) goes with it: where it would not be
 * said of the corrected figure it is no finding of its own.
 */

/** Remarks that the proposed corrections make void → the contradiction whose correction does. */
export function consequences(
  disclosure: Disclosure,
  contradictions: readonly Contradiction[],
  remarks: readonly Remark[],
): ReadonlyMap<Remark, Contradiction> {
  const corrections = new Map<Figure, Decimal>();
  const byFigure = new Map<Figure, Contradiction>();
  for (const contradiction of contradictions) {
    const [only, other] = contradiction.best;
    if (other || !only?.proposed) continue;
    corrections.set(only.fact, only.proposed);
    byFigure.set(only.fact, contradiction);
  }
  const touched = remarks.filter(({ figures }) => figures.some((figure) => byFigure.has(figure)));
  if (touched.length === 0) return new Map();
  const left = new Set(inspect(prepare(corrected(disclosure, corrections))).map(nameOf));
  return new Map(
    touched
      .filter((remark) => !left.has(nameOf(remark)))
      .map((remark) => [remark, byFigure.get(remark.figures.find((figure) => byFigure.has(figure))!)!]),
  );
}

/** What stays of a remark when its numbers change: the rule, and where it points. */
function nameOf({ rule, figures, message }: Remark): string {
  const [first] = figures;
  return first ? `${rule} ${JSON.stringify(first.place)}` : `${rule} ${message}`;
}

/** The disclosure with other values in some figures. */
function corrected(disclosure: Disclosure, corrections: ReadonlyMap<Figure, Decimal>): Disclosure {
  const replaced = new Map<unknown, Figure>();
  for (const [figure, value] of corrections)
    replaced.set(figure, { ...figure, amount: { ...figure.amount, value, printed: true } });
  const swap = <T extends Figure>(figure: T): T => (replaced.get(figure) as T | undefined) ?? figure;
  const { narrative, attachments } = disclosure;
  return {
    ...disclosure,
    facts: disclosure.facts.map((fact: Fact) => swap(fact)),
    ...(narrative && {
      narrative: {
        ...narrative,
        figures: narrative.figures.map((figure: TextFact) => swap(figure)),
        claims: narrative.claims.map((claim) => within(claim, replaced) as Claim),
      },
    }),
    ...(attachments && { attachments: attachments.map((form) => within(form, replaced) as typeof form) }),
  };
}

/** A value with figures replaced wherever they stand in it; the same value where none does. */
function within(value: unknown, replaced: ReadonlyMap<unknown, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const other = replaced.get(value);
  if (other !== undefined || 'amount' in value) return other ?? value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => within(item, replaced));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const entries = Object.entries(value).map(([name, item]) => [name, within(item, replaced)] as const);
  const own = value as Readonly<Record<string, unknown>>;
  return entries.some(([name, item]) => item !== own[name]) ? Object.fromEntries(entries) : value;
}
