import assert from 'node:assert/strict';
import { readText } from '../../src/ingest';
import type { TextPlace } from '../../src/model/source';
import { recognize } from '../../src/recognize';
import { reconcile } from '../../src/reconcile';
import { blockOf, columnSums, read, rows, rowSums } from '../recognize/read';

/*
 * Forms as provinces without a family print them, from reading to findings: codes with their institutions, projects
 * with their details, forms of a part of the money. Nothing wrong in what agrees, and one wrong figure found.
 */

/** What is wrong or doubtful: rule, figure, line. */
function found(...texts: readonly string[]): string[] {
  const { findings } = reconcile(recognize(readText('text', texts.join('\n\n'))));
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, suspects }) => `${rule} ${suspects[0]!.amount.raw} ${(suspects[0]!.place as TextPlace).line}`);
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
    const block = blockOf(
      form(
        '支出总表',
        '类|款|项|科目名称|合计',
        '208|||社会保障和就业支出|5.00',
        '208|5||行政事业单位养老支出|5.00',
        '208|5|5|机关事业单位基本养老保险缴费支出|5.00',
      ),
    );
    assert.deepEqual(
      block.rows.map(({ code }) => code),
      ['208', '20805', '2080505'],
    );
  });

  it('the name beside the codes of 科目 is the name of the row, not that of the institution before it', () => {
    const block = blockOf(
      form(
        '政府性基金预算支出表',
        '单位名称|科目编码|科目名称|合计|项目支出',
        '青石市林业局|212|城乡社区支出|6.00|6.00',
        '青石市林业局|21208|国有土地使用权出让收入安排的支出|6.00|6.00',
        '青石市林业局|2120899|其他国有土地使用权出让收入安排的支出|6.00|6.00',
        '合计|||6.00|6.00',
      ),
    );
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
    assert.deepEqual(columnSums(blockOf(bought('13.00', '2.00'))), [
      '总计 = 本年小计 + 上年结转结余资金',
      '本年小计 = 一般公共预算 + 单位资金',
    ]);
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
  const income = form(
    '收入总表',
    '单位代码|单位名称|合计|本年收入||||上年结转结余||',
    '|||小计|一般公共预算|政府性基金预算|事业收入|小计|一般公共预算|政府性基金预算',
    '|合计|35.00|29.00|20.00|6.00|3.00|6.00|4.00|2.00',
    '607001|青石市林业局|35.00|29.00|20.00|6.00|3.00|6.00|4.00|2.00',
  );
  const spent = (fund: string): string =>
    form(
      '部门支出预算表',
      '科目编码|科目名称|合计|一般公共预算|政府性基金预算|单位资金',
      '205|教育支出|3.00|||3.00',
      '212|城乡社区支出|8.00||8.00|',
      `213|农林水支出|24.00|24.00||`,
      `合计||35.00|24.00|${fund}|3.00`,
    );

  it('本年预算 over 上年结转 and 收入总计 is all of it; what a fund spends includes what was carried over', () => {
    assert.deepEqual(found(summary, income, spent('8.00')), []);
    assert.notDeepEqual(found(summary, income, spent('6.00')), []);
  });

  it('a list of earmarked funds is held against no whole', () => {
    const earmarked = (first: string): string =>
      form(
        '专项资金预算汇总表',
        '单位编码|单位（专项）名称|预算总额|本年收入||',
        '|||小计|一般公共预算|政府性基金',
        `|合计|9.00|9.00|7.00|2.00`,
        `607001|古树名木保护|5.00|5.00|${first}|2.00`,
        '607001|防火队伍运行|4.00|4.00|4.00|',
      );
    assert.deepEqual(found(summary, income, spent('8.00'), earmarked('3.00')), []);
    assert.notDeepEqual(found(summary, income, spent('8.00'), earmarked('3.50')), []);
  });

  it('机关运行经费 by 科目 is that of the 行政单位 alone', () => {
    const side = form(
      '“三公”经费、会议费、培训费支出表',
      '“三公”经费合计|因公出国（境）费|公务接待费|公务用车购置及运行费|会议费|培训费',
      '2.00|0.00|1.00|1.00|3.00|4.00',
    );
    const running = (meetings: string): string =>
      form(
        '机关运行经费支出预算表',
        '科目编码|科目名称|机关运行经费支出',
        '|合计|5.00',
        '302|商品和服务支出|5.00',
        `30215|会议费|${meetings}`,
        '30216|培训费|2.00',
      );
    assert.deepEqual(found(side, running('3.00')), []);
    assert.notDeepEqual(found(side, running('2.50')), []);
  });

  it('the forms of every province tell no family', () => {
    const form1 = (title: string): string =>
      form(title, '科目编码|科目名称|合计|基本支出|项目支出', '213|农林水支出|9.00|5.00|4.00', '合计||9.00|5.00|4.00');
    const own = ['项目支出绩效汇总情况表', '按政府预算经济分类支出表', '按部门预算经济分类支出表'].map(form1);
    const { profile } = read(
      [
        summary,
        income,
        form1('支出总表'),
        form1('财政拨款收支总表'),
        form1('一般公共预算支出表'),
        form1('政府性基金预算支出表'),
        form('“三公”经费支出预算表', '合计|因公出国（境）费|公务接待费', '2.00|1.00|1.00'),
        ...own,
      ].join('\n\n'),
    );
    assert.equal(profile.family, 'generic');
  });

  it('基本支出增加 after the figure of all expenditure is about 基本支出', () => {
    const told = (rate: string): string =>
      [
        '青石市林业局2024年部门预算',
        '第一部分 2024年部门预算说明',
        '一、收支情况',
        `2024年本部门支出预算200.00万元。支出较去年增加40.00万元，增长${rate}%，其中基本支出增加30.00万元，增长42.86%，项目支出增加10.00万元，增长11.11%。`,
      ].join('\n\n');
    assert.deepEqual(found(told('25.00')), []);
    assert.deepEqual(found(told('35.00')), ['change 35.00 7']);
  });
});

