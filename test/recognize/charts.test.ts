import assert from 'node:assert/strict';
import { checkText, resultOf } from '../../src';
import { CHARTS, listOf, LISTED, sichuanText } from '../families/sichuan-text';

type Point = readonly [label: string, year: number | null, raw: string];

function charts(text: string): (readonly [title: string, ...points: Point[]])[] {
  return (checkText('a.txt', text).disclosure.charts ?? []).map(({ title, points }) => [
    title,
    ...points.map(({ label, year, figure }): Point => [label, year, figure.amount.raw]),
  ]);
}

const withCharts = (...lines: readonly string[]): string => sichuanText({}, listOf(LISTED), lines.join('\n'));

describe('data of charts', () => {
  const cases: Readonly<Record<string, readonly [readonly string[], ReturnType<typeof charts>]>> = {
    'labels and as many numbers in one line': [
      ['支出决算结构图\t', '基本支出\t项目支出\t205.00\t110.00\t'],
      [['支出决算结构图', ['基本支出', null, '205.00'], ['项目支出', null, '110.00']]],
    ],
    'labels in one line, numbers in the next': [
      ['支出决算结构图\t', '基本支出\t项目支出', '205.00\t110.00'],
      [['支出决算结构图', ['基本支出', null, '205.00'], ['项目支出', null, '110.00']]],
    ],
    'the index of a series is no figure, and its name no label': [
      [
        '收、支决算总计变动情况',
        '2022年\t2023年\t1\t收、支总计\t',
        '2022年\t2023年\t280.00\t320.00\t2022年\t2023年\t1\t',
      ],
      [['收、支决算总计变动情况', ['2022年', 2022, '280.00'], ['2023年', 2023, '320.00']]],
    ],
    'labels that name year and money need no caption': [
      ['2022一般公共预算财政拨款支出\t2023一般公共预算财政拨款支出\t280.00\t315.00\t'],
      [['', ['2022一般公共预算财政拨款支出', 2022, '280.00'], ['2023一般公共预算财政拨款支出', 2023, '315.00']]],
    ],
    'more numbers than labels are none': [['支出决算结构图\t', '基本支出\t205.00\t110.00\t'], []],
    'a table is no chart': [['支出决算结构情况表', '项目\t金额', '基本支出\t205.00', '项目支出\t110.00'], []],
  };
  for (const [name, [lines, wanted]] of Object.entries(cases))
    it(name, () => assert.deepEqual(charts(withCharts(...lines)), wanted));

  it('is no table', () => assert.equal(checkText('a.txt', sichuanText()).disclosure.statements.length, 0));
});

describe('charts against the text', () => {
  const slips: Readonly<Record<string, readonly [string, string, string]>> = {
    'a point of this year': ['320.00\t', '326.00\t', '326.00'],
    'a point of the year before': ['280.00\t', '208.00\t', '208.00'],
    'a slice': ['110.00\t', '101.00\t', '101.00'],
  };
  for (const [name, [from, to, wrong]] of Object.entries(slips))
    it(`${name} that differs is accused`, () => {
      const { findings } = resultOf(checkText('a.txt', sichuanText({}, listOf(LISTED), CHARTS.replace(from, to))));
      const [first] = findings.filter(({ severity }) => severity !== 'info');
      assert.equal(first?.suspects[0]?.value, wrong);
      assert.equal(first.suspects[0].place, 'attachment');
    });

  it('are counted, every point of them', () => {
    assert.deepEqual(resultOf(checkText('a.txt', sichuanText())).coverage.attachment, { figures: 4, checked: 4 });
  });

  it('a chart of all money is not held against that of one fund', () => {
    // The text says nothing of all money the year before.
    const total = '2023年度收、支总计均为330.00万元。';
    const { findings } = resultOf(
      checkText(
        'a.txt',
        sichuanText({ total }, listOf(LISTED), '收、支决算总计变动情况图\t\n2022年\t2023年\t290.00\t330.00\t\n'),
      ),
    );
    assert.deepEqual(
      findings.filter(({ severity, refs }) => severity !== 'info' && refs.some(({ place }) => place === 'attachment')),
      [],
    );
  });
});
