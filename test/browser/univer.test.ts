import {
  WorkbookError,
  type CellValue,
  type Mark,
  type Plan,
  type SheetValues,
  type WorkbookFault,
  type WorkbookPort,
} from '../../src/workbook';
import { OPENING_MS, PageUnderTest, siteAddress, TEST_MS } from '../support/browser/page';
import { describeAdapter, type SeenCell, type SeenSheet } from '../workbook/contract';

/*
 * The adapter suite against the page's own spreadsheet, seen from outside through Univer's own interface. A new
 * workbook is a new page.
 */

let ui: PageUnderTest | undefined;

type Outcome = { readonly value: unknown } | { readonly fault: WorkbookFault; readonly message: string };

/** Carries calls into the page and errors out of it. */
class PagePort implements WorkbookPort {
  private page: Promise<PageUnderTest> | undefined;

  opened(): Promise<PageUnderTest> {
    this.page ??= PageUnderTest.open().then((opened) => (ui = opened));
    return this.page;
  }

  async apply(plan: Plan): Promise<void> {
    await this.call('apply', plan);
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    await this.call('mark', marks);
  }

  async unmark(): Promise<void> {
    await this.call('unmark');
  }

  async readBack(names?: readonly string[]): Promise<SheetValues[]> {
    return (await this.call('readBack', names)) as SheetValues[];
  }

  private async call(method: keyof WorkbookPort, argument?: unknown): Promise<unknown> {
    const page = await this.opened();
    const outcome = await page.inWorkbook<Outcome, [keyof WorkbookPort, unknown]>(
      async (workbook, [name, given]) => {
        try {
          return { value: await (workbook[name] as (given: unknown) => Promise<unknown>).call(workbook, given) };
        } catch (error) {
          const { fault, message } = error as WorkbookError;
          return { fault, message };
        }
      },
      [method, argument],
    );
    if ('fault' in outcome) throw new WorkbookError(outcome.fault, outcome.message);
    return outcome.value;
  }
}

interface FoundSheet {
  readonly name: string;
  readonly merges: readonly string[];
  readonly cells: readonly (readonly [string, SeenCell])[];
}

/** What Univer's own interface shows of the workbook. */
async function look(port: WorkbookPort): Promise<readonly SeenSheet[]> {
  const page = await (port as PagePort).opened();
  const found = await page.inUniver((book) => {
    const styles = book.getWorkbook().getStyles();
    return book.getSheets().map((sheet): FoundSheet => {
      const model = sheet.getSheet();
      const cells: [string, SeenCell][] = [];
      const rows = Math.max(model.getCellMatrix().getLength(), 12);
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < 8; column += 1) {
          const shown = model.getCell(row, column);
          const fill = styles.getStyleByCell(shown)?.bg?.rgb?.slice(1);
          const note = sheet.getRange(row, column).getNote()?.note;
          const formula = shown?.f?.slice(1);
          const value = (model.getCellRaw(row, column)?.v ?? null) as CellValue;
          if (value === null && fill === undefined && note === undefined) continue;
          cells.push([
            String.fromCharCode(65 + column) + String(row + 1),
            { value, ...(formula && { formula }), ...(fill && { fill }), ...(note && { note }) },
          ]);
        }
      }
      return {
        name: sheet.getSheetName(),
        merges: sheet.getMergedRanges().map((range) => range.getA1Notation()),
        cells,
      };
    });
  }, undefined);
  return found.map(({ name, merges, cells }) => {
    const byAddress = new Map(cells);
    return { name, merges, cell: (address) => byAddress.get(address) ?? { value: null } };
  });
}

describe('spreadsheet of the page', function () {
  this.timeout(TEST_MS);
  before('build and serve', async function () {
    this.timeout(OPENING_MS);
    await siteAddress();
  });
  afterEach(async () => {
    await ui?.close();
    ui = undefined;
  });

  describeAdapter('univer', { create: () => new PagePort(), look });
});
