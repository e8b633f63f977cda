import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { read, utils } from '@e965/xlsx';
import { openXlsxFile } from '../../src/cli/open-xlsx-file';
import { runReport } from '../../src/cli/run-report';
import { dayOf } from '../../src/core/model/day';
import { REPORTS } from '../../src/reports';
import type { CellValue } from '../../src/workbook/cell-value';
import type { WrittenSheets } from './sheet-tables';
import type { WrittenJson } from './contradictions';

/** What a run wrote, read back by another library. */
export interface Written {
  readonly sheets: WrittenSheets;
  readonly json: WrittenJson;
}

const OWN_NAMES = new Set(REPORTS.flatMap(({ sheet }) => [sheet.zh, sheet.en]));

/** Runs the command line over a workbook (none: the sample) and reads what it wrote: all reports in Chinese unless told otherwise. */
export async function writeAndRead(
  input: string | undefined,
  options: readonly string[] = ['--reports', 'all'],
): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-cross-'));
  try {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const [book, json] = [join(folder, 'out.xlsx'), join(folder, 'out.json')];
    const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
    const clock = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:12', version: '0.0.0' };
    const argv = [...(input ? [input] : []), '-o', book, '--json', json, ...options];
    const code = await runReport(argv, streams, openXlsxFile, clock);
    if (code !== 0) throw new Error(`${code}: ${String(err.read() ?? '')}`);
    return { sheets: readSheets(readFileSync(book)), json: JSON.parse(readFileSync(json, 'utf8')) as WrittenJson };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readSheets(bytes: Buffer): WrittenSheets {
  const { SheetNames } = read(bytes, { bookSheets: true });
  const sheets = SheetNames.filter((name) => OWN_NAMES.has(name));
  // Her own sheets, and the words of formats, are not asked for: they take most of the time.
  const book = read(bytes, { sheets, cellDates: false, cellText: false, cellFormula: false, cellHTML: false });
  return new Map(
    sheets.map((name) => [
      name,
      utils.sheet_to_json<CellValue[]>(book.Sheets[name]!, { header: 1, defval: null, blankrows: true }),
    ]),
  );
}
