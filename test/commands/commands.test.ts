import assert from 'node:assert/strict';
import { checkText, workbookOf } from '../../src';
import { noticeIn } from '../../src/commands/notice';
import { ExcelWorkbook } from '../../src/workbook/excel';
import { sampleDocuments } from '../ledger';
import { FakeExcel, type FakeExcelOptions } from '../support/fake-excel';
import { fillOf, formulaOf, remarkOf, snapshot } from '../workbook/excel-bench';

/*
 * The ribbon's buttons, pressed in a workbook.
 */

interface Page {
  document?: unknown;
  location?: unknown;
}

const page = globalThis as Page;
const PAGE = 'https://localhost:3000/commands.html';

let host: FakeExcel | undefined;
let loads = 0;

/** Opens the page of the buttons in a host; returns what it shows. */
async function open(options: FakeExcelOptions = {}, address = PAGE): Promise<{ body: { textContent: string } }> {
  host?.uninstall();
  host = new FakeExcel({ sheets: ['我的表'], ...options }).install();
  const document = { body: { textContent: '' } };
  page.document = document;
  page.location = new URL(address);
  // A module is loaded once only; the query makes it another one.
  loads += 1;
  const { ready } = (await import(`../../src/commands/commands.ts?${loads}`)) as { ready: Promise<void> };
  await ready;
  return document;
}

/** Presses a button and waits until Excel gets it back. */
async function press(name: string): Promise<void> {
  const action = host!.actions.get(name);
  assert.ok(action, `no button ${name}`);
  await new Promise<void>((resolve) => void action({ completed: resolve }));
}

function texts(name: string): string {
  const sheet = host!.book.sheet(name);
  const cells: string[] = [];
  for (let row = 0; row < 60; row += 1)
    for (let column = 0; column < 8; column += 1) cells.push(String(sheet.content(row, column).value));
  return cells.join('\n');
}

const dialogTexts = (): (string | undefined)[] => host!.dialogs.map(noticeIn);

/** Sheets that 核对 writes. */
const RESULTS = ['核对结果', '检查表'];

