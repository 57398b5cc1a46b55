import { isCellError } from '../../../vocabulary/cell-errors';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

/** #REF! and the like where an amount is due. What they take part in is judged on nothing. */
export const cellErrors: Rule = {
  id: 'structure/cell-error',
  title: '没有出错的公式',
  basis: '各表金额应为数字',
  dependsOn: 'shape',
  inspect: ({ disclosure }) =>
    disclosure.statements.flatMap(({ title, strays }) => {
      const wrong = strays.filter(({ text }) => isCellError(text));
      const [first] = wrong;
      if (!first) return [];
      return [
        say('structure/cell-error', '《{title}》有 {count} 格是错误值“{value}”，公式出错，用到它们的合计没有核对', {
          severity: 'error',
          figures: wrong.map(({ text, place }) => wordsAt(text, place)),
          with: { title, count: wrong.length, value: first.text },
        }),
      ];
    }),
};
