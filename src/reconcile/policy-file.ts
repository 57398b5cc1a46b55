import { UNITS } from '../model/disclosure';
import type { RulePolicy, Scores } from '../model/policy';
import type { RuleId, Severity } from '../model/relation';
import { CHECKS } from '../checks';
import { Decimal } from '../shared/decimal';

/*
 * A rule file: JSON of the schema gouji.rules/1. Whoever misspells a rule must not believe that it is switched off:
 * what is not understood is an error, and all of them are told at once.
 */

export const RULES_SCHEMA = 'gouji.rules/1';
const WANTED: readonly (Severity | 'off')[] = ['off', 'error', 'warning', 'info'];
/** Every group, and the rules that it tells apart behind it. */
const RULES: readonly RuleId[] = CHECKS.flatMap(({ id, rules = [] }) => [id, ...rules.map((rule) => rule.id)]);
const KEYS = ['schema', 'note', 'rules', 'tolerance', 'scores'];
const POINTS = /^\d{1,4}(?:\.\d{1,2})?$/;
const MONEY = /^(\d{1,12}(?:\.\d{1,6})?)\s*(元|千元|万元|亿元)$/;

/** The file is no rule file; the message names the file and everything that is wrong with it, on one line. */
export class RuleFileError extends Error {
  override readonly name = 'RuleFileError';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * Reads a rule file.
 * @param name as it is called in messages
 * @throws RuleFileError
 */
export function readPolicy(name: string, text: string): RulePolicy {
  const faults: string[] = [];
  const value = parse(name, text);
  for (const key of Object.keys(value))
    if (!KEYS.includes(key)) faults.push(`不认识的键 ${shown(key)}，应为 ${KEYS.join('、')}`);
  if (value['schema'] !== undefined && value['schema'] !== RULES_SCHEMA)
    faults.push(`schema 应为 "${RULES_SCHEMA}"，而写 ${shown(value['schema'])}`);
  if (value['note'] !== undefined && typeof value['note'] !== 'string') faults.push('note 应为文字');
  const rules = readRules(value['rules'], faults);
  const tolerance = readTolerance(value['tolerance'], faults);
  const scores = readScores(value['scores'], name, faults);
  if (faults.length > 0) throw new RuleFileError(`规则文件 ${name}：${faults.join('；')}`);
  return { source: name, rules, ...(tolerance && { tolerance }), ...(scores && { scores }) };
}

function parse(name: string, text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new RuleFileError(`规则文件 ${name}：不是 JSON（检查引号、逗号、括号是否为半角、是否成对）`);
  }
  if (!isRecord(value)) throw new RuleFileError(`规则文件 ${name}：最外层应为 {…}`);
  return value;
}

function readRules(value: unknown, faults: string[]): Map<RuleId, Severity | 'off'> {
  const rules = new Map<RuleId, Severity | 'off'>();
  if (value === undefined) return rules;
  if (!isRecord(value)) {
    faults.push('rules 应为 {"规则": "级别", …}');
    return rules;
  }
  for (const [key, wanted] of Object.entries(value)) {
    const rule = RULES.find((id) => id === key);
    const level = WANTED.find((each) => each === wanted);
    if (!rule) faults.push(`rules 中没有规则 ${shown(key)}，应为 ${RULES.join('、')}`);
    else if (!level) faults.push(`rules 的 ${key} 应为 ${WANTED.join('、')}，而写 ${shown(wanted)}`);
    else rules.set(rule, level);
  }
  return rules;
}

function readTolerance(value: unknown, faults: string[]): Decimal | undefined {
  if (value === undefined) return undefined;
  const match = typeof value === 'string' ? MONEY.exec(value.trim()) : null;
  if (!match) {
    faults.push(`tolerance 应为带单位的金额，如 "50元"、"0.01万元"，而写 ${shown(value)}`);
    return undefined;
  }
  return new Decimal(match[1]!).times(UNITS[match[2] as keyof typeof UNITS]);
}

function readScores(value: unknown, source: string, faults: string[]): Scores | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) {
    faults.push('scores 应为 {"检查项目": 分值, …}');
    return undefined;
  }
  const points = new Map<string, Decimal>();
  for (const [name, wanted] of Object.entries(value)) {
    const text = typeof wanted === 'number' ? String(wanted) : '';
    if (POINTS.test(text)) points.set(name, new Decimal(text));
    else faults.push(`scores 的 ${name} 应为分值（不带引号的数，至多两位小数），而写 ${shown(wanted)}`);
  }
  return points.size > 0 ? { source, points } : undefined;
}
