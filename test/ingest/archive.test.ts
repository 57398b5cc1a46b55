import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { ArchiveError, repack, unpack, zipEntries } from '../../src/ingest/archive';

/* Archives of our own making, and what damage does to them. */

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const all = (): boolean => true;
const ENTRIES = {
  'a.xml': text('<a>合计 12.34</a>'.repeat(40)),
  'b/c.xml': text('<b/>'),
  'd.bin': new Uint8Array(300),
};
const packed = (): Uint8Array => zipSync(ENTRIES, { level: 6, mtime: new Date(2024, 0, 1) });

function contents(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    unpack(bytes, all).map(({ name, content }) => [name, Buffer.from(content).toString('base64')]),
  );
}

/** What became of a damaged archive: refused in words, or read as it was. */
function outcome(bytes: Uint8Array): 'refused' | 'same' | 'changed' {
  try {
    return JSON.stringify(contents(bytes)) === JSON.stringify(contents(packed())) ? 'same' : 'changed';
  } catch (error) {
    assert.ok(error instanceof ArchiveError, String(error));
    assert.match(error.message, /^[^\n]*[\u4e00-\u9fff][^\n]*$/);
    return 'refused';
  }
}

describe('zip archives', () => {
  it('are unpacked entry by entry, those that are wanted', () => {
    assert.deepEqual(
      unpack(packed(), (name) => name.endsWith('.xml')).map(({ name }) => name),
      ['a.xml', 'b/c.xml'],
    );
  });

  it('made again without packing hold the same', () => {
    const again = repack(unpack(packed(), all));
    assert.deepEqual(contents(again), contents(packed()));
    assert.deepEqual(repack(unpack(again, all)), again);
  });

  it('may stand behind something else, and end with a comment', () => {
    const archive = packed();
    assert.deepEqual(contents(Uint8Array.from([...text('前面的东西'), ...archive])), contents(archive));
  });

  it('cut off anywhere are refused or hold nothing', () => {
    const archive = packed();
    for (let length = 0; length < archive.length; length += 7) {
      const cut = archive.slice(0, length);
      assert.ok(zipEntries(cut).length === 0 || outcome(cut) === 'refused', String(length));
    }
  });

  it('with any one bit changed are refused, or read as they were: nothing changes silently', () => {
    const archive = packed();
    const outcomes = { refused: 0, same: 0, changed: 0 };
    const wanted = Object.values(contents(archive));
    for (let bit = 0; bit < archive.length * 8; bit += 1) {
      const damaged = archive.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      // A name that changed is another entry, and what it holds is what it held.
      const found = valuesOf(damaged);
      if (found === undefined) outcomes.refused += 1;
      else if (found.every((value) => wanted.includes(value))) outcomes.same += 1;
      else outcomes.changed += 1;
    }
    assert.equal(outcomes.changed, 0);
    assert.ok(outcomes.refused > 500, JSON.stringify(outcomes));
  });

  it('that claim another size are refused, whichever it is', () => {
    for (const claim of [0, 1, 0x7fffffff]) {
      const lying = packed();
      const view = new DataView(lying.buffer);
      const at = directoryOf(lying);
      view.setUint32(at + 24, claim, true);
      assert.equal(outcome(lying), 'refused');
    }
  });

  it('that unpack to very much are refused after a part of it', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(80 * 1024 * 1024) });
    assert.ok(bomb.length < 200_000);
    assert.throws(() => unpack(bomb, all), /解开后过大/);
    assert.deepEqual(
      unpack(bomb, (name) => name === 'b.xml'),
      [],
    );
  });

  it('with an entry twice, or locked, are refused', () => {
    const locked = packed();
    locked[directoryOf(locked) + 8]! |= 1;
    assert.throws(() => unpack(locked, all), /有密码/);
    const [first] = unpack(packed(), all);
    assert.throws(() => unpack(repack([first!, first!]), all), /有两份/);
  });
});

function valuesOf(bytes: Uint8Array): string[] | undefined {
  try {
    return Object.values(contents(bytes));
  } catch (error) {
    assert.ok(error instanceof ArchiveError, String(error));
    return undefined;
  }
}

/** Where the directory begins. */
function directoryOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer).getUint32(bytes.length - 22 + 16, true);
}
