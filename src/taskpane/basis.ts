import { type Checked, checkSource } from '../index';
import { readSheets } from '../ingest';
import type { Disclosure, Fact } from '../model/disclosure';
import type { Place, SheetPlace, SourceBlock, SourceCell, SourceDocument } from '../model/source';
import { isText, type Figure } from '../model/relation';
import { Reconciler } from '../reconcile';
import { type Amount, parseAmount } from '../shared/amount';
import {
  cellName,
  cellOfText,
  OWN_SHEETS,
  NARRATIVE_SHEET,
  type CellValue,
  type SheetValues,
  type WorkbookPlan,
} from '../workbook';

/*
 * What was checked, and which cell of the open workbook each of its figures stands in.
 */

// Lines between two tables that are their captions and notes; more of them, or a sentence, are the document's own text.
const MOST_CAPTION_LINES = 14;
const CAPTION_LENGTH = 80;
const NOTE = /^(?:注|说明|备注)\s{0,3}(?:\d{1,3}\s{0,3})?[：:.、]/;

interface Text {
  /** What stands before the tables. */
  readonly above: readonly SourceBlock[];
  readonly below: readonly SourceBlock[];
  /** Its figures are listed on sheet 情况说明. */
  readonly isListed: boolean;
}

const NO_TEXT: Text = { above: [], below: [], isListed: false };

export class Basis {
  private byCell: Map<string, Fact> | undefined;

  private constructor(
    readonly checked: Checked,
    private readonly cellOf: (fact: Fact) => SheetPlace | undefined,
    /** The text of the document, which stands in no form. */
    private readonly text: Text,
    /** Knows what was evaluated, once something was edited. */
    private readonly reconciler?: Reconciler,
  ) {}

  /** A document that was checked and is about to be filled in as `plan` says. */
  static ofDocument(source: SourceDocument, checked: Checked, plan: WorkbookPlan): Basis {
    const cellOf = (fact: Fact): SheetPlace | undefined => plan.cellOf(fact.id);
    const [above, below] = textAround(source, checked.disclosure, cellOf);
    const isListed = plan.sheets.some(({ name }) => name === NARRATIVE_SHEET);
    return new Basis(checked, cellOf, { above, below, isListed });
  }

  /** The sheets of a workbook as they stand, together with the text that `before` knows of. */
  static ofSheets(name: string, sheets: readonly SheetValues[], before?: Basis): Basis {
    const text = before?.text ?? NO_TEXT;
    const { above, below } = text;
    const { blocks } = readSheets(name, sheets, OWN_SHEETS);
    const source: SourceDocument = { name, blocks: [...above, ...blocks, ...below], messages: [] };
    const cellOf = ({ place }: Fact): SheetPlace | undefined => ('sheet' in place ? place : undefined);
    return new Basis(checkSource(source), cellOf, text);
  }

  /** The cell of the open workbook that a figure stands in; for one of the text, its row of 情况说明. */
  placeOf(figure: Figure | undefined): SheetPlace | undefined {
    if (!figure) return undefined;
    if (!isText(figure)) return this.cellOf(figure);
    return this.text.isListed ? cellOfText(this.checked.disclosure.narrative, figure.id) : undefined;
  }

  /** The head of the sheet that a table stands on; undefined when it stands on none. */
  tableOf(statement: number): SheetPlace | undefined {
    const { facts } = this.checked.disclosure;
    const sheet = facts.flatMap((fact) => (fact.statement === statement ? (this.cellOf(fact)?.sheet ?? []) : []))[0];
    return sheet === undefined ? undefined : { sheet, cell: 'A1' };
  }

  /** Was the document filled in together with 情况说明? */
  get isTextListed(): boolean {
    return this.text.isListed;
  }

