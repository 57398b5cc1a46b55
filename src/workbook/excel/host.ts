/*
 * What the Excel that we run in can do. Nothing newer than LOWEST_SET is called without asking here first.
 */

/** The oldest requirement set that the adapter runs with; manifest.xml names the same. */
export const LOWEST_SET = '1.4';

/** What we would like to use, and the requirement set that brings it. */
const SETS = {
  conditionalFormats: '1.6',
  freezePanes: '1.7',
  bookProtection: '1.7',
  eventSwitch: '1.8',
  printSetup: '1.9',
  indent: '1.9',
  /** Copying a sheet away and its cells back. */
  backup: '1.9',
  edits: '1.9',
  comments: '1.10',
  editSource: '1.14',
  notes: '1.18',
  undoGroup: '1.20',
} as const;

export type Ability = keyof typeof SETS;

// A copy of Office.js that is served beside the pages may be older than the Excel that runs them: Excel then says that
// it has notes, and the library does not know them.
const LIBRARY: Partial<Record<Ability, string>> = { notes: 'NoteCollection', comments: 'CommentCollection' };

/** Has this Excel got it, and the library that speaks to it? */
export function can(ability: Ability): boolean {
  const type = LIBRARY[ability];
  return Office.context.requirements.isSetSupported('ExcelApi', SETS[ability]) && (type === undefined || type in Excel);
}

/**
 * Why the add-in cannot run here, in the user's words; undefined where it can. To be asked once Office.onReady has
 * resolved.
 */
export function hostFault(): string | undefined {
  const office = typeof Office === 'undefined' ? undefined : (Office as Partial<typeof Office>);
  const { host, requirements } = (office?.context ?? {}) as Partial<Office.Context>;
  // Outside Office there are no requirement sets to ask for.
  if (!requirements || (host as string | null | undefined) !== 'Excel') {
    return '这里不是 Excel，不能读写工作簿。请在 Excel 的“开始”选项卡中打开勾稽；没有 Excel 时请用勾稽的独立网页。';
  }
  if (!requirements.isSetSupported('ExcelApi', LOWEST_SET)) {
    return `这个 Excel 版本太旧（需要 ExcelApi ${LOWEST_SET}）。请升级到 Excel 2021、Microsoft 365 或 Excel 网页版，或者改用勾稽的独立网页。`;
  }
  return undefined;
}

/** What this Excel cannot do and what happens instead, a sentence each; empty where everything is there. */
export function hostLimits(): string[] {
  const limits: string[] = [];
  if (!can('conditionalFormats')) {
    limits.push('标记直接改单元格的填充色；清除标记时恢复原色，原来的白色填充会变成无填充。');
  }
  if (!can('comments')) limits.push('单元格上没有批注，问题的说明只写在“核对结果”表中。');
  if (!can('backup')) limits.push('覆盖已有的工作表之后不能撤销，请先保存工作簿。');
  if (!can('edits')) limits.push('改动单元格以后要再点一次“核对”。');
  if (!can('printSetup')) limits.push('不设置页面和打印标题。');
  return limits;
}
