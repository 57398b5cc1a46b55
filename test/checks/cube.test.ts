import assert from 'node:assert/strict';
import { Cube } from '../../src/checks/cube';
import { parentItem } from '../../src/checks/cube/items';
import { ancestorsOf, childrenAlong, contains, memberOf, pointOf, PointSets, SPACE } from '../../src/checks/cube/space';
import { makeKey, type PartialKey } from '../../src/model/key';
import { grids } from './grid';
import { INCOME, SPENDING, SUMMARY, together } from './samples';

function point(key: PartialKey): number {
  return pointOf(makeKey(key));
}

/** The figures that were brought together with those of an item and a key. */
function together_(text: string, item: string, key: PartialKey = {}): string[] | undefined {
  return new Cube(grids(text))
    .find(item, point(key))
    ?.facts.map(({ amount, statement }) => `${statement + 1}:${amount.raw}`);
}

describe('space: fund × nature × vintage', () => {
  const [fund, nature, vintage] = [0, 1, 2];

  it('every point is a number below its size, with the members it was made of', () => {
    const at = point({ fund: 'general', nature: 'basic', vintage: 'current' });
    assert.ok(at >= 0 && at < SPACE);
    assert.deepEqual(
      [memberOf(at, fund), memberOf(at, nature), memberOf(at, vintage)],
      ['general', 'basic', 'current'],
    );
    assert.equal(point({ fund: 'unheard-of' }), -1);
  });

  it('one step down along an axis leaves the others alone', () => {
    const children = childrenAlong(point({ fund: 'fiscal', nature: 'project' }), fund);
    assert.deepEqual(children, [
      point({ fund: 'general', nature: 'project' }),
      point({ fund: 'govfund', nature: 'project' }),
      point({ fund: 'capital', nature: 'project' }),
    ]);
    assert.deepEqual(childrenAlong(point({ fund: 'general' }), fund), []);
  });

  it('a point lies in the whole and in each of its ancestors, not in its siblings', () => {
    const inner = point({ fund: 'general', nature: 'personnel', vintage: 'current' });
    for (const outer of [{}, { fund: 'fiscal' }, { nature: 'basic' }, { fund: 'fiscal', vintage: 'current' }])
      assert.ok(contains(point(outer), inner), JSON.stringify(outer));
    for (const other of [{ fund: 'own' }, { nature: 'project' }, { vintage: 'carryover' }])
      assert.ok(!contains(point(other), inner), JSON.stringify(other));
    assert.equal(ancestorsOf(inner).length, 3 * 3 * 2);
  });

  it('sets of points are kept apart, up to the last point of the space', () => {
    const sets = new PointSets(3);
    const members = (set: number): number[] =>
      Array.from({ length: SPACE }, (_, at) => at).filter((at) => sets.has(set, at));
    for (const at of [0, 31, 32, SPACE - 1]) sets.add(1, at);
    assert.deepEqual([members(0), members(1), members(2)], [[], [0, 31, 32, SPACE - 1], []]);
    sets.fill(2);
    assert.equal(members(2).length, SPACE);
    sets.removeAll(2, sets, 1);
    assert.equal(members(2).length, SPACE - 4);
    sets.addAll(0, sets, 1);
    assert.deepEqual(members(0), members(1));
    assert.deepEqual([new PointSets(1).isEmpty(0), sets.isEmpty(1)], [true, false]);
  });

  it('items lie in their 款, 类 and the total; the three public costs in their own tree', () => {
    const path = (item: string): string[] => {
      const above = parentItem(item);
      return above === '' ? [] : [above, ...path(above)];
    };
    assert.deepEqual(path('2080505'), ['20805', '208', 'total', 'grand']);
    assert.deepEqual(path('e:30101#工资奖金津补贴'), ['e:30101', 'e:301', 'total', 'grand']);
    assert.deepEqual(path('sg:purchase'), ['sg:vehicle', 'sg']);
    assert.deepEqual(path('yearend'), ['grand']);
  });
});

