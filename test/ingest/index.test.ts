import assert from 'node:assert/strict';
import { ingest, READABLE_ENDINGS, UnreadableError } from '../../src/ingest';

describe('reading a file', () => {
  it('a text becomes a document under its own name', () => {
    const { name, blocks, messages } = ingest('公开.txt', Buffer.from('收支总表\n合计\t3.00\n'));
    assert.deepEqual([name, blocks.map(({ kind }) => kind), messages], ['公开.txt', ['line', 'grid'], []]);
  });

  it('the content decides, not the ending', () => {
    assert.equal(ingest('公开.xlsx', Buffer.from('合计\t3.00\n')).blocks.length, 1);
  });

  it('what cannot be read throws, with the name and the reason', () => {
    assert.throws(
      () => ingest('空.txt', new Uint8Array()),
      (error) => error instanceof UnreadableError && error.source === '空.txt' && /^空\.txt：.*空/.test(error.message),
    );
  });

  it('endings begin with a dot, in small letters', () => {
    for (const ending of READABLE_ENDINGS) assert.match(ending, /^\.[a-z]+$/);
    for (const ending of ['.txt', '.md']) assert.ok(READABLE_ENDINGS.includes(ending), ending);
  });
});
