import type {
  ChangeClaim,
  ChangesClaim,
  CompletionClaim,
  ListClaim,
  NamesClaim,
  Narrative,
  ShareClaim,
  TextFact,
} from '../model/narrative';

/** What the explanation says, sorted once for all checks. */
export interface Told {
  readonly lists: readonly ListClaim[];
  readonly changes: readonly ChangeClaim[];
  readonly completions: readonly CompletionClaim[];
  readonly shares: readonly ShareClaim[];
  readonly names: readonly NamesClaim[];
  /** Changes that were listed as those of the parts of another. */
  readonly listedChanges: readonly ChangesClaim[];
  /** Amounts that are values of this year. */
  readonly values: readonly TextFact[];
  /** Numbers of cars, visits, projects … */
  readonly counts: readonly TextFact[];
}

/** Claims by what they claim, figures by what they are; each in the order of the text. */
export function toldBy(narrative: Narrative | undefined): Told {
  const lists: ListClaim[] = [];
  const changes: ChangeClaim[] = [];
  const listedChanges: ChangesClaim[] = [];
  const completions: CompletionClaim[] = [];
  const shares: ShareClaim[] = [];
  const names: NamesClaim[] = [];
  for (const claim of narrative?.claims ?? []) {
    if (claim.kind === 'list') lists.push(claim);
    else if (claim.kind === 'change') changes.push(claim);
    else if (claim.kind === 'completion') completions.push(claim);
    else if (claim.kind === 'share') shares.push(claim);
    else if (claim.kind === 'changes') listedChanges.push(claim);
    else names.push(claim);
  }
  const [values, counts]: [TextFact[], TextFact[]] = [[], []];
  for (const figure of narrative?.figures ?? []) {
    if (figure.kind === 'count') counts.push(figure);
    else if (figure.kind === 'amount' && figure.role === 'value') values.push(figure);
  }
  return { lists, changes, listedChanges, completions, shares, names, values, counts };
}
