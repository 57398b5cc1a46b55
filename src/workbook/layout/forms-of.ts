import type { Disclosure } from '../../model/disclosure';
import type { Family, FormSpec } from '../../model/form';

/**
 * The forms that have a sheet, in order and with their numbers: those of the family, less the optional ones that the
 * document neither prints nor lists. Where the document numbers all of them in a list of its own, its numbers count:
 * sets differ from year to year.
 */
export function formsOf(
  { statements, listed = [] }: Pick<Disclosure, 'statements' | 'listed'>,
  family: Family | undefined,
): readonly FormSpec[] {
  if (!family) return [];
  const named = new Map(listed.map((each) => [each.form, each]));
  const printed = new Set(statements.map(({ id }) => id));
  const forms = family.forms.filter(({ id, optional }) => !optional || named.has(id) || printed.has(id));
  const numbers = forms.map(({ id }) => named.get(id)?.number);
  if (numbers.some((number) => number === undefined) || new Set(numbers).size < numbers.length)
    return forms.map((form, at) => (forms.length === family.forms.length ? form : { ...form, number: at + 1 }));
  return forms.map((form, at) => ({ ...form, number: numbers[at]! })).sort((one, other) => one.number - other.number);
}
