import { pattern } from '../../shared/pattern';
import type { TextKind } from '../../model/narrative';
import { sharedUnit } from '../../vocabulary/narrative/pairs';
import { COUNTED, MONEY, NOT_A_CLAIM, UNIT_LEFT_OUT } from '../../vocabulary/narrative/units';
import { type Amount, parseAmount } from '../../shared/amount';
import { matchesOf } from '../../shared/matches';

/*
 * Numbers in running text: which of them are figures, and of what.
 */

export interface Token {
  readonly kind: TextKind;
  readonly amount: Amount;
  readonly unit: string;
  readonly start: number;
  /** Length of the number itself, and with its unit. */
  readonly length: number;
  readonly end: number;
  /** Member of the dimension year; absent for a figure of the document's own. */
  readonly year?: string;
  /** The words say that it is of the document's own year. */
  readonly isOfYear?: true;
}

/** A date (the group), or a number. */
const NUMBER = /(\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2})|(?<!\d)\d+(?:,\d+)*(?:\.\d+)?/g;
const BEHIND = 16;
const BEFORE = 14;
const MISSING_PERCENT = /(?:占(?:比|[^，。；]{0,12}的)?|增长|下降|增幅|降幅|上升)$/;
/** List numbers at the beginning of a sentence. */
const ITEM_NUMBER = /(?:^|[\n。；])$/;
const ITEM_MARK = /^[.、．）)]/;
const IN_A_WORD = /[A-Za-z.]$/;
const MINUS = /(?:^|[^\d万元%])[-−－]$/;
const HYPHEN = /[\u4e00-\u9fff]-$/;
const WAN = /^万(?:[，。；、）]|$)/;

/** All figures of a text in order; numbers that claim nothing are left out. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(NUMBER, text)) {
    const token = match[1] === undefined ? read(text, match.index, match[0]) : undefined;
    if (token) tokens.push(token);
  }
  return withUnits(tokens);
}

/** Amounts whose unit was left out are in that of the amount before, or of the first one behind; else they are none. */
function withUnits(tokens: readonly Token[]): Token[] {
  if (tokens.every(({ unit }) => unit !== '')) return [...tokens];
  let unit = tokens.find((token) => token.kind === 'amount' && token.unit !== '')?.unit;
  return tokens.flatMap((token) => {
    if (token.kind === 'amount' && token.unit !== '') unit = token.unit;
    return token.unit !== '' ? [token] : unit === undefined ? [] : [{ ...token, unit }];
  });
}

function read(text: string, start: number, digits: string): Token | undefined {
  const end = start + digits.length;
  const next = text[end] ?? '';
  // Most numbers are followed by their unit at once; the rest is looked at more closely.
  if (next === '年' || next === '月' || next === '日' || next === '号') return undefined;
  const after = text.slice(end, end + BEHIND);
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (IN_A_WORD.test(before) || (ITEM_MARK.test(after) && ITEM_NUMBER.test(before))) return undefined;
  if (excluded(before, after)) return undefined;
  const negative = MINUS.test(before) && !HYPHEN.test(before);
  const amount = parseAmount(negative ? `-${digits}` : digits);
  if (!amount) return undefined;
  const { value, decimals, printed } = amount;
  const made = (kind: TextKind, unit: string, length: number): Token => ({
    kind,
    amount: { value, decimals, printed, raw: digits },
    unit,
    start,
    length: digits.length,
    end: end + length,
  });
  for (const [word, unit] of MONEY) if (after.startsWith(word)) return made('amount', unit, word.length);
  if (after.startsWith('%')) return made('percent', '%', 1);
  if (after.startsWith('个百分点')) return made('percent', '个百分点', 4);
  if (WAN.test(after)) return made('amount', '万元', 1);
  const counted = COUNTED.exec(after)?.[0];
  if (counted !== undefined) return made('count', counted.replace('（', '(').replace('）', ')'), counted.length);
  const unit = sharedUnit(before, after);
  if (unit !== undefined) return made(unit === '%' ? 'percent' : 'amount', unit, 0);
  if (MISSING_PERCENT.test(before) && /^[，。；、]/.test(after)) return made('percent', '%', 0);
  return isWithoutUnit(digits, before, after) ? made('amount', '', 0) : undefined;
}

function isWithoutUnit(digits: string, before: string, after: string): boolean {
  const { before: words, beforeWhole, after: stop, month } = UNIT_LEFT_OUT;
  return !month.test(digits) && stop.test(after) && (digits.includes('.') ? words : beforeWhole).test(before);
}

function anyOf(patterns: readonly (RegExp | undefined)[]): RegExp {
  return pattern(patterns.flatMap((each) => (each ? [`(?:${each.source})`] : [])).join('|'));
}

/** The rules that look one way only, as one pattern each; those that look both ways. */
const BEHIND_ALONE = anyOf(NOT_A_CLAIM.map(({ before, after }) => (before ? undefined : after)));
const BEFORE_ALONE = anyOf(NOT_A_CLAIM.map(({ before, after }) => (after ? undefined : before)));
const BOTH_WAYS = NOT_A_CLAIM.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));

function excluded(before: string, after: string): boolean {
  return (
    BEHIND_ALONE.test(after) ||
    BEFORE_ALONE.test(before) ||
    BOTH_WAYS.some((rule) => rule.after.test(after) && rule.before.test(before))
  );
}
