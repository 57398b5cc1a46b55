import type { Disclosure } from '../../model/disclosure';
import type { InspectionGroup, InspectionItem } from '../../model/inspection';
import type { ToldTopic } from '../../model/topic';
import { type Topic, TOPICS } from '../../vocabulary/narrative/topics';
import { WORDS } from './items';

/*
 * 说明内容: does the explanation speak of what it has to? What is not seen is not called missing where it may stand unseen.
 */

/** Parts of the file that could not be read. */
const UNREAD = /图片|扫描|损坏/;

function answerOf(
  { attached, unless }: Topic,
  found: ToldTopic | undefined,
  disclosure: Disclosure,
): Pick<InspectionItem, 'result' | 'tone' | 'remark'> {
  const forms = attached ? (disclosure.attachments?.length ?? 0) : 0;
  const where = found?.place ? { place: found.place } : {};
  if (found?.how === 'told')
    return { result: WORDS.told, tone: 'good', remark: { text: `“${found.words}”`, ...where } };
  if (forms > 0) return { result: WORDS.told, tone: 'good', remark: { text: `附绩效目标表（自评表）${forms} 张` } };
  if (!found) return { result: WORDS.ask, tone: 'open', remark: { text: '没有读到说明文字' } };
  const hint = unless === undefined ? '' : `；${unless}`;
  if (found.how === 'named')
    return {
      result: WORDS.ask,
      tone: 'open',
      remark: { text: `${found.words === '' ? '表格中' : `“${found.words}”`}提到，未见专门说明${hint}`, ...where },
    };
  const unread = disclosure.messages.some(({ text }) => UNREAD.test(text));
  if (unread)
    return {
      result: WORDS.ask,
      tone: 'open',
      remark: { text: `读到的文字中未见，而文件中有图片或损坏之处没有读到${hint}` },
    };
  return { result: WORDS.absent, tone: 'warning', remark: { text: `正文中未见，请核实是否另行说明${hint}` } };
}

/** What an explanation of this kind has to speak of, and where it does. */
export function contents(disclosure: Disclosure): InspectionGroup {
  const { kind } = disclosure.profile;
  const topics = disclosure.topics?.() ?? [];
  const items = TOPICS.filter(({ kinds }) => kinds.includes(kind)).map((topic): InspectionItem => {
    const found = topics.find((each) => each.topic === topic.id);
    return { name: topic.name, asks: topic.asks, issues: [], ...answerOf(topic, found, disclosure) };
  });
  return { title: WORDS.contents, items };
}
