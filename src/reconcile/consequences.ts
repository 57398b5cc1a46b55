import { inspect, prepare } from '../checks';
import type { Disclosure } from '../model/disclosure';
import { type Figure, isText, type Remark } from '../model/relation';
import { Decimal } from '../shared/decimal';
import type { Window } from '../shared/slip-candidates';
import { corrected } from './correct';
import type { Contradiction } from './localize';

/*
 * What is said of a wrong figure besides the arithmetic (a share above 100%, an opposite direction) goes with it: where
 * it would not be said of the corrected figure it is no finding of its own.
 */

/** Remarks that the proposed corrections make void → the contradiction whose correction does. */
export function consequences(
  disclosure: Disclosure,
  contradictions: readonly Contradiction[],
  remarks: readonly Remark[],
): ReadonlyMap<Remark, Contradiction> {
  const corrections = new Map<Figure, Decimal>();
  const byFigure = new Map<Figure, Contradiction>();
  const bySection = new Map<number, Contradiction>();
  for (const contradiction of contradictions) {
    const [only, other] = contradiction.best;
    const value = only && (only.proposed ?? middleOf(only.within));
    if (other || !value) continue;
    corrections.set(only.fact, value);
    byFigure.set(only.fact, contradiction);
    if (isText(only.fact) && !bySection.has(only.fact.section)) bySection.set(only.fact.section, contradiction);
  }
  const causeOf = (remark: Remark): Contradiction | undefined => {
    const own = remark.figures.find((figure) => byFigure.has(figure));
    if (own) return byFigure.get(own);
    // 各项完成比例 are named by the first of them: what follows from a wrong figure may be said of another one nearby.
    const [first] = remark.figures;
    return first && isText(first) && first.kind !== 'words' && remark.severity !== 'info'
      ? bySection.get(first.section)
      : undefined;
  };
  const touched = remarks.flatMap((remark) => {
    const cause = causeOf(remark);
    return cause ? [[remark, cause] as const] : [];
  });
  if (touched.length === 0) return new Map();
  const left = new Set(inspect(prepare(corrected(disclosure, corrections).disclosure)).map(nameOf));
  return new Map(touched.filter(([remark]) => !left.has(nameOf(remark))));
}

/** About the value that a figure must have, where no more than that is known. */
function middleOf({ low, high }: Window): Decimal | undefined {
  return Number.isFinite(low) && Number.isFinite(high) ? new Decimal((low + high) / 2).toDecimalPlaces(4) : undefined;
}

/** What stays of a remark when its numbers change: the rule, and where it points. */
function nameOf({ rule, figures, message }: Remark): string {
  const [first] = figures;
  return first ? `${rule} ${JSON.stringify(first.place)}` : `${rule} ${message}`;
}
