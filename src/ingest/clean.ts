import type { GridBlock, Message, SourceBlock, SourceDocument } from '../model/source';
import { withoutControls } from '../shared/characters';

/* What is no character is left out of a document before anybody reads it, and that is said. */

/** Says how many characters were left out; nothing where none were. */
export function droppedMessage(dropped: number): Message[] {
  return dropped > 0 ? [{ severity: 'info', text: `文中有 ${dropped} 个控制字符或无效字符，不是文字，已略去` }] : [];
}

/** The document without such characters. */
export function cleanDocument(document: SourceDocument): SourceDocument {
  let dropped = 0;
  const clean = (text: string): string => {
    const kept = withoutControls(text);
    dropped += text.length - kept.length;
    return kept;
  };
  const blocks = document.blocks.map((block): SourceBlock => {
    if (block.kind === 'grid') return cleanGrid(block, clean);
    const text = clean(block.text);
    return text === block.text ? block : { ...block, text };
  });
  return dropped === 0
    ? document
    : { ...document, blocks, messages: [...document.messages, ...droppedMessage(dropped)] };
}

function cleanGrid(block: GridBlock, clean: (text: string) => string): GridBlock {
  let changed = false;
  const rows = block.rows.map((row) =>
    row.map((cell) => {
      const text = clean(cell.text);
      if (text === cell.text) return cell;
      changed = true;
      return { ...cell, text };
    }),
  );
  return changed ? { ...block, rows } : block;
}
