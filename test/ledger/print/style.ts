/*
 * The ways in which real disclosures differ from a clean print of the same figures, common to all families: habits of
 * the compiler, and damage done by conversion and pasting. None changes the value of a figure or what its row and
 * column mean.
 */
import fc from 'fast-check';
import { mostly, often } from '../weights';

export interface Style {
  /** Feeds the choices of wording and of places below. */
  readonly seed: number;
  readonly newline: '\n' | '\r\n';
  readonly bom: boolean;
  /** Leaders between an entry of the contents and its page number. */
  readonly contents: 'none' | 'dots-tab' | 'dots' | 'tab' | 'ellipsis';
  /** Markdown marks before headings: none, by level, or as the conversion guessed. */
  readonly headings: 'none' | 'level' | 'uneven';
  /** <b>…</b> around parts, totals and terms. */
  readonly bold: boolean;
  /** How many of a hundred forms are cut by a page break. */
  readonly pageBreaks: 0 | 30 | 100;
  /**
   * What stands where a page ends: nothing but blank lines, the number of the page, the header of the form once more.
   */
  readonly pageEnds: 'blank' | 'number' | 'header';
  /** Rows without any text between the rows of a form. */
  readonly blankRows: boolean;
  /** How many of a hundred forms print 1,234.56. */
  readonly thousands: 0 | 40 | 100;
  readonly narrativeThousands: boolean;
  readonly narrativeTrim: boolean;
  readonly percentTrim: boolean;
  /** How many of a hundred forms print 20.4 and 181 for 20.40 and 181.00. */
  readonly trim: 0 | 30;
  /** Blanks around 万 元 in sentences. */
  readonly unitGaps: boolean;
  readonly halfWidthPunctuation: boolean;
  /**
   * keep: rows as wide as the form; cut: trailing empty cells dropped down to two; strip: as an editor strips line
   * ends.
   */
  readonly trailing: 'keep' | 'cut' | 'strip';
  readonly zero: 'blank' | '0.00' | '0' | '—' | 'mixed';
  readonly emptyNote: 0 | 1 | 2 | 3;
  /** Blanks inside header words. */
  readonly headerBlanks: boolean;
  /** Blanks inside long names of rows. */
  readonly nameBlanks: boolean;
  readonly brackets: 'full' | 'half' | 'mixed';
  /** A line of dashes under a form. */
  readonly ruleLine: boolean;
  /** Entity, year and unit of a form: each on its own line, on the next lines, on one line. */
  readonly caption: 'apart' | 'next' | 'line';
  /** 合计 below the rows that it sums, where the family leaves that open. */
  readonly totalLast: boolean;
}

/** A clean print. */
export const PLAIN_STYLE: Style = {
  seed: 0,
  newline: '\n',
  bom: false,
  contents: 'dots-tab',
  headings: 'none',
  bold: false,
  pageBreaks: 0,
  pageEnds: 'blank',
  blankRows: false,
  thousands: 0,
  narrativeThousands: false,
  narrativeTrim: false,
  percentTrim: false,
  trim: 0,
  unitGaps: false,
  halfWidthPunctuation: false,
  trailing: 'keep',
  zero: 'blank',
  emptyNote: 0,
  headerBlanks: false,
  nameBlanks: false,
  brackets: 'full',
  ruleLine: false,
  caption: 'apart',
  totalLast: false,
};

/** Styles of every kind. */
export function styles(): fc.Arbitrary<Style> {
  return fc.record<Style>({
    seed: fc.nat({ max: 0x7fffffff }),
    newline: mostly<Style['newline']>(3, '\n', '\r\n'),
    bom: often(20),
    contents: mostly<Style['contents']>(2, 'dots-tab', 'none', 'dots', 'tab', 'ellipsis'),
    headings: mostly<Style['headings']>(3, 'none', 'level', 'uneven'),
    bold: often(20),
    pageBreaks: mostly<Style['pageBreaks']>(2, 0, 30, 30, 100),
    pageEnds: mostly<Style['pageEnds']>(2, 'blank', 'number', 'header'),
    blankRows: often(15),
    thousands: mostly<Style['thousands']>(2, 0, 40, 100),
    narrativeThousands: often(35),
    narrativeTrim: often(25),
    percentTrim: often(20),
    trim: mostly<Style['trim']>(7, 0, 30),
    unitGaps: often(20),
    halfWidthPunctuation: often(20),
    trailing: mostly<Style['trailing']>(6, 'keep', 'cut', 'cut', 'strip'),
    zero: mostly<Style['zero']>(4, 'blank', '0.00', '0', '—', 'mixed'),
    emptyNote: mostly<Style['emptyNote']>(3, 0, 1, 2, 3),
    headerBlanks: often(25),
    nameBlanks: often(15),
    brackets: mostly<Style['brackets']>(3, 'full', 'half', 'mixed'),
    ruleLine: often(8),
    caption: mostly<Style['caption']>(2, 'apart', 'next', 'line'),
    totalLast: often(40),
  });
}
