import type { Disclosure, Statement, StrayText } from '../model/disclosure';
import { isCellError } from '../vocabulary/cell-errors';
import type { Message } from '../model/source';

const NO_TABLE: Message = {
  severity: 'error',
  text: '没有识别到任何表格：请粘贴含有预决算公开表的全文，表格各列以制表符分隔',
};

const TEXT_ONLY: Message = { severity: 'info', text: '文件中没有可识别的表格，只核对了文字说明' };

/**
 * What was not understood of a document, and what proves nothing.
 * @param taken how many tables were filled in from the explanation
 */
export function messagesOf(
  { statements, facts, narrative }: Pick<Required<Disclosure>, 'statements' | 'facts' | 'narrative'>,
  taken: number,
): Message[] {
  const nothing = facts.length > 0 || taken > 0 ? [] : [narrative.figures.length > 0 ? TEXT_ONLY : NO_TABLE];
  return [...strayMessages(statements), ...(taken > 0 ? [fromTextMessage(taken)] : []), ...nothing];
}

/** What was filled in from the explanation proves nothing about it: such sheets are no tables of the document. */
function fromTextMessage(sheets: number): Message {
  return {
    severity: 'info',
    text: `有 ${sheets} 张表是按正文填的，没有当作公开表核对；补齐各格后删去表下“取自正文”一行，即可按完整的表核对`,
  };
}

function strayMessages(statements: readonly Statement[]): Message[] {
  return statements.flatMap((statement) =>
    statement.strays
      .filter((stray) => !isCellError(stray.text) && !isOwnHead(statement, stray))
      .map(({ text, place }) => ({
        severity: 'warning' as const,
        text: `《${statement.title}》金额栏中的“${text}”不是数字，按文字保留，未参与核对`,
        place,
      })),
  );
}

/** The head of its column, printed once more in the row of the total. */
function isOwnHead({ blocks }: Statement, { block, column, text }: StrayText): boolean {
  const { path } = blocks[block]!.columns[column]!;
  return path[path.length - 1]?.replace(/\s/g, '') === text.replace(/\s/g, '');
}
