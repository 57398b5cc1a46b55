import assert from 'node:assert/strict';
import { brief, read } from './pdf/brief';
import { PAGE_HEIGHT, type PdfPage, type PdfText } from './pdf/write';

/*
 * Tables as programs and people set them: without lines, with shaded rows, with dots for lines; and what is printed
 * over them.
 */

const SIZE = 9;
/** Left ends of text, right ends of figures. */
const COLUMNS = [
  { left: 50, right: 110 },
  { left: 120, right: 260 },
  { left: 270, right: 350 },
  { left: 360, right: 440 },
  { left: 450, right: 530 },
];
const HEADS: readonly (readonly string[])[] = [
  ['项目', '', '本年预算', '', ''],
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
];
const BODY: readonly (readonly string[])[] = [
  ['205', '教育支出', '30.00', '20.00', '10.00'],
  ['208', '社会保障和就业支出', '30.00', '15.00', '15.00'],
  ['210', '卫生健康支出', '', '', ''],
  ['合计', '', '60.00', '35.00', '25.00'],
];
const ROWS = ['项目→2|本年预算→3', ...[...HEADS.slice(1), ...BODY].map((row) => row.join('|'))];

const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? SIZE / 2 : SIZE), 0);

/** The text of the table: heads centred, figures to the right, from a height on, rows 18 pt high. */
function texts(top: number, body = BODY, pitch = 18): PdfText[] {
  const centred = (text: string, from: number, to: number, y: number): PdfText => ({
    x: (COLUMNS[from]!.left + COLUMNS[to]!.right - widthOf(text)) / 2,
    y,
    text,
    size: SIZE,
  });
  const heads = [
    centred('项目', 0, 1, top),
    centred('本年预算', 2, 4, top),
    ...HEADS[1]!.map((text, at) => centred(text, at, at, top + pitch)),
  ];
  const cells = body.flatMap((row, at) =>
    row.map((text, column): PdfText => ({
      x: column < 2 ? COLUMNS[column]!.left : COLUMNS[column]!.right - widthOf(text),
      y: top + pitch * (at + 2),
      text,
      size: SIZE,
    })),
  );
  return [...heads, ...cells.filter(({ text }) => text !== '')];
}

/** A filled rectangle from the upper left corner. */
const fill = (x: number, y: number, width: number, height: number, gray = 0.9): string =>
  `${gray} g ${x} ${PAGE_HEIGHT - y - height} ${width} ${height} re f 0 g`;

const caption: PdfText[] = [
  { x: 220, y: 80, text: '2024年支出预算表', size: 14 },
  { x: 470, y: 100, text: '单位：万元', size: SIZE },
];

describe('PDF files: tables without lines', () => {
  const looks: Readonly<Record<string, PdfPage>> = {
    'three lines': { lines: [112, 148, 238].map((y) => [45, y, 535, y] as const) },
    'nothing at all': {},
    'rows shaded by turns': { before: [0, 2, 4].map((row) => fill(45, 112 + 18 * row, 490, 18)).join('\n') },
    'a frame and lines between columns': {
      lines: [
        ...[112, 130, 148, 238].map((y) => [45, y, 535, y] as const),
        ...[45, 535, 265].map((x) => [x, 112, x, 238] as const),
        ...[115, 355, 445].map((x) => [x, 130, x, 238] as const),
      ],
    },
  };
  for (const [name, look] of Object.entries(looks))
    it(name, async () =>
      assert.deepEqual(brief(await read({ ...look, texts: [...caption, ...texts(125)] })).at(-1), ROWS),
    );

  it('a label of two lines is one, its figures centred beside it or against its first line', async () => {
    const body = BODY.map((row) => row.map((text) => (text === '社会保障和就业支出' ? '' : text)));
    for (const beside of [0, 6]) {
      const label = [
        { x: 120, y: 197 - beside, text: '社会保障', size: SIZE },
        { x: 120, y: 209 - beside, text: '和就业支出', size: SIZE },
      ];
      const page = { texts: [...caption, ...texts(125, body, 24), ...label] };
      assert.deepEqual(brief(await read(page)).at(-1), ROWS);
    }
  });

  it('marks of nothing belong to the column of the figures that they stand beside', async () => {
    const body = BODY.map((row) => row.map((text) => (text === '10.00' || text === '15.00' ? '—' : text)));
    const marked = texts(125, body).map((text) => (text.text === '—' ? { ...text, x: text.x - 45 } : text));
    assert.deepEqual(brief(await read({ texts: [...caption, ...marked] })).at(-1), [
      ...ROWS.slice(0, 2),
      ...body.map((row) => row.join('|')),
    ]);
  });

  it('that columns were told by their text is said', async () => {
    const messages = (
      await read(
        { texts: [{ x: 60, y: 100, text: '说明' }] },
        { texts: [...caption, ...texts(125)] },
        looks['a frame and lines between columns']!,
      )
    ).messages;
    assert.deepEqual(messages, [
      { severity: 'info', text: '第 2 页的表没有竖线，各栏按文字的位置分开，结论请对照原件', place: { page: 2 } },
    ]);
  });

  it('a blank column is known by its head', async () => {
    const body = BODY.map((row) => [...row.slice(0, 3), '', row[4]!]);
    assert.deepEqual(brief(await read({ texts: [...caption, ...texts(125, body)] })).at(-1), [
      ...ROWS.slice(0, 2),
      ...body.map((row) => row.join('|')),
    ]);
  });

  it('goes on over a page, with its heads printed again or without', async () => {
    const more = [
      ['212', '城乡社区支出', '1,000.00', '', '1,000.00'],
      ['221', '住房保障支出', '9.00', '9.00', ''],
    ];
    const expected = [...ROWS, ...more.map((row) => row.join('|'))];
    const first = { texts: [...caption, ...texts(125)] };
    assert.deepEqual(brief(await read(first, { texts: texts(60, more) })).at(-1), expected);
    assert.deepEqual(brief(await read(first, { texts: texts(60, more).slice(7) })).at(-1), expected);
  });

  it('a paragraph with figures is no table', async () => {
    const lines = ['收入总计 60.00 万元，增加 5.00 万元。', '支出总计 60.00 万元，比上年执行数增加 5.00 万元。'];
    assert.deepEqual(
      brief(await read({ texts: lines.map((text, at) => ({ x: 60, y: 100 + 20 * at, text, size: SIZE })) })),
      lines.map((text) => text.replaceAll(' ', '')),
    );
  });
});

