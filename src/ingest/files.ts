import type { Message, SourceDocument } from '../model/source';
import { cleanDocument } from './clean';
import { decode, MAX_BYTES, NO_TEXT } from './decode';
import { UnreadableError } from './errors';
import type { CMapLoader } from './pdf';
import { readText } from './text';
import { readCsv } from './text/csv';
import { ArchiveError, repack, unpack, zipEntries } from './archive';

/*
 * Files of every format, told apart by content. What only some formats need is loaded when one of them comes.
 */

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** The signature of a PDF file may stand behind a few bytes of something else. */
const PDF_HEAD = 1024;
const HTML_START = /^<(?:!doctype\s{1,9}html|html|head|body|table|meta)[\s>]/i;
const HTML_HEAD = 4096;
/** What a name promises that content does not keep. */
const PROMISED: readonly (readonly [ending: RegExp, kind: string])[] = [
  [/\.docx$/i, 'Word 文档'],
  [/\.xlsx?$/i, 'Excel 工作簿'],
  [/\.pdf$/i, 'PDF 文件'],
];
const DAMAGED = '文件损坏或不完整';
const LOCKED = '文件有密码，请先取消密码';
/** What libraries are given of an archive: its texts. Pictures and what is embedded are not read. */
const PARTS = /\.(?:xml|rels)$/i;

/** What may stand before a page: comments, and what is said to programs (<?xml … ?>). */
const PREAMBLES: readonly (readonly [opens: string, closes: string])[] = [
  ['<!--', '-->'],
  ['<?', '>'],
];

function behindComments(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const preamble = PREAMBLES.find(([opens]) => rest.startsWith(opens));
    if (!preamble) return rest;
    const end = rest.indexOf(preamble[1], preamble[0].length);
    if (end < 0) return '';
    rest = rest.slice(end + preamble[1].length).trimStart();
  }
}

/** A workbook written as XML, as Excel 2003 and report programs save it under .xls or .xml. */
const XML_WORKBOOK = /^<(?:\w{1,20}:)?Workbook\s[^>]{0,2000}urn:schemas-microsoft-com:office:spreadsheet/;

/** By this the library knows XML. */
const XML_DECLARATION = '<?xml version="1.0"?>';

/** True for such a workbook. */
export function isXmlWorkbook(text: string): boolean {
  return XML_WORKBOOK.test(behindComments(text.slice(0, HTML_HEAD)));
}

/**
 * True for a file of values kept apart by commas: by its name, for text with commas may be anything. With tabs in it
 * the name is wrong.
 */
export function isCsv(name: string, text: string): boolean {
  return /\.csv$/i.test(name) && !text.includes('\t');
}

/** True for a text with the tag of a table in it. */
export function holdsTableTag(text: string): boolean {
  return /<table[\s/>]/i.test(text);
}

/** True for a page or a piece of one, by its name or its beginning. */
export function isHtml(name: string, text: string): boolean {
  return /\.html?$/i.test(name) || HTML_START.test(behindComments(text.slice(0, HTML_HEAD)));
}

export interface IngestOptions {
  /** Names of sheets of a workbook that hold no submission. */
  readonly ignore?: readonly string[];
  /** Heads of the columns of such sheets: in print they have no names. */
  readonly ignoreHeads?: readonly (readonly string[])[];
  /** Gives the tables of character codes that a PDF file may name; without it such text is unreadable. */
  readonly loadCMap?: CMapLoader;
}

/**
 * Reads a file: text, web page, Word document, workbook or PDF.
 * @throws UnreadableError when nothing can be read from it
 */
