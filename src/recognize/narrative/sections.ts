import type { ProseLine, Section } from '../../model/narrative';
import type { LineBlock, SourceBlock } from '../../model/source';
import { chineseNumber } from '../../shared/numerals';
import { comparable, isPageNumber } from '../../shared/text';
import { bareHeading, isChapter, numberLevel, type Part, partOf } from '../../vocabulary/narrative/headings';
import { Prose } from './prose';
import { fillsLine } from './wrapping';

/*
 * Finds the explanation among the parts of a document and cuts it into sections by its headings.
 */

export interface SectionProse {
  readonly section: Section;
  readonly prose: Prose;
}

export interface Explanation {
  readonly sections: readonly SectionProse[];
  readonly lines: readonly ProseLine[];
}

const HEADING_LENGTH = 60;
const TITLE_LENGTH = 40;
/** What a line break may have cut from the end of a title. */
const TITLE_REST = 8;
const FIGURE = /\d\s*(?:[万亿千]?元|万[，,]|%|％)/;
/** A title with a full stop or a colon. */
const NUMBERED_TITLE =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^。，；：:]{2,40}(?:说明|情况)[。：:]$/;
/** An amount or a share, and the line is a sentence or a clause and no label. */
const TELLING = /\d\s?[万亿千]?元(?![/／])|\d\s?[%％]/;
const CLAUSE = /[，。；：]/;
const SENTENCE_END = '。！？；;：:，,、';
const BROKEN_OFF = /[^。！？；：\n]$/;
const LIST_LINE = /[；;：:]$/;
const OF_AN_ITEM = /[（(][类款项][)）]/;
const NO_TITLE = /[。，；]|见附件|^[（(]/;
const TITLE_END = /(?:说明|职能|职责|设置|概况|名词解释)$/;
const PICTURE = /^[（(]?图\s*\d/;
const ITEM =
  /^(?:\d{1,2}[.、．)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}(?:、|是)|[①-⑳]|-)/;
const CHAPTER_INSIDE = /。(第[一二三四五六七八九十]部分[^。，；]{2,60})$/;

class SectionReader {
  readonly sections: SectionProse[] = [];
  readonly lines: ProseLine[] = [];
  private part: Part = 'cover';
  private path: string[] = [];
  private current: Prose | undefined;
  private number = 0;
  /** A heading that a line break cut: the next line may be its end. */
  private openTitle = false;
  /** The line before filled the width of its page. */
  private wasFull = false;
  /** A colon has opened parts in lines of their own, each ending with a semicolon. */
  private inList = false;

  constructor(private readonly isFull: (text: string) => boolean) {}

  take(block: SourceBlock): void {
    if (block.kind === 'grid') {
      // A heading with a stray tab is a grid of one cell.
      const filled = block.rows.length === 1 ? block.rows[0]!.filter((cell) => cell.text !== '') : [];
      if (filled.length === 1) this.takeLine({ kind: 'line', text: filled[0]!.text, place: filled[0]!.place });
    } else if (!block.contents) this.takeLine(block);
  }

  private takeLine(block: LineBlock): void {
    // A page break in the middle of a sentence leaves the number of the page there.
    if (isPageNumber(block.text)) return;
    if (this.openTitle && block.text.length <= TITLE_REST) {
      this.openTitle = false;
      return;
    }
    const inside = block.text.includes('部分') ? CHAPTER_INSIDE.exec(block.text) : null;
    const text = inside ? inside[1]! : block.text;
    if (inside || this.isHeading(block, text)) this.open(text, block);
    else if (this.part === 'explanation' || this.tells(block.text)) this.addLine(block);
    this.openTitle = inside !== null;
  }

  /**
   * Whatever stands above it, a sentence with an amount says something about money, and what follows below the same
   * heading goes with it. Only terms that are explained, and attachments, speak of other money.
   */
  private tells(text: string): boolean {
    if (this.part === 'glossary' || this.part === 'attachment') return false;
    return this.current !== undefined || (TELLING.test(text) && CLAUSE.test(text));
  }

  private isHeading(block: LineBlock, raw: string): boolean {
    if (raw.length > 4 * HEADING_LENGTH) return false;
    const text = stripBookmarks(raw);
    if (text === '' || text.length > HEADING_LENGTH) return false;
    if (SENTENCE_END.includes(text[text.length - 1]!)) return NUMBERED_TITLE.test(text) && !FIGURE.test(text);
    if (FIGURE.test(text)) return false;
    if (isChapter(text)) return true;
    const level = numberLevel(text);
    if (OF_AN_ITEM.test(text)) return false;
    if (level > 0) return level < 3 || text.length <= TITLE_LENGTH;
    if (block.headingLevel !== undefined) return true;
    if (text.length > TITLE_LENGTH || NO_TITLE.test(text)) return false;
    return partOf(text) === 'attachment' || TITLE_END.test(comparable(text));
  }

  private open(raw: string, block: LineBlock): void {
    const text = stripBookmarks(raw);
    const told = partOf(text);
    const chapter = isChapter(text);
    const level = chapter ? 0 : numberLevel(text);
    const titled = level === 0 && !chapter;
    if (chapter) {
      this.part = told ?? (/说明|(?:预算|决算)(?:公开)?$/.test(comparable(text)) ? 'explanation' : 'outline');
      this.number = 0;
    } else this.part = this.partAfter(told, level, titled, text);
    if (level === 1 && this.part === 'explanation')
      this.number = chineseNumber(/^[一二三四五六七八九十]+/.exec(comparable(text))?.[0] ?? '') ?? this.number;
    const depth = titled ? 0 : level;
    this.path = [
      ...this.path.slice(0, depth),
      ...(this.path.length < depth ? Array.from({ length: depth - this.path.length }, () => '') : []),
      text,
    ];
    // A part that is no explanation becomes a section when something is told in it.
    if (this.part === 'explanation') this.start(block);
    else this.current = undefined;
  }

  private partAfter(told: Part | undefined, level: number, titled: boolean, text: string): Part {
    const speaksOfMoney = told === 'explanation' && /说明|情况|原因|安排/.test(text);
    switch (this.part) {
      case 'explanation':
        return level <= 1 && (told === 'outline' || told === 'glossary')
          ? told
          : told === 'attachment' && (titled || level === 1)
            ? told
            : 'explanation';
      case 'attachment': {
        const next =
          level === 1 &&
          chineseNumber(/^[一二三四五六七八九十]+/.exec(comparable(text))?.[0] ?? '') === this.number + 1;
        return told === 'glossary' || (speaksOfMoney && (next || (titled && /说明$/.test(text)))) ? told : 'attachment';
      }
      case 'glossary':
        return speaksOfMoney && (titled || level === 1) ? 'explanation' : told === 'attachment' ? told : this.part;
      default:
        return level <= 1 && speaksOfMoney
          ? 'explanation'
          : level <= 1 && told
            ? told === 'explanation'
              ? this.part
              : told
            : this.part;
    }
  }

  private start(block: LineBlock): void {
    const path = this.path.filter((title) => title !== '');
    this.current = new Prose();
    this.sections.push({
      section: { title: path[path.length - 1] ?? '', path, place: block.place },
      prose: this.current,
    });
  }

  private addLine(block: LineBlock): void {
    const { text, place } = block;
    if (!this.current) this.start(block);
    const prose = this.current!;
    if (PICTURE.test(text)) return;
    this.lines.push({ text, place, section: this.sections.length - 1 });
    const bare = stripBookmarks(text);
    const goesOn = BROKEN_OFF.test(prose.ending) || this.wasFull || (prose.ending === '；' && !this.inList);
    prose.add(text, place, prose.ending !== '' && goesOn && !ITEM.test(bare));
    this.wasFull = this.isFull(text);
    this.inList = LIST_LINE.test(bare) && (this.inList || bare.endsWith('：') || bare.endsWith(':'));
  }
}

const MARKS = /\[bookmark:[^[\]]{0,80}\]|<\/?[a-zA-Z][^<>]{0,80}>|\*\*/g;

function stripBookmarks(text: string): string {
  return (/[[<*]/.test(text) ? text.replace(MARKS, '') : text).trim();
}

/** Cuts the explanation out of a document. */
export function readSections(blocks: readonly SourceBlock[]): Explanation {
  const reader = new SectionReader(fillsLine(blocks));
  for (const block of blocks) reader.take(block);
  return { sections: reader.sections, lines: reader.lines };
}

/** Title without number, for comparing. */
export function titleWords(title: string): string {
  return bareHeading(title);
}
