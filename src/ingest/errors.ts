/** The input could not be read at all; the message says why, in the user's words. */
export class UnreadableError extends Error {
  constructor(
    readonly source: string,
    readonly reason: string,
  ) {
    super(`${source}：${reason}`);
    this.name = 'UnreadableError';
  }
}
