import type { Area } from '../../../../src/workbook';
import { areaName, contains, overlaps, parseArea } from '../area';
import type { FakeBook } from '../book';
import { hostError } from '../error';
import type { Shape } from '../shape';
import { newId, type FakeSheet, type Remark, type Rule } from '../sheet';
import { guard } from './format';
import { RANGE, rangeOf, type RangeTarget } from './range';

/*
 * What hangs on cells: conditional formats, notes and comments.
 */

interface RuleTarget {
  readonly book: FakeBook;
  readonly sheet: FakeSheet;
  readonly rule: Rule;
}

const TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
];

export const RULES: Shape<RangeTarget> = {
  name: 'ConditionalFormatCollection',
  items: {
    shape: () => RULE,
    list: ({ book, sheet, area }) =>
      sheet.rules.filter((rule) => overlaps(rule.area, area)).map((rule): RuleTarget => ({ book, sheet, rule })),
  },
  methods: {
    add: {
      set: '1.6',
      object: () => RULE,
      call: (range, [type]) => {
        guard(range);
        if (!TYPES.includes(type as string))
          throw hostError('InvalidArgument', `no such conditional format: ${String(type)}`);
        const { book, sheet, area } = range;
        const rule: Rule = { id: newId(), type: type as string, area, formula: '', stopIfTrue: false };
        sheet.rules.unshift(rule);
        return { book, sheet, rule };
      },
    },
    clearAll: {
      set: '1.6',
      call: (range) => {
        guard(range);
        range.sheet.rules = range.sheet.rules.filter((rule) => !overlaps(rule.area, range.area));
      },
    },
  },
};

const RULE: Shape<RuleTarget> = {
  name: 'ConditionalFormat',
  alive: ({ sheet, rule }) => !sheet.deleted && sheet.rules.includes(rule),
  props: {
    id: { set: '1.6', get: ({ rule }) => rule.id },
    type: { set: '1.6', get: ({ rule }) => rule.type },
    stopIfTrue: {
      set: '1.6',
      get: ({ rule }) => rule.stopIfTrue,
      put: ({ rule }, value) => (rule.stopIfTrue = value === true),
    },
  },
  navs: {
    custom: {
      set: '1.6',
      shape: () => CUSTOM,
      to: (target) => {
        if (target.rule.type !== 'Custom')
          throw hostError('InvalidOperation', 'this conditional format is not a custom one');
        return target;
      },
    },
  },
  methods: {
    delete: {
      set: '1.6',
      call: (target) => {
        guard(target);
        target.sheet.rules = target.sheet.rules.filter((rule) => rule !== target.rule);
      },
    },
    getRange: { set: '1.6', object: () => RANGE, call: ({ book, sheet, rule }) => rangeOf(book, sheet, rule.area) },
  },
};

const CUSTOM: Shape<RuleTarget> = {
  name: 'CustomConditionalFormat',
  navs: {
    rule: { set: '1.6', shape: () => FORMULA, to: (target) => target },
    format: { set: '1.6', shape: () => RULE_FORMAT, to: (target) => target },
  },
};

const FORMULA: Shape<RuleTarget> = {
  name: 'ConditionalFormatRule',
  props: {
    formula: {
      set: '1.6',
      get: ({ rule }) => rule.formula,
      put: (target, value) => {
        guard(target);
        if (typeof value !== 'string' || !value.startsWith('='))
          throw hostError('InvalidArgument', `not a formula: ${String(value)}`);
        target.rule.formula = value;
      },
    },
  },
};

const RULE_FORMAT: Shape<RuleTarget> = {
  name: 'ConditionalRangeFormat',
  navs: { fill: { set: '1.6', shape: () => RULE_FILL, to: (target) => target } },
};

const RULE_FILL: Shape<RuleTarget> = {
  name: 'ConditionalRangeFill',
  props: {
    color: {
      set: '1.6',
      get: ({ rule }) => (rule.fill === undefined ? '' : `#${rule.fill}`),
      put: (target, value) => {
        guard(target);
        target.rule.fill = (value as string).replace('#', '').toUpperCase();
      },
    },
  },
};

export interface SheetTarget {
  readonly book: FakeBook;
  readonly sheet: FakeSheet;
}

interface RemarkTarget extends SheetTarget {
  readonly remark: Remark;
  readonly kind: 'notes' | 'comments';
}