describe('what is zero', () => {
  const zero = (text: string, item: string, key: PartialKey): boolean => new Cube(grids(text)).isZero(item, point(key));

  it('a printed zero, and all that lies in it', () => {
    const text = together(SPENDING, SUMMARY);
    assert.equal(zero(text, '208', { nature: 'project' }), true);
    assert.equal(zero(text, '20805', { nature: 'project', fund: 'general' }), true);
    assert.equal(zero(text, '208', { nature: 'basic' }), false);
    assert.equal(zero(text, '201', { nature: 'project' }), false);
  });

  it('of an item that no table prints: what it is part of says so', () => {
    const text = together(SPENDING, SUMMARY);
    assert.equal(zero(text, '2089901', { nature: 'project' }), true);
    assert.equal(zero(text, '2089901', { nature: 'basic' }), false);
    assert.equal(zero(text, '2019901', { nature: 'project' }), false);
  });

  it('what is left of a whole when a part is all of it', () => {
    const text = together(
      SPENDING,
      `
      一般公共预算 flow=expenditure fund=general | 合计
      ∑合计 | 10.00

      单位资金 flow=income fund=own | 合计
      208 |`,
    );
    assert.equal(zero(text, 'total', { fund: 'own' }), true);
    assert.equal(zero(text, 'total', { fund: 'general' }), false);
  });

  it('a blank above figures is a slip, not a zero', () => {
    const text = `
      支出总表 flow=expenditure | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
      ∑合计 = 201 | 3.00 | 1.00 |
      201 | 3.00 | 1.00 | 2.00`;
    assert.equal(zero(text, 'total', { nature: 'project' }), false);
    assert.equal(zero(text, '201', { nature: 'project' }), false);
    assert.equal(zero(text, '201', { nature: 'project', fund: 'general' }), false, 'nor what lies in it');
  });

  it('年终结转 that nobody prints', () => {
    assert.equal(zero(INCOME, 'yearend', {}), true);
    assert.equal(zero('支出 flow=expenditure | 金额\n年终结转 item=yearend | 1.00', 'yearend', {}), false);
  });
});

describe('figures that are one', () => {
  it('are brought together across forms', () => {
    assert.deepEqual(together_(together(SUMMARY, SPENDING), '201'), ['1:7.00', '2:7.00']);
    assert.deepEqual(together_(together(SUMMARY, SPENDING), 'total'), ['1:10.00', '2:10.00']);
  });

  it('a whole whose other parts are zero is its one part', () => {
    const text = together(SUMMARY, SPENDING);
    // 208 carries nothing over and has no projects.
    const all = ['1:3.00', '1:3.00', '2:3.00', '2:3.00'];
    assert.deepEqual(together_(text, '208'), all);
    assert.deepEqual(together_(text, '208', { vintage: 'current' }), all);
    assert.deepEqual(together_(text, '208', { nature: 'basic', vintage: 'current' }), all);
  });

  it('a whole with several parts is none of them', () => {
    const text = together(SUMMARY, SPENDING);
    assert.deepEqual(together_(text, '201', { nature: 'project' }), ['2:6.00']);
    assert.deepEqual(together_(text, '201', { vintage: 'current' }), ['1:6.00']);
  });

  it('收入总计 and 支出合计 are one unless money is left at the end of the year', () => {
    assert.deepEqual(together_(together(INCOME, SPENDING), 'grand'), ['1:10.00', '2:10.00']);
    const left = `${SPENDING}\n年终结转 item=yearend | 1.00 | |`;
    assert.deepEqual(together_(together(INCOME, left), 'grand'), ['1:10.00']);
  });

  it('a whole is divided where its parts are printed', () => {
    const cube = new Cube(grids(together(SUMMARY, SPENDING)));
    const parts = (item: string, key: PartialKey = {}): string[][] =>
      cube.divisions(cube.find(item, point(key))!).map((nodes) => nodes.map(({ reference }) => reference.amount.raw));
    assert.deepEqual(parts('201'), [
      ['1.00', '6.00'],
      ['6.00', '1.00'],
    ]);
    assert.deepEqual(parts('201', { nature: 'project' }), []);
  });

  it('a part that is not printed is replaced by its own parts', () => {
    const cube = new Cube(
      grids(`
        支出 flow=expenditure | 金额
        ∑合计 | 10.00
        一般 item=total fund=general | 6.00
        基金 item=total fund=govfund | 1.00
        单位 item=total fund=own | 3.00`),
    );
    const [parts = []] = cube.divisions(cube.find('total', point({}))!);
    assert.deepEqual(
      parts.map(({ reference }) => reference.amount.raw),
      ['6.00', '1.00', '3.00'],
    );
  });

  it('the reference is the first figure that is printed', () => {
    const text = together('表一 flow=expenditure | 合计\n∑合计 | ', '表二 flow=expenditure | 合计\n∑合计 | 0.00');
    const node = new Cube(grids(text)).find('total', point({}));
    assert.deepEqual([node?.facts.length, node?.reference.statement], [2, 1]);
  });

  it('no printed figure, no place', () => {
    assert.equal(together_(SUMMARY, '210'), undefined);
  });
});
