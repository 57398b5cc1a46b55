import assert from 'node:assert/strict';
import type { PartialKey } from '../../src/model/key';
import { flowOf, meaningOf } from '../../src/vocabulary/lexicon';

describe('what words say', () => {
  const cases: readonly (readonly [text: string, meaning: PartialKey])[] = [
    ['一般公共预算', { fund: 'general' }],
    ['政府性基金预算', { fund: 'govfund' }],
    ['国有资本经营预算', { fund: 'capital' }],
    ['财政专户管理资金', { fund: 'special' }],
    ['单位资金', { fund: 'own' }],
    ['事业单位经营收入', { fund: 'own:operating' }],
    ['基本支出', { nature: 'basic' }],
    ['公用经费', { nature: 'public' }],
    ['对附属单位补助支出', { nature: 'subsidy' }],
    ['上年结转', { vintage: 'carryover' }],
    ['当年预算安排', { vintage: 'current' }],
    ['“三公”经费', { item: 'sg' }],
    ['公务用车购置费', { item: 'sg:purchase' }],
    ['机关运行经费', { item: 'op' }],
    ['合计', {}],
    ['', {}],
  ];
  for (const [text, meaning] of cases) it(text || '（空）', () => assert.deepEqual(meaningOf(text), meaning));
});

describe('the longest phrase wins', () => {
  const cases: readonly (readonly [text: string, meaning: PartialKey])[] = [
    ['2023年项目支出预算表（不含上年结转）', { nature: 'project', vintage: 'current' }],
    ['2023年项目支出预算表（上年结转）', { nature: 'project', vintage: 'carryover' }],
    ['公务用车购置及运行维护费', { item: 'sg:vehicle' }],
    ['公务用车运行维护费', { item: 'sg:running' }],
    ['对附属单位补助支出', { nature: 'subsidy' }],
    ['上年财政拨款结转', { vintage: 'carryover', fund: 'fiscal' }],
  ];
  for (const [text, meaning] of cases) it(text, () => assert.deepEqual(meaningOf(text), meaning));
});

describe('several members of one dimension', () => {
  it('the more special one counts, whichever is printed first', () => {
    assert.deepEqual(meaningOf('一般公共预算财政拨款'), { fund: 'general' });
    assert.deepEqual(meaningOf('财政拨款（一般公共预算）'), { fund: 'general' });
  });

  it('two that exclude each other say nothing, the rest of the text still does', () => {
    assert.deepEqual(meaningOf('一般公共预算和政府性基金预算基本支出'), { nature: 'basic' });
    assert.deepEqual(meaningOf('基本支出和项目支出'), {});
  });

  it('blanks, brackets and marks do not matter', () => {
    assert.deepEqual(meaningOf('政府性\u3000基金 预算'), { fund: 'govfund' });
    assert.deepEqual(meaningOf('<b>因公出国(境)费</b>'), { item: 'sg:abroad' });
  });

  it('the same question has the same answer however many came between', () => {
    const first = meaningOf('上年结转');
    for (let at = 0; at < 6000; at += 1) meaningOf(`科目${at}`);
    assert.deepEqual(meaningOf('上年结转'), first);
  });
});

describe('which way the money flows', () => {
  for (const [text, flow] of [
    ['预算收入总表', 'income'],
    ['预算支出总表', 'expenditure'],
    ['项目支出预算表', 'expenditure'],
    ['财政拨款收支总表', undefined],
    ['收入支出决算总表', undefined],
    ['机构设置', undefined],
  ] as const) {
    it(text, () => assert.equal(flowOf(text), flow));
  }
});
