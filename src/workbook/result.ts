import type { Disclosure, Profile } from '../model/disclosure';
import type { Family } from '../model/form';
import { type Coverage, type Figure, type Finding, isText, type Reconciliation } from '../model/relation';
import type { Place, SheetPlace } from '../model/source';
import { cellOfText } from './narrative-cells';

/*
 * What a check came to, as 核对结果 and the marks show it: findings with the cell to look at.
 */

export interface PlacedFinding {
  readonly finding: Finding;
  /** Cell of the figure that is most likely wrong; absent when it stands in no table. */
  readonly place?: SheetPlace;
  /** Where the document prints it; absent when the finding is about no place of it. */
  readonly source?: Place;
}

/** A printed figure that nothing ties. */
export interface UncheckedFigure {
  /** Row and column of the figure, in words. */
  readonly label: string;
  /** As printed. */
  readonly value: string;
  readonly place?: SheetPlace;
}

export interface CheckResult {
  readonly profile: Profile;
  /** Name of the template family; 通用 for a document of none. */
  readonly familyName: string;
  readonly coverage: Coverage;
  /** Of the figures of the explanation; absent when there is none. */
  readonly narrativeCoverage?: Coverage;
  /** In the order in which they are to be shown. */
  readonly findings: readonly PlacedFinding[];
  readonly unchecked: readonly UncheckedFigure[];
  /** What a rule file changed, a line each. */
  readonly tuned?: readonly string[];
}

function labelOf(disclosure: Disclosure, fact: Figure): string {
  if (isText(fact))
    return [disclosure.narrative?.sections[fact.section]?.title ?? '', fact.subject]
      .filter((text) => text !== '')
      .join(' · ');
  const block = disclosure.statements[fact.statement]?.blocks[fact.block];
  const row = block?.rows[fact.row];
  const path = block?.columns[fact.column]?.path ?? [];
  return [row?.label || row?.code || '', path[path.length - 1] ?? ''].filter((text) => text !== '').join(' · ');
}

/** Puts places to the findings and the unchecked figures of a reconciliation. */
export function checkResult(
  disclosure: Disclosure,
  family: Family | undefined,
  reconciliation: Reconciliation,
  cellOf: (factId: number) => SheetPlace | undefined,
  textCell: (figureId: number) => SheetPlace | undefined = (id) => cellOfText(disclosure.narrative, id),
): CheckResult {
  const placeOf = (fact: Figure | undefined): { place?: SheetPlace } => {
    const place = fact && (isText(fact) ? textCell(fact.id) : cellOf(fact.id));
    return place ? { place } : {};
  };
  return {
    profile: disclosure.profile,
    familyName: family?.name ?? '通用',
    coverage: reconciliation.tableCoverage,
    ...(reconciliation.narrativeCoverage && { narrativeCoverage: reconciliation.narrativeCoverage }),
    findings: reconciliation.findings.map((finding) => {
      const [suspect] = finding.suspects;
      return { finding, ...placeOf(suspect), ...(suspect && { source: suspect.place }) };
    }),
    ...(reconciliation.tuned && { tuned: reconciliation.tuned }),
    unchecked: reconciliation.unchecked.map((fact) => {
      return { label: labelOf(disclosure, fact), value: fact.amount.raw, ...placeOf(fact) };
    }),
  };
}
