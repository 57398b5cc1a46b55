import type { Message } from '../model/source';

/* Bytes to text: the encoding is told from the content, never from the name. */

/** The text, and what was not understood of it; or the reason why it cannot be read. */
export type Decoded = { readonly text: string; readonly messages?: readonly Message[] } | { readonly error: string };

/** Larger inputs are refused: no disclosure comes near it, and a pane must not freeze. In bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], '这是压缩格式的文件（xlsx、docx 或 zip），不是文本'],
  [[0x25, 0x50, 0x44, 0x46], '这是 PDF 文件，不是文本'],
  [[0xd0, 0xcf, 0x11, 0xe0], '这是旧版 Office 文件（.doc 等），请先另存为 .docx 或 .xlsx'],
  [[0x89, 0x50, 0x4e, 0x47], '这是图片文件'],
  [[0xff, 0xd8, 0xff], '这是图片文件'],
];

/** The reason for bytes that are no text at all. */
export const NO_TEXT = '编码无法识别：不是 UTF-8、UTF-16 或 GB18030 文本';

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * In UTF-16 text every other byte of ASCII is zero, so most zeros stand on one side; those on the other belong to 一
 * (U+4E00) and the like.
 */
function utf16Guess(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  });
  const enough = sample.length / 50;
  if (odd > enough && odd > 2 * even) return 'utf-16le';
  if (even > enough && even > 2 * odd) return 'utf-16be';
  return undefined;
}

// eslint-disable-next-line no-control-regex -- control characters are what tells binary data from text
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/**
 * Decodes UTF-8 (with or without BOM), UTF-16 (with or without BOM) or GB18030.
 * @returns the text without BOM, or the reason in the user's words why it cannot be read
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { error: '文件是空的' };
  if (bytes.length > MAX_BYTES)
    return { error: `文件过大（${Math.ceil(bytes.length / 1048576)} MB），超过 ${MAX_BYTES / 1048576} MB 的上限` };
  for (const [signature, reason] of SIGNATURES) if (startsWith(bytes, signature)) return { error: reason };
  const encodings = startsWith(bytes, [0xff, 0xfe])
    ? ['utf-16le']
    : startsWith(bytes, [0xfe, 0xff])
      ? ['utf-16be']
      : ['utf-8', 'gb18030'];
  const guess = utf16Guess(bytes);
  if (guess) encodings.unshift(guess);
  for (const encoding of encodings) {
    const whole = tryDecode(bytes, encoding);
    const decoded = whole === undefined ? decodeDamaged(bytes, encoding) : { text: whole };
    if (!decoded || isBinary(decoded.text)) continue;
    return decoded.text.trim() === '' ? { error: '文件中没有文字' } : decoded;
  }
  return { error: NO_TEXT };
}

function isBinary(text: string): boolean {
  const head = text.slice(0, 65536);
  return (head.match(CONTROL)?.length ?? 0) > head.length / 200;
}

/** What stands for bytes that are no character. */
const REPLACEMENT = '\ufffd';
/** One in so many characters may be damaged; more are another encoding. */
const FEWEST_WHOLE = 30;

/**
 * A damaged byte costs the character that it stood in and not the whole text, where nearly all the others are
 * characters of this encoding, and such that another one would not take for its own.
 */
function decodeDamaged(bytes: Uint8Array, encoding: string): Exclude<Decoded, { error: string }> | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  const places: number[] = [];
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) places.push(at);
  const wide = (text.match(WIDE)?.length ?? 0) - places.length;
  if (wide < FEWEST_WHOLE * Math.ceil(places.length / 3)) return undefined;
  return { text, messages: [{ severity: 'warning', text: damageText(text, places) }] };
}

/** Characters of more than one byte. */
const WIDE = /[\u0080-\uffff]/g;
const SHOWN_LINES = 5;

function damageText(text: string, places: readonly number[]): string {
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  for (const place of places) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) {
      line += 1;
      from = at + 1;
    }
    if (lines[lines.length - 1] !== line) lines.push(line);
  }
  const shown = lines.slice(0, SHOWN_LINES).join('、');
  const others = lines.length > SHOWN_LINES ? ' 等' : '';
  return `文件有 ${places.length} 处字节损坏，读不出的字以“${REPLACEMENT}”代替（第 ${shown}${others} 行），请对照原件`;
}
