/*
 * Pieces of a disclosure → the text that a user pastes: headings, paragraphs and forms with the blemishes of a style.
 */
import { Dice } from '../dice';
import { FormLook, halfBrackets, type Line } from './look';
import type { Style } from './style';

export interface FormPiece {
  readonly title: string;
  /** 公开01表. */
  readonly number?: string;
  /** 部门名称：…, where the family prints it. */
  readonly who?: string;
  /** 2023年度, where the family prints it. */
  readonly year?: string;
  /** 金额单位：万元. */
  readonly unit: string;
  readonly currency: '元' | '万元';
  readonly head: readonly (readonly string[])[];
  readonly body: readonly Line[];
  readonly notes: readonly string[];
}

export type Piece =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines that no style changes. */
  | { readonly kind: 'raw'; readonly lines: readonly string[] }
  | { readonly kind: 'contents'; readonly entries: readonly string[] }
  | { readonly kind: 'form'; readonly form: FormPiece };

export const heading = (text: string, level: 1 | 2 | 3 = 2): Piece => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });
export const raw = (...lines: readonly string[]): Piece => ({ kind: 'raw', lines });

/** The whole text. */
export function print(pieces: readonly Piece[], style: Style): string {
  const printer = new Printer(style);
  const lines = pieces.flatMap((piece) => printer.piece(piece));
  return (style.bom ? '\ufeff' : '') + lines.join(style.newline) + style.newline;
}

class Printer {
  private readonly dice: Dice;
  private forms = 0;

  constructor(private readonly style: Style) {
    this.dice = new Dice(style.seed);
  }

  piece(piece: Piece): readonly string[] {
    switch (piece.kind) {
      case 'heading':
        return [this.heading(piece.text, piece.level), ''];
      case 'paragraph':
        return [this.prose(piece.text), ''];
      case 'raw':
        return piece.lines;
      case 'contents':
        return this.contents(piece.entries);
      case 'form':
        return this.form(piece.form);
    }
  }

  private heading(text: string, level: number): string {
    const { headings, bold, brackets } = this.style;
    const depth = headings === 'uneven' ? 1 + this.dice.below(4) : level + 1;
    const words = brackets === 'half' ? halfBrackets(text) : text;
    const mark = headings === 'none' || (headings === 'uneven' && this.dice.chance(20)) ? '' : `${'#'.repeat(depth)} `;
    return mark + (bold && level === 1 ? `<b>${words}</b>` : words);
  }

  private contents(entries: readonly string[]): string[] {
    const { style, dice } = this;
    if (style.contents === 'none') return [];
    const leader = { 'dots-tab': '.....\t', dots: '..........', tab: '\t', ellipsis: '………………' }[style.contents];
    let page = 1;
    const lines = entries.flatMap((entry) => {
      page += dice.below(3) === 0 ? 1 : 0;
      const words = style.brackets === 'half' ? halfBrackets(entry) : entry;
      const row = `${words}${leader}${page}`;
      return style.pageBreaks > 0 && dice.chance(4) ? [row, ''] : [row];
    });
    return [dice.pick(['目 录', '目录', '目  录']), '', ...lines, ''];
  }

  /** A sentence with the document's punctuation and its blanks around 万元. */
  private prose(text: string): string {
    const { halfWidthPunctuation, unitGaps } = this.style;
    const words = halfWidthPunctuation
      ? halfBrackets(text).replace(/，/g, ',').replace(/：/g, ':').replace(/；/g, ';')
      : text;
    if (!unitGaps) return words;
    return words.replace(/(\d)万元/g, (whole, digit: string) =>
      this.dice.pick([whole, whole, `${digit} 万元`, `${digit}万 元`]),
    );
  }

  private form(form: FormPiece): string[] {
    const { style } = this;
    this.forms += 1;
    const look = new FormLook(style, this.forms, form.currency);
    const rows = look.lines(form.head, form.body);
    if (style.ruleLine && look.dice.chance(30)) rows.push('---------\t-------\t--------');
    const title = this.heading(look.brackets(form.title), 2);
    return [title, ...this.caption(form), ...rows, '', ...form.notes.flatMap((note) => [note, ''])];
  }

  private caption({ number, who, year, unit }: FormPiece): string[] {
    const parts = [number, who, year, unit].flatMap((part) => (part === undefined ? [] : [part]));
    const words = this.style.halfWidthPunctuation ? parts.map((part) => part.replace('：', ':')) : parts;
    switch (this.style.caption) {
      case 'apart':
        return ['', ...words.flatMap((part) => [part, ''])];
      case 'next':
        return words;
      case 'line':
        return [
          '',
          ...(number === undefined ? [] : [number, '']),
          words.slice(number === undefined ? 0 : 1).join(this.dice.pick(['\t', '    ', ''])),
        ];
    }
  }
}
