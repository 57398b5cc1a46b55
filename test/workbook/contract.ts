import assert from 'node:assert/strict';
import {
  linkFormula,
  SEVERITIES,
  WorkbookError,
  type CellValue,
  type Formula,
  type Mark,
  type Plan,
  type SheetPlan,
  type WorkbookPort,
} from '../../src/workbook';

/*
 * What every adapter must do, read back from outside the adapter wherever there is an outside.
 */

/** One cell as another reader of the workbook sees it. */
export interface SeenCell {
  readonly value: CellValue;
  /** Without the equals sign. */
  readonly formula?: string;
  readonly fill?: string;
  readonly note?: string;
}

export interface SeenSheet {
  readonly name: string;
  readonly cell: (address: string) => SeenCell;
  readonly merges: readonly string[];
}

export interface Harness {
  readonly create: () => WorkbookPort;
  readonly look: (workbook: WorkbookPort) => Promise<readonly SeenSheet[]>;
  /** False for a program that has neither notes nor comments. */
  readonly holdsRemarks?: boolean;
}

const PRINT: SheetPlan['print'] = {
  orientation: 'portrait',
  pagesTall: 0,
  repeatRows: 1,
  margins: { side: 36, top: 36, bottom: 36, edge: 18 },
  centred: true,
  pageNumbers: true,
};

/** A sheet of these values; everything else is plain. */
export function sheetPlan(name: string, values: SheetPlan['values'], over: Partial<SheetPlan> = {}): SheetPlan {
  const width = values[0]?.length ?? 1;
  return {
    name,
    kind: 'table',
    columnWidths: Array.from({ length: width }, () => 12),
    defaultRowHeight: 18,
    rowHeights: [],
    values,
    styles: [],
    merges: [],
    links: [],
    freeze: { rows: 1, columns: 0 },
    print: PRINT,
    ...over,
  };
}

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1-1',
  '@SUM(A1)',
  '=HYPERLINK("http://x","y")',
  "'引号",
  '<script>alert(1)</script>',
  '&amp; ]]> <!--',
  '甲\n乙',
  '  两端有空格  ',
  '2080505',
  '0012',
  '1E5',
  '2024-01-01',
  'TRUE',
  '_x0041_',
  '长'.repeat(5000),
];

const FILLED = sheetPlan(
  '有\'引号"的表',
  [
    ['名称', '金额', '说明'],
    ['甲', 289.06, null],
    ['乙', 0, '—'],
    ['丙', -1234567890123.45, null],
  ],
  {
    styles: [
      { area: { row: 0, column: 0, rows: 4, columns: 3 }, style: { numberFormat: '@', border: 'grid' } },
      { area: { row: 1, column: 1, rows: 3, columns: 1 }, style: { numberFormat: '#,##0.00', horizontal: 'right' } },
      { area: { row: 3, column: 1, rows: 1, columns: 1 }, style: { fill: 'EEEEEE' } },
    ],
  },
);

const PLAN: Plan = {
  sheets: [
    FILLED,
    sheetPlan(
      '文字',
      HOSTILE.map((text) => [text]),
    ),
    sheetPlan(
      '合并',
      [
        ['标题', null],
        ['a', 'b'],
      ],
      { merges: [{ row: 0, column: 0, rows: 1, columns: 2 }] },
    ),
    sheetPlan('链接', [['B2']], { links: [{ row: 0, column: 0, target: { sheet: FILLED.name, cell: 'B2' } }] }),
  ],
  marks: [],
};

function mark(over: Partial<Mark> = {}): Mark {
  return { sheet: FILLED.name, cell: 'B2', severity: 'error', title: '错误', text: '应为 289.16\n差 0.10', ...over };
}

