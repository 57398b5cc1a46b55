import type { TextKind } from '../../model/narrative';
import { sharedUnit } from '../../vocabulary/narrative/pairs';
import { COUNTED, MONEY, NOT_A_CLAIM } from '../../vocabulary/narrative/units';
import { type Amount, parseAmount } from '../../shared/amount';

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
  /** A percentage or amount whose unit is missing. */
  readonly unitMissing?: boolean;
}

const NUMBER = /\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}|\d+(?:,\d+)*(?:\.\d+)?/g;
const BEHIND = 16;
const BEFORE = 14;
const MISSING_PERCENT = /(?:占(?:比|[^，。；]{0,12}的)?|增长|下降|增幅|降幅|上升)$/;
/** List numbers at the beginning of a sentence. */
const ITEM_NUMBER = /(?:^|[\n。；])$/;

/** All figures of a text in order; numbers that claim nothing are left out. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const token = read(text, match.index, match[0]);
    if (token) tokens.push(token);
  }
  return tokens;
}

function read(text: string, start: number, digits: string): Token | undefined {
  if (/[-/]/.test(digits) || /\..*\./.test(digits)) return undefined;
  const end = start + digits.length;
  const next = text[end] ?? '';
  // Most numbers are followed by their unit at once; the rest is looked at more closely.
  if (next === '年' || next === '月' || next === '日' || next === '号') return undefined;
  const after = text.slice(end, end + BEHIND);
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (/[A-Za-z.]$/.test(before) || (ITEM_NUMBER.test(before) && /^[.、．）)]/.test(after))) return undefined;
  if (excluded(before, after)) return undefined;
  const negative = /(?:^|[^\d万元%])[-−－]$/.test(before) && !/[\u4e00-\u9fff]-$/.test(before);
  const amount = parseAmount(negative ? `-${digits}` : digits);
  if (!amount) return undefined;
  const made = (kind: TextKind, unit: string, length: number): Token => ({ kind, amount: { ...amount, raw: digits }, unit, start, length: digits.length, end: end + length });
  for (const [word, unit] of MONEY) if (after.startsWith(word)) return made('amount', unit, word.length);
  if (after.startsWith('%')) return made('percent', '%', 1);
  if (after.startsWith('个百分点')) return made('percent', '个百分点', 4);
  if (/^万(?:[，。；、）]|$)/.test(after)) return made('amount', '万元', 1);
  const counted = COUNTED.exec(after)?.[0];
  if (counted !== undefined) return made('count', counted.replace('（', '(').replace('）', ')'), counted.length);
  const unit = sharedUnit(before, after);
  if (unit !== undefined) return made(unit === '%' ? 'percent' : 'amount', unit, 0);
  if (MISSING_PERCENT.test(before) && /^[，。；、]/.test(after)) return { ...made('percent', '%', 0), unitMissing: true };
  return undefined;
}

function excluded(before: string, after: string): boolean {
  return NOT_A_CLAIM.some((rule) => (rule.before === undefined || rule.before.test(before)) && (rule.after === undefined || rule.after.test(after)));
}
