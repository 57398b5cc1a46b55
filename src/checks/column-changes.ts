import { type Disclosure, type Fact, type StatementBlock, UNITS } from '../model/disclosure';
import type { TextFact } from '../model/narrative';
import type { Relation, Term } from '../model/relation';
import { ZERO } from '../shared/decimal';
import { holds } from './text/rates';
import { agree, inYuan, slipOf } from './text/space';
import type { CheckInput } from './check';

/*
 * Columns that compare: 增减额 = this year − last year, 增减% = 增减额 ÷ last year, 占比 = row ÷ total, 完成率 = one column ÷
 * another. Which columns are meant the heads say only in part; what most rows obey is what is meant, and the rows that
 * do not obey it are wrong.
 */

/** A reading of a column counts when this share of the rows that say something obeys it, and so many at least. */
const MOST = 0.6;
const FEWEST = 2;

type Reading = (row: number) => Relation | undefined;

/** The relations of all columns of differences and rates. */
export function columnChanges({ disclosure }: CheckInput): Relation[] {
  return disclosure.statements.flatMap(({ blocks }) => blocks.flatMap((block) => relationsOf(block, disclosure.facts)));
}

function relationsOf(block: StatementBlock, facts: Disclosure['facts']): Relation[] {
  if (!block.columns.some(({ key: { stage: its } }) => its === 'change' || its === 'rate')) return [];
  const stage = (at: number): string => block.columns[at]!.key.stage ?? '';
  const columns = block.columns.flatMap(({ role }, at) => (role === 'amount' ? [at] : []));
  const amounts = columns.filter((at) => !/^(?:change|rate|count)$/.test(stage(at)));
  const changes = columns.filter((at) => stage(at) === 'change');
  const fact = (row: number, column: number): Fact | undefined => {
    const id = block.facts[row]?.[column] ?? -1;
    return id < 0 ? undefined : facts[id];
  };
  const found: Relation[] = [];
  const bases = new Map<number, number>();
  for (const change of changes) {
    const pairs = amounts.flatMap((now) =>
      amounts.flatMap((before) => (now === before || !mayCompare(block, now, before) ? [] : [[now, before] as const])),
    );
    const best = likeliest(
      block,
      pairs.map(([now, before]) => ({ base: before, reading: difference(fact, change, now, before) })),
    );
    if (!best) continue;
    bases.set(change, best.base);
    found.push(...relations(block, best.reading));
  }
  for (const rate of columns.filter((at) => stage(at) === 'rate')) {
    const total = block.rows.findIndex(({ role }) => role === 'total');
    const readings = [
      ...changes.flatMap((change) =>
        [...(bases.has(change) ? [bases.get(change)!] : []), ...amounts].map((base) => ({
          base,
          reading: ratio(fact, rate, change, base),
        })),
      ),
      ...amounts.flatMap((part) =>
        amounts.flatMap((whole) => (part === whole ? [] : [{ base: whole, reading: ratio(fact, rate, part, whole) }])),
      ),
      ...amounts.flatMap((now) =>
        amounts.flatMap((before) =>
          now === before || !mayCompare(block, now, before)
            ? []
            : [{ base: before, reading: rise(fact, rate, now, before) }],
        ),
      ),
      ...(total < 0 ? [] : amounts.map((part) => ({ base: part, reading: share(fact, rate, part, total) }))),
    ];
    const best = likeliest(block, readings);
    if (best) found.push(...relations(block, best.reading));
  }
  return found;
}

type At = (row: number, column: number) => Fact | undefined;

/** Two columns that differ in their year or stage only, or whose heads say nothing of the kind. */
function mayCompare({ columns }: StatementBlock, now: number, before: number): boolean {
  const [a, b] = [columns[now]!.key, columns[before]!.key];
  return (
    a.fund === b.fund && a.nature === b.nature && a.item === b.item && Number(a.year ?? '') >= Number(b.year ?? '')
  );
}

function difference(fact: At, change: number, now: number, before: number): Reading {
  return (row) => {
    const [stated, current, earlier] = [fact(row, change), fact(row, now), fact(row, before)];
    if (!stated?.amount.printed) return undefined;
    const terms: Term[] = [
      ...(current ? [{ fact: current, sign: 1 as const }] : []),
      ...(earlier ? [{ fact: earlier, sign: -1 as const }] : []),
    ];
    return terms.length < 2 ? undefined : { rule: 'change', stated, terms };
  };
}

