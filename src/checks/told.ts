import type { ChangeClaim, CompletionClaim, ListClaim, Narrative, TextFact } from '../model/narrative';

/** What the explanation says, sorted once for all checks. */
export interface Told {
  readonly lists: readonly ListClaim[];
  readonly changes: readonly ChangeClaim[];
  readonly completions: readonly CompletionClaim[];
  /** Amounts that are values of this year. */
  readonly values: readonly TextFact[];
  /** Numbers of cars, visits, projects … */
  readonly counts: readonly TextFact[];
}

/** Claims by what they claim, figures by what they are; each in the order of the text. */
export function toldBy(narrative: Narrative | undefined): Told {
  const told = { lists: [] as ListClaim[], changes: [] as ChangeClaim[], completions: [] as CompletionClaim[], values: [] as TextFact[], counts: [] as TextFact[] };
  for (const claim of narrative?.claims ?? []) {
    if (claim.kind === 'list') told.lists.push(claim);
    else if (claim.kind === 'change') told.changes.push(claim);
    else if (claim.kind === 'completion') told.completions.push(claim);
  }
  for (const figure of narrative?.figures ?? []) {
    if (figure.kind === 'count') told.counts.push(figure);
    else if (figure.kind === 'amount' && figure.role === 'value') told.values.push(figure);
  }
  return told;
}
