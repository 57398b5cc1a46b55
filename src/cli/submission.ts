import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { digest, isBatchResult, isNothing, type RulePolicy, type Submission } from '../index';
import { NOTHING, readFile, reasonOf } from './files';
import { checkAs } from './rules';

/* One file of many, read and checked in a thread of its own. */

/** What came of a file; `own` for lists that an earlier run of ours wrote. */
export type Read = Submission | { readonly file: string; readonly state: 'own' };

/** What a file is like as long as nobody writes into it. */
export interface Stamp {
  readonly size: number;
  /** Milliseconds since 1970, of the last change. */
  readonly time: number;
}

/** What came of a file, and of which state of it. Without a stamp where another attempt may come to something else. */
export interface Dated {
  readonly read: Read;
  readonly stamp?: Stamp;
}

/** Reads and checks one file; whatever goes wrong with it is told, not thrown. */
export async function readSubmission(file: string, policy: RulePolicy | undefined): Promise<Dated> {
  let seen: { readonly stamp: Stamp; readonly fingerprint: string } | undefined;
  const dated = (read: Read): Dated => ({ read, ...(seen && { stamp: seen.stamp }) });
  const unreadable = (reason: string): Dated =>
    dated({ file, ...(seen && { fingerprint: seen.fingerprint }), state: 'unreadable', reason });
  try {
    // Before it is read: whoever changes it meanwhile leaves a later time.
    const { size, mtimeMs } = statSync(file);
    const bytes = readFile(file);
    const fingerprint = createHash('sha256').update(bytes).digest('hex');
    seen = { stamp: { size, time: mtimeMs }, fingerprint };
    if (await isBatchResult(bytes)) return dated({ file, state: 'own' });
    const checked = await checkAs(file, bytes, policy);
    if (isNothing(checked)) return unreadable(NOTHING);
    return dated({ file, fingerprint, state: 'read', digest: digest(checked) });
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}
