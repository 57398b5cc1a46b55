import type { Style } from 'exceljs';
import type { CellStyle } from '../plan';

/*
 * Our styles in the terms of ExcelJS.
 */

const THIN = { style: 'thin' } as const;
const GRID = { top: THIN, left: THIN, bottom: THIN, right: THIN };

function opaque(color: string): { argb: string } {
  return { argb: `FF${color}` };
}

function toExcelJs(style: CellStyle): Partial<Style> {
  const { font, size, bold, underline, color, fill, horizontal, vertical, wrap, indent, numberFormat, border } = style;
  return {
    font: {
      ...(font !== undefined && { name: font }),
      ...(size !== undefined && { size }),
      ...(bold && { bold }),
      ...(underline && { underline }),
      ...(color !== undefined && { color: opaque(color) }),
    },
    alignment: {
      ...(horizontal && { horizontal }),
      ...(vertical && { vertical }),
      ...(wrap && { wrapText: true }),
      ...(indent && { indent }),
    },
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: opaque(fill) } }),
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
    ...(border && { border: GRID }),
  };
}

/** Converts each style object once: the library recognises equal styles by identity. */
export class StyleTable {
  private readonly known = new Map<CellStyle, Partial<Style>>();

  get(style: CellStyle): Partial<Style> {
    let result = this.known.get(style);
    if (!result) this.known.set(style, (result = toExcelJs(style)));
    return result;
  }
}
