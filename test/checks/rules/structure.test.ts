import assert from 'node:assert/strict';
import { STRUCTURE_RULES } from '../../../src/checks/rules/structure';
import { WORDING } from '../../../src/vocabulary/narrative/wording';
import { ruleOf, testLook } from './look';

const rule = (id: string) => ruleOf(STRUCTURE_RULES, id);

/** A final account of an invented institution. @param body chapters behind the cover */
const final = (body: string): string => `青石市档案馆\n2024年度单位决算\n\n${body}\n`;
const explained = (text: string, title = '一、收入支出决算情况说明'): string =>
  final(`第三部分 2024年度单位决算情况说明\n\n${title}\n\n${text}`);

describe('slips of wording', () => {
  for (const { rule: name, pattern, example, counterexample } of WORDING)
    it(`${name}: ${example}`, () => {
      assert.match(example, pattern);
      assert.doesNotMatch(counterexample, pattern);
    });
});

testLook(rule('structure/percent'), {
  breaks: {
    'a share before a half-width semicolon': {
      text: explained('支出20.00万元，占 12.50;其余为项目支出。'),
      said: ['“占 12.50”后疑缺百分号'],
    },
    'a share of a named whole': {
      text: explained('支出20.00万元，占本年支出合计的 100。'),
      said: ['“占本年支出合计的 100”后疑缺百分号'],
    },
    'a weight': { text: explained('住房保障支出20.00万元，比重为3.13；'), said: ['“比重为3.13”后疑缺百分号'] },
    'completion of a budget': {
      text: explained('支出决算为20.00万元，完成年初预算的 103.23。'),
      said: ['“完成年初预算的 103.23”后疑缺百分号'],
    },
    'a line that breaks before the number': {
      text: explained(
        '一般公共预算财政拨款支出640.00万元，其中卫生健康支出20.00万元，占\n3.13；住房保障支出40.00万元。',
      ),
      said: ['“占3.13”后疑缺百分号'],
    },
    'growth at the end of a paragraph': { text: explained('支出比上年增长5.20'), said: ['“增长5.20”后疑缺百分号'] },
  },
  holds: {
    'percent signs': explained('支出20.00万元，占12.50%；比上年增长5.2%。'),
    'areas and places': explained('办公用房占地1200平方米，占用房屋3处。'),
    'amounts of change': explained('比上年增长5.20万元。'),
  },
});

testLook(rule('structure/placeholder'), {
  breaks: {
    'a name not filled in': { text: final('第一部分 青石市XXX概况\n\n第二部分 决算表'), said: ['占位符“XXX”未填写'] },
    'stops instead of words': {
      text: final('主要职能包括：\n（一）负责档案工作。\n（二）。。。。'),
      said: ['“。。。。”处没有写内容'],
    },
  },
  holds: { 'a letter in a name': final('购买X光机一台，型号XJ-2。') },
});

testLook(rule('structure/choice'), {
  breaks: {
    'two directions': { text: explained('比上年减增加 1.00万元。'), said: ['“减增加”两个方向叠在一起'] },
    'more and level': { text: explained('支出0万元，与2023年决算增加持平。'), said: ['“增加持平”两个方向叠在一起'] },
    'more or less': { text: explained('决算数大小于预算数。'), said: ['“大小于”两个方向叠在一起'] },
  },
  holds: {
    'one direction': explained('比上年净增加1.00万元，与预算持平。'),
    'a heading that names both': explained('收支增加减少变动情况如下。'),
  },
});

testLook(rule('structure/direction'), {
  breaks: {
    'less, to nothing, and level': {
      text: explained('因公出国（境）费支出减少为 0.00 万元，与 2023 年度持平。'),
      said: ['“减少为 0.00 万元，与 2023 年度持平”前后矛盾'],
    },
  },
  holds: {
    'nothing, and level': explained('因公出国（境）费支出为0万元，与2023年度持平。'),
    'against another base': explained('支出比上年减少0.50万元，与年初预算持平。'),
  },
});

testLook(rule('structure/instruction'), {
  breaks: {
    'an order to the writer': {
      text: explained('本年度无此项支出。（如有收支，请在此处填写收入、支出金额；没有的，保留上句）'),
      said: ['模板的填写说明“请在此处填写”没有删去'],
    },
    'a list of what to write': {
      text: explained('涉及资金180.00万元。（绩效目标管理工作情况，以及项目数量、单位数量、预算金额等）'),
      said: ['“（绩效目标管理工作情况'],
    },
  },
  holds: { 'a bracket that tells': explained('涉及资金180.00万元（项目4个，其中续建1个，金额80.00万元等）。') },
});

