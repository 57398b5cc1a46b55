import assert from 'node:assert/strict';
import { decode, MAX_BYTES } from '../../src/ingest/decode';
import { gb18030 } from './encode';

const TEXT = '2023年预算收支总表\n单位：万元\n一、一般公共预算\t１２３.45\n合计\t—\n';

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values);
}

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const buffer = Buffer.from(text, 'utf16le');
  return order === 'le' ? buffer : buffer.swap16();
}

describe('encodings', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE', utf16(TEXT, 'le')],
    ['UTF-16 LE with BOM', utf16(`\ufeff${TEXT}`, 'le')],
    ['UTF-16 BE', utf16(TEXT, 'be')],
    ['UTF-16 BE with BOM', utf16(`\ufeff${TEXT}`, 'be')],
    ['GB18030', gb18030(TEXT)],
  ];
  for (const [name, encoded] of cases)
    it(`${name} reads as the same text`, () => assert.deepEqual(decode(encoded), { text: TEXT }));

  it('every encoding is told apart in a long text too', () => {
    const long = TEXT.repeat(500);
    for (const encoded of [Buffer.from(long), utf16(long, 'le'), utf16(long, 'be'), gb18030(long)])
      assert.deepEqual(decode(encoded), { text: long });
  });

  it('plain ASCII is a text', () => assert.deepEqual(decode(Buffer.from('a\t1\n')), { text: 'a\t1\n' }));
});

describe('what cannot be read', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, reason: RegExp])[] = [
    ['an empty file', bytes(), /空/],
    ['blanks only', Buffer.from(' \n\t\n\u3000'), /没有文字/],
    ['a zip', bytes(0x50, 0x4b, 3, 4, 1, 2, 3), /压缩/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
    ['an old Office file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /旧版 Office/],
    ['a PNG picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), /图片/],
    ['a JPEG picture', bytes(0xff, 0xd8, 0xff, 0xe0), /图片/],
    ['random bytes', Uint8Array.from({ length: 4096 }, (_, at) => (at * at * 31 + at * 7) % 251), /编码/],
    ['text with control characters all over', Buffer.from('预算\u0000\u0001'.repeat(50)), /编码/],
    ['half a character and then nonsense', bytes(0xe4, 0xb8, 0xff, 0xff, 0x80), /编码/],
  ];
  for (const [name, encoded, reason] of cases) {
    it(`${name}: the reason is said`, () => {
      const decoded = decode(encoded);
      assert.ok('error' in decoded, JSON.stringify(decoded));
      assert.match(decoded.error, reason);
    });
  }

  it('more than the largest size there is', () => {
    const decoded = decode(new Uint8Array(MAX_BYTES + 1));
    assert.ok('error' in decoded);
    assert.match(decoded.error, /过大.*65 MB.*64 MB/);
  });
});

describe('a damaged byte', () => {
  const long = TEXT.repeat(8);
  const encodings: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['UTF-8', Buffer.from(long)],
    ['GB18030', gb18030(long)],
  ];
  for (const [name, whole] of encodings) {
    it(`of ${name} costs a few characters wherever it stands, and is said, with its line`, () => {
      let said = 0;
      for (let at = 0; at < whole.length; at += 5) {
        const damaged = Uint8Array.from(whole);
        damaged[at] = 0xff;
        const decoded = decode(damaged);
        assert.ok('text' in decoded, `byte ${at}: ${JSON.stringify(decoded)}`);
        const line = Buffer.from(whole.slice(0, at)).filter((byte) => byte === 10).length + 1;
        const differing = long.length - commonLength(decoded.text, long);
        assert.ok(differing <= 10, `byte ${at}: ${differing} characters`);
        if (!decoded.messages) continue;
        said += 1;
        assert.match(decoded.messages[0]!.text, new RegExp(`字节损坏.*第 ${line} 行`));
      }
      assert.ok(said > whole.length / 5 / 2, `${said} times`);
    });
  }

  it('at the end, inside a character, costs that character', () => {
    const decoded = decode(Buffer.from(`${long}合计`).subarray(0, -1));
    assert.ok('text' in decoded);
    assert.equal(decoded.text, `${long}合\ufffd`);
  });
});

/** How many characters two texts have in common at their ends together. */
function commonLength(one: string, other: string): number {
  let front = 0;
  while (front < other.length && one[front] === other[front]) front += 1;
  let back = 0;
  while (back < other.length - front && one[one.length - 1 - back] === other[other.length - 1 - back]) back += 1;
  return front + back;
}
