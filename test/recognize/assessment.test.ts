import assert from 'node:assert/strict';
import { checkText, resultOf } from '../../src';
import type { AttachmentFunds } from '../../src/model/attachment';

const TEXT = [
  '云岭县档案馆',
  '2023年度单位决算',
  '第二部分 2023年度单位决算情况说明',
  '三、支出决算情况说明',
  '2023年度本年支出合计315.00万元，其中：基本支出205.00万元，项目支出110.00万元。',
  '第四部分 附件',
].join('\n');

/** 预算数 and 执行数 side by side, one cell a line. */
const PAIRS = [
  '\t2023年部门预算项目绩效目标自评',
  '档案数字化项目',
  '\t',
  '\t实施单位',
  '\t云岭县档案馆',
  '\t项目预算执行情况（万元）',
  '\t 预算数：',
  '\t112.00',
  '\t 执行数：',
  '\t110.00',
  '\t其中：',
  '财政拨款',
  '\t100.00',
  '\t其中：',
  '财政拨款',
  '\t98.00',
  '\t其他资金',
  '\t12.00',
  '\t其他资金',
  '\t12.00',
  '\t年度总体目标',
  '\t投入 9.00 万元',
];

const HEADS = ['年度预算数（万元）', '年初预算', '调整后预算数', '预算执行数', '预算执行率', '权重', '得分'];
const ROWS = [
  ['总额', '96.00', '112.00', '110.00', '98.21%', '10', ''],
  ['其中：财政资金', '96.00', '100.00', '98.00', '98.00%', '/', '/'],
  ['财政专户管理资金', '0.00', '0.00', '0.00', '0.00%', '/', '/'],
  ['单位资金', '0.00', '12.00', '12.00', '100.00%', '/', '/'],
  ['其他资金', '', '', '', '', '/', '/'],
];
const TOP = [
  '部门预算项目支出绩效自评表（2023年度）',
  '项目名称',
  '51T01-档案数字化项目',
  '主管部门',
  '云岭县档案局',
  '实施单位',
  '云岭县档案馆',
  '预算执行情况（10分）',
];

const PRINTS: Readonly<Record<string, string>> = {
  'a cell a line': [...TOP, ...HEADS, ...ROWS.flat(), '一级指标'].join(' |\n'),
  'a row a line': [...TOP, HEADS.join(' | '), ...ROWS.map((row) => row.join(' | ')), '一级指标'].join('\n'),
  'a table': [
    TOP[0],
    `项目名称\t${TOP[2]!}`,
    `主管部门\t${TOP[4]!}\t实施单位\t${TOP[6]!}`,
    [TOP[7], ...HEADS].join('\t'),
    ...ROWS.map((row) => row.join('\t')),
    '绩效指标\t一级指标',
  ].join('\n'),
  'all run together': `${TOP[0]!}\n${[...TOP.slice(1), ...HEADS, ...ROWS.flat()].join('')}一级指标`,
};

function numbers(funds: AttachmentFunds | undefined): string {
  return funds ? [funds.total, ...funds.sources].map(({ amount }) => amount.raw).join(' ') : '';
}

describe('自评表 in broken cells', () => {
  it('预算数 and 执行数 side by side', () => {
    const [form] = checkText('a.txt', `${TEXT}\n${PAIRS.join('\n')}`).disclosure.attachments!;
    assert.deepEqual(
      [numbers(form?.term), numbers(form?.annual), form?.name.amount.raw, form?.unit],
      ['112.00 100.00 12.00', '110.00 98.00 12.00', '档案数字化项目', '云岭县档案馆'],
    );
  });

  for (const [name, text] of Object.entries(PRINTS))
    it(`a row a source, printed as ${name}`, () => {
      const forms = checkText('a.txt', `${TEXT}\n${text}`).disclosure.attachments!;
      assert.equal(forms.length, 1);
      const [form] = forms;
      assert.deepEqual(
        [numbers(form?.initial), numbers(form?.term), numbers(form?.annual)],
        ['96.00 96.00 0.00 0.00', '112.00 100.00 0.00 12.00', '110.00 98.00 0.00 12.00'],
      );
      assert.deepEqual(
        form?.rates?.map(({ rate }) => rate.amount.raw),
        ['98.21', '98.00', '100.00'],
      );
    });

  it('is clean when it agrees with itself and the text, and every figure of it is tied', () => {
    for (const text of [PAIRS.join('\n'), PRINTS['a row a line']!]) {
      const { findings, coverage } = resultOf(checkText('a.txt', `${TEXT}\n${text}`));
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
        [],
      );
      assert.equal(coverage.attachment!.checked, coverage.attachment!.figures);
    }
  });

  const slips: Readonly<Record<string, readonly [text: string, from: string, to: string]>> = {
    'a total': [PAIRS.join('\n'), '\t112.00', '\t121.00'],
    'a source': [PAIRS.join('\n'), '\t98.00', '\t89.00'],
    'a rate': [PRINTS['a row a line']!, '98.21%', '92.81%'],
    'more spent than there was': [
      PAIRS.join('\n').replace('\t112.00', '\t102.00').replace('\t100.00', '\t90.00'),
      '\t102.00',
      '\t102.00',
    ],
  };
  for (const [name, [text, from, to]] of Object.entries(slips))
    it(`${name}: found`, () => {
      const { findings } = resultOf(checkText('a.txt', `${TEXT}\n${text.replace(from, to)}`));
      assert.ok(
        findings.some(({ severity, refs }) => severity !== 'info' && refs.some(({ place }) => place === 'attachment')),
      );
    });
});
