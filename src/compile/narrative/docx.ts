import type { Paragraph } from 'docx';
import { fixZipTimes } from '../../shared/zip-time';
import { type Block, type Explanation, writable } from './text';

/*
 * The explanation as a Word document, laid out as official documents are (GB/T 9704—2012): A4, 2 号 title, 3 号 text, 28
 * 磅 lines.
 */

/** Name of each font, and what stands in where it is not installed. */
const FONTS = {
  title: ['方正小标宋简体', '宋体'],
  chapter: ['黑体', 'SimHei'],
  section: ['楷体_GB2312', '楷体'],
  text: ['仿宋_GB2312', '仿宋'],
  number: ['宋体', 'SimSun'],
} as const;

// Half points, and twentieths of a point.
const TITLE_SIZE = 44;
const TEXT_SIZE = 32;
const NUMBER_SIZE = 28;
const LINE = 560;
const TWO_CHARACTERS = 640;
const MILLIMETRE = 56.7;

const PAGE = {
  // A4 to the twentieth of a point, as word processors write it.
  size: { width: 11906, height: 16838 },
  margin: {
    top: Math.round(37 * MILLIMETRE),
    bottom: Math.round(35 * MILLIMETRE),
    left: Math.round(28 * MILLIMETRE),
    right: Math.round(26 * MILLIMETRE),
  },
};

type Library = typeof import('docx');

/** The explanation as a .docx file. The same explanation gives the same bytes. */
export async function toDocx(explanation: Explanation): Promise<Uint8Array> {
  const blocks = writable(explanation);
  // Only who writes a Word document pays for the library.
  const library = await import('docx');
  const { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } = library;
  const spacing = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const text = { run: { font: fontOf('text'), size: TEXT_SIZE, color: '000000' }, paragraph: { spacing } };
  const document = new Document({
    styles: {
      default: {
        document: text,
        title: {
          run: { font: fontOf('title'), size: TITLE_SIZE, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { ...spacing, line: LINE + 40 } },
        },
        heading1: {
          run: { font: fontOf('chapter'), size: TEXT_SIZE, bold: false, color: '000000' },
          paragraph: { spacing, indent: { firstLine: TWO_CHARACTERS } },
        },
        heading2: {
          run: { font: fontOf('section'), size: TEXT_SIZE, bold: false, color: '000000' },
          paragraph: { spacing, indent: { firstLine: TWO_CHARACTERS } },
        },
      },
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    children: ['— ', PageNumber.CURRENT, ' —'],
                    font: fontOf('number'),
                    size: NUMBER_SIZE,
                  }),
                ],
              }),
            ],
          }),
        },
        children: paragraphs(blocks, library),
      },
    ],
  });
  const title = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 0 ? [block.text] : [])).join('');
  const bytes = await Packer.toArrayBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(title) },
    { path: 'word/fontTable.xml', data: FONT_TABLE },
  ]);
  const file = new Uint8Array(bytes);
  fixZipTimes(file);
  return file;
}

function paragraphs(blocks: readonly Block[], { HeadingLevel, Paragraph, TextRun }: Library): Paragraph[] {
  const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2] as const;
  return blocks.flatMap((block, at) => {
    if (block.kind === 'paragraph')
      return [
        new Paragraph({
          indent: { firstLine: TWO_CHARACTERS },
          children: block.runs.map(
            ({ text, blank }) => new TextRun({ text, ...(blank && { highlight: 'yellow' as const }) }),
          ),
        }),
      ];
    const heading = new Paragraph({ heading: levels[block.level], text: block.text });
    // An empty line between the title and the text.
    const next = blocks[at + 1];
    const endsTitle = block.level === 0 && !(next?.kind === 'heading' && next.level === 0);
    return endsTitle ? [heading, new Paragraph({})] : [heading];
  });
}

function fontOf(use: keyof typeof FONTS): { ascii: string; hAnsi: string; eastAsia: string } {
  const [name] = FONTS[use];
  return { ascii: name, hAnsi: name, eastAsia: name };
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The library stamps the time of writing; what stands here instead names no time. */
function coreProperties(title: string): string {
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ].join(' ');
  return `${XML}<cp:coreProperties ${spaces}><dc:title>${escape(title)}</dc:title><dc:creator>勾稽</dc:creator></cp:coreProperties>`;
}

const FONT_TABLE = `${XML}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(
  FONTS,
)
  .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`)
  .join('')}</w:fonts>`;
