import type { LiveWorkbook } from '../workbook/live';
import type { ListedFinding } from './findings';
import type { Severity } from '../model/relation';

/*
 * Findings that a person decided to leave as they are, each with a reason. They are kept inside the workbook, so that
 * whoever opens it next sees what was let pass, and why.
 */

const SETTING = 'gouji.ignored';
// A reason is a line, not a document; the setting has to stay small.
const MOST_CHARACTERS = 200;

export interface Ignored {
  readonly key: string;
  readonly severity: Severity;
  readonly message: string;
  readonly reason: string;
  /** Day on which it was ignored, as YYYY-MM-DD. */
  readonly date: string;
}

function isIgnored(value: unknown): value is Ignored {
  const { key, severity, message, reason, date } = (value ?? {}) as Record<string, unknown>;
  const texts = [key, message, reason, date].every((text) => typeof text === 'string');
  return texts && (severity === 'error' || severity === 'warning' || severity === 'info');
}

/** What the workbook says; what is not ours or is damaged counts as nothing. */
function parse(text: string | undefined): Ignored[] {
  if (text === undefined) return [];
  try {
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) ? values.filter(isIgnored) : [];
  } catch {
    return [];
  }
}

export class IgnoredList {
  private entries: readonly Ignored[] = [];

  get all(): readonly Ignored[] {
    return this.entries;
  }

  has(key: string): boolean {
    return this.entries.some((entry) => entry.key === key);
  }

  async load(workbook: LiveWorkbook): Promise<void> {
    this.entries = parse(await workbook.readSetting(SETTING));
  }

  async add(
    workbook: LiveWorkbook,
    { key, severity, message }: ListedFinding,
    reason: string,
    date: string,
  ): Promise<void> {
    const entry = { key, severity, message, reason: reason.trim().slice(0, MOST_CHARACTERS), date };
    await this.save(workbook, [...this.entries.filter((each) => each.key !== key), entry]);
  }

  async remove(workbook: LiveWorkbook, key: string): Promise<void> {
    await this.save(
      workbook,
      this.entries.filter((entry) => entry.key !== key),
    );
  }

  private async save(workbook: LiveWorkbook, entries: readonly Ignored[]): Promise<void> {
    await workbook.writeSetting(SETTING, JSON.stringify(entries));
    this.entries = entries;
  }
}
