import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compileBench } from './compile';
import { benchEngines } from './engines.bench';
import { MOST_MILLISECONDS, startFaceBench, type Face } from './face.bench';
import { FIGURES_FILE, readFigures } from './figures';
import { FEWER_ROWS, MANY_ROWS, printGoals } from './goals';
import { mb, printLine } from './measure';
import { writePerformancePage } from './performance-page';
import { isPhase, PHASES, type Phase } from './road.bench';

/**
 * `npm run bench -- [--rows N] [--clients N] [--rounds N] [--lines N] [--only part,part,…] [--page] [--figures FILE]`
 *
 * Timed runs beside other engines, and at the end each goal with its figure. Nothing passes or fails here: it prints what
 * it measured, on whatever machine it ran, a miss as a miss. `--page` writes docs/performance.md from it;
 * with `--figures` what earlier runs found in the same file counts too, so that a run may be made in parts. The part `engines` runs
 * only where it is named: its `--lines` (20 million) take some 15 minutes and 4 GB of disk.
 */
const SIZES = [FEWER_ROWS, MANY_ROWS];
const CLIENTS = 20_000;
const ENGINE_LINES = 20_000_000;
/** The faces are measured on as many rows as a person scrolls through. */
const FACE_ROWS = 100_000;
const FACE_ROUNDS = 3;
/** Makes a file of about 77 MB. */
const LARGE_FILE_ROWS = 672_000;
const HEAP_MEGABYTES = 8192;

const FACES: readonly Face[] = ['pane', 'page'];
/** Only where it is named. */
const ENGINES = 'engines';
const SECTIONS: readonly string[] = [
  ENGINES,
  'job',
  'plan',
  'road',
  'office',
  'threshold',
  'refresh',
  'few',
  'start',
  ...FACES,
];

interface Wanted {
  readonly sizes: readonly number[];
  readonly clients: number;
  readonly has: (section: string) => boolean;
  /** Lines in engines; absent: not asked for. */
  readonly engineLines: number | undefined;
  readonly writesPage: boolean;
  readonly figures: string | undefined;
  readonly faces: readonly Face[];
  /** Absent: as many as each section takes by itself. */
  readonly rounds: number | undefined;
  readonly phases: readonly Phase[];
}

function readArguments(): Wanted {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      clients: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string' },
      lines: { type: 'string' },
      page: { type: 'boolean', default: false },
      figures: { type: 'string' },
    },
  });
  const only = values.only?.split(',');
  const unknown = only?.find((one) => !SECTIONS.includes(one) && !isPhase(one));
  if (unknown !== undefined) throw new RangeError(`--only ${unknown}: of ${[...SECTIONS, ...PHASES].join(', ')}`);
  const has = (section: string): boolean => only === undefined || only.includes(section);
  return {
    sizes: values.rows === undefined ? SIZES : [wholeNumber(values.rows)],
    clients: values.clients === undefined ? CLIENTS : wholeNumber(values.clients),
    has,
    engineLines: only?.includes(ENGINES)
      ? values.lines === undefined
        ? ENGINE_LINES
        : wholeNumber(values.lines, ENGINE_LINES * 10)
      : undefined,
    writesPage: values.page,
    figures: values.figures && resolve(values.figures),
    faces: FACES.filter(has),
    rounds: values.rounds === undefined ? undefined : wholeNumber(values.rounds),
    phases: has('road') ? PHASES : PHASES.filter(has),
  };
}

function wholeNumber(text: string, most = SIZES[1]!): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new RangeError(`not a number of rows, clients or rounds: ${text}`);
  }
  return value;
}