testLook(rule('structure/year'), {
  breaks: {
    'a chapter of last year': {
      text: final('第二部分 2023年度单位决算情况说明\n\n一、收入支出决算总体情况说明\n\n2024年度收入总计100.00万元。'),
      said: ['年度疑误：标题写“2023年度单位决算情况说明”，本文件为 2024 年度'],
    },
    'a year that lost a digit': {
      text: final('第三部分 青石市档案馆 202 年度单位决算情况说明\n\n2024年度收入总计100.00万元。'),
      said: ['年度没有写全：“202 年度单位决算情况说明”'],
    },
    'a sentence of another year': { text: explained('2023年本年收入合计100.00万元。'), said: ['年度疑误：写“2023年'] },
    'a contents page of last year, as one': {
      text: final('目 录\n一、2023年收入决算总表\n二、2023年支出决算总表\n\n2024年度收入总计100.00万元。'),
      said: ['年度疑误：目录写“2023年收入决算总表”等 2 处'],
    },
  },
  holds: {
    'one year': explained('2024年度收入总计100.00万元。'),
    'what it is compared with': explained('2024年度收入总计100.00万元，与2023年度决算相比持平。'),
    'a project named by a year': explained('2023年老旧库房改造项目支出10.00万元。'),
  },
});

const FUND_FORM = (note: string, name = '政府性基金'): string =>
  `2024年度${name}预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t0.00\t0.00\t0.00\n${note}`;

testLook(rule('structure/empty-form'), {
  breaks: {
    'a form without a word': {
      text: final(`${FUND_FORM('')}\n\n第三部分 情况说明\n\n一、收入支出情况说明\n\n收入总计100.00万元。`),
      said: ['《2024年度政府性基金预算财政拨款支出决算表》没有数据'],
    },
  },
  holds: {
    'a note below the form': final(`${FUND_FORM('注：本年度无政府性基金预算支出，故本表无数据')}`),
    'a sentence of the text': final(
      `${FUND_FORM('')}\n\n第三部分 情况说明\n\n八、政府性基金预算支出情况说明\n\n本单位2024年度没有政府性基金预算支出。`,
    ),
  },
});

testLook(rule('structure/note-of-other'), {
  breaks: {
    'a note copied from the form before': {
      text: final(FUND_FORM('注：本年度无政府性基金预算支出，故本表无数据', '国有资本经营')),
      said: ['《2024年度国有资本经营预算财政拨款支出决算表》表下的说明“注：本年度无政府性基金预算支出'],
    },
  },
  holds: {
    'its own note': final(FUND_FORM('注：本年度无国有资本经营预算支出，故本表无数据', '国有资本经营')),
    'a note that names none': final(FUND_FORM('注：本表无数据', '国有资本经营')),
    'a note on both': final(
      FUND_FORM('注：本年度无政府性基金预算和国有资本经营预算支出，故本表无数据', '国有资本经营'),
    ),
  },
});

testLook(rule('structure/money-of-empty-form'), {
  breaks: {
    'money in the text alone': {
      text: final(
        `${FUND_FORM('注：本表无数据')}\n\n第三部分 情况说明\n\n八、政府性基金预算支出情况说明\n\n政府性基金预算财政拨款支出20.00万元，主要用于库房建设。`,
      ),
      said: ['正文写“政府性基金预算财政拨款支出”20.00万元'],
    },
  },
  holds: {
    'none in either': final(
      `${FUND_FORM('注：本表无数据')}\n\n第三部分 情况说明\n\n八、政府性基金预算支出情况说明\n\n政府性基金预算财政拨款支出0万元。`,
    ),
  },
});

/** Enough forms for a whole disclosure. */
const FORMS = ['收入', '支出', '财政拨款收支', '一般公共预算支出', '政府性基金支出']
  .map((name) => `${name}决算表\n单位：万元\n项目\t合计\t基本支出\t项目支出\n合计\t100.00\t60.00\t40.00\n`)
  .join('\n');
const whole = (text: string): string =>
  final(`${FORMS}\n第三部分 2024年度单位决算情况说明\n\n七、“三公”经费支出决算情况说明\n\n${text}`);

