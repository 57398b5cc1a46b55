import type { Disclosure } from '../model/disclosure';
import {
  type Coverage,
  type Figure,
  type Finding,
  isCounted,
  isText,
  type Reconciliation,
  type Remark,
  type Severity,
  type Verdict,
} from '../model/relation';
import { groupOf } from '../model/rule';
import { type Decimal, plain } from '../shared/decimal';
import { consequences } from './consequences';
import { corrected } from './correct';
import { attachedFigures } from './attached-figures';
import type { Evaluation } from './evaluate';
import { gapOf } from './money-gap';
import { type Contradiction, localize } from './localize';
import { leadOf, patternText } from './block-errors/wording';
import { findPatterns, type Pattern } from './block-errors/find';
import { type Reading, readingOf } from './reading';
import { type LoneDifference, loneDifference } from './rounding-regime';
import { tallyOf } from './tally';
import { cellsOfUnusedColumns } from './unused-columns';
import { decimalsOf, printedLike, Words } from './wording';

/**
 * What is found in a disclosure by what the checks say of it: a finding a contradiction; what rounding explains is
 * gathered, a remark a table.
 */
export function conclude(disclosure: Disclosure, read: Reading): Reconciliation {
  const { evaluations } = read;
  const words = new Words(disclosure);
  const inexact = inexactOf(evaluations);
  const patterns = inexact.broken.length > 0 ? findPatterns(disclosure, evaluations) : [];
  // What else is wrong shows when whole rows and columns are put right: which figures are one depends on all of them.
  const { disclosure: better, originals } =
    patterns.length === 0
      ? { disclosure, originals: NOTHING }
      : corrected(disclosure, new Map<Figure, Decimal>(patterns.flatMap(({ corrections }) => [...corrections])));
  const rest = patterns.length === 0 ? read : readingOf(better);
  const left = rest === read ? inexact : inexactOf(rest.evaluations);
  const found =
    left.broken.length > 0
      ? localize(without(rest.evaluations, left.cut), {
          pointedAt: pointedAt(rest.remarks, left),
          beyondDoubt: cellsOfUnusedColumns(better, left.broken),
          originals,
        })
      : [];
  const implied = consequences(better, found, rest.remarks);
  const contradictions = found.map((contradiction) =>
    withRemarks(
      describe(contradiction, words),
      rest.remarks.filter((remark) => implied.get(remark) === contradiction),
    ),
  );
  const original = (figure: Figure): Figure => originals.get(figure) ?? figure;
  const lone = loneDifference(inexact.rounding, evaluations);
  const reckoned = [...contradictions, ...outOfBounds(left, accusedBy(found), words)];
  const involvedIn = new Map<Finding, readonly Figure[]>(contradictions.map((each, at) => [each, found[at]!.facts]));
  const findings = [
    ...withSlides(
      patterns.map((pattern) => ({ pattern, finding: describePattern(pattern, words) })),
      reckoned,
      (finding) => (involvedIn.get(finding) ?? [...finding.facts, ...finding.suspects]).map(original),
    ),
    ...rest.remarks.filter((remark) => !implied.has(remark)).map(fromRemark),
    ...cutOff(left, words),
    ...(lone ? [oddLastDigit(lone, words)] : roundings(left, words, disclosure)),
  ].map((finding) =>
    originals.size === 0
      ? finding
      : { ...finding, suspects: finding.suspects.map(original), facts: finding.facts.map(original) },
  );
  const claims = verdicts(evaluations, words);
  return {
    findings: findings.map((finding, at) => ({ ...finding, id: `${groupOf(finding.rule)}#${at + 1}` })),
    ...coverage(disclosure, evaluations, findings, read.covered),
    relations: evaluations.length,
    tally: () => tallyOf(evaluations),
    ...(claims.length > 0 ? { claims } : {}),
  };
}

const NOTHING: ReadonlyMap<Figure, Figure> = new Map();

/** Amounts stand several rows from their names. */
function isSlide({ kind, by }: Pattern): boolean {
  return kind === 'shifted-rows' && by !== undefined && by.abs().greaterThan(1);
}

/** The forms in which amounts slid, by the finding that says so. */
type Slides = ReadonlyMap<number, Finding>;

