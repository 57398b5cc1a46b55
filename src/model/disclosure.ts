import type { Amount } from '../shared/amount';
import type { Attachment } from './attachment';
import type { Chart } from './chart';
import type { FactKey, PartialKey } from './key';
import type { Narrative } from './narrative';
import type { Message, Place, GridBlock } from './source';
import type { ToldTopic } from './topic';

/** Units of money; the number is how many 元 one of them is. */
export const UNITS = { 元: 1, 千元: 1000, 万元: 10000, 亿元: 100000000 } as const;
export type Unit = keyof typeof UNITS;

export interface Profile {
  readonly kind: 'budget' | 'final';
  readonly level: 'unit' | 'department';
  /** The template family whose forms the tables are, or 'generic'. */
  readonly family: string;
  /**
   * Nothing says that the document is one of the family: its forms are the standard ones that other provinces print
   * too.
   */
  readonly shared?: true;
  readonly year: number | null;
  readonly entity: string;
  readonly unit: Unit;
}

/** One printed (or blank) cell of an amount column. */
export interface Fact {
  /** Index in Disclosure.facts. */
  readonly id: number;
  readonly amount: Amount;
  readonly unit: Unit;
  readonly key: FactKey;
  readonly place: Place;
  readonly statement: number;
  readonly block: number;
  /** Index in StatementBlock.rows and .columns. */
  readonly row: number;
  readonly column: number;
}

export type ColumnRole = 'code' | 'name' | 'category' | 'ordinal' | 'amount';

export interface StatementColumn {
  /** Column of the source grid, from 0. */
  readonly index: number;
  readonly role: ColumnRole;
  /** Header texts from the outermost to the column's own, as printed. */
  readonly path: readonly string[];
  /** Where the list is printed side by side: the path above the column in each fold, from left to right. */
  readonly folds?: readonly (readonly string[])[];
  /** What the header says about every figure in the column. */
  readonly key: PartialKey;
  /**
   * Columns of the block (indices in StatementBlock.columns) that this one is the sum of, by header structure; empty
   * for a leaf.
   */
  readonly parts: readonly (readonly number[])[];
}

export type RowRole = 'item' | 'total' | 'blank';

export interface StatementRow {
  /** Row of the source grid, from 0. */
  readonly index: number;
  readonly role: RowRole;
  readonly code: string;
  /** The row's name as printed, without its code. */
  readonly label: string;
  /** A second name beside it (政府预算支出经济科目), as printed. */
  readonly category: string;
  readonly place: Place;
  readonly depth: number;
  /** What the row says about every figure in it. */
  readonly key: PartialKey;
  /**
   * Rows (indices in StatementBlock.rows) that add up to this one; several alternatives never occur, empty for a leaf.
   */
  readonly parts: readonly number[];
  /** Of a list printed side by side, the fold that the row stands in, from 0. */
  readonly fold?: number;
  /** True for a row under 其中: it belongs to its parent but does not exhaust it. */
  readonly partial: boolean;
}

export interface StatementBlock {
  readonly key: PartialKey;
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow[];
  /** Fact ids, [row][column]; -1 where a column holds no amounts. */
  readonly facts: readonly (readonly number[])[];
}

/** A cell of a recognised table that holds text where an amount was due: kept, shown, never dropped. */
export interface StrayText {
  readonly block: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly place: Place;
}

export interface Statement {
  /** Form id of the family, or generic-1, generic-2 … */
  readonly id: string;
  readonly title: string;
  readonly titlePlace: Place;
  readonly place: Place;
  /** As printed, e.g. 预算公开表1; empty when there is none. */
  readonly number: string;
  readonly unit: Unit;
  readonly key: PartialKey;
  readonly blocks: readonly StatementBlock[];
  readonly notes: readonly { readonly text: string; readonly place: Place }[];
  readonly strays: readonly StrayText[];
  /** Its columns are only known by where the text stands, and may have been told wrongly. */
  readonly isLoose?: boolean;
}

/** A form that the document names in a list, whether it prints it or not. */
export interface ListedForm {
  /** Form id of the family. */
  readonly form: string;
  /** As printed, without number and remark. */
  readonly title: string;
  readonly number: number | undefined;
  readonly place: Place;
  /** It stands on the contents page. */
  readonly contents: boolean;
  /** The list says that it holds no data. */
  readonly empty: boolean;
  readonly emptyPlace?: Place;
  /** Further numbers of the same list that name the same form. */
  readonly again: readonly Place[];
}

/** A line between the tables, as printed: cover, contents page, headings, titles, notes, running text. */
export interface DocumentLine {
  readonly text: string;
  readonly place: Place;
  /**
   * contents: of the contents page; chapter: 第X部分 …; explanation: told by the narrative as its own; title and note:
   * of a table; cover: what stands before all of these.
   */
  readonly part: 'cover' | 'contents' | 'chapter' | 'title' | 'note' | 'explanation' | 'other';
  /** Section of the explanation, -1 elsewhere. */
  readonly section: number;
}

export interface Disclosure {
  readonly file: string;
  readonly profile: Profile;
  readonly statements: readonly Statement[];
  readonly facts: readonly Fact[];
  /** The explanation in words; absent when the document has none. */
  readonly narrative?: Narrative;
  /** 绩效目标表 and the like. */
  readonly attachments?: readonly Attachment[];
  /** Data of the charts of the explanation. */
  readonly charts?: readonly Chart[];
  /** Form ids that the family requires and the document lacks. */
  readonly missing: readonly string[];
  /** Forms of the family that its lists name. */
  readonly listed?: readonly ListedForm[];
  /**
   * What an explanation has to speak of, and where this one does; worked out when asked for, as only 检查表 asks. None
   * without an explanation.
   */
  readonly topics?: () => readonly ToldTopic[];
  /** All lines between the tables; gathered when asked for. */
  readonly lines?: () => readonly DocumentLine[];
  /** Everything that is set as a table; gathered when asked for. */
  readonly grids?: () => readonly GridBlock[];
  readonly messages: readonly Message[];
}
