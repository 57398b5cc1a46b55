import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read, type CellObject } from '@e965/xlsx';
import { OPENING_MS, PageUnderTest, TEST_MS, siteAddress } from '../support/browser/page';
import { readText } from '../../src/ingest';
import { typeset } from '../ingest/pdf/typeset';
import { writePdf } from '../ingest/pdf/write';
import { cleanSample } from '../taskpane/sample-ledger';

const SAMPLE = readFileSync('assets/samples/shanxi-budget-2024.txt', 'utf8');
const EXPENDITURE = '预算支出总表';
const FIRST = { sheet: EXPENDITURE, cell: 'C22' };
const SECOND = { sheet: '一般公共预算安排基本支出分经济科目表（不含上年结转）', cell: 'C27' };
const at = ({ sheet, cell }: { sheet: string; cell: string }): string => `${sheet}!${cell}`;

describe('stand-alone page', function () {
  this.timeout(TEST_MS);
  let ui: PageUnderTest;

  before('build and serve', async function () {
    this.timeout(OPENING_MS);
    await siteAddress();
  });
  beforeEach(async () => {
    ui = await PageUnderTest.open();
  });
  afterEach(() => ui.close());

  it('takes a document from the clipboard to marked sheets', async () => {
    await ui.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ui.address });
    await ui.page.evaluate((text) => navigator.clipboard.writeText(text), SAMPLE);
    await ui.text.focus();
    await ui.page.keyboard.press('Control+V');
    await ui.button('识别').click();
    await ui.recognition.waitFor();
    assert.match((await ui.recognition.textContent()) ?? '', /栖云县水利局.*2024年.*部门预算/);
    const rows = await ui.recognition.getByRole('row').allTextContents();
    assert.equal(rows.length, 14);
    assert.ok(rows.includes('预算收支总表已识别22'), rows.join());
    assert.ok(rows.includes('国有资本经营预算收支预算表空表0'), rows.join());

    await ui.button('填入模板').click();
    assert.match(await ui.said(/已填入/), /已填入 13 张表。错误 2/);
    assert.deepEqual(await ui.marks(), { [at(FIRST)]: '错误', [at(SECOND)]: '错误' });
    assert.equal(await ui.findings.count(), 2);
    const [first] = await ui.findings.allTextContents();
    assert.match(first!, /错误.*C22.*108\.60 ≠ .*180\.60/);
  });

  it('a wrong total is marked as soon as it is typed, and its mark goes when it is put right', async () => {
    await ui.fill(cleanSample());
    assert.equal(await ui.findings.count(), 0);
    assert.match((await ui.page.locator('#gouji-check').textContent()) ?? '', /未发现问题/);
    await ui.type(FIRST, '108.6');
    await ui.said(/错误 1/);
    assert.deepEqual(await ui.marks(), { [at(FIRST)]: '错误' });
    assert.equal(await ui.findings.count(), 1);
    await ui.type(FIRST, '180.6');
    await ui.said(/错误 0/);
    assert.deepEqual([await ui.marks(), await ui.findings.count()], [{}, 0]);
  });

  it('定位 goes to the cell, so that the right figure can be typed at once', async () => {
    await ui.fill(SAMPLE);
    await ui.findings.first().getByRole('button', { name: '定位' }).click();
    await ui.said(/已选中/);
    await ui.page.keyboard.type('180.6');
    await ui.page.keyboard.press('Enter');
    await ui.said(/错误 1/);
    assert.deepEqual(Object.keys(await ui.marks()), [at(SECOND)]);
  });

  it('what is being typed counts as soon as the pane is used', async () => {
    await ui.fill(cleanSample());
    await ui.inWorkbook((workbook, place) => workbook.select(place), FIRST);
    await ui.page.keyboard.type('108.6');
    await ui.button('核对').click();
    assert.match(await ui.said(/已核对工作簿/), /错误 1/);
    assert.deepEqual(await ui.marks(), { [at(FIRST)]: '错误' });
  });

  it('采用建议值 asks for a second click and writes the value', async () => {
    await ui.fill(SAMPLE);
    const adopt = ui.findings.first().getByRole('button', { name: '采用建议值' });
    await adopt.click();
    await ui.said(/再点一次“采用建议值”，把 C22 的 108\.60 改为 180\.60万元/);
    assert.equal(await ui.findings.count(), 2);
    await adopt.click();
    await ui.said(/写入 180\.60万元/);
    const [sheet] = await ui.inWorkbook((workbook, name) => workbook.readBack([name]), EXPENDITURE);
    assert.equal(sheet!.values[21]![2], 180.6);
    assert.deepEqual(Object.keys(await ui.marks()), [at(SECOND)]);
  });

  it('忽略 asks for a reason, takes the mark off, and can be revoked', async () => {
    await ui.fill(SAMPLE);
    const item = ui.findings.first();
    await item.getByRole('button', { name: '忽略' }).click();
    await item.getByRole('button', { name: '确定' }).click();
    await ui.said(/请填写忽略理由/);
    await item.getByRole('textbox', { name: /忽略理由/ }).fill('主管部门已确认');
    await item.getByRole('button', { name: '确定' }).click();
    await ui.said(/已忽略 1 条/);
    assert.deepEqual(Object.keys(await ui.marks()), [at(SECOND)]);
    assert.equal(await ui.findings.count(), 1);
    await ui.page.getByText('已忽略 1 条', { exact: true }).click();
    const ignored = ui.page.getByRole('list', { name: '已忽略' }).getByRole('listitem');
    assert.match((await ignored.textContent()) ?? '', /主管部门已确认/);
    await ignored.getByRole('button', { name: '取消忽略' }).click();
    await ui.said(/已取消忽略/);
    assert.equal(Object.keys(await ui.marks()).length, 2);
    assert.equal(await ui.findings.count(), 2);
  });

  it('filling again asks first; 撤销填入 brings back what was there', async () => {
    await ui.fill(cleanSample());
    await ui.type({ sheet: EXPENDITURE, cell: 'G30' }, '我的备注');
    await ui.recognize(SAMPLE);
    await ui.button('填入模板').click();
    const dialog = ui.page.getByRole('dialog');
    assert.match((await dialog.textContent()) ?? '', /覆盖 16 张已有的工作表/);
    await dialog.getByRole('button', { name: '取消' }).click();
    await ui.said(/没有覆盖/);
    assert.equal(await ui.findings.count(), 0);

    await ui.button('填入模板').click();
    await dialog.getByRole('button', { name: '覆盖' }).click();
    await ui.said(/已填入.*错误 2/);
    await ui.button('撤销填入').click();
    await ui.said(/已撤销/);
    const [sheet] = await ui.inWorkbook((workbook, name) => workbook.readBack([name]), EXPENDITURE);
    assert.equal(sheet!.values[29]![6], '我的备注');
    assert.equal(sheet!.values[21]![2], 180.6);
    assert.deepEqual(await ui.marks(), {});
  });

  it('撤销填入 of the first filling leaves an empty workbook', async () => {
    await ui.fill(SAMPLE);
    await ui.button('撤销填入').click();
    await ui.said(/已撤销/);
    assert.deepEqual(await ui.inWorkbook((workbook) => workbook.sheetNames(), undefined), []);
    assert.equal(await ui.findings.count(), 0);
    await ui.button('填入模板').click();
    await ui.said(/已填入/);
  });

  it('清除标记 takes the marks off and keeps the list', async () => {
    await ui.fill(SAMPLE);
    await ui.button('清除标记').click();
    await ui.said(/已清除/);
    assert.deepEqual([await ui.marks(), await ui.findings.count()], [{}, 2]);
    await ui.button('核对').click();
    await ui.said(/已核对工作簿/);
    assert.equal(Object.keys(await ui.marks()).length, 2);
  });

  it('导出工作簿 downloads what is on the page', async () => {
    await ui.fill(SAMPLE);
    await ui.type(FIRST, '107.6');
    await ui.said(/已复核/);
    const downloading = ui.page.waitForEvent('download');
    await ui.button('导出工作簿').click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), '栖云县水利局2024年部门预算公开表（勾稽）.xlsx');
    const file = read(readFileSync(await download.path()), { cellStyles: true, cellFormula: true, cellNF: true });
    const { sheets } = await ui.plan();
    assert.deepEqual(
      file.SheetNames,
      sheets.map(({ name }) => name),
    );
    for (const { name, values, kind } of sheets) {
      if (kind === 'findings' || name === '情况说明') continue;
      const saved = values.map((row, r) =>
        row.map(
          (_, c) =>
            (file.Sheets[name]![String.fromCharCode(65 + c) + String(r + 1)] as CellObject | undefined)?.v ?? null,
        ),
      );
      assert.deepEqual(saved, values, name);
    }
    const cell = file.Sheets[EXPENDITURE]!.C22 as CellObject;
    assert.deepEqual([cell.v, cell.z], [107.6, '#,##0.00']);
    assert.match(cell.c!.map(({ t }) => t).join(''), /^错误：.*107\.6/);
    assert.equal((cell.s as { fgColor: { rgb: string } }).fgColor.rgb, 'FFC7CE');
    const report = Object.values(file.Sheets['核对结果']!).map((each) => String((each as CellObject).v ?? ''));
    assert.ok(
      report.some((text) => text.includes('107.6')),
      'the report is as of now',
    );
    const form = Object.values(file.Sheets['检查表']!) as readonly CellObject[];
    assert.ok(
      form.some(
        ({ v, f }) => v === `${EXPENDITURE} C22` && f === `HYPERLINK("#'${EXPENDITURE}'!C22","${EXPENDITURE} C22")`,
      ),
      'the form leads to the cell',
    );
  });

  it('tables from a web page or Word are read with their merged cells', async () => {
    const form = `<p>2024年预算支出总表</p><p>部门名称：某某局</p><p>单位：万元</p><table>
      <tr><td colspan=2>项目<td colspan=3>2024年预算数<tr><td>科目编码<td>科目名称<td>合计<td>基本支出<td>项目支出
      <tr><td colspan=2>合计<td>30.00<td>10.00<td>20.00<tr><td>205<td>教育支出<td>31.00<td>10.00<td>20.00
      <tr><td>20502<td>普通教育<td>30.00<td>10.00<td>20.00<tr><td>2050202<td>小学教育<td>30.00<td>10.00<td>20.00</table>`;
    await ui.text.evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', '纯文本');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, form);
    await ui.said(/已粘贴表格/);
    assert.match(await ui.text.inputValue(), /205\t教育支出\t31\.00\t10\.00\t20\.00/);
    await ui.button('识别').click();
    await ui.recognition.waitFor();
    await ui.button('填入模板').click();
    assert.match(await ui.said(/已填入/), /错误 1/);
  });

  it('files are read, and those that cannot be are refused with the reason', async () => {
    const choose = async (name: string, buffer: Buffer): Promise<void> => {
      const chooser = ui.page.waitForEvent('filechooser');
      await ui.button('选择文件').click();
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
    };
    await choose('公开.txt', Buffer.from(SAMPLE));
    await ui.said(/已读取“公开\.txt”/);
    assert.equal(await ui.text.inputValue(), SAMPLE);
    await choose('图.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]));
    await ui.alert.filter({ hasText: '图片文件' }).waitFor();
    assert.equal(await ui.text.inputValue(), SAMPLE);

    const pages = typeset(readText('公开', SAMPLE).blocks, { numbered: true, filled: false, headRows: 0 });
    await choose('公开.pdf', Buffer.from(writePdf(pages)));
    await ui.said(/已读取“公开\.pdf”/);
    await ui.button('识别').click();
    await ui.recognition.waitFor();
    await ui.button('填入模板').click();
    assert.match(await ui.said(/已填入/), /已填入 13 张表。错误 2/);
  });

  it('载入示例 loads the sample', async () => {
    await ui.button('载入示例').click();
    await ui.said(/已载入示例/);
    assert.equal(await ui.text.inputValue(), SAMPLE);
  });

  it('junk is answered with what is wrong and what to do', async () => {
    for (const [text, words] of [
      ['', /是空的.*请粘贴/],
      ['今天天气很好。\n'.repeat(50), /没有识别到.*请粘贴/],
    ] as const) {
      await ui.text.fill(text);
      await ui.button('识别').click();
      await ui.alert.filter({ hasText: words }).waitFor();
      assert.equal(await ui.recognition.count(), 0);
    }
    await ui.button('核对').click();
    await ui.alert.filter({ hasText: /工作簿中没有识别到/ }).waitFor();
    await ui.button('知道了').click();
    await ui.alert.filter({ hasText: /./ }).waitFor({ state: 'detached' });
  });

  it('the list is filtered by severity and searched', async () => {
    await ui.fill(SAMPLE);
    await ui.page.getByRole('searchbox', { name: '搜索结果' }).fill('取暖费');
    assert.equal(await ui.findings.count(), 1);
    await ui.page.getByRole('searchbox', { name: '搜索结果' }).fill('');
    await ui.button('提醒 0').click();
    assert.equal(await ui.findings.count(), 0);
    await ui.page.getByText('没有符合筛选条件的结果').waitFor();
    await ui.button('全部 2').click();
    assert.equal(await ui.findings.count(), 2);
  });

  it('the spreadsheet does not take the keyboard away when it comes', async () => {
    await ui.page.route('**/pages/workbook*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await ui.page.reload({ waitUntil: 'domcontentloaded' });
    await ui.text.pressSequentially('预算公开'.repeat(20), { delay: 25 });
    await ui.inWorkbook((workbook) => workbook.sheetNames(), undefined);
    assert.equal(await ui.text.inputValue(), '预算公开'.repeat(20));
    assert.equal(await ui.page.evaluate(() => document.activeElement?.id), 'gouji-text');
  });

  it('the spreadsheet does not take the keyboard in the wake of a key that moved the focus in the pane', async () => {
    await ui.page.waitForSelector('#workbook [contenteditable=true]', { state: 'attached' });
    await ui.text.focus();
    // All within one turn, as it happens while the page is busy.
    const holder = await ui.button('载入示例').evaluate((next) => {
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
      next.focus();
      document.querySelector<HTMLElement>('#workbook [contenteditable=true]')!.focus();
      return document.activeElement?.textContent;
    });
    assert.equal(holder, '载入示例');
  });

  it('works without a mouse', async () => {
    const { keyboard } = ui.page;
    await ui.text.focus();
    await ui.text.fill(SAMPLE);
    for (const name of ['选择文件', '载入示例', '识别']) {
      await keyboard.press('Tab');
      assert.equal(await ui.page.evaluate(() => document.activeElement?.textContent), name);
    }
    await keyboard.press('Enter');
    await ui.recognition.waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    assert.equal(await ui.page.evaluate(() => document.activeElement?.textContent), '填入模板');
    await keyboard.press(' ');
    await ui.said(/已填入/);
    assert.equal(await ui.page.evaluate(() => document.activeElement?.textContent), '填入模板', 'the focus stays');
  });
});
