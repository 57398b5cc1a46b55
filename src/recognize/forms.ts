import type { Family, FormSpec } from '../model/form';
import type { PartialKey } from '../model/key';
import { memoized } from '../shared/memo';
import { comparable } from '../shared/text';
import type { ColumnBlock } from './columns';

/** The title as it is compared with signatures: no year, no numbering, no 不含上年结转. */
export const bareTitle = memoized((title) =>
  comparable(title)
    .replace(/^(?:附?表[一二三四五六七八九十\d]{1,3}[、.:：]?|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.．])/, '')
    .replace(/20\d\d年?度?/g, '')
    .replace(/[(]?不(?:包)?含上年结转[)]?/g, ''),
);

/** Which form of a family a title names, by meaning: every group of its signature has a word there, and no excluded word is. */
export function formByTitle(family: Family, title: string): FormSpec | undefined {
  const words = bareTitle(title);
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

/** True when a printed table has the blocks and the columns of a form, by role and meaning. */
export function fitsColumns(form: FormSpec, blocks: readonly ColumnBlock[]): boolean {
  return (
    form.blocks.length === blocks.length &&
    form.blocks.every((block, at) => {
      const { key, columns } = blocks[at]!;
      const known: PartialKey = { ...form.key, ...block.key };
      return (
        (key.flow === undefined || key.flow === block.key.flow) &&
        amountsOf(block.columns) === amountsOf(columns) &&
        shape(block.columns, known) === shape(columns, known)
      );
    })
  );
}

/**
 * Which form the columns alone tell, for a table without a readable title. Where several forms fit (支出总表 and 一般公共预算支出表 look
 * alike) it is the next one in the order of the set.
 */
export function formByColumns(family: Family, blocks: readonly ColumnBlock[], after: number): FormSpec | undefined {
  const telling = blocks.length > 1 || (blocks[0]?.columns.length ?? 0) > 2;
  const fits = telling ? family.forms.filter((form) => fitsColumns(form, blocks)) : [];
  return fits.find((form) => form.number > after) ?? fits[0];
}

const TELLING = ['item', 'fund', 'nature', 'vintage', 'stage'] as const;

/** What a column says beyond what its form says of all figures; the whole says nothing. */
export function saidBy(key: PartialKey | undefined, known: PartialKey): string {
  return TELLING.map((name) =>
    key?.[name] === undefined || key[name] === 'all' || key[name] === known[name] ? '' : key[name],
  ).join('/');
}

function amountsOf(columns: readonly { readonly role: string }[]): number {
  let amounts = 0;
  for (const { role } of columns) if (role === 'amount') amounts += 1;
  return amounts;
}

/** Roles and meanings of the columns as one string; amounts in any order. */
function shape(columns: readonly { readonly role: string; readonly key?: PartialKey }[], known: PartialKey): string {
  const labels = columns.filter(({ role }) => role !== 'ordinal' && role !== 'amount').map(({ role }) => role);
  const amounts = columns.flatMap(({ role, key }) => (role === 'amount' ? [saidBy(key, known)] : []));
  return [...labels, ...amounts.sort()].join(' ');
}

function demand(form: FormSpec): number {
  return form.signature.all.length;
}
