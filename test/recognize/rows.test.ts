import assert from 'node:assert/strict';
import { blockOf, body, read, rows, rowSums } from './read';

const CODED = '科目编码|科目名称|合计|基本支出|项目支出';

function expenditure(...lines: readonly string[]): string {
  return `2023年预算支出总表\n单位：万元\n${rows(CODED, ...lines)}`;
}

describe('rows by code', () => {
  const sums = (...lines: readonly string[]): string[] => rowSums(blockOf(expenditure(...lines)));

  it('类, 款 and 项 hang under each other by prefix; what a level leaves out is stepped over', () => {
    assert.deepEqual(
      sums(
        '合计||9.00|4.00|5.00',
        '201|一般公共服务支出|6.00|3.00|3.00',
        '20101|人大事务|6.00|3.00|3.00',
        '2010101|行政运行|3.00|3.00|',
        '2010104|人大会议|3.00||3.00',
        '208|社会保障和就业支出|3.00|1.00|2.00',
        '2080505|机关事业单位基本养老保险缴费支出|3.00|1.00|2.00',
      ),
      ['合计 = 201 + 208', '201 = 20101', '20101 = 2010101 + 2010104', '208 = 2080505'],
    );
  });

  it('the total may stand first or last', () => {
    const parts = ['201|一般公共服务支出|6.00|3.00|3.00', '208|社会保障和就业支出|3.00|1.00|2.00'];
    const total = '合计||9.00|4.00|5.00';
    assert.deepEqual(sums(total, ...parts), ['合计 = 201 + 208']);
    assert.deepEqual(sums(...parts, total), ['合计 = 201 + 208']);
  });

  it('a wrong figure does not change the tree', () => {
    assert.deepEqual(
      sums(
        '合计||9.00|4.00|5.00',
        '201|一般公共服务支出|6.50|3.00|3.00',
        '20101|人大事务|6.00|3.00|3.00',
        '208|社会保障和就业支出|3.00|1.00|2.00',
      ),
      ['合计 = 201 + 208', '201 = 20101'],
    );
  });

  it('code and name in one cell', () => {
    const block = blockOf(
      `2023年预算支出总表\n${rows('项目|合计|基本支出|项目支出', '合计|9.00|4.00|5.00', '201 一般公共服务支出|6.00|3.00|3.00', '[20101]人大事务|6.00|3.00|3.00', '208-社会保障和就业支出|3.00|1.00|2.00')}`,
    );
    assert.deepEqual(rowSums(block), ['合计 = 201 + 208', '201 = 20101']);
    assert.deepEqual(body(block).slice(1), [
      'item 201 一般公共服务支出 (201)',
      'item 20101 人大事务 (20101)',
      'item 208 社会保障和就业支出 (208)',
    ]);
  });

  it('类, 款 and 项 in columns of their own', () => {
    const block = blockOf(
      `2023年支出预算总表\n${rows('项目||||合计|基本支出|项目支出', '功能分类科目编码|||功能分类科目名称|||', '类|款|项||||', '201|||一般公共服务支出|6.00|3.00|3.00', '201|01||人大事务|6.00|3.00|3.00', '201|01|01|行政运行|6.00|3.00|3.00', '合计||||6.00|3.00|3.00')}`,
    );
    assert.deepEqual(rowSums(block), ['201 = 20101', '20101 = 2010101', '合计 = 201']);
  });

  it('a name that a page break cut in two is joined again', () => {
    const block = blockOf(
      expenditure(
        '合计||9.00|4.00|5.00',
        '2080505|机关事业单位基本|6.00|3.00|3.00',
        '|养老保险缴费支出|||',
        '210|卫生健康支出|3.00|1.00|2.00',
      ),
    );
    assert.deepEqual(body(block), [
      'total 合计 (total)',
      'item 2080505 机关事业单位基本养老保险缴费支出 (2080505)',
      'item 210 卫生健康支出 (210)',
    ]);
  });

  it('a name without code counts towards the total where the figures say so, and not where they do not', () => {
    const with_ = ['合计||9.00|4.00|5.00', '201|一般公共服务支出|6.00|3.00|3.00', '|其他安排|3.00|1.00|2.00'];
    assert.deepEqual(sums(...with_), ['合计 = 201 + 其他安排']);
    const without = ['合计||6.00|3.00|3.00', '|澄溪县民政局|6.00|3.00|3.00', '201|一般公共服务支出|6.00|3.00|3.00'];
    assert.deepEqual(sums(...without), ['合计 = 澄溪县民政局', '澄溪县民政局 = 201']);
  });

  it('income codes are kept apart from those of expenditure', () => {
    const block = blockOf(
      `2023年政府性基金预算收入表\n${rows('收入科目编码|科目名称|政府性基金收入预算', '合计||5.00', '103|非税收入|5.00', '10301|政府性基金收入|5.00')}`,
    );
    assert.deepEqual(body(block), [
      'total 合计 (total)',
      'item 103 非税收入 (in:103)',
      'item 10301 政府性基金收入 (in:10301)',
    ]);
  });
});

