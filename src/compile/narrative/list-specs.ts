import type { ListSpec } from './lists';

/*
 * The lists of the explanation, by name. Terms are those of 《部门预算公开》 and 《部门决算公开》 forms.
 */

const SOURCES_LEFT = { carryover: '上年结转', reserve: '使用非财政拨款结余' } as const;

const OWN_SOURCES = {
  'own:superior': '上级补助收入',
  'own:business': '事业收入',
  'own:operating': '经营收入',
  'own:affiliated': '附属单位上缴收入',
  'own:other': '其他收入',
} as const;

const FUND_INCOME = {
  fiscal: '财政拨款收入',
  general: '一般公共预算拨款收入',
  govfund: '政府性基金预算拨款收入',
  capital: '国有资本经营预算拨款收入',
  special: '财政专户管理资金收入',
  own: '单位资金',
  ...OWN_SOURCES,
} as const;

const NATURES = {
  basic: '基本支出',
  project: '项目支出',
  remitted: '上缴上级支出',
  operating: '经营支出',
  subsidy: '对附属单位补助支出',
} as const;

const FISCAL_FUNDS = {
  general: '一般公共预算财政拨款',
  govfund: '政府性基金预算财政拨款',
  capital: '国有资本经营预算财政拨款',
} as const;

const OFFICIAL = {
  'sg:abroad': '因公出国（境）费',
  'sg:vehicle': '公务用车购置及运行维护费',
  'sg:reception': '公务接待费',
} as const;

export const LISTS: Readonly<Record<string, ListSpec>> = {
  预算收入来源: {
    whole: '收入总计',
    by: 'source',
    terms: { ...FUND_INCOME, ...SOURCES_LEFT },
    open: ['fiscal', 'own'],
    shares: true,
    zeros: true,
  },
  决算收入来源: { whole: '收入合计', by: 'fund', terms: FUND_INCOME, open: ['own'], shares: true, zeros: true },
  支出性质: { whole: '支出合计', by: 'nature', terms: NATURES, shares: true, zeros: true },
  决算收入总计构成: {
    whole: '收入总计',
    by: 'vintage',
    terms: { current: '本年收入', reserve: '使用非财政拨款结余', carryover: '年初结转和结余' },
    zeros: true,
  },
  财政拨款收入总计构成: { whole: '财政拨款收入总计', by: 'fund', terms: FISCAL_FUNDS, zeros: true },
  财政拨款收入构成: { whole: '财政拨款本年收入', by: 'fund', terms: FISCAL_FUNDS, zeros: true },
  财政拨款支出构成: { whole: '财政拨款支出', by: 'class' },
  一般公共预算支出分类: { whole: '一般公共预算支出', by: 'class', shares: true },
  一般公共预算支出科目: { whole: '一般公共预算支出', by: 'leaf' },
  一般公共预算当年支出分类: { whole: '一般公共预算当年支出', by: 'class', shares: true },
  一般公共预算当年支出科目: { whole: '一般公共预算当年支出', by: 'leaf' },
  政府性基金支出科目: { whole: '政府性基金支出', by: 'leaf' },
  国有资本经营支出科目: { whole: '国有资本经营支出', by: 'leaf' },
  三公经费构成: { whole: '“三公”经费', by: 'item', terms: OFFICIAL, shares: true, zeros: true },
  政府采购构成: {
    whole: '政府采购',
    by: 'item',
    terms: { 'pr:goods': '政府采购货物支出', 'pr:works': '政府采购工程支出', 'pr:services': '政府采购服务支出' },
    zeros: true,
  },
  政府采购分行: {
    whole: '政府采购',
    by: 'row',
    label: /^(?:货物|工程|服务)$/,
    terms: { 货物: '政府采购货物支出', 工程: '政府采购工程支出', 服务: '政府采购服务支出' },
    zeros: true,
  },
  车辆分类: { whole: '车辆', by: 'row', label: /用车$/, count: '辆', zeros: true },
};
