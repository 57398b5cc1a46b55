import type { Profile, Statement } from '../../model/disclosure';
import type { Family } from '../../model/form';
import type { SourceDocument } from '../../model/source';
import { isOfFamily, pickFamily } from '../forms/family';
import { listForms, requiredForms, titleLines } from '../forms/listed';
import { type FoundTable, ofOwnStage } from '../tables/find';
import { readKind, readProfile } from '.';

/** Whose document it is, of which kind and family. */
export interface Identity {
  readonly profile: Profile;
  readonly family: Family | undefined;
  /** Forms that the document names without printing them. */
  readonly listed: ReturnType<typeof listForms>;
  /** The document is one of the family, and does not only print the same forms. */
  readonly isOwn: boolean;
}

export function identify(
  source: SourceDocument,
  printed: readonly FoundTable[],
  families: readonly Family[],
): Identity {
  const captions = printed.map(({ caption }) => caption);
  const kind = readKind(source, captions);
  const lines = titleLines(source.blocks);
  const family = pickFamily(
    printed.map((table) => ({ caption: table.caption, blocks: ofOwnStage(table, kind).columns.blocks })),
    lines,
    source.blocks,
    families.filter((each) => each.kind === kind),
  );
  const isOwn = !family || isOfFamily(family, lines, source.blocks, families);
  const profile: Profile = { ...readProfile(source, captions, kind, family), ...(isOwn ? {} : { shared: true }) };
  return { profile, family, listed: family ? listForms(family, lines) : [], isOwn };
}

/** Ids of the forms that the family requires and the document lacks. */
export function missingForms({ family, listed, isOwn }: Identity, statements: readonly Statement[]): string[] {
  const there = new Set(statements.map((statement) => statement.id));
  return family ? requiredForms(family, listed, isOwn).filter((id) => !there.has(id)) : [];
}
