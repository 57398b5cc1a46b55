import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ExcelWorkbook, hostFault, hostLimits, LOWEST_SET } from '../../src/workbook/excel';
import { FakeExcel } from '../support/fake-excel';
import type { AnyShape } from '../support/fake-excel/shape';
import { RUNTIME, WORKBOOK } from '../support/fake-excel/shapes/workbook';
import { bench, mark, removeBench } from './excel-bench';
import { sheetPlan } from './contract';

/*
 * Which Excel the adapter runs in, and that what it believes of requirement sets is so.
 */

/** Class → member → the requirement sets that the published declarations name for it. */
function publishedSets(): Map<string, Map<string, string[]>> {
  const text = readFileSync('node_modules/@types/office-js/index.d.ts', 'utf8');
  const from = text.indexOf('declare namespace Excel {');
  const lines = text.slice(from, text.indexOf('\n}\n', from)).split('\n');
  const classes = new Map<string, Map<string, string[]>>();
  let members: Map<string, string[]> | undefined;
  let sets: string[] = [];
  for (const line of lines) {
    const opening = /^ {4}class (\w+) extends/.exec(line);
    if (opening) classes.set(opening[1]!, (members = new Map()));
    else if (/^ {4}\S/.test(line)) members = undefined;
    // The first line that names a set speaks of the member; parameters may name newer ones.
    else if (line.includes('[Api set: ExcelApi ') && sets.length === 0)
      sets = line.slice(line.indexOf('ExcelApi')).match(/\b1\.\d+/g) ?? [];
    const member = /^ {8}(?:readonly )?(\w+)[(:?]/.exec(line);
    if (!member) continue;
    if (members && !members.has(member[1]!)) members.set(member[1]!, sets);
    sets = [];
  }
  return classes;
}

/** All shapes of the fake, from these on. */
function reachable(shapes: readonly AnyShape[], known = new Set<AnyShape>()): Set<AnyShape> {
  for (const shape of shapes) {
    if (known.has(shape)) continue;
    known.add(shape);
    const { navs = {}, methods = {}, items } = shape;
    const next = [
      ...Object.values(navs).map((nav) => nav.shape()),
      ...Object.values(methods).flatMap(({ object }) => object?.() ?? []),
      ...(items ? [items.shape()] : []),
    ];
    reachable(next, known);
  }
  return known;
}

describe('Excel: the host', () => {
  afterEach(removeBench);

  it('the fake has every member since the requirement set that is published for it', () => {
    const published = publishedSets();
    const wrong: string[] = [];
    let count = 0;
    for (const { name, props = {}, navs = {}, methods = {}, events = {} } of reachable([WORKBOOK, RUNTIME])) {
      for (const [member, { set, putSet }] of Object.entries({ ...props, ...navs, ...methods, ...events } as Record<
        string,
        { set: string; putSet?: string }
      >)) {
        const sets = published.get(name)?.get(member);
        count += 1;
        if (sets?.[0] !== set) wrong.push(`${name}.${member}: ${set}, published ${String(sets)}`);
        if (putSet !== undefined && !sets?.includes(putSet))
          wrong.push(`${name}.${member} (writing): ${putSet}, published ${String(sets)}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(count > 90, String(count));
  });

  it('runs with what manifest.xml asks for', () => {
    const declared = /<Set Name="ExcelApi" MinVersion="([\d.]+)"/.exec(readFileSync('manifest.xml', 'utf8'));
    assert.equal(declared?.[1], LOWEST_SET);
  });

  it('says plainly where it cannot run, and nothing where it can', () => {
    const faultIn = (options: ConstructorParameters<typeof FakeExcel>[0]): string | undefined => {
      const host = new FakeExcel(options).install();
      try {
        return hostFault();
      } finally {
        host.uninstall();
      }
    };
    assert.equal(faultIn({}), undefined);
    assert.equal(faultIn({ api: LOWEST_SET }), undefined);
    assert.match(faultIn({ api: '1.3' })!, /版本太旧.*请升级.*独立网页/);
    assert.match(faultIn({ host: null })!, /不是 Excel.*独立网页/);
    assert.match(faultIn({ host: 'Word' })!, /不是 Excel/);
    assert.match(hostFault()!, /不是 Excel/);
  });

  it('says what an old Excel does without', () => {
    bench({ api: '1.4' });
    assert.equal(hostLimits().length, 5);
    bench({ api: '1.9' });
    assert.deepEqual(hostLimits(), ['单元格上没有批注，问题的说明只写在“核对结果”表中。']);
    bench();
    assert.deepEqual(hostLimits(), []);
  });

  it('tells the cause and the remedy of what Excel reports', async () => {
    const cases: [string, RegExp][] = [
      ['InvalidOperationInCellEditMode', /正在编辑单元格。请按回车/],
      ['AccessDenied', /受保护。请在“审阅”/],
      ['ItemNotFound', /已经不在了.*请重新核对/],
      ['ResponsePayloadSizeLimitExceeded', /数据太多.*请删去/],
      ['ApiNotFound', /没有所需的功能。请升级/],
      ['SomethingNew', /SomethingNew：planned by the test.*请保存/],
    ];
    for (const [code, message] of cases) {
      const { host, workbook } = bench();
      host.failAt('WorksheetCollection.load', code);
      await assert.rejects(workbook.sheetNames(), (error: Error & { cause?: { code?: string } }) => {
        assert.match(error.message, message);
        assert.match(error.message, /^读取工作表没有完成：/);
        assert.equal(error.cause?.code, code);
        return true;
      });
    }
  });

  it('calls nothing that the lowest requirement set does not have', async () => {
    const { host, workbook } = bench({ api: LOWEST_SET });
    await workbook.apply({
      sheets: [sheetPlan('表', [['甲', 1]]), sheetPlan('我的表', [[1]])],
      marks: [mark({ cell: 'A1' })],
    });
    await workbook.mark([mark()]);
    await workbook.unmarkCells([{ sheet: '我的表', cell: 'B2' }]);
    await workbook.unmark();
    await workbook.write({ sheet: '表', cell: 'B1' }, 2);
    await workbook.select({ sheet: '表', cell: 'B1' });
    await workbook.readBack();
    await workbook.writeSetting('甲', '乙');
    await workbook.readSetting('甲');
    workbook.onEdit(() => undefined)();
    await workbook.forgetUndo();
    assert.deepEqual(host.errors, []);
    assert.ok(new ExcelWorkbook());
  });
});
