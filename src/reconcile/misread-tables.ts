import type { Disclosure } from '../model/disclosure';
import { type Finding, isText, type Reconciliation } from '../model/relation';

/*
 * Tables without lines or tabs are put together by where their text stands. Where that went wrong, figures stand under
 * the wrong heads and hardly anything agrees: many contradictions at once in such tables speak against the reading, not
 * against the figures.
 */

/** A careless document may well have so many slips in its tables; more of them, and the reading is doubted. */
const MOST_SLIPS = 4;
const SHOWN_TITLES = 3;

/** The findings, those in tables that seem to be misread as one to look at; nothing that was found is lost. */
export function withDoubts(disclosure: Disclosure, reconciliation: Reconciliation): Reconciliation {
  const { statements } = disclosure;
  if (!statements.some(({ isLoose }) => isLoose)) return reconciliation;
  const ofLoose = ({ severity, facts }: Finding): boolean =>
    severity !== 'info' && facts.some((fact) => !isText(fact) && statements[fact.statement]!.isLoose === true);
  const doubtful = reconciliation.findings.filter(ofLoose);
  if (doubtful.length <= MOST_SLIPS) return reconciliation;
  const others = reconciliation.findings.filter((finding) => !doubtful.includes(finding));
  const errors = others.filter(({ severity }) => severity === 'error');
  return {
    ...reconciliation,
    findings: [...errors, doubtOf(disclosure, doubtful), ...others.filter(({ severity }) => severity !== 'error')],
  };
}

function doubtOf({ statements }: Disclosure, findings: readonly Finding[]): Finding {
  const [first] = findings;
  const facts = [...new Set(findings.flatMap((finding) => finding.facts))];
  const titles = [
    ...new Set(
      facts.flatMap((fact) =>
        isText(fact) || !statements[fact.statement]!.isLoose ? [] : [`《${statements[fact.statement]!.title}》`],
      ),
    ),
  ];
  const named = `${titles.slice(0, SHOWN_TITLES).join('')}${titles.length > SHOWN_TITLES ? `等 ${titles.length} 张表` : ''}`;
  return {
    id: 'structure#0',
    rule: 'structure',
    severity: 'warning',
    message: `${named}没有分栏的线，各栏按文字的位置分开；有 ${findings.length} 处数字不符，可能是栏目读错，请对照原件核实`,
    stated: '',
    expected: '',
    difference: '',
    unit: '',
    suspects: first!.suspects,
    facts,
    evidence: findings.map(({ message }) => message),
  };
}