describe('PDF files: lines that are none to the file', () => {
  const cells = [
    ['项目', '本年', '上年'],
    ['甲', '1.00', '2.00'],
    ['合计', '1.00', '2.00'],
  ];
  const inCells: PdfText[] = cells.flatMap((row, r) =>
    row.map((text, c) => ({ x: 55 + 100 * c, y: 114 + 20 * r, text, size: SIZE })),
  );
  const expected = [cells.map((row) => row.join('|'))];

  it('rows of dots', async () => {
    const dots = [
      ...[0, 1, 2, 3].flatMap((row) => Array.from({ length: 100 }, (_, at) => [50 + 3 * at, 100 + 20 * row])),
      ...[0, 1, 2, 3].flatMap((column) => Array.from({ length: 20 }, (_, at) => [50 + 100 * column, 100 + 3 * at])),
    ];
    assert.deepEqual(
      brief(await read({ texts: inCells, before: dots.map(([x, y]) => fill(x!, y!, 1, 1, 0)).join('\n') })),
      expected,
    );
  });

  it('the ground of the table between the grounds of its cells', async () => {
    const grounds = cells.flatMap((row, r) => row.map((_, c) => fill(51 + 100 * c, 101 + 20 * r, 99, 19, 1)));
    assert.deepEqual(
      brief(await read({ texts: inCells, before: [fill(50, 100, 301, 61, 0), ...grounds].join('\n') })),
      expected,
    );
  });

  it('a box for every cell, set apart by a gap', async () => {
    const boxes = cells.flatMap((row, r) =>
      row.flatMap((_, c): [number, number, number, number][] => {
        const [x, y] = [52 + 100 * c, 102 + 20 * r];
        return [
          [x, y, x + 96.2, y],
          [x, y + 16.2, x + 96.2, y + 16.2],
          [x, y, x, y + 16.2],
          [x + 96.2, y, x + 96.2, y + 16.2],
        ];
      }),
    );
    assert.deepEqual(brief(await read({ texts: inCells, lines: boxes })), expected);
  });

  it('text that hangs over the border of its cell is text of that cell', async () => {
    const lines = [
      ...[100, 120, 140].map((y) => [50, y, 350, y] as const),
      ...[50, 150, 250, 350].map((x) => [x, 100, x, 140] as const),
    ];
    const hanging: PdfText[] = [
      { x: 52, y: 114, text: '一般公共预算财政拨款收入', size: SIZE },
      { x: 190, y: 114, text: '12,345,678,901.23', size: SIZE },
      { x: 52, y: 134, text: '合计', size: SIZE },
      { x: 200, y: 134, text: '1.00', size: SIZE },
      { x: 300, y: 134, text: '2.00', size: SIZE },
    ];
    assert.deepEqual(brief(await read({ texts: hanging, lines })), [
      ['一般公共预算财政拨款收入|12,345,678,901.23|', '合计|1.00|2.00'],
    ]);
  });
});

describe('PDF files: what is printed over the text', () => {
  const texts: PdfText[] = [{ x: 60, y: 300, text: '收入总计六十万元，支出总计六十万元。', size: 12 }];

  it('slanting text is a watermark', async () => {
    const slanting = `0.8 g BT /F1 40 Tf 0.8 0.6 -0.6 0.8 60 ${PAGE_HEIGHT - 320} Tm <51855f00> Tj ET 0 g`;
    assert.deepEqual(brief(await read({ texts, before: slanting })), ['收入总计六十万元，支出总计六十万元。']);
  });

  it('large pale text across other text is a watermark; a pale title is a title', async () => {
    const pale = (y: number): string => `0.8 g BT /F1 40 Tf 60 ${PAGE_HEIGHT - y} Td <51855f00> Tj ET 0 g`;
    assert.deepEqual(brief(await read({ texts, before: pale(310) })), ['收入总计六十万元，支出总计六十万元。']);
    assert.deepEqual(brief(await read({ texts, before: pale(200) })), ['内开', '收入总计六十万元，支出总计六十万元。']);
  });

  it('white text is not seen on white, and is on a dark ground', async () => {
    const white = `1 g BT /F1 12 Tf 60 ${PAGE_HEIGHT - 200} Td <51855f00> Tj ET 0 g`;
    assert.deepEqual(brief(await read({ texts, before: white })), ['收入总计六十万元，支出总计六十万元。']);
    assert.equal(brief(await read({ texts, before: `${fill(50, 180, 200, 30, 0.2)}\n${white}` })).length, 2);
  });
});
