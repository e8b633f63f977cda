import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { refresh } from '../../src/app/refresh';
import { givingBackMemory } from '../../src/cli/give-back-memory';
import { openFileSource } from '../../src/hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import type { ByteSource } from '../../src/hosts/xlsx/zip/byte-source';
import { openXlsxHost, type XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { layOutReports } from '../../src/reports/layout/lay-out-reports';
import type { WritePlan } from '../../src/workbook/plan';
import { openZip, type ZipArchive } from '../../src/hosts/xlsx/zip/zip-archive';
import { noteFigure } from './figures';
import { heldMegabytes, mb, ms, peakMegabytes, printLine, timed, times } from './measure';
import { analyseAll, BENCH_CLOCK, BENCH_REQUEST, BENCH_RUN, ingest } from './our-job';

/** How far along the road a process goes: each ends after its own phase, so that its peak is told apart. */
export const PHASES = ['parse', 'ingest', 'analyse', 'layOut', 'write', 'whole'] as const;
export type Phase = (typeof PHASES)[number];

export const isPhase = (name: string): name is Phase => (PHASES as readonly string[]).includes(name);

const TITLES: Readonly<Record<Phase, string>> = {
  parse: 'parse: read every cell, keep none',
  ingest: 'read and ingest (parsing within)',
  analyse: 'analyse',
  layOut: 'lay out the reports',
  write: 'write and save the file',
  whole: 'file in, file out, as the command does it',
};

/** Runs the road over a file up to a phase, and prints the time of that phase and the peak of the whole process. */
export async function benchRoad(path: string, phase: Phase, rows: number): Promise<void> {
  const source = await openFileSource(path);
  const host = await openXlsxHost(source, nodeZipEngine);
  const found =
    phase === 'parse'
      ? await parsePhase(host)
      : phase === 'whole'
        ? await wholeRoad(host, path)
        : await laterPhase(host, phase, path);
  const peak = peakMegabytes();
  printLine(TITLES[phase], ms(found.milliseconds), ms(found.cpuMilliseconds), mb(peak), mb(heldMegabytes()));
  if (phase === 'whole') noteFigure(`peak ${rows}`, peak);
  if (found.said) console.log(`      ${found.said}`);
  const floor = FLOORS[phase];
  if (floor) {
    const ratio = found.cpuMilliseconds / (await floor.measure(source, path));
    printLine(floor.title, '', times(ratio));
    noteFigure(`${floor.goal} ${rows}`, ratio);
  }
  await source.close();
}

interface Floor {
  readonly goal: string;
  readonly title: string;
  /** Milliseconds of CPU that the platform alone takes for the bytes. */
  readonly measure: (source: ByteSource, path: string) => Promise<number>;
}

const FLOORS: Partial<Record<Phase, Floor>> = {
  parse: { goal: 'read', title: '  to inflating its parts alone', measure: inflateAlone },
  write: { goal: 'write', title: '  to deflating the same bytes alone', measure: deflateAlone },
};

async function inflateAlone(source: ByteSource): Promise<number> {
  const archive = await openZip(source, nodeZipEngine);
  return (await timed(() => inflateAll(archive, () => true))).cpuMilliseconds;
}

/** Of the parts that the file written has and the one read has not. */
async function deflateAlone(source: ByteSource, path: string): Promise<number> {
  const before = await openZip(source, nodeZipEngine);
  const written = await openFileSource(`${path}.out`);
  const parts = await inflateAll(await openZip(written, nodeZipEngine), (name) => !before.find(name));
  const { cpuMilliseconds } = await timed(async () => {
    for (const bytes of parts) await nodeZipEngine.deflate(bytes);
  });
  await written.close();
  return cpuMilliseconds;
}

async function inflateAll(archive: ZipArchive, isWanted: (name: string) => boolean): Promise<readonly Buffer[]> {
  const parts: Buffer[] = [];
  for (const entry of archive.entries) {
    if (!isWanted(entry.name)) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of archive.inflate(entry)) chunks.push(chunk);
    parts.push(Buffer.concat(chunks));
  }
  return parts;
}

interface PhaseTime {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly said?: string;
}

async function parsePhase(host: XlsxHost): Promise<PhaseTime> {
  let cells = 0;
  const result = await timed(async () => {
    const { sheets } = await host.describe();
    const { id, rows, columns } = sheets[0]!;
    const all = Array.from({ length: columns }, (_, column) => column);
    await host.readColumns({ sheet: id, columns: all, fromRow: 0, toRow: rows }, (block) => {
      for (const column of block.columns) {
        for (let row = 0; row < block.rowCount; row++) if (column.kinds[row] !== 0) cells++;
      }
    });
  });
  return { ...result, said: `${cells.toLocaleString('en')} cells` };
}

async function laterPhase(host: XlsxHost, phase: Phase, path: string): Promise<PhaseTime> {
  const ingested = await timed(() => ingest(host));
  const dataset = ingested.value;
  if (phase === 'ingest') {
    return { ...ingested, said: `${dataset.tables.transactions!.rows.toLocaleString('en')} sales lines` };
  }
  const analysed = await timed(() => analyseAll(dataset));
  const analysis = analysed.value;
  if (phase === 'analyse')
    return { ...analysed, said: `${analysis.totals.activeClients.toLocaleString('en')} active clients` };
  const { dateBase, sheets } = await host.describe();
  const laidOut = await timed(() =>
    layOutReports({
      analysis,
      dataset,
      lang: 'zh',
      snapshots: new Map(),
      columnMap: [],
      run: BENCH_RUN,
      sheetNames: sheets.map((sheet) => sheet.name),
      dateBase,
    }),
  );
  const plan: WritePlan = { sheets: laidOut.value.sheets };
  if (phase === 'layOut')
    return { ...laidOut, said: `${plan.sheets.length} sheets, ${cellsOf(plan).toLocaleString('en')} cells` };
  return timed(async () => {
    await host.write(plan);
    await saveBeside(host, path);
  });
}

/** Every report into a copy of the file, on the road that the command takes: nothing is held for the bench. */
async function wholeRoad(host: XlsxHost, path: string): Promise<PhaseTime> {
  const { period } = BENCH_REQUEST;
  const { value, ...time } = await timed(async () => {
    const done = await refresh(host, { lang: 'zh', clock: BENCH_CLOCK, period, reports: 'all' }, givingBackMemory({}));
    if (done.outcome !== 'done') throw new Error("the bench's sheet is not recognised");
    await saveBeside(host, path);
    return done.written.length;
  });
  return { ...time, said: `${value} sheets` };
}

async function saveBeside(host: XlsxHost, path: string): Promise<void> {
  const file = createWriteStream(`${path}.out`);
  await host.save((chunk) => {
    file.write(chunk);
  });
  file.end();
  await finished(file);
}

function cellsOf(plan: WritePlan): number {
  let cells = 0;
  for (const sheet of plan.sheets) {
    for (const block of sheet.blocks) for (const row of block.values) cells += row.length;
  }
  return cells;
}