describe('explanations of other provinces: what belongs to what', () => {
  const told = (kind: '预算' | '决算', title: string, ...lines: readonly string[]): string =>
    [`青石市林业局2024年部门${kind}`, `第二部分 2024年部门${kind}情况说明`, title, ...lines].join('\n\n');

  it('chapters that speak of money explain it, whatever they are called', () => {
    const chapter = (title: string): string =>
      [
        '青石市林业局2024年部门综合预算',
        '第一部分 部门概况',
        '负责林业工作。',
        title,
        '本部门预算收入20.00万元，其中一般公共预算拨款收入15.00万元、事业收入6.00万元。',
        '第三部分 其他情况说明',
        '一、政府采购情况说明',
        '本部门政府采购预算9.00万元。',
      ].join('\n\n');
    for (const title of ['第二部分 收支情况', '第二部分 2024年部门综合预算'])
      assert.equal(found(chapter(title)).length, 1, title);
  });

  const forms = [
    form(
      '支出总表',
      '科目编码|科目名称|合计|基本支出|项目支出',
      '212|城乡社区支出|8.00||8.00',
      '213|农林水支出|24.00|14.00|10.00',
      '合计||32.00|14.00|18.00',
    ),
    form(
      '一般公共预算支出表',
      '科目编码|科目名称|合计|基本支出|项目支出',
      '213|农林水支出|24.00|14.00|10.00',
      '合计||24.00|14.00|10.00',
    ),
    form(
      '政府性基金预算支出表',
      '科目编码|科目名称|合计|基本支出|项目支出',
      '212|城乡社区支出|8.00||8.00',
      '合计||8.00||8.00',
    ),
  ].join('\n\n');

  it('。其中：lists the parts of the fund of the sentence before', () => {
    const parts = (project: string): string =>
      told(
        '预算',
        '一、支出说明',
        `2024年一般公共预算拨款支出24.00万元，比2023年增加4.00万元。其中：基本支出14.00万元，主要用于人员；项目支出${project}万元，主要用于防火。`,
      );
    assert.deepEqual(found(forms, parts('10.00')), []);
    assert.notDeepEqual(found(forms, parts('11.00')), []);
  });

  it('beside last year’s money the funds of a list are this year’s', () => {
    const list = (fund: string): string =>
      told(
        '预算',
        '一、支出说明',
        `2024年本部门预算支出35.00万元，其中一般公共预算拨款支出24.00万元、政府性基金拨款支出${fund}万元、上年结转支出4.00万元。`,
      );
    const fund = form(
      '部门综合预算政府性基金收支表',
      '收入||支出|',
      '项目|预算数|项目|预算数',
      '一、政府性基金拨款|7.00|一、城乡社区支出|11.00',
      '本年收入合计|7.00|本年支出合计|11.00',
      '上年结转|4.00|结转下年|',
      '收入总计|11.00|支出总计|11.00',
    );
    assert.deepEqual(found(fund, list('7.00')), []);
    assert.notDeepEqual(found(fund, list('9.00')), []);
  });

  it('。其中：基本支出减少 after a comparison is a change, no part', () => {
    const changes = (rate: string): string =>
      told(
        '决算',
        '一、支出决算情况说明',
        '青石市林业局2024年度支出合计200.00万元。其中：基本支出120.00万元，项目支出80.00万元。',
        `与上年相比，支出合计减少50.00万元，下降20.00%。其中：基本支出减少30.00万元，下降${rate}%；项目支出减少20.00万元，下降20.00%。`,
      );
    assert.deepEqual(found(changes('20.00')), []);
    assert.deepEqual(found(changes('23.00')), ['change 23.00 9']);
  });

  it('支出 after 年初结转和结余 is what was spent', () => {
    const fund = (spent: string): string =>
      told(
        '决算',
        '一、政府性基金预算财政拨款收入支出决算情况说明',
        `2024年度政府性基金预算财政拨款收入9.00万元，年初结转和结余2.00万元，支出${spent}万元，年末结转和结余1.00万元。`,
      );
    const table = form(
      '财政拨款收入支出决算总表',
      '收入||支出||',
      '项目|金额|项目|合计|政府性基金预算财政拨款',
      '政府性基金预算财政拨款|9.00|城乡社区支出|10.00|10.00',
      '本年收入合计|9.00|本年支出合计|10.00|10.00',
      '年初财政拨款结转和结余|2.00|年末财政拨款结转和结余|1.00|1.00',
      '政府性基金预算财政拨款|2.00|||',
      '总计|11.00|总计|11.00|11.00',
    );
    assert.deepEqual(found(table, fund('10.00')), []);
    assert.notDeepEqual(found(table, fund('100.00')), []);
  });

  it('what an item of the list is about ends with the item, its title standing before the sentence', () => {
    const items = (small: string): string =>
      told(
        '预算',
        '一、其他重要事项',
        '1、政府采购情况。',
        `本部门政府采购预算总额9.00万元，其中面向小微企业${small}万元。`,
        '2、绩效目标设置情况。涉及资金24.00万元。',
      );
    assert.deepEqual(found(forms, items('5.00')), []);
    assert.notDeepEqual(found(forms, items('19.00')), []);
  });

  it('费预算为 is the budget of the final account after it', () => {
    const three = form(
      '财政拨款“三公”经费支出决算表',
      '预算数|||决算数||',
      '合计|因公出国（境）费|公务接待费|合计|因公出国（境）费|公务接待费',
      '5.00|0.00|5.00|4.00|0.00|4.00',
    );
    const text = (budget: string): string =>
      told(
        '决算',
        '一、“三公”经费支出决算情况说明',
        `公务接待费预算为${budget}万元，支出决算为4.00万元，完成预算的80.00%。国内公务接待3批次、24人次。`,
      );
    assert.deepEqual(found(three, text('5.00')), []);
    assert.notDeepEqual(found(three, text('6.00')), []);
  });
});

