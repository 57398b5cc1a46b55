import { parseArea, WHOLE_SHEET } from '../area';
import type { FakeBook } from '../book';
import { hostError } from '../error';
import type { Shape, Target } from '../shape';
import type { FakeSheet, Visibility } from '../sheet';
import { COMMENTS, NOTES, type SheetTarget } from './annotations';
import { FREEZE, PAGE } from './page';
import { RANGE, rangeOf } from './range';

/*
 * The workbook, its sheets and its settings.
 */

const isThere = ({ sheet }: SheetTarget): boolean => !sheet.deleted;

export const WORKBOOK: Shape<FakeBook> = {
  name: 'Workbook',
  navs: {
    worksheets: { set: '1.1', shape: () => WORKSHEETS, to: (book) => book },
    settings: { set: '1.4', shape: () => SETTINGS, to: (book) => book },
    protection: { set: '1.7', shape: () => BOOK_PROTECTION, to: (book) => book },
  },
};

const BOOK_PROTECTION: Shape<FakeBook> = {
  name: 'WorkbookProtection',
  props: { protected: { set: '1.7', get: (book) => book.structureProtected } },
};

export interface Runtime {
  enableEvents: boolean;
}

export const RUNTIME: Shape<Runtime> = {
  name: 'Runtime',
  props: {
    enableEvents: {
      set: '1.8',
      get: ({ enableEvents }) => enableEvents,
      put: (runtime, value) => {
        runtime.enableEvents = value === true;
      },
    },
  },
};

function freeName(book: FakeBook): string {
  let count = 1;
  while (book.find(`Sheet${count}`)) count += 1;
  return `Sheet${count}`;
}

export const WORKSHEETS: Shape<FakeBook> = {
  name: 'WorksheetCollection',
  items: { shape: () => WORKSHEET, list: (book) => book.sheets.map((sheet): SheetTarget => ({ book, sheet })) },
  methods: {
    add: {
      set: '1.1',
      object: () => WORKSHEET,
      call: (book, [name]) => ({ book, sheet: book.add((name as string | undefined) ?? freeName(book)) }),
    },
    getItem: {
      set: '1.1',
      object: () => WORKSHEET,
      call: (book, [key]) => {
        const sheet = book.item(key as string);
        return sheet && { book, sheet };
      },
    },
    getItemOrNullObject: {
      set: '1.4',
      object: () => WORKSHEET,
      orNull: true,
      call: (book, [key]) => {
        const sheet = book.item(key as string);
        return sheet && { book, sheet };
      },
    },
    getActiveWorksheet: {
      set: '1.1',
      object: () => WORKSHEET,
      call: (book) => ({ book, sheet: book.active?.sheet ?? book.sheets[0]! }),
    },
  },
  events: { onChanged: { set: '1.9', of: () => undefined } },
};

const VISIBILITIES: readonly unknown[] = ['Visible', 'Hidden', 'VeryHidden'] satisfies Visibility[];

function copyName(book: FakeBook, name: string): string {
  let count = 2;
  const made = (): string => `${name.slice(0, 26)} (${count})`;
  while (book.find(made())) count += 1;
  return made();
}

