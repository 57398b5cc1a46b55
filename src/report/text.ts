import type { Profile } from '../model/disclosure';
import type { Place } from '../model/source';
import type { JsonDocument, JsonFinding, JsonRef } from './json';

/* Findings as a person reads them on a terminal. */

const SEVERITY = { error: '错误', warning: '提醒', info: '提示' } as const;
const KIND = { budget: '预算', final: '决算' } as const;
const LEVEL = { unit: '单位', department: '部门' } as const;

/** What kind of document it is: 单位预算, 部门决算 … */
export function kindText({ kind, level }: Pick<Profile, 'kind' | 'level'>): string {
  return `${LEVEL[level]}${KIND[kind]}`;
}

/** A place in words: 第94行第8列, 第3页, 《表》C12. */
export function placeText(place: Place): string {
  if ('line' in place) return `第${place.line}行第${place.column}列`;
  if ('page' in place)
    return `第${place.page}页${place.row === undefined ? '' : `第${place.table ?? 1}个表第${place.row}行`}`;
  if ('sheet' in place) return `“${place.sheet}”${place.cell}`;
  return `第${place.block}段${place.row === undefined ? '' : `第${place.row}行`}${place.cell === undefined ? '' : `第${place.cell}格`}`;
}

function cellText(ref: JsonRef): string {
  return ref.sheet === undefined ? '' : `，填入“${ref.sheet}”${ref.cell ?? ''}`;
}

/** The whole report of one document, lines joined by newlines, with a final newline. */
export function toText(document: JsonDocument): string {
  const { profile, coverage, findings, tables } = document;
  const count = (severity: JsonFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const lines = [
    document.file,
    `  ${profile.entity || '（未识别到名称）'} ${profile.year === null ? '（未识别到年度）' : `${profile.year}年`} ${kindText(profile)}；识别表格 ${tables.length} 张，其中空表 ${tables.filter(({ empty }) => empty).length} 张`,
    `  表内数字 ${coverage.table.figures} 个，已核对 ${coverage.table.checked} 个；错误 ${count('error')}，提醒 ${count('warning')}，提示 ${count('info')}`,
  ];
  // A form to be filled in, or a document of empty forms: no contradiction is no praise.
  if (tables.length > 0 && coverage.table.figures + coverage.narrative.figures === 0)
    lines.push('  表中没有填写数字，没有可以核对的内容');
  if (document.missing.length > 0) lines.push(`  缺少：${document.missing.join('、')}`);
  for (const { severity, text, source } of document.messages)
    lines.push(`  [${SEVERITY[severity as keyof typeof SEVERITY]}] ${text}${source ? `（${placeText(source)}）` : ''}`);
  for (const finding of findings) lines.push(...findingLines(finding));
  if (coverage.unchecked.length > 0) {
    lines.push(`  未核对的数字 ${coverage.unchecked.length} 个：`);
    for (const ref of coverage.unchecked)
      lines.push(`    ${ref.row ?? ''}·${ref.column ?? ''} ${ref.value}（${placeText(ref.source)}）`);
  }
  return `${lines.join('\n')}\n`;
}

function findingLines(finding: JsonFinding): string[] {
  const [suspect] = finding.suspects;
  const lines = [
    `  [${SEVERITY[finding.severity]}] ${finding.message}${suspect ? `（${placeText(suspect.source)}${cellText(suspect)}）` : ''}`,
  ];
  if (finding.severity !== 'info' && finding.evidence.length > 1)
    for (const line of finding.evidence) lines.push(`      依据：${line}`);
  return lines;
}
