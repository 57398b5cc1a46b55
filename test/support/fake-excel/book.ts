import { areaName, parseArea } from './area';
import { hostError } from './error';
import { FakeSheet } from './sheet';

/*
 * The workbook of the fake: its sheets, its settings, and the formulas that lead from sheet to sheet.
 */

/** A change of cells, as the host tells it. */
export interface Change {
  readonly sheet: FakeSheet;
  readonly address: string;
  readonly changeType: string;
  /** Was it an add-in that made it? */
  readonly byAddin: boolean;
}

function quoted(name: string): string {
  return `'${name.replace(/'/g, "''")}'!`;
}

/** Replaces what leads to sheet `name`, quoted or bare. */
function redirect(formula: string, name: string, target: string): string {
  const bare = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const strings = /("(?:[^"]|"")*")/;
  return formula
    .split(strings)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .split(quoted(name))
            .join(target)
            .replace(new RegExp(`(?<![\\p{L}\\p{N}_'])${bare}!`, 'giu'), target),
    )
    .join('');
}

export class FakeBook {
  sheets: FakeSheet[] = [];
  readonly settings = new Map<string, unknown>();
  structureProtected = false;
  active: { sheet: FakeSheet; address: string } | undefined;
  /** Changes that no handler has been told of yet. */
  changes: Change[] = [];

  find(name: string): FakeSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  /** By name or by id, as WorksheetCollection.getItem does. */
  item(key: string): FakeSheet | undefined {
    return this.find(key) ?? this.sheets.find((sheet) => sheet.id === key);
  }

  sheet(name: string): FakeSheet {
    const sheet = this.find(name);
    if (!sheet) throw hostError('ItemNotFound', `no sheet ${name}`);
    return sheet;
  }

  add(name: string, sheet = new FakeSheet(name)): FakeSheet {
    this.checkStructure();
    this.checkName(name);
    this.sheets.push(sheet);
    return sheet;
  }

  rename(sheet: FakeSheet, name: string): void {
    this.checkStructure();
    if (name.toLowerCase() !== sheet.name.toLowerCase()) this.checkName(name);
    for (const other of this.sheets) other.eachFormula((formula) => redirect(formula, sheet.name, quoted(name)));
    sheet.name = name;
  }

  delete(sheet: FakeSheet): void {
    this.checkStructure();
    if (sheet.visibility === 'VeryHidden') throw hostError('GeneralException', 'a very hidden sheet cannot be deleted');
    const left = this.sheets.filter((other) => other !== sheet);
    if (!left.some(({ visibility }) => visibility === 'Visible'))
      throw hostError('InvalidOperation', 'no visible sheet would be left');
    this.sheets = left;
    sheet.deleted = true;
    for (const other of left) other.eachFormula((formula) => redirect(formula, sheet.name, '#REF!'));
  }

  show(sheet: FakeSheet, visibility: FakeSheet['visibility']): void {
    this.checkStructure();
    const others = this.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
    if (visibility !== 'Visible' && others.length === 0)
      throw hostError('InvalidOperation', 'no visible sheet would be left');
    sheet.visibility = visibility;
  }

  checkStructure(): void {
    if (this.structureProtected) throw hostError('AccessDenied', 'the structure of the workbook is protected');
  }

  /** Value of a formula, as far as the fake can reckon: a link, or the value of one other cell. */
  reckon(formula: string): string | number | boolean {
    const link = /^=HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)$/.exec(formula);
    if (link) return link[1]!.replace(/""/g, '"');
    const reference = /^=(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_]*))!(\$?[A-Z]+\$?\d+)$/u.exec(formula);
    if (!reference) return formula.includes('#REF!') ? '#REF!' : 0;
    const sheet = this.find(reference[1]?.replace(/''/g, "'") ?? reference[2]!);
    if (!sheet) return '#REF!';
    const { row, column } = parseArea(reference[3]!);
    return sheet.content(row, column).value;
  }

  changed(sheet: FakeSheet, area: Parameters<typeof areaName>[0], byAddin: boolean, changeType = 'RangeEdited'): void {
    this.changes.push({ sheet, address: areaName(area), changeType, byAddin });
  }

  private checkName(name: string): void {
    if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name))
      throw hostError('InvalidArgument', `not a sheet name: ${name}`);
    if (this.find(name)) throw hostError('ItemAlreadyExists', `there is a sheet ${name}`);
  }
}
