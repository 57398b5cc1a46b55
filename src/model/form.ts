import type { ColumnRole, Unit } from './disclosure';
import type { PartialKey } from './key';

/*
 * A template family as data: which forms there are, how they are told apart by meaning, and how the official form is
 * laid out. Recognition and workbook read the same description.
 */

export interface FormColumn {
  readonly role: ColumnRole;
  /**
   * Header texts from the outermost down; equal neighbours are merged, a shorter path is merged downwards. {year} is
   * replaced.
   */
  readonly heading: readonly string[];
  readonly key?: PartialKey;
  /** Width in characters. */
  readonly width: number;
}

export interface FixedRow {
  /** Code of the row where the form has a column for it. */
  readonly code?: string;
  readonly label: string;
  readonly key: PartialKey;
  readonly role: 'item' | 'total';
  readonly indent?: number;
  /** Heads a part of the table (二、机关运行经费): it holds no figures and has no line number. */
  readonly section?: true;
  /** Its figures are counts (辆, 台), printed without decimals. */
  readonly count?: true;
}

export type FormRows =
  /**
   * The official form prints these rows, filled or not; `foot` stands at the bottom, level with the foot of the block
   * beside it.
   */
  | { readonly kind: 'fixed'; readonly body: readonly FixedRow[]; readonly foot: readonly FixedRow[] }
  /**
   * The rows come from the document; a total row is printed first (or last) when it says so, `blank` where the document
   * has no rows at all. `of`: which classification they are rows of.
   */
  | {
      readonly kind: 'open';
      readonly total?: FixedRow;
      readonly totalLast?: true;
      readonly of?: 'function' | 'economic';
      readonly blank?: readonly FixedRow[];
    };

/** Strips of a folded list under one head. */
export interface FoldGroup {
  readonly head: string;
  /**
   * From left to right, the beginnings of the codes of the rows that stand in each strip; one of none goes on where the
   * strip before it is full, and is left out where nothing goes on.
   */
  readonly strips: readonly (readonly string[])[];
  /** Stands at the foot of the group: its label over all columns but the last, which holds the amount. */
  readonly total?: FixedRow;
}

/** One list that is printed side by side: every strip has the columns of the block again. */
export interface FormFolds {
  readonly groups: readonly FoldGroup[];
  /** Last line, over the whole width. */
  readonly total?: FixedRow;
}

export interface FormBlock {
  readonly key: PartialKey;
  readonly columns: readonly FormColumn[];
  readonly rows: FormRows;
  /** Printed folded; a block with one column of amounts and rows that have codes. */
  readonly folds?: FormFolds;
}

export interface FormSignature {
  /** Every one of these groups must have a word in the title. */
  readonly all: readonly (readonly string[])[];
  /** None of these words may be in the title. */
  readonly none?: readonly string[];
}

export interface FormSpec {
  readonly id: string;
  /** Canonical sheet name (at most 31 characters). */
  readonly sheet: string;
  /** Number within the set: printed as 预算公开表N. */
  readonly number: number;
  /** Printed title; {year} is replaced. */
  readonly title: string;
  readonly signature: FormSignature;
  /** What the form as a whole says about its figures. */
  readonly key: PartialKey;
  readonly blocks: readonly FormBlock[];
  /**
   * Prints a row of numbers under the header: of every column, or of the columns of amounts only, with this label (栏次)
   * beside them.
   */
  readonly numbered?: true | string;
  readonly orientation: 'portrait' | 'landscape';
  /** A disclosure without this form is incomplete. */
  readonly required: boolean;
  /** Other titles that it goes by in lists of forms, word for word. */
  readonly aliases?: readonly string[];
  /** Not in every year's set: it has a sheet only where the document prints or names it. */
  readonly optional?: boolean;
}

export interface Family {
  readonly id: string;
  readonly name: string;
  readonly kind: 'budget' | 'final';
  /** How the number of a form is printed: {N} or {NN} is replaced; '' for families that do not number their forms. */
  readonly numberFormat: string;
  /** Words before the name of the institution and the unit, by level: 单位名称, 部门名称, 编制部门. */
  readonly entityWord: { readonly unit: string; readonly department: string };
  readonly unitWord: string;
  /** What its forms are printed in; 万元 where it does not say. */
  readonly unit?: Unit;
  /** Between institution and unit where the title names no year; {year} is replaced. */
  readonly yearLine?: string;
  readonly forms: readonly FormSpec[];
  /** Wordings of its explanation that no other family uses: a document without tables is known by them. */
  readonly wording?: readonly string[];
  /**
   * Places one of which a document of the family names, where its forms are the standard ones that other provinces
   * print too: a document that names none, and no form that the family alone has, is laid out as these forms without
   * being called one of the family.
   */
  readonly places?: readonly string[];
}
