import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchJob } from './job.bench';
import { mb, printLine } from './measure';
import { benchRoad, PHASES, type Phase } from './road.bench';
import { writeSalesFile } from './sales-file';

/**
 * `npm run bench -- [--rows N] [--clients N] [--only job|road|parse|ingest|analyse|layOut|write]`
 *
 * Timed runs beside other engines. Nothing passes or fails here: it prints what it measured, on whatever machine it ran.
 */
const SIZES = [100_000, 1_048_575];
const CLIENTS = 20_000;
const HEAP_MEGABYTES = 8192;

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    clients: { type: 'string' },
    only: { type: 'string' },
    // Set by this program for its own children.
    section: { type: 'string' },
    file: { type: 'string' },
  },
});

const isPhase = (name: string): name is Phase => (PHASES as readonly string[]).includes(name);

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1_048_575)
    throw new RangeError(`not a number of rows or clients: ${text}`);
  return value;
}

/** A section of its own process: memory and compiled code of the others do not weigh on it. */
function runApart(...args: readonly string[]): void {
  const { status, error } = spawnSync(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${HEAP_MEGABYTES}`, '--import', 'tsx', __filename, ...args],
    { stdio: 'inherit' },
  );
  if (error) throw error;
  if (status !== 0) {
    console.log(`  ${args.join(' ')}: ended with ${status}`);
    process.exitCode = 1;
  }
}

async function runSection(section: string): Promise<void> {
  const rows = wholeNumber(values.rows, SIZES[0]!);
  const clients = wholeNumber(values.clients, CLIENTS);
  if (section === 'job') return benchJob(rows, clients);
  if (section === 'file') return writeSalesFile(values.file!, rows, clients);
  if (isPhase(section)) return benchRoad(values.file!, section);
  throw new RangeError(`no section ${section}`);
}

function runAll(): void {
  const { only } = values;
  if (only !== undefined && only !== 'job' && only !== 'road' && !isPhase(only))
    throw new RangeError(`no section ${only}`);
  const sizes = values.rows === undefined ? SIZES : [wholeNumber(values.rows, 0)];
  const clients = String(wholeNumber(values.clients, CLIENTS));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  for (const size of sizes) {
    if (only === undefined || only === 'job')
      runApart('--section', 'job', '--rows', String(size), '--clients', clients);
    const phases = only === undefined || only === 'road' ? PHASES : PHASES.filter((phase) => phase === only);
    if (phases.length > 0) runRoad(size, clients, phases);
  }
}

function runRoad(rows: number, clients: string, phases: readonly Phase[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-bench-'));
  const file = join(folder, 'sales.xlsx');
  try {
    runApart('--section', 'file', '--rows', String(rows), '--clients', clients, '--file', file);
    if (!existsSync(file)) return;
    console.log(
      `road: ${rows.toLocaleString('en')} rows × 20 cells from a file of ${mb(statSync(file).size / 1024 / 1024)}`,
    );
    printLine('each phase ends a process of its own', 'time', 'CPU', 'peak', 'held after');
    for (const phase of phases) runApart('--section', phase, '--file', file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.section === undefined) runAll();
else void runSection(values.section);
