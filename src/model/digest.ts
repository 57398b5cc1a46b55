import type { Coverage, Severity } from './relation';

/*
 * What is kept of one document where hundreds are checked: rows of lists, in words, and nothing that holds the document
 * itself. Plain values, so that one thread can hand them to another.
 */

/** Where something stands, in the words of the reader. */
export interface Spot {
  /** Title of the table, or of the section of the text; empty for what concerns the whole document. */
  readonly part: string;
  /** Row and column, or what the text speaks of. */
  readonly item: string;
  /** Place in the file: 第94行第8列, 第3页, “表”C12. */
  readonly source: string;
}

/** One finding, or something that the reader of the file had to say. */
export interface DigestFinding extends Spot {
  readonly severity: Severity;
  /** What was checked, in words. */
  readonly topic: string;
  readonly message: string;
  /** As printed, without unit; all three are empty where there is no figure. */
  readonly stated: string;
  readonly expected: string;
  readonly difference: string;
  readonly unit: string;
}

/** A printed figure that nothing ties. */
export interface DigestFigure extends Spot {
  /** As printed. */
  readonly value: string;
}

export interface Digest {
  /** Name of the institution; empty when it was not recognised. */
  readonly entity: string;
  readonly year: number | null;
  /** 单位预算, 部门决算 … */
  readonly kind: string;
  /** Name of the template family; 通用 for a document of none. */
  readonly family: string;
  /** Tables that were recognised, and those of them without a figure but zero. */
  readonly tables: number;
  readonly empty: number;
  /** Forms that the family requires and the document lacks, by the names of their sheets. */
  readonly missing: readonly string[];
  readonly table: Coverage;
  /** Figures of the explanation and of attachments. */
  readonly text: Coverage;
  /** Gravest first. */
  readonly findings: readonly DigestFinding[];
  readonly unchecked: readonly DigestFigure[];
}

/** One file of many and what came of it. */
export type Submission = {
  /** As the call names it, or as found in a folder of the call. */
  readonly file: string;
  /** The same for files of the same bytes. */
  readonly fingerprint?: string;
} & (
  | { readonly state: 'read'; readonly digest: Digest }
  /** Nothing could be read from it, or checking it failed. */
  | { readonly state: 'unreadable'; readonly reason: string }
  /** A kind of file that is not read at all. */
  | { readonly state: 'skipped'; readonly reason: string }
);