const TRAVEL_FORM =
  '财政拨款“三公”经费支出决算表\n单位：万元\n合计\t因公出国（境）费\t公务用车购置费\t公务用车运行维护费\t公务接待费\n' +
  '6.00\t0.00\t0.00\t5.40\t0.60\n\n';
const TRAVEL = '“三公”经费支出决算6.00万元，其中：因公出国（境）费0万元；公务用车购置及运行维护费5.40万元';

testLook(rule('structure/travel-item'), {
  breaks: {
    'a purchase that is not told apart': {
      text: whole(`${TRAVEL}；公务接待费0.60万元。`),
      said: ['“三公”经费没有说明公务用车购置费'],
    },
    'an item left out': {
      text: final(
        `${FORMS}${TRAVEL_FORM}第三部分 情况说明\n\n七、“三公”经费支出决算情况说明\n\n${TRAVEL}，其中公务用车购置费0万元。`,
      ),
      said: ['“三公”经费没有说明公务接待费'],
    },
  },
  holds: {
    'all of them': whole(`${TRAVEL}，其中公务用车购置费0万元；公务接待费0.60万元。`),
    'none at all': whole('本单位没有“三公”经费支出。'),
    'an item that no form has money of': whole(`${TRAVEL}，其中公务用车购置费0万元。`),
    'a sum alone': whole('“三公”经费支出决算6.00万元。'),
  },
});

testLook(rule('structure/reception-count'), {
  breaks: {
    'guests from abroad only': {
      text: whole(`公务接待费支出0.60万元。其中：接待外宾0批次、0人次。`),
      said: ['公务接待费支出 0.60万元，没有说明国内公务接待的批次和人次'],
    },
  },
  holds: {
    'a fragment': explained('公务接待费支出0.60万元。', '七、“三公”经费支出决算情况说明'),
    'visits and guests': whole('公务接待费支出0.60万元，国内公务接待3批次、24人次。'),
    'nothing spent': whole('公务接待费支出0万元。'),
  },
});

const PROJECT = (plan: string): string =>
  `青石市档案馆\n2024年单位预算\n\n项目经费情况说明\n\n一、项目概述\n库房改造。\n六、年度预算安排\n${plan}\n七、绩效目标\n完成改造。\n\n2024年收入预算100.00万元。`;

testLook(rule('structure/project-year'), {
  breaks: {
    'the total and another year': {
      text: PROJECT('本项目批复总投资300.00万元，2023年安排100.00万元。'),
      said: ['“六、年度预算安排”没有写 2024 年度的金额'],
    },
  },
  holds: {
    'this year by its number': PROJECT('总投资300.00万元，2024年安排100.00万元。'),
    'this year in words': PROJECT('总投资300.00万元，本年安排100.00万元。'),
    'none this year, and said': PROJECT('总投资300.00万元，2024年度不再安排。'),
  },
});

testLook(rule('structure/personal-data'), {
  breaks: {
    'a mobile number in a line': { text: final('联系人：王某，电话13800001234。'), said: ['文中有手机号码 1 处'] },
    'a mobile number in a cell': {
      text: final('项目支出绩效自评表\n联系人\t王某\t联系电话\t13800001234\n项目名称\t库房改造\t资金\t100.00'),
      said: ['文中有手机号码 1 处'],
    },
    'a number of identity': { text: final('经办人身份证号11010519491231002X。'), said: ['文中有身份证号码 1 处'] },
    'an account': { text: final('开户行账号：6222020200001234567'), said: ['文中有银行账号 1 处'] },
  },
  holds: {
    'an office telephone': final('联系电话：0350-1234567。'),
    'an amount in 元 as long as a mobile number': final(
      '收入支出决算总表\n单位：元\n项目\t决算数\n本年收入合计\t13800001234\n本年支出合计\t13800001234',
    ),
    'codes and long amounts': final('项目编码：14000023P0000112233445566，金额13800001234.56元。'),
    'eighteen digits of another kind': final('统一社会信用代码110105194912310021。'),
  },
});

describe('numbers of persons', () => {
  it('are never repeated by what is said of them', () => {
    const [first] = rule('structure/personal-data').inspect({
      lines: [{ text: '电话13800001234', place: { line: 1, column: 1, length: 13 }, part: 'other', section: -1 }],
      disclosure: {},
    } as never);
    assert.ok(first && !JSON.stringify(first).includes('13800001234'));
  });
});
