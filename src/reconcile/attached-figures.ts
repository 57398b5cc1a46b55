import type { Disclosure } from '../model/disclosure';
import type { TextFact } from '../model/narrative';

/** Figures of charts and of the money of attachments, in the order of the document. */
export function attachedFigures({ attachments = [], charts = [] }: Disclosure): TextFact[] {
  const figures: TextFact[] = [];
  for (const { initial, term, annual, rates = [] } of attachments) {
    for (const funds of [initial, term, annual]) if (funds) figures.push(funds.total, ...funds.sources);
    for (const { rate } of rates) figures.push(rate);
  }
  for (const { points } of charts) for (const { figure } of points) figures.push(figure);
  return figures;
}
