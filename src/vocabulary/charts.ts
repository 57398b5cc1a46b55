import { comparable } from '../shared/text';

/*
 * How the data of charts are captioned and labelled once their pictures are lost.
 */

const LONGEST = 50;
/** 图4：…（柱状图）: number and kind of a picture around its caption. */
const NUMBER = /^[(]?图(?:表)?\d{1,2}(?:-\d{1,2})?[:.、,]?/;
const KIND = /[(][^()]{0,8}图[)]$/;
const CAPTION =
  /(?:收|支|拨款|经费|预算|决算).{0,20}(?:变动|结构|构成|占比|对比|增减|分布)(?:情况)?(?:图|表)?$|(?:收|支|拨款|经费|预算|决算).{0,24}图$/;
/** Every caption has one of these characters, whatever blanks a conversion left in its words. */
const CAPTION_SIGN = /[图动构成比减布]/;
/** What a caption says about the picture, not about the money. */
const ABOUT_PICTURE = /(?:总体)?(?:变动|结构|构成|占比|对比|增减|分布)?(?:情况)?(?:比较)?图?$/;
const YEAR = /(20\d\d)\s*年?度?/;
const LONGEST_LABEL = 40;
const CHINESE = /[\u4e00-\u9fff]/;
const STOP = /[。；]/;

/** The words of a line that captions a chart; undefined for any other line. */
export function chartCaption(line: string): string | undefined {
  if (line.length > LONGEST + 20 || !CAPTION_SIGN.test(line)) return undefined;
  const words = comparable(line).replace(NUMBER, '').replace(KIND, '').replace(/[)]$/, '');
  return words.length <= LONGEST && CAPTION.test(words) ? words : undefined;
}

/** What the chart is of: the caption without 变动情况图. */
export function chartSubject(caption: string): string {
  return caption.replace(ABOUT_PICTURE, '').replace(/决算(?=总计|合计)|决算$/g, '');
}

/** The year that a label names. */
export function labelYear(label: string): number | null {
  const match = YEAR.exec(comparable(label));
  return match ? Number(match[1]) : null;
}

/** A label without its year: what it says of the money, '' for a bare year. */
export function labelSubject(label: string): string {
  return comparable(label)
    .replace(YEAR, '')
    .replace(/^决算数?$/, '');
}

/** True for such a cell that may name a year. */
export function isYearLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && text.includes('20') && isChartLabel(text);
}

/** True for a cell that may label a number of a chart. */
export function isChartLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && CHINESE.test(text) && !STOP.test(text);
}
