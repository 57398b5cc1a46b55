import { balance } from '../../src/checks/balance';
import { testRule } from './rule-tester';
import { testText } from './text-tester';
import { INCOME, SPENDING, SUMMARY, together } from './samples';

testRule(balance, {
  pass: {
    '收入总计 is 支出总计, and each year’s money on both sides': {
      tables: together(SUMMARY, INCOME),
      relations: ['10.00 = 10.00', '9.00 = 9.00', '1.00 = 1.00'],
    },
    'with 年终结转 the 支出总计 is what must balance': {
      tables: `
        收入 flow=income | 金额
        ∑总计 item=total | 7.00

        支出 flow=expenditure | 金额
        ∑合计 | 6.00
        年终结转 item=yearend | 1.00
        ∑总计 item=grand = 合计 + 年终结转 | 7.00`,
      relations: ['7.00 = 7.00'],
    },
    'fund by fund': {
      tables: `
        收入 flow=income | 金额
        一般 item=total fund=general | 7.00
        单位 item=total fund=own | 2.00
        ∑总计 item=total = 一般 + 单位 | 9.00

        支出 flow=expenditure | 合计 = 一般 + 单位 | 一般 fund=general | 单位 fund=own
        ∑合计 | 9.00 | 7.00 | 2.00`,
      relations: ['7.00 = 7.00', '2.00 = 2.00', '9.00 = 9.00'],
    },
    'final accounts: what is left over closes the gap': {
      profile: { kind: 'final' },
      tables: `
        收入 flow=income | 金额
        ∑本年合计 item=total vintage=current | 7.00
        年初结转 item=total vintage=carryover | 2.00
        ∑总计 item=total = 本年合计 + 年初结转 | 9.00

        支出 flow=expenditure | 金额
        ∑合计 | 8.00
        年末结转 item=yearend | 1.00
        ∑总计 item=grand = 合计 + 年末结转 | 9.00`,
      relations: ['9.00 = 9.00'],
    },
    'one row that prints what came in, what was spent and what is left': {
      profile: { kind: 'final' },
      tables: `
        政府性基金 | 年初结转 vintage=carryover | 收入 vintage=current | 支出 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project | 年末结转 stage=yearend
        212 | 1.00 | 5.00 | 4.00 | 1.00 | 3.00 | 2.00`,
      relations: ['4.00 = 1.00 + 5.00 + -2.00'],
    },
  },
  fail: {
    'one row in which what is left does not fit': {
      profile: { kind: 'final' },
      tables: `
        政府性基金 | 年初结转 vintage=carryover | 收入 vintage=current | 支出 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project | 年末结转 stage=yearend
        212 | 1.00 | 5.00 | 4.00 | 1.00 | 3.00 | 2.50`,
      broken: ['4.00 ≠ 1.00 + 5.00 + -2.50'],
    },
    'income and expenditure differ': {
      tables: together(INCOME, SPENDING.replace('∑合计 = 201 + 208 | 10.00', '∑合计 = 201 + 208 | 10.10')),
      broken: ['10.10 ≠ 10.00'],
    },
    'one fund does not balance though the whole does': {
      tables: `
        收入 flow=income | 金额
        一般 item=total fund=general | 7.00
        单位 item=total fund=own | 2.00
        ∑总计 item=total = 一般 + 单位 | 9.00

        支出 flow=expenditure | 合计 = 一般 + 单位 | 一般 fund=general | 单位 fund=own
        ∑合计 | 9.00 | 6.00 | 3.00`,
      broken: ['6.00 ≠ 7.00', '3.00 ≠ 2.00'],
    },
    'the money carried over is not all spent': {
      tables: together(INCOME, SUMMARY.replace('10.00 | 9.00 | 1.00', '10.00 | 9.20 | 0.80')),
      broken: ['9.20 ≠ 9.00', '0.80 ≠ 1.00'],
    },
  },
  notEvaluated: {
    'expenditure alone': { tables: together(SUMMARY, SPENDING) },
    'an item is no total: its income and expenditure are the affair of same-figure': {
      tables: `
        收入 flow=income | 金额
        208 | 7.00

        支出 flow=expenditure | 金额
        208 | 8.00`,
    },
    'final accounts: the income of the year is not its expenditure': {
      profile: { kind: 'final' },
      tables: `
        收入 flow=income | 金额
        ∑本年合计 item=total vintage=current | 7.00
        年初结转 item=total vintage=carryover | 2.00

        支出 flow=expenditure | 金额
        ∑合计 | 8.00
        年末结转 item=yearend | 1.00`,
    },
  },
});

