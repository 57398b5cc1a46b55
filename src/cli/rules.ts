import { checkFile, type Checked, readPolicy, RuleFileError, type RulePolicy, withPolicy } from '../index';
import { loadCMap } from './cmaps';
import { readFile, reasonOf } from './files';
import { UsageError } from './usage';

/** The option that names a rule file, and what it is called in messages. */
export const RULES_OPTION = ['--rules', '规则文件'] as const;

const LARGEST = 1 << 20;

/** A rule file as it was read: plain text, so that one thread can hand it to another. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the rule file that the call names, and makes sure that it is one.
 * @returns undefined where it names none
 * @throws UsageError when there is no such file, or it is no rule file
 */
export function readRules(options: ReadonlyMap<string, string>): RuleFile | undefined {
  const path = options.get(RULES_OPTION[0]);
  if (path === undefined) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = readFile(path);
  } catch (error) {
    throw new UsageError(`规则文件 ${path}：${reasonOf(error)}`);
  }
  if (bytes.length > LARGEST) throw new UsageError(`规则文件 ${path}：文件过大`);
  const rules = { path, text: new TextDecoder().decode(bytes) };
  policyFrom(rules);
  return rules;
}

/**
 * What a rule file asks for.
 * @throws UsageError when it is no rule file
 */
export function policyFrom(rules: RuleFile | undefined): RulePolicy | undefined {
  if (!rules) return undefined;
  try {
    return readPolicy(rules.path, rules.text);
  } catch (error) {
    if (error instanceof RuleFileError) throw new UsageError(error.message);
    throw error;
  }
}

/**
 * Checks a file as the rule file wants it reported.
 * @throws UnreadableError when nothing can be read from it
 */
export async function checkAs(path: string, bytes: Uint8Array, policy: RulePolicy | undefined): Promise<Checked> {
  const checked = await checkFile(path, bytes, loadCMap);
  return policy ? withPolicy(checked, policy) : checked;
}
