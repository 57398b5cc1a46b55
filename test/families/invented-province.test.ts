import assert from 'node:assert/strict';
import { FAMILIES } from '../../src/families';
import { amount, classRows, natures, sourceRows } from '../../src/families/parts';
import { readText } from '../../src/ingest';
import type { Family } from '../../src/model/form';
import { recognize } from '../../src/recognize';
import { reconcile } from '../../src/reconcile';
import { planWorkbook } from '../../src/workbook';

/*
 * A province that does not exist, added by following docs/新增模板.md and nothing else.
 */

const YUNZHOU: Family = {
  id: 'yunzhou-budget',
  name: '云州 部门预算公开',
  kind: 'budget',
  numberFormat: '附表{N}',
  entityWord: { unit: '填报单位', department: '填报部门' },
  unitWord: '金额单位',
  forms: [
    {
      id: 'summary',
      sheet: '收支预算总体情况表',
      number: 1,
      title: '{year}年{level}收支预算总体情况表',
      signature: { all: [['收支预算总体情况表']], none: ['财政拨款'] },
      key: {},
      orientation: 'portrait',
      required: true,
      blocks: [
        {
          key: { flow: 'income' },
          columns: [{ role: 'name', heading: ['收入项目'], width: 30 }, amount(['预算金额'], {})],
          rows: {
            kind: 'fixed',
            body: sourceRows(
              [
                ['一般公共预算拨款收入', 'general'],
                ['事业收入', 'own:business'],
              ],
              'current',
            ),
            foot: [{ label: '收入合计', key: { item: 'total' }, role: 'total' }],
          },
        },
        {
          key: { flow: 'expenditure' },
          columns: [{ role: 'name', heading: ['支出项目'], width: 30 }, amount(['预算金额'], {})],
          rows: {
            kind: 'fixed',
            body: classRows(['205', '208', '221']),
            foot: [{ label: '支出合计', key: { item: 'total' }, role: 'total' }],
          },
        },
      ],
    },
    {
      id: 'expenditure',
      sheet: '支出预算明细表',
      number: 2,
      title: '{year}年{level}支出预算明细表',
      signature: { all: [['支出预算明细表']] },
      key: {},
      orientation: 'portrait',
      required: true,
      blocks: [
        {
          key: { flow: 'expenditure' },
          columns: [
            { role: 'code', heading: ['功能科目代码'], width: 12 },
            { role: 'name', heading: ['功能科目名称'], width: 36 },
            ...natures([], '总计'),
          ],
          rows: { kind: 'open', total: { label: '总计', key: {}, role: 'total' } },
        },
      ],
    },
    {
      id: 'general-expenditure',
      sheet: '一般公共预算支出明细表',
      number: 3,
      title: '{year}年{level}一般公共预算支出明细表',
      signature: { all: [['一般公共预算支出明细表']] },
      key: { fund: 'general' },
      orientation: 'portrait',
      required: true,
      blocks: [
        {
          key: { flow: 'expenditure' },
          columns: [
            { role: 'code', heading: ['功能科目代码'], width: 12 },
            { role: 'name', heading: ['功能科目名称'], width: 36 },
            ...natures([], '总计'),
          ],
          rows: { kind: 'open', total: { label: '总计', key: {}, role: 'total' } },
        },
      ],
    },
  ],
};

