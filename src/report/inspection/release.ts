import type { Disclosure } from '../../model/disclosure';
import type { InspectionField, InspectionGroup, InspectionItem } from '../../model/inspection';
import { DAYS_TO_PUBLISH, RELEASE_DATES } from '../../vocabulary/release';
import { WORDS } from './items';

/*
 * 公开的时间、渠道: what no document can show of itself. A person fills in the two dates; how many days lie between them is
 * reckoned when the form is written.
 */

/** Dates that the document gives of itself, '' for the others. */
export function releaseDates({ lines }: Disclosure): InspectionField[] {
  const texts = (lines?.() ?? []).filter(({ part }) => part !== 'explanation').map(({ text }) => text);
  return RELEASE_DATES.map(({ label, words }) => {
    const found = texts.map((text) => words.exec(text)?.[1]).find((date) => date !== undefined);
    return { label, value: found ?? '' };
  });
}

const BY_HAND: readonly (readonly [name: string, asks: string])[] = [
  ['公开渠道', '在本部门（单位）或本级政府门户网站、统一平台的专栏公开，长期保留'],
  ['公开范围', '名单内使用财政资金的部门、所属单位全部公开'],
  ['保密审查', '公开前经过保密审查；涉密内容依法不公开并说明'],
];

/** When, where and by whom it has to be published. */
export function release(): InspectionGroup {
  const open = { result: WORDS.ask, tone: 'open', issues: [] } as const;
  const inTime: InspectionItem = {
    ...open,
    name: '公开时限',
    asks: `本级财政部门批复后 ${DAYS_TO_PUBLISH} 日内公开`,
    remark: { text: '请在表头填写批复日期、公开日期，再次核对时自动算出天数' },
    within: { from: '批复日期', to: '公开日期', days: DAYS_TO_PUBLISH },
  };
  return {
    title: WORDS.release,
    items: [inTime, ...BY_HAND.map(([name, asks]) => ({ ...open, name, asks, remark: { text: '' } }))],
  };
}
