import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { yearOpening, yearSaid } from '../../src/vocabulary/years';
import { read, rows } from './read';

/*
 * Figures of another year stand in a year of their own: held against one another, never against this year's.
 */

const HEADS = '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出';

function table(title: string, ...lines: readonly string[]): string {
  return `${title}\n部门名称：白石县图书馆\n单位：万元\n${rows(...lines)}\n\n`;
}

const OWN = table(
  '2024年预算支出总表',
  HEADS,
  '合计 | | 300.00 | 100.00 | 200.00',
  '207 | 文化旅游体育与传媒支出 | 300.00 | 100.00 | 200.00',
  '20701 | 文化和旅游 | 300.00 | 100.00 | 200.00',
);
const COVER = '白石县图书馆2024年单位预算\n\n';

function lastYear(figure: string): string {
  return table(
    '2023年支出对比表',
    HEADS,
    '合计 | | 280.00 | 90.00 | 190.00',
    `207 | 文化旅游体育与传媒支出 | ${figure} | 90.00 | 190.00`,
    `20701 | 文化和旅游 | ${figure} | 90.00 | 190.00`,
  );
}

function found(text: string): string[] {
  const { reconciliation } = checkText('样例', COVER + text);
  return reconciliation.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
}

function years(text: string): (string | undefined)[] {
  const { facts, statements } = read(COVER + text);
  const last = statements.length - 1;
  return [...new Set(facts.filter(({ statement }) => statement === last).map(({ key }) => key.year))];
}

describe('figures of another year', () => {
  it('a table titled for another year is that year’s and contradicts nothing of this year', () => {
    assert.deepEqual(years(OWN + lastYear('280.00')), ['-1']);
    assert.deepEqual(found(OWN + lastYear('280.00')), []);
  });

  it('it is checked within itself', () => {
    assert.match(found(OWN + lastYear('281.00')).join('\n'), /支出对比表.*281\.00/);
  });

  it('two tables of one other year are held against each other', () => {
    const beside = table(
      '2024年支出变动表',
      '科目编码 | 科目名称 | 2023年预算数 | 2024年预算数',
      '合计 | | 281.00 | 300.00',
      '207 | 文化旅游体育与传媒支出 | 281.00 | 300.00',
    );
    assert.match(found(OWN + lastYear('280.00') + beside).join('\n'), /281\.00 ≠ 《支出对比表》/);
  });

  it('a title copied from last year over this year’s figures is a slip of the title, and the figures are held against this year’s', () => {
    const copied = (total: string): string =>
      table(
        '2023年预算收入总表',
        '科目编码 | 科目名称 | 合计 | 一般公共预算',
        `合计 | | ${total} | ${total}`,
        '207 | 文化旅游体育与传媒支出 | 300.00 | 300.00',
        '20701 | 文化和旅游 | 300.00 | 300.00',
      );
    assert.deepEqual(years(OWN + copied('300.00')), ['']);
    assert.match(found(OWN + copied('310.00')).join('\n'), /310\.00/);
  });

  const heads: readonly (readonly [head: string, year: string])[] = [
    ['2023年决算数', '-1'],
    ['2022年预算数', '-2'],
    ['上年预算数', '-1'],
    ['去年执行数', '-1'],
    ['2024年预算数', ''],
    ['本年预算数', ''],
    ['上年结转', ''],
    ['2023年结转资金', ''],
    ['比2023年增减额', ''],
  ];
  for (const [head, year] of heads)
    it(`a column headed ${head} is of year ${year || '0'}`, () => {
      const text = table(
        '2024年支出情况表',
        `科目编码 | 科目名称 | 合计 | ${head}`,
        '合计 | | 300.00 | 280.00',
        '207 | 文化旅游体育与传媒支出 | 300.00 | 280.00',
      );
      const { facts } = read(COVER + OWN + text);
      assert.equal(facts[facts.length - 1]!.key.year, year);
    });

  it('上年预算数 is not compared with this year’s figures', () => {
    const text = table(
      '2024年支出情况表',
      '科目编码 | 科目名称 | 上年预算数 | 上年决算数',
      '合计 | | 280.00 | 270.00',
      '207 | 文化旅游体育与传媒支出 | 280.00 | 270.00',
    );
    assert.deepEqual(found(OWN + text), []);
  });

  it('sentences about another year are not held against this year’s tables, those about this year are', () => {
    const said = (year: number, total: string): string =>
      `${OWN}第二部分 情况说明\n一、支出预算情况说明\n${year}年，基本支出${total}万元，项目支出200.00万元。\n`;
    assert.deepEqual(found(said(2022, '87.00')), []);
    assert.match(found(said(2024, '87.00')).join('\n'), /87\.00/);
  });
});

describe('years in words', () => {
  const titles: readonly (readonly [string, ReturnType<typeof yearSaid>])[] = [
    ['2023年支出表', { absolute: 2023 }],
    ['2023 年度决算表', { absolute: 2023 }],
    ['上年度预算执行情况表', { offset: -1 }],
    ['2023-2025年项目表', undefined],
    ['2024年与2023年支出对比表', { absolute: 2024 }],
    ['上年末结余', undefined],
    ['支出表', undefined],
  ];
  for (const [title, year] of titles) it(`title ${title}`, () => assert.deepEqual(yearSaid(title), year));

  const clauses: readonly (readonly [string, number | undefined])[] = [
    ['2022年，收入总计', 2022],
    ['其中：2022年度支出', 2022],
    ['2022年12月31日，共有车辆', undefined],
    ['2022年底', undefined],
    ['2022年财政拨款结转', undefined],
    ['比2022年增加', undefined],
  ];
  for (const [clause, year] of clauses) it(`clause ${clause}`, () => assert.equal(yearOpening(clause), year));
});