testText(balance, {
  pass: {
    'one kind of money, but not against all': {
      text: '财政拨款收入总计15.00万元，支出总计21.00万元。其中：支出总计中财政拨款15.00万元。',
      final: true,
      relations: ['15.00 = 15.00'],
    },
    'an account in one sentence': {
      text: '年初结转和结余186.35万元，本年收入2320.60万元，本年支出2406.95万元，结余分配0.00万元，年末结转和结余100.00万元。',
      final: true,
      relations: ['100.00 = 186.35 + 2320.60 + -2406.95 + -0.00'],
    },
    'an account with its totals': {
      text: '收入总计60.00万元，支出总计60.00万元。其中：本年收入合计50.00万元，年初结转和结余10.00万元；本年支出合计40.00万元，年末结转和结余20.00万元。',
      final: true,
      relations: ['60.00 = 60.00', '20.00 = 10.00 + 50.00 + -40.00', '60.00 = 10.00 + 50.00', '60.00 = 40.00 + 20.00'],
    },
    'one total in every section': {
      text: '收支总预算3650.50万元。\n\n二、收入预算情况说明\n\n收入预算3650.50万元。\n\n三、支出预算情况说明\n\n支出预算3650.50万元。',
      relations: ['3650.50 = 3650.50', '3650.50 = 3650.50'],
    },
    '收入总计 and 支出总计 of one sentence': {
      text: '全年收入总计20.00万元，支出总计20.00万元。',
      relations: ['20.00 = 20.00'],
    },
  },
  fail: {
    'an account in one sentence': {
      text: '年初结转和结余186.35万元，本年收入2320.60万元，本年支出2406.95万元，结余分配0.00万元，年末结转和结余160.00万元。',
      final: true,
      broken: ['160.00 ≠ 186.35 + 2320.60 + -2406.95 + -0.00'],
    },
    'an account of one fund': {
      text: '政府性基金预算财政拨款年初结转和结余10.00万元，本年收入50.00万元，本年支出40.00万元，年末结转和结余30.00万元。',
      final: true,
      broken: ['30.00 ≠ 10.00 + 50.00 + -40.00'],
    },
    'one total in every section': {
      text: '收支总预算3950.50万元。\n\n二、收入预算情况说明\n\n收入预算3650.50万元。\n\n三、支出预算情况说明\n\n支出预算3650.50万元。',
      broken: ['3950.50 ≠ 3650.50'],
    },
    'this year’s appropriation, told twice': {
      text: '收入预算3650.50万元，其中：一般公共预算拨款收入3550.50万元；上年结转100.00万元。\n\n四、一般公共预算支出情况说明\n\n一般公共预算当年拨款3560.50万元。',
      broken: ['3560.50 ≠ 3550.50'],
    },
    'what a budget receives of one fund and spends of it': {
      text: '一般公共预算财政拨款收入5760.45万元，一般公共预算财政拨款支出1760.45万元。',
      broken: ['1760.45 ≠ 5760.45'],
    },
    'they differ': { text: '全年收入总计20.00万元，支出总计21.00万元。', broken: ['21.00 ≠ 20.00'] },
  },
  notEvaluated: {
    'what came in this year is not what was spent': { text: '本年收入合计20.00万元，本年支出合计21.00万元。' },
    'accounts of which one figure is not told': {
      text: '年初结转和结余10.00万元，本年收入50.00万元，年末结转和结余20.00万元。',
      final: true,
    },
    'what may be spent in other ways too': {
      text: '年初结转和结余186.35万元，本年收入2320.60万元，本年支出2406.95万元，年末结转和结余57.77万元。',
      final: true,
    },
    'the spending of the year against all that came in': {
      text: '收支总预算47639.06万元。支出预算46439.06万元。',
    },
  },
});
