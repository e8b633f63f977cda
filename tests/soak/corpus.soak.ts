import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { EXIT } from '../../src/cli/exit-codes';
import { openXlsxFile } from '../../src/cli/open-xlsx-file';
import { runReport } from '../../src/cli/run-report';
import { dayOf } from '../../src/core/model/day';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import { HostError } from '../../src/workbook/host-error';
import { newErrors, schemaErrorsOf } from '../support/schema-errors';
import { aFullSheet } from '../unit/hosts/xlsx/write/plan-builder';
import { faultsOf } from '../unit/hosts/xlsx/write/whole-package';
import type { Soak } from './soak';

/** What writing changes beside the sheets of ours. */
const CHANGED =
  /^(\[content_types\]\.xml|xl\/(_rels\/)?workbook\d*\.xml(\.rels)?|xl\/styles\d*\.xml|docprops\/app\.xml|xl\/calcchain\.xml)$/i;

const CLOCK = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:00', version: '0.0.0' };

interface Tally {
  written: number;
  reported: number;
  parts: number;
  readonly refused: Map<string, string[]>;
  readonly faults: string[];
}

/**
 * Every workbook of a folder, whatever is in it: a sheet of ours with tables and charts is written into it, and all reports
 * where it holds sales. What was written must be whole, every part of the person's the same bytes, a second time must
 * change nothing, and Microsoft's validator must find no error that was not there before.
 */
export const corpus: Soak = {
  name: 'corpus',
  usage: 'FOLDER [--no-validator] [--list FILE]: every workbook of a folder is written to, twice, and looked at',
  async run(argv) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { 'no-validator': { type: 'boolean' }, list: { type: 'string' } },
    });
    const folder = positionals[0];
    if (folder === undefined || !existsSync(folder)) throw new RangeError('corpus needs a folder of workbooks');
    const tally: Tally = { written: 0, reported: 0, parts: 0, refused: new Map(), faults: [] };
    const files = workbooksOf(folder);
    const place = mkdtempSync(join(tmpdir(), 'kelan-soak-'));
    try {
      for (const [at, path] of files.entries()) {
        const name = relative(folder, path);
        process.stderr.write(`${at + 1}/${files.length} ${name}\n`);
        const fault = (what: string): void => {
          tally.faults.push(`${name}: ${what}`);
          console.log(`FAULT ${name}: ${what}`);
        };
        await tryOne(path, place, values['no-validator'] !== true, tally, fault).catch((error: unknown) => {
          fault(error instanceof Error ? (error.stack ?? error.message) : String(error));
        });
      }
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
    return tell(tally, files.length, values.list);
  },
};

function workbooksOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return workbooksOf(path);
      return /\.(xlsx|xlsm|xltx|xltm)$/i.test(entry.name) && !entry.name.startsWith('~$') ? [path] : [];
    })
    .sort();
}

