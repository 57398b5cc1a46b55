import assert from 'node:assert/strict';
import type { Statement } from '../../src/model/disclosure';
import { read, rows, statementOf } from './read';

const TABLE = rows('科目编码|科目名称|合计|基本支出|项目支出', '201|一般公共服务支出|3.00|1.00|2.00');

interface Wanted {
  readonly title?: string;
  readonly number?: string;
  readonly unit?: string;
  readonly entity?: string;
  readonly level?: string;
}

function caption(above: string): { statement: Statement; entity: string; level: string } {
  const { statements, profile } = read(above + TABLE);
  return { statement: statements[0]!, entity: profile.entity, level: profile.level };
}

const TITLE = '2023年预算支出总表';
const ENTITY = '澄溪县民政局';
const FULL: Wanted = { title: TITLE, unit: '万元', entity: ENTITY };

describe('captions', () => {
  const cases: Readonly<Record<string, readonly [above: string, wanted: Wanted]>> = {
    'each on a line of its own': [`${TITLE}\n单位名称：${ENTITY}\n单位：万元\n`, FULL],
    'blank lines between': [`${TITLE}\n\n单位名称：${ENTITY}\n\n\n单位：万元\n\n`, FULL],
    'institution and unit on one line, blanks between': [
      `${TITLE}\n部门名称：${ENTITY}        单位：万元\n`,
      { ...FULL, level: 'department' },
    ],
    'institution and unit on one line, a tab between': [`${TITLE}\n单位名称：${ENTITY}\t单位：万元\n`, FULL],
    'the code of the institution before its name': [`${TITLE}\n单位名称：607_${ENTITY}\n单位：万元\n`, FULL],
    'a code in brackets': [`${TITLE}\n单位名称：[607001]${ENTITY}\n单位：万元\n`, FULL],
    'a name that begins with a number': [
      `${TITLE}\n单位名称：120急救中心\n单位：万元\n`,
      { ...FULL, entity: '120急救中心' },
    ],
    'unit behind the title': [`${TITLE}    单位：元\n`, { title: TITLE, unit: '元' }],
    'half-width colons, other words': [
      `${TITLE}\n编制单位:${ENTITY}\n金额单位:人民币亿元\n`,
      { title: TITLE, unit: '亿元', entity: ENTITY },
    ],
    'a unit cut from its word': [
      `${TITLE}\n单位名称：${ENTITY}\n金额单位：\n千元\n`,
      { title: TITLE, unit: '千元', entity: ENTITY },
    ],
    'a number above': [`预算公开表3\n${TITLE}\n单位名称：${ENTITY}\n单位：万元\n`, { ...FULL, number: '预算公开表3' }],
    'a number in Chinese': [`表三\n${TITLE}\n单位名称：${ENTITY}\n单位：万元\n`, { ...FULL, number: '表三' }],
    'a number cut in two': [`部门公开\n表3\n${TITLE}\n单位：万元\n`, { title: TITLE, number: '表3' }],
    'a number before the title': [`预算公开表3    ${TITLE}\n单位：万元\n`, { title: TITLE, number: '预算公开表3' }],
    'a date beside the institution': [
      `${TITLE}\n填报单位：${ENTITY}（本级）  2023年  单位：万元\n`,
      { title: TITLE, unit: '万元', entity: `${ENTITY}（本级）` },
    ],
    'Markdown and bold': [`## <b>${TITLE}</b>\n单位名称：${ENTITY}\n单位：万元\n`, FULL],
    'the line that ends in 表 is the title': [`部门收支情况\n${TITLE}\n单位：万元\n`, { title: TITLE }],
    'a continued table': [`${TITLE}（续）\n单位：万元\n`, { title: `${TITLE}（续）` }],
    'a sentence above is none': [`以下为支出情况。\n${TITLE}\n单位：万元\n`, { title: TITLE }],
    'in the first rows of the table itself': [`${TITLE}\t\t\t\t\n单位名称：${ENTITY}\t\t\t\t单位：万元\n`, FULL],
  };
  for (const [name, [above, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const { statement, entity, level } = caption(above);
      const found: Wanted = { title: statement.title, number: statement.number, unit: statement.unit, entity, level };
      for (const key of Object.keys(wanted) as (keyof Wanted)[]) assert.equal(found[key], wanted[key], key);
    });
  }

  it('a table without a title has a number for a name', () => {
    assert.match(caption('').statement.title, /第1个表格/);
  });

  it('the place of the title is said', () => {
    const { titlePlace } = caption(`\n${TITLE}\n单位：万元\n`).statement;
    assert.deepEqual(titlePlace, { line: 2, column: 1, length: TITLE.length });
  });

  it('what a title says holds for every figure of the table', () => {
    const { key } = statementOf(`2023年一般公共预算项目支出表（不含上年结转）\n${TABLE}`);
    assert.deepEqual(key, { fund: 'general', nature: 'project', vintage: 'current', flow: 'expenditure' });
  });

  it('a caption belongs to the table below it, not to the next one', () => {
    const { statements } = read(`${TITLE}\n单位：元\n${TABLE}\n第二张。\n${TABLE}`);
    assert.deepEqual(
      statements.map(({ title, unit }) => [title === TITLE, unit]),
      [
        [true, '元'],
        [false, '元'],
      ],
    );
  });
});

describe('notes under a table', () => {
  it('are kept with it', () => {
    const { notes } = statementOf(`${TITLE}\n${TABLE}\n注：按四舍五入填列\n说明：无\n这是别的话。`);
    assert.deepEqual(
      notes.map(({ text }) => text),
      ['注：按四舍五入填列', '说明：无'],
    );
  });

  it('also in a row of the table', () => {
    const { notes, blocks } = statementOf(`${TITLE}\n${TABLE}\n注：本表无其他数据\t\t\t\t\n`);
    assert.deepEqual(
      notes.map(({ text }) => text),
      ['注：本表无其他数据'],
    );
    assert.equal(blocks[0]!.rows.length, 1);
  });
});
