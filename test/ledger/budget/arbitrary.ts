/*
 * fc.Arbitrary<Ledger> of every size. fast-check draws a Sketch (small whole numbers, so that it shrinks well);
 * assemble() turns any sketch into a ledger that obeys the budget's own habits: which funds pay under which codes, what
 * is carried over.
 */
import fc from 'fast-check';
import { at } from '../dice';
import { RUNNING_ITEMS, supportItem, type Official } from '../economic-items';
import { CLASSES, ITEM_CODES } from '../function-codes';
import {
  OFFICIALS,
  officialCost,
  operatingCost,
  isCurrent,
  isGeneralCurrent,
  isProject,
  sum,
  VEHICLE_KINDS,
} from './ledger';
import type { Assets, Entry, Fund, LastYear, Ledger, Project, Unit, Vintage } from './ledger';
import { BODY_COUNT, bodyOf, departmentName, OFFICIAL_PROJECTS, projectName } from '../names';
import { mostly, often } from '../weights';

export type Scale = 'tiny' | 'small' | 'medium' | 'large';

export interface LedgerOptions {
  readonly level?: Ledger['level'];
  readonly precision?: Ledger['precision'];
  readonly scale?: Scale;
}

/** 0.01 万元, and the 元 below it that only rounded ledgers use. */
interface Money {
  readonly cents: number;
  readonly odd: number;
}

interface Profile {
  readonly year: number;
  readonly level: Ledger['level'];
  readonly precision: Ledger['precision'];
  readonly place: number;
  readonly office: number;
  readonly bodies: readonly number[];
  /** First unit: named like the department, with 本级, or an ordinary body. */
  readonly first: 'same' | 'proper' | 'body';
  readonly classes: readonly string[];
  readonly funds: readonly Fund[];
  readonly carriesOver: boolean;
  readonly carriesOtherFunds: boolean;
  readonly carriesBasic: boolean;
  readonly basicByOtherFunds: boolean;
}

interface BasicSketch {
  readonly support: boolean;
  readonly code: number;
  readonly item: number;
  readonly unit: number;
  readonly otherFund: boolean;
  readonly carried: boolean;
  readonly money: Money;
}

interface PartSketch {
  readonly code: number;
  readonly fund: number;
  readonly carried: boolean;
  readonly money: Money;
}

interface ProjectSketch {
  readonly topic: number;
  readonly kind: number;
  readonly frame: number;
  readonly unit: number;
  readonly target: boolean;
  readonly official?: Official | undefined;
  readonly parts: readonly PartSketch[];
}

interface Sketch {
  readonly profile: Profile;
  readonly basics: readonly BasicSketch[];
  readonly projects: readonly ProjectSketch[];
  /**
   * Changes against last year in thousandths: rest of the total, general, operating cost, then one for each of
   * OFFICIALS.
   */
  readonly shifts: readonly number[];
  readonly assets: readonly number[];
}

const LIMITS: Readonly<Record<Scale, { basics: [number, number]; projects: [number, number]; units: number }>> = {
  tiny: { basics: [0, 1], projects: [0, 1], units: 1 },
  small: { basics: [0, 8], projects: [0, 4], units: 2 },
  medium: { basics: [6, 30], projects: [2, 20], units: 5 },
  large: { basics: [30, 260], projects: [20, 80], units: 8 },
};

const index = (limit = 10_000): fc.Arbitrary<number> => fc.nat({ max: limit - 1 });

const money: fc.Arbitrary<Money> = fc.record({
  cents: fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 100 }) },
    { weight: 8, arbitrary: fc.integer({ min: 100, max: 100_000 }) },
    { weight: 3, arbitrary: fc.integer({ min: 100_000, max: 20_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 20_000_000, max: 999_999_999 }) },
  ),
  odd: index(100),
});

const funds: fc.Arbitrary<Fund[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Fund[]>(['general']) },
  {
    weight: 5,
    arbitrary: fc.subarray<Fund>(['govfund', 'capital', 'special', 'own']).map((some) => ['general' as const, ...some]),
  },
  { weight: 1, arbitrary: fc.subarray<Fund>(['govfund', 'capital', 'special', 'own'], { minLength: 1 }) },
);

const CLASS_CODES = CLASSES.map(([code]) => code).filter((code) =>
  ITEM_CODES.general.some((item) => item.startsWith(code)),
);
const classes = (scale: Scale): fc.Arbitrary<string[]> =>
  scale === 'large'
    ? fc.subarray(CLASS_CODES, { minLength: 3 })
    : fc.shuffledSubarray(CLASS_CODES, { minLength: 1, maxLength: 4 });

