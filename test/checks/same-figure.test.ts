import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { sameFigure } from '../../src/checks/same-figure';
import { testRule } from './rule-tester';
import { testText } from './text-tester';
import { INCOME, SPENDING, SUMMARY, together } from './samples';

testRule(sameFigure, {
  pass: {
    'what two forms print of one item': {
      tables: together(SUMMARY, SPENDING),
      relations: ['10.00 = 10.00', '7.00 = 7.00', '3.00 = 3.00', '3.00 = 3.00'],
    },
    '元 beside 万元, within what is printed': {
      tables: `
        支出总表 flow=expenditure | 合计
        201 | 3.00

        明细表 flow=expenditure 元 | 合计
        201 | 30040`,
      relations: ['30040元 ≈ 3.00'],
    },
    'a whole printed in one form, its parts in others': {
      tables: together(SUMMARY, INCOME),
      relations: ['9.00 = 6.00 + 3.00'],
    },
    'parts of which each has a form of its own': {
      tables: `
        支出总表 flow=expenditure | 合计
        ∑合计 | 10.00

        本年预算 flow=expenditure vintage=current | 合计
        ∑合计 | 7.00

        上年结转 flow=expenditure vintage=carryover | 合计
        ∑合计 | 3.00`,
      relations: ['10.00 = 7.00 + 3.00'],
    },
    'a list without a total row is the figure that another form states': {
      tables: together(
        SPENDING,
        `
        项目表 flow=expenditure nature=project | 合计
        甲 item=p:1 | 4.00
        乙 item=p:2 | 2.00`,
      ),
      relations: ['6.00 = 4.00 + 2.00'],
    },
    'a dash and a zero are one figure': {
      tables: `
        甲表 flow=expenditure | 合计
        201 | 0.00

        乙表 flow=expenditure | 合计
        201 | —`,
      relations: ['— = 0.00'],
    },
    'nothing was carried over: the figures of this year are those of all': {
      tables: together(
        `
        收支总表 flow=expenditure | 合计 = 当年 + 结转 | 当年 vintage=current | 结转 vintage=carryover
        ∑合计 = 201 | 5.00 | 5.00 |
        201 | 5.00 | 5.00 |`,
        `
        本年预算 flow=expenditure vintage=current | 合计
        201 | 5.00`,
      ),
      relations: ['5.00 = 5.00'],
    },
    'codes without a total row, complete as the sums say': {
      tables: `
        支出总表 flow=expenditure | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
        ∑合计 | 9.00 | 6.00 | 3.00

        明细表 flow=expenditure | 基本 nature=basic | 项目 nature=project
        201 | 4.00 | 1.00
        208 | 2.00 | 2.00`,
      relations: ['6.00 = 4.00 + 2.00', '3.00 = 1.00 + 2.00'],
    },
  },
  fail: {
    'two forms disagree about one item': {
      tables: together(SUMMARY, SPENDING.replace('201 | 7.00', '201 | 7.10')),
      broken: ['7.10 ≠ 7.00'],
    },
    'a blank where another form prints a figure': {
      tables: together(SUMMARY, SPENDING.replace('208 | 3.00', '208 |')),
      broken: ['空 ≠ 3.00'],
    },
    'the list of projects is not the total of 项目支出': {
      tables: together(
        SPENDING,
        `
        项目表 flow=expenditure nature=project | 合计
        甲 item=p:1 | 4.00
        乙 item=p:2 | 2.50`,
      ),
      broken: ['6.00 ≠ 4.00 + 2.50'],
    },
    'one column shows that the codes are complete, another does not add up': {
      tables: `
        支出总表 flow=expenditure | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
        ∑合计 | 9.00 | 6.00 | 3.00

        明细表 flow=expenditure | 基本 nature=basic | 项目 nature=project
        201 | 4.00 | 1.00
        208 | 2.00 | 2.50`,
      broken: ['3.00 ≠ 1.00 + 2.50'],
    },
    '万元 printed where 元 is due': {
      tables: `
        支出总表 flow=expenditure | 合计
        201 | 3.00

        明细表 flow=expenditure 元 | 合计
        201 | 3.00`,
      broken: ['3.00元 ≠ 3.00'],
    },
  },
  notEvaluated: {
    'one form alone': { tables: SPENDING },
    'other items, other funds': {
      tables: `
        甲表 flow=expenditure fund=general | 合计
        201 | 3.00

        乙表 flow=expenditure fund=own | 合计
        208 | 4.00`,
    },
    'one code printed twice in a table: what tells the rows apart is not known': {
      tables: `
        甲表 flow=expenditure | 合计
        201 | 3.00
        201 | 4.00

        乙表 flow=expenditure | 合计
        201 | 7.00`,
    },
    'figures of one unit under the department': {
      tables: `
        甲表 flow=expenditure | 合计
        201 | 7.00

        乙表 flow=expenditure entity=澄溪县社会福利院 | 合计
        201 | 3.00`,
    },
    'a part printed in a form of its own says nothing about the parts that are not printed': {
      tables: `
        收支总表 flow=expenditure | 合计
        ∑合计 | 7.00

        基本支出表 flow=expenditure nature=basic | 合计
        ∑合计 | 4.00`,
    },
    'a member that the vocabulary does not know': {
      tables: `
        甲表 flow=expenditure fund=unheard-of | 合计
        201 | 3.00

        乙表 flow=expenditure | 合计
        201 | 7.00`,
    },
    'codes without a total row need not be all there are': {
      tables: `
        支出总表 flow=expenditure | 合计
        ∑合计 | 9.00

        明细表 flow=expenditure | 合计
        201 | 4.00
        208 | 2.00`,
    },
    'a list of the main ones need not be complete': {
      tables: `
        支出总表 flow=expenditure nature=project | 合计
        ∑合计 | 9.00

        主要项目表 flow=expenditure nature=project | 合计
        甲 item=p:1 | 4.00
        乙 item=p:2 | 2.00`,
    },
    'blanks on both sides': {
      tables: `
        甲表 flow=expenditure | 合计
        201 |

        乙表 flow=expenditure | 合计
        201 |`,
    },
  },
});

