import { PLAIN, renderText, type Entry, type Fund, type Ledger } from '../ledger';
import { ECONOMIC_ITEMS } from '../ledger/economic-items';
import type { Vintage } from '../ledger/budget/ledger';

/*
 * The disclosure behind assets/samples/: an invented county water bureau, consistent down to the cent, and the slips
 * that are put into it afterwards so that a first check has something to show.
 */

/** A slip: the row that begins with `row`, in the form that begins with `form`, prints `wrong` for `right`. */
export interface Slip {
  readonly form: string;
  readonly row: string;
  readonly right: string;
  readonly wrong: string;
}

export const SLIPS: readonly Slip[] = [
  // Two digits changed places.
  { form: '2024年预算支出总表', row: '2130306\t', right: '180.60', wrong: '108.60' },
  // The decimal point slipped.
  { form: '2024年一般公共预算安排基本支出分经济科目表', row: '取暖费\t', right: '8.50', wrong: '85.00' },
];

const OFFICE = 0;
const STATION = 1;

function basic(unit: number, code: string, amounts: Readonly<Record<string, number>>): Entry[] {
  return Object.entries(amounts).map(([name, amount]) => {
    const economic = ECONOMIC_ITEMS.find((item) => item.name === name);
    if (!economic) throw new RangeError(`no economic item ${name}`);
    const official = economic.official === undefined ? {} : { official: economic.official };
    return { code, nature: 'basic', fund: 'general', vintage: 'current', unit, economic, ...official, amount };
  });
}

function project(
  number: number,
  unit: number,
  code: string,
  amount: number,
  fund: Fund = 'general',
  vintage: Vintage = 'current',
): Entry {
  return { code, nature: 'project', fund, vintage, unit, project: number, amount };
}

const LEDGER: Ledger = {
  entity: '栖云县水利局',
  year: 2024,
  level: 'department',
  precision: 'exact',
  units: [
    { name: '栖云县水利局', office: true },
    { name: '栖云县水土保持站', office: false },
  ],
  projects: [
    { name: '山洪灾害防治非工程措施运行维护', unit: OFFICE, kind: 'operating' },
    { name: '小型水库维修养护', unit: OFFICE, kind: 'target' },
    { name: '农村饮水工程维修养护', unit: OFFICE, kind: 'target' },
    { name: '河长制工作经费', unit: OFFICE, kind: 'operating' },
    { name: '大中型水库移民后期扶持', unit: OFFICE, kind: 'target' },
    { name: '水土流失综合治理', unit: STATION, kind: 'target' },
    { name: '水土保持监测技术服务', unit: STATION, kind: 'operating' },
  ],
  entries: [
    ...basic(OFFICE, '2130301', {
      ...{ 基本工资: 1_862_400, 津贴补贴: 1_024_800, 奖金: 412_500, 办公费: 68_000, 印刷费: 12_000, 水费: 6_500 },
      ...{ 电费: 38_000, 邮电费: 21_000, 取暖费: 85_000, 差旅费: 46_000, 培训费: 18_000, 公务接待费: 8_000 },
      ...{ 工会经费: 42_300, 公务用车运行维护费: 96_000, 其他交通费用: 158_400 },
    }),
    ...basic(STATION, '2130399', {
      基本工资: 734_600,
      绩效工资: 352_100,
      办公费: 26_000,
      电费: 12_400,
      差旅费: 15_300,
    }),
    ...basic(OFFICE, '2080501', { 退休费: 156_200 }),
    ...basic(OFFICE, '2080505', { 机关事业单位基本养老保险缴费: 402_800 }),
    ...basic(STATION, '2080505', { 机关事业单位基本养老保险缴费: 148_700 }),
    ...basic(OFFICE, '2101101', { 职工基本医疗保险缴费: 186_500 }),
    ...basic(STATION, '2101102', { 职工基本医疗保险缴费: 68_400 }),
    ...basic(OFFICE, '2210201', { 住房公积金: 302_400 }),
    ...basic(STATION, '2210201', { 住房公积金: 111_500 }),
    project(0, OFFICE, '2130314', 620_000),
    project(1, OFFICE, '2130306', 1_480_000),
    project(1, OFFICE, '2130306', 326_000, 'general', 'carryover'),
    project(2, OFFICE, '2130504', 850_000),
    project(3, OFFICE, '2130302', 180_000),
    project(4, OFFICE, '2082201', 438_000, 'govfund'),
    project(4, OFFICE, '2082202', 1_260_000, 'govfund'),
    project(4, OFFICE, '2082202', 275_000, 'govfund', 'carryover'),
    project(5, STATION, '2130399', 2_360_000),
    project(5, STATION, '2130399', 514_600, 'general', 'carryover'),
    project(6, STATION, '2130399', 120_000, 'own'),
  ],
  lastYear: {
    total: 14_386_500,
    general: 11_052_300,
    official: { abroad: 0, reception: 9_000, purchase: 0, operation: 98_000 },
    operating: 612_400,
  },
  assets: {
    goods: 186_000,
    works: 1_920_000,
    services: 745_000,
    vehicles: [0, 2, 0, 1, 0],
    spareQuota: 0,
    floorArea: 2_140,
    equipment: 2,
  },
};

/** The sample without its slips. */
export function cleanSample(): string {
  return renderText(LEDGER, { ...PLAIN, seed: 20, formNumbers: 'all' });
}

/** Puts the slips in. */
export function withSlips(text: string): string {
  return SLIPS.reduce((result, { form, row, right, wrong }) => {
    const title = result.lastIndexOf(`\n${form}`);
    const start = result.indexOf(`\n${row}`, title) + 1;
    const end = result.indexOf('\n', start);
    const line = result.slice(start, end);
    if (title < 0 || start === 0 || !line.includes(right)) throw new RangeError(`nothing to alter: ${form} ${row}`);
    return result.slice(0, start) + line.replace(right, wrong) + result.slice(end);
  }, text);
}
