import type { FormColumn } from '../../model/form';

/** Codes in columns of their own (类, 款, 项) under a common head. */
export function codeParts(parts: readonly string[], group: readonly string[]): FormColumn[] {
  return parts.map((part) => ({ role: 'code', heading: [...group, part], width: 6 }));
}
