import type { Narrative, ProseLine } from '../../model/narrative';
import type { LineBlock, SourceBlock } from '../../model/source';
import type { ToldTopic } from '../../model/topic';
import { halfWidth, squeeze, stripMarks } from '../../shared/text';
import { isChapter, numberLevel, partOf } from '../../vocabulary/narrative/headings';
import { DEFINITION, type Topic, TOPICS } from '../../vocabulary/narrative/topics';

/*
 * Of what a document speaks: for everything that an explanation has to say, where it says it. A heading counts when
 * there is text below it, a passage when it stands in the explanation; the contents page, titles of tables and
 * definitions of terms count for nothing.
 */

/** Words are shown as printed, and no more of them than a reader needs to find the place. */
const SHOWN = 30;
const HEADING_LENGTH = 40;
/** So many lines below a heading are looked at for its text. */
const LOOK_AHEAD = 6;
const TABLE_TITLE = /表(?:\([^()]{0,60}\)){0,4}$/;
const SENTENCE = /[,。;]|:./;
/** What a heading must have to end a glossary whose entries look like headings. */
const OPENS_A_PART = /说明|情况|部分|附件|附表/;

/** A line without blanks and marks, in half-width signs. */
interface Line {
  readonly block: LineBlock;
  readonly text: string;
  readonly at: number;
  /** Of a heading. */
  readonly level: number | undefined;
}

/** A line that may be the heading of a topic. */
interface Heading {
  readonly line: Line;
  readonly title: string;
}

function plainText(text: string): string {
  return squeeze(halfWidth(stripMarks(text))).replace(/[“”„‟]/g, '"');
}

/** 0 for a chapter or a title without a number, 1 … 3 for 一、（一）1、; undefined for running text. */
function levelOf(text: string): number | undefined {
  if (text.length > HEADING_LENGTH) return undefined;
  if (isChapter(text)) return 0;
  const level = numberLevel(text);
  if (level > 0) return level;
  return !SENTENCE.test(text) && partOf(text) !== undefined ? 0 : undefined;
}

/** Lines of the body outside of 名词解释 (its own heading stays). */
function bodyLines(blocks: readonly SourceBlock[]): Line[] {
  const lines: Line[] = [];
  let glossary: number | undefined;
  blocks.forEach((block, at) => {
    if (block.kind !== 'line' || block.contents) return;
    const text = plainText(block.text);
    const level = levelOf(text);
    const opens = level !== undefined && partOf(text) === 'glossary';
    if (
      glossary !== undefined &&
      !opens &&
      level !== undefined &&
      level <= glossary &&
      (isChapter(text) || level > 0 || OPENS_A_PART.test(text))
    )
      glossary = undefined;
    if (glossary === undefined || opens) lines.push({ block, text, at, level });
    if (opens) glossary = level;
  });
  return lines;
}

/** Is anything said below the heading? */
function hasText(blocks: readonly SourceBlock[], { at, text, level = 0 }: Line): boolean {
  let seen = 0;
  for (let next = at + 1; next < blocks.length && seen < LOOK_AHEAD; next += 1) {
    const block = blocks[next]!;
    if (block.kind === 'grid') return true;
    if (block.contents) continue;
    const below = plainText(block.text);
    if (below === '' || below === text) continue;
    seen += 1;
    const its = levelOf(below);
    if (its !== undefined && its <= level && !SENTENCE.test(below)) return false;
    if (SENTENCE.test(below) || below.length > HEADING_LENGTH) return true;
  }
  return false;
}

function headingsOf(lines: readonly Line[]): Heading[] {
  return lines.flatMap((line) => {
    const colon = line.text.indexOf(':');
    const title = colon < 0 ? line.text : line.text.slice(0, colon);
    // 职责：负责… says all in one line; 机关运行经费：指… explains a word.
    const isHeading =
      colon >= 0 && colon < line.text.length - 1 ? !DEFINITION.test(line.text) : line.level !== undefined;
    return !isHeading || title.length > HEADING_LENGTH || TABLE_TITLE.test(title) || /[,。;]./.test(title)
      ? []
      : [{ line, title }];
  });
}

function headingOf({ heading }: Topic, blocks: readonly SourceBlock[], headings: readonly Heading[]): Line | undefined {
  if (!heading) return undefined;
  return headings.find(
    ({ line, title }) => heading.test(title) && (line.text.length > title.length + 1 || hasText(blocks, line)),
  )?.line;
}

/** A section of the explanation as one text: a passage may be broken over lines. */
interface Passage {
  readonly text: string;
  /** Where in `text` each line begins. */
  readonly lines: readonly { readonly from: number; readonly line: ProseLine }[];
}

function passagesOf({ lines }: Narrative): Passage[] {
  const bySection = new Map<number, { text: string; lines: { from: number; line: ProseLine }[] }>();
  for (const line of lines) {
    const text = plainText(line.text);
    if (DEFINITION.test(text)) continue;
    const passage = bySection.get(line.section) ?? { text: '', lines: [] };
    passage.lines.push({ from: passage.text.length, line });
    passage.text += text;
    bySection.set(line.section, passage);
  }
  return [...bySection.values()];
}

function passageOf({ words }: Topic, passages: readonly Passage[]): ProseLine | undefined {
  for (const { text, lines } of passages) {
    const match = words.exec(text);
    if (match) return lines.filter(({ from }) => from <= match.index).pop()?.line;
  }
  return undefined;
}

/** Words in a cell: an explanation may be set in a table. */
function cellWith(hint: RegExp, blocks: readonly SourceBlock[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'grid' &&
      block.rows.some((row) => row.some(({ text }) => text.length > HEADING_LENGTH && hint.test(plainText(text)))),
  );
}

function found(topic: Topic, how: ToldTopic['how'], text = '', place?: ToldTopic['place']): ToldTopic {
  const words = stripMarks(text).trim();
  return {
    topic: topic.id,
    how,
    words: words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words,
    ...(place && { place }),
  };
}

/**
 * For every topic that a document of this kind has to speak of, where it does; nothing when there is no explanation to
 * look at.
 */
export function readTopics(
  blocks: readonly SourceBlock[],
  narrative: Narrative,
  kind: 'budget' | 'final',
): ToldTopic[] {
  if (narrative.lines.length === 0) return [];
  const headings = headingsOf(bodyLines(blocks));
  const passages = passagesOf(narrative);
  return TOPICS.filter(({ kinds }) => kinds.includes(kind)).map((topic) => {
    const heading = headingOf(topic, blocks, headings);
    if (heading) return found(topic, 'told', heading.block.text, heading.block.place);
    const line = passageOf(topic, passages);
    if (line) return found(topic, 'told', line.text, line.place);
    const hint = topic.hint ?? topic.words;
    const named = blocks.find((block): block is LineBlock => block.kind === 'line' && hint.test(plainText(block.text)));
    if (named) return found(topic, 'named', named.text, named.place);
    return found(topic, cellWith(hint, blocks) ? 'named' : 'absent');
  });
}
