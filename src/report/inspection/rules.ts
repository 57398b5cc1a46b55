import type { Disclosure } from '../../model/disclosure';
import type { InspectionGroup, InspectionIssue, InspectionItem } from '../../model/inspection';
import {
  type Figure,
  type Finding,
  isText,
  type Reconciliation,
  type Severity,
  type Tally,
} from '../../model/relation';
import { groupOf, type RuleGroup } from '../../model/rule';
import { type Between, INSPECTION_PARTS, type RuleItem, WORDS } from './items';

/* The items of the form that stand for rules, with the findings below them. Every finding stands under exactly one. */

/** What a rule says of itself. */
export interface RuleText {
  readonly id: RuleGroup;
  readonly title: string;
  readonly basis: string;
}

const RESULT: readonly (readonly [Severity, string])[] = [
  ['error', '不符合'],
  ['warning', '提醒'],
  ['info', '提示'],
];
/** Issues that are shown below one item; 核对结果 has all of them. */
const MOST_ISSUES = 30;
const LONGEST = 180;

/** With tables only, or with the text: a wrong cell that only the text contradicts is a contradiction with the text. */
export function betweenOf({ suspects, facts }: Finding): Between {
  const [suspect] = suspects;
  if (suspect && isText(suspect)) return 'text';
  const cells = facts.filter((figure) => !isText(figure)).length;
  return facts.length > cells && cells < 2 ? 'text' : 'tables';
}

function isOf({ rule, between }: RuleItem, finding: Finding): boolean {
  return rule === groupOf(finding.rule) && (between === undefined || between === betweenOf(finding));
}

