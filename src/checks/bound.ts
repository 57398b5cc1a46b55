import type { ProseLine, TextFact } from '../model/narrative';
import type { Figure, Relation } from '../model/relation';
import type { Place } from '../model/source';
import { AS_A_WHOLE, PROJECTS_ONLY } from '../vocabulary/narrative/projects';
import { itemLevel } from '../vocabulary/narrative/items';
import type { Check, CheckInput } from './check';
import { THREE_PUBLIC, threePublicHolds } from './rules/bound/three-public';
import { agree, inYuan, slipOf } from './text/space';
import { spentWithinBounds } from './text/assessments';

/** A part is not more than its whole where the parts are not all listed: 小微 ≤ 中小企业 ≤ 采购总额, 绩效资金 ≤ 项目支出. */
export const bound: Check = {
  id: 'bound',
  title: '部分不大于总体',
  basis: '算术关系：部分不大于总体',
  rules: [THREE_PUBLIC],
  relate: (input) => [
    ...procurement(input),
    ...performance(input),
    ...reception(input),
    ...spentWithinBounds(input),
    ...threePublicHolds(input.disclosure),
  ],
};

function within(part: TextFact, whole: Figure): Relation {
  return { rule: 'bound', kind: 'bound', stated: part, terms: [{ fact: whole, sign: 1 }] };
}

/** Within 政府采购: contracts with small firms, and whatever else is told of. */
function procurement(input: CheckInput): Relation[] {
  const relations: Relation[] = [];
  let total: TextFact | undefined;
  let small: TextFact | undefined;
  for (const figure of input.told.values) {
    if (total && (total.section !== figure.section || isNewItem(figure, total, input))) total = small = undefined;
    if (figure.items[0] === 'pr' && total === undefined && !/中小|小微/.test(figure.subject)) {
      total = figure;
      continue;
    }
    if (!total || figure.items[0]?.startsWith('pr:')) continue;
    if (/小微/.test(figure.subject) && small && /授予/.test(small.subject)) relations.push(within(figure, small));
    else relations.push(within(figure, total));
    if (/中小/.test(figure.subject) && !/小微/.test(figure.subject)) small = figure;
  }
  relations.push(...nearMisses(input));
  // 万元 printed with few digits may exceed the whole by rounding only; anything else is for a person to judge.
  return relations.map((relation) => ({ ...relation, guess: true }));
}

/** True when a numbered item as high as that of the other figure has begun: （六）绩效 after （五）政府采购. */
function isNewItem(figure: TextFact, other: TextFact, { disclosure }: CheckInput): boolean {
  const { sentences, lines } = disclosure.narrative!;
  const own = itemLevel(sentences[other.sentence]!.text);
  if (own > 0)
    return sentences
      .slice(other.sentence + 1, figure.sentence + 1)
      .some(({ text }) => itemLevel(text) > 0 && itemLevel(text) <= own);
  // The item may begin with a title of its own before the sentence: 2.政府采购情况。采购总额 …
  const [from, to] = [lineOf(other, lines), lineOf(figure, lines)];
  const levelAt = (at: number): number => itemLevel(lines[at]!.text.trim());
  let first = from;
  while (first > 0 && levelAt(first) === 0 && lines[first - 1]!.section === other.section) first -= 1;
  const level = from < 0 ? 0 : levelAt(first);
  return (
    level > 0 &&
    lines.slice(from + 1, to + 1).some((_, at) => levelAt(from + 1 + at) > 0 && levelAt(from + 1 + at) <= level)
  );
}

/** The line that a figure stands in; -1 where places do not tell. */
function lineOf({ place }: TextFact, lines: readonly ProseLine[]): number {
  const at = (other: Place): number | undefined =>
    'line' in other ? other.line : 'block' in other ? other.block : undefined;
  const own = at(place);
  return own === undefined ? -1 : lines.findIndex((line) => at(line.place) === own);
}

/** Numbers of fewer digits, but for noughts at their ends, are alike by accident. */
const FEWEST_DIGITS = 4;

/** Of figures that nothing else ties: one that is a stroke away from a figure printed twice beside it. */
function nearMisses(input: CheckInput): Relation[] {
  const bySection = new Map<number, TextFact[]>();
  for (const figure of input.told.values) {
    if (!input.disclosure.narrative!.sections[figure.section]!.title.includes('政府采购')) continue;
    if (figure.amount.raw.replace(/[,.]/g, '').replace(/^0+|(?<!0)0+$/g, '').length < FEWEST_DIGITS) continue;
    const known = bySection.get(figure.section);
    if (known) known.push(figure);
    else bySection.set(figure.section, [figure]);
  }
  return [...bySection.values()].flatMap((figures) =>
    figures.flatMap((figure): Relation[] => {
      if (figure.items.length > 0 || figures.some((other) => other !== figure && agree(other, figure))) return [];
      const twice = figures.find(
        (other) =>
          other !== figure &&
          slipOf(figure, other) &&
          figures.some((third) => third !== other && third !== figure && agree(other, third)),
      );
      return twice ? [{ rule: 'same-figure', stated: figure, terms: [{ fact: twice, sign: 1 }], guess: true }] : [];
    }),
  );
}

/** 绩效目标 cover projects: their money is not more than 项目支出, or than all there is. */
function performance(input: CheckInput): Relation[] {
  const whole = input.text.exact('total', { flow: 'expenditure', nature: 'project' });
  const all = input.text.exact('grand', { flow: 'expenditure' });
  if (!whole && !all) return [];
  const { narrative } = input.disclosure;
  return input.told.values.flatMap((figure) => {
    const section = narrative!.sections[figure.section]!;
    if (!section.path.some((title) => title.includes('绩效')) || input.text.match(figure)?.agrees) return [];
    const ofProjects = isOfProjects(narrative!.sentences[figure.sentence]!.text);
    const fits =
      ofProjects && whole ? whole : [whole, all].find((each) => each && !inYuan(figure).greaterThan(inYuan(each)));
    return [{ ...within(figure, fits ?? all ?? whole!), guess: true }];
  });
}

/** Of targets of projects, and not of the institution as a whole. */
function isOfProjects(sentence: string): boolean {
  return PROJECTS_ONLY.test(sentence) && !AS_A_WHOLE.test(sentence);
}

const KIND_OF_RECEPTION = /国内|外事|国（境）外|外宾/;

/** 国内接待费, 外事接待费, 国（境）外接待费 are kinds of 公务接待费. */
function reception(input: CheckInput): Relation[] {
  let whole: TextFact | undefined;
  return input.told.values.flatMap((figure) => {
    if (figure.subject.includes('接待') && KIND_OF_RECEPTION.test(figure.subject))
      return whole && whole.section === figure.section ? [within(figure, whole)] : [];
    if (figure.items[0] === 'sg:reception') whole = figure;
    return [];
  });
}
