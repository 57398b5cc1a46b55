import type { Profile } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import type { Claim, TextFact } from '../../model/narrative';
import type { Place } from '../../model/source';
import type { Registry, TableNames } from './registry';

/** What the reader of a section knows of the document, and where it puts what it has read. */
export interface Surroundings {
  readonly profile: Profile;
  readonly names: TableNames;
  readonly registry: Registry;
  readonly figures: TextFact[];
  readonly claims: Claim[];
  readonly section: number;
  /** What the titles of the section say. */
  readonly context: PartialKey;
  /** The section is about a share of the money only (绩效, 采购合同). */
  readonly partial: boolean;
  placeOf(offset: number, length: number): Place;
  sentenceOf(offset: number): number;
}
