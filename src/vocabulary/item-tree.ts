import { parentOf } from './members';

/*
 * How items nest that are not listed one by one: 科目 by their codes, and what the two sides of a 总表 add up.
 */

const CODED = /^((?:e|ge|in):)?(\d{3,})(#.*)?$/;

/**
 * The item above: 项 > 款 > 类 > 支出合计 > 支出总计; small trees (三公) by their members; '' for a root.
 * @example itemAbove('20805') // '208'
 */
export function itemAbove(item: string): string {
  if (item === 'total' || item === 'yearend' || item === 'distribution') return 'grand';
  const above = parentOf('item', item);
  if (above !== undefined) return above;
  const coded = CODED.exec(item);
  if (!coded) return item.startsWith('l:') ? 'total' : '';
  const [, prefix = '', code = '', category] = coded;
  if (category !== undefined) return prefix + code;
  return code.length > 3 ? prefix + code.slice(0, -2) : 'total';
}
