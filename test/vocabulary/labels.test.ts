import assert from 'node:assert/strict';
import { isAttachment } from '../../src/vocabulary/attachments';
import {
  headRole,
  isGrandTotal,
  isNoteHead,
  isOfWhich,
  isTableNote,
  isTotalHead,
  isTotalRow,
  isYearEnd,
  looksLikeUnit,
  measureOfHead,
} from '../../src/vocabulary/labels';

/** One line a question: what it says yes to, and what it says no to. */
function question(name: string, ask: (text: string) => boolean, yes: readonly string[], no: readonly string[]): void {
  describe(name, () => {
    for (const text of yes) it(`${text} is`, () => assert.equal(ask(text), true));
    for (const text of no) it(`${text || '（空）'} is not`, () => assert.equal(ask(text), false));
  });
}

describe('roles of heads', () => {
  for (const [role, texts] of [
    ['code', ['科目编码', '功能分类科目编码', '支出功能分类科目编码', '收入科目编码', '类', '款', '项', '编 码']],
    ['name', ['项目', '科目名称', '项目名称', '单位名称', '部门预算支出经济科目名称', '预算单位', '科目（单位）']],
    ['ordinal', ['行次', '序号']],
    [undefined, ['合计', '一般公共预算', '金额', '2023年', '项目支出', '']],
  ] as const) {
    for (const text of texts) it(`${text || '（空）'} is ${role ?? 'none'}`, () => assert.equal(headRole(text), role));
  }
});

describe('heads of what is no money', () => {
  for (const [text, measure] of [
    ['数量', 'count'],
    ['编制数', 'count'],
    ['面积（平方米）', 'count'],
    ['单价（万元）', 'rate'],
    ['合计', undefined],
    ['数量合计金额', undefined],
  ] as const) {
    it(`${text}: ${measure ?? 'money'}`, () => assert.equal(measureOfHead(text), measure));
  }
});

question(
  'heads of sums',
  isTotalHead,
  ['合计', '小计', '本年收入合计', '2023年合计', '总 计', '合计（万元）'],
  ['一般公共预算', '合计安排'],
);

question(
  'rows of sums',
  isTotalRow,
  ['合计', '合　计', '部门合计', '本年支出合计', '收入总计', '三、支出总计', '总计：', '<b>合计</b>'],
  ['合计金额说明', '一般公共服务支出', '小计算机购置', ''],
);

question('the sum of everything', isGrandTotal, ['收入总计', '总　计'], ['本年收入合计', '总计划']);

question('a part that does not exhaust', isOfWhich, ['其中：政府采购', '其 中:小微企业'], ['政府采购其中', '']);

question(
  'what is left at the end of the year',
  isYearEnd,
  ['年终结转', '二、年末结转和结余', '结转下年'],
  ['上年结转'],
);

question(
  'institutions',
  looksLikeUnit,
  ['澄溪县民政局', '澄溪县社会福利院', '001-澄溪县民政局（本级）', '第二实验小学', '乡镇卫生院（所）'],
  ['社会福利院建设项目', '困难群众补助资金发放站', '中心运行经费', '民政局补助', '社会救助资金', '取暖费'],
);

question('heads of remarks', isNoteHead, ['备注', '说 明'], ['备注说明', '合计']);

question(
  'notes under a table',
  isTableNote,
  ['注：本表无数据', '注:本表无数据', '说明：没有此项预算', '备注：无', '注1：按四舍五入'],
  ['注意事项', '本表无数据', '说明情况'],
);

question(
  'tables that are no forms',
  isAttachment,
  ['2023年项目绩效目标表', '政府购买服务指导性目录', '部门整体支出绩效自评表', '绩效 目标申报表'],
  ['项目支出预算表', '预算收支总表', ''],
);
