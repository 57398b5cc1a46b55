import assert from 'node:assert/strict';
import { ingestFile } from '../../src/ingest';

/** A page whose form draws the next one twice, and so on: `depth` objects, 2^depth drawings of the last. */
function nested(depth: number, last: string): Buffer {
  const form = (content: string, next: number | undefined): string =>
    `<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${
      next === undefined ? '' : `/XObject << /F ${next} 0 R >>`
    } >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
    '<< /Length 4 >>\nstream\n/F Do\nendstream',
    ...Array.from({ length: depth }, (_, at) => form('/F Do /F Do', at + 6)),
    form(last, undefined),
  ];
  const body = objects.map((text, at) => `${at + 1} 0 obj\n${text}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`, 'latin1');
}

describe('a PDF file that draws without end', () => {
  it('is read as far as any page goes, and that is said', async () => {
    // What the page shows comes last: there is nothing to read of it, and still an answer.
    await assert.rejects(ingestFile('循环.pdf', nested(40, '0 0 10 10 re f')), /扫描件|没有文字|损坏/);
  });

  it('that draws a few thousand forms is read whole', async () => {
    await assert.rejects(ingestFile('多.pdf', nested(8, '0 0 10 10 re f')), /扫描件|没有文字/);
  });
});
