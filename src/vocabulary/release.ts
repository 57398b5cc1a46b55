import { pattern } from '../shared/pattern';

/*
 * When a disclosure was approved and published, where the document itself says so. Source: 《预算法》第十四条, 《地方预决算公开操作规程》:
 * within 20 days of the approval by the finance department.
 */

const DATE = '20\\d{2}\\s?[年.\\-/]\\s?\\d{1,2}\\s?[月.\\-/]\\s?\\d{1,2}\\s?日?';

/** Labels of 检查表 and the words by which a document gives the date. The date is captured. */
export const RELEASE_DATES: readonly { readonly label: string; readonly words: RegExp }[] = [
  { label: '批复日期', words: pattern(`(?:预算|决算)?批复(?:日期|时间)\\s?[:：]\\s?(${DATE})`) },
  { label: '公开日期', words: pattern(`(?:公开|发布)(?:日期|时间)\\s?[:：]\\s?(${DATE})`) },
];

/** So many days there are. */
export const DAYS_TO_PUBLISH = 20;
