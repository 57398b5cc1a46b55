import assert from 'node:assert/strict';
import { blockOf, body, rows, rowSums } from './read';

const HEAD = '项目名称|合计|一般公共预算|政府性基金预算';

function sums(...lines: readonly string[]): string[] {
  return rowSums(
    blockOf(`2023年项目支出预算表（本年预算）\n单位名称：澄溪县民政局\n单位：万元\n${rows(HEAD, ...lines)}`),
  );
}

/** The department, its own office and its units, each with its projects. */
const ROOT = '澄溪县民政局|21.00|20.00|1.00';
const OFFICE = [
  '澄溪县民政局|9.00|8.00|1.00',
  '养老服务补贴|4.00|4.00|',
  '殡葬改革经费|3.00|2.00|1.00',
  '社区建设资金|2.00|2.00|',
];
const HOME = ['澄溪县社会福利院|7.00|7.00|', '儿童生活补助|5.00|5.00|', '院舍维修经费|2.00|2.00|'];
const CENTRE = ['澄溪县救助管理站|5.00|5.00|', '流浪人员救助资金|5.00|5.00|'];
const ALL = [...OFFICE, ...HOME, ...CENTRE];

const TREE = [
  '澄溪县民政局 = 澄溪县民政局 + 澄溪县社会福利院 + 澄溪县救助管理站',
  '澄溪县民政局 = 养老服务补贴 + 殡葬改革经费 + 社区建设资金',
  '澄溪县社会福利院 = 儿童生活补助 + 院舍维修经费',
  '澄溪县救助管理站 = 流浪人员救助资金',
];

describe('lists of projects', () => {
  it('projects alone, with a total or without', () => {
    const parts = ['养老服务补贴|3.00|3.00|', '殡葬改革经费|3.00|2.00|1.00'];
    assert.deepEqual(sums('合计|6.00|5.00|1.00', ...parts), ['合计 = 养老服务补贴 + 殡葬改革经费']);
    assert.deepEqual(sums(...parts, '合计|6.00|5.00|1.00'), ['合计 = 养老服务补贴 + 殡葬改革经费']);
    assert.deepEqual(sums(...parts), []);
  });

  it('projects of one amount, none of which is the sum of others', () => {
    assert.deepEqual(sums('甲项目|2.00|2.00|', '乙项目|1.00|1.00|', '丙项目|1.00|1.00|', '丁项目|4.00|4.00|'), []);
  });

  it('one project of each name, however often the name is printed', () => {
    const block = blockOf(
      `2023年项目支出预算表（本年预算）\n${rows(HEAD, '养老补贴|3.00|3.00|', '养老补贴|3.00|3.00|')}`,
    );
    const [one, other] = body(block);
    assert.notEqual(one, other, 'two rows of one name are two projects');
  });
});

describe('units and their projects in one list', () => {
  it('under the department’s own row', () => assert.deepEqual(sums(ROOT, ...ALL), TREE));

  it('under 合计, first or last', () => {
    const total = '合计|21.00|20.00|1.00';
    const wanted = TREE.map((sum, at) => (at === 0 ? sum.replace('澄溪县民政局 =', '合计 =') : sum));
    assert.deepEqual(sums(total, ...ALL), wanted);
    assert.deepEqual(sums(...ALL, total), [...wanted.slice(1), wanted[0]]);
  });

  it('under nothing', () => assert.deepEqual(sums(...ALL), TREE.slice(1)));

  const slips: readonly (readonly [name: string, from: string, to: string])[] = [
    ['of the whole', '澄溪县民政局|21.00|20.00', '澄溪县民政局|12.00|11.00'],
    ['of the office', '澄溪县民政局|9.00|8.00', '澄溪县民政局|9.90|8.90'],
    ['of a unit', '福利院|7.00|7.00', '福利院|70.00|70.00'],
    ['of a unit with one project', '救助管理站|5.00|5.00', '救助管理站|5.50|5.50'],
    ['of a project', '殡葬改革经费|3.00|2.00', '殡葬改革经费|3.60|2.60'],
    ['of the last project', '救助资金|5.00|5.00', '救助资金|50.00|50.00'],
  ];
  for (const [name, from, to] of slips) {
    it(`a wrong figure ${name} does not change the tree`, () => {
      const lines = [ROOT, ...ALL].map((line) => line.replace(from, to));
      assert.notDeepEqual(lines, [ROOT, ...ALL]);
      assert.deepEqual(sums(...lines), TREE);
    });
  }

  it('a unit that prints no subtotal: its projects count towards the whole', () => {
    const lines = [ROOT, ...ALL].map((line) => line.replace('福利院|7.00|7.00', '福利院||'));
    assert.deepEqual(sums(...lines), [
      '澄溪县民政局 = 澄溪县民政局 + 澄溪县社会福利院 + 儿童生活补助 + 院舍维修经费 + 澄溪县救助管理站',
      TREE[1],
      TREE[3],
    ]);
  });

  it('units become members of their own, projects belong to them', () => {
    const block = blockOf(`2023年项目支出预算表（本年预算）\n单位名称：澄溪县民政局\n${rows(HEAD, ROOT, ...ALL)}`);
    const { rows: all } = block;
    assert.deepEqual(all.map(({ key }) => key.entity ?? '').slice(0, 3), ['', '澄溪县民政局', '澄溪县民政局']);
    assert.equal(all[5]!.key.entity, '澄溪县社会福利院');
    assert.deepEqual(
      all.map(({ depth }) => depth),
      [0, 1, 2, 2, 2, 1, 2, 2, 1, 2],
    );
  });

  it('units without projects', () => {
    const block = blockOf(
      `2023年机关运行经费预算财政拨款情况统计表\n${rows('单位名称|合计|一般公共预算|政府性基金预算', '澄溪县民政局|3.00|3.00|', '澄溪县社会福利院|2.00|2.00|', '部门合计|5.00|5.00|')}`,
    );
    assert.deepEqual(rowSums(block), ['部门合计 = 澄溪县民政局 + 澄溪县社会福利院']);
  });
});
