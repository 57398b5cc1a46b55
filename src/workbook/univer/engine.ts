import {
  LocaleType,
  LogLevel,
  mergeWorksheetSnapshotWithDefault,
  Univer,
  UniverInstanceType,
  type IWorkbookData,
  type IWorksheetData,
  type Workbook,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import sheetsWords from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/zh-CN';

/*
 * Starts Univer with what is needed here and nothing else.
 */

export interface Engine {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly workbook: Workbook;
}

/** Id of the sheet that stands there before anything is filled in. */
export const BLANK_SHEET = 'blank';

const WORKBOOK: Partial<IWorkbookData> = {
  id: 'gouji',
  name: '工作簿',
  sheetOrder: [BLANK_SHEET],
  sheets: { [BLANK_SHEET]: blankSheet() },
};

/** The sheet that stands there while nothing else does. */
export function blankSheet(): IWorksheetData {
  return mergeWorksheetSnapshotWithDefault({ id: BLANK_SHEET, name: '空白', rowCount: 60, columnCount: 16 });
}

/** Starts the spreadsheet inside an element of the page. */
export function startUniver(container: HTMLElement): Engine {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: { ...sheetsWords, ...noteWords } },
    logLevel: LogLevel.ERROR,
  });
  const core = UniverSheetsCorePreset({
    container,
    ribbonType: 'simple',
    // The pane has the keyboard until the person goes to the sheet.
    disableAutoFocus: true,
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
  });
  for (const plugin of [...core.plugins, ...UniverSheetsNotePreset().plugins]) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, WORKBOOK);
  return { univer, api, workbook };
}