/**
 * What a form says whose amounts slid is not held against any other form: it goes with the finding that says so, for
 * whoever puts the form right checks again.
 */
function withSlides(
  patterns: readonly { readonly pattern: Pattern; readonly finding: Finding }[],
  others: readonly Finding[],
  figuresOf: (finding: Finding) => readonly Figure[],
): Finding[] {
  const slides: Slides = new Map(
    patterns.flatMap(({ pattern, finding }) =>
      isSlide(pattern) ? [...pattern.corrections.keys()].slice(0, 1).map(({ statement }) => [statement, finding]) : [],
    ),
  );
  const own = patterns.map(({ finding }) => finding);
  if (slides.size === 0) return [...own, ...others];
  const slideOf = (finding: Finding): Finding | undefined => {
    const cell = figuresOf(finding).find((fact) => !isText(fact) && slides.has(fact.statement));
    return cell && !isText(cell) ? slides.get(cell.statement) : undefined;
  };
  const merged = own
    .filter((finding) => [...slides.values()].includes(finding) || slideOf(finding) === undefined)
    .map((finding) => {
      const rest = [...own, ...others].filter((other) => other !== finding && slideOf(other) === finding);
      return rest.length === 0
        ? finding
        : { ...finding, evidence: [...finding.evidence, ...rest.flatMap(({ evidence }) => evidence)] };
    });
  return [...merged, ...others.filter((finding) => slideOf(finding) === undefined)];
}

/** The few relations that do not hold to the last digit, in their order. */
interface Inexact {
  /** What figures contradict. */
  readonly broken: readonly Evaluation[];
  /** Parts that are more than their whole. */
  readonly tooMuch: readonly Evaluation[];
  readonly rounding: readonly Evaluation[];
  /** Amounts of the text that were cut off and not rounded. */
  readonly cut: readonly Evaluation[];
}

function inexactOf(evaluations: readonly Evaluation[]): Inexact {
  const broken: Evaluation[] = [];
  const tooMuch: Evaluation[] = [];
  const rounding: Evaluation[] = [];
  const cut: Evaluation[] = [];
  for (const evaluation of evaluations) {
    const { outcome, relation } = evaluation;
    if (outcome === 'exact') continue;
    if (outcome === 'rounding') rounding.push(evaluation);
    else if (isCutOff(evaluation)) cut.push(evaluation);
    else if (relation.kind === 'bound') tooMuch.push(evaluation);
    else broken.push(evaluation);
  }
  return { broken, tooMuch, rounding, cut };
}

/**
 * An amount of the text in whole units that is what the tables print without its last digits: 328661.81 as 328,661. The
 * text says less than it should, and by less than one.
 */
function isCutOff({ relation: { kind, stated }, difference }: Evaluation): boolean {
  return (
    kind === undefined &&
    isText(stated) &&
    stated.kind === 'amount' &&
    stated.unit !== '元' &&
    stated.amount.decimals === 0 &&
    difference.isNegative() &&
    difference.abs().lessThan(1)
  );
}

/** What was cut off is no contradiction: nothing else is put right for its sake. */
function without(evaluations: readonly Evaluation[], cut: readonly Evaluation[]): readonly Evaluation[] {
  if (cut.length === 0) return evaluations;
  const left = new Set(cut);
  return evaluations.filter((evaluation) => !left.has(evaluation));
}

/** One warning for the document: whoever cuts off does so throughout. */
function cutOff({ cut }: Inexact, words: Words): Finding[] {
  const [first] = cut;
  if (!first) return [];
  const { stated } = first.relation;
  const others = cut.length > 1 ? `等 ${cut.length} 处` : '';
  return [
    {
      id: '',
      rule: 'same-figure/cut-off',
      severity: 'warning',
      message: `${words.arithmetic(first)}。正文金额${others}是截去尾数，不是四舍五入，请核实`,
      stated: plain(stated.amount.value, stated.amount.decimals),
      expected: plain(first.expected.toDecimalPlaces(0), 0),
      difference: plain(first.difference, decimalsOf(first)),
      unit: stated.unit,
      suspects: [stated],
      facts: involved(cut),
      evidence: cut.map((each) => words.arithmetic(each)),
      ...gapOf(cut),
    },
  ];
}

