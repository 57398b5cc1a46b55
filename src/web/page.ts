import './page.css';
import { Refused } from '../taskpane/errors';
import { loadSample } from '../taskpane/sample';
import { Session } from '../taskpane/session';
import { make, makeButton } from '../taskpane/view/dom';
import { mountPane } from '../taskpane/view/pane';
import { writeXlsx } from '../workbook';
import type { UniverWorkbook } from '../workbook/univer';
import { planOfExport } from './export-plan';
import { safeFileName } from './file-name';

/*
 * The stand-alone page: the pane, and beside it a spreadsheet of its own. No Office.js, and nothing from other servers.
 */

const page = document.getElementById('page')!;
const paneRoot = document.getElementById('pane')!;
const workbookBar = document.getElementById('workbook-bar')!;
const workbookRoot: HTMLElement & { workbook?: UniverWorkbook } = document.getElementById('workbook')!;

/** The spreadsheet is large, so the pane is there first and it comes after. */
async function openWorkbook(): Promise<UniverWorkbook> {
  try {
    const { UniverWorkbook } = await import(/* webpackChunkName: "workbook" */ '../workbook/univer/page');
    workbookRoot.replaceChildren();
    const workbook = UniverWorkbook.open(workbookRoot, paneRoot);
    // Reachable from the page's console and from scripts that drive the page.
    workbookRoot.workbook = workbook;
    return workbook;
  } catch {
    const text = '工作簿没有载入。请检查网络连接后刷新本页。';
    workbookRoot.replaceChildren(make('p', { class: 'plain' }, text));
    throw new Refused({ cause: '工作簿没有载入。', remedy: '请检查网络连接，然后刷新本页。' });
  }
}

const opening = openWorkbook();
const session = new Session(opening);

function download(name: string, bytes: Uint8Array): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = make('a', { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has the file by then; the address would keep it in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function exportWorkbook(): Promise<void> {
  await session.withWorkbook('正在生成 Excel 文件…', async (reports) => {
    const plan = planOfExport(await (await opening).toPlan(), reports);
    if (plan.sheets.length === 0) {
      throw new Refused({ cause: '工作簿是空的，没有可以导出的内容。', remedy: '请先识别公开文本并填入模板。' });
    }
    const name = safeFileName(`${session.documentName || '工作簿'}公开表（勾稽）`, '.xlsx');
    download(name, await writeXlsx(plan));
    return `已导出“${name}”。`;
  });
}

/** On a narrow page the pane lies over the workbook. */
function showPane(open: boolean): void {
  page.classList.toggle('pane-open', open);
  (open ? closer : opener).focus();
}
const opener = makeButton('展开面板', () => showPane(true), {
  attributes: { class: 'pane-toggle', 'aria-controls': 'pane' },
});
const closer = makeButton('收起面板', () => showPane(false), {
  attributes: { class: 'pane-toggle', 'aria-controls': 'pane' },
});
workbookBar.append(opener);

mountPane(paneRoot, session, {
  loadSample,
  exportWorkbook: () => void exportWorkbook(),
  onSelect: () => page.classList.remove('pane-open'),
});
paneRoot.querySelector('.head')!.append(make('span', { class: 'space' }), closer);
// Leaving a cell takes over what was typed into it; the spreadsheet itself does not notice that the pane was clicked.
paneRoot.addEventListener(
  'focusin',
  () => void opening.then((workbook) => workbook.finishEditing()).catch(() => undefined),
);