/** Runs the suite against one adapter. */
export function describeAdapter(name: string, { create, look, holdsRemarks = true }: Harness): void {
  async function applied(plan: Plan = PLAN): Promise<WorkbookPort> {
    const workbook = create();
    await workbook.apply(plan);
    return workbook;
  }
  async function seen(workbook: WorkbookPort, sheet: string, cell: string): Promise<SeenCell> {
    const found = (await look(workbook)).find((one) => one.name === sheet);
    assert.ok(found, `no sheet ${sheet}`);
    return found.cell(cell);
  }
  const fault = (expected: string) => (error: unknown) => error instanceof WorkbookError && error.fault === expected;

  describe(`adapter: ${name}`, () => {
    it('writes the sheets in order, numbers as numbers, blanks as blanks', async () => {
      const workbook = await applied();
      assert.deepEqual(
        (await look(workbook)).map((sheet) => sheet.name),
        PLAN.sheets.map((sheet) => sheet.name),
      );
      for (const [cell, value] of [
        ['A2', '甲'],
        ['B2', 289.06],
        ['C2', null],
        ['B3', 0],
        ['C3', '—'],
        ['B4', -1234567890123.45],
      ] as const) {
        assert.equal((await seen(workbook, FILLED.name, cell)).value, value, cell);
      }
    });

    it('writes text as text, whatever it looks like', async () => {
      const workbook = await applied();
      const sheet = (await look(workbook)).find((one) => one.name === '文字')!;
      HOSTILE.forEach((text, index) => {
        const { value, formula } = sheet.cell(`A${index + 1}`);
        assert.deepEqual([value, formula], [text, undefined]);
      });
    });

    it('merges cells', async () => {
      const sheet = (await look(await applied())).find((one) => one.name === '合并')!;
      assert.deepEqual(sheet.merges, ['A1:B1']);
      assert.equal(sheet.cell('B2').value, 'b');
    });

    it('makes a link of a link, with its quotes doubled', async () => {
      const { value, formula } = await seen(await applied(), '链接', 'A1');
      assert.equal(value, 'B2');
      assert.equal(formula, linkFormula({ sheet: FILLED.name, cell: 'B2' }, 'B2'));
      assert.equal(formula, `HYPERLINK("#'有''引号""的表'!B2","B2")`);
    });

    it('makes a formula of a formula cell, and of nothing else', async () => {
      const sum: Formula = { kind: 'sum', areas: [{ row: 1, column: 2, rows: 3, columns: 1 }] };
      const same: Formula = { kind: 'same', cell: { sheet: FILLED.name, row: 1, column: 1 } };
      const sheets = [
        FILLED,
        sheetPlan('公式', [[0, 289.06, '=SUM(A1)']], {
          styles: [{ area: { row: 0, column: 0, rows: 1, columns: 3 }, style: { numberFormat: '@' } }],
          formulas: [
            { row: 0, column: 0, formula: sum },
            { row: 0, column: 1, formula: same },
          ],
        }),
      ];
      const sheet = (await look(await applied({ sheets, marks: [] }))).find(({ name: each }) => each === '公式')!;
      const cells = ['A1', 'B1', 'C1'].map((address) => sheet.cell(address));
      assert.deepEqual(
        cells.map(({ value, formula }) => [value, formula]),
        [
          [0, 'SUM(C2:C4)'],
          [289.06, `'有''引号"的表'!B2`],
          ['=SUM(A1)', undefined],
        ],
      );
    });

    it('marks by fill and note, with the severity in words', async () => {
      const workbook = await applied({ ...PLAN, marks: [mark()] });
      const cell = await seen(workbook, FILLED.name, 'B2');
      assert.deepEqual(
        [cell.value, cell.fill, cell.note],
        [289.06, SEVERITIES.error.fill, '错误：应为 289.16\n差 0.10'],
      );
      const other = await seen(workbook, FILLED.name, 'B3');
      assert.deepEqual([other.fill, other.note], [undefined, undefined]);
    });

    it('writes the remarks of cells, which stay when marks go', async () => {
      const sheet = { ...FILLED, notes: [{ row: 2, column: 1, text: '取自正文第3行' }] };
      const workbook = await applied({ sheets: [sheet], marks: [mark()] });
      const wanted = holdsRemarks ? '取自正文第3行' : undefined;
      assert.equal((await seen(workbook, FILLED.name, 'B3')).note, wanted);
      await workbook.unmark();
      assert.equal((await seen(workbook, FILLED.name, 'B3')).note, wanted);
    });

    it('a later mark replaces an earlier one, and may stand on an empty cell', async () => {
      const workbook = await applied({ ...PLAN, marks: [mark()] });
      await workbook.mark([
        mark({ severity: 'info', title: '提示', text: '尾差' }),
        mark({ cell: 'E9', severity: 'warning', title: '提醒' }),
      ]);
      const { fill, note } = await seen(workbook, FILLED.name, 'B2');
      assert.deepEqual([fill, note], [SEVERITIES.info.fill, '提示：尾差']);
      assert.equal((await seen(workbook, FILLED.name, 'E9')).fill, SEVERITIES.warning.fill);
    });

    it('unmark leaves no trace, and the fill that was there before', async () => {
      const workbook = await applied();
      const before = await Promise.all(['B2', 'B4'].map((cell) => seen(workbook, FILLED.name, cell)));
      await workbook.mark([mark(), mark({ cell: 'B4' }), mark({ cell: 'B4', severity: 'warning' })]);
      await workbook.unmark();
      assert.deepEqual(await Promise.all(['B2', 'B4'].map((cell) => seen(workbook, FILLED.name, cell))), before);
      assert.equal(before[1]!.fill, 'EEEEEE');
    });

    it('replaces a sheet of the same name with its marks, and leaves the others alone', async () => {
      const workbook = await applied({ ...PLAN, marks: [mark(), mark({ sheet: '合并', cell: 'A2' })] });
      await workbook.apply({ sheets: [sheetPlan('合并', [['新']]), sheetPlan('后来', [[1]])], marks: [] });
      assert.deepEqual(
        (await look(workbook)).map((sheet) => sheet.name),
        [...PLAN.sheets.map((sheet) => sheet.name), '后来'],
      );
      assert.equal((await seen(workbook, '合并', 'A1')).value, '新');
      assert.deepEqual(
        [(await seen(workbook, '合并', 'A2')).value, (await seen(workbook, '合并', 'A2')).note],
        [null, undefined],
      );
      assert.equal((await seen(workbook, FILLED.name, 'B2')).note, '错误：应为 289.16\n差 0.10');
    });

    it('reads back what it wrote, all of it or the sheets that are named', async () => {
      const workbook = await applied({ ...PLAN, marks: [mark()] });
      const all = await workbook.readBack();
      assert.deepEqual(
        all,
        PLAN.sheets.map((sheet) => ({ name: sheet.name, values: sheet.values })),
      );
      assert.deepEqual(await workbook.readBack(['链接', '文字']), [all[1], all[3]]);
      await assert.rejects(workbook.readBack(['没有']), fault('unknown-sheet'));
    });

    it('refuses a plan that contradicts itself, before it writes anything', async () => {
      const workbook = await applied();
      const wrong = { sheets: [sheetPlan('新表', [[1]]), sheetPlan('新表', [[2]])], marks: [] };
      await assert.rejects(workbook.apply(wrong), fault('invalid-plan'));
      assert.equal((await workbook.readBack()).length, PLAN.sheets.length);
    });

    it('refuses marks on nothing, before it marks anything', async () => {
      const workbook = await applied();
      await assert.rejects(workbook.mark([mark(), mark({ sheet: '没有' })]), fault('unknown-sheet'));
      await assert.rejects(workbook.mark([mark(), mark({ cell: 'B2:B3' })]), fault('invalid-cell'));
      assert.equal((await seen(workbook, FILLED.name, 'B2')).note, undefined);
    });
  });
}
