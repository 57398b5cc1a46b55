import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPENING_MS, PageUnderTest, siteAddress, TEST_MS } from '../support/browser/page';

/*
 * The page at the widths that people have, kept as pictures for the eye, and what of its looks a machine can hold.
 */

const SAMPLE = readFileSync('assets/samples/shanxi-budget-2024.txt', 'utf8');
const PICTURES = '.bench/screens';
const SIZES = [
  { width: 320, height: 640 },
  { width: 400, height: 800 },
  { width: 1280, height: 800 },
] as const;

describe('looks of the page', function () {
  this.timeout(TEST_MS);
  let ui: PageUnderTest;

  before('build and serve', async function () {
    this.timeout(OPENING_MS);
    mkdirSync(PICTURES, { recursive: true });
    await siteAddress();
  });
  afterEach(() => ui.close());

  for (const size of SIZES) {
    it(`is whole at ${size.width} pixels`, async () => {
      ui = await PageUnderTest.open('/', size);
      const shoot = async (name: string): Promise<void> => {
        await ui.page.screenshot({ path: join(PICTURES, `${size.width}-${name}.png`) });
        const wider = await ui.page.evaluate(() =>
          [...document.querySelectorAll('#pane, #pane .steps, #pane .foot, dialog')]
            .filter((element) => element.scrollWidth > element.clientWidth)
            .map((element) => element.className),
        );
        assert.deepEqual(wider, [], `${name}: scrolls sideways`);
      };
      await ui.inWorkbook((workbook) => workbook.sheetNames(), undefined);
      await ui.page.waitForTimeout(500);
      await shoot('1-start');
      await ui.recognize(
        SAMPLE.replaceAll('\t其他水利支出', '\t其他水利支出（用于检验很长的名称如何折行，并不存在这样的科目名称）'),
      );
      await shoot('2-recognised');
      await ui.button('填入模板').click();
      await ui.said(/已填入/);
      await shoot('3-filled');
      await ui.list.locator('summary').first().click();
      await ui.findings.first().getByRole('button', { name: '采用建议值' }).click();
      await shoot('4-confirm');
      await ui.findings.first().getByRole('button', { name: '忽略' }).click();
      await shoot('5-reason');
      await ui.button('填入模板').click();
      await ui.page.getByRole('dialog').waitFor();
      await shoot('6-dialog');
      await ui.page.keyboard.press('Escape');
      await ui.text.fill('');
      await ui.button('识别').click();
      await ui.alert.filter({ hasText: '是空的' }).waitFor();
      await shoot('7-alert');
      await ui.findings.first().getByRole('button', { name: '定位' }).click();
      // Where the pane lies over the workbook it makes way.
      await (size.width < 900 ? ui.button('展开面板').waitFor() : ui.said(/已选中/));
      await ui.page.waitForTimeout(500);
      await shoot('8-cell');
    });
  }

  it('every control has a name, and says what it is', async () => {
    ui = await PageUnderTest.open();
    await ui.fill(SAMPLE);
    const nameless = await ui.page.evaluate(() =>
      [...document.querySelectorAll('#pane fluent-button, #pane input:not([type=file]), #pane textarea, #pane a')]
        .filter((element) => {
          const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
          const name = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent;
          return (name ?? '').trim() === '';
        })
        .map((element) => element.outerHTML),
    );
    assert.deepEqual(nameless, []);
    assert.equal(await ui.page.locator('#pane fluent-button:not([role=button])').count(), 0);
    assert.equal(await ui.page.getByRole('status').count(), 1);
    assert.equal(await ui.page.getByRole('main').count(), 1);
  });

  it('what has the keyboard can be seen to have it', async () => {
    ui = await PageUnderTest.open();
    await ui.text.focus();
    for (let step = 0; step < 6; step += 1) {
      await ui.page.keyboard.press('Tab');
      const outline = await ui.page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
      assert.notEqual(outline, '0px');
    }
  });

  it('below 900 pixels the pane can be put away, and 定位 does so by itself', async () => {
    ui = await PageUnderTest.open('/', { width: 600, height: 700 });
    await ui.fill(SAMPLE);
    await ui.button('收起面板').click();
    assert.equal(await ui.text.isVisible(), false);
    await ui.button('展开面板').click();
    await ui.findings.first().getByRole('button', { name: '定位' }).click();
    await ui.button('展开面板').waitFor();
    assert.equal(await ui.text.isVisible(), false);
  });

  it('nothing jumps when work begins and ends', async () => {
    ui = await PageUnderTest.open();
    const height = (): Promise<number> =>
      ui.page.locator('#pane .foot').evaluate((element) => element.getBoundingClientRect().height);
    const before = await height();
    await ui.fill(SAMPLE);
    assert.equal(await height(), before);
  });
});

describe('pane outside of Excel', function () {
  this.timeout(TEST_MS);

  before('build and serve', async function () {
    this.timeout(OPENING_MS);
    await siteAddress();
  });

  it('says so, and leads to the stand-alone page', async () => {
    const ui = await PageUnderTest.open('/taskpane.html');
    await ui.alert.filter({ hasText: '不是 Excel' }).waitFor();
    const link = ui.page.getByRole('link', { name: /独立网页/ });
    assert.equal(await link.getAttribute('href'), 'index.html');
    assert.deepEqual(ui.foreign, []);
    await ui.page.close();
  });
});
