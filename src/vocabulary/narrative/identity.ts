/*
 * How a title, a cover and a contents page name the year and the kind of a disclosure.
 */

/** A year at the head of a title of ours: 2025年部门预算, 青石市档案馆 2025 年度部门决算表. The year is captured. */
export const TITLE_YEAR =
  /(?<!\d)(20\d{2})\s?年度?\s?(?=部门|单位|预算|决算|收入|收支|支出|财政拨款|一般公共|政府性基金|国有资本|[“"]?三公|项目支出)/;

/** A year that lost a digit, or got one too many: 202 年度部门决算. */
export const BROKEN_YEAR =
  /(?<!\d)(20\d|2\d|20\d{3}|2\d{4})\s?年度?\s?(?=部门|单位|预算|决算|收入|收支|支出|财政拨款|一般公共|政府性基金|国有资本|[“"]?三公)/;

/** A year in running text that speaks of the whole document. */
export const TEXT_YEAR =
  /(20\d\d)年(?:度)?(?=本年|预算(?:收入|支出)总计|收入总计|支出总计|部门预算|单位预算|部门决算|单位决算)/;

/** In front of such a year: it is compared with. */
export const COMPARES = /(?:比|较|与|同|和)\s?$/;
