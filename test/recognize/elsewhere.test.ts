import assert from 'node:assert/strict';
import { blockOf, body, columnSums, heads, read, rows, rowSums, statementOf } from './read';

/*
 * Layouts of provinces that have no family: nothing but headers, labels, codes and figures says what they are.
 */

describe('columns of other provinces', () => {
  it('其中：基本支出 and 项目支出 may be all there is', () => {
    const table = (second: string): string =>
      `一般公共预算支出情况表\n单位：万元\n${rows('功能科目名称|2024年预算||', '|合计|其中：基本支出|项目支出', '合计|9.00|4.00|5.00', `[201]一般公共服务支出|6.00|3.00|${second}`, '[208]社会保障和就业支出|3.00|1.00|2.00')}`;
    assert.deepEqual(columnSums(blockOf(table('3.00'))), ['合计 = 其中：基本支出 + 项目支出']);
    // One wrong figure does not change the reading.
    assert.deepEqual(columnSums(blockOf(table('4.00'))), ['合计 = 其中：基本支出 + 项目支出']);
  });

  it('a column under 其中 beside the sum of the others stays a part that adds nothing', () => {
    const block = blockOf(
      `收入总表\n单位：万元\n${rows('科目编码|科目名称|合计|其中：教育收费|事业收入|其他收入', '205|教育支出|9.00|2.00|4.00|5.00', '208|社会保障和就业支出|3.00|1.00|1.00|2.00')}`,
    );
    assert.deepEqual(columnSums(block), ['合计 = 事业收入 + 其他收入']);
  });

  it('funds beside 上年结转 in one sum are this year’s money', () => {
    const block = blockOf(
      `收入总表\n单位：万元\n${rows('科目编码|科目名称|合计|上年结转|一般公共预算拨款收入|其他收入', '205|教育支出|9.00|2.00|4.00|3.00')}`,
    );
    assert.deepEqual(heads(block), [
      '合计',
      '上年结转 (carryover)',
      '一般公共预算拨款收入 (general current)',
      '其他收入 (own:other current)',
    ]);
  });

  it('“三公”经费, 会议费 and 培训费 together are no item of the vocabulary', () => {
    const { key, blocks } = statementOf(
      `“三公”经费及会议费、培训费支出预算表\n单位：万元\n${rows('合计|“三公”经费||||会议费|培训费', '|小计|因公出国（境）费|公务接待费|公务用车购置及运行费||', '9.00|6.00|0.00|2.00|4.00|1.00|2.00')}`,
    );
    assert.equal(key.item, 'sg');
    assert.deepEqual(heads(blocks[0]!), [
      '合计 (l:several)',
      '小计 (sg)',
      '因公出国（境）费 (sg:abroad)',
      '公务接待费 (sg:reception)',
      '公务用车购置及运行费 (sg:vehicle)',
      '会议费 (e:30215)',
      '培训费 (e:30216)',
    ]);
  });

  it('a code belongs to the name with its own words', () => {
    const block = blockOf(
      `基本支出预算表\n单位：元\n${rows('项目代码|项目名称|功能科目编码|功能科目名称|合计', '530001|值班补助|2010301|行政运行|2.00', '530002|物业服务|2010399|其他支出|3.00', '|合计|||5.00')}`,
    );
    assert.deepEqual(
      block.columns.map(({ role }) => role),
      ['code', 'name', 'category', 'category', 'amount'],
    );
  });
});

