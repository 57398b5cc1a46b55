import { parseAmount } from '../../shared/amount';
import { amountFormat, amountValue } from '../layout/amounts';
import { amountStyle } from '../layout/look';
import type { CellStyle, CellValue } from '../plan';
import { TEXT } from './list';

/* Figures of many documents in one column: numbers as printed, with the decimals that were printed. */

const USUAL = 2;

/** Style of a column of figures. */
export const FIGURE: CellStyle = { ...amountStyle(amountFormat(USUAL)), vertical: 'top' };

const LOOKS = new Map<number, CellStyle>();

/** A figure as a number; words (two names that differ) as they are. `look` is what its cell needs beyond FIGURE. */
export function figureCell(figure: string): { readonly value: CellValue; readonly look?: CellStyle } {
  if (figure === '') return { value: null };
  const amount = parseAmount(figure);
  const value = amount?.printed ? amountValue(amount) : figure;
  if (!amount || typeof value !== 'number') return { value, look: TEXT_LOOK };
  return amount.decimals === USUAL ? { value } : { value, look: decimalsLook(amount.decimals) };
}

const TEXT_LOOK: CellStyle = { ...TEXT, numberFormat: '@' };

/** Cells of one look share one object. */
function decimalsLook(decimals: number): CellStyle {
  let look = LOOKS.get(decimals);
  if (!look) LOOKS.set(decimals, (look = { numberFormat: amountFormat(decimals, 0) }));
  return look;
}
