import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { askTests, type Fate } from './ask-tests';
import { compileCopy } from './compile-copy';
import { mutantsOf, type Mutant } from './mutants';
import { putIn } from './put-in';

/**
 * `npm run mutate -- [FILE …] [--count 300] [--seed 1] [--only 3f9ac1,…] [--tests unit/core/sales,…] [--seconds 60] [--list docs/mutation.md]`
 *
 * Puts single faults into the code, in a copy, and runs the tests that come past each: a fault that no test notices is a
 * survivor, and either a test is missing or the line does nothing. Without files: a sample of all that computes figures or
 * guards her workbook. `--only` tries some of the sample again, by their ids, and `--tests` asks some folders alone. Not part of `npm test`: some seconds a fault.
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
  'src/app/own-sheets.ts',
  'src/app/share',
  'src/cli/files',
];
/** Lists of words and of settings: what they say is held by the registry tests. */
const LEFT_OUT = /(-words|\.settings|country-days|holiday-countries)\.ts$/;
/** For so long the tests that come past a fault are asked about it. */
const MOST_SECONDS = 60;

interface Outcome {
  readonly number: number;
  readonly mutant: Mutant;
  readonly fate: Fate;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      tests: { type: 'string' },
      seconds: { type: 'string' },
      list: { type: 'string' },
    },
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
    const seed = Number(values.seed ?? 1);
    const sample = ranked(all, seed, copy).slice(0, Number(values.count ?? 300));
    const only = values.only === undefined ? undefined : new Set(values.only.split(','));
    const tried = sample
      .filter(({ id }) => !only || only.has(id))
      .map(({ id, mutant }, at) => ({ number: at + 1, id, mutant }));
    console.log(`${all.length} faults in ${files.length} files; ${tried.length} are tried (seed ${seed})`);
    const lines = new Map(tried.map(({ number, id, mutant }) => [number, `${id} ${lineOf(mutant, copy)}`]));
    for (const [number, line] of lines) console.log(`${number}: ${line}`);
    putAllIn(tried);
    await compileCopy(copy);
    const most = Number(values.seconds ?? MOST_SECONDS) * 1000;
    const fates = await askTests(copy, tried, most, values.tests?.split(','), console.log);
    const outcomes = tried.map(({ number, mutant }): Outcome => ({ number, mutant, fate: fates.get(number)! }));
    return tell(outcomes, lines, copy, values.list, all.length);
  } finally {
    rmSync(dirname(copy), { recursive: true, force: true });
  }
}

/**
 * The faults in an order that the seed decides, and that stays when other lines change: a fault's rank comes from its own
 * file and line.
 */
function ranked(
  all: readonly Mutant[],
  seed: number,
  copy: string,
): readonly { readonly id: string; readonly mutant: Mutant }[] {
  const seen = new Map<string, number>();
  const withIds = all.map((mutant) => {
    const place = `${seed} ${lineOf(mutant, copy).replace(/:\d+ /, ' ')}`;
    const times = (seen.get(place) ?? 0) + 1;
    seen.set(place, times);
    const rank = createHash('sha256').update(`${place} ${times}`).digest('hex');
    return { rank, id: rank.slice(0, 8), mutant };
  });
  return withIds.sort((a, b) => (a.rank < b.rank ? -1 : 1));
}

const textOf = new Map<string, string>();

function putAllIn(tried: readonly { readonly number: number; readonly mutant: Mutant }[]): void {
  const byFile = new Map<string, Map<number, Mutant>>();
  for (const { number, mutant } of tried) {
    const faults = byFile.get(mutant.file) ?? new Map<number, Mutant>();
    byFile.set(mutant.file, faults.set(number, mutant));
  }
  for (const [file, faults] of byFile) writeFileSync(file, putIn(readFileSync(file, 'utf8'), faults));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
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
    'README.md',
    'CHANGELOG.md',
  ]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function lineOf({ file, line, start, end, what }: Mutant, copy: string): string {
  const text = textOf.get(file) ?? readFileSync(file, 'utf8');
  textOf.set(file, text);
  const code = text.split('\n')[line - 1]!.trim();
  return `${relative(copy, file)}:${line} ${what} in \`${code.slice(0, 110)}\` (${text.slice(start, end).slice(0, 40).replace(/\s+/g, ' ')})`;
}

function tell(
  outcomes: readonly Outcome[],
  lines: ReadonlyMap<number, string>,
  copy: string,
  list: string | undefined,
  all: number,
): number {
  const isSurvivor = ({ fate }: Outcome): boolean => fate === 'survived' || fate === 'no test';
  const survivors = outcomes.filter(isSurvivor);
  const score = 1 - survivors.length / Math.max(1, outcomes.length);
  const endless = outcomes.filter(({ fate }) => fate === 'timed out').length;
  const summary = `${outcomes.length} of ${all} faults tried; ${outcomes.length - survivors.length} noticed (${endless} by a test that did not end), ${survivors.length} not: ${(score * 100).toFixed(1)} %`;
  console.log(summary);
  const byFolder = new Map<string, { tried: number; survived: number }>();
  for (const outcome of outcomes) {
    const folder = relative(copy, outcome.mutant.file).split('/').slice(0, 3).join('/');
    const tally = byFolder.get(folder) ?? { tried: 0, survived: 0 };
    byFolder.set(folder, tally);
    tally.tried++;
    if (isSurvivor(outcome)) tally.survived++;
  }
  const rows = [...byFolder]
    .sort()
    .map(([folder, { tried, survived }]) => `| ${folder} | ${tried} | ${tried - survived} | ${survived} |`);
  for (const row of rows) console.log(row);
  const told = survivors.map(
    ({ number, fate }) => `- ${lines.get(number)!}${fate === 'no test' ? ': no test reaches it' : ''}`,
  );
  for (const line of told) console.log(line);
  if (list !== undefined) {
    const table = ['| folder | tried | noticed | survived |', '| --- | --- | --- | --- |', ...rows];
    writeFileSync(join(ROOT, list), [summary, '', ...table, '', ...told, ''].join('\n'));
  }
  return survivors.length === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
