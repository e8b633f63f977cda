import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms that know figures or what guards her workbook: whole workbooks too; not the fault matrix, nor rounds by the minute. */
const ROOMS = ['unit', 'property/core', 'contract', 'office-host', 'golden', 'cases', 'cross-check'];
const LONG = /fault-matrix|unit[\\/](taskpane|commands|assets|standalone)/;

export interface TestFile {
  readonly path: string;
  readonly milliseconds: number;
  readonly faults: ReadonlySet<number>;
}

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
  }[];
}

/** Runs all tests with every fault asleep: which pass, how long each takes, which faults each comes past. */
export async function passingTests(
  root: string,
  cache: string,
  workers: number,
  rooms: readonly string[] = ROOMS,
): Promise<readonly TestFile[]> {
  const report = join(root, '..', 'report.json');
  const passed = join(root, '..', 'passed.jsonl');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const asked = [
    ...rooms.map((room) => `/tests/${room}`),
    ...['--testPathIgnorePatterns', LONG.source, '--json', '--outputFile', report, '--silent', '--watchman=false'],
    ...['--cacheDirectory', cache, '--maxWorkers', String(workers)],
    ...['--setupFilesAfterEnv', join(root, 'tests', 'mutation', 'wake-fault.ts')],
  ];
  const child = spawn(process.execPath, [jest, ...asked], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, KELAN_FAULTS_PASSED: passed },
  });
  await new Promise((resolve) => child.on('close', resolve));
  const faults = new Map<string, ReadonlySet<number>>();
  for (const line of existsSync(passed) ? readFileSync(passed, 'utf8').split('\n') : []) {
    if (line === '') continue;
    const one = JSON.parse(line) as { readonly test: string; readonly faults: readonly number[] };
    faults.set(one.test, new Set(one.faults));
  }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  for (const { name } of testResults.filter(({ status }) => status === 'failed'))
    console.log(`fails without any fault, and is not asked: ${name.slice(root.length + 1)}`);
  return testResults
    .filter(({ status }) => status === 'passed')
    .map(({ name, startTime, endTime }) => ({
      path: name,
      milliseconds: endTime - startTime,
      faults: faults.get(name) ?? new Set(),
    }))
    .sort((a, b) => a.milliseconds - b.milliseconds);
}