function ratio(fact: At, rate: number, part: number, whole: number): Reading {
  return (row) => quotient(fact(row, rate), fact(row, part), fact(row, whole));
}

/** 增长% from the two years beside it, where no column prints the difference. */
function rise(fact: At, rate: number, now: number, before: number): Reading {
  return (row) => {
    const made = quotient(fact(row, rate), fact(row, now), fact(row, before));
    return made && { ...made, rise: 1 };
  };
}

function share(fact: At, rate: number, part: number, total: number): Reading {
  return (row) => quotient(fact(row, rate), fact(row, part), fact(total, part));
}

/** Something of nothing has no percentage: whatever is printed there says nothing. */
function quotient(stated: Fact | undefined, part: Fact | undefined, whole: Fact | undefined): Relation | undefined {
  if (!stated?.amount.printed || !part || !whole || whole.amount.value.isZero()) return undefined;
  return {
    ...{ rule: 'change', kind: 'ratio', stated },
    terms: [
      { fact: part, sign: 1 },
      { fact: whole, sign: 1 },
    ],
  };
}

function obeys(relation: Relation): boolean {
  if (relation.kind === 'ratio') return holds(relation);
  const { stated, terms } = relation;
  const rest = terms.reduce((left, { fact, sign }) => left.minus(fact.amount.value.times(sign)), stated.amount.value);
  const digits = Math.min(
    stated.amount.decimals,
    ...terms.flatMap(({ fact }) => (fact.amount.printed ? [fact.amount.decimals] : [])),
  );
  return rest.abs().lessThanOrEqualTo(1.5 * 10 ** -digits);
}

function relations(block: StatementBlock, reading: Reading): Relation[] {
  return block.rows.flatMap((_, row) => reading(row) ?? []);
}

interface Candidate {
  readonly base: number;
  readonly reading: Reading;
}

/**
 * The reading that most rows obey; undefined when none is obeyed by enough of the rows that print something other than
 * zero.
 */
function likeliest(block: StatementBlock, candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const telling = relations(block, candidate.reading).filter(({ stated }) => !stated.amount.value.isZero());
    const right = telling.filter(obeys).length;
    if (right <= most || right < Math.min(FEWEST, telling.length) || right < MOST * telling.length) continue;
    most = right;
    best = candidate;
  }
  return best;
}

/** 比上年增加 Δ in the text, where a table prints last year's value or the difference beside this year's. */
export function tableChanges(
  claims: readonly { readonly delta: TextFact; readonly now: TextFact; readonly direction: number }[],
  { disclosure, text }: CheckInput,
): Relation[] {
  if (claims.length === 0) return [];
  const rows = new Map<string, Fact[]>();
  for (const fact of disclosure.facts)
    if (fact.key.year === '-1' || fact.key.stage === 'change') {
      const place = placeOf(fact);
      const known = rows.get(place);
      if (known) known.push(fact);
      else rows.set(place, [fact]);
    }
  if (rows.size === 0) return [];
  return claims.flatMap(({ delta, now, direction }): Relation[] => {
    const match = text.match(now);
    if (!match?.agrees || direction === 0) return [];
    const sign = direction > 0 ? 1 : -1;
    const beside = rows.get(placeOf(match.fact)) ?? [];
    const made = beside.map((fact): Relation => ({
      ...{ rule: 'change', stated: delta, guess: true },
      terms:
        fact.key.stage === 'change'
          ? [{ fact, sign }]
          : [
              { fact: match.fact, sign },
              { fact, sign: sign > 0 ? -1 : 1 },
            ],
    }));
    const fits = made.find(({ terms }) => agree(delta, sumOf(delta, terms)));
    const slip = fits ?? made.find(({ terms }) => slipOf(delta, sumOf(delta, terms)));
    return slip ? [slip] : [];
  });
}

/** Figures of one item and fund; which year's money they are of is often left open. */
function placeOf({ key }: Fact): string {
  return `${key.item === 'grand' ? 'total' : key.item}|${key.fund}|${key.nature}|${key.entity}`;
}

/** The value of terms as a figure of the same kind as another. */
function sumOf(like: TextFact, terms: readonly Term[]): TextFact {
  const scale = (UNITS as Readonly<Record<string, number>>)[like.unit] ?? 1;
  const value = terms.reduce((sum, { fact, sign }) => sum.plus(inYuan(fact).times(sign)), ZERO).div(scale);
  return { ...like, amount: { ...like.amount, value } };
}
