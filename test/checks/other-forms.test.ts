import assert from 'node:assert/strict';
import { readText } from '../../src/ingest';
import type { TextPlace } from '../../src/model/source';
import { recognize } from '../../src/recognize';
import { reconcile } from '../../src/reconcile';
import { blockOf, columnSums, read, rows, rowSums } from '../recognize/read';

/*
 * Forms as provinces without a family print them, from reading to findings: codes with their institutions, projects with their details, forms
 * of a part of the money. Nothing wrong in what agrees, and one wrong figure found.
 */

/** What is wrong or doubtful: rule, figure, line. */
function found(...texts: readonly string[]): string[] {
  const { findings } = reconcile(recognize(readText('text', texts.join('\n\n'))));
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule, suspects }) => `${rule} ${suspects[0]!.amount.raw} ${(suspects[0]!.place as TextPlace).line}`);
}

const form = (title: string, ...lines: readonly string[]): string => `${title}\n单位：万元\n${rows(...lines)}`;

describe('codes and institutions of other provinces', () => {
  const spent = (basic: string): string =>
    form(
      '支出总表',
      '科目|||科目编码|科目名称|合计|基本支出|项目支出',
      '类|款|项|||||',
      '||||合计|30.00|19.00|11.00',
      '|||607|青石市林业局|30.00|19.00|11.00',
      '|||607001|青石市林业局机关|20.00|12.00|8.00',
      `213|||213|农林水支出|20.00|${basic}|8.00`,
      `213|02||21302|林业和草原|20.00|${basic}|8.00`,
      `213|02|01|2130201|行政运行|20.00|${basic}|8.00`,
      '|||607002|青石市林木种苗站|10.00|7.00|3.00',
      '213|||213|农林水支出|10.00|7.00|3.00',
      '213|02||21302|林业和草原|10.00|7.00|3.00',
      '213|02|04|2130204|事业机构|10.00|7.00|3.00',
    );

  it('codes in three columns and once more as one; institutions with their codes among them', () => {
    assert.deepEqual(rowSums(blockOf(spent('12.00'))).slice(0, 5), [
      '合计 = 青石市林业局',
      '青石市林业局 = 青石市林业局机关 + 青石市林木种苗站',
      '青石市林业局机关 = 213',
      '213 = 21302',
      '21302 = 2130201',
    ]);
    assert.deepEqual(found(spent('12.00')), []);
    assert.notDeepEqual(found(spent('13.00')), []);
  });

  it('a spreadsheet drops the zeros of 款 and 项', () => {
    const block = blockOf(form('支出总表', '类|款|项|科目名称|合计', '208|||社会保障和就业支出|5.00', '208|5||行政事业单位养老支出|5.00', '208|5|5|机关事业单位基本养老保险缴费支出|5.00'));
    assert.deepEqual(block.rows.map(({ code }) => code), ['208', '20805', '2080505']);
  });

  it('the name beside the codes of 科目 is the name of the row, not that of the institution before it', () => {
    const block = blockOf(form('政府性基金预算支出表', '单位名称|科目编码|科目名称|合计|项目支出', '青石市林业局|212|城乡社区支出|6.00|6.00', '青石市林业局|21208|国有土地使用权出让收入安排的支出|6.00|6.00', '青石市林业局|2120899|其他国有土地使用权出让收入安排的支出|6.00|6.00', '合计|||6.00|6.00'));
    assert.deepEqual(rowSums(block), ['212 = 21208', '21208 = 2120899', ' = 212']);
  });
});

describe('projects and purchases of other provinces', () => {
  const projects = (detail: string): string =>
    form(
      '部门项目支出预算表',
      '项目分类|项目代码|项目名称|项目单位|功能科目编码|功能科目名称|合计|一般公共预算|单位资金',
      '特定目标类|410001|古树名木保护|青石市林业局||| 5.00|5.00|',
      '||||2130205|森林资源培育|5.00|5.00|',
      '其他运转类|410002|防火队伍运行|青石市林业局|||9.00|6.00|3.00',
      '||||2130234|林业草原防灾减灾|6.00|6.00|',
      `||||2130299|其他林业和草原支出|3.00||${detail}`,
      '合计||||||14.00|11.00|3.00',
    );

  it('rows without a name are the details of the project above them', () => {
    assert.deepEqual(rowSums(blockOf(projects('3.00'))), ['410001 = ', '410002 =  + ', ' = 410001 + 410002']);
    assert.deepEqual(found(projects('3.00')), []);
    assert.deepEqual(found(projects('4.00')).length, 1);
  });

  const bought = (total: string, brought: string): string =>
    form(
      '政府采购支出表',
      '采购品目大类|采购品目名称|数量|总计|资金来源|||',
      '||||本年小计|一般公共预算|单位资金|上年结转结余资金',
      `合计|||${total}|11.00|8.00|3.00|${brought}`,
      `货物||5|9.00|7.00|5.00|2.00|2.00`,
      `|办公设备|5|9.00|7.00|5.00|2.00|2.00`,
      `服务||1|4.00|4.00|3.00|1.00|`,
      `|物业管理|1|4.00|4.00|3.00|1.00|`,
    );

  it('last year’s money beside the sum of this year’s funds is a part of the whole; a blank below quantities is no zero', () => {
    assert.deepEqual(columnSums(blockOf(bought('13.00', '2.00'))), ['总计 = 本年小计 + 上年结转结余资金', '本年小计 = 一般公共预算 + 单位资金']);
    assert.deepEqual(found(bought('13.00', '2.00')), []);
    assert.notDeepEqual(found(bought('15.00', '2.00')), []);
  });
});

