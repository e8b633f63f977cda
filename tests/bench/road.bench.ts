import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { openFileSource } from '../../src/hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost, type XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { layOutReports } from '../../src/reports/layout/lay-out-reports';
import type { WritePlan } from '../../src/workbook/plan';
import { heldMegabytes, mb, ms, peakMegabytes, printLine, timed } from './measure';
import { analyseAll, ingest } from './our-job';

/** How far along the road a process goes: each ends after its own phase, so that its peak is told apart. */
export const PHASES = ['parse', 'ingest', 'analyse', 'layOut', 'write'] as const;
export type Phase = (typeof PHASES)[number];

export const isPhase = (name: string): name is Phase => (PHASES as readonly string[]).includes(name);

const TITLES: Readonly<Record<Phase, string>> = {
  parse: 'parse: read every cell, keep none',
  ingest: 'read and ingest (parsing within)',
  analyse: 'analyse',
  layOut: 'lay out the reports',
  write: 'write and save the file',
};

/** Runs the road over a file up to a phase, and prints the time of that phase and the peak of the whole process. */
export async function benchRoad(path: string, phase: Phase): Promise<void> {
  const source = await openFileSource(path);
  const host = await openXlsxHost(source, nodeZipEngine);
  const found = phase === 'parse' ? await parsePhase(host) : await laterPhase(host, phase, path);
  printLine(TITLES[phase], ms(found.milliseconds), ms(found.cpuMilliseconds), mb(peakMegabytes()), mb(heldMegabytes()));
  if (found.said) console.log(`      ${found.said}`);
  await source.close();
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
      run: { time: '2026-11-22 09:00', version: 'bench' },
      sheetNames: sheets.map((sheet) => sheet.name),
      dateBase,
    }),
  );
  const plan: WritePlan = { sheets: laidOut.value.sheets };
  if (phase === 'layOut')
    return { ...laidOut, said: `${plan.sheets.length} sheets, ${cellsOf(plan).toLocaleString('en')} cells` };
  return timed(async () => {
    await host.write(plan);
    const file = createWriteStream(`${path}.out`);
    await host.save((chunk) => {
      file.write(chunk);
    });
    file.end();
    await finished(file);
  });
}

function cellsOf(plan: WritePlan): number {
  let cells = 0;
  for (const sheet of plan.sheets) {
    for (const block of sheet.blocks) for (const row of block.values) cells += row.length;
  }
  return cells;
}
