import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Mutant } from './mutants';
import { TestFileProcess } from './test-file-process';

/** Rooms that know figures or what guards her workbook: whole workbooks too; not the fault matrix, nor rounds by the minute. */
const ROOMS = [
  ...[
    'unit/core',
    'unit/ingest',
    'unit/reports',
    'unit/workbook',
    'unit/i18n',
    'unit/hosts',
    'contract',
    'office-host',
  ],
  ...['golden', 'unit/app', 'unit/cli', 'property/core', 'cases', 'cross-check'],
];
const LEFT_OUT = /fault-matrix/;
const LOAD_MS = 300_000;
/** So long for tests that took a moment. */
const LEAST_MS = 30_000;
const TIMES_AS_LONG = 15;
/** Test files that a fault of a constant is tried with: each has to be read anew. */
const MOST_READINGS = 8;

export type Fate = 'noticed' | 'survived' | 'timed out' | 'no test';

export interface Tried {
  readonly number: number;
  readonly mutant: Mutant;
}

/**
 * Asks test file after test file about the faults that nobody has noticed yet: those of single parts before those of whole workbooks.
 * `most`: milliseconds that are spent on a fault.
 */
export async function askTests(
  root: string,
  tried: readonly Tried[],
  most: number,
  rooms: readonly string[] | undefined,
  tell: (line: string) => void,
): Promise<ReadonlyMap<number, Fate>> {
  const fates = new Map<number, Fate>(tried.map(({ number }) => [number, 'no test']));
  const spent = new Map<number, number>();
  const readings = new Map<number, number>();
  const wanted = new Set(tried.map(({ number }) => number));
  const note = (fault: number, fate: Fate, milliseconds: number): void => {
    fates.set(fault, fate);
    spent.set(fault, (spent.get(fault) ?? 0) + milliseconds);
    if (fate === 'noticed' || fate === 'timed out') wanted.delete(fault);
  };
  const files = (rooms ?? ROOMS)
    .flatMap((room) => testFiles(join(root, 'tests', room)))
    .filter((path) => !LEFT_OUT.test(relative(root, path)));
  for (const [at, path] of files.entries()) {
    if (wanted.size === 0) break;
    const process = new TestFileProcess(root);
    const load = () => process.ask({ kind: 'load', path, fault: 0 }, LOAD_MS);
    const started = performance.now();
    let loaded = await load();
    const name = relative(root, path);
    if (!loaded?.passes) {
      tell(`fails without any fault, and is not asked: ${name}`);
      process.stop();
      continue;
    }
    const { milliseconds, faults, faultsOfModules, isSpent } = loaded;
    const timeout = LEAST_MS + milliseconds * TIMES_AS_LONG;
    const asleep = new Set(isSpent ? [] : faults);
    const own = [...wanted].filter(
      (fault) => asleep.has(fault) || faults.includes(fault) || faultsOfModules.includes(fault),
    );
    let noticed = 0;
    for (const fault of own) {
      if ((spent.get(fault) ?? 0) > most) continue;
      if (asleep.has(fault)) {
        const answer = await process.ask({ kind: 'wake', fault }, timeout);
        note(fault, !answer ? 'timed out' : answer.passes ? 'survived' : 'noticed', answer?.milliseconds ?? timeout);
        noticed += wanted.has(fault) ? 0 : 1;
        if (answer && !answer.isSpent) continue;
        process.stop();
        loaded = await load();
        continue;
      }
      const times = (readings.get(fault) ?? 0) + 1;
      if (times > MOST_READINGS) continue;
      readings.set(fault, times);
      const fresh = new TestFileProcess(root);
      const answer = await fresh.ask({ kind: 'load', path, fault }, LOAD_MS);
      fresh.stop();
      note(fault, !answer ? 'timed out' : answer.passes ? 'survived' : 'noticed', answer?.milliseconds ?? 0);
      noticed += wanted.has(fault) ? 0 : 1;
    }
    process.stop();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    tell(
      `${at + 1}/${files.length} ${seconds} s, ${noticed} of ${own.length} noticed, ${wanted.size} left: ${name}${isSpent ? ' (anew each time)' : ''}`,
    );
  }
  return fates;
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