async function tryOne(
  path: string,
  place: string,
  validates: boolean,
  tally: Tally,
  fault: (what: string) => void,
): Promise<void> {
  const before = new Uint8Array(readFileSync(path));
  let once: Uint8Array;
  try {
    once = await writeSheet(before);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const why = `${error.code}: ${error.detail.replace(/"[^"]*"|\S*\/\S*/g, '…')}`;
    tally.refused.set(why, [...(tally.refused.get(why) ?? []), path]);
    return;
  }
  tally.written++;
  const known = new Set(faultsOf(before));
  for (const what of faultsOf(once)) if (!known.has(what)) fault(`not whole: ${what}`);
  const isHers = !hasSheetsOfOurs(before);
  if (isHers) tally.parts += compareParts(before, once, fault);
  if (Buffer.compare(await writeSheet(once), once) !== 0) fault('a second write changes the file');

  const extension = extname(path);
  const [input, sheet, out] = ['in', 'sheet', 'out'].map((name) => join(place, name + extension)) as [
    string,
    string,
    string,
  ];
  for (const old of readdirSync(place)) rmSync(join(place, old), { force: true });
  copyFileSync(path, input);
  writeFileSync(sheet, once);
  const errors = validates ? await schemaErrorsOf(input) : undefined;
  if (errors)
    for (const what of newErrors(errors, await schemaErrorsOf(sheet))) if (!isOfStrict(what)) fault(`schema: ${what}`);

  const first = await report([input, '-o', out, '--force', '--reports', 'all']);
  if (first.code === EXIT.nothing) return;
  if (first.code !== EXIT.done) return fault(`the reports end in ${first.code}: ${first.said}`);
  tally.reported++;
  const reports = new Uint8Array(readFileSync(out));
  for (const what of faultsOf(reports)) if (!known.has(what)) fault(`reports not whole: ${what}`);
  if (isHers) compareParts(before, reports, fault);
  if (errors)
    for (const what of newErrors(errors, await schemaErrorsOf(out)))
      if (!isOfStrict(what)) fault(`reports, schema: ${what}`);
  const second = await report([out, '--in-place', '--reports', 'all']);
  if (second.code !== EXIT.done) return fault(`the second refresh ends in ${second.code}: ${second.said}`);
  if (Buffer.compare(readFileSync(out), reports) !== 0) fault('a second refresh changes the file');
}

async function writeSheet(bytes: Uint8Array): Promise<Uint8Array> {
  const host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  await host.write({ sheets: [aFullSheet({ name: 'Kelan 客户等级' })] });
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

/** @returns How many parts of the person's were compared. */
function compareParts(before: Uint8Array, after: Uint8Array, fault: (what: string) => void): number {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  let compared = 0;
  for (const [name, part] of Object.entries(old)) {
    if (CHANGED.test(name.replace(/\\/g, '/').replace(/^\//, ''))) continue;
    compared++;
    if (!now[name] || !isSame(part, now[name])) fault(`the part ${name} is ${now[name] ? 'changed' : 'gone'}`);
  }
  return compared;
}

/** The same bytes; but the overview opens on top, and then no sheet of hers does. */
function isSame(before: Uint8Array, after: Uint8Array): boolean {
  if (Buffer.compare(before, after) === 0) return true;
  const untop = (part: Uint8Array): string =>
    Buffer.from(part)
      .toString('latin1')
      .replace(/ tabSelected="[^"]*"/, '');
  return untop(before) === untop(after);
}

/** What stands on sheets of ours is written anew: its parts are no promise. */
const hasSheetsOfOurs = (bytes: Uint8Array): boolean =>
  /name="Kelan_/.test(Buffer.from(unzipSync(bytes)['xl/workbook.xml'] ?? []).toString('latin1'));

/** Strict workbooks write shares as `60%` (ISO 29500-1); the validator knows the numbers of the transitional form alone. */
const isOfStrict = (error: string): boolean => /invalid value '-?\d+%'/.test(error);

async function report(argv: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  out.resume();
  let said = '';
  err.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-400)));
  const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
  return { code: await runReport(argv, streams, openXlsxFile, CLOCK), said };
}

function tell(tally: Tally, files: number, list: string | undefined): number {
  const refused = [...tally.refused].sort(([, a], [, b]) => b.length - a.length);
  const lines = refused.map(([why, paths]) => `${String(paths.length).padStart(5)}  ${why}`);
  console.log(
    `${files} workbooks: ${tally.written} written, ${tally.reported} with all reports, ` +
      `${refused.reduce((sum, [, paths]) => sum + paths.length, 0)} refused; ${tally.parts} parts compared`,
  );
  for (const line of lines) console.log(line);
  if (list !== undefined) {
    const named = refused.map(([why, paths]) => [why, ...paths.map((path) => `  ${path}`)].join('\n'));
    writeFileSync(list, [...named, '', ...tally.faults].join('\n') + '\n');
  }
  return tally.faults.length;
}
