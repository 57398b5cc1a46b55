import { marksOf, WorkbookError, type Mark } from '../workbook';
import type { LiveWorkbook } from '../workbook/live';
import { nameKey } from '../workbook/sheet-name';
import type { ListedFinding } from './findings';

/*
 * Keeps the marks in the workbook equal to the list of findings, by writing only what differs.
 */

const keyOf = ({ sheet, cell }: Mark): string => `${sheet}!${cell}`;

function same(one: Mark, other: Mark): boolean {
  return one.severity === other.severity && one.title === other.title && one.text === other.text;
}

export class Marker {
  private shown: ReadonlyMap<string, Mark> | undefined;
  private locked: ReadonlySet<string> = new Set();
  private left: readonly string[] = [];

  /** Sheets that should have marks and have none, because they are protected. */
  get unmarked(): readonly string[] {
    return this.left;
  }

  /**
   * Marks the cells of these findings and no others.
   * @param anew when cells may have moved, so that nothing is known of where the marks are now
   */
  async show(workbook: LiveWorkbook, findings: readonly ListedFinding[], anew = false): Promise<void> {
    const shown = anew ? undefined : this.shown;
    if (!shown) this.locked = new Set((await workbook.protectedSheets()).map(nameKey));
    const marks = marksOf(findings);
    const isLocked = ({ sheet }: Mark): boolean => this.locked.has(nameKey(sheet));
    this.left = [...new Set(marks.filter(isLocked).map(({ sheet }) => sheet))];
    const wanted = new Map(marks.filter((mark) => !isLocked(mark)).map((mark) => [keyOf(mark), mark]));
    if (!shown) {
      await this.replace(workbook, wanted);
      return;
    }
    const gone = [...shown].flatMap(([key, mark]) => (wanted.has(key) ? [] : [mark]));
    const changed = [...wanted].flatMap(([key, mark]) => {
      const before = shown.get(key);
      return before && same(before, mark) ? [] : [mark];
    });
    // Until everything is written nothing is known for sure; after a failure the next call starts anew.
    this.shown = undefined;
    if (gone.length > 0) await workbook.unmarkCells(gone.map(({ sheet, cell }) => ({ sheet, cell })));
    this.shown = await this.put(workbook, wanted, changed);
  }

  /** Takes every mark off, also those that an earlier session left. */
  async clear(workbook: LiveWorkbook): Promise<void> {
    this.shown = undefined;
    await workbook.unmark();
    this.shown = new Map();
  }

  private async replace(workbook: LiveWorkbook, wanted: ReadonlyMap<string, Mark>): Promise<void> {
    this.shown = undefined;
    await workbook.unmark();
    this.shown = await this.put(workbook, wanted, [...wanted.values()]);
  }

  /**
   * Adds marks; those on sheets that were deleted meanwhile are left out.
   * @returns the marks of `wanted` that are there now
   */
  private async put(
    workbook: LiveWorkbook,
    wanted: ReadonlyMap<string, Mark>,
    marks: readonly Mark[],
  ): Promise<ReadonlyMap<string, Mark>> {
    if (marks.length === 0) return wanted;
    try {
      await workbook.mark(marks);
      return wanted;
    } catch (error) {
      if (!(error instanceof WorkbookError) || error.fault !== 'unknown-sheet') throw error;
      const names = new Set((await workbook.sheetNames()).map(nameKey));
      const isThere = ({ sheet }: Mark): boolean => names.has(nameKey(sheet));
      await workbook.mark(marks.filter(isThere));
      return new Map([...wanted].filter(([, mark]) => isThere(mark)));
    }
  }
}
