import { Decimal, ZERO } from './decimal';
import { memoized } from './memo';
import { halfWidth, stripMarks } from './text';

/** A printed figure: its value in its own unit, and how finely it was printed. */
export interface Amount {
  readonly value: Decimal;
  /** Digits after the decimal point, as printed. */
  readonly decimals: number;
  /** False for a blank cell or a dash: zero in sums, but nothing stands there. */
  readonly printed: boolean;
  /** The figure as printed, without unit, blanks trimmed. */
  readonly raw: string;
}

const BLANK: Amount = { value: ZERO, decimals: 0, printed: false, raw: '' };
/** What an amount may begin with: a digit, a sign, a point, a bracket, a currency. */
const BEGINNING = /^[0-9０-９+＋\-－−﹣.．(（¥￥]/;
const NOTHING = '无';
const DASH = /^[-—–―－─⸺⸻_/\\\s]+$/;
const PLAIN = /^\d+(?:\.(\d+))?$/;
const NUMBER = /^([+-]?)(\(?)([+-]?)(\d[\d,]*)?(\.\d+)?(\)?)$/;

/**
 * Reads a table cell that should hold an amount: thousands separators (half and full width, misplaced ones too: a digit
 * may have got lost), blanks inside, signs, parentheses for negatives, a trailing unit (元, 万元, 亿元) or %. Blank, dashes
 * and null words give an amount that is not printed.
 * @returns undefined when the cell holds something else.
 */
export function parseAmount(cell: string): Amount | undefined {
  return cell === '' ? BLANK : readAmount(cell);
}

/** A figure stands in several tables and in the text, and its cell is looked at by several readers. */
const readAmount = memoized((cell): Amount | undefined => {
  const raw = stripMarks(cell).trim();
  if (raw === '' || DASH.test(raw)) return raw === '' ? BLANK : { ...BLANK, raw };
  // Most amounts are digits and a point.
  const plain = PLAIN.exec(raw);
  if (plain) return { value: new Decimal(raw), decimals: plain[1]?.length ?? 0, printed: true, raw };
  // Most cells that are no amount are words: told at a glance.
  if (!BEGINNING.test(raw)) return raw === NOTHING ? { ...BLANK, raw } : undefined;
  const text = halfWidth(raw)
    .replace(/[\s¥￥]/g, '')
    .replace(/[−﹣]/g, '-')
    .replace(/(?:[万亿]?元|%)$/, '');
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, open, inner, whole, fraction, close] = match;
  if ((whole === undefined && fraction === undefined) || (open === '') !== (close === '')) return undefined;
  const negative = (sign === '-') !== (inner === '-' || (open === '(' && inner === ''));
  const digits = `${negative ? '-' : ''}${(whole ?? '0').replace(/,/g, '')}${fraction ?? ''}`;
  return {
    value: new Decimal(digits),
    decimals: fraction ? fraction.length - 1 : 0,
    printed: true,
    raw: digitsAsPrinted(raw),
  };
});

const UNIT = /(?:[万亿]\s{0,9})?元$|[%％]$/;

function digitsAsPrinted(raw: string): string {
  const unit = UNIT.exec(raw);
  return unit ? raw.slice(0, unit.index).trimEnd() : raw;
}

const HALF = new Decimal('0.5');
const SLACKS: Decimal[] = [];

/**
 * True for figures that are exact: nothing printed, or a bare 0, which says that there is nothing and not that it is
 * below a half.
 */
export function isExact(amount: Amount): boolean {
  return !amount.printed || (amount.decimals === 0 && amount.value.isZero());
}

/** Half a unit of the last printed digit, whatever the figure: 0% may well be a rounded percentage. */
export function halfDigit({ decimals }: Amount): Decimal {
  return (SLACKS[decimals] ??= HALF.times(new Decimal(10).pow(-decimals)));
}

/**
 * Half a unit of the last printed digit: how far the true value may lie from the printed one (XBRL Calculations 1.1).
 */
export function halfUnit(amount: Amount): Decimal {
  if (isExact(amount)) return ZERO;
  return (SLACKS[amount.decimals] ??= HALF.times(new Decimal(10).pow(-amount.decimals)));
}
