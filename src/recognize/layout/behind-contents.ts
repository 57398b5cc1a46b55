import type { LineBlock, SourceBlock } from '../../model/source';
import { isSectionRow } from '../tables/header';
import { isCaptionDetail, isTitleText } from './caption';

/*
 * Where the forms follow directly upon the contents page nothing ends it before the first of them: the caption of that
 * form looks like its last entries. It stands right above a table, and is the caption.
 */

/** So many lines of institution, unit and number stand between a title and its table. */
const MOST_DETAILS = 4;

/** The blocks with such captions told from the contents page. */
export function withCaptionsBehindContents(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const freed = new Map<number, LineBlock>();
  blocks.forEach((block, at) => {
    if (block.kind !== 'grid') return;
    const start = captionStart(blocks, at);
    for (let line = start; line < at; line += 1) {
      const { contents: _contents, ...own } = blocks[line] as LineBlock;
      freed.set(line, own);
    }
  });
  return freed.size === 0 ? blocks : blocks.map((block, at) => freed.get(at) ?? block);
}

/** Where the caption of a table begins that was taken for a part of the contents page; the table itself if none was. */
function captionStart(blocks: readonly SourceBlock[], table: number): number {
  let at = table - 1;
  while (at >= 0 && at >= table - MOST_DETAILS && isDetail(blocks[at]!)) at -= 1;
  const title = blocks[at];
  if (title?.kind !== 'line' || !title.contents || !isTitleText(title.text)) return table;
  // A numbered title right above is the last entry of the page.
  return at === table - 1 && isSectionRow([title.text.trim()]) ? table : at;
}

function isDetail(block: SourceBlock): boolean {
  return block.kind === 'line' && block.contents === true && isCaptionDetail(block.text);
}
