import { isBatchResult, isNothing, resultOf, type RulePolicy, toText } from '../index';
import { NOTHING, readFile, reasonOf } from './files';
import { checkAs } from './rules';
import { oneLine } from './say';

/* One file read and checked, as it is printed. */

export const FORMATS = ['text', 'json', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** What came of a file; `own` for lists that gouji batch wrote, which stand beside the submissions. */
export type CheckedFile =
  | { readonly state: 'checked'; readonly text: string; readonly isWrong: boolean }
  | { readonly state: 'own' }
  | { readonly state: 'failed'; readonly reason: string };

/** Reads and checks one file; whatever goes wrong with it is told, not thrown. */
export async function checkOne(path: string, policy: RulePolicy | undefined, format: Format): Promise<CheckedFile> {
  try {
    const bytes = readFile(path);
    if (await isBatchResult(bytes)) return { state: 'own' };
    const checked = await checkAs(path, bytes, policy);
    if (isNothing(checked)) return { state: 'failed', reason: NOTHING };
    const document = resultOf(checked);
    const isWrong = document.findings.some(({ severity }) => severity === 'error');
    if (format !== 'text')
      return { state: 'checked', text: JSON.stringify(document, undefined, format === 'json' ? 2 : 0), isWrong };
    return { state: 'checked', text: toText({ ...document, file: oneLine(document.file) }), isWrong };
  } catch (error) {
    return { state: 'failed', reason: reasonOf(error) };
  }
}
