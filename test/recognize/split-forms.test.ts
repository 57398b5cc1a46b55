import assert from 'node:assert/strict';
import { read, rows, statementOf } from './read';

/*
 * Several forms in one pasted grid or worksheet: each is a table with its own title and unit.
 */

const BALANCE = [
  '收入|预算数|支出|预算数|',
  '一般公共预算拨款收入|960.5|社会保障和就业支出|140.5|',
  '||农林水支出|820|',
  '收入总计|960.5|支出总计|960.5|',
];
const SPENT = [
  '科目编码|科目名称|合计|基本支出|项目支出',
  '|合计|960.5|460.5|500',
  '208|社会保障和就业支出|140.5|140.5|',
  '213|农林水支出|820|320|500',
];

const titlesOf = (...lines: readonly string[]): string[] =>
  read(rows(...lines)).statements.map(({ title, unit }) => `${title} ${unit}`);

describe('several forms in one grid', () => {
  it('a title alone in its row, its unit in the next, at the top and in the middle', () => {
    assert.deepEqual(
      titlesOf(
        '青禾县林业局2023年部门预算||||',
        '部门收支总表||||',
        '||||单位：万元',
        ...BALANCE,
        '部门支出总表||||',
        '||||单位：元',
        ...SPENT,
      ),
      ['部门收支总表 万元', '部门支出总表 元'],
    );
  });

  it('title and unit side by side', () => {
    assert.deepEqual(titlesOf('部门收支总表||||单位：万元', ...BALANCE, '部门支出总表||||单位：元', ...SPENT), [
      '部门收支总表 万元',
      '部门支出总表 元',
    ]);
  });

  it('a title that ends otherwise, above institution and unit', () => {
    assert.deepEqual(
      titlesOf(
        '部门收支总表||||',
        '||||单位：万元',
        ...BALANCE,
        '部门支出预算',
        '部门名称：青禾县林业局||||单位：元',
        ...SPENT,
      ),
      ['部门收支总表 万元', '部门支出预算 元'],
    );
  });

  it('a form without figures between two others', () => {
    assert.deepEqual(
      titlesOf(
        '部门收支总表||||',
        ...BALANCE,
        '国有资本经营预算支出表||||',
        '科目编码|科目名称|合计|基本支出|项目支出',
        '部门支出总表||||',
        ...SPENT,
      ).filter((title) => !title.startsWith('国有')),
      ['部门收支总表 万元', '部门支出总表 万元'],
    );
  });

  it('the same form with its title and heads again on the next page goes on', () => {
    const { rows: body } = statementOf(
      rows('部门支出总表||||', ...SPENT.slice(0, 3), '部门支出总表（续）||||', SPENT[0]!, SPENT[3]!),
    ).blocks[0]!;
    assert.deepEqual(
      body.map(({ code }) => code),
      ['', '208', '213'],
    );
  });

  it('a row of heads, a section and a name are no titles', () => {
    const statement = statementOf(
      rows(
        '政府采购情况表||',
        '项目|计划数|实际数',
        '一、货物||',
        '办公设备购置明细|3.00|3.00',
        '印刷情况||',
        '印刷费|2.00|2.00',
        '合计|5.00|5.00',
      ),
    );
    assert.equal(statement.blocks[0]!.rows.length, 5);
  });
});
