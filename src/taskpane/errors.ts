import { UnreadableError } from '../index';
import { WorkbookError } from '../workbook';

/** What went wrong, and what the person can do about it. */
export interface Alert {
  readonly cause: string;
  readonly remedy: string;
}

/** The action was given up because the person said so. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The action makes no sense as things are. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly alert: Alert) {
    super(alert.cause);
  }
}

const WORKBOOK_REMEDIES: Readonly<Record<WorkbookError['fault'], string>> = {
  'invalid-plan': '这是程序的问题。请先手工核对，并把所用的公开文本反馈给维护人员。',
  'unknown-sheet': '工作表可能已被删除或改名。请点“核对”，按工作簿的现状重新核对。',
  'invalid-cell': '单元格可能已被删除。请点“核对”，按工作簿的现状重新核对。',
  host: '请确认工作簿没有被保护、没有单元格正在编辑，然后重试。',
};

/** Any error in the user's words. */
export function alertOf(error: unknown): Alert {
  if (error instanceof Refused) return error.alert;
  if (error instanceof UnreadableError) {
    return {
      cause: `无法读取“${error.source}”：${error.reason}。`,
      remedy: '请换一个文件，或把公开内容复制后粘贴到“公开文本”。',
    };
  }
  if (error instanceof WorkbookError) return { cause: error.message, remedy: WORKBOOK_REMEDIES[error.fault] };
  const detail = error instanceof Error ? error.message : String(error);
  return { cause: `出现意外错误：${detail}`, remedy: '请重试；仍然出错时，请保存工作簿并重新打开本窗格。' };
}
