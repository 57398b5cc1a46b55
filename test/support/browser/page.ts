import assert from 'node:assert/strict';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
import type { Locator, Page } from 'playwright-core';
import type { SheetPlace } from '../../../src/model/source';
import type { Plan } from '../../../src/workbook';
import type { UniverWorkbook } from '../../../src/workbook/univer';
import { openBrowser, type Browser } from './chromium';
import { openSite, type Site } from './site';

/*
 * The stand-alone page, driven as a person drives it: controls are found by role and name. One server and one browser
 * serve all tests; each test has a page of its own.
 */

/** Building the pages takes a minute where that is due. */
export const OPENING_MS = 300_000;
export const TEST_MS = 60_000;

const WIDE = { width: 1280, height: 800 };

let site: Promise<Site> | undefined;
let browser: Promise<Browser> | undefined;

// A hook outside of any suite runs when all tests of the run are over.
after(async () => {
  await (await browser)?.close();
  (await site)?.close();
});

/** The address of the running server. */
export async function siteAddress(): Promise<string> {
  site ??= openSite();
  return (await site).address;
}

export class PageUnderTest {
  /** Requests to other origins than the page's own. */
  readonly foreign: string[] = [];
  /** What the page complained of: errors of scripts, breaches of the content policy. */
  readonly complaints: string[] = [];
  readonly text: Locator;
  readonly list: Locator;
  readonly findings: Locator;
  readonly recognition: Locator;
  readonly status: Locator;
  readonly alert: Locator;

  private constructor(
    readonly page: Page,
    readonly address: string,
  ) {
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${address}/`) && !/^(?:data|blob):/.test(url)) this.foreign.push(url);
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    this.text = page.getByRole('textbox', { name: '公开文本' });
    this.list = page.getByRole('list', { name: '核对结果' });
    this.findings = this.list.getByRole('listitem').filter({ has: page.getByRole('button', { name: '定位' }) });
    this.recognition = page.getByRole('table', { name: '识别结果' });
    this.status = page.getByRole('status');
    this.alert = page.getByRole('alert');
  }

  static async open(path = '/', viewport = WIDE): Promise<PageUnderTest> {
    const address = await siteAddress();
    browser ??= openBrowser(WIDE);
    const page = await (await browser).context.newPage();
    await page.setViewportSize(viewport);
    const opened = new PageUnderTest(page, address);
    await page.goto(address + path);
    return opened;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Pastes and recognises a text. */
  async recognize(text: string): Promise<void> {
    await this.text.fill(text);
    await this.button('识别').click();
    await this.recognition.waitFor();
  }

  /** Recognises a text and fills the template sheets with it. */
  async fill(text: string): Promise<void> {
    await this.recognize(text);
    await this.button('填入模板').click();
    await this.said(/已填入/);
  }

  /** Waits until the status line says something of the kind. */
  async said(words: RegExp): Promise<string> {
    await this.status.filter({ hasText: words }).waitFor();
    return (await this.status.textContent()) ?? '';
  }

  /** Goes to a cell and types into it. */
  async type(place: SheetPlace, text: string): Promise<void> {
    await this.inWorkbook((workbook, target) => workbook.select(target), place);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The workbook as it stands, marks included. */
  plan(): Promise<Plan> {
    return this.inWorkbook((workbook) => workbook.toPlan(), undefined);
  }

  /** Marked cells, as 表!C22, with the title of their mark. */
  async marks(): Promise<Record<string, string>> {
    const { marks } = await this.plan();
    return Object.fromEntries(marks.map(({ sheet, cell, title }) => [`${sheet}!${cell}`, title]));
  }

  /** Runs something with the page's own workbook, in the page. */
  async inWorkbook<T, A>(work: (workbook: UniverWorkbook, argument: A) => Promise<T>, argument: A): Promise<T> {
    await this.page.waitForFunction(() => 'workbook' in (document.getElementById('workbook') ?? {}));
    const workbook = await this.page.evaluateHandle(
      () => (document.getElementById('workbook') as HTMLElement & { workbook: UniverWorkbook }).workbook,
    );
    return await workbook.evaluate(work as never, argument);
  }

  /** Runs something with Univer's own interface to the workbook, in the page: what others see of it. */
  async inUniver<T, A>(work: (book: FWorkbook, argument: A) => T | Promise<T>, argument: A): Promise<T> {
    await this.inWorkbook((workbook) => workbook.sheetNames(), undefined);
    const book = await this.page.evaluateHandle(() => {
      const element = document.getElementById('workbook') as unknown as { workbook: { api: FUniver } };
      return element.workbook.api.getActiveWorkbook()!;
    });
    return book.evaluate(work as never, argument);
  }

  /** Ends the page; nothing may have left it, and nothing may have gone wrong unseen. */
  async close(): Promise<void> {
    await this.page.close();
    assert.deepEqual(this.foreign, [], 'requests to other origins');
    assert.deepEqual(this.complaints, [], 'complaints of the page');
  }
}
