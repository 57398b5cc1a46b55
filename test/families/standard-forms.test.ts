import assert from 'node:assert/strict';
import { checkText, type JsonDocument, resultOf } from '../../src';
import { rows } from '../recognize/read';

/*
 * 财政部's forms of final accounts are those of several provinces: they are laid out as such, and the document is called
 * one of a province only where it names a place there or prints a form that no other has.
 */

const table = (title: string, heads: string, ...figures: readonly string[]): string =>
  `${title}\n单位：万元\n${rows(`科目编码|科目名称|${heads}`, ...['213|农林水支出', '|合计'].map((row) => `${row}|${figures.join('|')}`))}`;

const FORMS = [
  table(
    '收入决算表',
    '本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
    '18.00',
    '18.00',
    '',
    '',
    '',
    '',
    '',
  ),
  table(
    '支出决算表',
    '本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出',
    '18.00',
    '14.00',
    '4.00',
    '',
    '',
    '',
  ),
  table('一般公共预算财政拨款支出决算表', '小计|基本支出|项目支出', '18.00', '14.00', '4.00'),
  table('国有资本经营预算财政拨款支出决算表', '合计|基本支出|项目支出', '0.00', '0.00', '0.00'),
];
const STATISTICS = `部门决算公开相关信息统计表\n单位：万元\n${rows('项目|统计数', '一、政府采购情况', '（一）政府采购支出合计|5.00')}`;

function result(entity: string, ...more: readonly string[]): JsonDocument {
  return resultOf(checkText('a.txt', [`${entity}2024年部门决算`, ...FORMS, ...more].join('\n\n')));
}

describe('standard forms of final accounts', () => {
  it('elsewhere: laid out as the forms they are, of no family, nothing missing', () => {
    const { profile, tables, missing } = result('青石县水利局');
    assert.equal(profile.family, 'generic');
    assert.ok(!('shared' in profile));
    assert.deepEqual(
      tables.map(({ id }) => id),
      ['income', 'expenditure', 'general-expenditure', 'capital'],
    );
    assert.deepEqual(missing, []);
  });

  it('a place or a form of its own tells the province', () => {
    assert.equal(result('吕梁市水利局').profile.family, 'shanxi-final');
    assert.notDeepEqual(result('吕梁市水利局').missing, []);
    assert.equal(result('青石县水利局', STATISTICS).profile.family, 'shanxi-final');
  });
});
