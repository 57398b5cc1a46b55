import type { GridBlock, Place } from '../../../model/source';
import { ACCOUNT, IDENTITY_NUMBER, isIdentityNumber, MOBILE, TELEPHONE_WORD } from '../../../vocabulary/personal-data';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

interface Kind {
  readonly name: string;
  /** @param beside the words of the row, for a cell of a table; the line itself otherwise */
  readonly isIn: (text: string, beside: string) => boolean;
}

/** Digits and nothing else say nothing of what they count. */
function isBare(text: string): boolean {
  return /^\s*\d+\s*$/.test(text);
}

const KINDS: readonly Kind[] = [
  { name: '身份证号码', isIn: (text) => isIdentityNumber(IDENTITY_NUMBER.exec(text)?.[0] ?? '') },
  { name: '手机号码', isIn: (text, beside) => MOBILE.test(text) && (!isBare(text) || TELEPHONE_WORD.test(beside)) },
  { name: '银行账号', isIn: (text) => ACCOUNT.test(text) },
];

/** Numbers that identify a person. What is said names the place and never the number. */
export const personalData: Rule = {
  id: 'structure/personal-data',
  title: '没有个人信息',
  basis: '《个人信息保护法》：公开前应去除身份证号码、手机号码、银行账号等个人信息',
  dependsOn: 'shape',
  inspect: ({ lines, disclosure }) => {
    const texts = longNumbers(lines, disclosure.grids?.() ?? []);
    if (texts.length === 0) return [];
    return KINDS.flatMap(({ name, isIn }) => {
      const found = texts.filter(({ text, beside }) => isIn(text, beside));
      if (found.length === 0) return [];
      return [
        say('structure/personal-data', '文中有{name} {count} 处，公开前请核实是否应当去除', {
          severity: 'warning',
          figures: found.map(({ place }) => wordsAt(name, place)),
          with: { name, count: found.length },
        }),
      ];
    });
  },
};

interface Printed {
  readonly text: string;
  readonly place: Place;
}

interface LongNumber extends Printed {
  readonly beside: string;
}

/** No such number is shorter. */
const SHORTEST = 11;
const LONG_NUMBER = /\d{11}/;

function hasLongNumber({ text }: Printed): boolean {
  return text.length >= SHORTEST && LONG_NUMBER.test(text);
}

/** Lines and cells with a number as long as those that identify a person: few are. */
function longNumbers(lines: readonly Printed[], grids: readonly GridBlock[]): LongNumber[] {
  const inLines = lines.filter(hasLongNumber).map(({ text, place }) => ({ text, place, beside: text }));
  const inRow = (row: readonly Printed[]): LongNumber[] => {
    const found = row.filter(hasLongNumber);
    if (found.length === 0) return [];
    const beside = row.map(({ text }) => text).join(' ');
    return found.map(({ text, place }) => ({ text, place, beside }));
  };
  return [...inLines, ...grids.flatMap(({ rows }) => rows.flatMap(inRow))];
}