export const WORKSHEET: Shape<SheetTarget> = {
  name: 'Worksheet',
  alive: isThere,
  props: {
    id: { set: '1.1', get: ({ sheet }) => sheet.id },
    name: {
      set: '1.1',
      get: ({ sheet }) => sheet.name,
      put: ({ book, sheet }, value) => book.rename(sheet, value as string),
    },
    position: { set: '1.1', get: ({ book, sheet }) => book.sheets.indexOf(sheet) },
    visibility: {
      set: '1.1',
      putSet: '1.2',
      get: ({ sheet }) => sheet.visibility,
      put: ({ book, sheet }, value) => {
        if (!VISIBILITIES.includes(value)) throw hostError('InvalidArgument', `visibility: ${String(value)}`);
        book.show(sheet, value as Visibility);
      },
    },
  },
  navs: {
    protection: { set: '1.2', shape: () => PROTECTION, to: (target) => target },
    freezePanes: { set: '1.7', shape: () => FREEZE, to: (target) => target },
    pageLayout: { set: '1.9', shape: () => PAGE, to: (target) => target },
    notes: { set: '1.18', shape: () => NOTES, to: (target) => target },
    comments: { set: '1.10', shape: () => COMMENTS, to: (target) => target },
    tables: { set: '1.1', shape: () => TABLES, to: (target) => target },
  },
  methods: {
    getRange: {
      set: '1.1',
      object: () => RANGE,
      call: ({ book, sheet }, [address]) =>
        rangeOf(book, sheet, address === undefined ? WHOLE_SHEET : parseArea(address as string)),
    },
    getUsedRangeOrNullObject: {
      set: '1.4',
      object: () => RANGE,
      orNull: true,
      call: ({ book, sheet }, [valuesOnly]) => {
        const area = sheet.used(valuesOnly === true);
        return area && rangeOf(book, sheet, area);
      },
    },
    copy: {
      set: '1.7',
      object: () => WORKSHEET,
      call: ({ book, sheet }, [position]) => {
        if (position !== 'End') throw new TypeError('the fake copies to the end');
        if (sheet.visibility === 'VeryHidden')
          throw hostError('GeneralException', 'a very hidden sheet cannot be copied');
        const name = copyName(book, sheet.name);
        return { book, sheet: book.add(name, sheet.copy(name)) };
      },
    },
    delete: { set: '1.1', call: ({ book, sheet }) => book.delete(sheet) },
    activate: {
      set: '1.1',
      call: ({ book, sheet }) => {
        if (sheet.visibility !== 'Visible') throw hostError('InvalidOperation', `sheet ${sheet.name} is hidden`);
        book.active = { sheet, address: 'A1' };
      },
    },
  },
  events: { onChanged: { set: '1.7', of: ({ sheet }) => sheet } },
};

const PROTECTION: Shape<SheetTarget> = {
  name: 'WorksheetProtection',
  props: { protected: { set: '1.2', get: ({ sheet }) => sheet.protected } },
};

interface TableTarget extends SheetTarget {
  readonly table: FakeSheet['tables'][number];
}

const TABLES: Shape<SheetTarget> = {
  name: 'TableCollection',
  items: {
    shape: () => TABLE,
    list: ({ book, sheet }) => sheet.tables.map((table): TableTarget => ({ book, sheet, table })),
  },
};

const TABLE: Shape<TableTarget> = {
  name: 'Table',
  props: { name: { set: '1.1', get: ({ table }) => table.name } },
};

interface SettingTarget {
  readonly book: FakeBook;
  readonly key: string;
}

const MAX_SETTING = 2_000_000;

const SETTINGS: Shape<FakeBook> = {
  name: 'SettingCollection',
  items: {
    shape: () => SETTING,
    list: (book) => [...book.settings.keys()].map((key): SettingTarget => ({ book, key })),
  },
  methods: {
    add: {
      set: '1.4',
      object: () => SETTING,
      call: (book, [key, value]) => {
        const json = JSON.stringify(value);
        if (json === undefined || json.length > MAX_SETTING)
          throw hostError('InvalidArgument', 'a setting that cannot be kept');
        book.settings.set(key as string, value);
        return { book, key: key as string } satisfies SettingTarget;
      },
    },
    getItem: {
      set: '1.4',
      object: () => SETTING,
      call: (book, [key]): Target | undefined =>
        book.settings.has(key as string) ? { book, key: key as string } : undefined,
    },
    getItemOrNullObject: {
      set: '1.4',
      object: () => SETTING,
      orNull: true,
      call: (book, [key]): Target | undefined =>
        book.settings.has(key as string) ? { book, key: key as string } : undefined,
    },
  },
};

const SETTING: Shape<SettingTarget> = {
  name: 'Setting',
  alive: ({ book, key }) => book.settings.has(key),
  props: {
    key: { set: '1.4', get: ({ key }) => key },
    value: { set: '1.4', get: ({ book, key }) => book.settings.get(key) },
  },
  methods: { delete: { set: '1.4', call: ({ book, key }) => void book.settings.delete(key) } },
};
