/*
 * What stands behind a number makes it an amount, a percentage, a count, or no claim at all.
 */

/** Money, longest first. 万 alone is 万元 where nothing that can be counted follows. */
export const MONEY: readonly (readonly [string, string])[] = [
  ['亿元', '亿元'],
  ['万元', '万元'],
  ['千元', '千元'],
  ['元', '元'],
];

export const COUNTED =
  /^(?:个(?!百分点|月|工作日|小时|学时)|家|辆|台\(套\)|台（套）|台套|台|套|批次|批|人次|人|次|名|项|件|平方米|㎡|亩|张|宗|团组|位|艘|架|所|处|部)/;

/**
 * Numbers that claim nothing about the money of the year, by what stands behind them. The list is explicit: whatever is
 * not on it is a figure.
 */
export const NOT_A_CLAIM: readonly { readonly why: string; readonly after?: RegExp; readonly before?: RegExp }[] = [
  { why: '年份、日期、期间', after: /^(?:年|月|日|号|时|点|天|周|季度|个月|个工作日|小时|分钟|学时|期|届|届次)/ },
  {
    why: '门槛、标准',
    after: /^(?:万?元|%|个|人|名|台)?(?:\/[^，。；]{1,6})?(?:[(（][^)）]{1,4}[)）])?(?:及|\(含\)|（含）)?以[上下内]/,
  },
  { why: '门槛、标准', before: /(?:不低于|不少于|不超过|不高于|不得超过|不得低于)$/ },
  { why: '定额标准', before: /(?:每人|每月|每年|每户|每次|人均|每)[^，。；0-9]{0,6}$/ },
  { why: '定额标准', after: /^(?:万?元)\/(?:人|月|年|次|天|册|户|平方米)/ },
  { why: '文号、序号', before: /(?:第|图|表|附件|No\.?|〔|［|\[|（图|附表|条|编号)$/ },
  { why: '科目编码', before: /（$/, after: /^[类款项]）/ },
  { why: '文号、序号', after: /^(?:号|[〕\]］】])/ },
  {
    why: '编制和在职人数',
    before: /(?:编制|在职|在编|在岗|离休|退休|离退休|工勤|聘用|定编|实有人|人员|人数|遗属)[^，。；0-9辆万]{0,8}$/,
    after: /^(?:名|人)/,
  },
  { why: '内设机构、所属单位数', before: /(?:内设|下设|下辖|机构)[^，。；0-9辆万项目单]{0,12}$/, after: /^(?:个|家)/ },
  { why: '评分', after: /^分(?!别|类)/ },
  { why: '电话、编码', before: /(?:电话|邮编|代码|编码)[：:]?$/ },
];

/** 支出决算为30.00。 年初预算为0，: an amount whose unit was left out, by what stands before and behind it. */
export const UNIT_LEFT_OUT = {
  before: /(?:预算|决算|支出|收入|经费|金额|资金|拨款|总计|合计)(?:数|额|总额)?(?:为|是|共|合计|共计|总计|：)?$/,
  /** A whole number is money only where it can be nothing else. */
  beforeWhole: /(?:预算|决算)(?:数)?(?:为|是)$/,
  after: /^(?:[。；）\n]|[，、](?!\d)|$)/,
  /** 2024.12 */
  month: /^20\d\d\.\d{1,2}$/,
} as const;