const isSheetThere = ({ sheet }: SheetTarget): boolean => !sheet.deleted;
const isRemarkThere = ({ sheet, kind, remark }: RemarkTarget): boolean =>
  !sheet.deleted && sheet[kind].includes(remark);

function cellOf(where: unknown, sheet: FakeSheet): Area {
  const area = typeof where === 'string' ? parseArea(where) : (where as RangeTarget).area;
  if (typeof where !== 'string' && (where as RangeTarget).sheet !== sheet)
    throw hostError('InvalidArgument', 'a cell of another sheet');
  if (area.rows * area.columns !== 1) throw hostError('InvalidArgument', `not a single cell: ${areaName(area)}`);
  return area;
}

/** Adds a note or a comment; a cell holds one of them and no second one. */
function addRemark(
  { book, sheet }: SheetTarget,
  kind: RemarkTarget['kind'],
  where: unknown,
  content: unknown,
): RemarkTarget {
  guard({ sheet });
  const cell = cellOf(where, sheet);
  const taken = [...sheet.notes, ...sheet.comments].some((one) => contains(one.cell, cell));
  if (taken) throw hostError('InvalidOperation', `${areaName(cell)} has a note or a comment`);
  if (typeof content !== 'string' || content === '') throw hostError('InvalidArgument', 'an empty note');
  const remark: Remark = { id: newId(), cell, content };
  sheet[kind].push(remark);
  return { book, sheet, remark, kind };
}

function remove(target: RemarkTarget): void {
  guard(target);
  target.sheet[target.kind] = target.sheet[target.kind].filter((one) => one !== target.remark);
}

function putContent(target: RemarkTarget, value: unknown): void {
  guard(target);
  target.remark.content = value as string;
}

const locate = ({ book, sheet, remark }: RemarkTarget): RangeTarget => rangeOf(book, sheet, remark.cell);

export const NOTES: Shape<SheetTarget> = {
  name: 'NoteCollection',
  alive: isSheetThere,
  items: {
    shape: () => NOTE,
    list: ({ book, sheet }) => sheet.notes.map((remark): RemarkTarget => ({ book, sheet, remark, kind: 'notes' })),
  },
  methods: {
    add: {
      set: '1.18',
      object: () => NOTE,
      call: (target, [cell, content]) => addRemark(target, 'notes', cell, content),
    },
    getItemOrNullObject: {
      set: '1.18',
      object: () => NOTE,
      orNull: true,
      call: ({ book, sheet }, [key]) => {
        const cell = cellOf(key, sheet);
        const remark = sheet.notes.find((one) => contains(one.cell, cell));
        return remark && ({ book, sheet, remark, kind: 'notes' } satisfies RemarkTarget);
      },
    },
  },
};

const NOTE: Shape<RemarkTarget> = {
  name: 'Note',
  alive: isRemarkThere,
  props: {
    content: { set: '1.18', get: ({ remark }) => remark.content, put: putContent },
    width: {
      set: '1.18',
      get: ({ remark }) => remark.width ?? 96,
      put: ({ remark }, value) => (remark.width = value as number),
    },
    height: {
      set: '1.18',
      get: ({ remark }) => remark.height ?? 55,
      put: ({ remark }, value) => (remark.height = value as number),
    },
  },
  methods: {
    delete: { set: '1.18', call: remove },
    getLocation: { set: '1.18', object: () => RANGE, call: locate },
  },
};

export const COMMENTS: Shape<SheetTarget> = {
  name: 'CommentCollection',
  alive: isSheetThere,
  items: {
    shape: () => COMMENT,
    list: ({ book, sheet }) =>
      sheet.comments.map((remark): RemarkTarget => ({ book, sheet, remark, kind: 'comments' })),
  },
  methods: {
    add: {
      set: '1.10',
      object: () => COMMENT,
      call: (target, [cell, content]) => addRemark(target, 'comments', cell, content),
    },
  },
};

const COMMENT: Shape<RemarkTarget> = {
  name: 'Comment',
  alive: isRemarkThere,
  props: {
    id: { set: '1.10', get: ({ remark }) => remark.id },
    content: { set: '1.10', get: ({ remark }) => remark.content, put: putContent },
  },
  methods: {
    delete: { set: '1.10', call: remove },
    getLocation: { set: '1.10', object: () => RANGE, call: locate },
  },
};
