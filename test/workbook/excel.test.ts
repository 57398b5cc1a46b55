import { ExcelWorkbook } from '../../src/workbook/excel';
import type { SheetValues, WorkbookPort } from '../../src/workbook';
import { FakeExcel, type FakeSheet } from '../support/fake-excel';
import { areaName, contains, parseArea } from '../support/fake-excel/area';
import { useOfficeJs } from '../support/fake-excel/office-js';
import { describeAdapter, type SeenCell, type SeenSheet } from './contract';

/*
 * The suite that every adapter passes, on an Excel of every age: what one of them lacks must not be called, and must
 * not be missed.
 */

const hosts = new WeakMap<WorkbookPort, FakeExcel>();

/** Where a host has neither notes nor comments, the text of a mark is kept in the workbook all the same. */
function keptText(host: FakeExcel, sheet: FakeSheet, cell: string): string | undefined {
  const setting = host.book.settings.get('gouji.marks');
  if (host.supports('1.10') || typeof setting !== 'string') return undefined;
  const kept = JSON.parse(setting) as { id: string; marks: { cell: string; text: string }[] }[];
  return kept
    .filter(({ id }) => id === sheet.id)
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.cell === cell)
    .at(-1)?.text;
}

function seenCell(host: FakeExcel, sheet: FakeSheet, address: string): SeenCell {
  const area = parseArea(address);
  const { value, formula } = sheet.content(area.row, area.column);
  const fill = sheet.visibleFill(area.row, area.column);
  const remark = [...sheet.notes, ...sheet.comments].find(({ cell }) => contains(cell, area));
  const note = remark?.content ?? keptText(host, sheet, address);
  return {
    value: value === '' ? null : (value as string | number),
    ...(formula !== undefined && { formula: formula.slice(1) }),
    ...(fill !== undefined && { fill }),
    ...(note !== undefined && { note }),
  };
}

async function look(port: WorkbookPort): Promise<readonly SeenSheet[]> {
  const host = hosts.get(port)!;
  return host.book.sheets
    .filter(({ visibility }) => visibility === 'Visible')
    .map((sheet) => ({
      name: sheet.name,
      cell: (address) => seenCell(host, sheet, address),
      merges: sheet.merges.map(areaName),
    }));
}

/** Arrays of the library are of another realm, which is all the same to everyone but assert. */
class OwnArrays extends ExcelWorkbook {
  override async readBack(names?: readonly string[]): Promise<SheetValues[]> {
    return structuredClone(await super.readBack(names));
  }
}

describe('Excel through the library that users have', function () {
  this.timeout(20_000);
  let host: FakeExcel | undefined;
  afterEach(() => host?.uninstall());

  for (const api of ['1.4', '1.8', '1.14', '1.20']) {
    describeAdapter(`excel ${api}, Office.js`, {
      look,
      holdsRemarks: Number(api.slice('1.'.length)) >= 10,
      create: () => {
        host?.uninstall();
        host = new FakeExcel({ api }).install();
        useOfficeJs(host);
        const workbook = new OwnArrays();
        hosts.set(workbook, host);
        return workbook;
      },
    });
  }
});

for (const api of ['1.4', '1.6', '1.7', '1.8', '1.9', '1.10', '1.14', '1.18', '1.20']) {
  describe(`Excel with ExcelApi ${api}`, () => {
    let host: FakeExcel | undefined;
    afterEach(() => host?.uninstall());

    describeAdapter(`excel ${api}`, {
      look,
      holdsRemarks: Number(api.slice('1.'.length)) >= 10,
      create: () => {
        host?.uninstall();
        host = new FakeExcel({ api }).install();
        const workbook = new ExcelWorkbook();
        hosts.set(workbook, host);
        return workbook;
      },
    });
  });
}