const TEXT = `云州第一实验小学
2025年单位预算公开

附表1
2025年单位收支预算总体情况表
填报单位：云州第一实验小学    金额单位：万元
收入项目\t预算金额\t支出项目\t预算金额
一、一般公共预算拨款收入\t812.40\t一、教育支出\t700.00
二、事业收入\t36.60\t二、社会保障和就业支出\t89.00
\t\t三、住房保障支出\t60.00
收入合计\t849.00\t支出合计\t849.00

附表2
2025年单位支出预算明细表
填报单位：云州第一实验小学    金额单位：万元
功能科目代码\t功能科目名称\t总计\t基本支出\t项目支出
205\t教育支出\t700.00\t640.00\t60.00
20502\t普通教育\t700.00\t640.00\t60.00
2050202\t小学教育\t700.00\t640.00\t60.00
208\t社会保障和就业支出\t89.00\t89.00\t
20805\t行政事业单位养老支出\t89.00\t89.00\t
2080505\t机关事业单位基本养老保险缴费支出\t89.00\t89.00\t
221\t住房保障支出\t60.00\t60.00\t
22102\t住房改革支出\t60.00\t60.00\t
2210201\t住房公积金\t60.00\t60.00\t
总计\t\t849.00\t789.00\t60.00

附表3
2025年单位一般公共预算支出明细表
填报单位：云州第一实验小学    金额单位：万元
功能科目代码\t功能科目名称\t总计\t基本支出\t项目支出
205\t教育支出\t663.40\t603.40\t60.00
20502\t普通教育\t663.40\t603.40\t60.00
2050202\t小学教育\t663.40\t603.40\t60.00
208\t社会保障和就业支出\t89.00\t89.00\t
20805\t行政事业单位养老支出\t89.00\t89.00\t
2080505\t机关事业单位基本养老保险缴费支出\t89.00\t89.00\t
221\t住房保障支出\t60.00\t60.00\t
22102\t住房改革支出\t60.00\t60.00\t
2210201\t住房公积金\t60.00\t60.00\t
总计\t\t812.40\t752.40\t60.00
`;

const FAMILIES_AND_ONE = [...FAMILIES, YUNZHOU];

describe('a province added as data alone', () => {
  const disclosure = recognize(readText('yunzhou.txt', TEXT), FAMILIES_AND_ONE);

  it('is told from the others by its titles and columns', () => {
    assert.equal(disclosure.profile.family, 'yunzhou-budget');
    assert.deepEqual(
      disclosure.statements.map(({ id }) => id),
      ['summary', 'expenditure', 'general-expenditure'],
    );
    assert.deepEqual(disclosure.missing, []);
    assert.deepEqual(
      [disclosure.profile.entity, disclosure.profile.year, disclosure.profile.level],
      ['云州第一实验小学', 2025, 'unit'],
    );
  });

  it('is checked like any other: every figure tied, nothing wrong', () => {
    const { findings, tableCoverage } = reconcile(disclosure);
    assert.deepEqual(
      findings.map(({ message }) => message),
      [],
    );
    assert.equal(tableCoverage.checked, tableCoverage.figures);
  });

  it('a slip between two of its forms is named', () => {
    const altered = TEXT.replace('收入合计\t849.00\t支出合计\t849.00', '收入合计\t849.00\t支出合计\t894.00');
    const { findings } = reconcile(recognize(readText('yunzhou.txt', altered), FAMILIES_AND_ONE));
    assert.equal(findings[0]?.severity, 'error');
    assert.equal(findings[0].suspects[0]?.amount.raw, '894.00');
    assert.equal(findings[0].expected, '849.00');
  });

  it('gets its own sheets, head words and numbers', () => {
    const { sheets } = planWorkbook(disclosure, YUNZHOU, reconcile(disclosure));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['收支预算总体情况表', '支出预算明细表', '一般公共预算支出明细表', '核对结果'],
    );
    const texts = sheets[0]!.values.flat().filter((value) => typeof value === 'string');
    assert.ok(texts.includes('填报单位：云州第一实验小学'));
    assert.ok(texts.includes('金额单位：万元'));
    assert.ok(texts.includes('附表1'));
    assert.ok(texts.includes('2025年单位收支预算总体情况表'));
  });

  it('is still read and checked without its template', () => {
    const generic = recognize(readText('yunzhou.txt', TEXT), FAMILIES);
    assert.equal(generic.profile.family, 'generic');
    const { findings, tableCoverage } = reconcile(generic);
    assert.equal(findings.length, 0);
    assert.equal(tableCoverage.checked, tableCoverage.figures);
  });
});
