import type { GridBlock, Place } from '../../../model/source';
import { ACCOUNT, IDENTITY_NUMBER, isIdentityNumber, MOBILE } from '../../../vocabulary/personal-data';
import { type Rule, say } from '../../rule';
import { wordsAt } from './places';

interface Kind {
  readonly name: string;
  readonly isIn: (text: string) => boolean;
}

const KINDS: readonly Kind[] = [
  { name: '身份证号码', isIn: (text) => isIdentityNumber(IDENTITY_NUMBER.exec(text)?.[0] ?? '') },
  { name: '手机号码', isIn: (text) => MOBILE.test(text) },
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
      const found = texts.filter(({ text }) => isIn(text));
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

/** No such number is shorter. */
const SHORTEST = 11;
const LONG_NUMBER = /\d{11}/;

/** Lines and cells with a number as long as those that identify a person: few are. */
function longNumbers(lines: readonly Printed[], grids: readonly GridBlock[]): Printed[] {
  const found: Printed[] = [];
  const look = (printed: Printed): void => {
    if (printed.text.length >= SHORTEST && LONG_NUMBER.test(printed.text)) found.push(printed);
  };
  lines.forEach(look);
  for (const { rows } of grids) for (const row of rows) row.forEach(look);
  return found;
}
