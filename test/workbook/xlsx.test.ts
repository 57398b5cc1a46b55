import assert from 'node:assert/strict';
import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { planWorkbook, WorkbookError, writeXlsx, XlsxWorkbook, type WorkbookPort } from '../../src/workbook';
import { disclosure } from './build';
import { describeAdapter, sheetPlan, type SeenCell, type SeenSheet } from './contract';
import { FAMILY } from './family';
import { balance, expenditure } from './samples';

function open(bytes: Uint8Array): WorkBook {
  return read(bytes, { type: 'array', cellStyles: true, cellFormula: true, cellNF: true, bookFiles: true });
}

function seenCell(cell: CellObject | undefined): SeenCell {
  const style = cell?.s as { patternType?: string; fgColor?: { rgb?: string } } | undefined;
  const fill = style?.patternType === 'solid' ? style.fgColor?.rgb?.slice(-6) : undefined;
  const note = cell?.c?.map(({ t }) => t).join('');
  return {
    value: cell === undefined || cell.t === 'z' ? null : (cell.v as string | number),
    ...(cell?.f !== undefined && { formula: cell.f }),
    ...(fill !== undefined && { fill }),
    ...(note !== undefined && { note }),
  };
}

async function look(port: WorkbookPort): Promise<readonly SeenSheet[]> {
  const workbook = open(await (port as XlsxWorkbook).toBytes());
  return workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name]!;
    return {
      name,
      merges: (sheet['!merges'] ?? []).map(
        ({ s, e }) => `${String.fromCharCode(65 + s.c)}${s.r + 1}:${String.fromCharCode(65 + e.c)}${e.r + 1}`,
      ),
      cell: (address) => seenCell(sheet[address] as CellObject | undefined),
    };
  });
}

describeAdapter('xlsx', { create: () => new XlsxWorkbook(), look });

/** Text of one part of the archive. */
function part(workbook: WorkBook, path: string): string {
  const { files } = workbook as unknown as { files: Record<string, { content: Uint8Array }> };
  return new TextDecoder().decode(files[path]!.content);
}

describe('xlsx file', () => {
  const plan = planWorkbook(disclosure([balance(), expenditure()]), FAMILY, {
    findings: [],
    tableCoverage: { figures: 1, checked: 1 },
    unchecked: [],
    relations: 1,
  });

  it('says of every sheet that codes and line numbers are text on purpose, in the place that the format has for it', async () => {
    const file = open(await writeXlsx(plan));
    plan.sheets.forEach(({ name }, at) => {
      const xml = part(file, `xl/worksheets/sheet${at + 1}.xml`);
      assert.match(
        xml,
        /<ignoredErrors><ignoredError sqref="A1:[A-Z]+\d+" numberStoredAsText="1"\/><\/ignoredErrors>(?:<legacyDrawing[^>]*>)?<\/worksheet>$/,
        name,
      );
      assert.ok(xml.indexOf('<headerFooter') < xml.indexOf('<ignoredErrors'), name);
    });
  });

  it('says of a sheet with sums that they are meant, of a sheet with links nothing more', async () => {
    const sum = { kind: 'sum', areas: [{ row: 0, column: 1, rows: 1, columns: 1 }] } as const;
    const sheets = [
      sheetPlan('和', [[0, 1]], { formulas: [{ row: 0, column: 0, formula: sum }] }),
      sheetPlan('链接', [['A1']], { links: [{ row: 0, column: 0, target: { sheet: '和', cell: 'A1' } }] }),
    ];
    const file = open(await writeXlsx({ sheets, marks: [] }));
    assert.match(
      part(file, 'xl/worksheets/sheet1.xml'),
      /<ignoredError sqref="A1:B1" numberStoredAsText="1" formula="1" formulaRange="1"\/>/,
    );
    assert.match(part(file, 'xl/worksheets/sheet2.xml'), /<ignoredError sqref="A1:A1" numberStoredAsText="1"\/>/);
  });

  it('is the same, byte for byte, whenever it is written', async () => {
    const first = await writeXlsx(plan);
    // Two seconds is the step of the clock inside a zip archive.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    assert.deepEqual(await writeXlsx(plan), first);
  });

  it('repeats the head of every sheet in print, also where its name has a quote', async () => {
    const quoted = sheetPlan("a'b", [['x']], { print: { ...plan.sheets[0]!.print, repeatRows: 3 } });
    const workbook = open(await writeXlsx({ sheets: [...plan.sheets, quoted], marks: [] }));
    const titles = (workbook.Workbook?.Names ?? []).filter(({ Name }) => Name === '_xlnm.Print_Titles');
    assert.deepEqual(
      titles.map(({ Ref, Sheet }) => [Ref, Sheet]),
      [
        ["'收支总表'!$1:$5", 0],
        ["'支出总表'!$1:$6", 1],
        ["'核对结果'!$1:$5", 2],
        ["'a''b'!$1:$3", 3],
      ],
    );
  });

  it('carries page set-up, frozen panes, widths, heights and formats', async () => {
    const workbook = open(await writeXlsx(plan));
    const xml = part(workbook, 'xl/worksheets/sheet2.xml');
    for (const text of [
      'paperSize="9"',
      'orientation="landscape"',
      'fitToWidth="1"',
      'fitToHeight="1"',
      'fitToPage="1"',
      'horizontalCentered="1"',
      'xSplit="2"',
      'ySplit="6"',
      'state="frozen"',
    ]) {
      assert.ok(xml.includes(text), `${text} is missing`);
    }
    assert.match(xml, /<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页<\/oddFooter>/);
    assert.match(xml, /<row r="2"[^>]*ht="30"/);
    assert.match(xml, /<col min="2" max="2" width="36"/);
    assert.equal((workbook.Sheets['支出总表']!.C8 as CellObject).z, '#,##0.00');
    assert.equal((workbook.Sheets['支出总表']!.A8 as CellObject).t, 's');
  });

  it('takes as many pages as a long table needs', async () => {
    const rows = Array.from({ length: 200 }, () => ({ label: '甲', cells: ['1.00', '', ''] }));
    const long = planWorkbook(disclosure([expenditure(undefined, rows)]), FAMILY);
    const xml = part(open(await writeXlsx(long)), 'xl/worksheets/sheet2.xml');
    assert.match(xml, /fitToHeight="0"/);
  });

  it('gives a note room for its text', async () => {
    const text = '支出合计与各项之和不符。'.repeat(20);
    const marks = [{ sheet: '支出总表', cell: 'C8', severity: 'error', title: '错误', text } as const];
    const workbook = open(await writeXlsx({ sheets: plan.sheets, marks }));
    const anchor = /<x:Anchor>([^<]+)<\/x:Anchor>/.exec(part(workbook, 'xl/drawings/vmlDrawing2.vml'))![1]!;
    const [left, , top, , right, , bottom] = anchor.split(', ').map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    assert.ok(left >= 3 && right - left >= 3, anchor);
    assert.ok((bottom - top) * 18 >= 11 * 13, anchor);
  });

  it('says that there is nothing to write', async () => {
    await assert.rejects(
      new XlsxWorkbook().toBytes(),
      (error) => error instanceof WorkbookError && error.fault === 'host',
    );
  });
});
