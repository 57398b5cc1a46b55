import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { readText } from '../../src/ingest';
import { layOut } from '../../src/recognize/layout';

/*
 * A form whose heading stands on every page is one form; a second print of it is not.
 */

const HEADING = [
  '2024年支出预算总表',
  '单位名称：栖云县水利局\t\t\t单位：万元',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
];
const ROWS = [
  '\t合计\t60.00\t35.00\t25.00',
  '205\t教育支出\t30.00\t20.00\t10.00',
  '20502\t普通教育\t30.00\t20.00\t10.00',
  '2050201\t学前教育\t10.00\t10.00\t',
  '2050202\t小学教育\t20.00\t10.00\t10.00',
  '208\t社会保障和就业支出\t30.00\t15.00\t15.00',
  '20805\t行政事业单位养老支出\t30.00\t15.00\t15.00',
];

function read(...pages: (readonly string[])[]): { tables: number; figures: string; wrong: string[] } {
  const { disclosure, reconciliation } = checkText('公开', pages.map((rows) => rows.join('\n')).join('\n\n'));
  return {
    tables: disclosure.statements.length,
    figures: `${reconciliation.tableCoverage.checked}/${reconciliation.tableCoverage.figures}`,
    wrong: reconciliation.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
  };
}

describe('a heading printed again', () => {
  const whole = { tables: 1, figures: '20/20', wrong: [] };

  it('goes on with the table, title and unit with it', () => {
    assert.deepEqual(read([...HEADING, ...ROWS]), whole);
    assert.deepEqual(read([...HEADING, ...ROWS.slice(0, 4)], [...HEADING, ...ROWS.slice(4)]), whole);
    assert.deepEqual(read([...HEADING, ...ROWS.slice(0, 4)], ['- 3 -', ...HEADING, ...ROWS.slice(4)]), whole);
    assert.deepEqual(
      read([...HEADING, ...ROWS.slice(0, 3)], [...HEADING, ...ROWS.slice(3, 5)], [...HEADING, ...ROWS.slice(5)]),
      whole,
    );
  });

  it('goes on where the title says so', () => {
    const [title, ...others] = HEADING as [string, ...string[]];
    assert.deepEqual(read([...HEADING, ...ROWS.slice(0, 4)], [`${title}（续）`, ...others, ...ROWS.slice(4)]), whole);
  });

  it('begins another table under another title', () => {
    const [, ...others] = HEADING;
    assert.equal(
      read([...HEADING, ...ROWS.slice(0, 4)], ['2024年一般公共预算支出表', ...others, ...ROWS.slice(4)]).tables,
      2,
    );
  });

  it('begins another form where the same field is filled in anew', () => {
    const form = (name: string, amount: string): string[] => [
      '2024年项目支出情况表',
      '单位：万元',
      '项目\t内容\t金额',
      `项目名称\t${name}\t`,
      `年度金额\t\t${amount}`,
      `其中：财政拨款\t\t${amount}`,
    ];
    assert.equal(
      layOut(readText('公开', [...form('山塘维修', '3.00'), '', ...form('灌区改造', '5.00')].join('\n')).blocks).grids
        .length,
      2,
    );
  });

  const grids = (...lines: string[]): number => layOut(readText('公开', lines.join('\n')).blocks).grids.length;
  const statistics = [
    '部门决算公开相关信息统计表',
    '单位：万元',
    '一、政府采购情况',
    '项目\t行次\t统计数',
    '合计\t1\t9.00',
    '货物\t2\t9.00',
  ];
  const vehicles = ['（一）车辆数合计（辆）\t3\t5', '1.应急保障用车\t4\t5'];

  it('goes on where a section came last on the page, and where the print has lost one of its headings', () => {
    assert.equal(grids(...statistics, '二、国有资产占用情况', '', '27', '', '项目\t\t统计数', ...vehicles), 1);
    assert.equal(grids(...statistics, '', '- 27 -', '', '项目\t行次\t', ...vehicles), 1);
  });

  it('begins another table under a name of its own, and under other headings', () => {
    assert.equal(grids(...statistics, '', '27', '', '二、国有资产占用情况', '项目\t行次\t统计数', ...vehicles), 2);
    assert.equal(grids(...statistics, '二、国有资产占用情况', '', '27', '', '项目\t行次\t预算数', ...vehicles), 2);
  });

  it('begins a second print where its rows come again: what differs is a contradiction', () => {
    const slip = ROWS.map((row) => row.replace('20.00\t10.00\t10.00', '21.00\t11.00\t10.00'));
    const { tables, wrong } = read([...HEADING, ...ROWS], [...HEADING, ...slip]);
    assert.equal(tables, 2);
    assert.ok(wrong.length > 0);
  });
});