describe('which money a form of another province shows', () => {
  const summary = form(
    '收支总表',
    '收入||支出|',
    '项目|本年预算|项目|本年预算',
    '一、一般公共预算拨款|20.00|一、农林水支出|24.00',
    '二、政府性基金预算拨款|6.00|二、城乡社区支出|8.00',
    '三、事业收入|3.00|三、教育支出|3.00',
    '本年收入合计|29.00|本年支出合计|35.00',
    '上年结转结余|6.00|年终结转结余|0.00',
    '收入总计|35.00|支出总计|35.00',
  );
  const income = form('收入总表', '单位代码|单位名称|合计|本年收入||||上年结转结余||', '|||小计|一般公共预算|政府性基金预算|事业收入|小计|一般公共预算|政府性基金预算', '|合计|35.00|29.00|20.00|6.00|3.00|6.00|4.00|2.00', '607001|青石市林业局|35.00|29.00|20.00|6.00|3.00|6.00|4.00|2.00');
  const spent = (fund: string): string =>
    form('部门支出预算表', '科目编码|科目名称|合计|一般公共预算|政府性基金预算|单位资金', '205|教育支出|3.00|||3.00', '212|城乡社区支出|8.00||8.00|', `213|农林水支出|24.00|24.00||`, `合计||35.00|24.00|${fund}|3.00`);

  it('本年预算 over 上年结转 and 收入总计 is all of it; what a fund spends includes what was carried over', () => {
    assert.deepEqual(found(summary, income, spent('8.00')), []);
    assert.notDeepEqual(found(summary, income, spent('6.00')), []);
  });

  it('a list of earmarked funds is held against no whole', () => {
    const earmarked = (first: string): string => form('专项资金预算汇总表', '单位编码|单位（专项）名称|预算总额|本年收入||', '|||小计|一般公共预算|政府性基金', `|合计|9.00|9.00|7.00|2.00`, `607001|古树名木保护|5.00|5.00|${first}|2.00`, '607001|防火队伍运行|4.00|4.00|4.00|');
    assert.deepEqual(found(summary, income, spent('8.00'), earmarked('3.00')), []);
    assert.notDeepEqual(found(summary, income, spent('8.00'), earmarked('3.50')), []);
  });

  it('机关运行经费 by 科目 is that of the 行政单位 alone', () => {
    const side = form('“三公”经费、会议费、培训费支出表', '“三公”经费合计|因公出国（境）费|公务接待费|公务用车购置及运行费|会议费|培训费', '2.00|0.00|1.00|1.00|3.00|4.00');
    const running = (meetings: string): string => form('机关运行经费支出预算表', '科目编码|科目名称|机关运行经费支出', '|合计|5.00', '302|商品和服务支出|5.00', `30215|会议费|${meetings}`, '30216|培训费|2.00');
    assert.deepEqual(found(side, running('3.00')), []);
    assert.notDeepEqual(found(side, running('2.50')), []);
  });

  it('the forms of every province tell no family', () => {
    const form1 = (title: string): string => form(title, '科目编码|科目名称|合计|基本支出|项目支出', '213|农林水支出|9.00|5.00|4.00', '合计||9.00|5.00|4.00');
    const own = ['项目支出绩效汇总情况表', '按政府预算经济分类支出表', '按部门预算经济分类支出表'].map(form1);
    const { profile } = read([summary, income, form1('支出总表'), form1('一般公共预算支出表'), form1('政府性基金预算支出表'), form('“三公”经费支出预算表', '合计|因公出国（境）费|公务接待费', '2.00|1.00|1.00'), ...own].join('\n\n'));
    assert.equal(profile.family, 'generic');
  });

  it('基本支出增加 after the figure of all expenditure is about 基本支出', () => {
    const told = (rate: string): string =>
      ['青石市林业局2024年部门预算', '第一部分 2024年部门预算说明', '一、收支情况', `2024年本部门支出预算200.00万元。支出较去年增加40.00万元，增长${rate}%，其中基本支出增加30.00万元，增长42.86%，项目支出增加10.00万元，增长11.11%。`].join('\n\n');
    assert.deepEqual(found(told('25.00')), []);
    assert.deepEqual(found(told('35.00')), ['change 35.00 7']);
  });
});
