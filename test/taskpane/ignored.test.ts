import assert from 'node:assert/strict';
import type { ListedFinding } from '../../src/taskpane/findings';
import { IgnoredList } from '../../src/taskpane/ignored';
import { LiveMemory } from './live-memory';

const finding = (key: string): ListedFinding => ({ key, severity: 'error', message: `${key} 不符` }) as ListedFinding;

describe('ignored findings', () => {
  it('travel with the workbook', async () => {
    const workbook = new LiveMemory();
    const list = new IgnoredList();
    await list.load(workbook);
    await list.add(workbook, finding('甲'), ' 理由 ', '2024-03-01');
    await list.add(workbook, finding('乙'), 'x'.repeat(500), '2024-03-02');
    await list.add(workbook, finding('甲'), '新理由', '2024-03-03');

    const other = new IgnoredList();
    await other.load(workbook);
    assert.deepEqual(
      other.all.map(({ key, reason, date }) => [key, reason.length, date]),
      [
        ['乙', 200, '2024-03-02'],
        ['甲', 3, '2024-03-03'],
      ],
    );
    await other.remove(workbook, '乙');
    assert.deepEqual([other.has('甲'), other.has('乙')], [true, false]);
  });

  it('a damaged or foreign record counts as nothing', async () => {
    for (const text of [
      '',
      '{',
      'null',
      '{}',
      '[1, null, {"key": 1}]',
      '[{"key":"a","severity":"fatal","message":"","reason":"","date":""}]',
    ]) {
      const workbook = new LiveMemory();
      await workbook.writeSetting('gouji.ignored', text);
      const list = new IgnoredList();
      await list.load(workbook);
      assert.deepEqual(list.all, [], text);
    }
  });

  it('a workbook that cannot be written to keeps the list as it was', async () => {
    const workbook = new LiveMemory();
    const list = new IgnoredList();
    workbook.failing = { call: 'setting', error: new Error('只读') };
    await assert.rejects(list.add(workbook, finding('甲'), '理由', '2024-03-01'));
    assert.deepEqual(list.all, []);
  });
});
