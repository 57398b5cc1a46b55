import { checkSheets, inspectionOf } from '../index';
import { FINDINGS_SHEET, INSPECTION_SHEET } from '../workbook';
import type { ExcelWorkbook } from '../workbook/excel';
import { findingsInPlace, inspectionInPlace, marksInPlace, noticeSheet, withNotice } from '../workbook/open-marks';
import { nameKey } from '../workbook/sheet-name';

/*
 * 核对 without the pane: what comes of it stands in the workbook.
 */

const DOCUMENT = '当前工作簿';

const NOTHING_RECOGNISED = [
  '没有识别到预算、决算公开表，所以什么也没有核对。',
  '请打开填好公开表的工作簿再核对：每张工作表一张表，表上有表名、“单位：万元”、表头和各行数字。',
  '还没有填表时，请点“导入填表”，粘贴公开文本或选择文件。',
];

function protectedText(names: readonly string[]): string {
  return `工作表${names.map((name) => `“${name}”`).join('、')}受保护，其中的问题没有在单元格上做标记。要做标记，请在“审阅”选项卡中撤销工作表保护，再核对一次。`;
}

/**
 * Checks the open workbook: marks on its cells, sheet 检查表, and sheet 核对结果, which is brought into view.
 * @throws WorkbookError
 */
export async function checkOpenWorkbook(workbook: ExcelWorkbook): Promise<void> {
  await workbook.unmark();
  const sheets = await workbook.readBack();
  const checked = checkSheets(DOCUMENT, sheets);
  const { disclosure, family, reconciliation } = checked;
  if (disclosure.statements.length === 0) {
    await workbook.apply({ sheets: [noticeSheet(NOTHING_RECOGNISED)], marks: [] });
  } else {
    const before = sheets.find(({ name }) => nameKey(name) === nameKey(INSPECTION_SHEET));
    const form = inspectionInPlace(disclosure, inspectionOf(checked), before);
    const sheet = findingsInPlace(disclosure, family, reconciliation);
    const locked = new Map((await workbook.protectedSheets()).map((name) => [nameKey(name), name]));
    const marks = marksInPlace(reconciliation);
    const unmarked = [...new Set(marks.flatMap((mark) => locked.get(nameKey(mark.sheet)) ?? []))];
    // The list first: it tells everything, also when Excel should refuse a mark.
    await workbook.apply({
      sheets: [unmarked.length > 0 ? withNotice(sheet, protectedText(unmarked)) : sheet, form],
      marks: [],
    });
    await workbook.mark(marks.filter((mark) => !locked.has(nameKey(mark.sheet))));
  }
  await workbook.select({ sheet: FINDINGS_SHEET, cell: 'A1' });
}
