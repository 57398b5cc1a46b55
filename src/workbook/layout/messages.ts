import type { Message } from '../../model/source';
import { columnName } from '../address';
import type { PlacedColumn } from './columns';
import type { BlockPlacement, Sheet, SheetHead, SheetPlacement } from './placement';

/*
 * What the user has to know about the layout: whatever the form does not have and the document does.
 */

function info(text: string, { statement }: SheetHead): Message {
  return { severity: 'info', text, ...(statement && { place: statement.place }) };
}

// Longer lists are cut: the sheet itself shows every one.
const MAX_NAMED = 8;

function named(names: readonly string[]): string {
  const listed = names
    .slice(0, MAX_NAMED)
    .map((name) => `“${name}”`)
    .join('、');
  return names.length > MAX_NAMED ? `${listed}等` : listed;
}

function headingOf({ heading }: PlacedColumn): string {
  return heading.filter((text) => text !== '').join('·') || '（无表头）';
}

function addedColumns(sheet: SheetPlacement): Message[] {
  const added = sheet.columns.filter((column) => column.added);
  if (added.length === 0) return [];
  const where = added.map(({ at }) => columnName(at)).join('、');
  const list = named(added.map(headingOf));
  return [info(`“${sheet.name}”有 ${added.length} 列是模板没有的：${list}，已附在表格右侧（${where} 列）。`, sheet)];
}

function labelOf({ source }: BlockPlacement, index: number): string {
  const row = source!.rows[index]!;
  return row.label || row.code || row.category || '（无名称）';
}

function addedRows(sheet: SheetPlacement): Message[] {
  return sheet.blocks.flatMap((block) => {
    const added = block.rows.filter((row) => row.added);
    if (added.length === 0) return [];
    const isLast = block.rows[block.rows.length - 1]!.added;
    const where = isLast ? '附在表格末尾' : '插在合计之前';
    const rows = `${added[0]!.at + 1}${added.length > 1 ? `–${added[added.length - 1]!.at + 1}` : ''}`;
    const list = named(added.map((row) => labelOf(block, row.source)));
    return [info(`“${sheet.name}”有 ${added.length} 行是模板没有的：${list}，已${where}（第 ${rows} 行）。`, sheet)];
  });
}

function repeated(sheet: SheetHead): Message[] {
  const { form, name } = sheet;
  if (!form || name === form.sheet) return [];
  return [info(`“${form.sheet}”在文件中不止一张，另填在“${name}”。`, sheet)];
}

/** Messages of one sheet. */
export function placementMessages(sheet: Sheet): Message[] {
  const messages = repeated(sheet.head);
  if (sheet.hasAdded) messages.push(...addedColumns(sheet.placement), ...addedRows(sheet.placement));
  return messages;
}

/** Texts that were longer than a cell can hold. */
export function clippedMessage(sheet: SheetPlacement, clipped: number): Message[] {
  return clipped === 0 ? [] : [info(`“${sheet.name}”有 ${clipped} 处文字超过单元格的长度上限，已截短。`, sheet)];
}
