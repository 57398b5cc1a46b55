/*
 * 部门预算支出经济科目 with the 政府预算支出经济科目 that an office and an institution book them under. Source: 财政部
 * 《政府收支分类科目》, 支出经济分类.
 */

/** The spending that the three-public form counts. */
export type Official = 'abroad' | 'reception' | 'purchase' | 'operation';

export interface EconomicItem {
  /** 部门预算支出经济科目, 款. */
  readonly name: string;
  /** 政府预算支出经济科目 for an office (行政, 参公) and for an institution (事业). */
  readonly office: string;
  readonly institution: string;
  readonly group: EconomicGroup;
  readonly official?: Official;
}

export interface EconomicGroup {
  /** 部门预算支出经济科目, 类. */
  readonly name: string;
  /** 人员经费; otherwise 公用经费. */
  readonly staff: boolean;
}

const PAY: EconomicGroup = { name: '工资福利支出', staff: true };
const GOODS: EconomicGroup = { name: '商品和服务支出', staff: false };
const AID: EconomicGroup = { name: '对个人和家庭的补助', staff: true };
const EQUIPMENT: EconomicGroup = { name: '资本性支出', staff: false };

/** The groups in the order of the form. */
export const ECONOMIC_GROUPS = [PAY, GOODS, AID, EQUIPMENT] as const;

function item(
  group: EconomicGroup,
  name: string,
  office: string,
  institution = group.name,
  official?: Official,
): EconomicItem {
  return { name, office, institution, group, ...(official === undefined ? {} : { official }) };
}

/** All items, in the order of the form. */
export const ECONOMIC_ITEMS: readonly EconomicItem[] = [
  item(PAY, '基本工资', '工资奖金津补贴'),
  item(PAY, '津贴补贴', '工资奖金津补贴'),
  item(PAY, '奖金', '工资奖金津补贴'),
  item(PAY, '伙食补助费', '其他工资福利支出'),
  item(PAY, '绩效工资', '工资奖金津补贴'),
  item(PAY, '机关事业单位基本养老保险缴费', '社会保障缴费'),
  item(PAY, '职业年金缴费', '社会保障缴费'),
  item(PAY, '职工基本医疗保险缴费', '社会保障缴费'),
  item(PAY, '其他社会保障缴费', '社会保障缴费'),
  item(PAY, '住房公积金', '住房公积金'),
  item(PAY, '医疗费', '其他工资福利支出'),
  item(PAY, '其他工资福利支出', '其他工资福利支出'),
  item(GOODS, '办公费', '办公经费'),
  item(GOODS, '印刷费', '办公经费'),
  item(GOODS, '咨询费', '委托业务费'),
  item(GOODS, '手续费', '办公经费'),
  item(GOODS, '水费', '办公经费'),
  item(GOODS, '电费', '办公经费'),
  item(GOODS, '邮电费', '办公经费'),
  item(GOODS, '取暖费', '办公经费'),
  item(GOODS, '物业管理费', '办公经费'),
  item(GOODS, '差旅费', '办公经费'),
  item(GOODS, '因公出国（境）费用', '因公出国（境）费用', GOODS.name, 'abroad'),
  item(GOODS, '维修（护）费', '维修（护）费'),
  item(GOODS, '租赁费', '办公经费'),
  item(GOODS, '会议费', '会议费'),
  item(GOODS, '培训费', '培训费'),
  item(GOODS, '公务接待费', '公务接待费', GOODS.name, 'reception'),
  item(GOODS, '专用材料费', '专用材料购置费'),
  item(GOODS, '被装购置费', '专用材料购置费'),
  item(GOODS, '专用燃料费', '专用材料购置费'),
  item(GOODS, '劳务费', '委托业务费'),
  item(GOODS, '委托业务费', '委托业务费'),
  item(GOODS, '工会经费', '办公经费'),
  item(GOODS, '福利费', '办公经费'),
  item(GOODS, '公务用车运行维护费', '公务用车运行维护费', GOODS.name, 'operation'),
  item(GOODS, '其他交通费用', '办公经费'),
  item(GOODS, '税金及附加费用', '办公经费'),
  item(GOODS, '其他商品和服务支出', '其他商品和服务支出'),
  item(AID, '离休费', '离退休费', '离退休费'),
  item(AID, '退休费', '离退休费', '离退休费'),
  item(AID, '抚恤金', '社会福利和救助', '社会福利和救助'),
  item(AID, '生活补助', '社会福利和救助', '社会福利和救助'),
  item(AID, '救济费', '社会福利和救助', '社会福利和救助'),
  item(AID, '医疗费补助', '社会福利和救助', '社会福利和救助'),
  item(AID, '助学金', '助学金', '助学金'),
  item(AID, '奖励金', '社会福利和救助', '社会福利和救助'),
  item(AID, '其他对个人和家庭的补助', '其他对个人和家庭的补助', '其他对个人和家庭的补助'),
  item(EQUIPMENT, '办公设备购置', '设备购置'),
  item(EQUIPMENT, '专用设备购置', '设备购置'),
  item(EQUIPMENT, '信息网络及软件购置更新', '设备购置'),
  item(EQUIPMENT, '公务用车购置', '公务用车购置', EQUIPMENT.name, 'purchase'),
];

/** What the items of ITEM_CODES.support pay for. */
const NAME_BY_CODE: Readonly<Record<string, string>> = {
  '2080501': '退休费',
  '2080502': '离休费',
  '2080505': '机关事业单位基本养老保险缴费',
  '2080506': '职业年金缴费',
  '2101101': '职工基本医疗保险缴费',
  '2101102': '职工基本医疗保险缴费',
  '2210201': '住房公积金',
  '2210202': '津贴补贴',
  '2210203': '津贴补贴',
};

const supportOnly = new Set(Object.values(NAME_BY_CODE).filter((name) => name !== '津贴补贴'));

/** Items that basic expenditure under an ordinary code may pay for. */
export const RUNNING_ITEMS = ECONOMIC_ITEMS.filter((one) => !supportOnly.has(one.name));

/** The item that a support code pays for. */
export function supportItem(code: string): EconomicItem {
  const found = ECONOMIC_ITEMS.find((one) => one.name === NAME_BY_CODE[code]);
  if (found === undefined) throw new RangeError(`no economic item for ${code}`);
  return found;
}
