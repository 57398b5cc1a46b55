import type { AttachmentFunds } from '../../model/attachment';
import type { TextFact } from '../../model/narrative';
import type { SourceCell } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { comparable } from '../../shared/text';
import { isOfTheYear, isSourceOfFunds, isTotalOfFunds } from '../../vocabulary/attachments';
import { attachmentFigure } from './figure';

/*
 * The money of the form of a project: labels and values alternate, the left pair for the whole term, the right one for
 * the year. A row with one pair belongs to the side that its words name, or under which it stands.
 */

const LONGEST_LABEL = 24;
/** More characters than a label has, whatever stands between them: seen without comparing long texts. */
const PROSE = /(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){25}/;

/** A cell that holds something, and its column in the printed row. */
export interface FilledCell extends SourceCell {
  readonly column: number;
}

export interface Funds {
  readonly term: AttachmentFunds | undefined;
  readonly annual: AttachmentFunds | undefined;
}

/** Reads the money of a form. @param form title of the form @param name of the project */
export function readFunds(rows: readonly (readonly FilledCell[])[], form: string, name: string): Funds {
  return new FundsReader(form, name).read(rows);
}

interface Side {
  total?: TextFact;
  readonly sources: TextFact[];
}

interface Entry {
  readonly label: string;
  readonly isTotal: boolean;
  readonly column: number;
  readonly value: SourceCell | undefined;
}

class FundsReader {
  private readonly sides: readonly [Side, Side] = [{ sources: [] }, { sources: [] }];
  private unit = '元';
  /** Where the label of the year's total stands. */
  private annualColumn = Infinity;

  constructor(
    private readonly form: string,
    private readonly name: string,
  ) {}

  read(rows: readonly (readonly FilledCell[])[]): Funds {
    let open = false;
    for (const cells of rows) {
      const entries = this.entriesOf(cells);
      entries.forEach((entry, order) => this.take(entry, this.sideOf(entry, order, entries.length)));
      open ||= entries.length > 0;
      // The money stands together: what follows is text.
      if (open && entries.length === 0) break;
    }
    const done = ({ total, sources }: Side): AttachmentFunds | undefined => (total ? { total, sources } : undefined);
    return { term: done(this.sides[0]), annual: done(this.sides[1]) };
  }

  private entriesOf(cells: readonly FilledCell[]): Entry[] {
    const entries: Entry[] = [];
    for (const [at, { text, column }] of cells.entries()) {
      const label = text.length > LONGEST_LABEL && PROSE.test(text) ? text : comparable(text);
      if (label.length > LONGEST_LABEL) break;
      if (label.includes('万元')) this.unit = '万元';
      const isTotal = isTotalOfFunds(label);
      if (isTotal || isSourceOfFunds(label)) entries.push({ label, isTotal, column, value: cells[at + 1] });
    }
    return entries;
  }

  private sideOf({ label, isTotal, column }: Entry, order: number, count: number): 0 | 1 {
    if (order > 0) {
      if (isTotal && this.annualColumn === Infinity) this.annualColumn = column;
      return 1;
    }
    return count === 1 && this.annualColumn !== Infinity && (isOfTheYear(label) || column >= this.annualColumn) ? 1 : 0;
  }

  private take({ label, isTotal, value }: Entry, at: 0 | 1): void {
    const amount = value && parseAmount(value.text);
    if (!value || !amount?.printed) return;
    const side = this.sides[at];
    const subject = `${this.name}·${label.replace(/[:：]|其中/g, '')}`;
    const fact = attachmentFigure(amount, subject, this.form, this.unit, value.place);
    if (isTotal) side.total ??= fact;
    else side.sources.push(fact);
  }
}
