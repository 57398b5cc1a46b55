import type { Fact } from '../model/disclosure';
import type { ChangeClaim, TextFact } from '../model/narrative';
import type { Relation, Remark } from '../model/relation';
import { Decimal, plain } from '../shared/decimal';
import type { Check, CheckInput } from './check';
import { NEW_THIS_YEAR } from '../vocabulary/narrative/words';
import { columnChanges, tableChanges } from './column-changes';
import { agree } from './text/space';
import { holds, likeliestSlip } from './text/rates';

/** 比上年增加 Δ，增长 p%: p = Δ ÷ (current − Δ), Δ = current − prior, and the words of direction. */
export const change: Check = {
  id: 'change',
  title: '增减额、增减比例与两年数字一致',
  basis: '算术关系：增减额＝本年数－上年数，增减比例＝增减额÷上年数×100%',
  relate: (input) => [
    ...input.told.changes.flatMap((claim) => [...rates(claim), ...priors(withBudget(claim, input))]),
    ...columnChanges(input),
    ...tableChanges(untold(input), input),
  ],
  covered: ({ told }) => told.changes.flatMap(endsOf),
  inspect: (input) =>
    input.told.changes.flatMap((claim) => [
      ...movements(claim),
      ...directions(claim),
      ...wholeAmounts(claim, input),
      ...zeroBases(claim),
      ...leaps(claim),
    ]),
};

/** Changes that no rate and no value of last year proves. */
function untold({ told }: CheckInput): { delta: TextFact; now: TextFact; direction: number }[] {
  return told.changes.flatMap((claim) => {
    const { delta, rate, prior, direction } = claim;
    const now = subjectOf(claim).figure;
    return delta && now && !rate && !prior && !claim.ofBudget ? [{ delta, now, direction }] : [];
  });
}

function growth(claim: ChangeClaim, now: TextFact): Relation {
  return {
    ...{ rule: 'change', kind: 'growth', stated: claim.rate! },
    terms: [
      { fact: claim.delta!, sign: claim.direction < 0 ? -1 : 1 },
      { fact: now, sign: 1 },
    ],
  };
}

interface Subject {
  readonly figure: TextFact | undefined;
  readonly certain: boolean;
  /** The printed rate holds with it. */
  readonly proven: boolean;
}

const subjectsOfClaims = new WeakMap<ChangeClaim, Subject>();

/** What changed, by the figures: the first candidate that satisfies rate and prior value; else the first of all. */
export function subjectOf(claim: ChangeClaim): Subject {
  const before = subjectsOfClaims.get(claim);
  if (before) return before;
  const found = chooseSubject(claim);
  subjectsOfClaims.set(claim, found);
  return found;
}

function chooseSubject(claim: ChangeClaim): Subject {
  const { delta, rate, prior, subjects, direction } = claim;
  const same = claim.direction === 0 && prior ? subjects.find((now) => agree(now, prior)) : undefined;
  if (same) return { figure: same, certain: true, proven: false };
  const fits = (now: TextFact): boolean =>
    (delta === undefined || rate === undefined || holds(growth(claim, now))) &&
    (delta === undefined ||
      prior === undefined ||
      now.amount.value.minus(prior.amount.value).abs().equals(delta.amount.value.abs()));
  if (rate && prior && !delta && direction !== 0 && !prior.amount.value.isZero()) {
    const fit = subjects.find((now) => holds(rise(claim, now, prior)));
    if (fit) return { figure: fit, certain: true, proven: true };
  }
  if (delta && (rate || prior)) {
    const fit = subjects.find(fits);
    if (fit) return { figure: fit, certain: true, proven: rate !== undefined };
    // None fits: the one that would but for a slip.
    if (rate?.unit === '%' && !haveOneValue(subjects) && !(subjects[0] && isZeroBase(claim, subjects[0]))) {
      const slip = likeliestSlip(subjects.map((now) => growth(claim, now)));
      if (slip) return { figure: slip.terms[1]!.fact as TextFact, certain: false, proven: false };
    }
  }
  // What increased by more than it is cannot be meant.
  const enough = subjects.filter(
    (now) =>
      !delta || direction <= 0 || delta.unit !== now.unit || delta.amount.value.lessThanOrEqualTo(now.amount.value),
  );
  return { figure: enough[0] ?? subjects[0], certain: subjects.length > 0 && haveOneValue(subjects), proven: false };
}

