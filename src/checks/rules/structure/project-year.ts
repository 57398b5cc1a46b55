import type { DocumentLine } from '../../../model/disclosure';
import type { Remark } from '../../../model/relation';
import { numberLevel } from '../../../vocabulary/narrative/headings';
import { MONEY_WORDS, PLAN_OF_YEAR, THIS_YEAR } from '../../../vocabulary/narrative/projects';
import { type Rule, say } from '../../rule';
import { spot } from './places';

/** So many lines a plan may take. */
const REACH = 12;

/** The lines below a heading, up to the next heading as high. */
function below(lines: readonly DocumentLine[], at: number): DocumentLine[] {
  const level = numberLevel(lines[at]!.text);
  const found: DocumentLine[] = [];
  for (const line of lines.slice(at + 1, at + 1 + REACH)) {
    const its = numberLevel(line.text);
    if (line.part === 'chapter' || line.part === 'title' || (its > 0 && its <= level)) break;
    found.push(line);
  }
  return found;
}

/** 年度预算安排 of a project that speaks of the total and of other years only. */
export const projectYear: Rule = {
  id: 'structure/project-year',
  title: '重点项目的年度预算安排写明本年度金额',
  basis: '重点项目应说明项目概述、立项依据、实施主体、实施方案、实施周期、年度预算安排、绩效目标',
  dependsOn: 'shape',
  inspect: ({ disclosure: { profile }, lines }) => {
    const { year, kind } = profile;
    if (year === null || kind !== 'budget') return [];
    return lines.flatMap((line, at): Remark[] => {
      if (line.part === 'contents' || !PLAN_OF_YEAR.test(line.text.trim())) return [];
      const text = [line, ...below(lines, at)].map((each) => each.text.replace(/\s/g, '')).join('');
      if (!MONEY_WORDS.test(text) || THIS_YEAR.test(text) || text.includes(`${year}年`)) return [];
      return [
        say('structure/project-year', '“{title}”没有写 {year} 年度的金额', {
          severity: 'warning',
          figures: [spot(line, 0, line.text.trim())],
          with: { title: line.text.trim(), year },
        }),
      ];
    });
  },
};