describe('rows of other provinces: heads, counts, dashes', () => {
  it('财政拨款 over its funds without numbers', () => {
    const summary = (fiscal: string): string =>
      form(
        '部门收支总体情况表',
        '收入||支出|',
        '项目|预算数|功能分类|预算数',
        `财政拨款（补助）|${fiscal}|213 农林水支出|15.00`,
        '一般公共预算|9.00|221 住房保障支出|2.00',
        '政府性基金预算|5.00||',
        '国有资本经营预算|||',
        '财政专户管理资金|1.00|205 教育支出|1.00',
        '事业收入|3.00||',
        '事业单位经营收入|||',
        '小计|18.00|小计|18.00',
        '收入总计|18.00|支出总计|18.00',
      );
    assert.deepEqual(
      rowSums(blockOf(summary('14.00')))[0],
      '财政拨款（补助） = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
    );
    assert.deepEqual(found(summary('14.00')), []);
    assert.notDeepEqual(found(summary('12.00')), []);
  });

  const running = (reception: string): string =>
    form(
      '财政拨款“三公”经费、行政参公单位机关运行经费情况表',
      '项目|行次|年初预算数|决算统计数',
      '栏次||1|2',
      '一、“三公”经费支出|1|—|—',
      '（一）支出合计|2|9.00|7.00',
      '1．因公出国（境）费|3||',
      `2．公务用车购置及运行维护费|4|5.00|4.00`,
      '（1）公务用车购置费|5||',
      '（2）公务用车运行维护费|6|5.00|4.00',
      `3．公务接待费|7|4.00|${reception}`,
      '（1）国内接待费|8|—|3.00',
      '（2）国（境）外接待费|9|—|',
      '（二）相关统计数|10|—|—',
      '1．因公出国（境）团组数（个）|11|—|2',
      '3．公务用车购置数（辆）|12|—|1',
      '二、机关运行经费|13|—|6.00',
      '（一）行政单位|14|—|6.00',
    );

  it('（一）支出合计 heads the rows below it; dashes ask for nothing; counts are no money', () => {
    const text = `青石市林业局2024年部门决算\n\n${running('3.00')}`;
    assert.deepEqual(found(text), []);
    assert.notDeepEqual(found(`青石市林业局2024年部门决算\n\n${running('3.50')}`), []);
    // The total below a heading without figures is the sum of what follows, whatever the heading is called.
    for (const heading of ['—\t—', '\t'])
      assert.deepEqual(
        found(text.replace('1\t—\t—', `1\t${heading}`).replace('2\t9.00', '2\t9.50')).map((each) => each.split(' ')[0]),
        ['sum/children'],
      );
  });

  it('a title of a form that the family does not have is not overruled by its columns', () => {
    const economic = (title: string, ...lines: readonly string[]): string =>
      form(title, '科目编码|科目名称|决算数|科目编码|科目名称|决算数', ...lines);
    const coded = (title: string, heads: string, ...figures: readonly string[]): string =>
      form(
        title,
        `科目编码|科目名称|${heads}`,
        ...['213|农林水支出', '|合计'].map((row) => `${row}|${figures.join('|')}`),
      );
    const { statements, profile } = read(
      [
        '青石市林业局2024年部门决算',
        coded(
          '收入决算表',
          '本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
          '18.00',
          '18.00',
          '',
          '',
          '',
          '',
          '',
        ),
        coded(
          '支出决算表',
          '本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出',
          '18.00',
          '14.00',
          '4.00',
          '',
          '',
          '',
        ),
        coded('一般公共预算财政拨款支出决算表', '小计|基本支出|项目支出', '18.00', '14.00', '4.00'),
        economic(
          '一般公共预算财政拨款基本支出决算明细表',
          '301|工资福利支出|9.00|302|商品和服务支出|5.00',
          '人员经费合计||9.00|公用经费合计||5.00',
        ),
        form('部门决算公开相关信息统计表', '项目|统计数', '一、政府采购情况', '（一）政府采购支出合计|5.00'),
        economic('一般公共预算财政拨款项目支出决算表', '302|商品和服务支出|3.00|310|资本性支出|1.00', '合计||4.00|||'),
      ].join('\n\n'),
    );
    assert.notEqual(profile.family, 'generic');
    assert.deepEqual(
      statements.filter(({ title }) => title.includes('项目支出')).map(({ id }) => id.startsWith('generic-')),
      [true],
    );
  });

  it('figures are no thousandths because nothing of them would then be left', () => {
    const { findings } = reconcile(
      recognize(
        readText(
          'text',
          form('支出情况表', '项目|年初预算数|全年预算数|决算数', '一、业务支出|—|—|—', '支出合计|20.91|17.91|17.91'),
        ),
      ),
    );
    assert.ok(findings.length > 0);
    assert.ok(
      findings.every(({ message }) => !message.includes('倍')),
      findings.map(({ message }) => message).join('\n'),
    );
  });
});

