import type { Disclosure, Fact, Statement } from '../model/disclosure';
import { type ProseLine, type TextFact, wordsFigure } from '../model/narrative';
import type { Remark } from '../model/relation';
import type { Place } from '../model/source';
import { chineseNumber } from '../shared/numerals';
import { comparable } from '../shared/text';
import { DEPARTMENT_WORDS, EMPTY_NOTE, PAIRS, UNIT_WORDS, WORDING } from '../vocabulary/narrative/wording';
import type { Check, CheckInput } from './check';
import { isPrinted } from './tables';
import { formsHold, printedTwice } from './text/attachments';
import { emptyFormsWithMoney, emptyFormsWithout, listedTwice } from './text/listed';

/** Wording, numbering, years and notes: what can be seen without adding up. */
export const structure: Check = {
  id: 'structure',
  title: '文字、编号、年度和空表说明',
  basis: '公开文本应完整、规范：无占位符和未删改的选择项，编号连续，年度一致，空表说明与表内数字相符',
  relate: () => [],
  inspect: (input) => [
    ...wording(input),
    ...pairs(input),
    ...levels(input),
    ...years(input),
    ...numbering(input),
    ...tableNumbers(input),
    ...emptyNotes(input),
    ...formsHold(input),
    ...printedTwice(input),
    ...emptyFormsWithMoney(input),
    ...listedTwice(input),
  ],
  covered: emptyFormsWithout,
};

/** Of words in a table or a list: they stand in no section of the explanation. */
const NO_SECTION = -1;

/** Words at a place, as a finding refers to them. */
export function wordsAt(text: string, place: Place, section = NO_SECTION): TextFact {
  return wordsFigure(text, place, section);
}

function spot(line: ProseLine, at: number, text: string): TextFact {
  const { place } = line;
  return wordsAt(
    text,
    'line' in place ? { line: place.line, column: place.column + at, length: text.length } : place,
    line.section,
  );
}

const ANY_SLIP = new RegExp(WORDING.map(({ pattern }) => pattern.source).join('|'));

function wording({ disclosure }: CheckInput): Remark[] {
  const lines = (disclosure.narrative?.lines ?? []).filter(({ text }) => ANY_SLIP.test(text));
  return lines.flatMap((line) =>
    WORDING.flatMap(({ pattern, severity, message }): Remark[] => {
      const match = pattern.exec(line.text);
      return match
        ? [
            {
              rule: 'structure',
              severity,
              message: message.replace('{0}', match[0].trim()),
              figures: [spot(line, match.index, match[0])],
            },
          ]
        : [];
    }),
  );
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) found += 1;
  return found;
}

/** Quotation marks and brackets that are opened and not closed within their paragraph. */
function pairs({ disclosure }: CheckInput): Remark[] {
  const lines = disclosure.narrative?.lines ?? [];
  return lines.flatMap((line, at) => {
    // A line broken off by a page goes on in the next one.
    if (
      !/[。；！]$/.test(line.text.trim()) ||
      (at > 0 && lines[at - 1]!.section === line.section && !/[。；：！]$/.test(lines[at - 1]!.text.trim()))
    )
      return [];
    const text = line.text
      .replace(/\(/g, '（')
      .replace(/\)/g, '）')
      .replace(/^[（]?[一二三四五六七八九十\d]+）/, '');
    return PAIRS.flatMap(([open, close]): Remark[] => {
      if (count(text, open) === count(text, close)) return [];
      const from = Math.max(0, text.indexOf(count(text, open) > count(text, close) ? open : close));
      return [
        {
          rule: 'structure',
          severity: 'info',
          message: `“${open}”“${close}”不成对：${text.slice(from, from + 16)}…`,
          figures: [spot(line, from, open)],
        },
      ];
    });
  });
}

/** 部门 and 单位 mixed. */
function levels({ disclosure }: CheckInput): Remark[] {
  const { narrative, profile } = disclosure;
  const [own, other] = profile.level === 'unit' ? [UNIT_WORDS, DEPARTMENT_WORDS] : [DEPARTMENT_WORDS, UNIT_WORDS];
  const lines = narrative?.lines ?? [];
  const spots = lines.flatMap((line) => {
    const match = other.exec(line.text);
    // 本部门（单位） leaves it open by form.
    return match && !/部门（单位）|部门\(单位\)/.test(line.text) ? [spot(line, match.index, match[0])] : [];
  });
  if (spots.length === 0) return [];
  const mixed = lines.some(({ text }) => own.test(text));
  const [is, says] = profile.level === 'unit' ? ['单位', '部门'] : ['部门', '单位'];
  return [
    {
      rule: 'structure',
      severity: 'info',
      message: `${is}${profile.kind === 'budget' ? '预算' : '决算'}中使用“${spots[0]!.amount.raw}”等${says}用语 ${spots.length} 处${mixed ? '，前后不一致' : ''}`,
      figures: spots,
    },
  ];
}

