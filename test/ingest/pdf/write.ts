import { deflateSync } from 'node:zlib';

/*
 * A PDF file as small as can be: text in a Chinese font that the file names and does not enclose, and straight lines.
 */

export interface PdfText {
  /** Left end and baseline, in points from the upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

export interface PdfPage {
  readonly width?: number;
  readonly height?: number;
  readonly texts?: readonly PdfText[];
  readonly lines?: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];
  /** Thin filled rectangles instead of strokes. */
  readonly filled?: boolean;
  /** Operations put in before all others. */
  readonly before?: string;
  readonly rotate?: number;
  /** Its operations are packed, and this share of them is lost: 0 for none. */
  readonly lost?: number;
}

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

function hex(text: string): string {
  return [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

function content({ height = PAGE_HEIGHT, texts = [], lines = [], filled = false, before = '' }: PdfPage): string {
  const up = (y: number): string => (height - y).toFixed(2);
  const drawn = lines.map(([x0, y0, x1, y1]) =>
    filled
      ? `${(Math.min(x0, x1) - 0.25).toFixed(2)} ${(height - Math.max(y0, y1) - 0.25).toFixed(2)} ${(Math.abs(x1 - x0) + 0.5).toFixed(2)} ${(Math.abs(y1 - y0) + 0.5).toFixed(2)} re f`
      : `${x0.toFixed(2)} ${up(y0)} m ${x1.toFixed(2)} ${up(y1)} l S`,
  );
  const shown = texts.map(
    ({ x, y, text, size = 9 }) => `BT /F1 ${size} Tf ${x.toFixed(2)} ${up(y)} Td <${hex(text)}> Tj ET`,
  );
  return [before, ...drawn, ...shown].join('\n');
}

/** A stream as it stands in the file. */
function streamOf(page: PdfPage): string {
  const text = content(page);
  if (page.lost === undefined) return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const packed = deflateSync(text);
  const hexed = `${packed.subarray(0, Math.ceil(packed.length * (1 - page.lost))).toString('hex')}>`;
  return `<< /Length ${hexed.length} /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n${hexed}\nendstream`;
}

/** The bytes of a file with these pages. */
export function writePdf(pages: readonly PdfPage[]): Uint8Array {
  const first = 6;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  for (const [at, page] of pages.entries()) {
    const { width = PAGE_WIDTH, height = PAGE_HEIGHT, rotate = 0 } = page;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R >>`,
      streamOf(page),
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
