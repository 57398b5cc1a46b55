import assert from 'node:assert/strict';
import { checkSource, workbookOf } from '../../src';
import { readText } from '../../src/ingest';
import { Basis, editedCells } from '../../src/taskpane/basis';
import { countFindings, listFindings, matchesFilter, type ListedFinding } from '../../src/taskpane/findings';
import { cleanSample, withSlips } from './sample-ledger';

function basisOf(text: string): Basis {
  const source = readText('x', text);
  const checked = checkSource(source);
  return Basis.ofDocument(source, checked, workbookOf(checked));
}

/** The sheets that a document fills, as they are read back. */
function sheetsOf(basis: Basis): { name: string; values: (string | number | null)[][] }[] {
  const { sheets } = workbookOf(basis.checked);
  const own = ['核对结果', '情况说明'];
  return sheets
    .filter(({ name }) => !own.includes(name))
    .map(({ name, values }) => ({ name, values: values.map((row) => [...row]) }));
}

const keys = (listed: readonly ListedFinding[]): string[] => listed.map(({ key }) => key);

describe('findings of the pane', () => {
  const slipped = basisOf(withSlips(cleanSample()));

  it('have a cell, a group and a proposal', () => {
    const [first] = listFindings(slipped);
    assert.deepEqual(first!.place, { sheet: '预算支出总表', cell: 'C22' });
    assert.equal(first!.group, '预算支出总表');
    assert.deepEqual(first!.proposal, { place: first!.place, value: 180.6, text: '180.60万元' });
  });

  it('keep their keys when the workbook is read instead of the document', () => {
    const read = Basis.ofSheets('x', sheetsOf(slipped), slipped);
    assert.deepEqual(keys(listFindings(read)), keys(listFindings(slipped)));
  });

  it('the text stays part of what is checked when the sheets are read', () => {
    const wrong = basisOf(cleanSample().replace('项目支出842.36万元', '项目支出824.36万元'));
    const read = Basis.ofSheets('x', sheetsOf(wrong), wrong);
    assert.ok(keys(listFindings(wrong)).length > 0);
    assert.deepEqual(keys(listFindings(read)), keys(listFindings(wrong)));
    const without = Basis.ofSheets('x', sheetsOf(wrong));
    assert.deepEqual(keys(listFindings(without)), []);
  });

  it('follow an edited amount', () => {
    const clean = basisOf(cleanSample());
    const before = sheetsOf(clean).find(({ name }) => name === '预算支出总表')!;
    const after = { ...before, values: before.values.map((row) => [...row]) };
    after.values[21]![2] = 1;
    assert.deepEqual(editedCells(before.values, after.values), ['C22']);
    const edited = clean.withEdits(before, after)!;
    assert.deepEqual(
      listFindings(edited).map(({ place }) => place?.cell),
      ['C22'],
    );
    assert.deepEqual(listFindings(edited.withEdits(after, before)!), []);
    after.values[21]![2] = '待定';
    assert.equal(clean.withEdits(before, after), undefined, 'text makes it a document to be read');
    after.values[21]![2] = before.values[21]![2]!;
    after.values[21]![1] = '改名';
    assert.equal(clean.withEdits(before, after), undefined, 'so does a name');
  });

  it('are ordered by gravity, forms together', () => {
    const listed = listFindings(basisOf(withSlips(cleanSample()).replace('项目支出842.36万元', '项目支出824.36万元')));
    const groups = listed.map(({ group }) => group);
    assert.deepEqual([...new Set(groups)].length, groups.filter((group, at) => group !== groups[at - 1]).length);
    const grave = listed.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
    assert.equal(grave[0], Math.min(...grave));
  });

  it('are filtered by severity and by words', () => {
    const [first, second] = listFindings(slipped);
    assert.ok(matchesFilter(first!, { search: '' }));
    assert.ok(matchesFilter(first!, { severity: 'error', search: ' c22 水利 ' }));
    assert.ok(!matchesFilter(first!, { severity: 'info', search: '' }));
    assert.ok(!matchesFilter(second!, { search: 'c22' }));
    assert.deepEqual(countFindings([first!, second!]), { error: 2, warning: 0, info: 0 });
  });
});
