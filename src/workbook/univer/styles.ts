import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { CellStyle } from '../plan';

/*
 * Our styles in Univer's terms, and back: what a person formatted in the page is in the exported file too.
 */

const THIN = { s: BorderStyleTypes.THIN, cl: { rgb: '#000000' } };
const GRID: IBorderData = { t: THIN, r: THIN, b: THIN, l: THIN };
const HORIZONTAL = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const VERTICAL = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE };
// Univer's own distance between text and cell border, and the width of one step of indentation, in pixels.
const PADDING = 2;
const INDENT = 9;

/** The fill of a cell (RRGGBB) as Univer keeps it. */
export function fillStyle(fill: string): IStyleData {
  return { bg: { rgb: `#${fill}` } };
}

/** A style of the plan as Univer keeps it. */
export function toUniver(style: CellStyle): IStyleData {
  const { font, size, bold, underline, color, fill, horizontal, vertical, wrap, indent, numberFormat, border } = style;
  return {
    ...(font !== undefined && { ff: font }),
    ...(size !== undefined && { fs: size }),
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(color !== undefined && { cl: { rgb: `#${color}` } }),
    ...(fill !== undefined && fillStyle(fill)),
    ...(horizontal && { ht: HORIZONTAL[horizontal] }),
    ...(vertical && { vt: VERTICAL[vertical] }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(indent && { pd: { l: PADDING + indent * INDENT } }),
    ...(numberFormat !== undefined && { n: { pattern: numberFormat } }),
    ...(border && { bd: GRID }),
  };
}

/** #RRGGBB, #RGB, rgb(…) or rgba(…) as RRGGBB; undefined for anything else. */
function plainColor(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const hex = /^#?([0-9a-f]{6})$/i.exec(color)?.[1];
  if (hex) return hex.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short)
    return [...short.slice(1)]
      .map((digit) => digit + digit)
      .join('')
      .toUpperCase();
  const parts = /^rgba?\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})/.exec(color);
  if (!parts) return undefined;
  return parts
    .slice(1)
    .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function keyOf<T extends string>(table: Readonly<Record<T, number>>, value: Nullable<number>): T | undefined {
  return (Object.keys(table) as T[]).find((key) => table[key] === value);
}

/** What of Univer's style the plan can say. */
export function fromUniver(style: Nullable<IStyleData>): CellStyle {
  if (!style) return {};
  const { ff, fs, bl, ul, cl, bg, ht, vt, tb, pd, n, bd } = style;
  const color = plainColor(cl?.rgb);
  const fill = plainColor(bg?.rgb);
  const horizontal = keyOf(HORIZONTAL, ht);
  const vertical = keyOf(VERTICAL, vt);
  const indent = Math.round(((pd?.l ?? 0) - PADDING) / INDENT);
  return {
    ...(ff && { font: ff }),
    ...(fs && { size: fs }),
    ...(bl === BooleanNumber.TRUE && { bold: true }),
    ...(ul?.s === BooleanNumber.TRUE && { underline: true }),
    ...(color !== undefined && { color }),
    ...(fill !== undefined && { fill }),
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(tb === WrapStrategy.WRAP && { wrap: true }),
    ...(indent > 0 && { indent }),
    ...(n?.pattern && { numberFormat: n.pattern }),
    // The plan knows a full grid or none; any line that is drawn is better shown than lost.
    ...(bd && (bd.t ?? bd.r ?? bd.b ?? bd.l) && { border: 'grid' as const }),
  };
}
