import { functionClassByName } from '../../../vocabulary/items';
import { looksLikeUnit } from '../../../vocabulary/labels';
import { meaningOf } from '../../../vocabulary/lexicon';
import { childrenOf } from '../../../vocabulary/members';
import { readCodedRows } from './coded';
import type { RowContext, RowDraft } from './draft';
import { isInstitutionList, readInstitutions } from './institutions';
import { isEconomicList, readEconomicRows } from './economic';
import { readListedRows } from './listed';
import { readNestedRows } from './nested';

export type { RowContext, RowDraft } from './draft';

/**
 * Finds the tree of the rows of one block: by code, by the names of economic classes, by list and numbering, or by the
 * sums.
 */
export function readRows(context: RowContext): void {
  // Rows without a name are the whole form in one line: the columns alone say what the figures are.
  const items = context.rows.filter((row) => row.role === 'item' && (row.label !== '' || row.code !== ''));
  if (items.length === 0 && context.rows.every((row) => row.role === 'item')) return;
  if (items.some((row) => row.code !== '' && !row.ofOther)) readCodedRows(context);
  else if (isInstitutionList(context.rows.filter(({ role }) => role === 'item')) && !isProjectList(context, items))
    readInstitutions(context);
  else if (!context.ofProjects && !hasOwnTree(context.rootItem) && isEconomicList(items)) readEconomicRows(context);
  else if (isListed(context)) readListedRows(context);
  else readNestedRows(context);
}

/** Projects have codes of their own too. */
function isProjectList({ ofProjects }: RowContext, items: readonly RowDraft[]): boolean {
  return ofProjects && !items.some(({ label }) => looksLikeUnit(label));
}

/** A list of the form's own rows: numbered, or named by classes, funds or 三公 items; not a list of projects or units. */
function isListed({ rows, rootItem, ofProjects }: RowContext): boolean {
  if (ofProjects) return false;
  if (rows.some(({ role, read }) => role === 'total' && read.grand)) return true;
  const items = rows.filter(({ role }) => role === 'item');
  const known = items.filter(
    ({ read }) =>
      read.level > 0 ||
      functionClassByName(read.name) !== undefined ||
      meaningOf(read.name).item?.startsWith(`${rootItem}:`) === true,
  );
  if (known.length * 2 >= items.length) return true;
  // 一、基本支出, its classes, 二、项目支出 …: the numbered rows are the form's own, whatever stands between them.
  const numbered = items.filter(({ read }) => read.level === 1);
  if (numbered.length < 2 || items[0] !== numbered[0]) return false;
  return numbered.filter(({ read }) => Object.keys(meaningOf(read.name)).length > 0).length * 2 >= numbered.length;
}

/** 三公, 政府采购 and the like have items of their own, some of which bear names of economic ones. */
function hasOwnTree(rootItem: string): boolean {
  return childrenOf('item', rootItem).length > 0;
}
