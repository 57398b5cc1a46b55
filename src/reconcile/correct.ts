import type { Disclosure, Fact } from '../model/disclosure';
import type { Claim, TextFact } from '../model/narrative';
import type { Figure } from '../model/relation';
import { type Decimal, plain } from '../shared/decimal';

/* A disclosure as it would be with some figures put right. */

export interface Corrected {
  readonly disclosure: Disclosure;
  /** Figures with their corrected value → as printed. */
  readonly originals: ReadonlyMap<Figure, Figure>;
}

/**
 * A figure with the value that it should have; what is shown of it says so.
 * @param least decimals of a figure that was left blank
 */
export function correctedFigure<T extends Figure>(figure: T, value: Decimal, least = value.decimalPlaces()): T {
  // A blank has no digits of its own.
  const decimals = figure.amount.printed ? figure.amount.decimals : Math.max(figure.amount.decimals, least);
  const raw = `${plain(value, decimals)}（更正后）`;
  return { ...figure, amount: { ...figure.amount, value, raw, decimals, printed: true } };
}

/** The disclosure with other values in some figures. */
export function corrected(disclosure: Disclosure, corrections: ReadonlyMap<Figure, Decimal>): Corrected {
  const replaced = new Map<unknown, Figure>();
  for (const [figure, value] of corrections) replaced.set(figure, correctedFigure(figure, value));
  const originals = new Map([...replaced].map(([figure, other]) => [other, figure as Figure] as const));
  const swap = <T extends Figure>(figure: T): T => (replaced.get(figure) as T | undefined) ?? figure;
  const { narrative, attachments } = disclosure;
  const after: Disclosure = {
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
  return { disclosure: after, originals };
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
