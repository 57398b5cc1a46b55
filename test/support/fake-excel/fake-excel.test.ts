import assert from 'node:assert/strict';
import { FakeExcel } from '.';

/*
 * The fake must be at least as strict as the real program, or tests that run on it prove nothing.
 */

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

type Batch = (context: Excel.RequestContext) => Promise<unknown>;

describe('fake Excel', () => {
  let host: FakeExcel;
  beforeEach(() => (host = new FakeExcel({ sheets: ['表'] }).install()));
  afterEach(() => host.uninstall());

  const run = (batch: Batch): Promise<unknown> => Excel.run(batch);
  const refuses = (batch: Batch, expected: string): Promise<void> => assert.rejects(run(batch), code(expected));
  const range = (context: Excel.RequestContext, address: string) =>
    context.workbook.worksheets.getItem('表').getRange(address);

  it('reads nothing that is not loaded, or not synced', async () => {
    await refuses(async (context) => range(context, 'A1').values, 'PropertyNotLoaded');
    await refuses(async (context) => {
      const cell = range(context, 'A1');
      cell.load('values');
      return cell.values;
    }, 'PropertyNotLoaded');
    await refuses(async (context) => {
      const cell = range(context, 'A1');
      cell.load('address');
      await context.sync();
      return cell.values;
    }, 'PropertyNotLoaded');
    await refuses(async (context) => context.workbook.worksheets.items, 'PropertyNotLoaded');
    await refuses(
      async (context) => context.workbook.worksheets.getItemOrNullObject('无').isNullObject,
      'PropertyNotLoaded',
    );
  });

  it('does nothing before sync, and what stands before a failure stays done', async () => {
    await run(async (context) => {
      range(context, 'A1').values = [[1]];
      assert.equal(host.book.sheet('表').content(0, 0).value, '');
      await context.sync();
      assert.equal(host.book.sheet('表').content(0, 0).value, 1);
      range(context, 'A1').values = [[2]];
      range(context, 'B1').values = [[1, 2]];
      range(context, 'A1').values = [[3]];
      await assert.rejects(context.sync(), code('InvalidArgument'));
      assert.equal(host.book.sheet('表').content(0, 0).value, 2);
    });
  });

  it('refuses a matrix of another shape, a wrong address, a sheet that is not there', async () => {
    for (const values of [[[1, 2]], [[1], [2]], [1], 1, [[1, 2], [3]]]) {
      await refuses(async (context) => (range(context, 'A1').values = values as unknown[][]), 'InvalidArgument');
    }
    for (const address of ['A0', 'XFE1', 'A1048577', '1', 'A', 'A1:B', 'A1:B2:C3', '甲']) {
      await refuses(async (context) => range(context, address).select(), 'InvalidArgument');
    }
    await refuses(async (context) => context.workbook.worksheets.getItem('无').activate(), 'ItemNotFound');
    await refuses(async (context) => context.workbook.worksheets.add('表'), 'ItemAlreadyExists');
  });

  it('makes formulas, numbers and dates of text unless it is told that it is text', async () => {
    const written = async (value: unknown, numberFormat = 'General') => {
      await run(async (context) => {
        range(context, 'A1').numberFormat = [[numberFormat]];
        range(context, 'A1').values = [[value]];
      });
      const { value: content, formula } = host.book.sheet('表').content(0, 0);
      return formula ?? content;
    };
    assert.equal(await written('=1+1'), '=1+1');
    assert.equal(await written('+1'), '=+1');
    assert.equal(await written('@SUM(A1)'), '=@SUM(A1)');
    assert.equal(await written("'=1+1"), '=1+1');
    assert.equal(host.book.sheet('表').content(0, 0).formula, undefined);
    assert.deepEqual(
      [await written('0012'), await written('1E5'), await written('TRUE'), await written('50%')],
      [12, 1e5, true, 0.5],
    );
    assert.equal(await written('2024-01-01'), 45_292);
    assert.deepEqual(
      [await written('0012', '@'), await written(12, '@'), await written('2024-01-01', '@')],
      ['0012', '12', '2024-01-01'],
    );
    await assert.rejects(written('=1', '@'), code('UndefinedBehaviour'));
    await assert.rejects(written("'a", '@'), code('UndefinedBehaviour'));
  });

  it('has only what its requirement set has', async () => {
    host.uninstall();
    host = new FakeExcel({ sheets: ['表'], api: '1.5' }).install();
    await refuses(async (context) => range(context, 'A1').conditionalFormats.clearAll(), 'ApiNotFound');
    await refuses(async (context) => context.workbook.worksheets.getItem('表').copy('End'), 'ApiNotFound');
    await refuses(async (context) => context.workbook.worksheets.getItem('表').notes.add('A1', '批注'), 'ApiNotFound');
    await run(async (context) => context.workbook.worksheets.getItemOrNullObject('表').load('name'));
  });

  it('refuses what Excel refuses', async () => {
    const sheet = host.book.sheet('表');
    await refuses(async (context) => context.workbook.worksheets.getItem('表').delete(), 'InvalidOperation');
    await refuses(
      async (context) => (context.workbook.worksheets.getItem('表').visibility = 'Hidden'),
      'InvalidOperation',
    );
    await refuses(
      async (context) => (range(context, 'A1:C1').format.borders.getItem('InsideHorizontal').style = 'Continuous'),
      'InvalidArgument',
    );
    await refuses(async (context) => (range(context, 'A1').format.fill.color = 'FFC7CE'), 'InvalidArgument');
    await refuses(async (context) => range(context, 'A1').select(), 'InvalidOperation');
    await run(async (context) => context.workbook.worksheets.getItem('表').notes.add('B2', '一'));
    await refuses(
      async (context) => context.workbook.worksheets.getItem('表').notes.add('B2', '二'),
      'InvalidOperation',
    );
    await refuses(
      async (context) => context.workbook.worksheets.getItem('表').comments.add('B2', '二'),
      'InvalidOperation',
    );
    await run(async (context) => range(context, 'C3:D4').merge());
    await refuses(async (context) => range(context, 'D4:E5').merge(), 'InvalidArgument');
    await refuses(async (context) => (range(context, 'D4').values = [[1]]), 'UndefinedBehaviour');
    await run(async (context) => range(context, 'A1').conditionalFormats.add('ColorScale'));
    await refuses(async (context) => {
      const rules = range(context, 'A1').conditionalFormats;
      rules.load('items/custom/rule/formula');
      await context.sync();
    }, 'InvalidOperation');
    host.book.add('乙').visibility = 'VeryHidden';
    await refuses(async (context) => context.workbook.worksheets.getItem('乙').delete(), 'GeneralException');
    await refuses(async (context) => context.workbook.worksheets.getItem('乙').activate(), 'InvalidOperation');
    sheet.protected = true;
    await refuses(async (context) => (range(context, 'A1').values = [[1]]), 'AccessDenied');
    await refuses(async (context) => range(context, 'A1').conditionalFormats.add('Custom'), 'AccessDenied');
    host.editing = true;
    await refuses(async (context) => range(context, 'A1').load('values'), 'InvalidOperationInCellEditMode');
  });

  it('knows no member that it does not have', async () => {
    await assert.rejects(
      run(async (context) => range(context, 'A1').getSurroundingRegion()),
      TypeError,
    );
    await assert.rejects(
      run(async (context) => ((range(context, 'A1') as unknown as Record<string, unknown>)['colour'] = 1)),
      TypeError,
    );
    await assert.rejects(
      run(async (context) => range(context, 'A1').load()),
      TypeError,
    );
    await refuses(async (context) => {
      range(context, 'A1').load('colour');
      await context.sync();
    }, 'InvalidArgument');
  });

  it('counts round trips, and none for nothing', async () => {
    await run(async (context) => {
      await context.sync();
      await context.sync();
    });
    assert.equal(host.syncs, 0);
    await run(async (context) => {
      range(context, 'A1:B2').values = [
        ['一', '二'],
        ['三', '四'],
      ];
      await context.sync();
      range(context, 'A1').load('values');
    });
    assert.equal(host.syncs, 2);
    assert.ok(host.bytes > 200 && host.requests[1]!.received > 3);
    await refuses(
      async (context) => (range(context, 'A1').values = [['长'.repeat(2_000_000)]]),
      'RequestPayloadSizeLimitExceeded',
    );
  });

  it('follows formulas when a sheet is renamed or deleted', () => {
    const other = host.userSheet('乙', [['=\'表\'!A1&"表!A1"', '=表!B2+1', '=别的表!A1']]);
    host.book.rename(host.book.sheet('表'), "新'表");
    assert.deepEqual(
      [0, 1, 2].map((column) => other.content(0, column).formula),
      ["='新''表'!A1&\"表!A1\"", "='新''表'!B2+1", '=别的表!A1'],
    );
    host.book.delete(host.book.sheet("新'表"));
    assert.equal(other.content(0, 1).formula, '=#REF!B2+1');
  });
});
