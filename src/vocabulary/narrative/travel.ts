/* “三公”经费 as an explanation has to tell of them. */

export interface TravelItem {
  readonly name: string;
  /** Any of these words tells of it. */
  readonly words: RegExp;
  readonly item: string;
  /** What it has to be told apart from, wherever that was spent. */
  readonly isPartOf?: string;
  readonly kinds: readonly ('budget' | 'final')[];
}

export const TRAVEL_ITEMS: readonly TravelItem[] = [
  { item: 'sg:abroad', name: '因公出国（境）费', words: /出国|出境|国（境）|因公/, kinds: ['budget', 'final'] },
  { item: 'sg:reception', name: '公务接待费', words: /接待/, kinds: ['budget', 'final'] },
  {
    item: 'sg:purchase',
    name: '公务用车购置费',
    words:
      /公务用车购置(?!及|和|与|、)|用车购置[费支]|购置(?:公务)?(?:用车|车辆)|车辆购置|购车|(?:更新|新购)(?:公务)?(?:用车|车辆)|购置费/,
    isPartOf: 'sg:vehicle',
    kinds: ['final'],
  },
];

/** 批次 and 人次 of the guests. */
export const COUNTS_OF_RECEPTION: readonly RegExp[] = [/\d\s?(?:个)?批|批次/, /\d\s?人|人次|人数/];

/** Counted apart from guests of this country. */
export const FOREIGN_GUESTS = /外宾|外事|国外|境外|国（境）外|出国|团组|人员编制|用车/;