describe('rows of other provinces', () => {
  const summary = (...lines: readonly string[]): string =>
    `支出总体情况表\n单位：万元\n${rows('项目|2024年预算', ...lines)}`;

  it('rows without a number are parts of the numbered row before them where the sums say so', () => {
    const printed = (goods: string, total = '10.00'): readonly string[] => [
      '一、基本支出|6.00',
      '工资福利支出|4.00',
      `商品和服务支出|${goods}`,
      '二、项目支出|4.00',
      '委托业务|3.00',
      '设备更新|1.00',
      `本年支出合计|${total}`,
    ];
    const tree = [
      '一、基本支出 = 工资福利支出 + 商品和服务支出',
      '二、项目支出 = 委托业务 + 设备更新',
      '本年支出合计 = 一、基本支出 + 二、项目支出',
    ];
    assert.deepEqual(rowSums(blockOf(summary(...printed('2.00')))), tree);
    // Neither a wrong part nor a wrong total changes the tree.
    assert.deepEqual(rowSums(blockOf(summary(...printed('2.50')))), tree);
    assert.deepEqual(rowSums(blockOf(summary(...printed('2.00', '11.00')))), tree);
  });

  it('rows without a number that count towards the total stay beside the numbered ones', () => {
    assert.deepEqual(
      rowSums(
        blockOf(
          summary('一、基本支出|6.00', '二、项目支出|4.00', '机动经费|1.00', '预备资金|1.00', '本年支出合计|12.00'),
        ),
      ),
      ['本年支出合计 = 一、基本支出 + 二、项目支出 + 机动经费 + 预备资金'],
    );
  });

  it('numbering goes on after rows without a number', () => {
    const block = blockOf(
      `财政拨款收入总表\n单位：万元\n${rows('项目|预算数', '一、本年收入|9.00', '（一）一般公共预算拨款|6.00', '经费拨款|5.00', '纳入一般公共预算管理的非税收入拨款|1.00', '（二）政府性基金预算拨款|3.00', '二、上年结转|', '收入总计|9.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '一、本年收入 = （一）一般公共预算拨款 + （二）政府性基金预算拨款',
      '（一）一般公共预算拨款 = 经费拨款 + 纳入一般公共预算管理的非税收入拨款',
      '收入总计 = 一、本年收入 + 二、上年结转',
    ]);
    // What lies below 一般公共预算 and is called so too is not the whole of it.
    assert.ok(body(block)[3]!.includes('l:'), body(block)[3]);
  });

  it('codes of institutions are no 科目: they say who belongs to whom', () => {
    const table = (second: string): string =>
      `收入总表\n单位：万元\n${rows('单位代码|单位名称|合计|一般公共预算|其他收入', '|合计|19.00|16.00|3.00', '301|云岭县水务局|9.00|6.00|3.00', '301001|云岭县水务局本级|6.00|6.00|', `301002|云岭县灌区管理站|${second}||3.00`, '302|云岭县林场|10.00|10.00|')}`;
    const block = blockOf(table('3.00'));
    const tree = ['合计 = 301 + 302', '301 = 301001 + 301002'];
    assert.deepEqual(rowSums(block), tree);
    // The codes say so whatever the figures are.
    assert.deepEqual(rowSums(blockOf(table('8.00'))), tree);
    assert.ok(
      block.rows.every(({ key }) => !key.item?.startsWith('e:')),
      'no code of an economic class',
    );
  });

  it('projects under one institution repeat its code', () => {
    const block = blockOf(
      `项目支出表\n单位：万元\n${rows('单位代码|项目名称|总计|一般公共预算|单位资金', '|合计|9.00|6.00|3.00', '301001|云岭县水务局|9.00|6.00|3.00', '301001|河道清淤|6.00|6.00|', '301001|水质监测|3.00||3.00')}`,
    );
    assert.deepEqual(rowSums(block), ['合计 = 301001', '301001 = 301001 + 301001']);
  });

  it('numbered groups: institution and purchases under each', () => {
    const block = blockOf(
      `政府采购支出表\n单位：万元\n${rows('采购品目大类|专项名称|采购品目名称|一般公共预算资金|总计', '合计|||9.00|9.00', '一、货物A|||6.00|6.00', '云岭县水务局|||6.00|6.00', '|办公设备购置|台式计算机|6.00|6.00', '二、服务C|||3.00|3.00', '云岭县水务局|||3.00|3.00', '|网络运维|信息服务|3.00|3.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '合计 = 一、货物A + 二、服务C',
      '一、货物A = 云岭县水务局',
      '云岭县水务局 = ',
      '二、服务C = 云岭县水务局',
      '云岭县水务局 = ',
    ]);
  });

  it('a project’s line and the same with its details count once', () => {
    const block = blockOf(
      `部门项目支出预算表\n单位：元\n${rows('项目分类|项目名称|项目单位|合计|一般公共预算', '|河道清淤||6.00|6.00', '专项业务类|河道清淤|云岭县水务局|6.00|6.00', '|水质监测||3.00|3.00', '专项业务类|水质监测|云岭县水务局|3.00|3.00', '合计|||9.00|9.00')}`,
    );
    assert.deepEqual(rowSums(block), ['河道清淤 = 河道清淤', '水质监测 = 水质监测', ' = 河道清淤 + 水质监测']);
  });

  it('an institution above its economic classes', () => {
    const block = blockOf(
      `基本支出预算表\n单位：万元\n${rows('支出项目类别（资金使用单位）|总计|一般公共预算|其他资金', '合计|9.00|9.00|', '云岭县水务局|9.00|9.00|', '工资福利支出|6.00|6.00|', '商品和服务支出|3.00|3.00|')}`,
    );
    assert.deepEqual(rowSums(block), ['合计 = 云岭县水务局', '云岭县水务局 = 工资福利支出 + 商品和服务支出']);
  });

  it('其中 before the first of two parts that are the whole', () => {
    const table = (running: string): string =>
      `“三公”经费预算表\n单位：万元\n${rows('项目|预算数', '合计|9.00', '1.因公出国（境）费|', '2.公务接待费|2.00', '3.公务用车购置及运行维护费|7.00', `其中：公务用车运行维护费|${running}`, '公务用车购置费|3.00')}`;
    const tree = [
      '合计 = 1.因公出国（境）费 + 2.公务接待费 + 3.公务用车购置及运行维护费',
      '3.公务用车购置及运行维护费 = 其中：公务用车运行维护费 + 公务用车购置费',
    ];
    assert.deepEqual(rowSums(blockOf(table('4.00'))), tree);
    assert.deepEqual(rowSums(blockOf(table('5.00'))), tree);
  });
});

describe('a province without a family', () => {
  it('is not taken for another by two titles that happen to be the same', () => {
    const table = (title: string, amount: string): string =>
      `${title}\n单位：万元\n${rows('科目编码|科目名称|合计|基本支出|项目支出', `合计||${amount}|${amount}|`, `212|城乡社区支出|${amount}|${amount}|`)}`;
    const text = [
      '云岭县水务局2024年部门预算',
      table('支出总表', '9.00'),
      table('政府性基金预算支出表', '9.00'),
      '财政拨款收支总表',
      '以上各表见附件。',
    ].join('\n\n');
    assert.equal(read(text).profile.family, 'generic');
  });
});