  /**
   * The same document with other amounts in some cells of one sheet, checked again.
   * @returns undefined when the edit touched more than amounts, so that the sheets have to be read anew
   */
  withEdits(before: SheetValues, after: SheetValues): Basis | undefined {
    // Several institutions in one workbook are checked each by itself, always from the beginning.
    if (this.checked.sets > 1) return undefined;
    const edited = editedCells(before.values, after.values);
    const printed = cellsOf(after);
    const amounts = new Map<number, Amount>();
    for (const cell of edited) {
      const fact = this.factAt({ sheet: after.name, cell });
      const amount = amountOf(printed.get(cell));
      if (!fact || !amount) return undefined;
      amounts.set(fact.id, amount);
    }
    const reconciler = (this.reconciler ?? Reconciler.of(this.checked.disclosure)).withAmounts(amounts);
    const { disclosure, result } = reconciler;
    return new Basis({ ...this.checked, disclosure, reconciliation: result }, this.cellOf, this.text, reconciler);
  }

  private factAt({ sheet, cell }: SheetPlace): Fact | undefined {
    if (!this.byCell) {
      this.byCell = new Map();
      for (const fact of this.checked.disclosure.facts) {
        const place = this.cellOf(fact);
        if (place) this.byCell.set(`${place.sheet}!${place.cell}`, fact);
      }
    }
    return this.byCell.get(`${sheet}!${cell}`);
  }
}

/** Is there anything in the document that could be checked? */
export function holdsFigures({ disclosure: { facts, narrative } }: Checked): boolean {
  return facts.length > 0 || (narrative?.figures.length ?? 0) > 0;
}

/** Addresses of the cells whose values differ. */
export function editedCells(before: SheetValues['values'], after: SheetValues['values']): string[] {
  const edited: string[] = [];
  for (let row = 0; row < Math.max(before.length, after.length); row += 1) {
    const [one = [], other = []] = [before[row], after[row]];
    for (let column = 0; column < Math.max(one.length, other.length); column += 1) {
      const [old, now]: [CellValue, CellValue] = [one[column] ?? null, other[column] ?? null];
      if (old !== now) edited.push(cellName(row, column));
    }
  }
  return edited;
}

/** The cells of a sheet as the ingest room reads them, by address. */
function cellsOf(sheet: SheetValues): Map<string, SourceCell> {
  const cells = new Map<string, SourceCell>();
  for (const block of readSheets('', [sheet]).blocks) {
    if (block.kind !== 'grid') continue;
    for (const row of block.rows)
      for (const cell of row) if ('cell' in cell.place) cells.set(String(cell.place.cell), cell);
  }
  return cells;
}

/** The amount in a cell, good for as many digits as its sheet prints. */
function amountOf(cell: SourceCell | undefined): Amount | undefined {
  const amount = parseAmount(cell?.text ?? '');
  const decimals = cell?.decimals ?? 0;
  return amount?.printed && decimals > amount.decimals ? { ...amount, decimals } : amount;
}

/** What of the document is not in the sheets: everything but the tables that were filled in and their captions. */
function textAround(
  { blocks }: SourceDocument,
  { facts }: Disclosure,
  cellOf: (fact: Fact) => SheetPlace | undefined,
): readonly [readonly SourceBlock[], readonly SourceBlock[]] {
  const filled = new Set<Place>(facts.filter((fact) => cellOf(fact)).map(({ place }) => place));
  const isFilled = (block: SourceBlock): boolean =>
    block.kind === 'grid' && block.rows.some((row) => row.some(({ place }) => filled.has(place)));
  const above: SourceBlock[] = [];
  const below: SourceBlock[] = [];
  let between: SourceBlock[] | undefined;
  for (const block of blocks) {
    // The notes of a table stand in its sheet too.
    const isNote = between?.length === 0 && block.kind === 'line' && NOTE.test(block.text);
    if (!isFilled(block)) {
      if (!isNote) (between ?? above).push(block);
    } else {
      if (between && !areCaptions(between)) below.push(...between);
      between = [];
    }
  }
  return [above, [...below, ...(between ?? [])]];
}

function areCaptions(blocks: readonly SourceBlock[]): boolean {
  return (
    blocks.length <= MOST_CAPTION_LINES &&
    blocks.every((block) => block.kind === 'line' && block.text.length <= CAPTION_LENGTH && !/[。；]$/.test(block.text))
  );
}
