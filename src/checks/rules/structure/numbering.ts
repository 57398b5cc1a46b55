import { chineseNumber } from '../../../shared/numerals';
import { comparable } from '../../../shared/text';
import type { Remark } from '../../../model/relation';
import { CHAPTER_ITEM } from '../../../vocabulary/narrative/wording';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

/** 一、二、四、: a number left out or used twice. */
export const numbering: Rule = {
  id: 'structure/numbering',
  title: '编号连续',
  basis: '公开文本应规范',
  dependsOn: 'shape',
  inspect: ({ disclosure }) => {
    const remarks: Remark[] = [];
    const last = new Map<string, number>();
    (disclosure.narrative?.sections ?? []).forEach((section, at) => {
      const title = comparable(section.title);
      const number = chineseNumber(CHAPTER_ITEM.exec(title)?.[1] ?? '');
      if (number === undefined) return;
      const above = section.path.slice(0, -1).join('/');
      const before = last.get(above);
      last.set(above, number);
      if (before === undefined || number === before + 1 || number === 1) return;
      remarks.push(
        say('structure/numbering', '编号不连续：“{title}”前一个编号是第 {before} 项', {
          severity: 'info',
          figures: [wordsAt(section.title, section.place, at)],
          with: { title, before },
        }),
      );
    });
    return remarks;
  },
};
