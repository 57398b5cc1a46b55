import type { Disclosure } from '../model/disclosure';
import type { TextFact } from '../model/narrative';

/** Figures of charts and of the money of attachments, in the order of the document. */
export function attachedFigures({ attachments = [], charts = [] }: Disclosure): TextFact[] {
  return [
    ...attachments.flatMap(({ initial, term, annual, rates = [] }) => [
      ...[initial, term, annual].flatMap((funds) => (funds ? [funds.total, ...funds.sources] : [])),
      ...rates.map(({ rate }) => rate),
    ]),
    ...charts.flatMap(({ points }) => points.map(({ figure }) => figure)),
  ];
}
