import type { DocumentLine, Statement } from '../../../model/disclosure';
import type { Remark } from '../../../model/relation';
import { BROKEN_YEAR, COMPARES, TEXT_YEAR, TITLE_YEAR } from '../../../vocabulary/narrative/identity';
import { type Rule, say } from '../../rule';
import { spot, wordsAt } from './places';

/* The year of the document, wherever it is named. Which one it is the whole document decides. */

const ID = 'structure/year';
const BASIS = '公开文本应完整、规范：封面、目录、标题、正文的年度一致';
/** Parts whose dated words name the document or one of its forms. */
const PLACES: Partial<Record<DocumentLine['part'], string>> = { cover: '封面', contents: '目录', chapter: '标题' };
const NAMING: ReadonlySet<DocumentLine['part']> = new Set(['cover', 'contents', 'chapter']);

/** A line that names another year, and where. */
interface Dated {
  readonly line: DocumentLine;
  readonly match: RegExpExecArray;
}

function otherYear(line: DocumentLine, year: number): Dated[] {
  const pattern = line.part === 'explanation' ? TEXT_YEAR : NAMING.has(line.part) ? TITLE_YEAR : undefined;
  const match = pattern?.exec(line.text);
  return !match || Number(match[1]) === year || COMPARES.test(line.text.slice(0, match.index)) ? [] : [{ line, match }];
}

/** One remark a wrong year of a part: a contents page that was copied from last year names it in every line. */
function wrongYears(lines: readonly DocumentLine[], year: number): Remark[] {
  const groups = new Map<string, Dated[]>();
  for (const dated of lines.flatMap((line) => otherYear(line, year))) {
    const group = `${dated.line.part} ${dated.match[1]}`;
    groups.set(group, [...(groups.get(group) ?? []), dated]);
  }
  return [...groups.values()].map((all) => {
    const { line, match } = all[0]!;
    return say(ID, '年度疑误：{place}写“{words}”{others}，本文件为 {year} 年度', {
      severity: 'warning',
      figures: all.map((each) => spot(each.line, each.match.index, each.match[0])),
      with: {
        place: PLACES[line.part] ?? '',
        words: shown(line.text, match),
        others: all.length > 1 ? `等 ${all.length} 处` : '',
        year,
      },
      stated: match[1]!,
      expected: String(year),
    });
  });
}

/** The year with what it is the year of. */
function shown(text: string, { 0: words, index }: RegExpExecArray): string {
  return text
    .slice(index, index + words.length + 12)
    .replace(/(?<![.…·])[.…·]{2}[^]*$/, '')
    .trim();
}

function brokenYear(line: DocumentLine, year: number): Remark[] {
  if (!NAMING.has(line.part) && line.part !== 'title') return [];
  const match = BROKEN_YEAR.exec(line.text);
  if (!match) return [];
  return [
    say(ID, '年度没有写全：“{words}”，本文件为 {year} 年度', {
      severity: 'warning',
      figures: [spot(line, match.index, match[0])],
      with: { words: shown(line.text, match), year },
      stated: match[1]!,
      expected: String(year),
    }),
  ];
}

/** A table of another year's figures: no form of the set, or beside this year's form. */
function comparesYears(statement: Statement, statements: readonly Statement[]): boolean {
  const isOther = ({ key }: Statement): boolean => (key.year ?? '') !== '';
  return (
    isOther(statement) &&
    (statement.id.startsWith('generic-') || statements.some((other) => other.id === statement.id && !isOther(other)))
  );
}

const OF_TITLE = /(20\d\d)年/;

function ofForm(statement: Statement, statements: readonly Statement[], year: number): Remark[] {
  const own = OF_TITLE.exec(statement.title.replace(/\s/g, ''))?.[1];
  if (own === undefined || Number(own) === year || comparesYears(statement, statements)) return [];
  return [
    say(ID, '《{title}》年度与本文件 {year} 年度不一致', {
      severity: 'warning',
      figures: [wordsAt(statement.title, statement.titlePlace)],
      with: { title: statement.title, year },
      stated: own,
      expected: String(year),
    }),
  ];
}

/** 2020年本年收入合计 in a document of 2021; cover, contents page, chapters and forms of another year. */
export const years: Rule = {
  id: ID,
  title: '年度一致',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: ({ disclosure, lines }) => {
    const { profile, statements } = disclosure;
    const { year } = profile;
    if (year === null) return [];
    return [
      ...wrongYears(lines, year),
      ...lines.flatMap((line) => brokenYear(line, year)),
      ...statements.flatMap((statement) => ofForm(statement, statements, year)),
    ];
  },
};
