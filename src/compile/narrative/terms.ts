import type { Term } from './outline';

/*
 * 名词解释. Those of money that the institution does not have are left out.
 */

const FISCAL: Term = {
  term: '财政拨款收入',
  meaning: '指从本级财政部门取得的预算资金，包括一般公共预算、政府性基金预算和国有资本经营预算安排的拨款。',
};
const BUSINESS: Term = {
  term: '事业收入',
  meaning: '指事业单位从事本身的专业业务以及为其服务的辅助活动得到的收入。',
  of: ['事业收入'],
};
const OPERATING: Term = {
  term: '经营收入',
  meaning: '指事业单位在专业业务活动及其辅助活动以外，开展非独立核算的经营活动取得的收入。',
  of: ['经营收入'],
};
const OTHER: Term = {
  term: '其他收入',
  meaning: '指上述各项以外取得的收入，如利息收入、捐赠收入等。',
  of: ['其他收入'],
};
const BASIC: Term = {
  term: '基本支出',
  meaning: '指保障机构正常运转、完成日常工作任务发生的支出，分为人员经费和公用经费。',
};
const PROJECT: Term = { term: '项目支出', meaning: '指在基本支出以外，为完成特定工作任务或者事业发展目标发生的支出。' };
const OFFICIAL: Term = {
  term: '“三公”经费',
  meaning: '指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费、公务接待费。',
};
const OFFICE: Term = {
  term: '机关运行经费',
  meaning: '指行政单位和参照公务员法管理的事业单位用财政拨款安排的、用于购买货物和服务的公用经费。',
};

export const BUDGET_TERMS: readonly Term[] = [
  FISCAL,
  BUSINESS,
  OPERATING,
  OTHER,
  { term: '上年结转', meaning: '指以前年度安排、没有使用完，结转到本年度继续按原用途使用的资金。', of: ['上年结转'] },
  BASIC,
  PROJECT,
  OFFICIAL,
  OFFICE,
];

export const FINAL_TERMS: readonly Term[] = [
  FISCAL,
  BUSINESS,
  OPERATING,
  OTHER,
  {
    term: '使用非财政拨款结余',
    meaning: '指事业单位用以前年度积累的非财政拨款结余弥补本年度收支差额的资金。',
    of: ['使用非财政拨款结余'],
  },
  { term: '年初结转和结余', meaning: '指以前年度没有使用完，结转到本年度继续使用的资金。', of: ['上年结转'] },
  {
    term: '结余分配',
    meaning: '指事业单位按规定从非财政拨款结余中提取的专用结余、缴纳的所得税以及转入的非财政拨款结余。',
    of: ['结余分配'],
  },
  {
    term: '年末结转和结余',
    meaning: '指本年度或者以前年度安排、没有使用完，需要结转到以后年度使用的资金。',
    of: ['年末结转'],
  },
  BASIC,
  PROJECT,
  { term: '经营支出', meaning: '指事业单位开展非独立核算的经营活动发生的支出。', of: ['经营支出'] },
  OFFICIAL,
  OFFICE,
];
