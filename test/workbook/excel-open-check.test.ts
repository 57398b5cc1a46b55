import assert from 'node:assert/strict';
import { checkSheets, checkText, workbookOf } from '../../src';
import { checkPlan } from '../../src/workbook';
import { findingsInPlace, marksInPlace, noticeSheet, withNotice } from '../../src/workbook/open-marks';
import { sampleDocuments } from '../ledger';

/*
 * What a check of an open workbook points at: the cells as they lie there, wherever that is.
 */

describe('open workbook: marks and findings in place', () => {
  const [document] = sampleDocuments(5, 1, { clean: true, precision: 'exact', scale: 'small' });
  const { sheets } = workbookOf(checkText('generated', document!.text));
  const forms = sheets.filter(({ kind }) => kind === 'form');
  // Two empty rows above and a column to the left: no cell is where we would have put it.
  const moved = forms.map(({ name, values }) => {
    const width = (values[0]?.length ?? 0) + 1;
    const blank = (): null[] => Array.from({ length: width }, () => null);
    return { name, values: [blank(), blank(), ...values.map((row) => [null, ...row])] };
  });

  it('nothing is found in a sheet that is right, wherever it lies', () => {
    const { reconciliation } = checkSheets('open', moved);
    assert.deepEqual(marksInPlace(reconciliation), []);
  });

  it('points at the cell that was changed, in marks as in links', () => {
    const name = '预算支出总表';
    const spoilt = moved.map((sheet) => ({ ...sheet, values: sheet.values.map((row) => [...row]) }));
    const { values } = spoilt.find((sheet) => sheet.name === name)!;
    const row = values.findIndex((line) => line.some((value) => typeof value === 'number' && value > 0));
    const column = values[row]!.findIndex((value) => typeof value === 'number' && value > 0);
    values[row]![column] = Number(values[row]![column]) + 500;
    const cell = `${String.fromCharCode(65 + column)}${row + 1}`;

    const { disclosure, family, reconciliation } = checkSheets('open', spoilt);
    const errors = marksInPlace(reconciliation).filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map((mark) => [mark.sheet, mark.cell]),
      [[name, cell]],
    );
    const sheet = findingsInPlace(disclosure, family, reconciliation);
    assert.deepEqual(sheet.links[0]?.target, { sheet: name, cell });
    const names = new Set(spoilt.map((one) => one.name));
    assert.ok(sheet.links.every(({ target }) => names.has(target.sheet)));
    checkPlan({ sheets: [withNotice(sheet, '工作表受保护。'.repeat(30))], marks: [] });
  });

  it('a notice is a sheet like any other', () => {
    const sheet = noticeSheet(['没有识别到公开表。', '请'.repeat(300)]);
    checkPlan({ sheets: [sheet], marks: [] });
    checkPlan({ sheets: [withNotice(sheet, '又一句')], marks: [] });
    assert.deepEqual([sheet.name, sheet.kind, sheet.values.flat()[1]], ['核对结果', 'findings', '没有识别到公开表。']);
    assert.ok(sheet.rowHeights.at(-1)!.height > 60);
  });
});
