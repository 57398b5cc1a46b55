/*
 * The ways in which real disclosures differ from a clean print of the same figures: habits of the compiler, and damage
 * done by conversion and pasting. None changes the value of a figure or what its row and column mean.
 */
import fc from 'fast-check';
import { PLAIN_LAYOUT, type Layout } from './forms';
import { mostly, often } from '../../weights';

export interface Blemishes extends Layout {
  /** Feeds the choices of wording and of places below. */
  readonly seed: number;
  readonly newline: '\n' | '\r\n';
  readonly bom: boolean;
  /** Leaders between an entry of the contents and its page number. */
  readonly contents: 'none' | 'dots-tab' | 'dots' | 'tab' | 'ellipsis';
  /** 表一, 表二 … before the forms in the contents. */
  readonly contentsNumbers: boolean;
  /** Markdown marks before headings: none, by level, or as the conversion guessed. */
  readonly headings: 'none' | 'level' | 'uneven';
  /** <b>…</b> around parts, totals and terms. */
  readonly bold: boolean;
  /** How many of a hundred forms are cut by a page break. */
  readonly pageBreaks: 0 | 30 | 100;
  /** How many of a hundred forms print 1,234.56. */
  readonly thousands: 0 | 40 | 100;
  readonly narrativeThousands: boolean;
  readonly narrativeTrim: boolean;
  readonly percentTrim: boolean;
  /** Blanks around 万 元 in sentences. */
  readonly unitGaps: boolean;
  readonly halfWidthPunctuation: boolean;
  /**
   * Where 单位：万元 stands: apart, on the next line, on the line of the entity (tab, blanks), on the title's, without
   * entity.
   */
  readonly caption: 'apart' | 'next' | 'tab' | 'blanks' | 'title' | 'bare';
  /** 预算公开表N above the forms; department prints 部门公开表N now and then; wrong prints wrong numbers. */
  readonly formNumbers: 'none' | 'all' | 'some' | 'department' | 'wrong';
  readonly titles: 'year' | 'plain' | 'annual';
  /** The other official title of the three-public and the running-cost form. */
  readonly otherTitles: boolean;
  /**
   * keep: rows as wide as the form; cut: trailing empty cells dropped down to two; strip: as an editor strips line
   * ends.
   */
  readonly trailing: 'keep' | 'cut' | 'strip';
  readonly zero: 'blank' | '0.00' | '0' | '—' | 'mixed';
  readonly emptyNote: 0 | 1 | 2 | 3;
  /** Blanks inside header words. */
  readonly headerBlanks: boolean;
  /** Blanks inside long project names. */
  readonly nameBlanks: boolean;
  readonly brackets: 'full' | 'half' | 'mixed';
  /** A line of dashes under a form. */
  readonly ruleLine: boolean;
}

/** A clean print. */
export const PLAIN: Blemishes = {
  ...PLAIN_LAYOUT,
  seed: 0,
  newline: '\n',
  bom: false,
  contents: 'dots-tab',
  contentsNumbers: false,
  headings: 'none',
  bold: false,
  pageBreaks: 0,
  thousands: 0,
  narrativeThousands: false,
  narrativeTrim: false,
  percentTrim: false,
  unitGaps: false,
  halfWidthPunctuation: false,
  caption: 'apart',
  formNumbers: 'none',
  titles: 'year',
  otherTitles: false,
  trailing: 'keep',
  zero: 'blank',
  emptyNote: 0,
  headerBlanks: false,
  nameBlanks: false,
  brackets: 'full',
  ruleLine: false,
};

export interface BlemishOptions {
  /** Lets 预算公开表N carry wrong numbers, which a checker may rightly report; off unless set. */
  readonly wrongFormNumbers?: boolean;
}

export function blemishes(options: BlemishOptions = {}): fc.Arbitrary<Blemishes> {
  const wrong = options.wrongFormNumbers === true ? (['wrong', 'wrong'] as const) : [];
  return fc.record<Blemishes>({
    seed: fc.nat({ max: 0x7fffffff }),
    totalLast: often(12),
    flatTotal: often(40),
    revenueCodes: often(35),
    capitalZeroRows: often(25),
    numbering: often(60),
    shiftedHeader: often(25),
    newline: mostly<'\n' | '\r\n'>(3, '\n', '\r\n'),
    bom: often(20),
    contents: mostly<Blemishes['contents']>(2, 'dots-tab', 'none', 'dots', 'tab', 'ellipsis'),
    contentsNumbers: often(20),
    headings: mostly<Blemishes['headings']>(2, 'none', 'level', 'uneven'),
    bold: often(25),
    pageBreaks: mostly<Blemishes['pageBreaks']>(2, 0, 30, 30, 100),
    thousands: mostly<Blemishes['thousands']>(3, 0, 40, 100),
    narrativeThousands: often(35),
    narrativeTrim: often(20),
    percentTrim: often(20),
    unitGaps: often(20),
    halfWidthPunctuation: often(20),
    caption: mostly<Blemishes['caption']>(3, 'apart', 'next', 'tab', 'blanks', 'title', 'bare'),
    formNumbers: mostly<Blemishes['formNumbers']>(2, 'none', 'all', 'some', 'some', 'department', ...wrong),
    titles: mostly<Blemishes['titles']>(4, 'year', 'plain', 'annual'),
    otherTitles: often(30),
    trailing: mostly<Blemishes['trailing']>(7, 'keep', 'cut', 'cut', 'strip'),
    zero: mostly<Blemishes['zero']>(4, 'blank', '0.00', '0', '—', 'mixed'),
    emptyNote: mostly<Blemishes['emptyNote']>(3, 0, 1, 2, 3),
    headerBlanks: often(30),
    nameBlanks: often(15),
    brackets: mostly<Blemishes['brackets']>(3, 'full', 'half', 'mixed'),
    ruleLine: often(10),
  });
}
