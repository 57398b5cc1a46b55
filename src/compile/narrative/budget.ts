import type { Choice, Outline, SectionSpec } from './outline';
import { BUDGET_TERMS } from './terms';

/*
 * 预算公开说明, in the order that 《部门预算公开》 asks for. Notation: outline.ts.
 */

const OVERALL: SectionSpec = {
  title: '预算收支总体情况说明',
  body: [
    ['{年}年度收入总计{收入总计}[，其中：本年收入{本年收入}、上年结转{上年结转}]。', '收入总计{~收入总计}。'],
    ['{年}年度支出总计{支出总计}[，其中：当年预算安排{当年支出}、上年结转安排{结转支出}]。', '支出总计{~支出总计}。'],
    [{ of: '支出总计', unknown: '{年}年度支出预算合计{支出合计}。支出预算合计{~支出合计}。' }],
  ],
};

const INCOME: SectionSpec = {
  title: '收入预算情况说明',
  body: [
    [{ of: '收入总计', some: '{年}年度收入预算{收入总计}[，其中：{#预算收入来源}]。', none: '{年}年度没有收入预算。' }],
  ],
};

const SPENDING: SectionSpec = {
  title: '支出预算情况说明',
  body: [
    [{ of: '支出合计', some: '{年}年度支出预算{支出合计}[，其中：{#支出性质}]。', none: '{年}年度没有支出预算。' }],
  ],
};

const FISCAL: SectionSpec = {
  title: '财政拨款收支预算总体情况说明',
  body: [
    [
      {
        of: '财政拨款收入总计',
        some: [
          '{年}年度财政拨款收入总计{财政拨款收入总计}，其中：当年财政拨款收入{财政拨款本年收入}、上年财政拨款结转{财政拨款结转}。[当年财政拨款收入中，{#财政拨款收入构成}。]',
          '{年}年度财政拨款收入总计{财政拨款收入总计}[，其中：{#财政拨款收入总计构成}]。',
        ],
        none: '{年}年度没有财政拨款收入预算。',
        unknown: [
          '{年}年度财政拨款收入{财政拨款本年收入}，其中：{#财政拨款收入构成}。',
          '{年}年度财政拨款收入总计{?金额}，支出总计{?金额}。',
        ],
      },
    ],
    [
      {
        of: '财政拨款支出',
        some: '{年}年度财政拨款支出{财政拨款支出}[，包括：{#财政拨款支出构成}]。',
        none: '{年}年度没有财政拨款支出预算。',
      },
    ],
  ],
};

/**
 * Size, structure and items of 一般公共预算支出. Where forms tell the money of the year from 上年结转 it is the money of the year
 * that is explained, and the titles say so: what was brought over is of the same 科目 and would be taken for it.
 */
function generalSections(word: '当年支出' | '支出'): SectionSpec[] {
  const name = `一般公共预算${word}`;
  const choice = (some: string, none?: string): Choice => {
    if (word === '支出') return { of: '一般公共预算当年支出', unknown: some };
    return { of: name, some, ...(none !== undefined && { none }) };
  };
  return [
    {
      title: `${name}规模变化情况`,
      body: [[choice(`{年}年度${name}{${name}}，{~${name}}。`, `{年}年度没有${name}。`)]],
    },
    { title: `${name}结构情况`, body: [[choice(`{年}年度${name}{${name}}，用于以下方面：{#${name}分类}。`)]] },
    {
      title: `${name}具体情况`,
      body: [
        {
          each: `${name}科目`,
          text: '{名}{额}[，{变动}]，用于{?}。',
          ...(word === '支出' && { unless: '一般公共预算当年支出' }),
        },
      ],
    },
  ];
}

const GENERAL: SectionSpec = {
  title: '一般公共预算支出情况说明',
  body: [...generalSections('当年支出'), ...generalSections('支出')],
};

const BASIC: SectionSpec = {
  title: '一般公共预算基本支出情况说明',
  body: [
    [
      {
        of: '一般公共预算基本支出',
        some: '{年}年度一般公共预算基本支出{一般公共预算基本支出}[，其中：人员经费{人员经费}、公用经费{公用经费}]。',
        none: '{年}年度没有安排一般公共预算基本支出。',
      },
    ],
    [{ of: '人员经费', some: '人员经费{人员经费}，包括：{&人员经费}。' }],
    [{ of: '公用经费', some: '公用经费{公用经费}，包括：{&公用经费}。' }],
  ],
};

