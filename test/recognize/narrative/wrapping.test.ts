import assert from 'node:assert/strict';
import { readText } from '../../../src/ingest';
import { recognize } from '../../../src/recognize';

const PARAGRAPHS = [
  '青石市档案馆2024年度单位决算',
  '第三部分 2024年度单位决算情况说明',
  '一、支出决算情况说明',
  '2024年度支出合计640.00万元，其中：基本支出440.00万元，占68.75%；项目支出200.00万元，占31.25%。与2023年度相比，支出合计增加40.00万元，增长6.67%，主要原因是人员增加。',
  '1、一般公共服务支出（类）档案事务（款）行政运行（项）300.00万元，主要用于机关运行。年初预算为290.00万元，支出决算为300.00万元。决算数大于预算数的主要原因：人员增加。',
  '2、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）50.00万元，主要用于：养老保险缴费。年初预算为52.00万元，支出决算为50.00万元。决算数小于预算数的主要原因：按实缴纳。',
  '3、住房保障支出（类）住房改革支出（款）住房公积金（项）40.00万元，主要用于：住房公积金。年初预算为40.00万元，支出决算为40.00万元。决算数等于预算数。',
];

function wrapped(width: number): string {
  return PARAGRAPHS.flatMap((text) => text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
}

function figures(text: string): string[] {
  const { narrative } = recognize(readText('text', `${text}\n`));
  return narrative!.figures.map(({ role, amount, unit, items }) => `${role} ${amount.raw}${unit} ${items.join()}`);
}

describe('a document that is broken at the width of a page', () => {
  const whole = figures(PARAGRAPHS.join('\n'));
  it('says what it says in whole paragraphs', () => assert.ok(whole.length > 15));
  for (const width of [24, 29, 33, 36, 39, 42])
    it(`of ${width} characters says the same`, () => assert.deepEqual(figures(wrapped(width)), whole));
});