/** A section of its own process: memory and compiled code of the others do not weigh on it. */
function runApart(bundle: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${HEAP_MEGABYTES}`, bundle, ...args],
    { stdio: 'inherit' },
  );
  if (error) throw error;
  if (status !== 0) {
    console.log(`  ${args.join(' ')}: ended with ${status}`);
    process.exitCode = 1;
  }
}

/** A sales workbook of so many rows, made once a run; nothing where it could not be made. */
function salesFile(bundle: string, folder: string, rows: number, clients: number): string | undefined {
  const file = join(folder, `sales-${rows}.xlsx`);
  if (!existsSync(file))
    runApart(bundle, '--section', 'file', '--rows', String(rows), '--clients', String(clients), '--file', file);
  return existsSync(file) ? file : undefined;
}

function runRoad(bundle: string, folder: string, rows: number, clients: number, phases: readonly Phase[]): void {
  const file = salesFile(bundle, folder, rows, clients);
  if (file === undefined) return;
  const size = mb(statSync(file).size / 1024 / 1024);
  console.log(`road: ${rows.toLocaleString('en')} rows × 20 cells from a file of ${size}`);
  printLine('each phase ends a process of its own', 'time', 'CPU', 'peak', 'held after');
  for (const phase of phases) runApart(bundle, '--section', phase, '--file', file, '--rows', String(rows));
}

function jobOf(rows: number, { clients, rounds }: Wanted): readonly string[] {
  const job = ['--section', 'job', '--rows', String(rows), '--clients', String(clients)];
  return rounds === undefined ? job : [...job, '--rounds', String(rounds)];
}

function runOnFile(bundle: string, folder: string, section: string, rows: number, clients: number): void {
  const file = salesFile(bundle, folder, rows, clients);
  if (file !== undefined) runApart(bundle, '--section', section, '--file', file);
}

/** In a process of its own, as it is: Office.js puts itself into the globals and keeps timers running. */
function countMessages(): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'office.ts')], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

/** The screens in a browser: the longest that each step keeps the main thread. */
async function runFaces(
  bundle: string,
  folder: string,
  { faces, sizes, clients, rounds = FACE_ROUNDS }: Wanted,
): Promise<void> {
  const bench = await startFaceBench();
  const rows = Math.min(sizes[0]!, FACE_ROWS);
  try {
    for (const face of faces) {
      console.log(
        `${face}: ${rows.toLocaleString('en')} rows, ${clients.toLocaleString('en')} clients; longest task of the main ` +
          `thread, best of ${rounds} (limit for ours ${MOST_MILLISECONDS} ms)`,
      );
      const file = face === 'page' ? salesFile(bundle, folder, rows, clients) : undefined;
      await bench.measure(face, file === undefined ? { rows, clients } : { file }, rounds);
    }
  } finally {
    await bench.close();
  }
}

async function main(): Promise<void> {
  const wanted = readArguments();
  const folder = mkdtempSync(join(tmpdir(), 'kelan-bench-'));
  try {
    process.env[FIGURES_FILE] = wanted.figures ?? join(folder, 'figures');
    const bundle = await compileBench(folder);
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
    if (wanted.engineLines !== undefined) await benchEngines(folder, wanted.engineLines);
    if (wanted.has('plan')) runApart(bundle, '--section', 'plan');
    if (wanted.has('threshold'))
      runApart(bundle, '--section', 'threshold', '--rows', String(FEWER_ROWS), '--clients', String(wanted.clients));
    if (wanted.has('start')) runApart(bundle, '--section', 'start', '--folder', folder);
    if (wanted.has('few')) runOnFile(bundle, folder, 'few', LARGE_FILE_ROWS, wanted.clients);
    if (wanted.has('refresh')) runOnFile(bundle, folder, 'refresh', FEWER_ROWS, wanted.clients);
    if (wanted.has('office')) countMessages();
    if (wanted.faces.length > 0) await runFaces(bundle, folder, wanted);
    for (const rows of wanted.sizes) {
      if (wanted.has('job')) runApart(bundle, ...jobOf(rows, wanted));
      if (wanted.phases.length > 0) runRoad(bundle, folder, rows, wanted.clients, wanted.phases);
    }
    const figures = readFigures(process.env[FIGURES_FILE]!);
    printGoals(figures);
    if (wanted.writesPage) writePerformancePage(figures, new Date().toISOString().slice(0, 10));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
