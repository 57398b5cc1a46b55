/*
 * The one truth behind a generated final account: atomic flows, each money that comes from one place and goes to one
 * place. Every printed figure is a sum over flows, so that income and balances explain expenditure by construction.
 */
import type { EconomicItem, Official } from '../economic-items';
import type { Project, Unit } from '../budget/ledger';
import { OFFICIALS } from '../budget/ledger';

/** Three kinds of 财政拨款, and everything else. */
export type Purse = 'general' | 'govfund' | 'capital' | 'own';
export const FISCAL = ['general', 'govfund', 'capital'] as const;

/** Where income comes from; a fiscal source is its purse. */
export type Source = 'superior' | 'service' | 'business' | 'affiliate' | 'other' | (typeof FISCAL)[number];
export const OWN_SOURCES = ['superior', 'service', 'business', 'affiliate', 'other'] as const;

/** 基本, 项目, 上缴上级, 经营, 对附属单位补助. */
export type Nature = 'basic' | 'project' | 'remitted' | 'business' | 'granted';
export const NATURES = ['basic', 'project', 'remitted', 'business', 'granted'] as const;

export interface Flow {
  /** 功能分类 项, seven digits. */
  readonly code: string;
  readonly purse: Purse;
  /** 年初结转和结余, this year's income, 使用非财政拨款结余. */
  readonly from: 'opening' | 'income' | 'reserve';
  /** On income only. */
  readonly source?: Source;
  /** Spent, 年末结转和结余, 结余分配. */
  readonly to: 'spent' | 'closing' | 'distributed';
  /** On spent money only. */
  readonly nature?: Nature;
  /** On basic expenditure only. */
  readonly economic?: EconomicItem;
  readonly official?: Official;
  readonly unit: number;
  /** 元. */
  readonly amount: number;
}

export interface Planned {
  readonly code: string;
  readonly amount: number;
}

/** Last year's figures; every one differs from this year's by whole 0.01 万元. */
export interface LastFinal {
  /** 总计 of all money, and of 财政拨款. */
  readonly total: number;
  readonly fiscal: number;
  /** 一般公共预算财政拨款支出, and by class. */
  readonly general: number;
  readonly classes: readonly Planned[];
  readonly official: Readonly<Record<Official, number>>;
  readonly operating: number;
}

/** Figures that no flow explains. */
export interface Statistics {
  readonly goods: number;
  readonly works: number;
  readonly services: number;
  /** Contracts of small and medium, and of small enterprises. */
  readonly medium: number;
  readonly small: number;
  /** Cars by FINAL_VEHICLES. */
  readonly vehicles: readonly number[];
  readonly equipment: number;
  readonly bought: number;
  readonly groups: number;
  readonly travellers: number;
  readonly batches: number;
  readonly visitors: number;
  /** Self-assessed projects by grade. */
  readonly grades: readonly number[];
}

export interface FinalLedger {
  readonly entity: string;
  readonly year: number;
  readonly level: 'unit' | 'department';
  readonly precision: 'exact' | 'rounded';
  readonly units: readonly Unit[];
  readonly projects: readonly Project[];
  readonly flows: readonly Flow[];
  /** 年初预算 of 一般公共预算 by item. */
  readonly plan: readonly Planned[];
  /** 全年预算 of the three-public spending. */
  readonly officialPlan: Readonly<Record<Official, number>>;
  readonly last: LastFinal;
  readonly statistics: Statistics;
}

export const FINAL_VEHICLES = [
  '副部（省）级及以上领导用车',
  '主要负责人用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部服务用车',
  '其他用车',
] as const;

export type FlowMeasure = (flow: Flow) => boolean;

export const isIncome: FlowMeasure = (flow) => flow.from === 'income';
export const isOpening: FlowMeasure = (flow) => flow.from === 'opening';
export const isReserve: FlowMeasure = (flow) => flow.from === 'reserve';
export const isSpent: FlowMeasure = (flow) => flow.to === 'spent';
export const isClosing: FlowMeasure = (flow) => flow.to === 'closing';
export const isDistributed: FlowMeasure = (flow) => flow.to === 'distributed';
export const isFiscalFlow: FlowMeasure = (flow) => flow.purse !== 'own';

export function inPurse(purse: Purse): FlowMeasure {
  return (flow) => flow.purse === purse;
}

export function ofNature(nature: Nature): FlowMeasure {
  return (flow) => flow.nature === nature;
}

export function ofSource(source: Source): FlowMeasure {
  return (flow) => flow.source === source;
}

/** True where every measure is. */
export function every(...measures: readonly FlowMeasure[]): FlowMeasure {
  return (flow) => measures.every((measure) => measure(flow));
}

export const isGeneralSpent = every(isSpent, inPurse('general'));
export const isGeneralBasic = every(isGeneralSpent, ofNature('basic'));

/** 机关运行经费: 公用经费 of offices from 一般公共预算. */
export function officeCost(ledger: FinalLedger): number {
  return total(
    ledger,
    (flow) => isGeneralBasic(flow) && flow.economic?.group.staff === false && ledger.units[flow.unit]?.office === true,
  );
}

/** 三公 spending from 财政拨款, of one kind or of several. */
export function officialSpent(ledger: FinalLedger, ...kinds: readonly Official[]): number {
  const wanted = kinds.length === 0 ? OFFICIALS : kinds;
  return total(
    ledger,
    (flow) => isSpent(flow) && isFiscalFlow(flow) && flow.official !== undefined && wanted.includes(flow.official),
  );
}

export function total(ledger: FinalLedger, measure: FlowMeasure): number {
  let amount = 0;
  for (const flow of ledger.flows) if (measure(flow)) amount += flow.amount;
  return amount;
}