function profile(scale: Scale, options: LedgerOptions): fc.Arbitrary<Profile> {
  const units = LIMITS[scale].units;
  return fc.record<Profile>({
    year: fc.constantFrom(2023, 2024, 2025),
    level:
      options.level === undefined ? fc.constantFrom<Ledger['level']>('unit', 'department') : fc.constant(options.level),
    precision:
      options.precision === undefined
        ? fc.constantFrom<Ledger['precision']>('exact', 'exact', 'rounded')
        : fc.constant(options.precision),
    place: index(12),
    office: index(15),
    bodies: fc.noBias(
      fc.shuffledSubarray([...Array(BODY_COUNT).keys()], { minLength: Math.ceil(units / 4), maxLength: units }),
    ),
    first: fc.constantFrom<Profile['first']>('same', 'same', 'proper', 'body'),
    classes: classes(scale),
    funds,
    carriesOver: often(75),
    carriesOtherFunds: often(15),
    carriesBasic: often(7),
    basicByOtherFunds: often(20),
  });
}

const basic: fc.Arbitrary<BasicSketch> = fc.record<BasicSketch>({
  support: often(35),
  code: index(),
  item: index(),
  unit: index(),
  otherFund: often(30),
  carried: often(25),
  money,
});

const project: fc.Arbitrary<ProjectSketch> = fc.record<ProjectSketch>({
  topic: index(),
  kind: index(),
  frame: index(),
  unit: index(),
  target: fc.boolean(),
  official: mostly<Official | undefined>(40, undefined, ...OFFICIALS),
  parts: fc.array(fc.record<PartSketch>({ code: index(), fund: index(), carried: often(50), money }), {
    minLength: 1,
    maxLength: 3,
    size: 'max',
  }),
});

function sketch(scale: Scale, options: LedgerOptions): fc.Arbitrary<Sketch> {
  const { basics, projects } = LIMITS[scale];
  return fc
    .record<Sketch>({
      profile: profile(scale, options),
      basics: fc.array(basic, { minLength: basics[0], maxLength: basics[1], size: 'max' }),
      projects: fc.array(project, { minLength: projects[0], maxLength: projects[1], size: 'max' }),
      shifts: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -900, max: 1500 })), {
        minLength: 7,
        maxLength: 7,
        size: 'max',
      }),
      assets: fc.array(index(1000), { minLength: 12, maxLength: 12, size: 'max' }),
    })
    .filter((drawn) => drawn.basics.length + drawn.projects.length > 0);
}

/** Random ledgers; without a scale, of every size. */
export function ledgers(options: LedgerOptions = {}): fc.Arbitrary<Ledger> {
  if (options.scale !== undefined) return sketch(options.scale, options).map(assemble);
  return fc
    .oneof(
      { weight: 1, arbitrary: sketch('tiny', options) },
      { weight: 4, arbitrary: sketch('small', options) },
      { weight: 4, arbitrary: sketch('medium', options) },
      { weight: 2, arbitrary: sketch('large', options) },
    )
    .map(assemble);
}

function assemble({ profile, basics, projects, shifts, assets }: Sketch): Ledger {
  const { entity, units } = bodiesOf(profile);
  const yuan = ({ cents, odd }: Money): number => cents * 100 + (profile.precision === 'exact' ? 0 : odd);
  const codes = ITEM_CODES.general.filter((code) => profile.classes.includes(code.slice(0, 3)));
  const context: Context = { profile, units, codes, yuan };
  const listed: Project[] = [];
  const entries: Entry[] = basics.map((drawn) => basicEntry(drawn, context));
  const fiscal = profile.funds.some((fund) => fund !== 'special' && fund !== 'own');
  for (const asDrawn of projects) {
    const drawn: ProjectSketch = fiscal ? asDrawn : { ...asDrawn, official: undefined };
    const unit = drawn.unit % units.length;
    const name =
      drawn.official === undefined
        ? projectName(drawn.topic, drawn.kind, drawn.frame, profile.year)
        : OFFICIAL_PROJECTS[drawn.official];
    listed.push({ name, unit, kind: drawn.target ? 'target' : 'operating' });
    entries.push(...projectEntries(drawn, unit, listed.length - 1, context));
  }
  const { year, level, precision } = profile;
  const bare = { entity, year, level, precision, units, projects: listed, entries };
  return complete(bare, shifts, assets);
}

interface Context {
  readonly profile: Profile;
  readonly units: readonly Unit[];
  /** Codes of the general budget that this entity spends under. */
  readonly codes: readonly string[];
  readonly yuan: (money: Money) => number;
}

function bodiesOf(profile: Profile): { entity: string; units: readonly Unit[] } {
  const department = departmentName(profile.place, profile.office);
  const bodies = profile.bodies.map((body): Unit => bodyOf(profile.place, body));
  const self: Unit = { name: profile.first === 'proper' ? `${department}（本级）` : department, office: true };
  if (profile.level === 'unit') {
    const only = profile.first === 'body' ? at(bodies, 0) : { ...self, name: department };
    return { entity: only.name, units: [only] };
  }
  return { entity: department, units: profile.first === 'body' ? bodies : [self, ...bodies.slice(1)] };
}

/** Where the general budget does not pay, the first fund that may pay under general codes. */
function payer(profile: Profile): Fund {
  const able = profile.funds.filter((fund) => fund !== 'govfund' && fund !== 'capital');
  return able[0] ?? 'own';
}

