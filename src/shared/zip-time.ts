/*
 * A zip archive stamps every entry with the time of writing, and the library that packs ours cannot be told another
 * one. The stamps have a fixed place in the format (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16), so they are set afterwards.
 */

const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_OF_CENTRAL = 0x06054b50;
const END_LENGTH = 22;

// 1980-01-01 00:00, the first moment that the format can tell.
const TIME = 0;
const DATE = (1 << 5) | 1;

function endOfCentral(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END_OF_CENTRAL) return at;
  }
  return -1;
}

/** Sets the time of every entry of a zip archive, in place. Bytes that are no such archive are left as they are. */
export function fixZipTimes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfCentral(view);
  if (end < 0) return;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === CENTRAL_ENTRY; left -= 1) {
    view.setUint16(at + 12, TIME, true);
    view.setUint16(at + 14, DATE, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) === LOCAL_ENTRY) {
      view.setUint16(local + 10, TIME, true);
      view.setUint16(local + 12, DATE, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
