import type { Disclosure, ListedForm } from '../../../model/disclosure';
import type { Remark } from '../../../model/relation';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

/* The contents page against the forms that the document prints. */

/** Forms of the contents page that the document prints, in the order in which it prints them. */
function positions({ statements }: Disclosure, listed: readonly ListedForm[]): number[] {
  return listed.map(({ form }) => statements.findIndex(({ id }) => id === form));
}

/** A form is listed before another and printed behind it. */
export const formOrder: Rule = {
  id: 'structure/form-order',
  title: '目录的顺序与表的顺序一致',
  basis: '公开文本应规范：目录与正文一致',
  dependsOn: 'shape',
  inspect: ({ disclosure }): Remark[] => {
    const listed = (disclosure.listed ?? []).filter(({ contents }) => contents);
    const printed = positions(disclosure, listed);
    const there = listed.flatMap((form, at) => (printed[at]! < 0 ? [] : [{ form, at: printed[at]! }]));
    const late = there.findIndex(({ at }, n) => n > 0 && at < there[n - 1]!.at);
    if (late < 0) return [];
    const { form } = there[late]!;
    return [
      say('structure/form-order', '目录中《{title}》排在《{before}》之后，正文中排在其前', {
        severity: 'info',
        figures: [wordsAt(form.title, form.place)],
        with: { title: form.title, before: there[late - 1]!.form.title },
      }),
    ];
  },
};
