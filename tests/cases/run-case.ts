import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { openXlsxFile } from '../../src/cli/open-xlsx-file';
import { runReport } from '../../src/cli/run-report';
import { dayOf } from '../../src/core/model/day';
import { unzipSync } from 'fflate';

/** Later than every case's last day, so that as-of is that last day. */
const CLOCK = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:00', version: '0.0.0' };

/** What the command line made of a case. */
export interface CaseRun {
  readonly code: number;
  /** All that it said, in Chinese. */
  readonly said: string;
  /** The JSON of the analysis; undefined where none was written. */
  readonly json: CaseJson | undefined;
  /** Parts of the file written, by path; undefined where none was written. */
  readonly parts: Readonly<Record<string, Uint8Array>> | undefined;
}

/** What the runner reads of the JSON; `at` of an expectation may go anywhere in it. */
export interface CaseJson {
  readonly rows: readonly { readonly kind: string; readonly used: number }[];
  readonly clients: readonly {
    readonly name: string;
    readonly netAmount: number;
    readonly orders: number | null;
    readonly firstDay: string | null;
    readonly lastDay: string | null;
  }[];
  readonly months: readonly { readonly month: string; readonly netAmount: number }[];
  readonly issues: readonly { readonly code: string }[];
  readonly notWritten: readonly { readonly report: string }[];
}

/** Runs `npm run report -- in.xlsx --period all --json …` in this process; `folder` takes what it writes. */
export async function runCase(input: string, folder: string): Promise<CaseRun> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const json = join(folder, 'out.json');
  const output = join(folder, 'out.xlsx');
  const streams = stream as unknown as NodeJS.WriteStream;
  const code = await runReport(
    [input, '-o', output, '--json', json, '--period', 'all', '--reports', 'all'],
    { out: streams, err: streams },
    openXlsxFile,
    CLOCK,
  );
  const said = Buffer.concat(chunks).toString('utf8');
  if (code !== 0) return { code, said, json: undefined, parts: undefined };
  return {
    code,
    said,
    json: JSON.parse(readFileSync(json, 'utf8')) as CaseJson,
    parts: unzipSync(readFileSync(output)),
  };
}
