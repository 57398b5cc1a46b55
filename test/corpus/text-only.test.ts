import assert from 'node:assert/strict';
import { corpusText } from '../../bench/corpus';
import { checkSheets, checkText, resultOf, workbookOf } from '../../src';

/*
 * The real disclosure that encloses no form: figures of it, none of its words.
 */

describe('corpus: a document without tables', () => {
  const text = corpusText('003')?.text;
  if (text === undefined) {
    it('needs the corpus, which is not here', function () {
      this.skip();
    });
    return;
  }
  const checked = checkText('003.txt', text);
  const result = resultOf(checked);

  it('is of its family, and lacks what its list does not excuse', () => {
    assert.equal(result.profile.family, 'sichuan-final');
    assert.ok(result.profile.entity.endsWith('中心'));
    assert.equal(result.missing.length, 10);
  });

  it('has all figures of charts and 自评表 tied, and the one that is wrong accused', () => {
    assert.deepEqual(result.coverage.attachment, { figures: 17, checked: 17 });
    const errors = result.findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ stated, expected }) => [stated, expected]),
      [['412.63', '430.37']],
    );
  });

  it('fills the sheets with what the text states, and raises nothing when they are read back', () => {
    const { sheets, messages } = workbookOf(checked);
    const notes = sheets.flatMap(({ notes: own = [] }) => own);
    assert.ok(notes.length >= 140, String(notes.length));
    assert.ok(notes.every(({ text: note }) => note.startsWith('取自正文第')));
    assert.deepEqual(
      messages.filter(({ severity }) => severity !== 'info'),
      [],
    );
    const again = checkSheets(
      'again',
      sheets.map(({ name, values }) => ({ name, values })),
    );
    assert.deepEqual(
      again.reconciliation.findings.filter(({ severity }) => severity !== 'info'),
      [],
    );
  });
});
