import type { Fact } from '../../model/disclosure';
import { plain } from '../../shared/decimal';
import type { Pattern } from './find';
import { decimalsOf, type Words } from '../wording';

/* Slips of whole rows and columns in the user's words. */

/** 元 for 万元, and the other way round. */
const UNIT_SLIP = 10000;

/** What happened, and what one of the figures should be. */
export function patternText(pattern: Pattern, words: Words): string {
  const { corrections, kind } = pattern;
  if (kind === 'blank-row' || kind === 'blank-column') return blankText(pattern, words);
  const first = leadOf(pattern);
  const meant = plain(corrections.get(first)!, first.amount.decimals);
  return `${headline(pattern, first, words)}。如 ${words.place(first)} ${words.amount(first)} 疑应为 ${meant}`;
}

const SHOWN = 6;

/** Which row or column was left blank, and what should stand there. */
function blankText({ corrections, kind, mended }: Pattern, words: Words): string {
  const digits = new Map(mended.map((evaluation) => [evaluation.relation.stated, decimalsOf(evaluation)] as const));
  const facts = [...corrections.keys()].sort((a, b) => a.id - b.id);
  const [first] = facts;
  const isRow = kind === 'blank-row';
  const what = isRow ? `“${words.row(first!)}”一行` : `“${words.column(first!)}”一栏`;
  const meant = facts.slice(0, SHOWN).map((fact) => {
    const name = isRow ? words.column(fact) : `“${words.row(fact)}”`;
    return `${facts.length === 1 ? '' : `${name} `}${plain(corrections.get(fact)!, digits.get(fact) ?? 0)}`;
  });
  const rest = facts.length > SHOWN ? ` 等 ${facts.length} 个数字` : '';
  return `${words.table(first!)}${what}未填写，按所属各${isRow ? '行' : '栏'}合计应为 ${meant.join('，')}${rest}`;
}

/** The first figure that its relations contradict. */
export function leadOf({ corrections, mended }: Pattern): Fact {
  const involved = new Set<unknown>(
    mended.flatMap(({ relation }) => [relation.stated, ...relation.terms.map(({ fact }) => fact)]),
  );
  const facts = [...corrections.keys()].sort((a, b) => a.id - b.id);
  return facts.find((fact) => involved.has(fact)) ?? facts[0]!;
}

function headline(pattern: Pattern, first: Fact, words: Words): string {
  const { kind, other, corrections } = pattern;
  const table = words.table(first);
  const count = corrections.size;
  switch (kind) {
    case 'scaled-table':
      return `${table}全表${scale(pattern, count)}`;
    case 'scaled-column':
      return `${table}“${words.column(first)}”整列${scale(pattern, count)}`;
    case 'scaled-row':
      return `${table}“${words.row(first)}”整行${scale(pattern, count)}`;
    case 'swapped-rows': {
      const mine = [...corrections.keys()].find(({ row }) => row !== other!.row)!;
      return `${table}“${words.row(mine)}”与“${words.row(other!)}”两行的数字互换了`;
    }
    case 'swapped-columns': {
      const mine = [...corrections.keys()].find(({ column }) => column !== other!.column)!;
      return `${table}“${words.column(mine)}”与“${words.column(other!)}”两列的数字互换了`;
    }
    case 'shifted-rows': {
      const rows = [...corrections.keys()].sort((a, b) => a.row - b.row);
      const [from, to] = [rows[0]!, rows[rows.length - 1]!];
      const steps = pattern.by!.abs();
      if (steps.greaterThan(1))
        return `${table}自“${words.row(from)}”起金额与科目错开 ${plain(steps)} 行，${count} 个数字错位`;
      const moved = to.row - from.row === 1 && movedRow(rows, pattern.by!.isNegative());
      if (moved)
        return `${table}“${words.row(moved)}”的数字误填在“${words.row(moved === from ? to : from)}”一行，${count} 个数字错位`;
      return `${table}${from.row === to.row ? `“${words.row(from)}”` : `“${words.row(from)}”至“${words.row(to)}”`}的数字${pattern.by!.isNegative() ? '填低' : '填高'}了一行，${count} 个数字错位`;
    }
    case 'copied-column':
      return `${table}“${words.column(first)}”整列与“${words.column(other!)}”相同，疑为误抄，${count} 个数字与其他各处不符`;
    case 'blank-row':
    case 'blank-column':
      return blankText(pattern, words);
  }
}

/** Of two rows the one whose figures stand in the other, where it is blank. */
function movedRow(rows: readonly Fact[], tooLow: boolean): Fact | undefined {
  const row = rows[tooLow ? 0 : rows.length - 1]!;
  return rows.every((fact) => fact.row !== row.row || fact.amount.value.isZero()) ? row : undefined;
}

function scale({ by }: Pattern, count: number): string {
  const times = by!.greaterThan(1) ? `都是应有数的 ${plain(by!)} 倍` : `都只有应有数的 ${plain(by!)} 倍`;
  const unit = by!.equals(UNIT_SLIP) || by!.times(UNIT_SLIP).equals(1);
  return `${unit ? '单位有误（元与万元）' : '小数点错位'}，${count} 个数字${times}`;
}