describe('rows that are listed by name', () => {
  it('合计 closes what stands above it, 总计 adds what stands between', () => {
    const block = blockOf(
      `2023年预算收支总表\n${rows('收入||', '项目|2023年|', '一、一般公共预算|7.00|', '二、单位资金|2.00|', '本年收入合计|9.00|', '上年结转|1.00|', '收入总计|10.00|')}`,
    );
    assert.deepEqual(rowSums(block), [
      '本年收入合计 = 一、一般公共预算 + 二、单位资金',
      '收入总计 = 本年收入合计 + 上年结转',
    ]);
    assert.deepEqual(body(block), [
      'item 一、一般公共预算 (general current)',
      'item 二、单位资金 (own current)',
      'total 本年收入合计 (current total)',
      'item 上年结转 (carryover)',
      'total 收入总计 (total)',
    ]);
  });

  it('sources of the money carried over hang under 上年结转 and are carried over themselves', () => {
    const block = blockOf(
      `2023年财政拨款收支总表\n${rows('收入|', '项目|金额', '一、一般公共预算|7.00', '二、政府性基金预算|1.00', '本年收入合计|8.00', '上年财政拨款结转|3.00', '一、一般公共预算|2.00', '二、政府性基金预算|1.00', '收入总计|11.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '本年收入合计 = 一、一般公共预算 + 二、政府性基金预算',
      '上年财政拨款结转 = 一、一般公共预算 + 二、政府性基金预算',
      '收入总计 = 本年收入合计 + 上年财政拨款结转',
    ]);
    assert.equal(body(block)[4], 'item 一、一般公共预算 (general carryover)');
  });

  it('classes by name, 年终结转 apart from expenditure', () => {
    const block = blockOf(
      `2023年支出总表\n${rows('支出|', '项目|金额', '一、一般公共服务支出|6.00', '二、卫生健康支出|3.00', '本年支出合计|9.00', '年终结转|1.00', '支出总计|10.00')}`,
    );
    assert.deepEqual(body(block), [
      'item 一、一般公共服务支出 (201)',
      'item 二、卫生健康支出 (210)',
      'total 本年支出合计 (total)',
      'item 年终结转 (yearend)',
      'total 支出总计 (grand)',
    ]);
    assert.deepEqual(rowSums(block)[1], '支出总计 = 本年支出合计 + 年终结转');
  });

  it('numbering of several levels', () => {
    const block = blockOf(
      `2023年收入表\n${rows('收入|', '项目|预算数', '一、财政拨款收入|10.00', '（一）一般公共预算|6.00', '（二）政府性基金预算|4.00', '二、单位资金|2.00', '1.事业收入|1.50', '2.其他收入|0.50', '收入合计|12.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '一、财政拨款收入 = （一）一般公共预算 + （二）政府性基金预算',
      '二、单位资金 = 1.事业收入 + 2.其他收入',
      '收入合计 = 一、财政拨款收入 + 二、单位资金',
    ]);
  });

  it('a row under 其中 belongs to its parent but does not exhaust it', () => {
    const block = blockOf(
      `2023年收入表\n${rows('收入|', '项目|金额', '一、财政拨款|10.00', '其中：一般公共预算|6.00', '二、单位资金|2.00', '本年收入合计|12.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '一、财政拨款 = [其中：一般公共预算]',
      '本年收入合计 = 一、财政拨款 + 二、单位资金',
    ]);
  });

  it('the three public costs: vehicles are what is bought and what is run', () => {
    const block = blockOf(
      `2023年“三公”经费支出预算表\n${rows('项目|合计|一般公共预算', '因公出国（境）费|1.00|1.00', '公务接待费|2.00|2.00', '公务用车购置及运行费|5.00|5.00', '①公务用车购置费|3.00|3.00', '②公务用车运行维护费|2.00|2.00', '合计|8.00|8.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '公务用车购置及运行费 = ①公务用车购置费 + ②公务用车运行维护费',
      '合计 = 因公出国（境）费 + 公务接待费 + 公务用车购置及运行费',
    ]);
  });
});

describe('rows by economic class', () => {
  it('a 款 that several government items split stands once for each of them', () => {
    const block = blockOf(
      `2023年一般公共预算安排基本支出分经济科目表\n${rows('部门预算支出经济科目名称|政府预算支出经济科目名称|合计|人员经费|公用经费', '合计||12.00|7.00|5.00', '工资福利支出||7.00|7.00|', '基本工资|工资奖金津补贴|5.00|5.00|', '基本工资|工资福利支出|2.00|2.00|', '商品和服务支出||4.00||4.00', '办公费|办公经费|4.00||4.00', '资本性支出||1.00||1.00', '办公设备购置|设备购置|1.00||1.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '合计 = 工资福利支出 + 商品和服务支出 + 资本性支出',
      '工资福利支出 = 基本工资 + 基本工资',
      '商品和服务支出 = 办公费',
      '资本性支出 = 办公设备购置',
    ]);
    assert.deepEqual(body(block).slice(2, 4), [
      'item 基本工资 (e:30101#工资奖金津补贴)',
      'item 基本工资 (e:30101#工资福利支出)',
    ]);
    assert.match(body(block).at(-1)!, /e:31002/, 'of the classes that bear the name the one above it');
  });

  it('without the second column', () => {
    const block = blockOf(
      `2023年一般公共预算基本支出明细表\n${rows('科目名称|合计|人员经费|公用经费', '合计|6.00|5.00|1.00', '工资福利支出|5.00|5.00|', '基本工资|3.00|3.00|', '其他工资福利支出|2.00|2.00|', '商品和服务支出|1.00||1.00', '办公费|1.00||1.00')}`,
    );
    assert.deepEqual(rowSums(block), [
      '合计 = 工资福利支出 + 商品和服务支出',
      '工资福利支出 = 基本工资 + 其他工资福利支出',
      '商品和服务支出 = 办公费',
    ]);
  });
});

describe('cells that hold no amount', () => {
  it('are kept as texts and said, with their place', () => {
    const { statements, facts, messages } = read(expenditure('201|一般公共服务支出|约3|1.00|2.00'));
    assert.deepEqual(
      statements[0]!.strays.map(({ row, text, place }) => ({ row, text, place })),
      [{ row: 0, text: '约3', place: { line: 4, column: 14, length: 2 } }],
    );
    assert.equal(facts.length, 2);
    assert.deepEqual(
      messages.map(({ severity, text }) => [severity, /“约3”/.test(text)]),
      [['warning', true]],
    );
  });
});