describe('explanations of other provinces: codes and chapters', () => {
  const spent = form(
    '一般公共预算支出表',
    '科目编码|科目名称|合计|基本支出|项目支出',
    '213|农林水支出|24.00|14.00|10.00',
    '21302|林业和草原|24.00|14.00|10.00',
    '2130201|行政运行|14.00|14.00|',
    '2130205|森林资源培育|10.00||10.00',
    '合计||24.00|14.00|10.00',
  );
  const told = (...lines: readonly string[]): string =>
    [
      '青石市林业局2024年部门预算公开',
      '第一部分 2024年部门预算编制说明',
      '一、基本职能及主要工作',
      '负责林业工作。',
      '二、预算单位基本情况',
      '预算单位2个。',
      ...lines,
    ].join('\n\n');

  it('a code before its name or in brackets behind it', () => {
    for (const item of [
      (amount: string): string => `2130205森林资源培育${amount}万元，主要用于造林；`,
      (amount: string): string => `森林资源培育费（2130205）${amount}万元，主要用于造林；`,
    ]) {
      const text = (amount: string): string => told('三、预算支出情况', '按功能科目分类：', item(amount));
      assert.deepEqual(found(spent, text('10.00')), []);
      assert.deepEqual(found(spent, text('10.10')).length, 1);
    }
  });

  it('收入情况 and 支出情况 after 基本情况 belong to the explanation', () => {
    const text = (basic: string): string =>
      told('三、预算单位支出情况', `2024年部门预算总支出24.00万元，其中：基本支出${basic}万元，项目支出10.00万元。`);
    assert.deepEqual(found(spent, text('14.00')), []);
    assert.deepEqual(found(spent, text('15.00')).length, 1);
  });

  it('本年拨款 beside 上年结转 is this year’s money', () => {
    const block = blockOf(
      form(
        '部门项目支出预算表',
        '项目名称|合计|本年拨款|||上年结转',
        '||小计|一般公共预算|政府性基金预算|',
        '造林|9.00|6.00|4.00|2.00|3.00',
        '合计|9.00|6.00|4.00|2.00|3.00',
      ),
    );
    assert.deepEqual(
      block.columns.map(({ key }) => key.vintage ?? ''),
      ['', '', 'current', 'current', 'current', 'carryover'],
    );
  });
});

