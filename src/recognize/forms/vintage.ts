import type { Disclosure, Fact, Statement } from '../../model/disclosure';
import { UNITS } from '../../model/disclosure';
import type { FactKey, PartialKey } from '../../model/key';

/*
 * Does a form include last year's carry-over or not? Its title should say so (不含上年结转); where it does not, its totals
 * do: they agree with the totals of this year's money or with those of all money elsewhere. A form whose totals agree
 * with neither is not held against other forms.
 */

/** Not a member of the vocabulary: figures under it are compared with nothing outside their table. */
const UNKNOWN = 'unknown';

type Draft = Pick<Disclosure, 'statements' | 'facts'>;

/** Settles the vintage of the statements that `open` names (those of no known form). */
export function settleVintages(draft: Draft, open: ReadonlySet<number>): Draft {
  const silent = new Set([...open].filter((at) => !saysVintage(draft.statements[at]!)));
  if (silent.size === 0) return draft;
  const known = new Totals(draft.facts.filter((fact) => !silent.has(fact.statement)));
  if (!known.carriesOver) return draft;
  const settled = new Map<number, string>();
  for (const at of silent) {
    const vintage = known.vintageOf(draft.facts.filter((fact) => fact.statement === at && isTotal(fact)));
    if (vintage !== 'all') settled.set(at, vintage);
  }
  const withVintage = <Key extends FactKey | PartialKey>(key: Key, at: number): Key => ({
    ...key,
    vintage: settled.get(at)!,
  });
  return {
    statements: draft.statements.map((statement, at) =>
      settled.has(at) ? { ...statement, key: withVintage(statement.key, at) } : statement,
    ),
    facts: draft.facts.map((fact) =>
      settled.has(fact.statement) ? { ...fact, key: withVintage(fact.key, fact.statement) } : fact,
    ),
  };
}

function saysVintage({ key, blocks }: Statement): boolean {
  return (
    key.vintage !== undefined ||
    blocks.some(
      (block) =>
        block.columns.some((column) => column.key.vintage !== undefined) ||
        block.rows.some((row) => row.key.vintage !== undefined),
    )
  );
}

function isTotal({ key, amount }: Fact): boolean {
  return key.item === 'total' && isOfAll(key) && !amount.value.isZero();
}

/** This year's, of all institutions, and no part of it under an unknown head. */
function isOfAll({ entity, year, slice }: FactKey): boolean {
  return entity === 'all' && year === '' && slice === '';
}

/** Totals by fund, nature and vintage, of both flows, as plain numbers of 元. */
class Totals {
  readonly carriesOver: boolean;
  private readonly values = new Map<string, Set<string>>();

  constructor(facts: readonly Fact[]) {
    let carried = false;
    for (const fact of facts) {
      if (!isOfAll(fact.key) || fact.amount.value.isZero() || !/^(?:total|grand)$/.test(fact.key.item)) continue;
      carried ||= fact.key.vintage === 'carryover';
      const place = `${fact.key.fund} ${fact.key.nature} ${fact.key.vintage}`;
      const known = this.values.get(place) ?? new Set<string>();
      known.add(plainValue(fact));
      this.values.set(place, known);
    }
    this.carriesOver = carried;
  }

  /** The vintage whose totals agree with these. */
  vintageOf(totals: readonly Fact[]): string {
    const found = { all: { agree: 0, differ: 0 }, current: { agree: 0, differ: 0 } };
    for (const fact of totals)
      for (const vintage of ['all', 'current'] as const) {
        const known = this.values.get(`${fact.key.fund} ${fact.key.nature} ${vintage}`);
        if (known?.has(plainValue(fact))) found[vintage].agree += 1;
        else if (known) found[vintage].differ += 1;
      }
    const { all, current } = found;
    // Funds that nothing was carried over of agree with this year's money whether the form includes the carry-over or
    // not.
    if (current.agree > all.agree && current.agree - current.differ > all.agree - all.differ) return 'current';
    if (all.agree > 0) return 'all';
    return totals.length === 0 ? 'all' : UNKNOWN;
  }
}

function plainValue(fact: Fact): string {
  return fact.amount.value.times(UNITS[fact.unit]).toString();
}
