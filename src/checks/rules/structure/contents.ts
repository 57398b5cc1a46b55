import type { Disclosure } from '../../../model/disclosure';
import type { Remark } from '../../../model/relation';
import { editDistance } from '../../../shared/edit-distance';
import { OF_PROJECTS, UNREAD_PARTS } from '../../../vocabulary/narrative/contents';
import { type Contents, contentsOf, type Entry, pageOf } from '../../contents';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

/* The contents page against the headings of the body. */

const BASIS = '公开文本应规范：目录与正文一致';

/** Fewer entries than these say nothing about how a document is made. */
const FEWEST = 5;
/** One entry in so many may have no heading of its own; where more have none, the body is printed elsewhere. */
const MISSING_OF = 4;
/** A title of so many characters may differ by one. */
const PER_SLIP = 4;
const SHOWN = 3;

function marked({ title, line }: Entry): ReturnType<typeof wordsAt> {
  return wordsAt(title, line.place);
}

/** The entries that the body does not print; none where it prints too few to tell. */
function absent({ entries, body }: Contents, { listed = [], statements }: Disclosure): Entry[] {
  const forms = new Set(statements.map(({ id }) => id));
  // A form is known by what it means, and one that is said to be empty need not be printed.
  const settled = new Set(listed.flatMap(({ form, empty, place }) => (empty || forms.has(form) ? [place] : [])));
  const isThere = ({ words, line, isForm }: Entry): boolean =>
    settled.has(line.place) || body.has(words) || (!isForm && body.has(words.replace(OF_PROJECTS, '')));
  const judged = entries.some((entry) => entry.isForm && isThere(entry))
    ? entries
    : entries.filter(({ isForm }) => !isForm);
  const missing = judged.filter((entry) => !isThere(entry));
  return judged.length < FEWEST || missing.length * MISSING_OF > judged.length ? [] : missing;
}

