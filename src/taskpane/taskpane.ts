import './taskpane.css';
import { ExcelWorkbook, hostFault, hostLimits } from '../workbook/excel';
import { loadSample } from './sample';
import { Session } from './session';
import { showUnsupported } from './unsupported';
import { mountPane } from './view/pane';

/*
 * The pane inside Excel.
 */

async function start(root: HTMLElement): Promise<void> {
  // Where Office.js was not loaded there is nothing to wait for; hostFault says so.
  if (typeof Office !== 'undefined') await Office.onReady();
  const fault = hostFault();
  if (fault !== undefined) {
    showUnsupported(root, fault);
    return;
  }
  mountPane(root, new Session(Promise.resolve(new ExcelWorkbook())), { loadSample, limits: hostLimits() });
}

void start(document.getElementById('pane')!);