/** A part that is more than its whole, unless a figure of it is known to be wrong anyway. */
function outOfBounds({ tooMuch }: Inexact, accused: ReadonlySet<Figure>, words: Words): Finding[] {
  return tooMuch.flatMap((evaluation) => {
    const { relation, expected, difference } = evaluation;
    const figures = involved([evaluation]);
    if (figures.some((figure) => accused.has(figure))) return [];
    const { stated } = relation;
    const decimals = decimalsOf(evaluation);
    return [
      {
        ...{
          id: '',
          rule: relation.rule,
          severity: relation.guess ? ('warning' as const) : ('error' as const),
          message: words.arithmetic(evaluation),
        },
        ...{
          stated: plain(stated.amount.value, stated.amount.decimals),
          expected: plain(expected, decimals),
          difference: plain(difference, decimals),
        },
        ...{
          unit: stated.unit,
          suspects: figures,
          facts: figures,
          evidence: [words.arithmetic(evaluation)],
          ...gapOf([evaluation]),
        },
      },
    ];
  });
}

function fromRemark({ rule, severity, message, figures, stated, expected, evidence }: Remark): Finding {
  return {
    id: '',
    rule,
    severity,
    message,
    stated: stated ?? '',
    expected: expected ?? '',
    difference: '',
    unit: figures[0]?.unit ?? '',
    suspects: figures.slice(0, 1),
    facts: figures,
    evidence: evidence ?? [message],
  };
}

/** Every relation that the explanation states, in the order of the text. */
function verdicts(evaluations: readonly Evaluation[], words: Words): Verdict[] {
  const found: Verdict[] = [];
  for (const evaluation of evaluations) {
    const { relation, outcome } = evaluation;
    const figure = relation.stated;
    if (!isText(figure)) continue;
    const { decimals } = figure.amount;
    found.push({
      figure,
      rule: relation.rule,
      outcome,
      expected: () => plain(evaluation.expected.toDecimalPlaces(Math.max(decimals, 2)), decimals),
      arithmetic: () => words.arithmetic(evaluation),
    });
  }
  return found.sort((a, b) => a.figure.id - b.figure.id);
}

/** Figures that something else than arithmetic finds fault with. */
function pointedAt(remarks: readonly Remark[], { tooMuch }: Inexact): ReadonlySet<Figure> {
  return new Set([
    ...remarks.flatMap(({ severity, figures }) => (severity === 'info' ? [] : figures)),
    ...involved(tooMuch),
  ]);
}

/** One finding a contradiction. Where several figures explain it equally well none of them is called wrong. */
function describe({ suspects, best, broken, facts }: Contradiction, words: Words): Finding {
  const [first] = best;
  const { fact, lead, proposed, within } = first!;
  const decimals = decimalsOf(lead);
  const told = best.length === 1 && proposed !== undefined;
  return {
    id: '',
    rule: lead.relation.rule,
    severity: severityOf(broken),
    message: `${words.arithmetic(lead)}。${best.length > 1 ? words.either(best) : words.proposal(fact, proposed, within, decimals)}`,
    stated: fact.amount.printed ? plain(fact.amount.value, fact.amount.decimals) : '',
    expected: told ? printedLike(fact, proposed, decimals) : '',
    difference: told ? plain(fact.amount.value.minus(proposed), decimals) : '',
    unit: unitOf(fact, lead),
    suspects,
    facts: facts.filter(({ amount }) => amount.printed),
    evidence: broken.map((evaluation) => words.arithmetic(evaluation)),
    ...gapOf(broken),
  };
}

/** The unit of a figure; that of what is counted where a table counts under its money unit. */
function unitOf(fact: Figure, { relation: { stated, terms } }: Evaluation): string {
  const counted = [stated, ...terms.map((term) => term.fact)].find(isCounted);
  return counted ? counted.unit : fact.unit;
}

function accusedBy(found: readonly Contradiction[]): ReadonlySet<Figure> {
  return new Set(found.flatMap(({ best }) => best.map(({ fact }) => fact)));
}