describe('forms of other provinces: parts of a fund, of a year, of an institution', () => {
  const summary = form(
    '部门收支总表',
    '收入||支出|',
    '项目|预算数|项目|预算数',
    '一、一般公共预算拨款收入|20.00|一、农林水支出|30.00',
    '二、事业收入|5.00||',
    '三、财政专户管理资金收入|3.00||',
    '本年收入合计|28.00|本年支出合计|30.00',
    '上年结转|2.00|结转下年|',
    '收入总计|30.00|支出总计|30.00',
  );

  it('其中：教育收费 under 事业收入 is no 财政专户管理资金', () => {
    const income = (business: string): string =>
      form(
        '部门收入总表',
        '科目||合计|上年结转|一般公共预算拨款收入|财政专户管理资金收入|事业收入|',
        '科目编码|科目名称|||||金额|其中：教育收费',
        `213|农林水支出|30.00|2.00|20.00|3.00|${business}|`,
        `|合计|30.00|2.00|20.00|3.00|${business}|`,
      );
    assert.deepEqual(
      blockOf(income('5.00'))
        .columns.slice(-2)
        .map(({ key: { fund, slice } }) => `${fund} ${slice}`),
      ['own:business undefined', 'own:business 其中:教育收费'],
    );
    assert.deepEqual(found(summary, income('5.00')), []);
    assert.notDeepEqual(found(summary, income('6.00')), []);
  });

  const fiscal = (general: string): string =>
    form(
      '财政拨款收支预算总表',
      '收入||支出|||',
      '项目|预算数|项目|合计|一般公共预算|政府性基金预算',
      '一、本年收入|26.00|一、本年支出|29.00|22.00|7.00',
      `一般公共预算拨款收入|${general}|农林水支出|22.00|22.00|`,
      '政府性基金预算拨款收入|6.00|城乡社区支出|7.00||7.00',
      '二、上年结转|3.00|二、结转下年|||',
      '一般公共预算拨款收入|2.00||||',
      '政府性基金预算拨款收入|1.00||||',
      '收入总计|29.00|支出总计|29.00|22.00|7.00',
    );
  const spent = (current: string): string =>
    form(
      '一般公共预算支出预算表',
      '科目编码|科目名称|合计|当年财政拨款安排|上年结转安排',
      `213|农林水支出|22.00|${current}|2.00`,
      `|合计|22.00|${current}|2.00`,
    );
  const whole = form(
    '部门收支总表',
    '收入||支出|',
    '项目|预算数|项目|预算数',
    '一、一般公共预算拨款收入|20.00|一、农林水支出|22.00',
    '二、政府性基金预算拨款收入|6.00|二、城乡社区支出|7.00',
    '本年收入合计|26.00|本年支出合计|29.00',
    '上年结转|3.00|结转下年|',
    '收入总计|29.00|支出总计|29.00',
  );

  it('funds without numbers are of the year of the numbered row above them; 当年财政拨款安排 of 一般公共预算 is of that fund', () => {
    assert.deepEqual(found(whole, fiscal('20.00'), spent('20.00')), []);
    assert.notDeepEqual(found(whole, fiscal('21.00'), spent('20.00')), []);
    assert.notDeepEqual(found(whole, fiscal('20.00'), spent('20.50')), []);
  });

  it('a section about this year’s money is not held against figures that include last year’s', () => {
    const told = (amount: string): string =>
      [
        '青石市林业局2024年部门预算',
        '第三部分 2024年部门预算情况说明',
        '一、一般公共预算当年拨款结构情况',
        `农林水支出${amount}万元，主要用于造林。`,
      ].join('\n\n');
    const year = (text: string): string =>
      text
        .replaceAll('\t20.00', '\t18.35')
        .replaceAll('\t26.00', '\t24.35')
        .replaceAll('\t3.00', '\t4.65')
        .replaceAll('\t2.00', '\t3.65');
    assert.deepEqual(found(year(whole), year(fiscal('20.00')), told('18.35')), []);
    assert.notDeepEqual(found(year(whole), year(fiscal('20.00')), year(spent('20.00')), told('19.35')), []);
  });

  it('what only projects buy is no 公用经费', () => {
    const economic = form(
      '财政拨款支出预算表（部门经济分类科目）',
      '科目编码|科目名称|合计|基本支出|项目支出',
      '|合计|15.00|9.00|6.00',
      '302|商品和服务支出|15.00|9.00|6.00',
      '30201|办公费|5.00|5.00|',
      '30211|差旅费|4.00|4.00|',
      '30227|委托业务费|6.00||6.00',
    );
    const told = (names: string): string =>
      [
        '青石市林业局2024年部门预算',
        '第三部分 2024年部门预算情况说明',
        '一、基本支出情况说明',
        `公用经费9.00万元，主要包括：${names}。`,
      ].join('\n\n');
    assert.deepEqual(found(economic, told('办公费、差旅费')), []);
    assert.deepEqual(found(economic, told('办公费、差旅费、委托业务费')).length, 1);
  });

  it('institutions over names of 科目 that head codes of their own', () => {
    const projects = (last: string): string =>
      form(
        '一般公共预算项目支出预算表',
        '科目编码|||单位代码|单位名称（科目）|金额',
        '类|款|项|||',
        '||||合计|12.00',
        '|||607001|青石市林业局机关|7.00',
        '||||森林资源培育|3.00',
        '213|02|05|607001|古树名木保护|3.00',
        '||||林业草原防灾减灾|4.00',
        '213|02|34|607001|防火队伍运行|4.00',
        '|||607002|青石市林木种苗站|5.00',
        '||||森林资源培育|5.00',
        `213|02|05|607002|良种繁育|${last}`,
      );
    assert.deepEqual(found(projects('5.00')), []);
    assert.equal(found(projects('5.50')).length, 1);
  });
});

