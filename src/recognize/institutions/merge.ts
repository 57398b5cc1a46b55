import type { Disclosure, Fact, Statement } from '../../model/disclosure';
import { type FactKey, type PartialKey, ROOT } from '../../model/key';
import { type Narrative, NO_NARRATIVE, type TextFact } from '../../model/narrative';
import { type Figure, isText } from '../../model/relation';
import type { Message } from '../../model/source';
import type { ToldTopic } from '../../model/topic';
import { once } from '../../shared/memo';

/*
 * The disclosures of several institutions in one file as one: numbered through, the figures of all but the main one
 * under the name of their institution.
 */

export interface Merged {
  readonly disclosure: Disclosure;
  /** The figure of the whole that a figure of a part has become. */
  readonly figureOf: (part: Disclosure, figure: Figure) => Figure;
}

/** The department's disclosure, or the first. */
export function mainOf(parts: readonly Disclosure[]): Disclosure {
  return parts.find(({ profile }) => profile.level === 'department') ?? parts[0]!;
}

class Part {
  readonly facts: readonly Fact[];
  readonly statements: readonly Statement[];
  private readonly texts = new Map<TextFact, TextFact>();

  constructor(
    readonly own: Disclosure,
    entity: string | undefined,
    private readonly offset: {
      readonly facts: number;
      readonly statements: number;
      readonly figures: number;
      readonly sections: number;
      readonly sentences: number;
    },
  ) {
    const named = <Key extends FactKey | PartialKey>(key: Key): Key =>
      entity === undefined || (key.entity ?? ROOT.entity) !== ROOT.entity ? key : { ...key, entity };
    this.facts = own.facts.map((fact) => ({
      ...fact,
      id: fact.id + offset.facts,
      statement: fact.statement + offset.statements,
      key: named(fact.key),
    }));
    this.statements = own.statements.map((statement) => ({
      ...statement,
      key: named(statement.key),
      blocks: statement.blocks.map((block) => ({
        ...block,
        facts: block.facts.map((row) => row.map((id) => (id < 0 ? id : id + offset.facts))),
      })),
    }));
  }

  figureOf(figure: Figure): Figure {
    return isText(figure) ? this.textOf(figure) : this.facts[figure.id]!;
  }

  get narrative(): Narrative {
    const { sections, sentences, figures, claims, lines } = this.own.narrative ?? NO_NARRATIVE;
    const { sections: section } = this.offset;
    return {
      sections,
      sentences: sentences.map((each) => ({ ...each, section: each.section + section })),
      figures: figures.map((figure) => this.textOf(figure)),
      claims: this.moved(claims),
      lines: lines.map((each) => ({ ...each, section: each.section + section })),
    };
  }

  /** The same value with the figures of the whole in the place of the part's. */
  moved<Value>(value: Value): Value {
    if (Array.isArray(value)) return value.map((each: unknown) => this.moved(each)) as Value;
    if (typeof value !== 'object' || value === null) return value;
    if ('text' in value && (value as { text: unknown }).text === true)
      return this.textOf(value as unknown as TextFact) as Value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, this.moved(each as unknown)]),
    ) as Value;
  }

  private textOf(figure: TextFact): TextFact {
    let found = this.texts.get(figure);
    if (!found) {
      const { id, section, sentence } = figure;
      const to = (at: number, offset: number): number => (at < 0 ? at : at + offset);
      found = {
        ...figure,
        id: to(id, this.offset.figures),
        section: to(section, this.offset.sections),
        sentence: to(sentence, this.offset.sentences),
      };
      this.texts.set(figure, found);
    }
    return found;
  }
}

/** Makes one disclosure of those of several institutions; its profile, and what is missing, are the main one's. */
export function mergeDisclosures(parts: readonly Disclosure[]): Merged {
  const main = mainOf(parts);
  const offset = { facts: 0, statements: 0, figures: 0, sections: 0, sentences: 0 };
  const moved = parts.map((own) => {
    const part = new Part(own, own === main ? undefined : own.profile.entity || `第${parts.indexOf(own) + 1}套表`, {
      ...offset,
    });
    const narrative = own.narrative ?? NO_NARRATIVE;
    offset.facts += own.facts.length;
    offset.statements += own.statements.length;
    offset.figures += narrative.figures.length;
    offset.sections += narrative.sections.length;
    offset.sentences += narrative.sentences.length;
    return part;
  });
  const narratives = moved.map((part) => part.narrative);
  const disclosure: Disclosure = {
    ...main,
    statements: moved.flatMap(({ statements }) => statements),
    facts: moved.flatMap(({ facts }) => facts),
    narrative: {
      sections: narratives.flatMap(({ sections }) => sections),
      sentences: narratives.flatMap(({ sentences }) => sentences),
      figures: narratives.flatMap(({ figures }) => figures),
      claims: narratives.flatMap(({ claims }) => claims),
      lines: narratives.flatMap(({ lines }) => lines),
    },
    attachments: moved.flatMap((part) => part.moved(part.own.attachments ?? [])),
    charts: moved.flatMap((part) => part.moved(part.own.charts ?? [])),
    topics: once(() => topicsOf(parts)),
    messages: [
      severalMessage(parts),
      ...new Map(parts.flatMap(messagesOf).map((each) => [`${each.text}${JSON.stringify(each.place)}`, each])).values(),
    ],
  };
  return { disclosure, figureOf: (own, figure) => moved[parts.indexOf(own)]!.figureOf(figure) };
}

const BEST_FIRST = ['told', 'named', 'absent'] as const;

/** One explanation is printed for all of them, or part of it behind the forms of another. */
function topicsOf(parts: readonly Disclosure[]): ToldTopic[] {
  const all = parts.flatMap(({ topics }) => topics?.() ?? []);
  const ids = [...new Set(all.map(({ topic }) => topic))];
  return ids.map(
    (id) => BEST_FIRST.flatMap((how) => all.find((each) => each.topic === id && each.how === how) ?? [])[0]!,
  );
}

/** That a set holds no table says nothing about a file that holds others. */
function messagesOf({ facts, messages }: Disclosure): readonly Message[] {
  return facts.length > 0 ? messages : messages.filter(({ severity }) => severity !== 'error');
}

const NAMED = 5;

function severalMessage(parts: readonly Disclosure[]): Message {
  const names = parts.map(({ profile }, at) => profile.entity || `第${at + 1}套表`);
  const shown = `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`;
  return { severity: 'info', text: `文件中有 ${parts.length} 个单位的表（${shown}），分别核对，互不比较` };
}
