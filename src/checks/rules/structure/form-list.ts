import type { Disclosure, ListedForm, Statement } from '../../../model/disclosure';
import type { Remark } from '../../../model/relation';
import { comparable } from '../../../shared/text';
import { isTitleOfForm } from '../../../vocabulary/form-titles';
import { contentsOf, type Entry, headingWords } from '../../contents';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

/* The forms of the contents page against the forms that the document prints. */

const BASIS = '公开文本应规范：目录与正文一致';

/** Fewer forms than these say nothing about how a contents page is made. */
const FEWEST = 5;
/** One form in so many may be left out; where more are, the contents page lists something else. */
const LEFT_OF = 4;
/** A longer entry may go on in the next line. */
const LONG_ENTRY = 12;

/** Forms of the contents page that the document prints, in the order in which it prints them. */
function positions({ statements }: Disclosure, listed: readonly ListedForm[]): number[] {
  return listed.map(({ form }) => statements.findIndex(({ id }) => id === form));
}

/** A form is listed before another and printed behind it. */
export const formOrder: Rule = {
  id: 'structure/form-order',
  title: '目录的顺序与表的顺序一致',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: ({ disclosure }): Remark[] => {
    const listed = (disclosure.listed ?? []).filter(({ contents }) => contents);
    const printed = positions(disclosure, listed);
    const there = listed.flatMap((form, at) => (printed[at]! < 0 ? [] : [{ form, at: printed[at]! }]));
    const late = there.findIndex(({ at }, n) => n > 0 && at < there[n - 1]!.at);
    if (late < 0) return [];
    const { form } = there[late]!;
    return [
      say('structure/form-order', '目录中《{title}》排在《{before}》之后，正文中排在其前', {
        severity: 'info',
        figures: [wordsAt(form.title, form.place)],
        with: { title: form.title, before: there[late - 1]!.form.title },
      }),
    ];
  },
};

/** A form among those that the contents page lists, and not listed itself. */
export const formListed: Rule = {
  id: 'structure/form-unlisted',
  title: '正文的表列入目录',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: (input): Remark[] => {
    const { statements, profile, listed = [] } = input.disclosure;
    const { entries } = contentsOf(input);
    const forms = new Set(listed.flatMap(({ form, contents }) => (contents ? [form] : [])));
    const named = statements.map(({ id, title }) => forms.has(id) || isNamed(title, profile.entity, entries));
    if (named.filter(Boolean).length < FEWEST) return [];
    const among = statements.slice(named.indexOf(true), named.lastIndexOf(true));
    const left = among.filter((statement) => {
      const { title, key } = statement;
      return !named[statements.indexOf(statement)] && key.year === undefined && isTitleOfForm(title);
    });
    return left.length * LEFT_OF > named.length
      ? []
      : left.map(({ title, titlePlace }) =>
          say('structure/form-unlisted', '《{title}》没有列入目录', {
            severity: 'info',
            figures: [wordsAt(title, titlePlace)],
            with: { title },
          }),
        );
  },
};

function isNamed(title: string, entity: string, entries: readonly Entry[]): boolean {
  const words = headingWords(title).replace(headingWords(entity), '');
  return entries.some((entry) => {
    const own = entry.words.replace(headingWords(entity), '');
    return own === words || (own.length > LONG_ENTRY && words.startsWith(own));
  });
}

/** All that a form prints, cell by cell. */
function printOf({ blocks }: Statement, { facts }: Disclosure): string {
  const amounts = blocks.flatMap((block) => block.facts.flatMap((row) => row.map((id) => facts[id]?.amount.raw ?? '')));
  const labels = blocks.flatMap(({ rows }) => rows.map(({ label }) => label));
  return [...labels, ...amounts].join('|');
}

/** A form printed twice, title and figures. One of the same title and other figures may be another institution's. */
export const formTwice: Rule = {
  id: 'structure/form-twice',
  title: '一张表只印一次',
  basis: '公开文本应规范：表不重复',
  dependsOn: 'values',
  inspect: ({ disclosure }): Remark[] => {
    const first = new Map<string, Statement>();
    return disclosure.statements.flatMap((statement): Remark[] => {
      const { title, titlePlace } = statement;
      const before = first.get(comparable(title));
      if (!before) first.set(comparable(title), statement);
      if (!before || !isTitleOfForm(title) || printOf(before, disclosure) !== printOf(statement, disclosure)) return [];
      return [
        say('structure/form-twice', '《{title}》印了两次，内容相同', {
          severity: 'info',
          figures: [wordsAt(title, titlePlace), wordsAt(before.title, before.titlePlace)],
          with: { title },
        }),
      ];
    });
  },
};