const FUND_FORM = [
  '国有资本经营预算财政拨款收入支出决算表',
  '项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余',
  '科目编码\t科目名称',
  '合计\t\t6.00\t50.00\t合计\t基本支出\t项目支出\t7.50',
  '223\t国有资本经营预算支出\t6.00\t50.00\t48.50\t\t48.50\t7.50',
  '22301\t解决历史遗留问题及改革成本支出\t6.00\t50.00\t48.50\t\t48.50\t7.50',
].join('\n');

testText(sameFigure, {
  pass: {
    'what came in and what was spent of a fund, in one form': {
      final: true,
      tables: FUND_FORM,
      title: '九、国有资本经营预算财政拨款收入支出决算情况说明',
      text: '国有资本经营预算财政拨款收入50.00万元，国有资本经营预算支出（类）48.50万元。',
      relations: ['50.00 = 50.00', '48.50 = 48.50'],
    },
  },
  fail: {
    'what was received of a fund': {
      final: true,
      tables: FUND_FORM,
      title: '九、国有资本经营预算财政拨款收入支出决算情况说明',
      text: '国有资本经营预算财政拨款收入51.00万元。',
      broken: ['51.00 ≠ 50.00'],
    },
  },
  notEvaluated: {
    'another fund': {
      final: true,
      tables: FUND_FORM,
      title: '八、政府性基金预算财政拨款收入支出决算情况说明',
      text: '政府性基金预算财政拨款收入51.00万元。',
    },
  },
});

describe('what is spent', () => {
  it('is held against what a form spends, not against what it receives', () => {
    const form = FUND_FORM.replaceAll('6.00', '').replaceAll('7.50', '').replaceAll('50.00', '48.50');
    const text = '国有资本经营预算支出（类）解决历史遗留问题及改革成本支出（款）84.50万元，支出决算为84.50万元。';
    const title = '九、国有资本经营预算财政拨款收入支出决算情况说明';
    const { findings } = checkText(
      'text',
      `青石市档案馆2024年度单位决算\n${form}\n第三部分 情况说明\n${title}\n${text}\n`,
    ).reconciliation;
    const errors = findings.filter(({ severity }) => severity === 'error');
    assert.equal(errors.length, 2);
    for (const { message } of errors) assert.match(message, /改革成本支出·合计 48\.50，.*84\.50 疑应为 48\.50$/);
  });
});
