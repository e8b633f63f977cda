/**
 * Why a host could not do what it was asked, in the product's own words. `app` turns the code into a sentence: what
 * happened, what is safe, what to do.
 */
export type HostErrorCode =
  // the file
  | 'not-a-workbook'
  | 'old-format'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'hostile'
  | 'unsupported'
  | 'cannot-read'
  | 'cannot-write'
  | 'other-date-system'
  // a database
  | 'source-refused'
  | 'source-lost'
  | 'source-statement'
  | 'source-writes'
  | 'source-value'
  | 'source-slow'
  | 'source-missing'
  // the live workbook
  | 'protected-structure'
  | 'protected-sheet'
  | 'read-only'
  | 'cell-editing'
  | 'request-too-large'
  | 'answer-too-large'
  | 'no-answer'
  | 'sheet-vanished'
  | 'changed-meanwhile'
  | 'connection-lost'
  | 'not-supported'
  | 'host-refused'
  // the person
  | 'cancelled';

/** A host's failure. `detail` is the host's own code and message, for the person who wants to look deeper. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail: string,
    options?: { readonly cause?: unknown; readonly sheet?: string; readonly file?: string },
  ) {
    super(`${code}: ${detail}`, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HostError';
    this.sheet = options?.sheet;
    this.file = options?.file;
  }

  /** The sheet that it was about. */
  readonly sheet: string | undefined;
  /** The file that it was about, where several are opened together. */
  readonly file: string | undefined;
}
