import { areOfOneKind, type ShareClaim, type TextFact } from '../model/narrative';
import { type Figure, isText, type Relation } from '../model/relation';
import { itemAbove } from '../vocabulary/item-tree';
import type { Check, CheckInput } from './check';
import { holds, likeliestSlip } from './text/rates';
import { shareOf as wholeShare, sharedWholes } from './text/shared-whole';

/** 占X%: part ÷ whole. Which whole is meant the words say, or the figures do. */
export const share: Check = {
  id: 'share',
  title: '占比等于部分除以总体',
  basis: '算术关系：占比＝部分÷总体×100%',
  inspect: ({ disclosure }) =>
    (disclosure.narrative?.figures ?? []).flatMap((percent) =>
      percent.role === 'share' && percent.amount.value.greaterThan(101)
        ? [
            {
              rule: 'share',
              severity: 'warning',
              figures: [percent],
              message: `占比 ${percent.amount.raw}% 大于 100%`,
              stated: percent.amount.raw,
            },
          ]
        : [],
    ),
  relate: (input) => [...shareRelations(input)],
};

const relationsOf = new WeakMap<CheckInput, readonly Relation[]>();

/** Every share with the whole that it is of; worked out once for all checks. */
export function shareRelations(input: CheckInput): readonly Relation[] {
  let found = relationsOf.get(input);
  if (!found) relationsOf.set(input, (found = relate(input)));
  return found;
}

function relate(input: CheckInput): Relation[] {
  const peers = peersOf(input.told.shares);
  const elsewhere = new Map(
    sharedWholes(input).flatMap(({ whole, claims }) =>
      claims.map((claim) => [claim, wholeShare(claim, whole)] as const),
    ),
  );
  return input.told.shares.flatMap((claim) => elsewhere.get(claim) ?? shareOf(claim, input, peers));
}

function relation(percent: TextFact, part: Figure, whole: Figure, guess: boolean): Relation {
  return {
    ...{ rule: 'share', kind: 'ratio', stated: percent },
    terms: [
      { fact: part, sign: 1 },
      { fact: whole, sign: 1 },
    ],
    ...(guess ? { guess } : {}),
  };
}

/** The figures of every sentence that a share is told of: they stand beside one another, and none is another's whole. */
type Peers = ReadonlyMap<number, ReadonlySet<TextFact>>;

function peersOf(claims: readonly ShareClaim[]): Peers {
  const peers = new Map<number, Set<TextFact>>();
  for (const { percent, parts } of claims) {
    const [part] = parts;
    if (!part) continue;
    const known = peers.get(percent.sentence);
    if (known) known.add(part);
    else peers.set(percent.sentence, new Set([part]));
  }
  return peers;
}

/** The figure of the item above a part, in the form that prints the part: 公务接待费 is a share of “三公”经费. */
function wholeAbove(part: Figure, { text, disclosure }: CheckInput): Figure | undefined {
  if (!isText(part)) return undefined;
  const match = text.match(part);
  if (!match?.agrees) return undefined;
  const { statement, key } = match.fact;
  const above = itemAbove(key.item);
  // What all items together are of, words and funds have to say.
  if (above === '' || above === 'grand' || above === 'total') return undefined;
  return disclosure.facts.find(
    (fact) =>
      fact.statement === statement &&
      fact.key.item === above &&
      fact.key.stage === key.stage &&
      fact.key.year === key.year &&
      fact.key.entity === key.entity,
  );
}

interface Pair {
  readonly part: TextFact;
  readonly whole: Figure;
}

function mayBeOf(part: TextFact, whole: Figure): boolean {
  return isText(whole) ? areOfOneKind(part, whole) : part.kind === 'amount';
}

function shareOf(claim: ShareClaim, input: CheckInput, peers: Peers): Relation[] {
  const { percent, parts, baseKey } = claim;
  if (claim.certain) return [relation(percent, parts[0]!, claim.wholes[0]!, false)];
  const { item } = baseKey;
  const base =
    item === undefined
      ? undefined
      : (input.text.exact(item, baseKey) ?? (item === 'total' ? input.text.exact('grand', baseKey) : undefined));
  const beside = peers.get(percent.sentence);
  const wholes: Figure[] = [
    ...claim.wholes.filter((whole) => claim.base !== '' || whole === claim.listed || !beside?.has(whole)),
    ...(base ? [base] : []),
  ];
  const pairs = parts.flatMap((part) =>
    wholes.filter((whole) => mayBeOf(part, whole)).map((whole): Pair => ({ part, whole })),
  );
  const fit = pairs.map(({ part, whole }) => relation(percent, part, whole, false)).find(holds);
  if (fit) return [fit];
  const part = parts.find((each) => each.kind === 'amount' || pairs.some((pair) => pair.part === each));
  if (!part) return [];
  if (part.kind !== 'amount') return counted(claim, part, pairs);
  return ofMoney(claim, part, { input, base, wholes: wholes.filter((whole) => mayBeOf(part, whole)) });
}

/** 优的12个，占80%: of the number of things that the list is of. */
function counted({ percent, base, unnamed, parts }: ShareClaim, part: TextFact, pairs: readonly Pair[]): Relation[] {
  const pair = pairs.find((each) => each.part === part);
  if (!pair || unnamed || base !== '') return [];
  return [relation(percent, part, pair.whole, parts.length > 1)];
}

interface Wholes {
  readonly input: CheckInput;
  /** What the tables print for the words of the base. */
  readonly base: Figure | undefined;
  readonly wholes: readonly Figure[];
}

/** An amount of which no whole at hand makes the percentage. */
function ofMoney(claim: ShareClaim, part: TextFact, { input, base, wholes }: Wholes): Relation[] {
  const { percent, baseKey } = claim;
  const other = input.text.totals.find((whole) => holds(relation(percent, part, whole, false)));
  if (other) return [relation(percent, part, other, true)];
  if (claim.unnamed) return [];
  if (claim.base === '') {
    const whole = wholeAbove(part, input) ?? wholes[0];
    return whole ? [relation(percent, part, whole, false)] : [];
  }
  if (baseKey.item === undefined) {
    const [called] = claim.meant;
    if (called) return [relation(percent, part, called, false)];
    // A whole that the words name and nothing here is (占财政性资金总额的100%) is none of these, but for a slip.
    const slip = likeliestSlip(wholes.map((whole) => relation(percent, part, whole, true)));
    return slip ? [slip] : [];
  }
  const [named] = [...(base ? [base] : []), ...claim.meant];
  const later = named
    ? undefined
    : elsewhere(claim, input).find((whole) => holds(relation(percent, part, whole, false)));
  if (later) return [relation(percent, part, later, false)];
  // A slip away from another figure at hand it is a share of that one.
  const near = likeliestSlip(
    [...(named ? [named] : []), ...wholes].map((whole) => relation(percent, part, whole, whole !== named)),
  );
  if (near) return [near];
  return named ? [relation(percent, part, named, false)] : [];
}

/** Figures of the same name that the text gives later on. */
function elsewhere({ baseKey: { item } }: ShareClaim, { told }: CheckInput): TextFact[] {
  return item === undefined ? [] : told.values.filter((figure) => figure.items.includes(item));
}
