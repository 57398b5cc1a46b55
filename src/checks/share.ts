import type { ShareClaim, TextFact } from '../model/narrative';
import type { Figure, Relation } from '../model/relation';
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
  relate: (input) => input.told.shares.flatMap((claim) => shareOf(claim, input)),
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

function shareOf(claim: ShareClaim, input: CheckInput): Relation[] {
  const { percent, parts, baseKey } = claim;
  const { item } = baseKey;
  const base =
    item === undefined
      ? undefined
      : (input.text.exact(item, baseKey) ?? (item === 'total' ? input.text.exact('grand', baseKey) : undefined));
  const wholes: Figure[] = [...claim.wholes, ...(base ? [base] : [])];
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