function haveOneValue([first, ...others]: readonly TextFact[]): boolean {
  return others.every(({ amount }) => amount.value.equals(first!.amount.value));
}

function rates(claim: ChangeClaim): Relation[] {
  const { delta, rate, prior } = claim;
  if (!rate || rate.unit !== '%') return [];
  if (delta && prior && !holdsAny(claim)) return [ratio(rate, delta, prior)];
  if (!delta) return prior ? risen(claim, prior) : [];
  const { figure, certain, proven } = subjectOf(claim);
  if (!figure) return [];
  const relation = growth(claim, figure);
  if (proven || holds(relation)) return [relation];
  if (isZeroBase(claim, figure)) return [];
  if (certain) return [relation];
  return [{ ...relation, guess: true }];
}

/** 较上年的 A 万元下降 p%: the rate follows from both years, without a difference. */
function risen(claim: ChangeClaim, prior: TextFact): Relation[] {
  const { figure, certain } = subjectOf(claim);
  if (!figure || claim.direction === 0 || prior.amount.value.isZero()) return [];
  const relation = rise(claim, figure, prior);
  return [certain || holds(relation) ? relation : { ...relation, guess: true }];
}

function rise({ rate, direction }: ChangeClaim, now: TextFact, prior: TextFact): Relation {
  return {
    ...{ rule: 'change', kind: 'ratio', stated: rate!, rise: direction < 0 ? -1 : 1 },
    terms: [
      { fact: now, sign: 1 },
      { fact: prior, sign: 1 },
    ],
  };
}

function holdsAny(claim: ChangeClaim): boolean {
  return claim.subjects.some((now) => holds(growth(claim, now)));
}

function ratio(rate: TextFact, part: TextFact, whole: TextFact): Relation {
  return {
    ...{ rule: 'change', kind: 'ratio', stated: rate },
    terms: [
      { fact: part, sign: 1 },
      { fact: whole, sign: 1 },
    ],
  };
}

/** The budget that a difference is of may stand in a table only. */
function withBudget(claim: ChangeClaim, { text }: CheckInput): ChangeClaim & { readonly inTable?: Fact } {
  if (!claim.ofBudget || claim.prior) return claim;
  const { figure } = subjectOf(claim);
  const budget = figure && (text.staged(figure, 'adjusted') ?? text.staged(figure, 'budget'));
  return budget ? { ...claim, inTable: budget } : claim;
}

/** Δ = current − prior, where last year's value is printed. */
function priors(claim: ChangeClaim & { readonly inTable?: Fact }): Relation[] {
  const { delta, direction } = claim;
  const prior = claim.prior ?? claim.inTable;
  if (!prior) return [];
  const { figure, certain } = subjectOf(claim);
  if (!figure) return [];
  const terms = [
    { fact: figure, sign: direction < 0 ? (-1 as const) : (1 as const) },
    { fact: prior, sign: direction < 0 ? (1 as const) : (-1 as const) },
  ];
  if (delta) return [{ rule: 'change', stated: delta, terms, ...(certain && claim.prior ? {} : { guess: true }) }];
  return direction === 0 && certain
    ? [{ rule: 'change', stated: figure, terms: [{ fact: prior, sign: 1 }], guess: true }]
    : [];
}

/** 增加 … 下降 …%; 增加 -5. */
function directions(claim: ChangeClaim): Remark[] {
  const { delta, rate, direction, rateDirection } = claim;
  if (
    delta &&
    rate &&
    rateDirection !== undefined &&
    rateDirection !== 0 &&
    direction !== 0 &&
    rateDirection !== direction &&
    !delta.amount.value.isZero()
  )
    return [
      {
        rule: 'change',
        severity: 'warning',
        message: `前后方向相反：增减额写“${word(direction)}${delta.amount.raw}${delta.unit}”，比例写“${word(rateDirection)}${rate.amount.raw}%”`,
        figures: [rate, delta],
      },
    ];
  const negative = [delta, rate].find((figure) => figure?.amount.value.isNegative() && !figure.amount.value.isZero());
  return negative
    ? [
        {
          rule: 'change',
          severity: 'warning',
          message: `“${word(direction)}”后为负数 ${plain(negative.amount.value)}${negative.unit}，方向重复或相反`,
          figures: [negative],
        },
      ]
    : [];
}

