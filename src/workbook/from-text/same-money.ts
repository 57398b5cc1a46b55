import { type FactKey, makeKey } from '../../model/key';
import { UNITS } from '../../model/disclosure';
import type { Decimal } from '../../shared/decimal';
import type { Stated, TextValues } from './values';

/*
 * Where the text says that all the money is of one fund, what it states of that fund it states of all: 财政拨款 and 一般公共预算
 * are then two names for one thing, and so are their parts.
 */

type Fund = 'all' | 'fiscal' | 'general';
/** What is left of the money, beside what was spent. */
const LEFT = ['grand', 'yearend', 'distribution'];

/**
 * A statement found for a cell, and the one that proves that it is about the same money; absent when the words say it
 * themselves.
 */
export interface Found {
  readonly stated: Stated;
  readonly because?: readonly [Stated, Stated];
}

interface Tie {
  readonly flow: string;
  /** '' when it holds for all vintages. */
  readonly vintage: string;
  readonly funds: readonly [Fund, Fund];
  /** Holds for what was spent, not for what is left at the end of the year. */
  readonly spentOnly?: boolean;
  readonly proof: readonly [Stated, Stated];
}

function valueOf({ figure }: Stated): Decimal {
  return figure.amount.value.times((UNITS as Readonly<Record<string, number>>)[figure.unit] ?? 1);
}

/** Ties between funds that the stated totals prove. */
function findTies(values: TextValues): Tie[] {
  const pairs: readonly (readonly [Fund, Fund])[] = [
    ['all', 'fiscal'],
    ['all', 'general'],
    ['fiscal', 'general'],
  ];
  const found: Tie[] = [];
  const tie = (rest: Pick<Tie, 'flow' | 'vintage' | 'funds' | 'spentOnly'>, item: string): void => {
    const [one, other] = rest.funds.map((fund) =>
      values.get(makeKey({ flow: rest.flow, fund, vintage: rest.vintage || 'all', item })),
    );
    if (!one || !other || one.others.length + other.others.length > 0 || valueOf(one).isZero()) return;
    if (valueOf(one).equals(valueOf(other))) found.push({ ...rest, proof: [one, other] });
  };
  for (const funds of pairs) {
    tie({ flow: 'income', vintage: '', funds }, 'total');
    tie({ flow: 'income', vintage: 'current', funds }, 'total');
    tie({ flow: 'expenditure', vintage: '', funds }, 'grand');
    tie({ flow: 'expenditure', vintage: '', funds, spentOnly: true }, 'total');
  }
  return found;
}

/** 政府性基金 and 国有资本经营 are stated to be nothing: 财政拨款 is 一般公共预算. */
function nothingElse(values: TextValues): Tie[] {
  const zero = (fund: string): Stated | undefined => {
    const stated = values.get(makeKey({ flow: 'expenditure', fund, item: 'total' }));
    return stated && stated.others.length === 0 && valueOf(stated).isZero() ? stated : undefined;
  };
  const [govfund, capital] = [zero('govfund'), zero('capital')];
  return govfund && capital
    ? [{ flow: 'expenditure', vintage: '', funds: ['fiscal', 'general'], spentOnly: true, proof: [govfund, capital] }]
    : [];
}

/** Looks statements up by key, also under another name of the same money. */
export class SameMoney {
  private readonly ties: readonly Tie[];

  constructor(private readonly values: TextValues) {
    this.ties = [...findTies(values), ...nothingElse(values)];
  }

  find(key: FactKey): Found | undefined {
    const own = this.values.get(key);
    if (own) return { stated: own };
    for (const { fund, proof } of this.reach(key)) {
      const stated = this.values.get({ ...key, fund });
      if (stated) return { stated, because: proof };
    }
    return undefined;
  }

  /** Other funds that are the same money, the nearest first. */
  private reach(key: FactKey): { fund: Fund; proof: Tie['proof'] }[] {
    const seen = new Set<string>([key.fund]);
    const queue: { fund: Fund; proof: Tie['proof'] }[] = [];
    const from = (fund: string, before: Tie['proof'] | undefined): void => {
      for (const { flow, vintage, funds, proof, spentOnly } of this.ties) {
        if (
          flow !== key.flow ||
          (vintage !== '' && vintage !== key.vintage) ||
          !funds.includes(fund as Fund) ||
          (spentOnly && LEFT.includes(key.item))
        )
          continue;
        const other = funds[0] === fund ? funds[1] : funds[0];
        if (seen.has(other)) continue;
        seen.add(other);
        queue.push({ fund: other, proof: before ?? proof });
      }
    };
    from(key.fund, undefined);
    for (let at = 0; at < queue.length; at += 1) from(queue[at]!.fund, queue[at]!.proof);
    return queue;
  }
}
