import type { StatementColumn } from '../../model/disclosure';
import type { Family, FormColumn, FormSpec } from '../../model/form';
import type { PartialKey } from '../../model/key';
import { memoized } from '../../shared/memo';
import { comparable } from '../../shared/text';
import type { ColumnBlock } from '../tables/columns';

/** The title as it is compared with signatures: no year, no numbering, no 不含上年结转. */
export const bareTitle = memoized((title) =>
  comparable(title)
    .replace(/^(?:附?表[一二三四五六七八九十\d]{1,3}[、.:：]?|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.．])/, '')
    .replace(/20\d\d年?度?/g, '')
    .replace(/[(]?不(?:包)?含上年结转[)]?/g, ''),
);

/** Families are data that does not change, and titles come again: in the tables, in the contents page, at the end. */
const BY_TITLE = new WeakMap<Family, (words: string) => FormSpec | undefined>();

/**
 * Which form of a family a title names, by meaning: every group of its signature has a word there, and no excluded word
 * is.
 */
export function formByTitle(family: Family, title: string): FormSpec | undefined {
  let find = BY_TITLE.get(family);
  if (!find) {
    find = memoized((words) => formByWords(family, words));
    BY_TITLE.set(family, find);
  }
  return find(bareTitle(title));
}

/** @param words the bare title */
function formByWords(family: Family, words: string): FormSpec | undefined {
  if (words === '') return undefined;
  const fits = family.forms.filter(({ signature }) => {
    const none = signature.none ?? [];
    return (
      signature.all.every((group) => group.some((word) => words.includes(word))) &&
      !none.some((word) => words.includes(word))
    );
  });
  // The form with the longest demands is the most special one.
  return fits.reduce<FormSpec | undefined>(
    (best, form) => (best === undefined || demand(form) > demand(best) ? form : best),
    undefined,
  );
}

/** What is asked of a block of a form again and again. */
interface BlockSense {
  readonly flow: string | undefined;
  /** What form and block say of all figures. */
  readonly known: PartialKey;
  /** How many columns hold amounts. */
  readonly amounts: number;
  readonly shape: string;
  /** The columns of amounts by what they say beyond that; undefined where two say the same. */
  readonly bySaid: ReadonlyMap<string, FormColumn | undefined>;
}

const SENSES = new WeakMap<FormSpec, readonly BlockSense[]>();

function sensesOf(form: FormSpec): readonly BlockSense[] {
  let senses = SENSES.get(form);
  if (!senses) {
    senses = form.blocks.map(({ key, columns }) => {
      const known: PartialKey = { ...form.key, ...key };
      const bySaid = new Map<string, FormColumn | undefined>();
      for (const column of columns) {
        if (column.role !== 'amount') continue;
        const said = saidBy(column.key, known);
        bySaid.set(said, bySaid.has(said) ? undefined : column);
      }
      return { flow: key.flow, known, amounts: amountsOf(columns), shape: shape(columns, known), bySaid };
    });
    SENSES.set(form, senses);
  }
  return senses;
}

/** True when a printed table has the blocks and the columns of a form, by role and meaning. */
export function fitsColumns(form: FormSpec, blocks: readonly ColumnBlock[]): boolean {
  return (
    form.blocks.length === blocks.length &&
    sensesOf(form).every((sense, at) => {
      const { key, columns } = blocks[at]!;
      return (
        (key.flow === undefined || key.flow === sense.flow) &&
        sense.amounts === amountsOf(columns) &&
        sense.shape === shape(columns, sense.known)
      );
    })
  );
}

/** The column with another key. */
export function withKey(column: StatementColumn, key: PartialKey): StatementColumn {
  // Nearly all columns are of one kind: written out, their shape stays the same.
  if (column.folds) return { ...column, key };
  const { index, role, path, parts } = column;
  return { index, role, path, key, parts };
}

/** Where the columns are those of the form, the form knows more about them than their heads say. */
export function withFormKeys(blocks: readonly ColumnBlock[], form: FormSpec): ColumnBlock[] {
  const senses = sensesOf(form);
  return blocks.map((block, at) => {
    const { known, bySaid } = senses[at]!;
    const columns = block.columns.map((column) => {
      const same = column.role === 'amount' ? bySaid.get(saidBy(column.key, known)) : undefined;
      if (!same) return column;
      // The form knows what a head means that the vocabulary does not.
      const { slice, ...key } = column.key;
      return slice === undefined && !same.key ? column : withKey(column, { ...key, ...same.key });
    });
    return { ...block, columns };
  });
}

/**
 * Which form the columns alone tell, for a table without a readable title. Where several forms fit (支出总表 and 一般公共预算支出表
 * look alike) it is the next one in the order of the set.
 */
export function formByColumns(family: Family, blocks: readonly ColumnBlock[], after: number): FormSpec | undefined {
  const telling = blocks.length > 1 || (blocks[0]?.columns.length ?? 0) > 2;
  const fits = telling ? family.forms.filter((form) => fitsColumns(form, blocks)) : [];
  return fits.find((form) => form.number > after) ?? fits[0];
}

const TELLING = ['item', 'fund', 'nature', 'vintage', 'stage'] as const;

/** What a column says beyond what its form says of all figures; the whole says nothing. */
function saidBy(key: PartialKey | undefined, known: PartialKey): string {
  let said = '';
  if (key)
    for (const name of TELLING) {
      const member = key[name];
      if (member !== undefined && member !== 'all' && member !== known[name]) said += `${name}=${member} `;
    }
  return said;
}

function amountsOf(columns: readonly { readonly role: string }[]): number {
  let amounts = 0;
  for (const { role } of columns) if (role === 'amount') amounts += 1;
  return amounts;
}

/** Roles and meanings of the columns as one string; amounts in any order, codes in one column or in one for each part. */
function shape(columns: readonly { readonly role: string; readonly key?: PartialKey }[], known: PartialKey): string {
  const labels: string[] = [];
  const amounts: string[] = [];
  for (const { role, key } of columns) {
    if (role === 'amount') amounts.push(saidBy(key, known));
    else if (role !== 'ordinal' && !(role === 'code' && labels[labels.length - 1] === role)) labels.push(role);
  }
  return `${labels.join(' ')} ${amounts.sort().join('+')}`;
}

function demand(form: FormSpec): number {
  return form.signature.all.length;
}
