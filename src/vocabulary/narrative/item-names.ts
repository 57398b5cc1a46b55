/**
 * A 款 or 项 that a text names as such: 行政事业单位医疗（款）, 中医（民族）医院（项）. The name, in which one bracket of a
 * few characters may stand, and its level are captured.
 */
export const NAMED_ITEM =
  /((?:[\u4e00-\u9fff、]{1,20}[（(](?![类款项][）)])[\u4e00-\u9fff]{1,8}[）)])?[\u4e00-\u9fff、]{2,40}?)[（(]([款项])[）)]/g;

/** Joins the last names of a list. */
export const JOINED = /以及|[和及与]/;