/** One finding for a slip of many figures. */
function describePattern(pattern: Pattern, words: Words): Finding {
  const { corrections, mended } = pattern;
  const fact = leadOf(pattern);
  const value = corrections.get(fact)!;
  const { decimals, printed } = fact.amount;
  const lead = mended.find(({ relation }) => relation.stated === fact) ?? mended[0]!;
  return {
    id: '',
    rule: lead.relation.rule,
    severity: severityOf(mended),
    message: patternText(pattern, words),
    stated: printed ? plain(fact.amount.value, decimals) : '',
    expected: printed ? plain(value, decimals) : printedLike(fact, value, decimalsOf(lead)),
    difference: plain(fact.amount.value.minus(value), decimals),
    unit: fact.unit,
    suspects: [fact, ...[...corrections.keys()].filter((other) => other !== fact)],
    facts: [...new Set<Figure>([...corrections.keys(), ...involved(mended)])].filter(({ amount }) => amount.printed),
    evidence: mended.map((evaluation) => words.arithmetic(evaluation)),
    ...gapOf(mended),
  };
}

/** What else is said of the wrong figure stands below it. */
function withRemarks(finding: Finding, remarks: readonly Remark[]): Finding {
  const told = remarks.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
  return told.length === 0 ? finding : { ...finding, evidence: [...finding.evidence, ...told] };
}

/**
 * A guess about which figures are meant is no proof; a percentage cut off instead of rounded, or made to fit 100%, is
 * no contradiction.
 */
function severityOf(broken: readonly Evaluation[]): Severity {
  return broken.every((evaluation) => evaluation.relation.guess || isLastDigitOfRate(evaluation)) ? 'warning' : 'error';
}

/** A percentage with digits after the point that is less than one of its last digits off. */
function isLastDigitOfRate({ relation: { kind, stated }, difference }: Evaluation): boolean {
  const { decimals } = stated.amount;
  return (
    (kind === 'ratio' || kind === 'growth') &&
    decimals > 0 &&
    difference
      .abs()
      .times(10 ** decimals)
      .lessThan(1)
  );
}

function involved(evaluations: readonly Evaluation[]): Figure[] {
  return [
    ...new Set(evaluations.flatMap(({ relation }) => [relation.stated, ...relation.terms.map(({ fact }) => fact)])),
  ].filter(({ amount }) => amount.printed);
}

/** Stands for the explanation among the numbers of tables; sorts behind them. */
const TEXT = 1e9;

/**
 * A figure printed twice with different last digits in a document whose sums are exact: no rounding, but which of the
 * two is wrong?
 */
function oddLastDigit({ suspects, evaluation, inexact, exactSums }: LoneDifference, words: Words): Finding {
  const { stated } = evaluation.relation;
  const decimals = decimalsOf(evaluation);
  return {
    id: '',
    rule: evaluation.relation.rule,
    severity: 'warning',
    message: `${words.arithmetic(evaluation)}。本文件其余 ${exactSums} 处合计都准确到末位，此处不像四舍五入，请核实`,
    stated: plain(stated.amount.value, stated.amount.decimals),
    expected: plain(evaluation.expected, decimals),
    difference: plain(evaluation.difference, decimals),
    unit: stated.unit,
    suspects,
    facts: involved(inexact),
    evidence: inexact.map((each) => words.arithmetic(each)),
    ...gapOf(inexact),
  };
}

/**
 * One thing printed twice, as finely, with another last digit: copied wrongly rather than rounded. Sums are rounded;
 * a single figure is the same everywhere.
 */
function isCopiedOff({ relation: { rule, kind, stated, terms } }: Evaluation): boolean {
  const [other] = terms;
  return (
    groupOf(rule) === 'same-figure' &&
    kind === undefined &&
    terms.length === 1 &&
    other!.fact.unit === stated.unit &&
    other!.fact.amount.decimals === stated.amount.decimals &&
    (isText(stated) || isText(other!.fact))
  );
}

function copiedOff(evaluation: Evaluation, words: Words): Finding {
  const { stated, terms } = evaluation.relation;
  const decimals = decimalsOf(evaluation);
  return {
    id: '',
    rule: 'same-figure/last-digit',
    severity: 'info',
    message: `${words.arithmetic(evaluation)}。同一数字两处末位不同，请核实`,
    stated: plain(stated.amount.value, stated.amount.decimals),
    expected: plain(evaluation.expected, decimals),
    difference: plain(evaluation.difference, decimals),
    unit: stated.unit,
    suspects: [stated, ...terms.map(({ fact }) => fact)],
    facts: involved([evaluation]),
    evidence: [words.arithmetic(evaluation)],
    ...gapOf([evaluation]),
  };
}

