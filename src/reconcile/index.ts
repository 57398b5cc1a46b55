import type { Disclosure, Fact } from '../model/disclosure';
import type { Finding, Reconciliation } from '../model/relation';
import { relate } from '../checks';
import { plain } from '../shared/decimal';
import { type Evaluation, evaluate } from './evaluate';
import { type Contradiction, localize } from './localize';
import { decimalsOf, printedLike, Words } from './words';

/**
 * Evaluates every relation of a disclosure and turns what is broken into findings, one a contradiction. Differences that rounding explains
 * are gathered, one remark a table.
 */
export function reconcile(disclosure: Disclosure): Reconciliation {
  const evaluations = relate(disclosure).map(evaluate);
  const words = new Words(disclosure);
  const contradictions = localize(evaluations).map((contradiction) => describe(contradiction, words));
  const findings = [...contradictions, ...roundings(evaluations, words, disclosure)];
  return { findings: findings.map((finding, at) => ({ ...finding, id: `${finding.rule}#${at + 1}` })), ...coverage(disclosure, evaluations), relations: evaluations.length };
}

function describe({ suspects, lead, proposed, broken }: Contradiction, words: Words): Finding {
  const [suspect] = suspects;
  const decimals = decimalsOf(lead);
  const expected = printedLike(suspect!, proposed, decimals);
  const message = words.arithmetic(lead);
  return {
    id: '',
    rule: lead.relation.rule,
    severity: 'error',
    message: `${message}。${words.place(suspect!)} ${words.amount(suspect!)} 疑应为 ${expected}`,
    stated: suspect!.amount.printed ? plain(suspect!.amount.value, suspect!.amount.decimals) : '',
    expected,
    difference: plain(suspect!.amount.value.minus(proposed), decimals),
    unit: suspect!.unit,
    suspects,
    facts: involved(broken),
    evidence: broken.map((evaluation) => words.arithmetic(evaluation)),
  };
}

function involved(evaluations: readonly Evaluation[]): Fact[] {
  return [...new Set(evaluations.flatMap(({ relation }) => [relation.stated, ...relation.terms.map(({ fact }) => fact)]))].filter(({ amount }) => amount.printed);
}

/** One remark a table for sums that differ from the total only by rounding. */
function roundings(evaluations: readonly Evaluation[], words: Words, disclosure: Disclosure): Finding[] {
  const byTable = new Map<number, Evaluation[]>();
  for (const evaluation of evaluations) {
    if (evaluation.outcome !== 'rounding') continue;
    const { statement } = evaluation.relation.stated;
    const known = byTable.get(statement);
    if (known) known.push(evaluation);
    else byTable.set(statement, [evaluation]);
  }
  return [...byTable.entries()].sort(([a], [b]) => a - b).map(([statement, list]) => {
    const widest = list.reduce((most, each) => (each.difference.abs().greaterThan(most.difference.abs()) ? each : most));
    const { stated } = widest.relation;
    const decimals = decimalsOf(widest);
    return {
      id: '',
      rule: widest.relation.rule,
      severity: 'info' as const,
      message: `《${disclosure.statements[statement]!.title}》有 ${list.length} 处尾差，均在四舍五入范围内，最大 ${plain(widest.difference.abs(), decimals)}：${words.arithmetic(widest)}`,
      stated: plain(stated.amount.value, stated.amount.decimals),
      expected: plain(widest.expected, decimals),
      difference: plain(widest.difference, decimals),
      unit: stated.unit,
      suspects: [stated],
      facts: involved(list),
      evidence: list.map((each) => words.arithmetic(each)),
    };
  });
}

function coverage(disclosure: Disclosure, evaluations: readonly Evaluation[]): Pick<Reconciliation, 'tableCoverage' | 'unchecked'> {
  const tied = new Set<number>();
  for (const { relation } of evaluations) {
    tied.add(relation.stated.id);
    for (const { fact } of relation.terms) tied.add(fact.id);
  }
  const printed = disclosure.facts.filter(({ amount }) => amount.printed);
  const unchecked = printed.filter(({ id }) => !tied.has(id));
  return { tableCoverage: { figures: printed.length, checked: printed.length - unchecked.length }, unchecked };
}
