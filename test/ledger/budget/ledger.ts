/*
 * A Ledger is the one truth behind a generated disclosure: atomic entries, each with all its dimensions. Every printed
 * figure, in a form or in the text, is a sum over entries, so that the same figure is the same wherever it stands,
 * parents are the sums of their children and income balances expenditure by construction.
 */
import { codeName } from '../function-codes';
import type { EconomicItem, Official } from '../economic-items';

export type Fund = 'general' | 'govfund' | 'capital' | 'special' | 'own';
export type Nature = 'basic' | 'project';
export type Vintage = 'current' | 'carryover';

/** 一般公共预算, 政府性基金, 国有资本经营: what 财政拨款 is made of. */
export const FISCAL_FUNDS = ['general', 'govfund', 'capital'] as const;
export const FUNDS = [...FISCAL_FUNDS, 'special', 'own'] as const;
export const OFFICIALS = ['abroad', 'reception', 'purchase', 'operation'] as const;

export interface Unit {
  readonly name: string;
  /** 行政 or 参公: the unit's running cost is 机关运行经费. */
  readonly office: boolean;
}

export interface Project {
  readonly name: string;
  /** Index in Ledger.units. */
  readonly unit: number;
  /** 其他运转类 or 特定目标类. */
  readonly kind: 'operating' | 'target';
}

/** One amount with all its dimensions, in 元. */
export interface Entry {
  /** 功能分类 项, seven digits. */
  readonly code: string;
  readonly nature: Nature;
  readonly fund: Fund;
  readonly vintage: Vintage;
  /** Index in Ledger.units. */
  readonly unit: number;
  /** Index in Ledger.projects; on project entries only. */
  readonly project?: number;
  /** On basic entries only. */
  readonly economic?: EconomicItem;
  /** What the three-public form counts this entry as. */
  readonly official?: Official;
  readonly amount: number;
}

/** What last year's budget was; every amount differs from this year's by whole 0.01 万元. */
export interface LastYear {
  readonly total: number;
  /** 一般公共预算当年. */
  readonly general: number;
  readonly official: Readonly<Record<Official, number>>;
  readonly operating: number;
}

/** Figures of the text that no form holds. */
export interface Assets {
  readonly goods: number;
  readonly works: number;
  readonly services: number;
  /** Cars by the kinds of VEHICLE_KINDS. */
  readonly vehicles: readonly number[];
  /** 编制 beyond the cars there are. */
  readonly spareQuota: number;
  readonly floorArea: number;
  readonly equipment: number;
}

export interface Ledger {
  readonly entity: string;
  readonly year: number;
  readonly level: 'unit' | 'department';
  /**
   * exact: every entry is a multiple of 0.01 万元, so printed sums agree to the last digit; rounded: they differ by 尾差.
   */
  readonly precision: 'exact' | 'rounded';
  /** The entity itself alone when level is unit. */
  readonly units: readonly Unit[];
  readonly projects: readonly Project[];
  readonly entries: readonly Entry[];
  readonly lastYear: LastYear;
  readonly assets: Assets;
}

export type Measure = (entry: Entry) => boolean;

export const isFiscal: Measure = (entry) =>
  entry.fund === 'general' || entry.fund === 'govfund' || entry.fund === 'capital';
export const isCurrent: Measure = (entry) => entry.vintage === 'current';
export const isCarried: Measure = (entry) => entry.vintage === 'carryover';
export const isBasic: Measure = (entry) => entry.nature === 'basic';
export const isProject: Measure = (entry) => entry.nature === 'project';
export const all: Measure = () => true;

export function ofFund(fund: Fund): Measure {
  return (entry) => entry.fund === fund;
}

/** True where every measure is. */
export function both(...measures: readonly Measure[]): Measure {
  return (entry) => measures.every((measure) => measure(entry));
}

/** 一般公共预算当年: the money of forms 5 and 6. */
export const isGeneralCurrent = both(ofFund('general'), isCurrent);
/** 财政拨款 of this year: the money of the three-public form. */
export const isFiscalCurrent = both(isFiscal, isCurrent);

export function sum<E extends { readonly amount: number }>(
  entries: readonly E[],
  measure: (entry: E) => boolean = () => true,
): number {
  let total = 0;
  for (const entry of entries) if (measure(entry)) total += entry.amount;
  return total;
}

/** 机关运行经费 of one unit, or of all: 公用经费 of offices, from 一般公共预算 of this year. */
export function operatingCost(ledger: Ledger, unit?: number): number {
  return sum(
    ledger.entries,
    (entry) =>
      isGeneralCurrent(entry) &&
      entry.economic?.group.staff === false &&
      ledger.units[entry.unit]?.office === true &&
      (unit === undefined || entry.unit === unit),
  );
}

/** 三公 spending of one kind from this year's 财政拨款, or from one of its funds. */
export function officialCost(ledger: Ledger, official: Official, fund?: Fund): number {
  return sum(
    ledger.entries,
    (entry) => isFiscalCurrent(entry) && entry.official === official && (fund === undefined || entry.fund === fund),
  );
}

export interface CodeRow {
  readonly code: string;
  readonly name: string;
  /** One amount a measure. */
  readonly values: readonly number[];
}

export interface CodeTree {
  readonly total: readonly number[];
  /** 类, 款 and 项 in the order of their codes, parents first. */
  readonly rows: readonly CodeRow[];
}

/**
 * Sums by code on all three levels.
 * @param codeOf the code an entry is listed under; the expenditure code unless a form lists another.
 */
export function codeTree<E extends { readonly code: string; readonly amount: number }>(
  entries: readonly E[],
  measures: readonly ((entry: E) => boolean)[],
  codeOf: (entry: E) => string = (entry) => entry.code,
): CodeTree {
  const total = measures.map(() => 0);
  const sums = new Map<string, number[]>();
  const add = (into: number[], entry: E): void => {
    measures.forEach((measure, column) => {
      if (measure(entry)) into[column] = (into[column] ?? 0) + entry.amount;
    });
  };
  for (const entry of entries) {
    add(total, entry);
    const code = codeOf(entry);
    for (const length of [3, 5, 7]) {
      const prefix = code.slice(0, length);
      let into = sums.get(prefix);
      if (into === undefined) sums.set(prefix, (into = measures.map(() => 0)));
      add(into, entry);
    }
  }
  const rows = [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, values]) => ({ code, name: codeName(code), values }));
  return { total, rows };
}

/** 公务用车 by use, in the order of Assets.vehicles. */
export const VEHICLE_KINDS = ['机要通信用车', '应急保障用车', '执法执勤用车', '特种专业技术用车', '其他用车'] as const;
