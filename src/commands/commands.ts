import { WorkbookError } from '../workbook';
import { ExcelWorkbook, hostFault } from '../workbook/excel';
import { checkOpenWorkbook } from './check';
import { noticeIn, tell } from './notice';

/*
 * The buttons of the ribbon that work without the pane. Their names are those in manifest.xml.
 */

function messageOf(error: unknown): string {
  if (error instanceof WorkbookError) return error.message;
  const told = error instanceof Error ? error.message : String(error);
  return `没有完成：程序出错（${told}）。请保存工作簿，重新打开后再试。`;
}

/** Does the work of a button. Excel keeps the button down until `completed`, so that is called whatever happens. */
async function press(event: Office.AddinCommands.Event, work: () => Promise<void>): Promise<void> {
  try {
    const fault = hostFault();
    if (fault === undefined) await work();
    else await tell(fault);
  } catch (error) {
    // Where even that window cannot be opened there is no one to tell.
    await tell(messageOf(error)).catch(() => undefined);
  } finally {
    event.completed();
  }
}

function checkWorkbook(event: Office.AddinCommands.Event): Promise<void> {
  return press(event, () => checkOpenWorkbook(new ExcelWorkbook()));
}

function clearMarks(event: Office.AddinCommands.Event): Promise<void> {
  return press(event, () => new ExcelWorkbook().unmark());
}

/** Resolves once the buttons work, or the page shows why they cannot. */
export const ready = Office.onReady().then(() => {
  const text = noticeIn(location.href) ?? hostFault();
  if (text !== undefined) {
    document.body.textContent = text;
    return;
  }
  Office.actions.associate('checkWorkbook', (event: Office.AddinCommands.Event) => void checkWorkbook(event));
  Office.actions.associate('clearMarks', (event: Office.AddinCommands.Event) => void clearMarks(event));
});
