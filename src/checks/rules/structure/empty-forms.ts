import type { Disclosure, Fact, Statement } from '../../../model/disclosure';
import type { Remark } from '../../../model/relation';
import { isPrinted } from '../../tables';
import { EMPTY_NOTE, FUND_WORDS, NOTHING_OF_FUND } from '../../../vocabulary/narrative/wording';
import type { CheckInput } from '../../check';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

/* Forms without figures, and what is said of them. */

const BASIS = '《地方预决算公开操作规程》：没有数据的表格应列出空表并说明';

/** The figures that a table prints, zeros among them. */
function printedIn({ blocks }: Statement, { facts }: Disclosure): Fact[] {
  return blocks.flatMap((block) =>
    block.facts.flatMap((row) => row.flatMap((id) => (id >= 0 && isPrinted(facts[id]) ? [facts[id]!] : []))),
  );
}

function isEmpty(statement: Statement, disclosure: Disclosure): boolean {
  return printedIn(statement, disclosure).every(({ amount }) => amount.value.isZero());
}

/** 本表无数据 under figures. */
export const emptyNotes: Rule = {
  id: 'structure/empty-note',
  title: '注明无数据的表没有数据',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: ({ disclosure }) =>
    disclosure.statements.flatMap((statement): Remark[] => {
      const note = statement.notes.find(({ text }) => EMPTY_NOTE.some((words) => text.includes(words)));
      const printed = note ? printedIn(statement, disclosure) : [];
      if (!note || printed.length === 0) return [];
      const zeros = printed.filter(({ amount }) => amount.value.isZero()).length;
      const filled = printed.length - zeros;
      return [
        say('structure/empty-note', '《{title}》注明“{note}”，而表中印有{what}', {
          severity: filled > 0 ? 'warning' : 'info',
          figures: [wordsAt(note.text, note.place)],
          with: {
            title: statement.title,
            note: note.text.slice(0, 30),
            what: filled > 0 ? `数字 ${filled} 个` : `0 值 ${zeros} 个`,
          },
        }),
      ];
    }),
};

/** The funds of which a form may have nothing to show: their key, and the words for them. */
const FUNDS = Object.entries(FUND_WORDS) as readonly (readonly [keyof typeof FUND_WORDS, RegExp])[];

function fundOf({ key }: Statement): keyof typeof FUND_WORDS | undefined {
  return FUNDS.find(([fund]) => key.fund === fund)?.[0];
}

/** A form of a fund without a figure, without a note, and nothing in the text that says there is none. */
export const emptyForms: Rule = {
  id: 'structure/empty-form',
  title: '空表有说明',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: ({ disclosure, passages }) => {
    // Forms pasted by themselves leave open what the text says.
    if (!passages.some(({ lines: [first] }) => first!.part === 'explanation')) return [];
    return disclosure.statements.flatMap((statement): Remark[] => {
      const fund = fundOf(statement);
      if (fund === undefined || statement.notes.length > 0 || !isEmpty(statement, disclosure)) return [];
      const isTold = passages.some(({ text, lines: [first] }) => {
        const { part } = first!;
        return part !== 'contents' && part !== 'title' && FUND_WORDS[fund].test(text) && NOTHING_OF_FUND.test(text);
      });
      return isTold
        ? []
        : [
            say('structure/empty-form', '《{title}》没有数据，表下没有说明，正文也没有说明', {
              severity: 'info',
              figures: [wordsAt(statement.title, statement.titlePlace)],
              with: { title: statement.title },
            }),
          ];
    });
  },
};

/** A note copied from the form of another fund. */
export const notesOfOthers: Rule = {
  id: 'structure/note-of-other',
  title: '表下的说明说的是本表',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: ({ disclosure }) =>
    disclosure.statements.flatMap((statement): Remark[] => {
      const own = fundOf(statement);
      if (own === undefined) return [];
      return statement.notes.flatMap(({ text, place }) => {
        const other = FUNDS.find(([fund, words]) => fund !== own && words.test(text));
        if (!other || FUND_WORDS[own].test(text)) return [];
        return [
          say('structure/note-of-other', '《{title}》表下的说明“{note}”说的是另一张表', {
            severity: 'warning',
            figures: [wordsAt(text, place)],
            with: { title: statement.title, note: text.slice(0, 40) },
          }),
        ];
      });
    }),
};

/** Money of a fund in the text, and the forms of that fund hold nothing. */
export const moneyWithoutForm: Rule = {
  id: 'structure/money-of-empty-form',
  title: '正文有金额的，表中有数据',
  basis: '说明文字与公开表应一致',
  dependsOn: 'values',
  inspect: (input) => FUNDS.flatMap(([fund]) => toldWithoutForm(input, fund)),
};

function toldWithoutForm({ disclosure, told }: CheckInput, fund: keyof typeof FUND_WORDS): Remark[] {
  const forms = disclosure.statements.filter((statement) => fundOf(statement) === fund);
  const isPrintedElsewhere = disclosure.facts.some(({ key, amount }) => key.fund === fund && !amount.value.isZero());
  if (forms.length === 0 || isPrintedElsewhere) return [];
  const figure = told.values.find(
    ({ kind, role, said, amount }) =>
      kind === 'amount' &&
      role === 'value' &&
      said.fund === fund &&
      (said.year ?? '') === '' &&
      said.stage === undefined &&
      !amount.value.isZero(),
  );
  if (!figure) return [];
  return [
    say('structure/money-of-empty-form', '正文写“{subject}”{amount}{unit}，而《{title}》没有数据', {
      severity: 'warning',
      figures: [figure, wordsAt(forms[0]!.title, forms[0]!.titlePlace)],
      with: { subject: figure.subject, amount: figure.amount.raw, unit: figure.unit, title: forms[0]!.title },
      stated: figure.amount.raw,
    }),
  ];
}
