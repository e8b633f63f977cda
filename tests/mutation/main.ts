import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../support/seeded-random';
import { mutantsOf, type Mutant } from './mutants';
import { filesBelow, NearestTests } from './nearest-tests';

/**
 * `npm run mutate -- [FILE …] [--count 300] [--seed 1] [--list docs/mutation.md]`
 *
 * Puts single faults into the code, in a copy, and runs the nearest tests: a fault that no test notices is a survivor, and
 * either a test is missing or the line does nothing. Without files: a sample of all that computes figures or guards her
 * workbook. Not part of `npm test`: some seconds a fault.
 *
 * Ours because the current Stryker wants Node 22 and this project runs on Node 20.
 */
const ROOT = join(__dirname, '..', '..');
const GUARDED = [
  'src/core',
  'src/reports/standing',
  'src/reports/share',
  'src/ingest/parse',
  'src/hosts/xlsx/write',
  'src/hosts/office/write',
  'src/app/is-unchanged.ts',
  'src/app/share',
  'src/cli/files',
];
/** Lists of words and of settings: what they say is held by the registry tests. */
const LEFT_OUT = /(-words|\.settings|country-days|holiday-countries)\.ts$/;
const TIMEOUT_MS = 240_000;

type Fate = 'noticed' | 'survived' | 'timed out' | 'no test';

interface Outcome {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: 'string' }, seed: { type: 'string' }, list: { type: 'string' } },
  });
  const wanted = positionals.length > 0 ? positionals : GUARDED;
  const copy = copyOfProject();
  try {
    const files = wanted.flatMap((path) => {
      const whole = join(copy, path);
      return /\.tsx?$/.test(path) ? [whole] : filesBelow(whole).filter((file) => /\.tsx?$/.test(file));
    });
    const all = files
      .filter((file) => !LEFT_OUT.test(file))
      .flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
    const count = Number(values.count ?? 300);
    const sample = seededRandom(Number(values.seed ?? 1))
      .shuffle(all)
      .slice(0, count);
    console.log(`${all.length} faults in ${files.length} files; ${sample.length} are tried (seed ${values.seed ?? 1})`);
    const tests = new NearestTests(copy);
    const outcomes: Outcome[] = [];
    for (const mutant of sample) {
      const fate = await fateOf(mutant, tests, copy);
      outcomes.push({ mutant, fate });
      console.log(`${outcomes.length}/${sample.length} ${fate.padEnd(9)} ${lineOf(mutant, copy)}`);
    }
    return tell(outcomes, copy, values.list, all.length);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Sources and tests, with the packages linked; data kept beside the project is not there, and its tests skip. */
function copyOfProject(): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'kelan-mutate-')), 'project');
  for (const name of [
    'src',
    'tests',
    'assets',
    'docs',
    'package.json',
    'tsconfig.json',
    'manifest.xml',
    'webpack.config.js',
  ]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function fateOf(mutant: Mutant, tests: NearestTests, copy: string): Promise<Fate> {
  const { near, far } = tests.of(mutant.file);
  if (near.length + far.length === 0) return 'no test';
  const original = readFileSync(mutant.file, 'utf8');
  writeFileSync(mutant.file, original.slice(0, mutant.start) + mutant.replacement + original.slice(mutant.end));
  try {
    for (const some of [near, far]) {
      if (some.length === 0) continue;
      const passes = await run(some, copy);
      if (passes === undefined) return 'timed out';
      if (!passes) return 'noticed';
    }
    return 'survived';
  } finally {
    writeFileSync(mutant.file, original);
  }
}

/** Whether the tests pass; undefined where they do not end, which somebody would notice too. */
function run(tests: readonly string[], copy: string): Promise<boolean | undefined> {
  const jest = join(copy, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(
    process.execPath,
    [jest, '--bail', '--silent', '--reporters=default', tests.length > 4 ? '--maxWorkers=2' : '--runInBand', ...tests],
    {
      cwd: copy,
      stdio: 'ignore',
    },
  );
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(undefined);
    }, TIMEOUT_MS);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

function lineOf({ file, line, start, end, what }: Mutant, copy: string): string {
  const text = readFileSync(file, 'utf8');
  const code = text.split('\n')[line - 1]!.trim();
  return `${relative(copy, file)}:${line} ${what} in \`${code.slice(0, 110)}\` (${text.slice(start, end).slice(0, 40).replace(/\s+/g, ' ')})`;
}

function tell(outcomes: readonly Outcome[], copy: string, list: string | undefined, all: number): number {
  const survivors = outcomes.filter(({ fate }) => fate === 'survived' || fate === 'no test');
  const score = 1 - survivors.length / Math.max(1, outcomes.length);
  const summary = `${outcomes.length} of ${all} faults tried; ${outcomes.length - survivors.length} noticed, ${survivors.length} not: ${(score * 100).toFixed(1)} %`;
  console.log(summary);
  const byFolder = new Map<string, { tried: number; survived: number }>();
  for (const { mutant, fate } of outcomes) {
    const folder = relative(copy, mutant.file).split('/').slice(0, 3).join('/');
    const tally = byFolder.get(folder) ?? { tried: 0, survived: 0 };
    byFolder.set(folder, tally);
    tally.tried++;
    if (fate === 'survived' || fate === 'no test') tally.survived++;
  }
  const rows = [...byFolder]
    .sort()
    .map(([folder, { tried, survived }]) => `| ${folder} | ${tried} | ${tried - survived} | ${survived} |`);
  for (const row of rows) console.log(row);
  if (list !== undefined) {
    const lines = survivors.map(
      ({ mutant, fate }) => `- ${lineOf(mutant, copy)}${fate === 'no test' ? ': no test reaches it' : ''}`,
    );
    const table = ['| folder | tried | noticed | survived |', '| --- | --- | --- | --- |', ...rows];
    writeFileSync(existsSync(ROOT) ? join(ROOT, list) : list, [summary, '', ...table, '', ...lines, ''].join('\n'));
  }
  return survivors.length === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
