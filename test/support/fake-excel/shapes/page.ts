import { areaName, parseArea } from '../area';
import { hostError } from '../error';
import type { Prop, Shape } from '../shape';
import type { SheetTarget } from './annotations';
import { guard } from './format';
import { RANGE, rangeOf } from './range';

/*
 * How a sheet is frozen and printed.
 */

export const FREEZE: Shape<SheetTarget> = {
  name: 'WorksheetFreezePanes',
  methods: {
    freezeAt: {
      set: '1.7',
      call: ({ sheet }, [where]) => {
        const area =
          typeof where === 'string' ? parseArea(where) : (where as { area: ReturnType<typeof parseArea> }).area;
        if (area.row !== 0 || area.column !== 0) throw hostError('InvalidArgument', 'frozen cells begin at A1');
        sheet.freeze = area;
      },
    },
    freezeRows: {
      set: '1.7',
      call: ({ sheet }, [count]) => {
        sheet.freeze = parseArea(`1:${count as number}`);
      },
    },
    freezeColumns: {
      set: '1.7',
      call: ({ sheet }, [count]) => {
        sheet.freeze = { ...parseArea('A:A'), columns: count as number };
      },
    },
    unfreeze: {
      set: '1.7',
      call: ({ sheet }) => {
        sheet.freeze = undefined;
      },
    },
    getLocationOrNullObject: {
      set: '1.7',
      object: () => RANGE,
      orNull: true,
      call: ({ book, sheet }) => sheet.freeze && rangeOf(book, sheet, sheet.freeze),
    },
  },
};

function pageProp(name: string, check: (value: unknown) => boolean): Prop<SheetTarget> {
  return {
    set: '1.9',
    get: ({ sheet }) => sheet.page[name],
    put: (target, value) => {
      guard(target);
      if (!check(value)) throw hostError('InvalidArgument', `${name}: ${JSON.stringify(value)}`);
      target.sheet.page[name] = value;
    },
  };
}

const isLength = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < 1000;

export const PAGE: Shape<SheetTarget> = {
  name: 'PageLayout',
  props: {
    orientation: pageProp('orientation', (value) => value === 'Portrait' || value === 'Landscape'),
    paperSize: pageProp('paperSize', (value) => ['A3', 'A4', 'Letter'].includes(value as string)),
    zoom: pageProp('zoom', (value) => {
      const { scale, horizontalFitToPages, verticalFitToPages } = value as Record<string, unknown>;
      const fits = [horizontalFitToPages, verticalFitToPages].filter((one) => one !== undefined);
      return scale === undefined ? fits.length > 0 && fits.every((one) => Number(one) >= 1) : fits.length === 0;
    }),
    centerHorizontally: pageProp('centerHorizontally', (value) => typeof value === 'boolean'),
    leftMargin: pageProp('leftMargin', isLength),
    rightMargin: pageProp('rightMargin', isLength),
    topMargin: pageProp('topMargin', isLength),
    bottomMargin: pageProp('bottomMargin', isLength),
    headerMargin: pageProp('headerMargin', isLength),
    footerMargin: pageProp('footerMargin', isLength),
  },
  navs: { headersFooters: { set: '1.9', shape: () => FOOTERS, to: (target) => target } },
  methods: {
    setPrintTitleRows: {
      set: '1.9',
      call: (target, [rows]) => {
        guard(target);
        if (typeof rows !== 'string') throw new TypeError('the fake takes print titles as an address');
        target.sheet.page['titleRows'] = areaName(parseArea(rows));
      },
    },
    getPrintTitleRowsOrNullObject: {
      set: '1.9',
      object: () => RANGE,
      orNull: true,
      call: ({ book, sheet }) => {
        const rows = sheet.page['titleRows'] as string | undefined;
        return rows === undefined ? undefined : rangeOf(book, sheet, parseArea(rows));
      },
    },
  },
};

const FOOTERS: Shape<SheetTarget> = {
  name: 'HeaderFooterGroup',
  navs: { defaultForAllPages: { set: '1.9', shape: () => FOOTER, to: (target) => target } },
};

const FOOTER: Shape<SheetTarget> = {
  name: 'HeaderFooter',
  props: {
    centerFooter: {
      set: '1.9',
      get: ({ sheet }) => sheet.page['centerFooter'],
      put: (target, value) => {
        guard(target);
        target.sheet.page['centerFooter'] = value;
      },
    },
  },
};
