import type { Family, FormSpec } from '../../model/form';
import type { ListedForm } from '../../model/disclosure';
import type { Place, SourceBlock } from '../../model/source';
import { memoized } from '../../shared/memo';
import { chineseNumber } from '../../shared/numerals';
import { comparable, stripMarks } from '../../shared/text';
import { contentsTitle, isTitleOfForm, mayBeTitleOfForm, saysNoData } from '../../vocabulary/form-titles';
import { STANDARD_TITLES } from '../../families/standard-titles';
import { bareTitle, formByTitle } from '.';

/*
 * Forms that a document names without printing them: on its contents page, in the list at its end. Their titles tell
 * the family of a document that encloses no table, and which forms it ought to enclose.
 */

/** A line that reads like the title of a form, be the form there or not. */
export interface TitleLine {
  /** As it is compared: no number, no year, no remark in brackets. */
  readonly title: string;
  /** As printed, without its number and without what a conversion left. */
  readonly printed: string;
  readonly number: number | undefined;
  /** The line says that the form holds no data. */
  readonly empty: boolean;
  readonly contents: boolean;
  readonly place: Place;
}

const NUMBER = /^([一二三四五六七八九十]{1,3})、|^(?:附?表)?(\d{1,2})[.、．](?!\d)/;

/** Every line of a document that reads like the title of a form of final accounts or of a budget, in order. */
export function titleLines(blocks: readonly SourceBlock[]): TitleLine[] {
  const lines: TitleLine[] = [];
  const add = (text: string, place: Place, contents: boolean): void => {
    const read = mayBeTitleOfForm(text) ? readTitle(contentsTitle(stripMarks(text))) : undefined;
    if (read)
      lines.push({ title: read.title, printed: read.printed, number: read.number, empty: read.empty, contents, place });
  };
  for (const block of blocks) {
    if (block.kind === 'line') add(block.text, block.place, block.contents ?? false);
    else if (block.rows.length === 1) {
      // A line with a stray tab is a grid of one cell.
      const filled = block.rows[0]!.filter(({ text }) => text !== '');
      if (filled.length === 1) add(filled[0]!.text, filled[0]!.place, false);
    }
  }
  return lines;
}

/** A title comes on the contents page, above its table and in the list at the end. */
const readTitle = memoized((plain): Omit<TitleLine, 'contents' | 'place'> | undefined => {
  if (!isTitleOfForm(plain)) return undefined;
  const words = comparable(plain);
  const number = NUMBER.exec(words);
  const bare = words.replace(/[(][^()]*[)]$/, '');
  const title = bareTitle(bare.endsWith('表') ? bare : `${bare}表`).replace(/^表?\d+(?:-\d+)?[.、]?/, '');
  const printed = plain
    .trim()
    .replace(/^(?:[一二三四五六七八九十]{1,3}、|(?:附?表)?\d{1,2}(?:-\d{1,2})?[.、．]?)\s*/, '')
    .trimEnd()
    .replace(/[（(][^（）()无]*无[^（）()]*[)）]$/, '')
    .trimEnd();
  return {
    title,
    printed,
    number: number ? (chineseNumber(number[1] ?? '') ?? (Number(number[2] ?? '') || undefined)) : undefined,
    empty: saysNoData(words),
  };
});

/** Titles under which a form is listed, word for word. */
function titlesOf(form: FormSpec): readonly string[] {
  let titles = TITLES.get(form);
  if (!titles) {
    const { title, sheet, aliases = [] } = form;
    titles = [title, sheet, ...aliases].map((each) => bareTitle(each.replace(/\{year\}年?|\{level\}/g, '')));
    TITLES.set(form, titles);
  }
  return titles;
}

/** Forms are data that does not change. */
const TITLES = new WeakMap<FormSpec, readonly string[]>();
const ALL_TITLES = new WeakMap<Family, ReadonlySet<string>>();

/** Forms of a family that the lines name word for word. */
export function namedExactly(family: Family, lines: readonly TitleLine[]): readonly FormSpec[] {
  const titles = new Set(lines.map(({ title }) => title));
  return family.forms.filter((form) => titlesOf(form).some((title) => titles.has(title)));
}

/**
 * True for a form of a family with titles that are not those of every budget, and that no other of the families gives
 * to one of its own.
 */
export function isOwnForm(form: FormSpec, family: Family, families: readonly Family[]): boolean {
  const titles = titlesOf(form);
  if (titles.some((title) => STANDARD.has(title))) return false;
  return families.every((other) => other.id === family.id || !titles.some((title) => allTitlesOf(other).has(title)));
}

const STANDARD: ReadonlySet<string> = new Set(STANDARD_TITLES.map(bareTitle));

function allTitlesOf(family: Family): ReadonlySet<string> {
  let titles = ALL_TITLES.get(family);
  if (!titles) {
    titles = new Set(family.forms.flatMap(titlesOf));
    ALL_TITLES.set(family, titles);
  }
  return titles;
}

/**
 * The forms of a family that a document lists, each once; the remark 此表无数据 counts wherever it stands. A second line of
 * one title in the same list is kept as `again`.
 */
export function listForms(family: Family, lines: readonly TitleLine[]): ListedForm[] {
  const listed = new Map<string, ListedForm>();
  for (const { title, printed, number, empty, contents, place } of lines) {
    const form = formByTitle(family, title);
    if (!form) continue;
    const before = listed.get(form.id);
    const again =
      before &&
      before.contents === contents &&
      number !== undefined &&
      before.number !== undefined &&
      number === before.number + 1
        ? [...before.again, place]
        : (before?.again ?? []);
    const emptyPlace = before?.emptyPlace ?? (empty ? place : undefined);
    const first = before ?? { form: form.id, title: printed, number, place, contents };
    listed.set(form.id, {
      form: first.form,
      title: first.title,
      number: first.number,
      place: first.place,
      contents: first.contents,
      empty: empty || (before?.empty ?? false),
      ...(emptyPlace && { emptyPlace }),
      again,
    });
  }
  return [...listed.values()];
}

/**
 * What the family requires and what the document lists, but for forms that it says hold no data.
 * @param isOwn the document is one of the family; else nothing is required of it but what it lists
 */
export function requiredForms(family: Family, listed: readonly ListedForm[], isOwn: boolean): string[] {
  const named = new Map(listed.map((each) => [each.form, each]));
  return family.forms
    .filter(({ id, required }) => ((required && isOwn) || named.has(id)) && !named.get(id)?.empty)
    .map(({ id }) => id);
}