export async function ingestFile(
  name: string,
  bytes: Uint8Array,
  { ignore = [], ignoreHeads = [], loadCMap = noCMap }: IngestOptions = {},
): Promise<SourceDocument> {
  if (bytes.length > MAX_BYTES)
    throw new UnreadableError(
      name,
      `文件过大（${Math.ceil(bytes.length / 1048576)} MB），超过 ${MAX_BYTES / 1048576} MB 的上限`,
    );
  if (startsWith(bytes, ZIP)) return withText(name, await readPacked(name, bytes, ignore));
  if (startsWith(bytes, OLE) && holdsStream(bytes, 'EncryptedPackage')) throw new UnreadableError(name, LOCKED);
  // The directory of an .xls file names its stream Workbook or Book; that of a .doc file does not.
  if (startsWith(bytes, OLE) && (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book')))
    return withText(name, await readWorkbook(name, bytes, ignore));
  if (indexOf(bytes.subarray(0, PDF_HEAD), PDF) >= 0) {
    const { readPdf } = await import('./pdf');
    return withText(name, await readPdf(name, bytes, loadCMap, ignoreHeads));
  }
  const decoded = decode(bytes);
  if ('error' in decoded)
    throw new UnreadableError(name, decoded.error === NO_TEXT ? noTextReason(name) : decoded.error);
  return withDoubt(await readDecoded(name, decoded.text, ignore), decoded.messages);
}

async function readDecoded(name: string, text: string, ignore: readonly string[]): Promise<SourceDocument> {
  if (isXmlWorkbook(text)) {
    // The library reads of a workbook that breaks off what it finds, and says nothing.
    if (!text.trimEnd().endsWith('Workbook>')) throw new UnreadableError(name, DAMAGED);
    return withText(name, await readWorkbook(name, text.startsWith('<?xml') ? text : XML_DECLARATION + text, ignore));
  }
  if (isHtml(name, text)) {
    const { readHtml } = await import('./html');
    return withText(name, readHtml(name, text));
  }
  if (isCsv(name, text)) return readCsv(name, text);
  if (!holdsTableTag(text)) return readText(name, text);
  const { readTextWithTables } = await import('./html/in-text');
  return readTextWithTables(name, text);
}

/** A document with what decoding had to say of it. */
export function withDoubt(document: SourceDocument, messages: readonly Message[] = []): SourceDocument {
  return messages.length === 0 ? document : { ...document, messages: [...messages, ...document.messages] };
}

function noTextReason(name: string): string {
  const kind = PROMISED.find(([ending]) => ending.test(name))?.[1];
  return kind === undefined ? NO_TEXT : `内容不是 ${kind}，也不是文本：文件可能已损坏，或改过扩展名`;
}

function noCMap(fileName: string): Promise<Uint8Array> {
  return Promise.reject(new Error(`no table ${fileName}`));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function withText(name: string, document: SourceDocument): SourceDocument {
  if (document.blocks.length === 0 && document.messages.length === 0) throw new UnreadableError(name, '其中没有文字');
  return cleanDocument(document);
}

/** What an archive gives, or its fault under the name of the file. */
function opened<Result>(name: string, open: () => Result): Result {
  try {
    return open();
  } catch (cause) {
    throw cause instanceof ArchiveError ? new UnreadableError(name, cause.message) : cause;
  }
}

async function readPacked(name: string, bytes: Uint8Array, ignore: readonly string[]): Promise<SourceDocument> {
  const entries = opened(name, () => zipEntries(bytes));
  const holds = (path: string): boolean => entries.some((entry) => entry.name === path);
  const parts = (): Uint8Array => opened(name, () => repack(unpack(bytes, (part) => PARTS.test(part))));
  if (holds('xl/workbook.xml')) return readWorkbook(name, parts(), ignore);
  if (!holds('word/document.xml'))
    throw new UnreadableError(name, entries.length === 0 ? DAMAGED : '这是压缩文件，不是 .xlsx 或 .docx，请先解开');
  const { readDocx } = await import('./docx');
  try {
    return await readDocx(name, parts());
  } catch (cause) {
    throw damaged(name, cause);
  }
}

async function readWorkbook(
  name: string,
  content: Uint8Array | string,
  ignore: readonly string[],
): Promise<SourceDocument> {
  const { readXlsx } = await import('./xlsx');
  try {
    return readXlsx(name, content, ignore);
  } catch (cause) {
    throw damaged(name, cause);
  }
}

function damaged(name: string, cause: unknown): UnreadableError {
  if (cause instanceof UnreadableError) return cause;
  const locked = /password/i.test(String((cause as Error | undefined)?.message));
  return new UnreadableError(name, locked ? LOCKED : DAMAGED);
}

/** True when the directory of an old Office file (names in UTF-16) has a stream of that name. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  return (
    indexOf(
      bytes,
      [...`${name}\0`].flatMap((char) => [char.charCodeAt(0), 0]),
    ) >= 0
  );
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}