const OFFICIAL: SectionSpec = {
  title: '“三公”经费预算情况说明',
  body: [
    [
      {
        of: '“三公”经费',
        some: '{年}年度“三公”经费预算{“三公”经费}，{~“三公”经费}。[其中：{#三公经费构成}。]',
        none: '{年}年度本{部门}没有安排“三公”经费预算，{~“三公”经费}。',
        unknown: '{年}年度“三公”经费预算{?金额，或说明没有安排；其中各项的金额，与上年相比增减的金额和原因}。',
      },
    ],
    [{ of: '因公出国费', some: '因公出国（境）费{因公出国费}，{~因公出国费}。' }],
    [
      {
        of: '公务用车费',
        some: '公务用车购置及运行维护费{公务用车费}[，其中：公务用车购置费{公务用车购置费}、公务用车运行维护费{公务用车运行费}]。公务用车购置及运行维护费{~公务用车费}。',
      },
    ],
    [{ of: '公务接待费', some: '公务接待费{公务接待费}，{~公务接待费}。' }],
  ],
};

const GOVFUND: SectionSpec = {
  title: '政府性基金预算支出情况说明',
  body: [
    [
      {
        of: '政府性基金支出',
        some: '{年}年度政府性基金预算支出{政府性基金支出}，{~政府性基金支出}。',
        none: '{年}年度本{部门}没有使用政府性基金预算拨款安排的支出。',
        unknown: '{年}年度政府性基金预算支出{?金额，或说明没有}。',
      },
    ],
    { each: '政府性基金支出科目', text: '{名}{额}[，{变动}]，用于{?}。' },
  ],
};

const CAPITAL: SectionSpec = {
  title: '国有资本经营预算支出情况说明',
  body: [
    [
      {
        of: '国有资本经营支出',
        some: '{年}年度国有资本经营预算支出{国有资本经营支出}，{~国有资本经营支出}。',
        none: '{年}年度本{部门}没有使用国有资本经营预算拨款安排的支出。',
        unknown: '{年}年度国有资本经营预算支出{?金额，或说明没有}。',
      },
    ],
    { each: '国有资本经营支出科目', text: '{名}{额}[，{变动}]，用于{?}。' },
  ],
};

const OTHER: SectionSpec = {
  title: '其他重要事项情况说明',
  body: [
    {
      title: '机关运行经费情况',
      body: [
        [
          {
            of: '机关运行经费',
            some: '{年}年度机关运行经费预算{机关运行经费}，{~机关运行经费}。',
            none: '{年}年度本{部门}没有机关运行经费预算。',
            unknown: '{年}年度机关运行经费预算{?金额，或说明没有机关运行经费}。',
          },
        ],
      ],
    },
    {
      title: '政府采购情况',
      body: [
        [
          {
            of: '政府采购',
            some: '{年}年度政府采购预算总额{政府采购}[，其中：{#政府采购构成}]。',
            none: '{年}年度本{部门}没有安排政府采购预算。',
            unknown:
              '{年}年度政府采购预算总额{?金额}，其中：政府采购货物预算{?金额}、政府采购工程预算{?金额}、政府采购服务预算{?金额}。',
          },
        ],
      ],
    },
    {
      title: '国有资产占有使用情况',
      body: [
        [
          '截至{上年}年12月31日，本{部门}共有车辆{?数量和各类用车的数量}；单价100万元（含）以上设备（不含车辆）{?数量}。',
        ],
      ],
    },
    { title: '预算绩效管理情况', body: [['{年}年度本{部门}实行绩效目标管理的项目{?个数}，涉及资金{?金额}。']] },
  ],
};

export const BUDGET: Outline = {
  title: '{年}年度{部门}预算情况说明',
  sections: [OVERALL, INCOME, SPENDING, FISCAL, GENERAL, BASIC, OFFICIAL, GOVFUND, CAPITAL, OTHER],
  termsTitle: '名词解释',
  terms: BUDGET_TERMS,
};
