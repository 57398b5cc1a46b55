import assert from 'node:assert/strict';
import { withoutRadicals } from '../../src/shared/radicals';

describe('radicals printed as words', () => {
  const cases: readonly (readonly [printed: string, meant: string])[] = [
    ['部⻔⽀出', '部门支出'],
    ['⺠政、⻋辆、⻓期、⻝品、⻘苗、⻩河、⻰', '民政、车辆、长期、食品、青苗、黄河、龙'],
    ['专⼾、⼀⼆⼗⼈⽤⾦額⿐⿕', '专户、一二十人用金額鼻龠'],
    ['厂⺁龟⻳母⺟', '厂厂龟龟母母'],
    ['没有偏旁 1,234.50', '没有偏旁 1,234.50'],
  ];
  for (const [printed, meant] of cases)
    it(printed, () => {
      assert.equal(withoutRadicals(printed), meant);
      assert.equal(meant.length, printed.length);
    });

  it('what looks like no character stays', () =>
    assert.equal(withoutRadicals('\u2e83\u2e91\u2e9a\u2ef4\u2eff'), '乚\u2e91\u2e9a\u2ef4\u2eff'));
});
