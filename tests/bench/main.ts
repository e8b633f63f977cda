import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileBench } from './compile';
import { MOST_MILLISECONDS, startFaceBench, type Face } from './face.bench';
import { mb, printLine } from './measure';
import { isPhase, PHASES, type Phase } from './road.bench';

/**
 * `npm run bench -- [--rows N] [--clients N] [--rounds N] [--only job|plan|office|pane|page|road|parse|…|write]`
 *
 * Timed runs beside other engines. Nothing passes or fails here: it prints what it measured, on whatever machine it ran.
 */
const SIZES = [100_000, 1_048_575];
const CLIENTS = 20_000;
/** The faces are measured on as many rows as a person scrolls through. */
const FACE_ROWS = 100_000;
const FACE_ROUNDS = 3;
const HEAP_MEGABYTES = 8192;

const FACES: readonly Face[] = ['pane', 'page'];
const SECTIONS: readonly string[] = ['job', 'plan', 'road', 'office', ...FACES];

interface Wanted {
  readonly sizes: readonly number[];
  readonly clients: number;
  readonly job: boolean;
  readonly plan: boolean;
  readonly office: boolean;
  readonly faces: readonly Face[];
  readonly rounds: number;
  readonly phases: readonly Phase[];
}

function readArguments(): Wanted {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      clients: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const { only } = values;
  if (only !== undefined && !SECTIONS.includes(only) && !isPhase(only)) {
    throw new RangeError(`--only ${only}: one of ${[...SECTIONS, ...PHASES].join(', ')}`);
  }
  return {
    sizes: values.rows === undefined ? SIZES : [wholeNumber(values.rows)],
    clients: values.clients === undefined ? CLIENTS : wholeNumber(values.clients),
    job: only === undefined || only === 'job',
    plan: only === undefined || only === 'plan',
    office: only === undefined || only === 'office',
    faces: FACES.filter((face) => only === undefined || only === face),
    rounds: values.rounds === undefined ? FACE_ROUNDS : wholeNumber(values.rounds),
    phases: only === undefined || only === 'road' ? PHASES : PHASES.filter((phase) => phase === only),
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > SIZES[1]!) {
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

function runRoad(bundle: string, folder: string, rows: number, clients: number, phases: readonly Phase[]): void {
  const file = join(folder, `sales-${rows}.xlsx`);
  runApart(bundle, '--section', 'file', '--rows', String(rows), '--clients', String(clients), '--file', file);
  if (!existsSync(file)) return;
  const size = mb(statSync(file).size / 1024 / 1024);
  console.log(`road: ${rows.toLocaleString('en')} rows × 20 cells from a file of ${size}`);
  printLine('each phase ends a process of its own', 'time', 'CPU', 'peak', 'held after');
  for (const phase of phases) runApart(bundle, '--section', phase, '--file', file);
}

/** In a process of its own, as it is: Office.js puts itself into the globals and keeps timers running. */
function countMessages(): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'office.ts')], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

/** The screens in a browser: the longest that each step keeps the main thread. */
async function runFaces(bundle: string, folder: string, { faces, sizes, clients, rounds }: Wanted): Promise<void> {
  const bench = await startFaceBench();
  const rows = Math.min(sizes[0]!, FACE_ROWS);
  try {
    for (const face of faces) {
      console.log(
        `${face}: ${rows.toLocaleString('en')} rows, ${clients.toLocaleString('en')} clients; longest task of the main ` +
          `thread, best of ${rounds} (limit for ours ${MOST_MILLISECONDS} ms)`,
      );
      const file = join(folder, `sales-${rows}.xlsx`);
      if (face === 'page' && !existsSync(file))
        runApart(bundle, '--section', 'file', '--rows', String(rows), '--clients', String(clients), '--file', file);
      await bench.measure(face, face === 'page' ? { file } : { rows, clients }, rounds);
    }
  } finally {
    await bench.close();
  }
}

async function main(): Promise<void> {
  const wanted = readArguments();
  const folder = mkdtempSync(join(tmpdir(), 'kelan-bench-'));
  try {
    const bundle = await compileBench(folder);
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
    if (wanted.plan) runApart(bundle, '--section', 'plan');
    if (wanted.office) countMessages();
    if (wanted.faces.length > 0) await runFaces(bundle, folder, wanted);
    for (const rows of wanted.sizes) {
      if (wanted.job) runApart(bundle, '--section', 'job', '--rows', String(rows), '--clients', String(wanted.clients));
      if (wanted.phases.length > 0) runRoad(bundle, folder, rows, wanted.clients, wanted.phases);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
