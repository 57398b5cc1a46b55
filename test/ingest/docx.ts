import * as xlsx from '@e965/xlsx';

/*
 * The least that is a Word document: paragraphs and tables.
 */

/** The container writer of the library, which has no types. */
interface Containers {
  readonly utils: { cfb_new(): object; cfb_add(container: object, path: string, content: Uint8Array): void };
  write(container: object, options: { readonly type: 'buffer'; readonly fileType: 'zip' }): Uint8Array;
}
const CFB = xlsx.CFB as Containers;

/** A zip file of texts. */
export function zip(entries: Readonly<Record<string, string>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [path, text] of Object.entries(entries)) CFB.utils.cfb_add(container, path, Buffer.from(text));
  return new Uint8Array(CFB.write(container, { type: 'buffer', fileType: 'zip' }));
}

const TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function table(rows: readonly (readonly string[])[]): string {
  const body = rows
    .map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`)
    .join('');
  return `<w:tbl>${body}</w:tbl>`;
}

/** A .docx file of paragraphs and tables, in order. */
export function docx(blocks: readonly (string | readonly (readonly string[])[])[]): Uint8Array {
  const body = blocks.map((block) => (typeof block === 'string' ? paragraph(block) : table(block))).join('');
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zip({ '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': document });
}