/** 不符合 1 处, 提醒 2 处 …, a line each; '' for no findings. */
export function countText(findings: readonly Finding[]): string {
  return RESULT.flatMap(([severity, word]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${word} ${count} 处`] : [];
  }).join('\n');
}

/** Sums that rounding explains are told by how many they are. */
function isRounding({ rounding }: Finding): boolean {
  return rounding === true;
}

function hasUntied({ roles = [] }: RuleItem, { narrative }: Disclosure): boolean {
  return narrative?.figures.some(({ role }) => roles.includes(role)) ?? false;
}

function resultOf(
  item: RuleItem,
  findings: readonly Finding[],
  relations: number,
  disclosure: Disclosure,
): Pick<InspectionItem, 'result' | 'tone'> {
  if (findings.length > 0) {
    const [gravest] = RESULT.find(([severity]) => findings.some((finding) => finding.severity === severity))!;
    const fits = relations > 0 && findings.every(isRounding);
    return { result: `${fits ? `${WORDS.fits}\n` : ''}${countText(findings)}`, tone: fits ? 'good' : gravest };
  }
  if (relations > 0) return { result: WORDS.fits, tone: 'good' };
  if (hasUntied(item, disclosure)) return { result: WORDS.ask, tone: 'open' };
  return item.looksAt?.(disclosure) ? { result: WORDS.unseen, tone: 'good' } : { result: WORDS.nothing, tone: 'plain' };
}

/** By these words a message proposes what a figure should be. */
const PROPOSED = /疑应为/;

/** Where the message begins to propose; its length where it does not. */
function proposalAt({ message, expected }: Finding): number {
  const at = message.lastIndexOf('。');
  return expected !== '' && at > 0 && PROPOSED.test(message.slice(at)) ? at : message.length;
}

/** The message without what the next column says again, and no longer than a reader of a form cares for. */
function issueText(finding: Finding): string {
  const told = finding.message.slice(0, proposalAt(finding));
  return told.length > LONGEST ? `${told.slice(0, LONGEST)}…（全文见“核对结果”）` : told;
}

/** Only what the message itself proposes: other findings say what does not agree, not which figure to change. */
function proposalOf(finding: Finding): string | undefined {
  const { message, stated, expected, unit } = finding;
  if (proposalAt(finding) === message.length) return undefined;
  return `${stated === '' ? '空白' : stated} → ${expected}${unit}，请核实`;
}

export function issueOf(finding: Finding): InspectionIssue {
  const [figure] = finding.suspects;
  const proposal = proposalOf(finding);
  return {
    text: issueText(finding),
    severity: finding.severity,
    ...(figure && { figure, place: figure.place }),
    ...(proposal !== undefined && { proposal }),
  };
}

function remarkOf(relations: number, findings: readonly Finding[], hidden: number): string {
  const rounding = findings.filter(isRounding).length;
  return [
    ...(relations > 0 ? [`核对关系 ${relations} 条`] : []),
    ...(rounding > 0 ? [`尾差 ${rounding} 条（一张表一条），均在四舍五入范围内`] : []),
    ...(hidden > 0 ? [`另有 ${hidden} 处见“核对结果”`] : []),
  ].join('；');
}

function itemOf(
  item: RuleItem,
  text: RuleText | undefined,
  findings: readonly Finding[],
  relations: number,
  disclosure: Disclosure,
): InspectionItem {
  const listed = findings.filter((finding) => !isRounding(finding));
  // The gravest first, otherwise in the order of 核对结果.
  const shown = RESULT.flatMap(([severity]) => listed.filter((finding) => finding.severity === severity)).slice(
    0,
    MOST_ISSUES,
  );
  return {
    name: item.name ?? text?.title ?? item.rule,
    asks: item.asks ?? text?.basis ?? '',
    ...resultOf(item, findings, relations, disclosure),
    remark: {
      text:
        remarkOf(relations, findings, listed.length - shown.length) ||
        (relations === 0 && hasUntied(item, disclosure) ? '文中有此内容，没有数字可以与它核对' : ''),
    },
    issues: shown.map(issueOf),
  };
}

function relationsOf({ rule, between }: RuleItem, tallies: readonly Tally[]): number {
  const of = tallies.filter(
    (tally) => tally.rule === rule && (between === undefined || (between === 'text') === tally.ofText),
  );
  return of.reduce((sum, { relations }) => sum + relations, 0);
}

/** The groups of rules with what each came to. */
export function ruleGroups(
  disclosure: Disclosure,
  { findings, tally, switchedOff = [] }: Reconciliation,
  texts: readonly RuleText[],
): InspectionGroup[] {
  const tallies = tally?.() ?? [];
  const off = new Map<string, number>(switchedOff.map(({ rule, findings: hidden }) => [rule, hidden]));
  return INSPECTION_PARTS.map(({ title, items }) => ({
    title,
    items: items.flatMap((item): InspectionItem[] => {
      const text = texts.find(({ id }) => id === item.rule);
      const own = findings.filter((finding) => isOf(item, finding));
      const relations = relationsOf(item, tallies);
      if (item.ifAny && own.length === 0 && relations === 0) return [];
      const hidden = off.get(item.rule);
      if (hidden === undefined) return [itemOf(item, text, own, relations, disclosure)];
      return [
        {
          name: item.name ?? text?.title ?? item.rule,
          asks: item.asks ?? text?.basis ?? '',
          result: WORDS.off,
          tone: 'open',
          remark: { text: `规则文件停用${hidden > 0 ? `，此规则有 ${hidden} 处没有列出` : ''}` },
          issues: [],
        },
      ];
    }),
  }));
}

/** A figure in words: where it stands, and what it is. */
export function figureText(disclosure: Disclosure, figure: Figure): string {
  if (isText(figure)) {
    const title = figure.form ?? disclosure.narrative?.sections[figure.section]?.title ?? '';
    return `${title === '' ? '' : figure.form === undefined ? `“${title}”` : `《${title}》`}${figure.subject} ${figure.amount.raw}${figure.unit}`;
  }
  const statement = disclosure.statements[figure.statement];
  const block = statement?.blocks[figure.block];
  const row = block?.rows[figure.row];
  const path = block?.columns[figure.column]?.path ?? [];
  const names = [row?.label || row?.code || '', path[path.length - 1] ?? ''].filter((name) => name !== '');
  return `《${statement?.title ?? ''}》${names.join('·')} ${figure.amount.raw}`;
}
