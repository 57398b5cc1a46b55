import assert from 'node:assert/strict';
import { checkText, resultOf, workbookOf } from '../../src';
import { readText } from '../../src/ingest';
import { splitSets } from '../../src/recognize';
import { sampleDocuments } from '../ledger';
import { rows } from './read';

/*
 * Several institutions in one file: each set is checked by itself, whatever stands between them.
 */

const [department] = sampleDocuments(31, 1, { clean: true, scale: 'medium', level: 'department' });
const [unit] = sampleDocuments(77, 1, { clean: true, scale: 'small', level: 'unit' });
const first = department!.text;
const second = unit!.text;
const CHAPTER = '第三部分';

function alarms(text: string): string[] {
  return checkText('样例', text)
    .reconciliation.findings.filter(({ severity }) => severity !== 'info')
    .map(({ message }) => message);
}

function setsOf(text: string): number {
  return splitSets(readText('样例', text)).length;
}

/** The forms of a document without cover, contents and explanation. */
function forms(text: string, from: string): string {
  const end = text.lastIndexOf(CHAPTER);
  return text.slice(text.lastIndexOf(from, end), end);
}

describe('two whole sets in one file', () => {
  const both = `${first}\n\n${second}`;

  it('neither is held against the other', () => assert.deepEqual(alarms(both), []));

  it('as many figures are checked as in the two documents', () => {
    const checked = (text: string): number[] => {
      const { reconciliation } = checkText('样例', text);
      return [reconciliation.tableCoverage.checked, reconciliation.narrativeCoverage!.checked];
    };
    const [one, other] = [checked(first), checked(second)];
    assert.deepEqual(checked(both), [one[0]! + other[0]!, one[1]! + other[1]!]);
  });

  it('the profile is the department’s, wherever it stands', () => {
    for (const text of [both, `${second}\n\n${first}`]) {
      const { profile, tables, messages } = resultOf(checkText('样例', text));
      assert.equal(profile.entity, department!.ledger.entity);
      assert.equal(tables.filter(({ entity }) => entity === unit!.ledger.entity).length, 13);
      assert.equal(tables.filter(({ entity }) => entity === undefined).length, 13);
      assert.ok(messages.some(({ text: message }) => message.includes('2 个单位')));
    }
  });

  it('a slip in the second set is found there, named and marked on its own sheet', () => {
    const at = second.indexOf('合计', second.indexOf('预算支出总表', second.lastIndexOf('预算收入总表')));
    const figure = /\d[\d,]*\.\d\d/.exec(second.slice(at))![0];
    const from = second.indexOf(figure, at);
    const wrong =
      second.slice(0, from) +
      figure.replace(/^\d/, (digit) => (digit === '9' ? '8' : '9')) +
      second.slice(from + figure.length);
    const checked = checkText('样例', `${first}\n\n${wrong}`);
    const [error] = checked.reconciliation.findings.filter(({ severity }) => severity === 'error');
    assert.ok(error!.message.startsWith(`${unit!.ledger.entity}：`), error!.message);
    assert.match(resultOf(checked).findings.find(({ id }) => id === error!.id)!.suspects[0]!.sheet!, /（2）$/);
  });

  it('sheets bear the name of their institution, and are read back as two sets', () => {
    const plan = workbookOf(checkText('样例', both));
    const sheet = plan.sheets.find(({ name }) => name === '预算支出总表（2）')!;
    assert.ok(sheet.values.flat().some((value) => typeof value === 'string' && value.includes(unit!.ledger.entity)));
  });
});

describe('a department’s forms followed by those of its units', () => {
  it('with one explanation, which is the department’s', () => {
    const explanation = first.slice(first.lastIndexOf(CHAPTER));
    const text =
      first.slice(0, first.lastIndexOf(CHAPTER)) + forms(second, `${unit!.ledger.year}年预算收支总表`) + explanation;
    assert.equal(setsOf(text), 2);
    assert.deepEqual(alarms(text), []);
  });

  const table = (entity: string, title: string, total: string): string =>
    `${title}\n${entity === '' ? '' : `单位名称：${entity}\n`}单位：万元\n${rows('科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出', `合计 | | ${total} | ${total} | 0.00`, `205 | 教育支出 | ${total} | ${total} | 0.00`)}\n\n`;
  const TITLES = ['2024年预算收入总表', '2024年预算支出总表', '2024年财政拨款支出表'];
  const set = (entity: string, total: string): string => TITLES.map((title) => table(entity, title, total)).join('');

  it('form by form, in turn', () => {
    const text = TITLES.map(
      (title) => table('白石县教育局', title, '30.00') + table('白石县第一小学', title, '10.00'),
    ).join('');
    assert.equal(setsOf(text), 2);
    assert.deepEqual(alarms(text), []);
    assert.notDeepEqual(alarms(text.replace('10.00', '11.00')), []);
  });

  it('forms without names that come again are another set', () => {
    const text = `${set('', '30.00')}\n${set('', '10.00')}`;
    assert.equal(setsOf(text), 2);
    assert.deepEqual(alarms(text), []);
  });

  it('the department and its own office', () => {
    const text = set('白石县教育局', '30.00') + set('白石县教育局本级', '10.00');
    assert.equal(setsOf(text), 2);
    assert.deepEqual(alarms(text), []);
  });

  it('names of institutions in the titles', () => {
    const named = (entity: string, total: string): string =>
      TITLES.map((title) => table('', entity + title, total)).join('');
    assert.deepEqual(alarms(named('白石县教育局', '30.00') + named('白石县第一小学', '10.00')), []);
  });

  const one: readonly (readonly [name: string, text: string])[] = [
    ['one set', set('白石县教育局', '30.00')],
    ['a name misspelt once', table('白石县教育局', TITLES[0]!, '30.00') + table('白石县教育句', TITLES[1]!, '30.00')],
    [
      'a name misspelt over a form printed again',
      set('白石县教育局', '30.00') + table('白石县教盲局', TITLES[2]!, '30.00'),
    ],
    [
      'two names that have no form in common',
      table('白石县教育局', TITLES[0]!, '30.00') + table('白石县教育局机关', TITLES[1]!, '30.00'),
    ],
    ['the same institution’s forms printed again', set('白石县教育局', '30.00') + set('白石县教育局', '30.00')],
    [
      'the code of an institution before its name',
      set('白石县教育局', '30.00') + table('101001白石县教育局', TITLES[2]!, '30.00'),
    ],
    ['the end of a name cut off', set('白石县教育局', '30.00') + table('白石县教育', TITLES[2]!, '30.00')],
    ['last year’s forms without names', set('', '30.00') + set('', '20.00').replaceAll('2024年', '2023年')],
    ['a form printed twice in a row', set('', '30.00') + table('', TITLES[2]!, '30.00')],
  ];
  for (const [name, text] of one) it(`${name}: no second institution`, () => assert.equal(setsOf(text), 1));
});
