import type { Fact } from '../model/disclosure';
import type { Relation } from '../model/relation';
import type { Check, CheckInput } from './check';
import type { RuleTitle } from './rule';
import { isPrinted } from './tables';
import { assessedInText } from './text/assessments';
import { projectsAgree, yearAgrees } from './text/attachments';
import { chartsAgree } from './text/charts';
import { unitsTogether } from './units';
import { inYuan, slackInYuan } from './text/space';
import { textAgainstTables, textAgainstText } from './text/ties';

/** A figure of the text and the one that it repeats, as finely printed, differ in the last digit. */
export const LAST_DIGIT: RuleTitle = {
  id: 'same-figure/last-digit',
  title: '同一数字两处的末位一致',
  basis: '同一数字照抄，不因四舍五入而不同；合计的尾差不在此列',
};

export const CUT_OFF: RuleTitle = {
  id: 'same-figure/cut-off',
  title: '正文取整数的金额四舍五入',
  basis: '金额取整数时四舍五入，不截去尾数',
};

/**
 * Law 1: one key, one value, wherever it is printed; and law 2 across forms: a whole printed in one form is the sum of
 * parts printed in another. Income against expenditure is left to balance.
 */
export const sameFigure: Check = {
  id: 'same-figure',
  title: '同一数字在各表中一致',
  basis: '各表反映同一收支：同一项目、同一资金、同一年度的数字，不论印在哪张表都应相同',
  rules: [LAST_DIGIT, CUT_OFF],
  relate: (input) =>
    acrossForms(input, 'same-figure').concat(
      partsElsewhere(input),
      unstatedTotals(input),
      unitsTogether(input),
      textAgainstTables(input),
      textAgainstText(input),
      projectsAgree(input),
      yearAgrees(input),
      chartsAgree(input),
      assessedInText(input),
    ),
};

/** Equalities within the nodes; those between income and expenditure belong to balance. */
export function acrossForms({ cube }: CheckInput, rule: 'same-figure' | 'balance'): Relation[] {
  const relations: Relation[] = [];
  for (const node of cube.nodes) {
    const { facts, reference: first } = node;
    for (const fact of facts) {
      if (fact === first || sameRow(fact, first) || (!isPrinted(fact) && !isPrinted(first))) continue;
      const opposed = fact.key.flow !== first.key.flow && (fact.key.item === 'total' || fact.key.item === 'grand');
      if (opposed === (rule === 'balance')) relations.push({ rule, stated: fact, terms: [{ fact: first, sign: 1 }] });
    }
  }
  return relations;
}

function sameRow(a: Fact, b: Fact): boolean {
  return a.statement === b.statement && a.block === b.block && a.row === b.row;
}

/** A whole in one form, its parts in others; sums that one row prints itself are that row's own affair. */
function partsElsewhere({ cube }: CheckInput): Relation[] {
  const relations: Relation[] = [];
  for (const node of cube.nodes) {
    for (const parts of cube.divisions(node)) {
      if (parts.some((part, at) => part === node || parts.indexOf(part) < at)) continue;
      if (node.facts.some((fact) => parts.every((part) => part.facts.some((other) => sameRow(fact, other))))) continue;
      relations.push({
        rule: 'same-figure',
        stated: node.reference,
        terms: parts.map(({ reference }) => ({ fact: reference, sign: 1 })),
      });
    }
  }
  return relations;
}

const PARTS_ONLY = /主要|重点|节选|摘要/;

/** A sum of several figures that holds: no accident. */
function saysSum({ stated, terms }: Relation): boolean {
  if (terms.filter(({ fact }) => !fact.amount.value.isZero()).length < 2) return false;
  const difference = terms.reduce((rest, { fact }) => rest.minus(inYuan(fact)), inYuan(stated));
  const slack = terms.reduce((sum, { fact }) => sum.plus(slackInYuan(fact)), slackInYuan(stated));
  return difference.abs().lessThanOrEqualTo(slack);
}

/**
 * A table without a 合计 row: its rows together are the figure that another form states. Rows of codes may be an excerpt
 * (主要科目): they are complete only where a column says so.
 */
function unstatedTotals({ disclosure, cube }: CheckInput): Relation[] {
  const relations: Relation[] = [];
  disclosure.statements.forEach((statement) => {
    for (const block of statement.blocks) {
      const root = statement.key.item ?? 'total';
      // A row of the form's own item is its total, whatever it is called: 一、“三公”经费支出 over its parts, 二、机关运行经费 beside
      // it.
      if (
        block.rows.length === 0 ||
        block.rows.some(
          ({ role, key }) => role === 'total' || (key.item === root && key.entity === undefined && root !== 'total'),
        )
      )
        continue;
      const children = new Set(block.rows.flatMap((row) => row.parts));
      const tops = block.rows.flatMap((row, at) => (children.has(at) || row.partial ? [] : [at]));
      const own: Relation[] = [];
      block.columns.forEach((column, at) => {
        if (column.role !== 'amount') return;
        const facts = tops.flatMap((row) => disclosure.facts[block.facts[row]![at]!] ?? []);
        const [first] = facts;
        if (!first || !facts.some(isPrinted)) return;
        const node = cube.at({ ...first.key, item: column.key.item ?? statement.key.item ?? 'total', entity: 'all' });
        if (node && !facts.includes(node.reference))
          own.push({ rule: 'same-figure', stated: node.reference, terms: facts.map((fact) => ({ fact, sign: 1 })) });
      });
      const excerpt = PARTS_ONLY.test(statement.title) || tops.some((row) => block.rows[row]!.code !== '');
      if (!excerpt || own.some(saysSum)) relations.push(...own);
    }
  });
  return relations;
}
