import { inspectionOf, type Checked } from '../index';
import type { Coverage } from '../model/relation';
import type { SheetPlace, SourceDocument } from '../model/source';
import {
  checkResult,
  FINDINGS_SHEET,
  handwritingOf,
  INSPECTION_SHEET,
  layOutFindings,
  layOutInspection,
  layOutNarrative,
  WorkbookError,
  type SheetPlan,
  type SheetValues,
  type WorkbookPlan,
  OWN_SHEETS,
} from '../workbook';
import type { LiveWorkbook } from '../workbook/live';
import { nameKey } from '../workbook/sheet-name';
import { Basis, editedCells, holdsFigures } from './basis';
import { listFindings, type ListedFinding } from './findings';
import { IgnoredList, type Ignored } from './ignored';
import { Marker } from './marker';

/*
 * Follows one workbook: knows what its sheets held when they were last read, what was found in them, and keeps the
 * marks equal to the findings.
 */

/** What a check came to. */
export interface CheckView {
  /** To be looked at; without those that were ignored. */
  readonly findings: readonly ListedFinding[];
  readonly ignored: readonly Ignored[];
  readonly coverage: Coverage;
  /** Figures of the explanation; absent when there is none. */
  readonly textCoverage?: Coverage;
  /** Figures that nothing ties. */
  readonly unchecked: number;
  /** Protected sheets, whose cells could not be marked. */
  readonly unmarked: readonly string[];
}

export class Checker {
  private basis: Basis | undefined;
  /** Sheets of the submission as they were last read, by name. */
  private readonly sheets = new Map<string, SheetValues>();
  /** Sheets that the document was filled into; its text speaks of these. */
  private filled: ReadonlySet<string> = new Set();
  private readonly ignored = new IgnoredList();
  private readonly marker = new Marker();
  private all: readonly ListedFinding[] = [];
  private marksShown = true;
  /** True while amounts were put into a document that was read before they were edited. */
  private patched = false;

  constructor(private readonly workbook: LiveWorkbook) {}

  get view(): CheckView | undefined {
    if (!this.basis) return undefined;
    const { tableCoverage, narrativeCoverage, unchecked } = this.basis.checked.reconciliation;
    return {
      findings: this.open(),
      ignored: this.ignored.all,
      coverage: tableCoverage,
      ...(narrativeCoverage && { textCoverage: narrativeCoverage }),
      unchecked: unchecked.length,
      unmarked: this.marksShown ? this.marker.unmarked : [],
    };
  }

  /** Have amounts been edited since the sheets were last read as a document? */
  get isPatched(): boolean {
    return this.patched;
  }

  /** Takes over a document that was just filled in as the plan says. */
  async filledWith(source: SourceDocument, checked: Checked, plan: WorkbookPlan): Promise<void> {
    const sheets = plan.sheets.filter(({ name }) => !OWN_SHEETS.includes(name));
    this.filled = new Set(sheets.map(({ name }) => nameKey(name)));
    this.remember(sheets.map(({ name, values }) => ({ name, values })));
    this.marksShown = true;
    await this.ignored.load(this.workbook);
    await this.take(Basis.ofDocument(source, checked, plan), true);
  }

  /**
   * Checks the workbook as it stands.
   * @returns false when there is no figure in it; then everything is as before
   */
  async check(read: (text: string) => Promise<void>): Promise<boolean> {
    await read('正在读取工作簿…');
    const sheets = (await this.workbook.readBack()).filter(({ name }) => !OWN_SHEETS.includes(name));
    await read('正在核对…');
    const isSubmission = sheets.some(({ name }) => this.filled.has(nameKey(name)));
    const basis = Basis.ofSheets('工作簿', sheets, isSubmission ? this.basis : undefined);
    if (!holdsFigures(basis.checked)) return false;
    await read('正在标记…');
    this.remember(sheets);
    this.marksShown = true;
    await this.ignored.load(this.workbook);
    await this.take(basis, true);
    return true;
  }

  /**
   * Reads the named sheets again and checks what was edited in them.
   * @returns false when nothing that was checked has changed
   */
  async follow(names: readonly string[]): Promise<boolean> {
    const known = names.filter((name) => this.sheets.has(nameKey(name)));
    if (!this.basis || known.length === 0) return false;
    const read = await this.readAgain(known);
    if (!read) return this.readAll();
    let basis: Basis | undefined = this.basis;
    let edited = false;
    for (const after of read) {
      const before = this.sheets.get(nameKey(after.name))!;
      if (editedCells(before.values, after.values).length === 0) continue;
      edited = true;
      this.sheets.set(nameKey(after.name), after);
      basis = basis?.withEdits(before, after);
    }
    if (!edited) return false;
    this.patched = basis !== undefined;
    await this.take(basis ?? this.readBasis(), basis === undefined);
    return true;
  }

