import { comparable } from '../shared/text';
import { ECONOMIC_ALIASES, ECONOMIC_CLASSES } from './economic';
import { FUNCTION_CLASSES } from './functional';

/*
 * Look-ups by name: which item a printed name stands for. Names are compared without blanks and with brackets unified.
 */

const FUNCTION_BY_NAME = new Map<string, string>();
for (const entry of FUNCTION_CLASSES)
  for (const name of [entry.name, ...(entry.formerly ?? [])]) FUNCTION_BY_NAME.set(comparable(name), entry.code);

/**
 * The 类 that a name stands for.
 * @param name without numbering
 * @returns three digits, or undefined
 */
export function functionClassByName(name: string): string | undefined {
  return FUNCTION_BY_NAME.get(comparable(name));
}

const ECONOMIC_CLASS_BY_NAME = new Map<string, string>();
const ECONOMIC_ITEM_BY_NAME = new Map<string, string[]>();
for (const entry of ECONOMIC_CLASSES) {
  ECONOMIC_CLASS_BY_NAME.set(comparable(entry.name), entry.code);
  for (const [code, name] of entry.items) {
    const key = comparable(name);
    const codes = ECONOMIC_ITEM_BY_NAME.get(key);
    if (codes) codes.push(entry.code + code);
    else ECONOMIC_ITEM_BY_NAME.set(key, [entry.code + code]);
  }
}
for (const [name, code] of ECONOMIC_ALIASES) {
  const key = comparable(name);
  if (code.length === 3) ECONOMIC_CLASS_BY_NAME.set(key, code);
  else if (!ECONOMIC_ITEM_BY_NAME.has(key)) ECONOMIC_ITEM_BY_NAME.set(key, [code]);
}

/** 部门预算支出经济分类, 类, by name; three digits or undefined. */
export function economicClassByName(name: string): string | undefined {
  return ECONOMIC_CLASS_BY_NAME.get(comparable(name));
}

/** 部门预算支出经济分类, 款, by name: every code that bears it (办公设备购置 stands in 309 and 310). */
export function economicItemsByName(name: string): readonly string[] {
  return ECONOMIC_ITEM_BY_NAME.get(comparable(name)) ?? [];
}

const NATURE_OF_CLASS = new Map<string, string>(ECONOMIC_CLASSES.map(({ code, nature }) => [code, nature]));

/** 人员经费 ('personnel') or 公用经费 ('public') for a 部门预算支出经济分类 code; undefined for any other code. */
export function natureOfClass(code: string): string | undefined {
  return NATURE_OF_CLASS.get(code.slice(0, 3));
}

/** Items of “三公”经费 that have an economic 款 of their own. */
export const THREE_PUBLIC_ITEMS = ['sg:abroad', 'sg:reception', 'sg:running', 'sg:purchase'] as const;

const THREE_PUBLIC_CODES: Readonly<Record<string, string>> = {
  'sg:abroad': '30212',
  'sg:reception': '30217',
  'sg:running': '30231',
  'sg:purchase': '31013',
};

/**
 * The 部门预算支出经济分类 item ('e:30217') under which a “三公” item stands in a list of 基本支出; undefined for those that have none
 * of their own.
 */
export function economicOfThreePublic(item: string): string | undefined {
  const code = THREE_PUBLIC_CODES[item];
  return code === undefined ? undefined : `e:${code}`;
}

const ECONOMIC_NAMES = new Map<string, string>(
  ECONOMIC_CLASSES.flatMap(({ code, name, items }) => [
    [code, name] as const,
    ...items.map(([part, item]) => [code + part, item] as const),
  ]),
);

/** Official name of a 部门预算支出经济分类 code of three or five digits. */
export function economicName(code: string): string | undefined {
  return ECONOMIC_NAMES.get(code);
}

const FUNCTION_CLASS_NAMES = new Map<string, string>(FUNCTION_CLASSES.map(({ code, name }) => [code, name]));

/** Official name of a 支出功能分类 class of three digits. */
export function functionClassName(code: string): string | undefined {
  return FUNCTION_CLASS_NAMES.get(code);
}
