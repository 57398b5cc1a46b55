import assert from 'node:assert/strict';
import type { Profile } from '../../src/model/disclosure';
import { read, rows } from './read';

const TABLE = rows('科目编码|科目名称|合计|基本支出|项目支出', '201|一般公共服务支出|3.00|1.00|2.00');

function profile(text: string): Profile {
  return read(text).profile;
}

describe('who discloses what for which year', () => {
  const cases: Readonly<Record<string, readonly [text: string, wanted: Partial<Profile>]>> = {
    'captions name the institution': [
      `2024年预算支出总表\n部门名称：澄溪县民政局\n单位：元\n${TABLE}`,
      { entity: '澄溪县民政局', level: 'department', year: 2024, unit: '元', kind: 'budget', family: 'generic' },
    ],
    'the cover names it, on a line of its own': [
      `澄溪县民政局\n2023年度单位预算公开\n\n预算支出总表\n单位：万元\n${TABLE}`,
      { entity: '澄溪县民政局', level: 'unit', year: 2023, kind: 'budget' },
    ],
    'the cover names it before the year': [
      `澄溪县民政局2023年部门预算\n\n预算支出总表\n${TABLE}`,
      { entity: '澄溪县民政局', level: 'department', year: 2023 },
    ],
    'the cover names it behind 预算单位': [
      `2024年单位预算\n\n预算单位：澄溪县民政局\n\n2024年预算支出总表\n单位：元\n${TABLE}`,
      { entity: '澄溪县民政局', level: 'unit', year: 2024 },
    ],
    'the heads name the unit, nearer than the caption': [
      `2024年预算支出总表\n单位：万元\n${TABLE.replace('合计\t基本支出\t项目支出', '合计（元）\t基本支出（元）\t项目支出(元)')}`,
      { unit: '元' },
    ],
    'one head over all columns names it too': [
      `2024年预算支出总表\n${rows('科目编码|科目名称|预算数（单位：千元）||', '||合计|基本支出|项目支出', '201|一般公共服务支出|3.00|1.00|2.00')}`,
      { unit: '千元' },
    ],
    'heads that name two units do not': [
      `2024年预算支出总表\n${TABLE.replace('合计\t基本支出', '合计（元）\t基本支出（亿元）')}`,
      { unit: '万元' },
    ],
    'the year of the tables counts more than the cover’s': [
      `澄溪县民政局\n2022年部门预算公开\n\n2023年预算支出总表\n${TABLE}`,
      { year: 2023 },
    ],
    'final accounts are told by their titles': [`2023年支出决算总表\n${TABLE}`, { kind: 'final' }],
    'the commonest spelling of a name counts': [
      [
        `2023年支出总表\n单位名称：澄溪县民政局\n${TABLE}`,
        `2023年支出表\n单位名称：澄溪县民政\n${TABLE}`,
        `2023年支出总表\n单位名称：澄溪县民政局\n${TABLE}`,
      ].join('\n\n。\n'),
      { entity: '澄溪县民政局' },
    ],
    'a name in two lines of the cover, as the document has it elsewhere': [
      `澄溪县\n档案和史志局\n2023年部门预算\n\n第一部分 澄溪县档案和史志局概况\n预算支出总表\n${TABLE}`,
      { entity: '澄溪县档案和史志局' },
    ],
    'a name that goes on below that of its superior': [
      `澄溪县民政局\n社会福利院\n2023年单位预算\n\n澄溪县民政局社会福利院是事业单位。\n预算支出总表\n${TABLE}`,
      { entity: '澄溪县民政局社会福利院' },
    ],
    'lines of a cover that nothing joins stay apart': [
      `某某市文件\n澄溪县民政局\n2023年部门预算\n\n第一部分 澄溪县民政局概况\n预算支出总表\n${TABLE}`,
      { entity: '澄溪县民政局' },
    ],
    'the title of a form names no institution': [
      `一般公共预算支出决算表\n单位：万元\n${TABLE}`,
      { entity: '', kind: 'final' },
    ],
    'a sentence that names the institution, where nothing else does': [
      `澄溪县某某中心属于澄溪县民政局下属的二级预算单位。\n2023年预算支出总表\n${TABLE}`,
      { entity: '澄溪县某某中心' },
    ],
    'no year, no name, no unit: said so': [TABLE, { year: null, entity: '', unit: '万元' }],
  };
  for (const [name, [text, wanted]] of Object.entries(cases)) {
    it(name, () => {
      const found = profile(text);
      for (const key of Object.keys(wanted) as (keyof Profile)[]) assert.equal(found[key], wanted[key], key);
    });
  }

  for (const line of [
    '单位：万元',
    '金额单位：人民币亿元',
    '前面有一句很长的话，没有名称。',
    '第一部分 单位概况',
    '一、职能简介',
    '（一）主要职能',
    '部门收支总表',
    '长'.repeat(100_000),
    '',
  ]) {
    it(`${line.slice(0, 20) || '（空）'} is no name`, () =>
      assert.equal(profile(`${line}\n2023年预算支出总表\n${TABLE}`).entity, ''));
  }
});
