import { placeText, resultOf, type Checked, type JsonDocument } from '../index';

/*
 * What was recognised in a document, as the table 识别结果 shows it.
 */

export type FormStatus = '已识别' | '空表' | '缺失';

export interface FormRow {
  readonly name: string;
  readonly status: FormStatus;
  /** How many amounts it prints. */
  readonly amounts: number;
}

export interface Recognition {
  /** Who, which year, which kind, which template, which unit: one phrase each. */
  readonly profile: readonly string[];
  readonly forms: readonly FormRow[];
  /** What was not understood, each with its place. */
  readonly remarks: readonly string[];
}

const KIND = { budget: '预算', final: '决算' } as const;
const LEVEL = { unit: '单位', department: '部门' } as const;
// A damaged document can leave thousands of remarks; nobody reads them all.
const MOST_REMARKS = 100;

/** Sums up a checked document. */
export function recognitionOf(checked: Checked): Recognition {
  const result = resultOf(checked);
  return { profile: profileOf(checked, result), forms: formsOf(checked, result), remarks: remarksOf(result) };
}

function profileOf({ family }: Checked, { profile }: JsonDocument): string[] {
  return [
    profile.entity || '名称未识别',
    profile.year === null ? '年度未识别' : `${profile.year}年`,
    `${LEVEL[profile.level]}${KIND[profile.kind]}`,
    family && profile.family !== 'generic' ? family.name : `通用（${family ? '标准表样' : '不属于已知模板'}）`,
    profile.unit,
  ];
}

/** The forms of the family in their order, those that are missing too, then the tables of no family. */
function formsOf({ family }: Checked, { tables, missing }: JsonDocument): FormRow[] {
  const rows: FormRow[] = [];
  const listed = new Set<string>();
  for (const { id, sheet } of family?.forms ?? []) {
    listed.add(id);
    const printed = tables.filter((table) => table.id === id);
    rows.push(...printed.map(tableRow));
    if (printed.length === 0 && missing.includes(sheet)) rows.push({ name: sheet, status: '缺失', amounts: 0 });
  }
  return [...rows, ...tables.filter(({ id }) => !listed.has(id)).map(tableRow)];
}

function tableRow({ sheet, title, amounts, empty }: JsonDocument['tables'][number]): FormRow {
  return { name: sheet || title, status: empty ? '空表' : '已识别', amounts };
}

function remarksOf({ messages }: JsonDocument): string[] {
  const remarks = messages.map(({ text, source }) => (source ? `${text}（${placeText(source)}）` : text));
  if (remarks.length <= MOST_REMARKS) return remarks;
  return [...remarks.slice(0, MOST_REMARKS), `其余 ${remarks.length - MOST_REMARKS} 条从略。`];
}
