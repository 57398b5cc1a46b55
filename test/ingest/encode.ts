/** Bytes of GB18030 characters of one and two bytes, by decoding all of them once: Node has a decoder only. */
function table(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && char.length === 1 && char !== '\ufffd') found.set(char, [lead, trail]);
    }
  for (let code = 0; code < 0x80; code += 1) found.set(String.fromCharCode(code), [code]);
  return found;
}

let known: Map<string, readonly number[]> | undefined;

/**
 * A text in GB18030.
 * @throws RangeError for a character that takes four bytes; the texts of the tests have none.
 */
export function gb18030(text: string): Uint8Array {
  known ??= table();
  const codes = known;
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = codes.get(char);
      if (!code) throw new RangeError(`no two bytes for ${char}`);
      return [...code];
    }),
  );
}
