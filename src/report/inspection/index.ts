import type { Disclosure } from '../../model/disclosure';
import type { Family } from '../../model/form';
import type { InspectionForm, InspectionGroup } from '../../model/inspection';
import type { Reconciliation, Severity } from '../../model/relation';
import { completeness } from './complete';
import { contents } from './contents';
import { NOTES, WORDS } from './items';
import { openFigures } from './open';
import { release, releaseDates } from './release';
import { ruleGroups, type RuleText } from './rules';
import { scored } from './score';

export type { RuleText } from './rules';

const KIND = { budget: '预算', final: '决算' } as const;
const LEVEL = { unit: '单位', department: '部门' } as const;
const SEVERITY: readonly (readonly [Severity, string])[] = [
  ['error', '错误'],
  ['warning', '提醒'],
  ['info', '提示'],
];

/** What the form is made of. */
export interface Inspected {
  readonly disclosure: Disclosure;
  readonly family: Family | undefined;
  readonly reconciliation: Reconciliation;
  /** What the rules say of themselves. */
  readonly rules: readonly RuleText[];
  /** Further lines below the form. */
  readonly notes?: readonly string[];
}

/**
 * The form that an inspector sends back: what was checked, item by item, and what was found; its counts are those of
 * 核对结果.
 */
export function inspectionForm({ disclosure, family, reconciliation, rules, notes = [] }: Inspected): InspectionForm {
  const { kind, level, year, entity, shared } = disclosure.profile;
  const { findings } = reconciliation;
  const document = `${LEVEL[level]}${KIND[kind]}`;
  const counts = SEVERITY.map(
    ([severity, word]) => `${word} ${findings.filter((finding) => finding.severity === severity).length} 处`,
  );
  const complete = completeness(disclosure, family);
  const score = scored(
    [
      complete,
      ...ruleGroups(disclosure, reconciliation, rules),
      contents(disclosure),
      openFigures(disclosure, reconciliation),
      release(),
    ],
    reconciliation.scores,
  );
  return {
    title: `${year === null ? '' : `${year}年`}${document}${WORDS.title}`,
    head: [
      { label: `${LEVEL[level]}名称`, value: entity === '' ? '（未识别）' : entity },
      { label: '年度、类别', value: `${year === null ? '未注明' : `${year}年`}　${document}` },
      { label: '表样', value: family && !shared ? family.name : `通用（${family ? '标准表样' : '不属于已知模板'}）` },
      { label: '检查的文件', value: fileName(disclosure.file) },
      { label: '检查人', value: '' },
      { label: '检查日期', value: '' },
      { label: '检查单位', value: '' },
      ...releaseDates(disclosure),
    ],
    summary: `核对结果：${counts.join('，')}。${tablesText(disclosure, complete)}${score.line}`,
    groups: score.groups,
    notes: [...NOTES, ...(reconciliation.tuned ?? []).map((text) => `${text}。`), ...score.notes, ...notes],
    foot: [
      { label: '整改期限', value: '' },
      { label: '单位签收（盖章）', value: '' },
      { label: '签收日期', value: '' },
    ],
  };
}

/** How many tables there are, how many of them empty, how many are missing. */
function tablesText({ statements, missing }: Disclosure, { items }: InspectionGroup): string {
  const empty = items.filter(({ result }) => result === WORDS.empty).length;
  return `公开表 ${statements.length} 张，其中空表 ${empty} 张${missing.length > 0 ? `；缺失 ${missing.length} 张` : ''}。`;
}

/** Without the folders before it. */
function fileName(path: string): string {
  return path.normalize('NFC').replace(/^.*[\\/]/, '');
}
