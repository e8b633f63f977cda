import type { JobControl } from '../workbook/job-control';
import type { WorkbookHost } from '../workbook/workbook-host';

export interface Streams {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** A workbook file opened for the command line: `save` hands out the file as it is after the last write. */
export interface OpenFile {
  readonly host: WorkbookHost;
  save(sink: (chunk: Uint8Array) => Promise<void>, control: JobControl): Promise<void>;
  close(): Promise<void>;
}

/** Which host stands behind a file: chosen by `main.ts`. Without a path: a new, empty workbook. */
export type OpenWorkbookFile = (path: string | undefined) => Promise<OpenFile>;
