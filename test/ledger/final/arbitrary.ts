/*
 * A final account made from a budget ledger: what the ledger's entries pay is spent; money from the year before is the
 * opening balance; some income is left over, some plans were not what was spent. Seeded choices, so that the ledger
 * alone shrinks.
 */
import fc from 'fast-check';
import { ledgers, type LedgerOptions } from '../budget/arbitrary';
import { OFFICIALS, type Entry, type Ledger } from '../budget/ledger';
import { Dice } from '../dice';
import type { Official } from '../economic-items';
import type { FinalLedger, Flow, LastFinal, Nature, Planned, Source, Statistics } from './ledger';
import { FINAL_VEHICLES, isFiscalFlow, isGeneralSpent, isSpent, officeCost, officialSpent, total } from './ledger';

const SOURCES: readonly Source[] = [
  'service',
  'service',
  'service',
  'business',
  'superior',
  'affiliate',
  'other',
  'other',
];

/** Random final accounts; the choices beyond the budget ledger come from one seed. */
export function finalLedgers(options: LedgerOptions = {}): fc.Arbitrary<FinalLedger> {
  return fc.tuple(ledgers(options), fc.nat({ max: 0x7fffffff })).map(([ledger, seed]) => finalOf(ledger, seed));
}

/** The final account of a year whose payments are the entries of a budget ledger. */
export function finalOf(ledger: Ledger, seed: number): FinalLedger {
  const dice = new Dice(seed, 77);
  const paid = ledger.entries.map((entry): Flow => flowOf(entry, dice));
  const flows = [...paid, ...leftovers(paid, dice, ledger.precision)];
  const { entity, year, level, precision, units, projects } = ledger;
  const bare = { entity, year: year - 1, level, precision, units, projects, flows };
  const nothing = { abroad: 0, reception: 0, purchase: 0, operation: 0 };
  const empty: FinalLedger = {
    ...bare,
    plan: [],
    officialPlan: nothing,
    last: { total: 0, fiscal: 0, general: 0, classes: [], official: nothing, operating: 0 },
    statistics: {
      goods: 0,
      works: 0,
      services: 0,
      medium: 0,
      small: 0,
      vehicles: [],
      equipment: 0,
      bought: 0,
      groups: 0,
      travellers: 0,
      batches: 0,
      visitors: 0,
      grades: [],
    },
  };
  return {
    ...empty,
    plan: planOf(empty, dice),
    officialPlan: byOfficial((kind) => planned(officialSpent(empty, kind), dice)),
    last: lastOf(empty, dice),
    statistics: statisticsOf(empty, ledger, dice),
  };
}

function byOfficial(amount: (kind: Official) => number): Record<Official, number> {
  return Object.fromEntries(OFFICIALS.map((kind) => [kind, amount(kind)])) as Record<Official, number>;
}

function flowOf(entry: Entry, dice: Dice): Flow {
  const { code, unit, amount, economic, official } = entry;
  const own = entry.fund === 'special' || entry.fund === 'own';
  const source: Source = entry.fund === 'special' || entry.fund === 'own' ? dice.pick(SOURCES) : entry.fund;
  const from = entry.vintage === 'carryover' ? 'opening' : own && dice.chance(10) ? 'reserve' : 'income';
  return {
    code,
    purse: entry.fund === 'special' || entry.fund === 'own' ? 'own' : entry.fund,
    from,
    ...(from === 'income' ? { source } : {}),
    to: 'spent',
    nature: natureOf(entry, own, source, dice),
    ...(economic === undefined ? {} : { economic }),
    ...(official === undefined ? {} : { official }),
    unit,
    amount,
  };
}

function natureOf(entry: Entry, own: boolean, source: Source, dice: Dice): Nature {
  if (!own || entry.nature === 'basic') return entry.nature;
  if (source === 'business') return 'business';
  return dice.pick<Nature>(['project', 'project', 'project', 'project', 'remitted', 'granted']);
}

/** Whole 0.01 万元, with odd 元 in a rounded ledger. */
function drawn(dice: Dice, precision: Ledger['precision']): number {
  const cents = 1 + dice.below(dice.pick([300, 50_000, 3_000_000]));
  return cents * 100 + (precision === 'exact' ? 0 : dice.below(100));
}

