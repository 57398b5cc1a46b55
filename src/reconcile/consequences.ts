import { inspect, prepare } from '../checks';
import type { Disclosure } from '../model/disclosure';
import type { Figure, Remark } from '../model/relation';
import type { Decimal } from '../shared/decimal';
import { corrected } from './correct';
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
  const left = new Set(inspect(prepare(corrected(disclosure, corrections).disclosure)).map(nameOf));
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