/** One remark a table for sums that differ from the total only by rounding; single figures that do by themselves. */
function roundings(inexact: Inexact, words: Words, disclosure: Disclosure): Finding[] {
  const copied = inexact.rounding.filter(isCopiedOff);
  return [
    ...copied.map((evaluation) => copiedOff(evaluation, words)),
    ...roundedSums(
      inexact.rounding.filter((evaluation) => !copied.includes(evaluation)),
      words,
      disclosure,
    ),
  ];
}

function roundedSums(rounding: readonly Evaluation[], words: Words, disclosure: Disclosure): Finding[] {
  const byTable = new Map<number, Evaluation[]>();
  for (const evaluation of rounding) {
    const { stated } = evaluation.relation;
    const statement = isText(stated) ? TEXT : stated.statement;
    const known = byTable.get(statement);
    if (known) known.push(evaluation);
    else byTable.set(statement, [evaluation]);
  }
  return [...byTable.entries()]
    .sort(([a], [b]) => a - b)
    .map(([statement, list]) => {
      const widest = list.reduce((most, each) =>
        each.difference.abs().greaterThan(most.difference.abs()) ? each : most,
      );
      const { stated } = widest.relation;
      const decimals = decimalsOf(widest);
      return {
        id: '',
        rule: widest.relation.rule,
        severity: 'info' as const,
        message: `${statement === TEXT ? '情况说明' : `《${disclosure.statements[statement]!.title}》`}有 ${list.length} 处尾差，均在四舍五入范围内，最大 ${plain(widest.difference.abs(), decimals)}：${words.arithmetic(widest)}`,
        stated: plain(stated.amount.value, stated.amount.decimals),
        expected: plain(widest.expected, decimals),
        difference: plain(widest.difference, decimals),
        unit: stated.unit,
        suspects: [stated],
        facts: involved(list),
        evidence: list.map((each) => words.arithmetic(each)),
        rounding: true as const,
      };
    });
}

type Covered = Pick<Reconciliation, 'tableCoverage' | 'narrativeCoverage' | 'attachmentCoverage' | 'unchecked'>;

function coverage(
  disclosure: Disclosure,
  evaluations: readonly Evaluation[],
  findings: readonly Finding[],
  seen: readonly Figure[],
): Covered {
  const { facts, narrative } = disclosure;
  const tied = new Figures(facts.length);
  for (const figure of seen) tied.add(figure);
  for (const { relation } of evaluations) {
    tied.add(relation.stated);
    for (const { fact } of relation.terms) tied.add(fact);
  }
  for (const finding of findings) for (const figure of finding.facts) tied.add(figure);
  const unchecked: Figure[] = [];
  /** How many of the figures are tied to another; the others are kept. */
  const count = (figures: readonly Figure[]): Coverage => {
    let printed = 0;
    const before = unchecked.length;
    for (const figure of figures) {
      // A blank cell is no figure; one of the text is printed always.
      if (!figure.amount.printed && !isText(figure)) continue;
      printed += 1;
      if (!tied.has(figure)) unchecked.push(figure);
    }
    return { figures: printed, checked: printed - (unchecked.length - before) };
  };
  const attached = attachedFigures(disclosure);
  const tableCoverage = count(facts);
  const narrativeCoverage = narrative && count(narrative.figures);
  const attachmentCoverage = attached.length > 0 ? count(attached) : undefined;
  return {
    tableCoverage,
    ...(narrativeCoverage && { narrativeCoverage }),
    ...(attachmentCoverage && { attachmentCoverage }),
    unchecked,
  };
}

/** A set of figures: those of tables, which every relation names, by their number. */
class Figures {
  private readonly cells: Uint8Array;
  private readonly others = new Set<Figure>();

  /** @param facts how many figures stand in tables */
  constructor(facts: number) {
    this.cells = new Uint8Array(facts);
  }

  add(figure: Figure): void {
    if (isText(figure)) this.others.add(figure);
    else this.cells[figure.id] = 1;
  }

  has(figure: Figure): boolean {
    return isText(figure) ? this.others.has(figure) : this.cells[figure.id] === 1;
  }
}
