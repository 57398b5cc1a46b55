import type { Family, FormSpec } from '../../model/form';
import type { SourceBlock } from '../../model/source';
import { comparable } from '../../shared/text';
import { isTitleOfForm } from '../../vocabulary/form-titles';
import type { Caption } from '../layout/caption';
import type { ColumnBlock } from '../tables/columns';
import { fitsColumns, formByTitle } from '.';
import { isOwnForm, namedExactly, type TitleLine } from './listed';

/*
 * Which template family a document follows: by the tables that it prints, else by the forms that it lists, else by the
 * wording of its explanation.
 */

/**
 * A family is recognised when this share of its forms is there; a document may be an excerpt, but not of everything.
 */
const LEAST_SHARE = 0.3;
/** A list of forms speaks for a family that has most of them, some under titles of its own. */
const LEAST_LISTED = 0.6;
const LEAST_OWN = 2;
/**
 * So many of them outweigh that few tables fit; two titles that no other family has a province without a family may
 * still have.
 */
const MANY_OWN = 3;
/** So many wordings of its own make an explanation that of the family. */
const LEAST_WORDINGS = 3;

/** A table as far as its family is concerned. */
export interface PrintedTable {
  readonly caption: Caption;
  readonly blocks: readonly ColumnBlock[];
}

/**
 * The family of a document; undefined when nothing tells.
 * @param lines lines that read like titles of forms
 */
export function pickFamily(
  tables: readonly PrintedTable[],
  lines: readonly TitleLine[],
  blocks: readonly SourceBlock[],
  families: readonly Family[],
): Family | undefined {
  return byTables(tables, lines, families) ?? byList(lines, families) ?? byWording(blocks, families);
}

/**
 * False for a document whose forms are those of a family and of other provinces too, when it names none of the places
 * of the family nor a form that the family alone has.
 */
export function isOfFamily(
  family: Family,
  lines: readonly TitleLine[],
  blocks: readonly SourceBlock[],
  families: readonly Family[],
): boolean {
  const { places } = family;
  if (!places || countOwn(namedExactly(family, lines), family, families) > 0) return true;
  const names = (text: string): boolean => places.some((place) => text.includes(place));
  return blocks.some((block) =>
    block.kind === 'line' ? names(block.text) : block.rows.some((row) => row.some(({ text }) => names(text))),
  );
}

function best(families: readonly Family[], scoreOf: (family: Family) => number): Family | undefined {
  let found: Family | undefined;
  let most = 0;
  for (const family of families) {
    const score = scoreOf(family);
    if (score <= most) continue;
    most = score;
    found = family;
  }
  return found;
}

/**
 * The family whose forms most tables are, by title and columns both; where several share their forms, the one that the
 * titles name.
 */
function byTables(
  tables: readonly PrintedTable[],
  lines: readonly TitleLine[],
  families: readonly Family[],
): Family | undefined {
  return best(families, (family) => {
    const forms = new Set<string>();
    let foreign = 0;
    for (const { caption, blocks } of tables) {
      const form = formByTitle(family, caption.title);
      if (form && fitsColumns(form, blocks)) forms.add(form.id);
      else if (!form && isTitleOfForm(caption.title)) foreign += 1;
    }
    if (forms.size === 0) return 0;
    const share = forms.size / family.forms.length;
    const named = namedExactly(family, lines);
    // Titles that no other family has outweigh columns that many share.
    const own = countOwn(named, family, families);
    const isOwn = own >= LEAST_OWN;
    // A set with as many forms that the family does not have is another province's, which shares the common ones.
    if (!isOwn && foreign >= forms.size) return 0;
    return share < LEAST_SHARE && own < MANY_OWN ? 0 : share + named.length / family.forms.length + (isOwn ? 1 : 0);
  });
}

function byList(lines: readonly TitleLine[], families: readonly Family[]): Family | undefined {
  return best(families, (family) => {
    const named = namedExactly(family, lines);
    const required = family.forms.filter((form) => form.required);
    const share = required.filter((form) => named.includes(form)).length / required.length;
    return share >= LEAST_LISTED && countOwn(named, family, families) >= LEAST_OWN ? share : 0;
  });
}

/** How many of the forms that lines name go by titles that no other family has. */
function countOwn(named: readonly FormSpec[], family: Family, families: readonly Family[]): number {
  return named.filter((form) => isOwnForm(form, family, families)).length;
}

function byWording(blocks: readonly SourceBlock[], families: readonly Family[]): Family | undefined {
  const candidates = families.filter(({ wording }) => wording);
  if (candidates.length === 0) return undefined;
  const text = blocks
    .flatMap((block) => (block.kind === 'line' && block.text.length <= 200 ? [comparable(block.text)] : []))
    .join('\n');
  return best(candidates, (family) => {
    const found = family.wording!.filter((words) => text.includes(comparable(words))).length;
    return found >= LEAST_WORDINGS ? found / family.wording!.length : 0;
  });
}
