import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileBench } from './compile';
import { mb, printLine } from './measure';
import { isPhase, PHASES, type Phase } from './road.bench';

/**
 * `npm run bench -- [--rows N] [--clients N] [--only job|plan|road|parse|ingest|analyse|layOut|write]`
 *
 * Timed runs beside other engines. Nothing passes or fails here: it prints what it measured, on whatever machine it ran.
 */
const SIZES = [100_000, 1_048_575];
const CLIENTS = 20_000;
const HEAP_MEGABYTES = 8192;

interface Wanted {
  readonly sizes: readonly number[];
  readonly clients: number;
  readonly job: boolean;
  readonly plan: boolean;
  readonly phases: readonly Phase[];
}

function readArguments(): Wanted {
  const { values } = parseArgs({
    options: { rows: { type: 'string' }, clients: { type: 'string' }, only: { type: 'string' } },
  });
  const { only } = values;
  if (only !== undefined && only !== 'job' && only !== 'plan' && only !== 'road' && !isPhase(only)) {
    throw new RangeError(`--only ${only}: one of job, plan, road, ${PHASES.join(', ')}`);
  }
  return {
    sizes: values.rows === undefined ? SIZES : [wholeNumber(values.rows)],
    clients: values.clients === undefined ? CLIENTS : wholeNumber(values.clients),
    job: only === undefined || only === 'job',
    plan: only === undefined || only === 'plan',
    phases: only === undefined || only === 'road' ? PHASES : PHASES.filter((phase) => phase === only),
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > SIZES[1]!) {
    throw new RangeError(`not a number of rows or clients: ${text}`);
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

async function main(): Promise<void> {
  const wanted = readArguments();
  const folder = mkdtempSync(join(tmpdir(), 'kelan-bench-'));
  try {
    const bundle = await compileBench(folder);
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
    if (wanted.plan) runApart(bundle, '--section', 'plan');
    for (const rows of wanted.sizes) {
      if (wanted.job) runApart(bundle, '--section', 'job', '--rows', String(rows), '--clients', String(wanted.clients));
      if (wanted.phases.length > 0) runRoad(bundle, folder, rows, wanted.clients, wanted.phases);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
