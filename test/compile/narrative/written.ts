import { checkText, type Checked } from '../../../src';
import { BLANK, explain, toPlainText } from '../../../src/compile/narrative';
import type { Place } from '../../../src/model/source';
import type { FamilyDocument } from '../../ledger/families';

/*
 * What the tests of the explanation share: tables without their own explanation, and an explanation whose blanks
 * somebody has filled in.
 */

/** A generated document without its explanation: whose it is, and its tables. */
export function tablesOf({ text, ledger, family }: FamilyDocument): string {
  const lines = text.split('\n');
  const lineOf = (place: Place): number => ('line' in place ? place.line : 0);
  const { level, year, entity } = ledger;
  const kind = `${level === 'department' ? '部门' : '单位'}${family.endsWith('budget') ? '预算' : '决算'}`;
  const forms = checkText('样例', text).disclosure.statements.map(({ titlePlace, place, blocks, notes }) => {
    const rows = blocks.flatMap((block) => block.rows.map((row) => row.place));
    const last = Math.max(...[place, ...rows, ...notes.map((note) => note.place)].map(lineOf));
    return lines.slice(lineOf(titlePlace) - 1, last).join('\n');
  });
  return [`${entity}\n\n${year}年度${kind}公开`, ...forms].join('\n\n\n');
}

/** The explanation of a text's tables. */
export function written(tables: string): string {
  return toPlainText(explain(checkText('表', tables).disclosure));
}

/** Tables with an explanation behind them. */
export function together(tables: string, explanation: string): string {
  return `${tables}\n\n${explanation}`;
}

/** As an institution would fill it in where nothing has changed and nothing was bought. */
export function fillIn(explanation: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [
      /年初预算为____万元，支出决算为([\d.]+)万元，完成年初预算的____%(?:，决算数与年初预算数存在差异的主要原因是____)?/g,
      '年初预算为$1万元，支出决算为$1万元，完成年初预算的100.00%',
    ],
    [/与上年相比____（[^）]*）(?:，主要原因是____)?/g, '与上年持平'],
    [/____（[^）]*没有[^）]*）/g, '0万元'],
    [/合同金额____（[^）]*比例）/g, '合同金额0万元'],
    [/____（金额[^）]*）/g, '0万元'],
    [/____（个数）/g, '0个'],
    [/车辆____（[^）]*）/g, '车辆0辆'],
    [/____（数量）/g, '0台（套）'],
    [/____(?=万元|%|个|批次|人次|辆)/g, '0'],
    [/(用于|结果为|原因是)____/g, '$1日常工作'],
  ];
  const filled = rules.reduce((text, [pattern, by]) => text.replace(pattern, by), explanation);
  if (filled.includes(BLANK))
    throw new Error(`not filled in: ${filled.slice(filled.indexOf(BLANK) - 30).slice(0, 80)}`);
  return filled;
}

/** Messages above a remark. */
export function alarms({ reconciliation }: Checked): string[] {
  return reconciliation.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
}
