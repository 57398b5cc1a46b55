import type { Disclosure } from '../../model/disclosure';
import type { TextRole } from '../../model/narrative';
import type { RuleGroup } from '../../model/relation';

/*
 * 检查表 as data: its groups, which rules stand in each, and its words. Titles and grounds of the rules are the rules'
 * own; a rule that ties tables to each other as well as the text to tables stands in two groups and says there what it
 * ties.
 */

/** Between which figures: of tables only, or with one of the text among them; absent for both. */
export type Between = 'tables' | 'text';

export interface RuleItem {
  readonly rule: RuleGroup;
  readonly between?: Between;
  /** Instead of the rule's own title and grounds. */
  readonly name?: string;
  readonly asks?: string;
  /** Left out where there is nothing to check: most documents have no such column or sentence. */
  readonly ifAny?: true;
  /**
   * Figures of the text that the rule is for: where there are some, but nothing to check them against, a person has to.
   */
  readonly roles?: readonly TextRole[];
  /** For a rule that looks and does not reckon: is there anything that it looks at? */
  readonly looksAt?: (disclosure: Disclosure) => boolean;
}

/** A part of the form, with the groups of rules that stand in it. */
export interface InspectionPart {
  readonly title: string;
  readonly items: readonly RuleItem[];
}

const hasTables = ({ statements }: Disclosure): boolean => statements.length > 0;
const hasText = ({ narrative }: Disclosure): boolean => (narrative?.lines.length ?? 0) > 0;
const hasCodes = ({ statements }: Disclosure): boolean =>
  statements.some(({ blocks }) => blocks.some(({ rows }) => rows.some(({ code }) => code !== '')));
const listsNames = ({ narrative }: Disclosure): boolean =>
  narrative?.claims.some(({ kind }) => kind === 'names') ?? false;

export const INSPECTION_PARTS: readonly InspectionPart[] = [
  {
    title: '表内勾稽',
    items: [
      { rule: 'sum/rows' },
      { rule: 'sum/children' },
      { rule: 'sum/columns' },
      { rule: 'balance' },
      { rule: 'bound', between: 'tables', ifAny: true },
      { rule: 'share', between: 'tables', name: '占比栏等于部分除以总体', ifAny: true },
      { rule: 'change', between: 'tables', name: '增减额、增减比例栏与两年数字一致', ifAny: true },
      { rule: 'completion', between: 'tables', name: '完成比例栏与预算数、决算数一致', ifAny: true },
    ],
  },
  { title: '表间勾稽', items: [{ rule: 'same-figure', between: 'tables' }] },
  {
    title: '表文一致',
    items: [
      {
        rule: 'same-figure',
        between: 'text',
        name: '说明中的数字与表中一致',
        asks: '说明文字、绩效目标表等附件中的数字，与表中同一项目的数字相同；文中前后所写的同一数字相同',
      },
      { rule: 'parts' },
      { rule: 'share', between: 'text', name: '文中占比等于部分除以总体', roles: ['share'] },
      { rule: 'change', between: 'text', name: '文中增减额、增减比例与两年数字一致', roles: ['delta', 'rate'] },
      { rule: 'completion', between: 'text', name: '文中完成比例与预算数、决算数一致', ifAny: true },
      { rule: 'prior-year' },
      { rule: 'bound', between: 'text', name: '文中部分不大于总体', ifAny: true },
      { rule: 'count', ifAny: true },
      { rule: 'list', looksAt: listsNames },
    ],
  },
  {
    title: '文字与名称规范',
    items: [
      { rule: 'names', looksAt: hasCodes },
      { rule: 'structure', looksAt: (disclosure) => hasTables(disclosure) || hasText(disclosure) },
    ],
  },
];

export const WORDS = {
  title: '公开检查表',
  complete: '完整性',
  contents: '说明内容',
  open: '未核对',
  release: '公开的时间、渠道',
  form: { required: '应公开；没有数据的列空表并说明', optional: '有此项的应公开', other: '文件中印有的表' },
  printed: '已公开',
  empty: '空表',
  missing: '缺失',
  fits: '符合',
  nothing: '无此内容',
  unseen: '未发现',
  ask: '请人工核实',
  told: '已说明',
  absent: '未见',
  off: '未检查',
} as const;

/** What is asked of the depth of the forms: 《地方预决算公开操作规程》, 项级 by function, 款级 by economic class. */
export const DEPTHS = [
  { name: '按功能分类细化', asks: '支出公开到功能分类项级科目', class: /^\d{3}$/, deepest: /^\d{7}$/, level: '项级' },
  {
    name: '按经济分类细化',
    asks: '基本支出公开到部门预算支出经济分类款级科目',
    class: /^e:\d{3}$/,
    deepest: /^e:\d{5}$/,
    level: '款级',
  },
] as const;

export const NOTES: readonly string[] = [
  '本表与“核对结果”出自同一次核对；此后改动了工作簿的，请重新核对，以重新核对后的表为准。',
  '本表只反映文件内容的核对情况；公开时间、公开渠道、保密审查等文件以外的事项列出请人工核实。“符合”“未发现”只就所列的核对而言。',
];
