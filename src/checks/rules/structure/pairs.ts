import { PAIRS } from '../../../vocabulary/narrative/wording';
import { type Rule, say } from '../../rule';
import { spot } from './places';

/** So many characters show which sentence is meant. */
const SHOWN = 16;
const NUMBERING = /^（?[一二三四五六七八九十\d]{1,4}）/;
const SENTENCE_END = /[。；！]$/;
const LINE_END = /[。；：！]$/;

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Quotation marks and brackets that are opened and not closed within their paragraph. */
export const pairs: Rule = {
  id: 'structure/pairs',
  title: '引号、括号成对',
  basis: '公开文本应规范',
  dependsOn: 'shape',
  inspect: ({ disclosure }) => {
    const lines = disclosure.narrative?.lines ?? [];
    return lines.flatMap((line, at) => {
      const before = lines[at - 1];
      // A line broken off by a page goes on in the next one.
      const isWhole =
        SENTENCE_END.test(line.text.trim()) &&
        (before === undefined || before.section !== line.section || LINE_END.test(before.text.trim()));
      if (!isWhole) return [];
      const text = line.text.replace(/\(/g, '（').replace(/\)/g, '）').replace(NUMBERING, '');
      return PAIRS.flatMap(([open, close, name]) => {
        const [opened, closed] = [count(text, open), count(text, close)];
        if (opened === closed) return [];
        const from = Math.max(0, text.indexOf(opened > closed ? open : close));
        return [
          say('structure/pairs', '{name}不成对（左 {opened} 个，右 {closed} 个）：{words}…', {
            severity: 'info',
            figures: [spot(line, from, open)],
            with: { name, opened, closed, words: text.slice(from, from + SHOWN) },
          }),
        ];
      });
    });
  },
};
