import { lineCount } from '../../layout/measure';
import { errorPlace } from '../errors';
import { can } from '../host';
import { onceRange } from '../write-sheet';

/*
 * Why a cell is marked stands in a note, or in a comment where Excel has no notes for add-ins, or nowhere where it has
 * neither. A cell holds one of them: where the user's own stands, it stays.
 */

// Points, and the characters of a note's small font that fit.
const WIDTH = 250;
const CHARACTERS = 46;
const LINE_HEIGHT = 13;
const PADDING = 12;
const MOST_HEIGHT = 400;

function fit(note: Excel.Note, text: string): void {
  note.width = WIDTH;
  note.height = Math.min(MOST_HEIGHT, lineCount(text, CHARACTERS) * LINE_HEIGHT + PADDING);
}

function addRemark(sheet: Excel.Worksheet, cell: string, text: string): void {
  // The cell as a range: an address by itself is read differently from host to host.
  const range = onceRange(sheet, cell);
  if (can('notes')) fit(sheet.notes.add(range, text), text);
  else if (can('comments')) sheet.comments.add(range, text);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** The texts of our own remarks, compared without the line ends that a host may change. */
export class OwnTexts {
  private readonly texts: ReadonlySet<string>;

  constructor(texts: readonly string[]) {
    this.texts = new Set(texts.map(plain));
  }

  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  has(text: string): boolean {
    return this.texts.has(plain(text));
  }
}

/** Finds the remarks that stand on cells: ask(), a request, locate(), a request, then put(). */
export class RemarksAt {
  private readonly notes = new Map<string, Excel.Note>();
  private comments: Excel.CommentCollection | undefined;
  private located: { readonly comment: Excel.Comment; readonly range: Excel.Range }[] = [];

  constructor(
    private readonly sheet: Excel.Worksheet,
    private readonly own: OwnTexts,
  ) {}

  ask(cells: readonly string[]): void {
    if (can('notes')) {
      const { notes } = this.sheet;
      for (const cell of cells) {
        const note = notes.getItemOrNullObject(cell);
        note.load('content');
        this.notes.set(cell, note);
      }
    }
    if (can('comments')) {
      this.comments = this.sheet.comments;
      this.comments.load('items/id,items/content');
    }
  }

  /** @returns whether the second request is needed. */
  locate(): boolean {
    this.located = (this.comments?.items ?? []).map((comment) => {
      const range = comment.getLocation().untrack();
      range.load('address');
      return { comment, range };
    });
    return this.located.length > 0;
  }

  /** Puts the text on the cell: anew, in the place of an earlier one of ours, or not at all. */
  put(cell: string, text: string): void {
    const note = this.notes.get(cell);
    if (note && !note.isNullObject) {
      if (!this.own.has(note.content)) return;
      note.content = text;
      fit(note, text);
      return;
    }
    const comment = this.commentAt(cell);
    if (!comment) addRemark(this.sheet, cell, text);
    else if (this.own.has(comment.content)) comment.content = text;
  }

  /** @returns whether there was one of ours on the cell */
  delete(cell: string): boolean {
    const note = this.notes.get(cell);
    if (note && !note.isNullObject) return this.deleteOwn(note);
    const comment = this.commentAt(cell);
    return comment !== undefined && this.deleteOwn(comment);
  }

  private deleteOwn(remark: Excel.Note | Excel.Comment): boolean {
    const isOurs = this.own.has(remark.content);
    if (isOurs) remark.delete();
    return isOurs;
  }

  private commentAt(cell: string): Excel.Comment | undefined {
    return this.located.find(({ range }) => range.address.replace(/^.*!/, '').replace(/\$/g, '') === cell)?.comment;
  }
}

/** A remark on a cell that certainly has none. */
export function putFresh(sheet: Excel.Worksheet, cell: string, text: string): void {
  addRemark(sheet, cell, text);
}

/** All notes and comments of a sheet: ask(), a request, then delete(). */
export class RemarksOf {
  private notes: Excel.NoteCollection | undefined;
  private comments: Excel.CommentCollection | undefined;

  ask(sheet: Excel.Worksheet): void {
    if (can('notes')) {
      this.notes = sheet.notes;
      this.notes.load('items/content');
    }
    if (can('comments')) {
      this.comments = sheet.comments;
      this.comments.load('items/id,items/content');
    }
  }

  /** @param own deletes only these; all of them where it is not given. */
  delete(own?: OwnTexts): void {
    // Notes have no ids and are known by their place in the list: from its end, so that no place changes.
    for (const remark of [...this.all()].reverse()) if (!own || own.has(remark.content)) remark.delete();
  }

  /** How many of ours there are. */
  count(own: OwnTexts): number {
    return this.all().filter(({ content }) => own.has(content)).length;
  }

  private all(): readonly (Excel.Note | Excel.Comment)[] {
    return [...(this.notes?.items ?? []), ...(this.comments?.items ?? [])];
  }
}

/**
 * Did Excel stop at a remark? Then everything before it is done, and the text still stands in 核对结果: a note that an
 * old Excel does not let an add-in see, say, must not undo the marking of a whole workbook.
 */
export function stoppedAtRemark(error: unknown): boolean {
  return /^(Note|Comment)(Collection)?\./.test(errorPlace(error));
}
