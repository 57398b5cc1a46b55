import type { InspectionGroup, InspectionItem } from '../../model/inspection';
import type { Scores } from '../../model/policy';
import type { Decimal } from '../../shared/decimal';
import { plain, ZERO } from '../../shared/decimal';
import { WORDS } from './items';

/*
 * Points by a rule file: an item of the form, or a whole group, has so many; all of them where nothing was found but
 * remarks, none where something has to be put right. What only a person can say is left to a person.
 */

/** Results that nobody has looked at. */
const UNKNOWN: readonly string[] = [WORDS.off];

type Mark = 'all' | 'none' | 'open';

function markOf({ tone, result }: InspectionItem): Mark {
  if (tone === 'error' || tone === 'warning') return 'none';
  return tone === 'open' || UNKNOWN.includes(result) ? 'open' : 'all';
}

/** A group is as good as its worst item. */
function worst(marks: readonly Mark[]): Mark {
  return marks.includes('none') ? 'none' : marks.includes('open') ? 'open' : 'all';
}

function scoreOf(full: Decimal, mark: Mark): NonNullable<InspectionItem['score']> {
  return { full: plain(full), ...(mark !== 'open' && { got: mark === 'all' ? plain(full) : '0' }) };
}

interface Scored {
  readonly groups: readonly InspectionGroup[];
  /** What it comes to, one line; '' without points. */
  readonly line: string;
  /** Points for what the form does not have. */
  readonly notes: readonly string[];
}

/** The groups with points where a rule file gives any, and their sum. */
export function scored(groups: readonly InspectionGroup[], scores: Scores | undefined): Scored {
  if (!scores) return { groups, line: '', notes: [] };
  const used = new Set<string>();
  const given: NonNullable<InspectionItem['score']>[] = [];
  const take = (name: string, mark: Mark): InspectionItem['score'] => {
    const full = used.has(name) ? undefined : scores.points.get(name);
    if (!full) return undefined;
    used.add(name);
    given.push(scoreOf(full, mark));
    return given[given.length - 1];
  };
  const withPoints = groups.map((group): InspectionGroup => {
    const own = take(group.title, worst(group.items.map(markOf)));
    const items = group.items.map((item): InspectionItem => {
      const score = take(item.name, markOf(item));
      return score ? { ...item, score } : item;
    });
    return { ...group, items, ...(own && { score: own }) };
  });
  const left = [...scores.points.keys()].filter((name) => !used.has(name));
  return {
    groups: withPoints,
    line: lineOf(given, scores),
    notes:
      left.length === 0 ? [] : [`规则文件 ${scores.source} 给分的“${left.join('”、“')}”不是本表的项目，没有计分。`],
  };
}

function lineOf(given: readonly NonNullable<InspectionItem['score']>[], { source }: Scores): string {
  const sum = (values: readonly string[]): Decimal => values.reduce((total, each) => total.plus(each), ZERO);
  const judged = given.filter(({ got }) => got !== undefined);
  const [full, got] = [sum(judged.map((each) => each.full)), sum(judged.map((each) => each.got!))];
  const open = sum(given.filter(({ got: own }) => own === undefined).map((each) => each.full));
  return `评分（按规则文件 ${source}）：已评 ${plain(full)} 分，得 ${plain(got)} 分${open.isZero() ? '' : `；请人工评 ${plain(open)} 分`}。`;
}
