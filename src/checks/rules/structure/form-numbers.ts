import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

/** One number for one form. */
export const formNumbers: Rule = {
  id: 'structure/form-number',
  title: '表号不重复',
  basis: '公开文本应规范：一个表号只有一张表',
  dependsOn: 'shape',
  inspect: ({ disclosure }) => {
    const first = new Map<string, string>();
    return disclosure.statements.flatMap(({ number, title, titlePlace, id }) => {
      if (number === '') return [];
      const before = first.get(number);
      if (before === undefined || before === id) {
        first.set(number, id);
        return [];
      }
      return [
        say('structure/form-number', '《{title}》的表号“{number}”与前面的表重复', {
          severity: 'info',
          figures: [wordsAt(number, titlePlace)],
          with: { title, number },
        }),
      ];
    });
  },
};
