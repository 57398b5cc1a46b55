import assert from 'node:assert/strict';
import { readText } from '../../src/ingest';
import { readStacked } from '../../src/ingest/text/stacked';

/* Tables a cell a line, with and without bars. */

function grids(text: string): string[][][] {
  return readText('text', text).blocks.flatMap((block) =>
    block.kind === 'grid' ? [block.rows.map((row) => row.map((cell) => cell.text))] : [],
  );
}

function lines(text: string): string[] {
  return readText('text', text).blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
}

const CELLS = [
  '项目',
  '2023年',
  '2024年',
  '合计',
  '9.00',
  '8.00',
  '公务接待费',
  '5.00',
  '300',
  '公务用车费',
  '4.00',
  '5.00',
];
const TABLE = [
  ['项目', '2023年', '2024年'],
  ['合计', '9.00', '8.00'],
  ['公务接待费', '5.00', '300'],
  ['公务用车费', '4.00', '5.00'],
];

describe('tables whose cells stand under one another', () => {
  it('a cell a line, after the caption', () => {
    const text = `本单位情况如下：\n“三公”经费预算表\n${CELLS.join('\n')}\n以上数字含上年结转，特此说明。\n`;
    assert.deepEqual(grids(text), [TABLE]);
    assert.deepEqual(lines(text), ['本单位情况如下：', '“三公”经费预算表', '以上数字含上年结转，特此说明。']);
  });

  it('heads of several rows, whose merged cells are lost, tell nothing: no table is better than a wrong one', () => {
    const body = [
      '213',
      '农林水支出',
      '9.00',
      '5.00',
      '4.00',
      '21302',
      '林业和草原',
      '9.00',
      '5.00',
      '4.00',
      '2130205',
      '森林资源培育',
      '9.00',
      '5.00',
      '4.00',
    ];
    assert.deepEqual(grids(['科目编码', '科目名称', '合计', '基本支出', '项目支出', ...body].join('\n')).length, 1);
    for (const heads of [
      ['功能分类科目', '2024年预算数', '科目编码', '科目名称', '小计', '基本支出', '项目支出'],
      ['项目', '本年支出', '科目编码', '科目名称', '小计', '基本支出', '项目支出'],
      ['科目名称', '2024年预算数', '小计', '基本支出', '项目支出'],
    ])
      assert.deepEqual(grids([...heads, ...body].join('\n')), [], heads.join(' '));
  });

  it('栏次 and the first row of figures are no row twice as wide', () => {
    const row = (name: string, at: number): string[] => [
      at < 9 ? `${name}、收入` : '',
      String(at),
      at < 9 ? '9.00' : '',
      `${name}、支出`,
      String(at + 30),
      '8.00',
    ];
    const cells = [
      '收入',
      '支出',
      '项目',
      '行次',
      '金额',
      '项目',
      '行次',
      '金额',
      '栏次',
      '',
      '1',
      '栏次',
      '',
      '2',
      ...['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'].flatMap((name, at) => row(name, at + 1)),
    ];
    const text = cells.map((cell) => (cell === '' ? '\n' : `${cell}\n\n`)).join('');
    for (const grid of grids(text))
      assert.ok(
        grid.every((each) => each.length <= 6),
        grid[0]!.join(' '),
      );
  });

  it('heads that come again head tables side by side', () => {
    const heads = ['项目', '2023年', '2024年'];
    const row = (name: string): string[] => [`${name}项收入`, '9.00', '8.00', `${name}项支出`, '7.00', '6.00'];
    const body = ['甲', '乙', '丙', '丁'].flatMap(row);
    const halves = ['收入', '支出'];
    const [grid] = grids([...halves, ...heads, ...heads, ...body].join('\n'));
    assert.deepEqual(grid!.slice(0, 3), [['收入', '', '', '支出', '', ''], [...heads, ...heads], row('甲')]);
    assert.equal(grid!.length, 6);
    const [plain] = grids(['收支总表', ...heads, ...heads, ...body].join('\n\n'));
    assert.deepEqual(plain, [[...heads, ...heads], ...['甲', '乙', '丙', '丁'].map(row)]);
    // A cell is lost: what stands beside what cannot be told.
    assert.deepEqual(grids([...halves, ...heads, ...heads, ...body.slice(3)].join('\n')), []);
  });

  it('cells closed by bars', () => assert.deepEqual(grids(CELLS.map((cell) => `${cell} |`).join('\n')), [TABLE]));

  it('set apart by blank lines, a further one being an empty cell', () => {
    const text =
      '项目\n\n2023年\n\n2024年\n\n合计\n\n9.00\n\n8.00\n\n公务接待费\n\n\n3.00\n\n公务用车费\n\n9.00\n\n5.00\n';
    assert.deepEqual(grids(text)[0]![2], ['公务接待费', '', '3.00']);
  });

  it('bars on lines of their own; a cell of two lines', () => {
    const row = (...cells: readonly string[]): string =>
      `|\n${cells.map((cell) => `${cell}\n|`).join('\n')}`.replace(/\n\n/g, '\n');
    const text = [
      '预算表',
      row('项目', '一般公共\n预算', '政府性\n基金'),
      row('合计', '9.00', '8.00'),
      row('公务接待费', '', '3.00'),
      row('公务用车费', '9.00', '5.00'),
    ].join('\n');
    assert.deepEqual(grids(text), [
      [
        ['项目', '一般公共预算', '政府性基金'],
        ['合计', '9.00', '8.00'],
        ['公务接待费', '', '3.00'],
        ['公务用车费', '9.00', '5.00'],
      ],
    ]);
  });

  it('every cell keeps its place', () => {
    const [grid] = readText('text', CELLS.join('\n')).blocks;
    assert.ok(grid?.kind === 'grid');
    assert.deepEqual(grid.rows[2]![1]!.place, { line: 8, column: 1, length: 4 });
  });

  it('lists, names and prose are none', () => {
    for (const text of [
      '一、主要职能\n二、机构设置\n三、人员情况\n四、收入\n五、支出\n六、采购\n七、资产\n八、绩效\n九、名词解释',
      '2024\n2023\n5\n6\n7\n8\n9\n10\n11',
    ])
      assert.deepEqual(grids(text), [], text);
  });

  it('what was looked at once is not looked at again', () => {
    const names = Array.from({ length: 50 }, (_, at) => `事项${at}`);
    assert.deepEqual(readStacked(names, 0), { end: 50 });
  });
});

describe('rows of bars without a bar at the beginning', () => {
  it('titles and units in rows of their own begin a new table', () => {
    const text =
      '| 索引号 | 0152 | 发布机构 | 云岭县财政局 |\n云岭县2024年“三公”经费预算表 | ||\n单位：万元 | ||\n项目 | 上年数 | 本年数 |\n合计 | 9.00 | 8.00 |\n公务接待费 | 5.00 | 4.00 |\n';
    assert.deepEqual(grids(text).pop(), [
      ['项目', '上年数', '本年数'],
      ['合计', '9.00', '8.00'],
      ['公务接待费', '5.00', '4.00'],
    ]);
    assert.deepEqual(lines(text), ['云岭县2024年“三公”经费预算表', '单位：万元']);
  });

  it('a row of bars ends the contents page', () => {
    const text = '目 录\n第一部分 概况\n第二部分 决算表\n\n收入决算表\n| 项目 | 金额 |\n| 合计 | 9.00 |\n';
    assert.deepEqual(grids(text), [
      [
        ['项目', '金额'],
        ['合计', '9.00'],
      ],
    ]);
  });
});