  /** Reads the sheets as a document again, from what is known of them: an edit may have changed what a table means. */
  async settle(): Promise<void> {
    if (!this.patched || !this.basis) return;
    this.patched = false;
    const basis = this.readBasis();
    if (holdsFigures(basis.checked)) await this.take(basis, false);
  }

  async ignore(finding: ListedFinding, reason: string, date: string): Promise<void> {
    await this.ignored.add(this.workbook, finding, reason, date);
    await this.mark();
  }

  async restore(key: string): Promise<void> {
    await this.ignored.remove(this.workbook, key);
    await this.mark();
  }

  /** Takes all marks off, until the next check puts them back. */
  async clearMarks(): Promise<void> {
    this.marksShown = false;
    await this.marker.clear(this.workbook);
  }

  /** Forgets what was checked: the sheets are gone. */
  async forget(): Promise<void> {
    this.basis = undefined;
    this.all = [];
    this.patched = false;
    this.filled = new Set();
    this.sheets.clear();
    await this.marker.clear(this.workbook);
  }

  /**
   * Writes 核对结果 and 检查表 anew where the workbook has them: they say what the last check came to. What people wrote into
   * 检查表 stays.
   */
  async refreshReports(): Promise<void> {
    const names = new Set((await this.workbook.sheetNames()).map(nameKey));
    if (![FINDINGS_SHEET, INSPECTION_SHEET].some((name) => names.has(nameKey(name)))) return;
    const sheets = (await this.reportSheets()).filter(
      ({ name, kind }) => kind === 'findings' && names.has(nameKey(name)),
    );
    const locked = new Set((await this.workbook.protectedSheets()).map(nameKey));
    const open = sheets.filter(({ name }) => !locked.has(nameKey(name)));
    if (open.length > 0) await this.workbook.apply({ sheets: open, marks: [] });
  }

  /** 情况说明, 核对结果 and 检查表 for what is known now; none before anything was checked. */
  async reportSheets(): Promise<SheetPlan[]> {
    const { basis } = this;
    if (!basis) return [];
    const { disclosure, family, reconciliation } = basis.checked;
    const { claims = [], unchecked } = reconciliation;
    const narrative = basis.isTextListed
      ? layOutNarrative(disclosure.narrative, claims, new Set(unchecked))
      : undefined;
    const findings = this.open().map(({ finding }) => finding);
    const cellOf = (id: number) => basis.placeOf(disclosure.facts[id]);
    const list = layOutFindings(checkResult(disclosure, family, { ...reconciliation, findings }, cellOf));
    const before = (await this.readAgain([INSPECTION_SHEET]))?.[0];
    const ignored = this.all.length - findings.length;
    const form = inspectionOf(
      { disclosure, family, reconciliation: { ...reconciliation, findings } },
      ignored > 0 ? [`已忽略 ${ignored} 条，没有列入本表；理由见任务窗格“已忽略”。`] : [],
    );
    const table = (at: number): SheetPlace | undefined => basis.tableOf(at);
    const inspection = layOutInspection(
      form,
      { figure: (figure) => basis.placeOf(figure), table },
      before && handwritingOf(before),
    );
    return [...(narrative ? [narrative] : []), list, inspection];
  }

  private open(): ListedFinding[] {
    return this.all.filter(({ key }) => !this.ignored.has(key));
  }

  private remember(sheets: readonly SheetValues[]): void {
    this.sheets.clear();
    for (const sheet of sheets) this.sheets.set(nameKey(sheet.name), sheet);
    this.patched = false;
  }

  private readBasis(): Basis {
    return Basis.ofSheets('工作簿', [...this.sheets.values()], this.basis);
  }

  private async take(basis: Basis, anew: boolean): Promise<void> {
    this.basis = basis;
    this.all = listFindings(basis);
    await this.mark(anew);
  }

  private async mark(anew = false): Promise<void> {
    if (this.marksShown) await this.marker.show(this.workbook, this.open(), anew);
  }

  /** @returns undefined when one of the sheets is not there any more */
  private async readAgain(names: readonly string[]): Promise<SheetValues[] | undefined> {
    try {
      return await this.workbook.readBack(names);
    } catch (error) {
      if (error instanceof WorkbookError && error.fault === 'unknown-sheet') return undefined;
      throw error;
    }
  }

  /** Sheets were removed or renamed: takes the workbook as it is now, with the sheets that are new to it. */
  private async readAll(): Promise<boolean> {
    const sheets = (await this.workbook.readBack()).filter(({ name }) => !OWN_SHEETS.includes(name));
    this.remember(sheets);
    const basis = this.readBasis();
    if (!holdsFigures(basis.checked)) await this.forget();
    else await this.take(basis, true);
    return true;
  }
}
