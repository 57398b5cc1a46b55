/*
 * Errors as Office.js throws them: a code, a message, and where in the request it happened.
 */

export class HostError extends Error {
  override readonly name = 'RichApi.Error';
  /** As OfficeExtension.Error has it: 'Range.values', 'NoteCollection.add'. */
  debugInfo: { code: string; message: string; errorLocation?: string };

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.debugInfo = { code, message };
  }
}

export function hostError(code: string, message: string): HostError {
  return new HostError(code, message);
}
