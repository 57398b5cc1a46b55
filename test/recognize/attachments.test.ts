import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { readHtml } from '../../src/ingest/html';
import type { AttachmentFunds } from '../../src/model/attachment';
import { recognize } from '../../src/recognize';
import { read, rows } from './read';

/* The form of a project: its money for the whole term and for the year, and what the explanation says of it. */

const PLAN = '2026年度预算安排120.00万元，用于库房改造。';
const MONEY = [
  '项目资金（元）||项目资金总额||3,000,000.00|年度资金申请总额||1,200,000.00',
  '||其中：财政资金||3,000,000.00|其中：当年财政拨款||1,100,000.00',
  '|||||上年结转资金||100,000.00',
  '||其他资金||0.00|其他资金||0.00',
];

function form(...money: readonly string[]): string {
  return rows(
    '项目名称||库房改造||项目性质|阶段性项目|项目类别|特定目标类',
    '主管部门||青石市档案馆||实施单位|青石市档案馆||',
    '计划开始日期||2026-01-01||计划完成日期|2027-12-31||',
    ...money,
    '绩效指标|一级指标|二级指标|三级指标|||年度指标值|',
    '|产出指标|数量指标|完成率|||=100.00(%)|',
  );
}

function documentOf(plan: string, ...money: readonly string[]): string {
  return [
    '青石市档案馆2026年度部门预算',
    '库房改造项目经费情况说明',
    '一、项目概述',
    '用于消防改造。',
    '六、年度预算安排',
    plan,
    '七、绩效目标',
    '详见绩效目标表',
    '财政项目支出绩效目标申报表',
    '（2026年度）',
    form(...money),
  ].join('\n');
}

function said(funds: AttachmentFunds | undefined): string {
  if (!funds) return '';
  const { total, sources } = funds;
  return `${total.amount.raw}${total.unit} = ${sources.map(({ amount }) => amount.raw).join(' + ')}`;
}

function found(text: string): string[] {
  return checkText('样例', text)
    .reconciliation.findings.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message.replace(/《财政项目支出绩效目标申报表》|“六、年度预算安排”/g, ''));
}

describe('the form of a project', () => {
  const moneyOf = (...money: readonly string[]): string[] => {
    const [attachment] = read(documentOf(PLAN, ...money)).attachments!;
    return [said(attachment!.term), said(attachment!.annual)];
  };

  it('the left half is of the whole term, the right half of the year', () => {
    const [attachment] = read(documentOf(PLAN, ...MONEY)).attachments!;
    assert.equal(attachment!.title, '财政项目支出绩效目标申报表');
    assert.equal(attachment!.year, 2026);
    assert.deepEqual(
      [said(attachment!.term), said(attachment!.annual)],
      ['3,000,000.00元 = 3,000,000.00 + 0.00', '1,200,000.00元 = 1,100,000.00 + 100,000.00 + 0.00'],
    );
  });

  it('a row with one pair is of the side that it names, or under which it stands', () => {
    const totals = '项目资金（万元）|实施期资金总额：|300.00|年度资金总额：|120.00';
    assert.deepEqual(moneyOf(totals, '|上年结转：|20.00|', '|||其他资金|100.00'), [
      '300.00万元 = ',
      '120.00万元 = 20.00 + 100.00',
    ]);
    assert.deepEqual(moneyOf(totals, '|其他资金|300.00||', '|||财政拨款|120.00'), [
      '300.00万元 = 300.00',
      '120.00万元 = 120.00',
    ]);
  });

  it('the money of one year alone is read as such a form has it', () => {
    assert.deepEqual(
      moneyOf('项目资金（元）|年度资金总额|1,200,000.00', '|其中：财政拨款|1,200,000.00', '|其他资金|0.00'),
      ['1,200,000.00元 = 1,200,000.00 + 0.00', ''],
    );
  });

  it('merged cells count as many columns as they cover', () => {
    const html = `<p>财政项目支出绩效目标申报表</p><table>
      <tr><td colspan=2>项目名称</td><td colspan=4>库房改造</td></tr>
      <tr><td colspan=2>主管部门</td><td colspan=4>青石市档案馆</td></tr>
      <tr><td rowspan=2>项目资金（元）</td><td>项目资金总额</td><td>3.00</td><td>年度资金总额</td><td colspan=2>1.00</td></tr>
      <tr><td colspan=2></td><td>其他资金</td><td colspan=2>1.00</td></tr></table>`;
    const [attachment] = recognize(readHtml('样例', html)).attachments!;
    assert.deepEqual([said(attachment!.term), said(attachment!.annual)], ['3.00元 = ', '1.00元 = 1.00']);
  });
});

describe('the money of a project', () => {
  it('adds up on either side', () => {
    assert.deepEqual(found(documentOf(PLAN, ...MONEY)), []);
    const short = MONEY.map((row) => row.replace('|100,000.00', '|50,000.00'));
    const [message, ...others] = found(documentOf(PLAN, ...short));
    assert.match(
      message!,
      /年度资金申请总额 1,200,000\.00 ≠ .*1,100,000\.00 \+ .*50,000\.00 = 1150000\.00，差 50000\.00/,
    );
    assert.deepEqual(others, []);
  });

  it('is what the explanation says of the year, in its words', () => {
    for (const plan of [
      '2026年度项目总预算130.00万元，其中消防改造130.00万元。',
      '本年度预算安排130.00万元。',
      '本项目2026年安排预算130.00万元。',
    ])
      assert.match(found(documentOf(plan, ...MONEY)).join(), / 130\.00 ≠ .*1,200,000\.00元 = 120\.00，差 10\.00/, plan);
    assert.deepEqual(found(documentOf('2026年度预算安排120万元。', ...MONEY)), []);
  });

  it('is not that of the whole term, which may be told before', () => {
    for (const year of ['120.00', '130.00']) {
      const messages = found(documentOf(`项目总预算300.00万元，其中2026年度预算安排${year}万元。`, ...MONEY));
      assert.equal(messages.length, year === '120.00' ? 0 : 1, messages.join());
    }
  });

  it('is not that of another project, nor of another part of the explanation', () => {
    const text = documentOf('2026年度预算安排130.00万元。', ...MONEY);
    assert.deepEqual(found(text.replace('库房改造项目经费', '设备更新项目经费')), []);
    assert.deepEqual(found(text.replace('六、年度预算安排', '六、以前年度投入')), []);
  });
});