describe('shares of a whole that the words name', () => {
  const told = (...lines: readonly string[]): string =>
    ['青石市林业局2024年部门预算', '第三部分 2024年部门预算情况说明', '一、支出预算情况说明', ...lines].join('\n\n');

  it('a share of what is printed nowhere is held against nothing else', () => {
    const whole = '2024年支出预算合计300.00万元，其中：基本支出120.00万元，项目支出180.00万元。';
    assert.deepEqual(
      found(
        told(
          whole,
          '二、绩效情况说明',
          '绩效目标涉及财政性资金合计65.00万元，占财政性资金（人员类项目除外）总额的比例为100%。',
        ),
      ),
      [],
    );
    assert.deepEqual(
      found(told(whole, '二、绩效情况说明', '共涉及资金65.00万元，占一般公共预算项目支出总额的100%。')),
      [],
    );
  });

  it('a share of what is printed is held against it', () => {
    assert.deepEqual(found(told('2024年支出预算合计300.00万元。', '基本支出120.00万元，占支出预算合计的40.00%。')), []);
    assert.deepEqual(found(told('2024年支出预算合计300.00万元。', '基本支出120.00万元，占支出预算合计的44.00%。')), [
      'share 44.00 9',
    ]);
  });
});

describe('what is no 自评表', () => {
  it('a form with projects that pay for self-assessments', () => {
    const projects = (amount: string): string =>
      form(
        '项目支出预算表',
        '项目名称|合计|一般公共预算',
        '预算绩效目标自评工作经费|3.00|3.00',
        `本级预算执行情况审计项目|${amount}|4.00`,
        '合计|7.00|7.00',
      );
    assert.equal(read(projects('4.00')).statements.length, 1);
    assert.equal(found(projects('4.50')).length, 1);
  });
});
