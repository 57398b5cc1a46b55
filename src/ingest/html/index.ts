import { parse } from 'parse5';
import type { LineBlock, Message, Place, SourceBlock, SourceDocument } from '../../model/source';
import { contentsEntry } from '../text/lines';
import { attribute, isBlock, isCell, isHidden, walk, type Element, type Node, type Visitor } from './dom';
import { dataTables, TableBuilder } from './tables';
import { TextBuffer } from './text-buffer';

/*
 * HTML as browsers, Word, WPS and Excel put it on the clipboard or save it: lines and tables in order. Only what a
 * reader of the page would see is read; nothing is loaded and nothing is run.
 */

/** Reads an HTML page or a piece of one. */
export function readHtml(name: string, html: string): SourceDocument {
  const { blocks, images } = readTree(parse(html));
  return { name, blocks, messages: messagesOf(blocks, images) };
}

/** Places in a text that holds the HTML; without them blocks are counted. */
export interface TextPlaces {
  /** That of everything which is no cell. */
  readonly whole: Place;
  readonly of: (cell: Element) => Place;
}

/** The lines and tables of a parsed page, and how many images it shows. */
export function readTree(
  root: Node,
  places?: TextPlaces,
): { readonly blocks: readonly SourceBlock[]; readonly images: number } {
  const reader = new HtmlReader(dataTables(root), places);
  walk(root, reader);
  return { blocks: reader.finish(), images: reader.images };
}

/** A disclosure that was put on the web as pictures looks like an empty one. */
function messagesOf(blocks: readonly SourceBlock[], images: number): Message[] {
  if (images === 0 || blocks.some(({ kind }) => kind === 'grid')) return [];
  return [{ severity: 'warning', text: `其中没有表格，但有 ${images} 张图片；图片中的数字无法读取` }];
}

interface OpenTable {
  readonly element: Element;
  readonly builder: TableBuilder;
  /** The cell whose text is being read. */
  cell?: Element;
}

/** h1 … h6, and what Word and WPS call a heading. */
function headingLevel(element: Element): number | undefined {
  const tag = /^h([1-6])$/.exec(element.tagName);
  const level = tag?.[1] ?? /mso-outline-level\s*:\s*([1-6])/i.exec(attribute(element, 'style') ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}

/** An entry of a table of contents that Word made. */
function isContentsEntry(element: Element): boolean {
  return /(?:^|\s)MsoToc\d/i.test(attribute(element, 'class') ?? '');
}

class HtmlReader implements Visitor {
  images = 0;
  private readonly blocks: SourceBlock[] = [];
  private readonly buffer = new TextBuffer();
  private table: OpenTable | undefined;
  private heading: number | undefined;
  /** Inside how many elements line breaks of the source are shown as they are. */
  private preformatted = 0;
  private contents = false;
  /** After 目录, as long as lines end in page numbers. */
  private inContents = false;

  constructor(
    private readonly data: ReadonlySet<Element>,
    private readonly places?: TextPlaces,
  ) {}

  enter(element: Element): boolean {
    if (isHidden(element)) return false;
    const { tagName } = element;
    if (tagName === 'img') this.images += 1;
    if (tagName === 'pre') this.preformatted += 1;
    if (tagName === 'br') this.endLine();
    else if (this.table) this.enterInTable(element, this.table);
    else if (isBlock(element)) {
      this.endLine();
      this.heading = headingLevel(element) ?? this.heading;
      this.contents ||= isContentsEntry(element);
      if (this.data.has(element)) this.table = { element, builder: new TableBuilder() };
    }
    return true;
  }

  leave(element: Element): void {
    const { table } = this;
    if (element.tagName === 'pre') this.preformatted -= 1;
    if (!table) {
      if (!isBlock(element)) return;
      this.endLine();
      if (headingLevel(element) !== undefined) this.heading = undefined;
      if (isContentsEntry(element)) this.contents = false;
    } else if (element === table.element) this.closeTable(table);
    else if (element === table.cell) {
      table.builder.addCell(element, this.buffer.take(), this.places?.of(element));
      delete table.cell;
    } else if (element.tagName === 'caption' && !table.cell) this.pushLine(this.buffer.take());
    else if (isBlock(element)) this.buffer.break();
  }

  text(value: string): void {
    // Between the cells of a table there are only blanks, and what stands there by mistake is not shown in it.
    if (this.table && !this.table.cell && value.trim() === '') return;
    if (this.preformatted === 0) {
      this.buffer.add(value);
      return;
    }
    value.split('\n').forEach((line, index) => {
      if (index > 0) this.endLine();
      this.buffer.add(line);
    });
  }

  finish(): readonly SourceBlock[] {
    this.endLine();
    return this.blocks;
  }

  private enterInTable(element: Element, table: OpenTable): void {
    const { tagName } = element;
    if (table.cell) {
      if (isBlock(element)) this.buffer.break();
    } else if (isCell(element)) {
      this.buffer.take();
      table.cell = element;
    } else if (tagName === 'tr') table.builder.openRow();
    else if (tagName === 'thead' || tagName === 'tbody' || tagName === 'tfoot') table.builder.openSection(tagName);
  }

  private closeTable({ builder }: OpenTable): void {
    this.table = undefined;
    this.buffer.take();
    const block = this.blocks.length + 1;
    const rows = builder.finish(block);
    if (rows.length === 0) return;
    this.inContents = false;
    this.blocks.push({ kind: 'grid', rows, place: this.places?.whole ?? { block, row: 1, cell: 1 } });
  }

  /** Within a cell a line goes on; everywhere else it is a block of its own. */
  private endLine(): void {
    if (this.table?.cell) this.buffer.break();
    else if (!this.table) this.pushLine(this.buffer.take());
  }

  private pushLine(text: string): void {
    if (text === '') return;
    const isTitle = /^目\s*录$/.test(text);
    this.inContents = isTitle || (this.inContents && contentsEntry(text) !== undefined);
    const line: LineBlock = {
      kind: 'line',
      text,
      place: this.places?.whole ?? { block: this.blocks.length + 1 },
      ...(this.heading !== undefined && { headingLevel: this.heading }),
      ...((this.contents || this.inContents) && { contents: true }),
    };
    this.blocks.push(line);
  }
}