/** Both ends of a change told by its direction alone: 由 7 万元降至 5 万元. */
function endsOf(claim: ChangeClaim): TextFact[] {
  const { prior, delta, rate, ofBudget, direction } = claim;
  if (!prior || delta || rate || ofBudget || direction === 0) return [];
  const { figure, certain } = subjectOf(claim);
  return figure && certain ? [figure, prior] : [];
}

/** 由 5 万元降至 7 万元. */
function movements(claim: ChangeClaim): Remark[] {
  const [now, before] = endsOf(claim);
  if (!now || !before || now.unit !== before.unit) return [];
  if (now.amount.value.comparedTo(before.amount.value) !== -claim.direction) return [];
  const told = claim.direction > 0 ? '增加' : '减少';
  return [
    {
      ...{ rule: 'change', severity: 'error', figures: [now, before], stated: now.amount.raw },
      message: `由 ${before.amount.raw}${before.unit} 到 ${now.amount.raw}${now.unit}，写为${told}，方向与两数不符`,
    },
  ];
}

function word(direction: number): string {
  return direction > 0 ? '增加' : '减少';
}

function isZeroBase({ delta, direction }: ChangeClaim, now: TextFact): boolean {
  return (
    direction > 0 && delta !== undefined && delta.amount.value.equals(now.amount.value) && !now.amount.value.isZero()
  );
}

const HUNDRED = new Decimal(100);

/** An increase as large as the figure itself: last year's value would have been zero. */
function wholeAmounts(claim: ChangeClaim, { disclosure }: CheckInput): Remark[] {
  const now = subjectOf(claim).figure;
  if (!now || claim.rate || claim.prior || claim.ofBudget || !isZeroBase(claim, now)) return [];
  // The text says itself that there was none.
  if (NEW_THIS_YEAR.test(disclosure.narrative!.sentences[claim.delta!.sentence]!.text)) return [];
  const { delta } = claim;
  return [
    {
      ...{ rule: 'change', severity: 'warning', figures: [delta!, now] },
      message: `增加额 ${delta!.amount.raw}${delta!.unit} 等于本年数 ${now.amount.raw}${now.unit}，即上年为 0，请核实是否把本年数误作增加额`,
      stated: delta!.amount.raw,
    },
  ];
}

/** A percentage of growth from nothing. */
function zeroBases(claim: ChangeClaim): Remark[] {
  const now = subjectOf(claim).figure;
  const { delta, rate } = claim;
  if (!now || !rate || !isZeroBase(claim, now) || claim.prior) return [];
  const hundred = rate.amount.value.equals(HUNDRED);
  return [
    {
      ...{ rule: 'change', severity: hundred ? 'warning' : 'error', figures: [rate, delta!, now] },
      message: `增加额 ${delta!.amount.raw}${delta!.unit} 等于本年数 ${now.amount.raw}${now.unit}，即上年为 0，不能计算增长比例，而写为 ${rate.amount.raw}%`,
      stated: rate.amount.raw,
    },
  ];
}

/** A growth so steep that somebody will ask. */
const STEEP = 500;

function leaps({ rate, delta, direction, subjects }: ChangeClaim): Remark[] {
  if (
    !rate ||
    rate.unit !== '%' ||
    direction <= 0 ||
    rate.amount.value.lessThan(STEEP) ||
    delta?.amount.value.equals(subjects[0]?.amount.value ?? -1)
  )
    return [];
  return [
    {
      rule: 'change',
      severity: 'info',
      figures: [rate],
      message: `增长 ${rate.amount.raw}%，幅度很大，请核实并说明原因`,
      stated: rate.amount.raw,
    },
  ];
}
