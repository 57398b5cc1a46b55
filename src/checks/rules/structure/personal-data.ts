import type { Place } from '../../../model/source';
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
    const texts: { text: string; place: Place }[] = [...lines, ...(disclosure.cells?.() ?? [])];
    return KINDS.flatMap(({ name, isIn }) => {
      const found = texts.filter(({ text }) => text.length > 10 && isIn(text));
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
