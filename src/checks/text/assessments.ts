import type { Attachment } from '../../model/attachment';
import type { TextFact } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import type { CheckInput } from '../check';
import { agree, inYuan } from './space';

/*
 * 绩效自评表 against themselves and the text: what was spent of the budget, at which rate, and of which money of the
 * institution.
 */

function assessments({ disclosure }: CheckInput): Attachment[] {
  return (disclosure.attachments ?? []).filter(({ assessed }) => assessed);
}

/** 预算执行率 = 执行数 ÷ 调整后预算数. */
export function executionRates(input: CheckInput): Relation[] {
  return assessments(input).flatMap(({ rates = [] }) =>
    rates.flatMap(({ rate, part, whole }): Relation[] => {
      // Nothing of nothing has no rate: 0% and 100% are both printed.
      if (whole.amount.value.isZero()) return [];
      return [
        {
          ...{ rule: 'completion', kind: 'ratio', stated: rate },
          terms: [
            { fact: part, sign: 1 },
            { fact: whole, sign: 1 },
          ],
        },
      ];
    }),
  );
}

/** 执行数 ≤ 预算数, and no project costs more than all the projects of the text. */
export function spentWithinBounds(input: CheckInput): Relation[] {
  const forms = assessments(input);
  if (forms.length === 0) return [];
  const spending = projectSpending(input);
  return forms.flatMap(({ term, annual, name }): Relation[] => {
    if (!annual || !term) return [];
    const within: Relation[] = [
      { rule: 'bound', kind: 'bound', stated: annual.total, terms: [{ fact: term.total, sign: 1 }], guess: true },
    ];
    // Pay and pensions are assessed too, and are no projects.
    if (!spending || /工资|人员|公用|社保|养老|公积金|定额|运转/.test(name.amount.raw) || agree(annual.total, spending))
      return within;
    return [
      ...within,
      { rule: 'bound', kind: 'bound', stated: annual.total, terms: [{ fact: spending, sign: 1 }], guess: true },
    ];
  });
}

/** The money of a form is a figure of the text, where one agrees: the only project is all of 项目支出. */
export function assessedInText(input: CheckInput): Relation[] {
  const forms = assessments(input);
  if (forms.length === 0) return [];
  const spending = projectSpending(input);
  const told = (input.disclosure.narrative?.figures ?? []).filter(
    ({ kind, role, amount }) => kind === 'amount' && (role === 'value' || role === 'aside') && !amount.value.isZero(),
  );
  return forms.flatMap(({ annual }): Relation[] => {
    if (!annual || annual.total.amount.value.isZero()) return [];
    const equal =
      (spending && agree(annual.total, spending) ? spending : undefined) ??
      told.find((figure) => inYuan(figure).equals(inYuan(annual.total)));
    return equal ? [{ rule: 'same-figure', stated: annual.total, terms: [{ fact: equal, sign: 1 }], guess: true }] : [];
  });
}

/** 项目支出 as the text states it: the most that it says of it, whatever the fund. */
function projectSpending({ told }: CheckInput): TextFact | undefined {
  const stated = told.values.filter(
    ({ items, said, clear }) => clear && items[0] === 'total' && said.nature === 'project',
  );
  return stated.reduce<TextFact | undefined>(
    (most, figure) => (most === undefined || inYuan(figure).greaterThan(inYuan(most)) ? figure : most),
    undefined,
  );
}
