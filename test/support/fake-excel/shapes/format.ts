import type { Area } from '../../../../src/workbook';
import { hostError } from '../error';
import type { Prop, Shape } from '../shape';
import type { RangeTarget } from './range';

/*
 * Formats of a range.
 */

/** Nothing is changed on a protected sheet. */
export function guard({ sheet }: Pick<RangeTarget, 'sheet'>): void {
  if (sheet.protected) throw hostError('AccessDenied', `sheet ${sheet.name} is protected`);
}

function oneOf(...values: readonly unknown[]): (value: unknown) => void {
  return (value) => {
    if (!values.includes(value))
      throw hostError('InvalidArgument', `not one of ${values.join(', ')}: ${String(value)}`);
  };
}

function typeOf(type: string): (value: unknown) => void {
  return (value) => {
    if (typeof value !== type) throw hostError('InvalidArgument', `not a ${type}: ${String(value)}`);
  };
}

function isColor(value: unknown): void {
  if (typeof value !== 'string' || !/^#[0-9A-F]{6}$/i.test(value))
    throw hostError('InvalidArgument', `not a color: ${String(value)}`);
}

/** A property that every cell of the range has by itself. */
function cellProp(set: string, property: string, check: (value: unknown) => void): Prop<RangeTarget> {
  return {
    set,
    get: ({ sheet, area }) => sheet.uniform(area, property) ?? null,
    put: (range, value) => {
      guard(range);
      check(value);
      range.sheet.paint(range.area, property, value);
    },
  };
}

function isHeight(value: unknown): void {
  if (typeof value !== 'number' || value < 0 || value > 409.5)
    throw hostError('InvalidArgument', `not a height: ${String(value)}`);
}

export const FORMAT: Shape<RangeTarget> = {
  name: 'RangeFormat',
  props: {
    horizontalAlignment: cellProp('1.1', 'horizontalAlignment', oneOf('General', 'Left', 'Center', 'Right')),
    verticalAlignment: cellProp('1.1', 'verticalAlignment', oneOf('Top', 'Center', 'Bottom')),
    wrapText: cellProp('1.1', 'wrapText', typeOf('boolean')),
    indentLevel: cellProp('1.9', 'indentLevel', typeOf('number')),
    columnWidth: {
      set: '1.2',
      get: ({ sheet, area }) => sheet.width(area.column),
      put: (range, value) => {
        guard(range);
        if (typeof value !== 'number' || value < 0 || value > 1500)
          throw hostError('InvalidArgument', `not a width: ${String(value)}`);
        const { sheet, area } = range;
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          sheet.widths.set(column, value);
          if (value > 0) sheet.hiddenColumns.delete(column);
        }
      },
    },
    rowHeight: {
      set: '1.2',
      get: ({ sheet, area }) => sheet.height(area.row),
      put: (range, value) => {
        guard(range);
        isHeight(value);
        const { sheet, area } = range;
        for (let row = area.row; row < area.row + area.rows; row += 1) {
          sheet.heights.set(row, value as number);
          if ((value as number) > 0) sheet.hiddenRows.delete(row);
        }
      },
    },
  },
  navs: {
    fill: { set: '1.1', shape: () => FILL, to: (range) => range },
    font: { set: '1.1', shape: () => FONT, to: (range) => range },
    borders: { set: '1.1', shape: () => BORDERS, to: (range) => range },
  },
};

const WHITE = '#FFFFFF';

const FILL: Shape<RangeTarget> = {
  name: 'RangeFill',
  props: {
    color: {
      set: '1.1',
      // No fill and a white fill look alike, as in the real program.
      get: ({ sheet, area }) => {
        const fill = sheet.uniform(area, 'fill');
        return fill === undefined ? WHITE : fill === null ? null : `#${fill as string}`;
      },
      put: (range, value) => {
        guard(range);
        isColor(value);
        range.sheet.paint(range.area, 'fill', (value as string).slice(1).toUpperCase());
      },
    },
  },
  methods: {
    clear: {
      set: '1.1',
      call: (range) => {
        guard(range);
        range.sheet.paint(range.area, 'fill', undefined);
      },
    },
  },
};

const FONT: Shape<RangeTarget> = {
  name: 'RangeFont',
  props: {
    name: cellProp('1.1', 'font.name', typeOf('string')),
    size: cellProp('1.1', 'font.size', typeOf('number')),
    bold: cellProp('1.1', 'font.bold', typeOf('boolean')),
    underline: cellProp('1.1', 'font.underline', oneOf('None', 'Single', 'Double')),
    color: cellProp('1.1', 'font.color', isColor),
  },
};

interface BorderTarget extends RangeTarget {
  readonly side: string;
}

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'];

const BORDERS: Shape<RangeTarget> = {
  name: 'RangeBorderCollection',
  methods: {
    getItem: {
      set: '1.1',
      object: () => BORDER,
      call: (range, [side]) => {
        oneOf(...SIDES)(side);
        const { rows, columns } = range.area;
        // Excel refuses lines inside a single row or column.
        const none = (side === 'InsideHorizontal' && rows === 1) || (side === 'InsideVertical' && columns === 1);
        if (none) throw hostError('InvalidArgument', `${side as string} of a range that has no inside`);
        return { ...range, side: side as string };
      },
    },
  },
};

function strip(area: Area, over: Partial<Area>): Area {
  return { ...area, ...over };
}

/** The cells that a line belongs to, and on which side of them it is drawn. */
function lines({ area, side }: BorderTarget): readonly (readonly [Area, string])[] {
  const { row, column, rows, columns } = area;
  switch (side) {
    case 'EdgeTop':
      return [[strip(area, { rows: 1 }), 'top']];
    case 'EdgeBottom':
      return [[strip(area, { row: row + rows - 1, rows: 1 }), 'bottom']];
    case 'EdgeLeft':
      return [[strip(area, { columns: 1 }), 'left']];
    case 'EdgeRight':
      return [[strip(area, { column: column + columns - 1, columns: 1 }), 'right']];
    case 'InsideHorizontal':
      return [
        [strip(area, { rows: rows - 1 }), 'bottom'],
        [strip(area, { row: row + 1, rows: rows - 1 }), 'top'],
      ];
    default:
      return [
        [strip(area, { columns: columns - 1 }), 'right'],
        [strip(area, { column: column + 1, columns: columns - 1 }), 'left'],
      ];
  }
}

const BORDER: Shape<BorderTarget> = {
  name: 'RangeBorder',
  props: {
    style: {
      set: '1.1',
      get: (border) => border.sheet.uniform(...(lines(border)[0] as [Area, string])) ?? 'None',
      put: (border, value) => {
        guard(border);
        oneOf('None', 'Continuous', 'Double', 'Dot', 'Dash')(value);
        for (const [area, side] of lines(border)) {
          border.sheet.paint(area, `border.${side}`, value === 'None' ? undefined : value);
        }
      },
    },
    weight: { set: '1.1', put: (_, value) => oneOf('Hairline', 'Thin', 'Medium', 'Thick')(value) },
    color: { set: '1.1', put: (_, value) => isColor(value) },
  },
};
