import type { RulePolicy } from '../model/policy';
import type { Finding, Reconciliation, RuleId, Severity } from '../model/relation';
import { groupOf } from '../model/rule';
import { CHECKS } from '../checks';
import { plain } from '../shared/decimal';

/*
 * A rule file changes what is reported, never what is found: relations of a rule that is switched off still help to
 * tell which figure is wrong, and their figures still count as checked. What is left out is said.
 */

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };
const TITLES: ReadonlyMap<RuleId, string> = new Map(
  CHECKS.flatMap((check) => [check, ...(check.rules ?? [])]).map(({ id, title }) => [id, title]),
);

/**
 * The findings as a rule file wants them: some left out, some of another severity; ids stay. What was changed stands in
 * `tuned`.
 */
export function tune(reconciliation: Reconciliation, policy: RulePolicy): Reconciliation {
  const { scores } = policy;
  const hidden = new Map<RuleId, number>();
  let tolerated = 0;
  const findings = reconciliation.findings.flatMap((finding): Finding[] => {
    const [rule, wanted] = wantedOf(finding.rule, policy);
    if (wanted === 'off') {
      hidden.set(rule, (hidden.get(rule) ?? 0) + 1);
      return [];
    }
    if (isTolerated(finding, policy)) {
      tolerated += 1;
      return [
        {
          ...finding,
          severity: 'info',
          message: `${finding.message}（差额不超过 ${limitOf(policy)}，按规则文件作为尾差）`,
        },
      ];
    }
    return [wanted === undefined || finding.rounding ? finding : { ...finding, severity: wanted }];
  });
  const off = [...policy.rules]
    .filter(([, wanted]) => wanted === 'off')
    .map(([rule]) => ({ rule, findings: hidden.get(rule) ?? 0 }));
  return {
    ...reconciliation,
    findings,
    switchedOff: off,
    tuned: told(policy, off, tolerated),
    ...(scores && { scores }),
  };
}

/** What is wanted of a rule: what stands there of itself, else what stands there of its group; and which it was. */
function wantedOf(rule: RuleId, { rules }: RulePolicy): [RuleId, Severity | 'off' | undefined] {
  const group = groupOf(rule);
  const own = rules.get(rule);
  return own === undefined ? [group, rules.get(group)] : [rule, own];
}

function isTolerated({ severity, gap }: Finding, { tolerance }: RulePolicy): boolean {
  return severity !== 'info' && tolerance !== undefined && gap !== undefined && gap.lessThanOrEqualTo(tolerance);
}

function limitOf({ tolerance }: RulePolicy): string {
  return `${plain(tolerance!)} 元`;
}

function named(rule: RuleId): string {
  return `${rule}（${TITLES.get(rule) ?? ''}）`;
}

function told(policy: RulePolicy, off: NonNullable<Reconciliation['switchedOff']>, tolerated: number): string[] {
  const changed = [...policy.rules].flatMap(([rule, wanted]) =>
    wanted === 'off' ? [] : [`${named(rule)}记为${SEVERITY[wanted]}`],
  );
  const texts = [
    ...off.map(
      ({ rule, findings }) =>
        `规则 ${named(rule)}已停用，${findings > 0 ? `有 ${findings} 处没有列出` : '没有因此略去的内容'}`,
    ),
    ...(changed.length > 0 ? [`改了级别的规则：${changed.join('、')}`] : []),
    ...(policy.tolerance
      ? [`差额不超过 ${limitOf(policy)}的作为尾差${tolerated > 0 ? `，共 ${tolerated} 处` : '，没有这样的差额'}`]
      : []),
  ];
  return texts.map((text) => `按规则文件 ${policy.source}：${text}`);
}
