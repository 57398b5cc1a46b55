import assert from 'node:assert/strict';
import { DIMENSIONS } from '../../src/model/key';
import { ECONOMIC_CLASSES } from '../../src/vocabulary/economic';
import { FUNCTION_CLASSES } from '../../src/vocabulary/functional';
import { economicClassByName, economicItemsByName, functionClassByName } from '../../src/vocabulary/items';
import { childrenOf, isWithin, parentOf } from '../../src/vocabulary/members';

function assertDistinct(values: readonly string[]): void {
  assert.deepEqual([...new Set(values)], values);
}

describe('支出功能分类', () => {
  it('lists the classes from 201 to 234 in the order of the forms', () => {
    const span = (from: number, to: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
    assert.deepEqual(
      FUNCTION_CLASSES.map(({ code }) => code),
      [...span(201, 217), ...span(219, 224), '227', ...span(229, 234)],
    );
  });

  it('every name and every former name stands for one class', () => {
    for (const { code, name, formerly = [] } of FUNCTION_CLASSES)
      for (const each of [name, ...formerly]) assert.equal(functionClassByName(each), code, each);
    assertDistinct(FUNCTION_CLASSES.flatMap(({ name, formerly = [] }) => [name, ...formerly]));
  });

  it('names are compared without blanks and marks', () => {
    assert.equal(functionClassByName('卫生 健康支出'), '210');
    assert.equal(functionClassByName('<b>卫生健康支出</b>'), '210');
    assert.equal(functionClassByName('健康支出'), undefined);
  });
});

describe('部门预算支出经济分类', () => {
  it('lists the classes of the departments in order', () => {
    assert.deepEqual(
      ECONOMIC_CLASSES.map(({ code }) => code),
      ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'],
    );
  });

  it('codes and names are distinct within a class, and codes ascend', () => {
    for (const { name, items } of ECONOMIC_CLASSES) {
      const codes = items.map(([code]) => code);
      assertDistinct(items.map(([, each]) => each));
      assert.deepEqual([...codes].sort(), codes, name);
      for (const code of codes) assert.match(code, /^\d\d$/);
    }
  });

  it('every name finds its code, and a name under two classes finds both', () => {
    for (const { code, name, items } of ECONOMIC_CLASSES) {
      assert.equal(economicClassByName(name), code);
      for (const [item, each] of items) assert.ok(economicItemsByName(each).includes(code + item), each);
    }
    assert.deepEqual(economicItemsByName('办公设备购置'), ['30902', '31002']);
    assert.deepEqual(economicItemsByName('因公出国(境)费用'), ['30212']);
    assert.deepEqual(economicItemsByName('没有这一款'), []);
  });

  it('wages and benefits are 人员经费, goods and services 公用经费', () => {
    const natures = new Map(ECONOMIC_CLASSES.map(({ code, nature }) => [code, nature]));
    assert.deepEqual(
      ['301', '302', '303', '310'].map((code) => natures.get(code)),
      ['personnel', 'public', 'personnel', 'public'],
    );
  });
});

describe('members of the dimensions', () => {
  it('each member lies below its parent and the parent lists it', () => {
    for (const dimension of DIMENSIONS) {
      const visit = (id: string, depth: number): void => {
        assert.ok(depth < 10, `${dimension} goes in circles at ${id}`);
        for (const child of childrenOf(dimension, id)) {
          assert.equal(parentOf(dimension, child), id);
          assert.ok(isWithin(dimension, child, id) && !isWithin(dimension, id, child), child);
          visit(child, depth + 1);
        }
      };
      visit('all', 0);
    }
  });

  it('knows the three funds of 财政拨款 and what is no 财政拨款', () => {
    assert.deepEqual(childrenOf('fund', 'fiscal'), ['general', 'govfund', 'capital']);
    assert.deepEqual(childrenOf('fund', 'all'), ['fiscal', 'special', 'own']);
    assert.equal(isWithin('fund', 'own:business', 'fiscal'), false);
  });

  it('knows the parts of 基本支出 and of the three public costs', () => {
    assert.deepEqual(childrenOf('nature', 'basic'), ['personnel', 'public']);
    assert.deepEqual(childrenOf('item', 'sg'), ['sg:abroad', 'sg:reception', 'sg:vehicle']);
    assert.deepEqual(childrenOf('item', 'sg:vehicle'), ['sg:purchase', 'sg:running']);
  });

  it('a member that nobody knows has neither parent nor children and lies within itself alone', () => {
    assert.equal(parentOf('fund', 'unheard-of'), undefined);
    assert.deepEqual(childrenOf('fund', 'unheard-of'), []);
    assert.equal(isWithin('fund', 'unheard-of', 'unheard-of'), true);
    assert.equal(isWithin('fund', 'unheard-of', 'all'), false);
  });
});
