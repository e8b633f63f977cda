import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
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
/** Files whose tests take no longer are asked first: most faults need no others. */
const ROUNDS_MS = [150, 2_000, Infinity];
/** Test files that a fault of a constant is tried with, beside those of its own folder: each has to be read anew. */
const MOST_READINGS = 8;

export type Fate = 'noticed' | 'survived' | 'timed out' | 'no test';

export interface Tried {
  readonly number: number;
  readonly mutant: Mutant;
}

/**
 * Asks test file after test file about the faults that nobody has noticed yet: quick ones before others.
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
  const folders = new Map(
    tried.map(({ number, mutant }) => [number, relative(join(root, 'src'), dirname(mutant.file))]),
  );
  const isNear = (path: string, fault: number): boolean => dirname(path).endsWith(folders.get(fault)!);
  const note = (fault: number, fate: Fate, milliseconds: number): void => {
    fates.set(fault, fate);
    spent.set(fault, (spent.get(fault) ?? 0) + milliseconds);
    if (fate === 'noticed' || fate === 'timed out') wanted.delete(fault);
  };
  const files = (rooms ?? ROOMS)
    .flatMap((room) => testFiles(join(root, 'tests', room)))
    .filter((path) => !LEFT_OUT.test(relative(root, path)));
  let round = files.map((path) => ({ path, milliseconds: 0 }));
  for (const longest of ROUNDS_MS) {
    const later: typeof round = [];
    for (const { path } of round) {
      if (wanted.size === 0) break;
      const milliseconds = await askFile(path, longest);
      if (milliseconds !== undefined) later.push({ path, milliseconds });
    }
    round = later.sort((a, b) => a.milliseconds - b.milliseconds);
    tell(`not noticed so far: ${[...wanted].join(' ')}`);
  }
  return fates;

  /** @returns how long the tests take, where that is too long for this round. */
  async function askFile(path: string, longest: number): Promise<number | undefined> {
    const name = relative(root, path);
    const started = performance.now();
    const process = new TestFileProcess(root);
    const load = () => process.ask({ kind: 'load', path, fault: 0 }, LOAD_MS);
    const loaded = await load();
    if (!loaded?.passes || loaded.milliseconds > longest) {
      process.stop();
      if (!loaded?.passes) tell(`fails without any fault, and is not asked: ${name}`);
      return loaded?.passes ? loaded.milliseconds : undefined;
    }
    const { milliseconds, faultsOfModules, isSpent } = loaded;
    const timeout = LEAST_MS + milliseconds * TIMES_AS_LONG;
    const ofTests = new Set(loaded.faults);
    const own = [...wanted].filter((fault) => ofTests.has(fault) || faultsOfModules.includes(fault));
    for (const fault of own) {
      if ((spent.get(fault) ?? 0) > most) continue;
      if (ofTests.has(fault) && !isSpent) {
        const answer = await process.ask({ kind: 'wake', fault }, timeout);
        note(fault, !answer ? 'timed out' : answer.passes ? 'survived' : 'noticed', answer?.milliseconds ?? timeout);
        if (answer && !answer.isSpent) continue;
        process.stop();
        await load();
      } else {
        const times = (readings.get(fault) ?? 0) + 1;
        if (times > MOST_READINGS && !isNear(path, fault)) continue;
        readings.set(fault, times);
        const fresh = new TestFileProcess(root);
        const answer = await fresh.ask({ kind: 'load', path, fault }, LOAD_MS);
        fresh.stop();
        note(fault, !answer ? 'timed out' : answer.passes ? 'survived' : 'noticed', answer?.milliseconds ?? 0);
      }
    }
    const noticed = own.filter((fault) => !wanted.has(fault)).length;
    process.stop();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    tell(
      `${seconds} s, ${noticed} of ${own.length} noticed, ${wanted.size} left: ${name}${isSpent ? ' (anew each time)' : ''}`,
    );
    return undefined;
  }
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    // As they were compiled.
    return entry.name.endsWith('.test.js') ? [path] : [];
  });
}
