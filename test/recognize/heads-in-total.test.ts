import assert from 'node:assert/strict';
import type { Statement } from '../../src/model/disclosure';
import { readText } from '../../src/ingest';
import { readHtml } from '../../src/ingest/html';
import { recognize } from '../../src/recognize';
import { layOut } from '../../src/recognize/layout';
import { findTables } from '../../src/recognize/tables/find';
import { body, columnSums, figures, heads, read, rows, rowSums } from './read';

/* Forms of funds whose lowest heads stand in the row of the total, filled or not. */

const HEADS = ['项目||年初结转和结余|本年收入|本年支出|||年末结转和结余', '功能分类科目编码|科目名称||||||'];
const TITLE = '政府性基金预算财政拨款收入支出决算表';

function form(...lines: readonly string[]): string {
  return `某某县档案馆2025年度单位决算\n${TITLE}\n单位：万元\n${rows(...HEADS, ...lines)}`;
}

function only({ statements }: { readonly statements: readonly Statement[] }): Statement {
  assert.equal(statements.length, 1);
  return statements[0]!;
}

const COLUMNS = [
  '年初结转和结余 (carryover income)',
  '本年收入 (current income)',
  '合计 (expenditure)',
  '基本支出 (basic expenditure)',
  '项目支出 (project expenditure)',
  '年末结转和结余 (yearend)',
];

describe('heads in the row of the total', () => {
  const filled = form(
    '合计||6.00|50.00|合计|基本支出|项目支出|7.50',
    '212|城乡社区支出|6.00|50.00|48.50||48.50|7.50',
    '21208|出让收入安排的支出|6.00|50.00|48.50||48.50|7.50',
  );

  it('are heads; the row is the total of all that there is', () => {
    const [block] = only(read(filled, [])).blocks;
    assert.deepEqual(heads(block!), COLUMNS);
    assert.deepEqual(columnSums(block!), ['合计 = 基本支出 + 项目支出']);
    assert.deepEqual(rowSums(block!), ['合计 = 212', '212 = 21208']);
    assert.equal(body(block!)[0], 'total 合计 (total)');
    assert.equal(figures(filled)[0], '6.00 50.00 ? ? ? 7.50');
  });

  it('of a form that holds nothing too, with zeros, with dashes or with blanks', () => {
    for (const total of [
      '合计||||合计|基本支出|项目支出|',
      '合计||—|—|合计|基本支出|项目支出|—',
      '合计||0.00|0.00|合计|基本支出|项目支出|0.00',
      '|合计|||小计|基本支出|项目支出|',
    ]) {
      const [table] = findTables(layOut(readText('样例', form(total)).blocks));
      const { blocks, bodyRows } = table!.columns;
      const amounts = blocks[0]!.columns.filter(({ role }) => role === 'amount');
      assert.deepEqual([blocks.length, amounts.length, bodyRows.length], [1, 6, 1], total);
    }
  });

  it('are not taken from under merged heads, whose columns count', () => {
    const html = `<p>支出明细表</p><table>
      <tr><td rowspan=2>科目编码</td><td rowspan=2>科目名称</td><td colspan=2>一般公共预算</td><td colspan=2>政府性基金预算</td></tr>
      <tr><td>小计</td><td>基本支出</td><td>小计</td><td>基本支出</td></tr>
      <tr><td colspan=2>合计</td><td>9.00</td><td>9.00</td><td></td><td></td></tr>
      <tr><td>201</td><td>一般公共服务支出</td><td>9.00</td><td>9.00</td><td></td><td></td></tr></table>`;
    const [block] = only(recognize(readHtml('样例', html), [])).blocks;
    assert.deepEqual(body(block!), ['total 合计 (total)', 'item 201 一般公共服务支出 (201)']);
  });

  it('are not looked for in heads of two years, nor under heads of amounts', () => {
    const years = rows(
      '科目编码|科目名称|2023年||2024年|',
      '||合计|基本支出|合计|基本支出',
      '合计||5.00|5.00|6.00|6.00',
      '201|一般公共服务支出|5.00|5.00|6.00|6.00',
    );
    const [block] = only(read(`支出总表\n${years}`, [])).blocks;
    assert.deepEqual(rowSums(block!), ['合计 = 201']);
    assert.equal(block!.rows.length, 2);
  });
});