function basicEntry(drawn: BasicSketch, { profile, units, codes, yuan }: Context): Entry {
  const main = payer(profile);
  const other = profile.funds.find((fund) => fund === 'special' || fund === 'own') ?? main;
  const support = drawn.support && main === 'general';
  const unit = drawn.unit % units.length;
  const code = support ? at(ITEM_CODES.support, drawn.code) : at(codes, drawn.code);
  const economic = support ? supportItem(code) : at(RUNNING_ITEMS, drawn.item);
  const fund = profile.basicByOtherFunds && drawn.otherFund && !support ? other : main;
  const vintage: Vintage =
    profile.carriesOver && profile.carriesBasic && drawn.carried && !support && fund === 'general'
      ? 'carryover'
      : 'current';
  const official = economic.official === undefined ? {} : { official: economic.official };
  return { code, nature: 'basic', fund, vintage, unit, economic, ...official, amount: yuan(drawn.money) };
}

function projectEntries(
  drawn: ProjectSketch,
  unit: number,
  project: number,
  { profile, codes, yuan }: Context,
): Entry[] {
  const official = drawn.official === undefined ? {} : { official: drawn.official };
  const payers =
    drawn.official === undefined ? profile.funds : profile.funds.filter((fund) => fund !== 'special' && fund !== 'own');
  return drawn.parts.map((part): Entry => {
    const fund = at(payers, part.fund);
    const pool = fund === 'govfund' || fund === 'capital' ? ITEM_CODES[fund] : codes;
    const carries =
      drawn.official === undefined && ((fund !== 'special' && fund !== 'own') || profile.carriesOtherFunds);
    const vintage: Vintage = profile.carriesOver && carries && part.carried ? 'carryover' : 'current';
    return {
      code: at(pool, part.code),
      nature: 'project',
      fund,
      vintage,
      unit,
      project,
      ...official,
      amount: yuan(part.money),
    };
  });
}

/**
 * Last year's amount: this year's, moved by thousandths of it in whole 0.01 万元; never so low that 0.00 would be printed
 * for it.
 */
function before(now: number, shift: number): number {
  if (now === 0) return Math.abs(shift) > 600 ? Math.abs(shift) * 100 : 0;
  const last = now - Math.round((now * shift) / (1000 + Math.max(shift, 0)) / 100) * 100;
  return last < 100 ? now : last;
}

function complete(
  bare: Omit<Ledger, 'lastYear' | 'assets'>,
  shifts: readonly number[],
  drawn: readonly number[],
): Ledger {
  const ledger: Ledger = {
    ...bare,
    lastYear: { total: 0, general: 0, official: { abroad: 0, reception: 0, purchase: 0, operation: 0 }, operating: 0 },
    assets: { goods: 0, works: 0, services: 0, vehicles: [], spareQuota: 0, floorArea: 0, equipment: 0 },
  };
  return { ...ledger, lastYear: lastYearOf(ledger, shifts), assets: assetsOf(ledger, drawn) };
}

/** An amount raised by whole 0.01 万元 until it covers its parts. */
function atLeast(parts: number, amount: number): number {
  return amount + Math.max(0, Math.ceil((parts - amount) / 100)) * 100;
}

function lastYearOf(ledger: Ledger, shifts: readonly number[]): LastYear {
  const shift = (position: number): number => shifts[position] ?? 0;
  const current = sum(ledger.entries, isGeneralCurrent);
  const official = Object.fromEntries(
    OFFICIALS.map((kind, position) => {
      const now = officialCost(ledger, kind);
      const isNew = shift(3 + position) > 1300 && now % 100 === 0;
      return [kind, isNew ? 0 : before(now, shift(3 + position))];
    }),
  ) as Record<Official, number>;
  const operating = before(operatingCost(ledger), shift(2));
  const parts = OFFICIALS.reduce((amount, kind) => amount + official[kind], operating);
  const general = atLeast(parts, before(current, shift(1)));
  const total = general + before(sum(ledger.entries) - current, shift(0));
  return { total, general, official, operating };
}

function assetsOf(ledger: Ledger, drawn: readonly number[]): Assets {
  const number = (position: number): number => drawn[position] ?? 0;
  const buys = sum(
    ledger.entries,
    (entry) => isCurrent(entry) && (isProject(entry) || entry.economic?.group.staff === false),
  );
  const bought = (position: number): number =>
    number(position) < 400 ? 0 : Math.floor((buys * number(position)) / 400_000) * 100;
  const vehicles = VEHICLE_KINDS.map((_, kind): number => (number(kind) < 500 ? 0 : number(kind) % 12));
  const drives = officialCost(ledger, 'operation') + officialCost(ledger, 'purchase') > 0;
  if (drives && !vehicles.some((count) => count > 0)) vehicles[vehicles.length - 1] = 1;
  return {
    goods: bought(5),
    works: bought(6),
    services: bought(7),
    vehicles,
    spareQuota: number(8) % 3,
    floorArea: number(9) * 7,
    equipment: number(10) % 5,
  };
}