/** 2020年本年收入合计 in a document of 2021; forms of another year. */
function years({ disclosure }: CheckInput): Remark[] {
  const { narrative, profile, statements } = disclosure;
  if (profile.year === null) return [];
  const lines = (narrative?.lines ?? []).flatMap((line): Remark[] => {
    const match =
      /(20\d\d)年(?:度)?(?=本年|预算(?:收入|支出)总计|收入总计|支出总计|部门预算|单位预算|部门决算|单位决算)/.exec(
        line.text,
      );
    if (
      !match ||
      Number(match[1]) === profile.year ||
      /比|较|与$/.test(line.text.slice(Math.max(0, match.index - 3), match.index))
    )
      return [];
    return [
      {
        rule: 'structure',
        severity: 'warning',
        message: `年度疑误：写“${match[0]}”，本文件为 ${profile.year} 年度`,
        figures: [spot(line, match.index, match[0])],
        stated: match[1]!,
        expected: String(profile.year),
      },
    ];
  });
  const forms = statements.flatMap((statement): Remark[] => {
    const year = /(20\d\d)年/.exec(statement.title)?.[1];
    if (year === undefined || Number(year) === profile.year || comparesYears(statement, statements)) return [];
    return [
      {
        rule: 'structure',
        severity: 'warning',
        message: `《${statement.title}》年度与本文件 ${profile.year} 年度不一致`,
        figures: [wordsAt(statement.title, statement.titlePlace)],
        stated: year,
        expected: String(profile.year),
      },
    ];
  });
  return [...lines, ...forms];
}

/** A table of another year's figures: no form of the set, or beside this year's form. */
function comparesYears(statement: Statement, statements: readonly Statement[]): boolean {
  const isOther = ({ key }: Statement): boolean => (key.year ?? '') !== '';
  return (
    isOther(statement) &&
    (statement.id.startsWith('generic-') || statements.some((other) => other.id === statement.id && !isOther(other)))
  );
}

/** 一、二、四、: a number left out or used twice. */
function numbering({ disclosure }: CheckInput): Remark[] {
  const remarks: Remark[] = [];
  const last = new Map<string, number>();
  (disclosure.narrative?.sections ?? []).forEach((section, at) => {
    const title = comparable(section.title);
    const number = chineseNumber(/^([一二三四五六七八九十]{1,3})、/.exec(title)?.[1] ?? '');
    if (number === undefined) return;
    const above = section.path.slice(0, -1).join('/');
    const before = last.get(above);
    last.set(above, number);
    if (before === undefined || number === before + 1 || number === 1) return;
    remarks.push({
      rule: 'structure',
      severity: 'info',
      message: `编号不连续：“${title}”前一个编号是第 ${before} 项`,
      figures: [wordsAt(section.title, section.place, at)],
    });
  });
  return remarks;
}

/** One number for one form. */
function tableNumbers({ disclosure }: CheckInput): Remark[] {
  const first = new Map<string, string>();
  return disclosure.statements.flatMap((statement): Remark[] => {
    const { number, title, titlePlace, id } = statement;
    if (number === '') return [];
    const before = first.get(number);
    if (before === undefined || before === id) {
      first.set(number, id);
      return [];
    }
    return [
      {
        rule: 'structure',
        severity: 'info',
        message: `《${title}》的表号“${number}”与前面的表重复`,
        figures: [wordsAt(number, titlePlace)],
      },
    ];
  });
}

/** The figures that a table prints, zeros among them. */
function printedIn({ blocks }: Statement, { facts }: Disclosure): Fact[] {
  const found: Fact[] = [];
  for (const block of blocks)
    for (const row of block.facts) for (const id of row) if (id >= 0 && isPrinted(facts[id])) found.push(facts[id]!);
  return found;
}

/** 本表无数据 under figures. */
function emptyNotes({ disclosure }: CheckInput): Remark[] {
  return disclosure.statements.flatMap((statement): Remark[] => {
    const note = statement.notes.find(({ text }) => EMPTY_NOTE.some((words) => text.includes(words)));
    if (!note) return [];
    const printed = printedIn(statement, disclosure);
    if (printed.length === 0) return [];
    const zeros = printed.filter(({ amount }) => amount.value.isZero()).length;
    const filled = printed.length - zeros;
    return [
      {
        ...{ rule: 'structure', severity: filled > 0 ? 'warning' : 'info', figures: [wordsAt(note.text, note.place)] },
        message: `《${statement.title}》注明“${note.text.slice(0, 30)}”，而表中印有${filled > 0 ? `数字 ${filled} 个` : `0 值 ${zeros} 个`}`,
      },
    ];
  });
}
