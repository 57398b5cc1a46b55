import { Inflate } from 'fflate';

/*
 * Zip archives, opened with suspicion: sizes are those that come out and not those that are claimed, every entry is
 * held against its checksum, and there is a limit to all of it. Libraries that read such files get an archive of our
 * own making, in which nothing is packed and nothing claimed that is not so (APPNOTE.TXT 4.3, 4.4).
 */

export interface ZipEntry {
  readonly name: string;
  /** Offset of the local header. */
  readonly at: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly isLocked: boolean;
}

/** Why an archive is not opened, in the user's words. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_LENGTH = 46;
const HEADER_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/** A workbook of many sheets has some hundred entries. */
const MOST_ENTRIES = 10_000;
/** Unpacked, in bytes, of all that is read: no disclosure comes near it. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** So much of a packed entry is unpacked at a time. */
const PIECE = 64 * 1024;

const DAMAGED = '文件损坏或不完整';
const TOO_LARGE = '解开后过大，不像公开文件';
const LOCKED = '文件有密码，请先取消密码';

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

/**
 * The directory of a zip archive; none when it is cut off or no archive. Something may stand before the archive: then
 * all offsets are off by as much.
 * @throws ArchiveError when it has too many entries, or one twice
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end < 0) return [];
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new ArchiveError(TOO_LARGE);
  const shift = end - view.getUint32(end + 12, true) - view.getUint32(end + 16, true);
  const utf8 = new TextDecoder();
  const names = new Set<string>();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true) + shift;
  for (let left = count; left > 0 && at >= 0 && at + ENTRY_LENGTH <= end; left -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) break;
    const length = view.getUint16(at + 28, true);
    const name = utf8.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length));
    if (names.has(name)) throw new ArchiveError(`${DAMAGED}：其中“${clipped(name)}”有两份`);
    names.add(name);
    entries.push({
      name,
      at: view.getUint32(at + 42, true) + shift,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += ENTRY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (entries.length !== count) throw new ArchiveError(DAMAGED);
  return entries;
}

/** Names of entries are text of the document: shown, and no longer than a reader needs. */
function clipped(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function packedBytes(bytes: Uint8Array, { name, at, packed }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  const broken = new ArchiveError(`${DAMAGED}：“${clipped(name)}”不全`);
  if (at < 0 || at + HEADER_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) throw broken;
  const from = at + HEADER_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw broken;
  return bytes.subarray(from, from + packed);
}

/** Unpacks one entry. @param most so many bytes may come out */
function unpacked(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  const { name, method, isLocked, size, crc } = entry;
  if (isLocked) throw new ArchiveError(LOCKED);
  const packed = packedBytes(bytes, entry);
  if (method !== STORED && method !== DEFLATED)
    throw new ArchiveError(`“${clipped(name)}”的压缩方法不认识，请另存一次`);
  const content = method === STORED ? packed : inflated(packed, name, most);
  if (content.length > most) throw new ArchiveError(TOO_LARGE);
  if (content.length !== size || crc32(content) !== crc)
    throw new ArchiveError(`${DAMAGED}：“${clipped(name)}”的内容与校验码不符，请重新取得这份文件`);
  return content;
}

function inflated(packed: Uint8Array, name: string, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isDone = false;
  const inflate = new Inflate((piece, final) => {
    length += piece.length;
    isDone ||= final;
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += PIECE)
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    throw new ArchiveError(`${DAMAGED}：“${clipped(name)}”解不开`);
  }
  if (length > most) throw new ArchiveError(TOO_LARGE);
  if (!isDone) throw new ArchiveError(`${DAMAGED}：“${clipped(name)}”不全`);
  const content = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    content.set(piece, at);
    at += piece.length;
  }
  return content;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) crc = CRC_TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export interface Unpacked {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * Unpacks the entries that are wanted, in the order of the directory.
 * @throws ArchiveError when one of them is damaged, locked, or too large
 */
export function unpack(bytes: Uint8Array, wants: (name: string) => boolean): Unpacked[] {
  let left = MOST_UNPACKED;
  return zipEntries(bytes).flatMap((entry): Unpacked[] => {
    if (entry.name.endsWith('/') || !wants(entry.name)) return [];
    const content = unpacked(bytes, entry, left);
    left -= content.length;
    return [{ name: entry.name, content }];
  });
}

/** An archive of these entries in which nothing is packed. */
export function repack(entries: readonly Unpacked[]): Uint8Array {
  const encoder = new TextEncoder();
  const files = entries.map(({ name, content }) => ({ name: encoder.encode(name), content, crc: crc32(content) }));
  const body = files.reduce((sum, { name, content }) => sum + HEADER_LENGTH + name.length + content.length, 0);
  const directory = files.reduce((sum, { name }) => sum + ENTRY_LENGTH + name.length, 0);
  const bytes = new Uint8Array(body + directory + END_LENGTH);
  const view = viewOf(bytes);
  let at = 0;
  let listed = body;
  for (const { name, content, crc } of files) {
    const sizes = (from: number): void => {
      view.setUint32(from, crc, true);
      view.setUint32(from + 4, content.length, true);
      view.setUint32(from + 8, content.length, true);
      view.setUint16(from + 12, name.length, true);
    };
    view.setUint32(listed, DIRECTORY_ENTRY, true);
    view.setUint16(listed + 8, UTF8_NAMES, true);
    sizes(listed + 16);
    view.setUint32(listed + 42, at, true);
    bytes.set(name, listed + ENTRY_LENGTH);
    listed += ENTRY_LENGTH + name.length;
    view.setUint32(at, LOCAL_HEADER, true);
    view.setUint16(at + 6, UTF8_NAMES, true);
    sizes(at + 14);
    bytes.set(name, at + HEADER_LENGTH);
    bytes.set(content, at + HEADER_LENGTH + name.length);
    at += HEADER_LENGTH + name.length + content.length;
  }
  view.setUint32(listed, END_OF_DIRECTORY, true);
  view.setUint16(listed + 8, files.length, true);
  view.setUint16(listed + 10, files.length, true);
  view.setUint32(listed + 12, directory, true);
  view.setUint32(listed + 16, body, true);
  return bytes;
}

/** Bit 11 of the flags: names are in UTF-8. */
const UTF8_NAMES = 0x0800;
