import type { ForeignFormat } from '../workbook/foreign-format';
import type { JobControl } from '../workbook/job-control';
import type { WorkbookHost } from '../workbook/workbook-host';

export interface Streams {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** A workbook file opened for the command line. */
export interface OpenFile {
  readonly host: WorkbookHost;
  readonly isMacroEnabled: boolean;
  /** What the file was, where a new workbook was made of its sheets. */
  readonly convertedFrom?: ForeignFormat;
  /** Whether it is a stamped file that no other program has saved. */
  isAsWritten(): Promise<boolean>;
  /** Hands out the file as it is after the last write. */
  save(sink: (chunk: Uint8Array) => Promise<void>, control: JobControl, isStamped?: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Which host stands behind a file: chosen by `main.ts`. Without a path: a new, empty workbook. */
export type OpenWorkbookFile = (path: string | undefined) => Promise<OpenFile>;