/** Money that came in, or was there, and was not spent. */
function leftovers(paid: readonly Flow[], dice: Dice, precision: Ledger['precision']): Flow[] {
  const count = dice.pick([0, 0, 1, 2, 4]);
  return Array.from({ length: paid.length === 0 ? 0 : count }, (): Flow => {
    const { code, purse, unit } = dice.pick(paid);
    const from = dice.pick(['income', 'income', 'opening'] as const);
    const source: Source = purse === 'own' ? dice.pick(SOURCES) : purse;
    const to = purse === 'own' && dice.chance(40) ? 'distributed' : 'closing';
    return { code, purse, from, ...(from === 'income' ? { source } : {}), to, unit, amount: drawn(dice, precision) };
  });
}

/** A plan for what was spent: the same, or more, or less by whole 0.01 万元, or none. */
function planned(spent: number, dice: Dice): number {
  if (spent === 0) return dice.chance(70) ? 0 : (1 + dice.below(5000)) * 100;
  if (dice.chance(45)) return spent;
  const plan = spent + Math.round((spent * (dice.below(900) - 200)) / 100_000) * 100;
  return plan < 100 ? spent : plan;
}

/** 年初预算 by item; items without one are left out. */
function planOf(ledger: FinalLedger, dice: Dice): readonly Planned[] {
  const spent = new Map<string, number>();
  for (const flow of ledger.flows)
    if (isGeneralSpent(flow)) spent.set(flow.code, (spent.get(flow.code) ?? 0) + flow.amount);
  return [...spent]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([code, now]) => {
      const amount = dice.chance(6) ? 0 : planned(now, dice);
      return amount === 0 ? [] : [{ code, amount }];
    });
}

/** Last year's amount: moved by whole 0.01 万元, never so low that 0.00 would be printed for it. */
function before(now: number, dice: Dice): number {
  if (now === 0 || dice.chance(8)) return now;
  const last = now + Math.round((now * (dice.below(1400) - 600)) / 100_000) * 100;
  return last < 100 ? now : last;
}

function lastOf(ledger: FinalLedger, dice: Dice): LastFinal {
  const byClass = new Map<string, number>();
  for (const flow of ledger.flows) {
    if (!isGeneralSpent(flow)) continue;
    const code = flow.code.slice(0, 3);
    byClass.set(code, (byClass.get(code) ?? 0) + flow.amount);
  }
  const classes = [...byClass]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, now]) => ({
      code,
      amount: before(now, dice),
    }));
  const general = classes.reduce((amount, one) => amount + one.amount, 0);
  const fiscalNow = total(ledger, (flow) => isFiscalFlow(flow) && !isGeneralSpent(flow));
  const fiscal = general + before(fiscalNow, dice);
  return {
    total:
      fiscal +
      before(
        total(ledger, (flow) => !isFiscalFlow(flow)),
        dice,
      ),
    fiscal,
    general,
    classes,
    official: byOfficial((kind) => {
      const now = officialSpent(ledger, kind);
      return now === 0 && dice.chance(15) ? (1 + dice.below(3000)) * 100 : before(now, dice);
    }),
    operating: before(officeCost(ledger), dice),
  };
}

function statisticsOf(ledger: FinalLedger, { assets }: Ledger, dice: Dice): Statistics {
  const { goods, works, services, equipment } = assets;
  const spent = total(ledger, isSpent);
  const bought = goods + works + services > spent ? 0 : 1;
  const purchases = (goods + works + services) * bought;
  const medium = dice.chance(50) ? purchases : Math.floor((purchases * (12 + dice.below(87))) / 10_000) * 100;
  const small = dice.chance(50) ? medium : Math.floor((medium * (12 + dice.below(87))) / 10_000) * 100;
  const vehicles = FINAL_VEHICLES.map((): number => (dice.chance(60) ? 0 : dice.below(9)));
  const drives = officialSpent(ledger, 'operation', 'purchase') > 0;
  if (drives && !vehicles.some((count) => count > 0)) vehicles[vehicles.length - 1] = 1;
  const batches = officialSpent(ledger, 'reception') > 0 ? 1 + dice.below(60) : 0;
  const some = (kind: Official, most: number): number => (officialSpent(ledger, kind) > 0 ? 1 + dice.below(most) : 0);
  return {
    goods: goods * bought,
    works: works * bought,
    services: services * bought,
    medium,
    small,
    vehicles,
    equipment,
    bought: some('purchase', 3),
    groups: some('abroad', 4),
    travellers: some('abroad', 4) * 5,
    batches,
    visitors: batches * (2 + dice.below(9)),
    grades: [2 + dice.below(9), dice.below(3), dice.below(2), 0],
  };
}
