import { createHash } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import { checkFile, digest, isBatchResult, isNothing, type Submission } from '../index';
import { loadCMap } from './cmaps';
import { NOTHING, readFile, reasonOf } from './files';

/* One file of many, read and checked in a thread of its own. */

/** What came of a file; `own` for lists that an earlier run of ours wrote. */
export type Read = Submission | { readonly file: string; readonly state: 'own' };

/** Reads and checks one file; whatever goes wrong with it is told, not thrown. */
export async function readSubmission(file: string): Promise<Read> {
  let fingerprint: string | undefined;
  try {
    const bytes = readFile(file);
    if (await isBatchResult(bytes)) return { file, state: 'own' };
    fingerprint = createHash('sha256').update(bytes).digest('hex');
    const checked = await checkFile(file, bytes, loadCMap);
    if (isNothing(checked)) return { file, fingerprint, state: 'unreadable', reason: NOTHING };
    return { file, fingerprint, state: 'read', digest: digest(checked) };
  } catch (error) {
    return { file, ...(fingerprint !== undefined && { fingerprint }), state: 'unreadable', reason: reasonOf(error) };
  }
}

/** Answers each file that comes through the port. */
export function serveSubmissions(port: MessagePort): void {
  port.on('message', (file: string) => {
    void readSubmission(file).then((read) => port.postMessage(read));
  });
}
