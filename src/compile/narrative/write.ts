import type { Disclosure } from '../../model/disclosure';
import { chineseOrdinal } from '../../shared/numerals';
import { BUDGET } from './budget';
import { Figures } from './figures';
import { FINAL } from './final';
import type { Choice, Each, Line, Outline, SectionSpec, Sentence, Term, Wording } from './outline';
import { Phrases } from './phrase';
import { BLANK, type Block, type Explanation, paragraph, type Run } from './text';

/**
 * The explanation of the tables of a disclosure. Every figure in it is a figure of the tables, or a sum, a difference
 * or a ratio of such figures; what the tables do not say is left to be filled in.
 * @throws Error where an outline names an amount or a list that is not there
 */
export function explain(disclosure: Disclosure): Explanation {
  const writer = new Writer(disclosure);
  const blocks = writer.write(disclosure.profile.kind === 'final' ? FINAL : BUDGET);
  const blanks = blocks.reduce(
    (count, block) =>
      count +
      (block.kind === 'heading' ? block.text.split(BLANK).length - 1 : block.runs.filter((run) => run.blank).length),
    0,
  );
  return { blocks, blanks };
}

class Writer {
  private readonly phrases: Phrases;
  private readonly entity: string;

  constructor(disclosure: Disclosure) {
    this.phrases = new Phrases(new Figures(disclosure), disclosure);
    this.entity = disclosure.profile.entity;
  }

  write({ title, sections, termsTitle, terms }: Outline): Block[] {
    const written = sections
      .map((section) => ({ section, blocks: this.body(section) }))
      .filter(({ blocks }) => blocks.length > 0);
    return [
      ...(this.entity === '' ? [] : [heading(0, this.entity)]),
      heading(0, textOf(this.phrases.say(title))),
      ...written.flatMap(({ section, blocks }, at) => [
        heading(1, `${chineseOrdinal(at + 1)}、${section.title}`),
        ...blocks,
      ]),
      heading(1, `${chineseOrdinal(written.length + 1)}、${termsTitle}`),
      ...this.glossary(terms),
    ];
  }

  /** Sections within a section are numbered for themselves; those that have nothing to say are left out. */
  private body({ body }: SectionSpec): Block[] {
    let number = 0;
    return body.flatMap((part): Block[] => {
      if (!('title' in part)) return this.paragraphs(part);
      const inner = this.body(part);
      return inner.length === 0 ? [] : [heading(2, `（${chineseOrdinal((number += 1))}）${part.title}`), ...inner];
    });
  }

  private paragraphs(line: Line): Block[] {
    if ('each' in line) return this.each(line);
    const runs = line.flatMap((sentence) => this.sentence(sentence));
    return runs.length === 0 ? [] : [paragraph(runs)];
  }

  private each({ each, text, unless }: Each): Block[] {
    if (unless !== undefined && this.phrases.known(unless)) return [];
    return this.phrases
      .each(each)
      .map((scope, at) => paragraph([{ text: `${at + 1}.` }, ...this.phrases.say(text, scope)]));
  }

  private sentence(sentence: Sentence): readonly Run[] {
    const wording = typeof sentence === 'string' ? sentence : this.chosen(sentence);
    return wording === undefined ? [] : this.phrases.say(wording);
  }

  private chosen({ of, some, none, unknown }: Choice): Wording | undefined {
    const known = this.phrases.known(of);
    return known ? (known.value.isZero() ? none : some) : unknown;
  }

  private glossary(terms: readonly Term[]): Block[] {
    const applies = ({ of }: Term): boolean =>
      of === undefined || of.some((name) => this.phrases.known(name)?.value.isZero() === false);
    return terms.filter(applies).map(({ term, meaning }, at) => paragraph([{ text: `${at + 1}.${term}：${meaning}` }]));
  }
}

function heading(level: 0 | 1 | 2, text: string): Block {
  return { kind: 'heading', level, text };
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