/** The heading that is meant by an entry, a few characters off. */
function nearest({ words }: Entry, { entries, body }: Contents): string | undefined {
  const most = Math.floor(words.length / PER_SLIP);
  const listed = new Set(entries.map((entry) => entry.words));
  const near = body
    .headings()
    .flatMap((piece) => {
      const distance = listed.has(piece.words) ? Infinity : editDistance(words, piece.words, most);
      return distance <= most ? [{ text: piece.text, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.text;
}

/** An entry without a heading, or with one of other words. */
export const contentsTitles: Rule = {
  id: 'structure/contents-title',
  title: '目录所列与正文标题一致',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: (input): Remark[] => {
    const { disclosure } = input;
    const contents = contentsOf(input);
    if (disclosure.messages.some(({ text }) => UNREAD_PARTS.test(text))) return [];
    const named = absent(contents, disclosure).map((entry) => ({ entry, near: nearest(entry, contents) }));
    const renamed = named.flatMap(({ entry, near }) => (near === undefined ? [] : [otherTitle(entry, near)]));
    const lost = named.flatMap(({ entry, near }) => (near === undefined ? [entry] : []));
    return [...renamed, ...noTitle(lost)];
  },
};

function otherTitle(entry: Entry, near: string): Remark {
  return say('structure/contents-title', '目录写“{title}”，正文标题写“{near}”，不一致', {
    severity: 'info',
    figures: [marked(entry)],
    with: { title: entry.title, near },
    stated: entry.title,
    expected: near,
  });
}

/** All in one: where a chapter is left out, so are its headings. */
function noTitle(lost: readonly Entry[]): Remark[] {
  if (lost.length === 0) return [];
  const titles = lost.slice(0, SHOWN).map(({ title }) => `“${title}”`);
  return [
    say('structure/contents-title', '目录列有{titles}{more}，正文中没有这个标题', {
      severity: 'info',
      figures: lost.map(marked),
      with: { titles: titles.join('、'), more: lost.length > SHOWN ? `等 ${lost.length} 项` : '' },
    }),
  ];
}

/** Entries in another order than their headings; those of forms are told by the forms themselves. */
export const contentsOrder: Rule = {
  id: 'structure/contents-order',
  title: '目录的顺序与标题的顺序一致',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: (input): Remark[] => {
    const { entries, body } = contentsOf(input);
    const at = new Map(input.lines.map((line, n) => [line, n]));
    const placed = entries.flatMap((entry) => {
      const [line, ...more] = entry.isForm ? [] : body.linesOf(entry.words);
      return line && more.length === 0 && isOnly(entry, entries) ? [{ entry, at: at.get(line)! }] : [];
    });
    const late = placed.findIndex((each, n) => n > 0 && each.at < placed[n - 1]!.at);
    if (placed.length < FEWEST || late < 0) return [];
    const { entry } = placed[late]!;
    return [
      say('structure/contents-order', '目录中“{title}”排在“{before}”之后，正文中排在其前', {
        severity: 'info',
        figures: [marked(entry)],
        with: { title: entry.title, before: placed[late - 1]!.entry.title },
      }),
    ];
  },
};

function isOnly({ words }: Entry, entries: readonly Entry[]): boolean {
  return entries.filter((each) => each.words === words).length === 1;
}

/** One title twice under one chapter. */
export const contentsTwice: Rule = {
  id: 'structure/contents-twice',
  title: '目录不重复',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: (input): Remark[] => {
    const { entries } = contentsOf(input);
    const told = new Set((input.disclosure.listed ?? []).flatMap(({ again }) => again));
    const first = new Map<string, Entry>();
    return entries.flatMap((entry): Remark[] => {
      const key = `${entry.chapter}|${entry.title.replace(/\s/g, '').replace(/^[^、.．]{1,4}[、.．]/, '')}`;
      const before = first.get(key);
      if (!before) first.set(key, entry);
      if (!before || told.has(entry.line.place) || entry.page !== before.page) return [];
      return [
        say('structure/contents-twice', '目录中“{title}”与“{before}”重复', {
          severity: 'info',
          figures: [marked(entry), marked(before)],
          with: { title: entry.title, before: before.title },
        }),
      ];
    });
  },
};

/** 5, 6, 4: pages of the contents page that go back. One that begins anew at 1 counts another part. */
export const contentsPages: Rule = {
  id: 'structure/contents-page',
  title: '目录的页码依次、与正文一致',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: (input): Remark[] => {
    const contents = contentsOf(input);
    const backwards = contents.entries.filter(({ page }) => page !== undefined);
    const at = backwards.findIndex(({ page }, n) => n > 0 && page! > 1 && page! < backwards[n - 1]!.page!);
    if (backwards.length < FEWEST) return [];
    if (at < 0) return wrongPages(contents);
    const [before, entry] = [backwards[at - 1]!, backwards[at]!];
    return [
      say('structure/contents-page', '目录的页码倒退：“{before}”第 {from} 页，其后“{title}”第 {to} 页', {
        severity: 'info',
        figures: [marked(entry)],
        with: { before: before.title, from: before.page!, title: entry.title, to: entry.page! },
        stated: String(entry.page),
      }),
    ];
  },
};

/**
 * Entries whose heading stands on another page. Pages are counted from wherever most entries say; where a part begins
 * to count anew, several entries are off by the same number, and nothing is wrong.
 */
function wrongPages({ entries, body }: Contents): Remark[] {
  const placed = entries.flatMap((entry) => {
    const [line, ...more] = body.linesOf(entry.words);
    const page = line && more.length === 0 ? pageOf(line) : undefined;
    return page === undefined || entry.page === undefined ? [] : [{ entry, page, offset: page - entry.page }];
  });
  const counts = new Map<number, number>();
  for (const { offset } of placed) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const [[usual, times] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  const wrong = placed.filter(({ offset }) => counts.get(offset) === 1 && offset !== usual);
  if (times < FEWEST || times * 2 <= placed.length || wrong.length === 0) return [];
  const told = wrong
    .slice(0, SHOWN)
    .map(({ entry, page }) => `“${entry.title}”写第 ${entry.page!} 页，在第 ${page - usual} 页`);
  return [
    say('structure/contents-page', '目录的页码与正文不符：{told}{more}', {
      severity: 'info',
      figures: wrong.map(({ entry }) => marked(entry)),
      with: { told: told.join('；'), more: wrong.length > SHOWN ? ` 等 ${wrong.length} 处` : '' },
      stated: String(wrong[0]!.entry.page),
      expected: String(wrong[0]!.page - usual),
    }),
  ];
}
