/*
 * How one form prints its cells: constant within the form, different between forms.
 */
import { Dice } from '../dice';
import { money, yuanText } from '../money';
import type { Style } from './style';

/** A number of things, not of money: cars, sets. */
export interface Counted {
  readonly count: number;
}

/** Amounts are whole 元; '' is a cell where no figure belongs. */
export type Cell = string | number | Counted;

export interface Line {
  readonly cells: readonly Cell[];
  readonly total: boolean;
}

export const line = (...cells: readonly Cell[]): Line => ({ cells, total: false });
export const totalLine = (...cells: readonly Cell[]): Line => ({ cells, total: true });

/** True when no amount but zero stands in the rows. */
export function isEmpty(body: readonly Line[]): boolean {
  return body.every(({ cells }) => cells.every((cell) => typeof cell === 'string' || cell === 0));
}

/** What the cells of a form depend on. */
export type LookStyle = Pick<
  Style,
  'seed' | 'bold' | 'brackets' | 'headerBlanks' | 'nameBlanks' | 'thousands' | 'trailing' | 'zero' | 'pageBreaks'
> &
  Partial<Pick<Style, 'trim' | 'pageEnds' | 'blankRows'>>;

export class FormLook {
  readonly dice: Dice;
  private readonly thousands: boolean;
  private readonly trim: boolean;
  private readonly zeros: readonly string[];
  private readonly half: boolean;

  /** @param unit what an amount is printed in. */
  constructor(
    private readonly style: LookStyle,
    position: number,
    private readonly unit: '元' | '万元' = '万元',
  ) {
    this.dice = new Dice(style.seed, position + 1);
    this.thousands = this.dice.chance(style.thousands);
    this.half = style.brackets === 'half' || (style.brackets === 'mixed' && this.dice.chance(50));
    const zero = style.zero === 'mixed' ? this.dice.pick(['blank', '0.00', '0', '—', '——']) : style.zero;
    this.zeros = style.zero === 'mixed' && this.dice.chance(20) ? ['', '0.00'] : [zero === 'blank' ? '' : zero];
    this.trim = this.dice.chance(style.trim ?? 0);
  }

  /** Header and rows as lines of text, with what befalls them at the end of a page. */
  lines(head: readonly (readonly string[])[], body: readonly Line[]): string[] {
    const heads = head.map((cells) => this.head(cells));
    const rows = body.map(({ cells, total }) => this.row(cells, total));
    if (this.style.blankRows === true && rows.length > 2 && this.dice.chance(40))
      rows.splice(
        1 + this.dice.below(rows.length - 1),
        0,
        this.dice.pick(['\t'.repeat((body[0]?.cells.length ?? 2) - 1), '\t']),
      );
    const cut = this.cut(0, rows.length);
    if (cut === undefined) return [...heads, ...rows];
    const ends = {
      blank: this.dice.chance(30) ? ['', ''] : [''],
      number: ['', String(2 + this.dice.below(40)), ''],
      header: ['', ...heads],
    };
    return [...heads, ...rows.slice(0, cut), ...ends[this.style.pageEnds ?? 'blank'], ...rows.slice(cut)];
  }

  brackets(text: string): string {
    return this.half ? halfBrackets(text) : text;
  }

  head(cells: readonly string[]): string {
    return this.join(
      cells.map((cell) =>
        this.style.headerBlanks && cell.length > 4 && this.dice.chance(40) ? this.blank(cell) : cell,
      ),
    );
  }

  row(cells: readonly Cell[], total: boolean): string {
    return this.join(cells.map((cell, column) => this.cell(cell, column, total)));
  }

  /** Before which row a page ends, if one does. */
  cut(head: number, rows: number): number | undefined {
    if (rows - head < 3 || !this.dice.chance(this.style.pageBreaks)) return undefined;
    return head + 1 + this.dice.below(rows - head - 1);
  }

  private cell(cell: Cell, column: number, total: boolean): string {
    const text = typeof cell === 'string' ? this.label(cell, column) : this.figure(cell);
    return total && this.style.bold && text !== '' ? `<b>${text}</b>` : text;
  }

  private label(text: string, column: number): string {
    const words = this.brackets(text);
    return this.style.nameBlanks && column === 0 && words.length > 12 && this.dice.chance(30)
      ? this.blank(words)
      : words;
  }

  private figure(cell: number | Counted): string {
    if (typeof cell !== 'number') return cell.count === 0 ? this.dice.pick(['', '0']) : String(cell.count);
    if (cell === 0) return this.dice.pick(this.zeros);
    const print = this.unit === '元' ? yuanText : money;
    return print(cell, { thousands: this.thousands, trim: this.trim });
  }

  /** A blank between two Chinese characters, where a cell's line ended before conversion. */
  private blank(text: string): string {
    const place = 2 + this.dice.below(Math.max(1, text.length - 4));
    const between = /[\u4e00-\u9fff]/.test(text[place - 1] ?? '') && /[\u4e00-\u9fff]/.test(text[place] ?? '');
    return between ? `${text.slice(0, place)} ${text.slice(place)}` : text;
  }

  private join(cells: readonly string[]): string {
    const row = cells.join('\t');
    if (this.style.trailing === 'keep') return row;
    const short = row.replace(/\t+$/, '');
    return this.style.trailing === 'cut' && !short.includes('\t') ? `${short}\t` : short;
  }
}

export function halfBrackets(text: string): string {
  return text.replace(/（/g, '(').replace(/）/g, ')');
}
