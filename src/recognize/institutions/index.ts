import type { SourceDocument } from '../../model/source';
import { isAttachment } from '../../vocabulary/attachments';
import { looksLikeUnit } from '../../vocabulary/labels';
import { comparable } from '../../shared/text';
import { bareTitle } from '../forms';
import { layOut, type Layout, type PrintedGrid } from '../layout';
import { Owners } from './lines';

/*
 * Several institutions in one file: two whole sets one behind the other, or a department's forms followed by those of
 * its units. What tells is a form that comes again under another name of an institution, or a whole run of forms that
 * comes again. Each set is a document of its own: its figures are that institution's.
 */

/** So many forms that come again without a name of an institution are another set. */
const REPEATED_FORMS = 3;
/** The code of an institution before its name. */
const CODE = /^[\d\-—_[\]()]+/;

/** A table of a set: where it stands among the blocks, what it is, whose it is. */
interface Table {
  readonly at: number;
  readonly title: string;
  /** As the title names it, '' when it does not. */
  readonly year: string;
  /** '' when nothing names the institution. */
  readonly entity: string;
}

/**
 * Cuts a document into the sets of its institutions, in the order of print; the document itself when there is but one.
 * @param layout of the document
 */
export function splitSets(
  source: SourceDocument,
  { blocks, grids }: Layout = layOut(source.blocks),
): readonly SourceDocument[] {
  const tables = grids.flatMap((grid) => tableOf(grid) ?? []);
  const owner = ownersOf(tables);
  const sets = new Set(owner);
  if (sets.size < 2) return [source];
  const ownerOfBlock = new Owners(
    blocks,
    tables.map(({ at, entity }, index) => ({ at, owner: owner[index]!, entity })),
  ).all();
  return [...sets].map((set) => ({ ...source, blocks: blocks.filter((_, at) => ownerOfBlock[at] === set) }));
}

function tableOf({ at, caption }: PrintedGrid): Table | undefined {
  const words = comparable(caption.title);
  if (words === '' || isAttachment(caption.title)) return undefined;
  // 白石县图书馆2024年收支总表: the title itself names the institution.
  const named = /^(.{4,40}?)20\d\d年/.exec(words)?.[1] ?? '';
  const prefix = looksLikeUnit(named) ? named : '';
  const entity = comparable(caption.entity).replace(CODE, '') || prefix;
  const year = /20\d\d/.exec(words)?.[0] ?? '';
  return { at, title: bareTitle(words.replace(prefix, '').replace(entity === '' ? prefix : entity, '')), year, entity };
}

/** The number of the set of each table. */
function ownersOf(tables: readonly Table[]): number[] {
  const named = byName(tables);
  // Forms of one institution that come again are another print of them: what differs there is a contradiction.
  const nameless = tables.every(({ entity }) => entity === '');
  return nameless ? byRepetition(tables) : named;
}

/** Institutions that share a form are several; names that share none are one institution's, printed in several ways. */
function byName(tables: readonly Table[]): number[] {
  const groups: { readonly entity: string; readonly titles: string[] }[] = [];
  const sets: number[] = [];
  let current = 0;
  for (const { entity, title } of tables) {
    if (entity !== '') {
      const known = groups.findIndex(
        (group) => group.entity === entity || isSlip(group.entity, entity) || isCut(group.entity, entity),
      );
      current = known >= 0 ? known : groups.push({ entity, titles: [] }) - 1;
    } else if (groups.length === 0) groups.push({ entity, titles: [] });
    groups[current]!.titles.push(title);
    sets.push(current);
  }
  const shares = groups.map((group, at) =>
    groups.some((other, index) => index !== at && other.titles.some((title) => group.titles.includes(title))),
  );
  // A name without a form in common with others belongs to the set that it stands in.
  let last = shares.indexOf(true);
  return sets.map((set) => (shares[set] ? (last = set) : Math.max(last, 0)));
}

/** One character of a long name is another: a slip of the pen, unless it is a number. */
function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 6) return false;
  const differing = [...one].flatMap((char, at) => (char === other[at] ? [] : [char + other[at]!]));
  return differing.length === 1 && !/[\d一二三四五六七八九十东西南北中上下大小]/.test(differing[0]!);
}

/** A character lost at the end of a name; 本级 and the like are more. */
function isCut(one: string, other: string): boolean {
  return (
    Math.abs(one.length - other.length) === 1 &&
    Math.min(one.length, other.length) > 3 &&
    (one.startsWith(other) || other.startsWith(one))
  );
}

/** Without names: a new set begins where forms come again, one after the other. */
function byRepetition(tables: readonly Table[]): number[] {
  const starts: number[] = [];
  const forms = tables.map(({ title, year }) => `${title} ${year}`);
  let seen = new Set<string>();
  forms.forEach((form, at) => {
    // The form before, printed again over the page.
    if (seen.has(form) && form !== forms[at - 1] && repeats(forms, at, seen)) {
      starts.push(at);
      seen = new Set();
    }
    seen.add(form);
  });
  return tables.map((_, at) => starts.filter((start) => start <= at).length);
}

function repeats(forms: readonly string[], from: number, seen: ReadonlySet<string>): boolean {
  return [...new Set(forms.slice(from))].filter((form) => seen.has(form)).length >= REPEATED_FORMS;
}
