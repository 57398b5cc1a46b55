import { pattern } from '../shared/pattern';
import type { Statement, StatementBlock } from '../model/disclosure';
import type { TextFact } from '../model/narrative';
import type { Remark } from '../model/relation';
import { memoized } from '../shared/memo';
import { comparable } from '../shared/text';
import { FUNCTION_CLASSES } from '../vocabulary/functional';
import type { Check, CheckInput } from './check';
import type { RowAt } from './rows';
import { inspectAll, type Rule } from './rule';
import { itemsInText } from './rules/names/items-in-text';
import { wordsAt } from './rules/structure/places';

const BASIS = '《政府收支分类科目》：一个编码只有一个名称，以当年版为准';

const NAME_RULES: readonly Rule[] = [
  { id: 'names/one-name', title: '一个编码一个名称', basis: BASIS, dependsOn: 'shape', inspect: oneName },
  { id: 'names/former', title: '科目名称现行', basis: BASIS, dependsOn: 'shape', inspect: outdated },
  itemsInText,
  {
    id: 'names/twin-projects',
    title: '项目不同名',
    basis: '项目按名称区分',
    dependsOn: 'shape',
    inspect: twinProjects,
  },
];

/** One code, one name in every table; names of 类 as they are now. */
export const names: Check = {
  id: 'names',
  title: '科目名称一致、现行',
  basis: BASIS,
  relate: () => [],
  rules: NAME_RULES,
  inspect: (input) => inspectAll(NAME_RULES, input),
};

/** Two projects of one name in one table: allowed, but nobody can refer to them by name. */
function twinProjects({ rows }: CheckInput): Remark[] {
  const byBlock = new Map<StatementBlock, RowAt[]>();
  for (const project of rows.projects) {
    if (project.row.parts.length > 0 || project.row.label === '') continue;
    const known = byBlock.get(project.block);
    if (known) known.push(project);
    else byBlock.set(project.block, [project]);
  }
  return [...byBlock].flatMap(([block, projects]) => twinsAmong(block, projects));
}

function twinsAmong({ rows }: StatementBlock, projects: readonly RowAt[]): Remark[] {
  if (projects.length < 2) return [];
  const byName = new Map<string, TextFact[]>();
  const above = new Map(rows.flatMap(({ parts }, at) => parts.map((part) => [part, at] as const)));
  for (const { row, at } of projects) {
    // Two institutions may each have a project of that name.
    const name = `${bareName(row.label)}|${bareName(row.category)}|${above.get(at) ?? ''}`;
    const fact = wordsAt(row.label, row.place);
    const known = byName.get(name);
    if (known) known.push(fact);
    else byName.set(name, [fact]);
  }
  const twins = [...byName.values()].filter((facts) => facts.length > 1);
  const { title } = projects[0]!.statement;
  return twins.map((figures) => ({
    rule: 'names/twin-projects',
    severity: 'info',
    figures,
    message: `《${title}》有 ${figures.length} 个项目同名“${figures[0]!.amount.raw}”，按名称无法区分`,
  }));
}

interface Named {
  readonly label: string;
  readonly statement: Statement;
  readonly fact: TextFact;
}

const CODE = /^\d{3,7}$/;

/** The same code under different names in different tables. */
function oneName({ rows }: CheckInput): Remark[] {
  const byCode = new Map<string, Map<string, Named>>();
  for (const { row, statement } of rows.coded) {
    if (row.label === '' || !CODE.test(row.code)) continue;
    const name = bareName(row.label);
    const known = byCode.get(row.code);
    if (known?.has(name)) continue;
    const named = { label: row.label, statement, fact: wordsAt(row.label, row.place) };
    if (known) known.set(name, named);
    else byCode.set(row.code, new Map([[name, named]]));
  }
  return [...byCode].flatMap(([code, known]): Remark[] => {
    if (known.size < 2) return [];
    const all = [...known.values()];
    // A label cut by a page or column break is the beginning of the whole one.
    const distinct = all.filter(
      (one) => !all.some((other) => other !== one && bareName(other.label).startsWith(bareName(one.label))),
    );
    if (distinct.length < 2) return [];
    const told = distinct.map(({ label, statement }) => `《${statement.title}》“${label}”`).join('、');
    return [
      {
        rule: 'names/one-name',
        severity: 'info',
        message: `科目 ${code} 名称不一致：${told}`,
        figures: distinct.map(({ fact }) => fact),
      },
    ];
  });
}

const bareName = memoized((label) => comparable(label).replace(/[、,.。]/g, ''));

const RENAMED_SINCE = 2020;
const FORMER = FUNCTION_CLASSES.flatMap(({ name, formerly }) =>
  (formerly ?? []).filter((old) => old.length > 5).map((old) => ({ old, name })),
);
const FORMER_NAMES = pattern(FORMER.map(({ old }) => old).join('|'));
/** The former name in a label, '' where there is none. */
const formerIn = memoized((label) => FORMER_NAMES.exec(comparable(label))?.[0] ?? '');

/** 医疗卫生与计划生育支出 in a document of today. */
function outdated({ disclosure }: CheckInput): Remark[] {
  const { narrative, profile, statements } = disclosure;
  if ((profile.year ?? 0) < RENAMED_SINCE) return [];
  const now = (old: string): string => FORMER.find((each) => each.old === old)?.name ?? '';
  const lines = (narrative?.lines ?? []).flatMap(({ text, place, section }): Remark[] => {
    const match = FORMER_NAMES.exec(text);
    if (!match) return [];
    const at =
      'line' in place ? { line: place.line, column: place.column + match.index, length: match[0].length } : place;
    return [
      {
        rule: 'names/former',
        severity: 'info',
        message: `“${match[0]}”是旧科目名称，现为“${now(match[0])}”`,
        figures: [wordsAt(match[0], at, section)],
      },
    ];
  });
  const remarks: Remark[] = [];
  for (const { title, blocks } of statements)
    for (const { rows, facts } of blocks)
      for (const [at, row] of rows.entries()) {
        const old = formerIn(row.label);
        if (old === '' || !facts[at]!.some((id) => id >= 0 && !disclosure.facts[id]!.amount.value.isZero())) continue;
        remarks.push({
          rule: 'names/former',
          severity: 'info',
          message: `《${title}》“${row.label}”是旧科目名称，现为“${now(old)}”`,
          figures: [wordsAt(row.label, row.place)],
        });
      }
  return [...lines, ...remarks];
}
