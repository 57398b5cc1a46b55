import { parseAmount, type Amount } from '../../shared/amount';
import { plain } from '../../shared/decimal';
import type { CellValue } from '../plan';
import { textWidth } from './measure';

/*
 * The edge where a decimal amount becomes a number of the spreadsheet.
 */

// A spreadsheet keeps 15 significant digits; more would come back as another amount.
const EXACT_DIGITS = 15;
const MOST_FIGURE_WIDTH = 28;

/**
 * What a cell shows for an amount: a number; the dash or null word that is printed; null for a blank cell. An amount
 * that no spreadsheet number holds exactly stays text.
 */
export function amountValue(amount: Amount): CellValue {
  if (!amount.printed) return amount.raw === '' ? null : amount.raw;
  const { value } = amount;
  return value.precision(true) <= EXACT_DIGITS ? Number(plain(value)) : plain(value, amount.decimals);
}

/** Number format with two decimals, or as many as were printed beyond them. */
export function amountFormat(decimals: number, least = 2): string {
  const places = Math.max(decimals, least);
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

/** Characters that the amount takes with its thousands separators. */
export function amountWidth(amount: Amount, least = 2): number {
  const text = plain(amount.value, Math.max(amount.decimals, least));
  const whole = text.indexOf('.') < 0 ? text.length : text.indexOf('.');
  return text.length + Math.floor((whole - 1) / 3);
}

/** Width of a column that shows these figures, which are as printed: what it asks for, more where one would not fit. */
export function widthForFigures(width: number, figures: readonly string[]): number {
  const needed = figures.map((figure) => {
    const amount = parseAmount(figure);
    return Math.min((amount?.printed ? amountWidth(amount) : textWidth(figure)) + 2, MOST_FIGURE_WIDTH);
  });
  return needed.reduce((most, each) => Math.max(most, each), width);
}
