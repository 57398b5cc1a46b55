import type { ListedForm } from '../../model/disclosure';
import type { TextFact } from '../../model/narrative';
import type { Remark } from '../../model/relation';
import type { Place } from '../../model/source';
import { ZERO } from '../../shared/decimal';
import { meaningOf } from '../../vocabulary/lexicon';
import type { CheckInput } from '../check';

/*
 * The list of forms against the text: a form that 此表无数据 is said of, and money of its fund.
 */

function wordsAt(text: string, place: Place): TextFact {
  return {
    ...{
      text: true,
      id: -1,
      kind: 'words',
      role: 'aside',
      unit: '',
      said: {},
      context: {},
      items: [],
      clear: false,
      sentence: -1,
      section: -1,
    },
    ...{ subject: text, place, amount: { value: ZERO, decimals: 0, printed: false, raw: text } },
  };
}

/** Totals of a fund in the text, beside the forms of that fund that are said to be empty. */
function ofEmptyForms({ disclosure: { listed = [] }, told }: CheckInput): { form: ListedForm; figure: TextFact }[] {
  return listed.flatMap((form) => {
    if (!form.empty) return [];
    const { fund, item } = meaningOf(form.title);
    if (fund !== 'govfund' && fund !== 'capital') return [];
    return told.values.flatMap((figure) => {
      const same =
        figure.clear &&
        figure.said.fund === fund &&
        (figure.items[0] === (item ?? 'total') || (item === undefined && figure.items[0] === 'grand'));
      return same ? [{ form, figure }] : [];
    });
  });
}

/** 此表无数据, and yet the text says that there was some. */
export function emptyFormsWithMoney(input: CheckInput): Remark[] {
  const told = new Set<TextFact>();
  return ofEmptyForms(input).flatMap(({ form, figure }): Remark[] => {
    if (figure.amount.value.isZero() || told.has(figure)) return [];
    told.add(figure);
    return [
      {
        ...{
          rule: 'structure',
          severity: 'warning',
          figures: [figure, wordsAt(form.title, form.emptyPlace ?? form.place)],
        },
        message: `表目注明《${form.title}》无数据，而正文写“${figure.subject}”${figure.amount.raw}${figure.unit}`,
      },
    ];
  });
}

/** Nothing in the text, and a form without data. */
export function emptyFormsWithout(input: CheckInput): TextFact[] {
  return ofEmptyForms(input).flatMap(({ figure }) => (figure.amount.value.isZero() ? [figure] : []));
}

/** Two numbers of one list for one form. */
export function listedTwice({ disclosure: { listed = [] } }: CheckInput): Remark[] {
  return listed.flatMap((form) =>
    form.again.map((place): Remark => ({
      rule: 'structure',
      severity: 'info',
      figures: [wordsAt(form.title, place)],
      message: `表目中《${form.title}》列了两次，疑有一张表名写错`,
    })),
  );
}
