import type { Digest, Submission } from '../model/digest';
import { comparable } from '../shared/text';

/*
 * Files that were submitted twice. It is said, and nothing is concluded from it: a department may well hand in its
 * explanation and its tables as two files.
 */

/** Longer lists are cut. */
const MOST_NAMED = 5;

/** What is to be said of each submission, in the order given. */
export function repeats(submissions: readonly Submission[]): string[][] {
  const said = submissions.map((): string[] => []);
  const sameContent = groupsOf(submissions, ({ fingerprint }) => fingerprint);
  for (const group of sameContent) for (const at of group) said[at]!.push(`与${namesOf(group, at)}内容完全相同`);
  // Of files of one content the first speaks for the others.
  const copies = new Set(sameContent.flatMap(([, ...others]) => others));
  const sameReport = groupsOf(submissions, (submission, at) =>
    submission.state === 'read' && !copies.has(at) ? reportOf(submission.digest) : undefined,
  );
  for (const group of sameReport)
    for (const at of group) said[at]!.push(`与${namesOf(group, at)}是同一单位、同一年度的${kindOf(submissions[at]!)}`);
  return said;
}

function kindOf(submission: Submission): string {
  return submission.state === 'read' ? submission.digest.kind : '文件';
}

/** Whose report of which year it is; nothing when one of them is not known. */
function reportOf({ entity, year, kind }: Digest): string | undefined {
  return entity === '' || year === null ? undefined : `${comparable(entity)} ${year} ${kind}`;
}

/** Groups of two and more, by their index. */
function groupsOf(
  submissions: readonly Submission[],
  key: (submission: Submission, at: number) => string | undefined,
): number[][] {
  const groups = new Map<string, number[]>();
  submissions.forEach((submission, at) => {
    const of = key(submission, at);
    if (of === undefined) return;
    const group = groups.get(of);
    if (group) group.push(at);
    else groups.set(of, [at]);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The others of a group by their numbers in the list. */
function namesOf(group: readonly number[], self: number): string {
  const named: number[] = [];
  for (const at of group) {
    if (at !== self) named.push(at + 1);
    if (named.length === MOST_NAMED) break;
  }
  const others = group.length - 1;
  return `第 ${named.join('、')} 号${others > named.length ? `等 ${others} 个` : ''}文件`;
}
