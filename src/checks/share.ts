import type { ShareClaim, TextFact } from '../model/narrative';
import { type Figure, isText, type Relation } from '../model/relation';
import { itemAbove } from '../vocabulary/item-tree';
import type { Check, CheckInput } from './check';
import { holds, likeliestSlip } from './text/rates';

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
  relate: (input) => {
    const peers = peersOf(input.told.shares);
    return input.told.shares.flatMap((claim) => shareOf(claim, input, peers));
  },
};

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

function shareOf(claim: ShareClaim, input: CheckInput, peers: Peers): Relation[] {
  const { percent, parts, baseKey } = claim;
  const { item } = baseKey;
  const base =
    item === undefined
      ? undefined
      : (input.text.exact(item, baseKey) ?? (item === 'total' ? input.text.exact('grand', baseKey) : undefined));
  const beside = peers.get(percent.sentence);
  const wholes: Figure[] = [
    ...claim.wholes.filter((whole) => claim.base !== '' || !beside?.has(whole)),
    ...(base ? [base] : []),
  ];
  if (parts.length === 0) return [];
  for (const part of parts)
    for (const whole of wholes) {
      const tried = relation(percent, part, whole, false);
      if (holds(tried)) return [tried];
    }
  const other = input.text.totals.find((whole) => holds(relation(percent, parts[0]!, whole, false)));
  if (other) return [relation(percent, parts[0]!, other, true)];
  if (claim.unnamed) return [];
  // What is named and not found is none of the figures at hand, unless the percentage is one slip away from being of
  // it.
  if (claim.base === '' || item === undefined) {
    if (claim.base === '') {
      const above = wholeAbove(parts[0]!, input);
      if (above) return [relation(percent, parts[0]!, above, false)];
    }
    if (wholes.length === 0) return [];
    if (claim.base === '') return [relation(percent, parts[0]!, wholes[0]!, false)];
    // A whole that the words name and nothing here is (占财政性资金总额的100%) is none of these, but for a slip.
    const slip = likeliestSlip(wholes.map((whole) => relation(percent, parts[0]!, whole, true)));
    return slip ? [slip] : [];
  }
  const [named] = [...(base ? [base] : []), ...claim.meant];
  const later = named
    ? undefined
    : elsewhere(claim, input).find((whole) => holds(relation(percent, parts[0]!, whole, false)));
  if (later) return [relation(percent, parts[0]!, later, false)];
  // A slip away from another figure at hand it is a share of that one.
  const near = likeliestSlip(
    [...(named ? [named] : []), ...wholes].map((whole) => relation(percent, parts[0]!, whole, whole !== named)),
  );
  if (near) return [near];
  return named ? [relation(percent, parts[0]!, named, false)] : [];
}

/** Figures of the same name that the text gives later on. */
function elsewhere({ baseKey: { item } }: ShareClaim, { told }: CheckInput): TextFact[] {
  return item === undefined ? [] : told.values.filter((figure) => figure.items.includes(item));
}
