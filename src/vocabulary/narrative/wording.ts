/*
 * Slips of wording that inspectors send documents back for. Each is a pattern over a line as printed, and what is said
 * about it.
 */

export interface WordingSlip {
  readonly pattern: RegExp;
  readonly severity: 'warning' | 'info';
  /** {0} is what was found. */
  readonly message: string;
}

export const WORDING: readonly WordingSlip[] = [
  {
    pattern: /(?:[。；，、：;]\s*[。；]|[，、；]\s*[，、]|[.。]{2}(?![.。…])|。\s*，)(?!\d)/,
    severity: 'info',
    message: '标点重复“{0}”',
  },
  {
    pattern: /原因(?:主要)?(?:是|为|：|:)+\s*(?=[。；;])|原因(?:是|为)\s*$/,
    severity: 'info',
    message: '“{0}”后没有写原因',
  },
  {
    pattern: /[XxＸ×]{2,}(?![A-Za-z])|＊{2,}|\*{3,}|待填|待补充|待定|_{3,}|（\s*）(?:万元|个|辆)/,
    severity: 'warning',
    message: '占位符“{0}”未填写',
  },
  {
    pattern:
      /(?:增加|增长)\s*[（(/]\s*(?:减少|下降)|(?:减少|下降)\s*[（(/]\s*(?:增加|增长)|大于\s*[（(/]\s*(?:小于|等于)|(?:增加|减少|持平)\/(?:增加|减少|持平)/,
    severity: 'warning',
    message: '选择项“{0}”未删改',
  },
  {
    pattern: /(?:增加|减少|增长|下降|支出|收入|预算|决算|共计?|[占为])(?:万元|%|％|辆|批次|人次)/,
    severity: 'warning',
    message: '“{0}”处缺少数字',
  },
  {
    pattern: /(?:占(?:比)?|增长|下降|增幅|降幅)\s*\d+(?:\.\d+)?\s*(?=[，。；])/,
    severity: 'warning',
    message: '“{0}”后疑缺百分号',
  },
  {
    pattern:
      /(的的|了了|是是|万元万元|支出支出|收入收入|经费经费|主要主要|预算预算|决算决算|增加增加|减少减少|%%|％％)/,
    severity: 'info',
    message: '文字重复“{0}”',
  },
  { pattern: /(?:增加|减少|提高|下降|增长)其中[:：]/, severity: 'info', message: '“{0}”前缺少句号' },
  { pattern: /国有资金经营预算/, severity: 'info', message: '“{0}”应为国有资本经营预算' },
  { pattern: /[^“"\s]三公经费/, severity: 'info', message: '“{0}”中三公应加引号' },
];

/** Marks that come in pairs. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['（', '）'],
  ['《', '》'],
];

/** A document of one 单位 that speaks as a 部门. */
export const DEPARTMENT_WORDS = /本部门|我部门|部门各单位|所属各单位/;
/** A document of a 部门 that speaks as a 单位. */
export const UNIT_WORDS = /本单位|我单位/;

/** Words of a note by which a table says that it is empty (本表无数据). */
export const EMPTY_NOTE: readonly string[] = ['无数据', '空表'];
