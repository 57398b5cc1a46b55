import type { MessagePort } from 'node:worker_threads';
import { type CheckedFile, checkOne, type Format } from './check-one';
import { policyFrom, type RuleFile } from './rules';
import { type Dated, readSubmission } from './submission';

/*
 * What a thread does with each file that it is given. Only plain values go from one thread to another.
 */

export interface ThreadWork {
  readonly kind: 'check' | 'digest';
  readonly format: Format;
  readonly rules: RuleFile | undefined;
}

/** What comes back. */
export interface ThreadResults {
  readonly check: CheckedFile;
  readonly digest: Dated;
}

/** Answers each file that comes through the port. */
export function serve(port: MessagePort, { kind, format, rules }: ThreadWork): void {
  const policy = policyFrom(rules);
  const work = kind === 'check' ? checkOne : readSubmission;
  port.on('message', (file: string) => {
    void work(file, policy, format).then((result) => port.postMessage(result));
  });
}
