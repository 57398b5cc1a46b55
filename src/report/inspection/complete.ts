import { before } from '../../shared/text';
import type { Disclosure, Statement } from '../../model/disclosure';
import type { Family, FormSpec } from '../../model/form';
import type { InspectionGroup, InspectionItem } from '../../model/inspection';
import { EMPTY_NOTE } from '../../vocabulary/narrative/wording';
import { DEPTHS, WORDS } from './items';

/* 完整性: which forms are there, which are empty and say so, which are missing; how deep the figures go. */

/** A class that goes by two names in two classifications is told apart by the other one's. */
const ALIAS = '#';

interface Count {
  readonly printed: number;
  /** Other than nothing. */
  readonly filled: number;
}

function countsOf({ statements, facts }: Disclosure): Count[] {
  const counts = statements.map(() => ({ printed: 0, filled: 0 }));
  for (const { statement, amount } of facts) {
    if (amount.printed) counts[statement]!.printed += 1;
    if (!amount.value.isZero()) counts[statement]!.filled += 1;
  }
  return counts;
}

/** 注：本表无数据 */
function emptyNote({ notes }: Statement): string | undefined {
  return notes.find(({ text }) => EMPTY_NOTE.some((words) => text.includes(words)))?.text;
}

function printedItem(
  name: string,
  asks: string,
  { listed = [], statements }: Disclosure,
  at: number,
  { printed, filled }: Count,
): InspectionItem {
  const statement = statements[at]!;
  const where = { statement: at, place: statement.place };
  const base = { name, asks, issues: [] };
  const entity = statement.key.entity === undefined ? '' : `${statement.key.entity}：`;
  if (filled > 0)
    return { ...base, result: WORDS.printed, tone: 'good', remark: { text: `${entity}金额 ${printed} 个`, ...where } };
  const note =
    emptyNote(statement) ??
    (listed.some(({ form, empty }) => form === statement.id && empty) ? '目录中注明空表' : undefined);
  const told =
    note === undefined
      ? '表下未见“本表无数据”一类说明，请看正文是否说明'
      : `注明“${note.length > 60 ? `${note.slice(0, 60)}…` : note}”`;
  return {
    ...base,
    result: WORDS.empty,
    tone: note === undefined ? 'open' : 'good',
    remark: { text: `${entity}${told}`, ...where },
  };
}

function formItems(disclosure: Disclosure, form: FormSpec, counts: readonly Count[]): InspectionItem[] {
  const asks = disclosure.profile.shared ? WORDS.form.other : form.required ? WORDS.form.required : WORDS.form.optional;
  const printed = disclosure.statements.flatMap(({ id }, at) =>
    id === form.id ? [printedItem(form.sheet, asks, disclosure, at, counts[at]!)] : [],
  );
  if (printed.length > 0) return printed;
  const place = disclosure.listed?.find((each) => each.form === form.id && each.empty)?.place;
  if (place)
    return [
      {
        name: form.sheet,
        asks,
        result: WORDS.empty,
        tone: 'good',
        remark: { text: '没有附表，表目中注明无数据', place },
        issues: [],
      },
    ];
  if (!disclosure.missing.includes(form.id)) return [];
  return [
    {
      name: form.sheet,
      asks: WORDS.form.required,
      result: WORDS.missing,
      tone: 'warning',
      remark: { text: '文件中未见此表，请核实是否另附' },
      issues: [],
    },
  ];
}

/** Are the figures broken down as far as they have to be? Told by the codes that the tables print. */
function depthItems({ facts }: Disclosure): InspectionItem[] {
  const items = new Set(facts.flatMap(({ key, amount }) => (amount.value.isZero() ? [] : [before(key.item, ALIAS)])));
  return DEPTHS.map(({ name, asks, class: isClass, deepest, level }) => {
    const deep = [...items].filter((item) => deepest.test(item));
    const shallow = [...items]
      .filter((item) => isClass.test(item) && !deep.some((each) => each.startsWith(item)))
      .map((item) => item.replace(/^e:/, ''));
    const base = { name, asks, issues: [] };
    if (deep.length === 0 && shallow.length === 0)
      return { ...base, result: WORDS.nothing, tone: 'plain', remark: { text: '' } };
    if (shallow.length === 0)
      return { ...base, result: WORDS.fits, tone: 'good', remark: { text: `有金额的${level}科目 ${deep.length} 个` } };
    return {
      ...base,
      result: WORDS.ask,
      tone: 'open',
      remark: { text: `${shallow.sort().join('、')} 有金额而未见${level}科目` },
    };
  });
}

/**
 * The forms of the family in their order, then the tables of none; of a document of no family the tables that it
 * prints.
 */
export function completeness(disclosure: Disclosure, family: Family | undefined): InspectionGroup {
  const counts = countsOf(disclosure);
  const forms = family?.forms ?? [];
  const known = new Set(forms.map(({ id }) => id));
  const others = disclosure.statements.flatMap(({ id, title }, at) =>
    known.has(id) ? [] : [printedItem(title, WORDS.form.other, disclosure, at, counts[at]!)],
  );
  const unknown: InspectionItem[] =
    family && !disclosure.profile.shared
      ? []
      : [
          {
            name: '应公开的表',
            asks: WORDS.form.required,
            result: WORDS.ask,
            tone: 'open',
            remark: { text: '没有认出是哪一套表样，缺哪张表请人工核实' },
            issues: [],
          },
        ];
  return {
    title: WORDS.complete,
    items: [
      ...unknown,
      ...forms.flatMap((form) => formItems(disclosure, form, counts)),
      ...others,
      ...depthItems(disclosure),
    ],
  };
}
