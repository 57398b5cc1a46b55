/** A 款 or 项 that a text names as such: 行政事业单位医疗（款）. The name and its level are captured. */
export const NAMED_ITEM = /([\u4e00-\u9fff、]{2,40}?)[（(]([款项])[）)]/g;

/** Joins the last names of a list. */
export const JOINED = /以及|[和及与]/;