describe('ribbon buttons', function () {
  this.timeout(20_000);
  after(() => {
    host?.uninstall();
    delete page.document;
    delete page.location;
  });

  /** A filled workbook without marks, in which one figure was changed by hand. */
  async function fillAndSpoil(): Promise<{ sheet: string; cell: string; value: number }> {
    const [document] = sampleDocuments(11, 1, { clean: true, precision: 'exact', scale: 'small' });
    const { sheets } = workbookOf(checkText('generated', document!.text));
    const forms = sheets.filter(({ kind }) => kind !== 'findings');
    await new ExcelWorkbook().apply({ sheets: forms, marks: [] });
    const form = forms.find(({ name }) => name === '预算支出总表')!;
    const row = form.values.findIndex((line) => line.some((value) => typeof value === 'number' && value > 0));
    const column = form.values[row]!.findIndex((value) => typeof value === 'number' && value > 0);
    const cell = `${String.fromCharCode(65 + column)}${row + 1}`;
    host!.userEdits(host!.book.sheet(form.name), cell, Number(form.values[row]![column]) + 1000);
    return { sheet: form.name, cell, value: Number(form.values[row]![column]) };
  }

  it('核对 marks the cells as they stand and lists the findings', async () => {
    await open();
    const { sheet, cell } = await fillAndSpoil();
    const before = snapshot(host!);
    await press('checkWorkbook');
    assert.deepEqual([dialogTexts(), host!.errors], [[], []]);
    assert.equal(fillOf(host!.book.sheet(sheet), cell), 'FFC7CE');
    assert.match(remarkOf(host!.book.sheet(sheet), cell)!, /^错误：/);
    assert.match(texts('核对结果'), new RegExp(`错误[^]*${sheet}[^]*${cell}`));
    assert.equal(formulaOf(host!.book.sheet('核对结果'), 'D6'), `=HYPERLINK("#'${sheet}'!${cell}","${cell}")`);
    assert.equal(host!.book.active?.sheet.name, '核对结果');

    // Again: nothing piles up.
    const marked = snapshot(host!);
    await press('checkWorkbook');
    assert.equal(snapshot(host!), marked);

    await press('clearMarks');
    assert.equal(snapshot(host!, RESULTS), before);
    assert.deepEqual([dialogTexts(), host!.errors], [[], []]);
  });

  it('核对 writes 检查表, and what people wrote into it stays when it is written again', async () => {
    await open();
    const { sheet, cell, value } = await fillAndSpoil();
    await press('checkWorkbook');
    assert.match(texts('检查表'), new RegExp(`不符合 1 处[^]*${sheet} ${cell}`));
    const form = host!.book.sheet('检查表');
    host!.userEdits(form, 'D3', '检查人：王小明');
    host!.userEdits(host!.book.sheet(sheet), cell, value);
    await press('checkWorkbook');
    assert.match(texts('检查表'), /检查人：王小明/);
    assert.doesNotMatch(texts('检查表'), /不符合/);
  });

  it('核对 takes the mark off a cell that was put right', async () => {
    await open();
    const { sheet, cell, value } = await fillAndSpoil();
    await press('checkWorkbook');
    host!.userEdits(host!.book.sheet(sheet), cell, value);
    await press('checkWorkbook');
    assert.equal(fillOf(host!.book.sheet(sheet), cell), undefined);
    assert.equal(remarkOf(host!.book.sheet(sheet), cell), undefined);
    assert.match(texts('核对结果'), /未发现问题/);
  });

  it('核对 leaves the last fill to be taken back', async () => {
    await open();
    await fillAndSpoil();
    await press('checkWorkbook');
    assert.equal(await new ExcelWorkbook().undo(), true);
    assert.deepEqual(
      host!.book.sheets.map(({ name }) => name),
      ['我的表'],
    );
  });

  it('核对 works in the oldest Excel that there is', async () => {
    await open({ api: '1.4' });
    const { sheet, cell } = await fillAndSpoil();
    const before = snapshot(host!);
    await press('checkWorkbook');
    assert.equal(fillOf(host!.book.sheet(sheet), cell), 'FFC7CE');
    await press('clearMarks');
    assert.equal(snapshot(host!, RESULTS), before);
    assert.deepEqual([dialogTexts(), host!.errors], [[], []]);
  });

  it('核对 says so in the workbook when there is nothing to check', async () => {
    await open();
    host!.userSheet('我的表', [
      ['通讯录', '电话'],
      ['张三', 123],
    ]);
    await press('checkWorkbook');
    assert.match(texts('核对结果'), /没有识别到预算、决算公开表[^]*请打开填好公开表的工作簿/);
    assert.equal(host!.book.active?.sheet.name, '核对结果');
    assert.deepEqual(dialogTexts(), []);
  });

  it('核对 lists the findings of protected sheets too, and says why they are not marked', async () => {
    await open();
    const { sheet, cell } = await fillAndSpoil();
    host!.book.sheet(sheet).protected = true;
    await press('checkWorkbook');
    assert.match(texts('核对结果'), new RegExp(`工作表[^]*“${sheet}”[^]*受保护`));
    assert.equal(fillOf(host!.book.sheet(sheet), cell), undefined);
    assert.deepEqual([dialogTexts(), host!.errors], [[], []]);
  });

  it('a window tells why a button could not do its work, and the button comes up again', async () => {
    await open();
    host!.editing = true;
    await press('checkWorkbook');
    await press('clearMarks');
    assert.equal(host!.dialogs.length, 2);
    for (const text of dialogTexts()) assert.match(text!, /正在编辑单元格。请按回车/);
    // The window shows this page with the text in it.
    const shown = await open({}, host!.dialogs[0]);
    assert.match(shown.body.textContent, /正在编辑单元格/);
    assert.equal(host!.actions.size, 0);
  });

  it('the page says where it cannot work', async () => {
    const outside = await open({ host: null });
    assert.match(outside.body.textContent, /不是 Excel.*独立网页/);
    const old = await open({ api: '1.3' });
    assert.match(old.body.textContent, /版本太旧/);
  });
});
