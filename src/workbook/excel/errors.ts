import { WorkbookError } from '../port';

/*
 * What went wrong in Excel, in words that name the cause and the remedy.
 */

const PROTECTED = '工作簿或工作表受保护。请在“审阅”选项卡中撤销保护，再试一次。';
const GONE = '要用的工作表或单元格已经不在了，可能刚刚被删除或改名。请重新核对或重新填入。';
const TOO_LARGE = '数据太多，Excel 一次处理不了。请删去无关的大工作表，或者分开处理。';
const TOO_OLD = '这个版本的 Excel 没有所需的功能。请升级 Excel，或者改用勾稽的独立网页。';
const NO_ANSWER = 'Excel 没有应答。请等它空闲下来，再试一次。';

// Codes of OfficeExtension.Error; what is not here is shown as it came.
const CAUSES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: '正在编辑单元格。请按回车键结束编辑（或按 Esc 键放弃），再试一次。',
  AccessDenied: PROTECTED,
  ItemNotFound: GONE,
  InvalidObjectPath: GONE,
  InvalidReference: GONE,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  InsufficientMemory: TOO_LARGE,
  ApiNotFound: TOO_OLD,
  ApiNotAvailable: TOO_OLD,
  NotImplemented: TOO_OLD,
  UnsupportedOperation: TOO_OLD,
  UnsupportedFeature: TOO_OLD,
  Timeout: NO_ANSWER,
  RequestAborted: NO_ANSWER,
  ServiceNotAvailable: NO_ANSWER,
  HostRestartNeeded: '需要重新启动 Excel。请保存工作簿，重启后再试。',
  OperationCellsExceedLimit: TOO_LARGE,
  ItemAlreadyExists: '已有同名的工作表。请改名或删除它，再试一次。',
};

interface OfficeFault {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly debugInfo?: { readonly errorLocation?: unknown };
}

/** Where in the request Excel stopped ('NoteCollection.add'); empty when it does not say. */
export function errorPlace(error: unknown): string {
  const place = (error as OfficeFault | undefined)?.debugInfo?.errorLocation;
  return typeof place === 'string' ? place : '';
}

/**
 * The error as every adapter throws it.
 * @param doing what was under way, as a noun: 标记, 填入工作表 …
 */
export function asWorkbookError(error: unknown, doing: string): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const { code, message } = (error ?? {}) as OfficeFault;
  const known = typeof code === 'string' ? CAUSES[code] : undefined;
  const told = [code, message].filter((part) => typeof part === 'string' && part !== '').join('：');
  const cause = known ?? `Excel 报告了错误（${told || '原因不明'}）。请保存工作簿后再试；仍不行时请重启 Excel。`;
  return new WorkbookError('host', `${doing}没有完成：${cause}`, { cause: error });
}

/** Refuses in the user's words. */
export function refuse(text: string): never {
  throw new WorkbookError('host', text);
}
