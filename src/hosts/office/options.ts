/**
 * How the host cuts its work. The defaults stay far below what Excel on the web refuses (5 MB a message): Office.js takes
 * an answer apart, and puts a request together, in one go on the thread that the screen lives on.
 */
export interface OfficeHostOptions {
  /** Rows of the first block of a read, where columns are few. */
  readonly firstBlockRows: number;
  /** Bytes of an answer that blocks are sized for. */
  readonly readBytes: number;
  /** Bytes of a request that writes are gathered for. */
  readonly writeBytes: number;
  /** How long Excel may take for one answer before the host gives up waiting. */
  readonly answerTimeoutMs: number;
  /** A mark of this very run on unfinished sheets, so that two runs at once are told apart. */
  readonly makeRunToken: () => string;
}

/** Excel's documented limit of cells in one read or write. */
export const MAX_CELLS = 5_000_000;

/** Excel's limit of characters in a cell. */
export const MAX_TEXT = 32_767;

export const DEFAULT_OPTIONS: OfficeHostOptions = {
  firstBlockRows: 20_000,
  readBytes: 1_000_000,
  writeBytes: 750_000,
  answerTimeoutMs: 180_000,
  makeRunToken: () => Math.random().toString(36).slice(2, 10),
};
