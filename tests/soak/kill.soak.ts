import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { seededRandom } from '../support/seeded-random';
import { faultsOf } from '../unit/hosts/xlsx/write/whole-package';
import type { Soak } from './soak';

const ROOT = join(__dirname, '..', '..');
const SAMPLE = join(ROOT, 'assets', 'kelan-sample.xlsx');
/** Few reports: the moments that matter are those of the files, and the others cost time. */
const ARGUMENTS = ['--in-place', '--reports', 'overview,clientTiers', '--lang', 'en'];
/** Every so many kills, a run that is left alone must find everything in order. */
const LEFT_ALONE = 10;
/** From the last line of the writing on: the file is saved, flushed and moved. */
const SAVING_MS = 250;

/**
 * `--in-place` killed at random moments, half of them while files are written and moved: afterwards there is the whole old
 * file, or the whole new one with a whole backup; nothing that is called a backup is anything else; and the next run finds
 * no lock or part in its way.
 */
export const kill: Soak = {
  name: 'kill',
  usage: '[RUNS] [SEED]: --in-place killed at random moments (200)',
  async run([runs = '200', seed = '1']) {
    const random = seededRandom(Number(seed));
    const old = readFileSync(SAMPLE);
    const counts = { old: 0, new: 0, partly: 0, locks: 0, ended: 0 };
    let faults = 0;
    const folder = mkdtempSync(join(tmpdir(), 'kelan-kill-'));
    const file = join(folder, 'sales.xlsx');
    try {
      const whole = await runTo(file, undefined);
      for (let run = 1; run <= Number(runs); run++) {
        const moment = run % 2 === 0 ? { afterSaving: random.next() * SAVING_MS } : { after: random.next() * whole.ms };
        for (const name of readdirSync(folder).filter((each) => each !== '.' && run % LEFT_ALONE === 1)) {
          rmSync(join(folder, name));
        }
        for (const name of readdirSync(folder)) if (/backup/.test(name)) rmSync(join(folder, name));
        const { wasKilled } = await runTo(file, moment);
        if (!wasKilled) counts.ended++;
        const names = readdirSync(folder);
        counts.partly += names.some((name) => name.endsWith('.part')) ? 1 : 0;
        counts.locks += names.some((name) => name.endsWith('.lock')) ? 1 : 0;
        for (const what of faultsAfter(folder, file, old, counts)) {
          faults++;
          console.log(`FAULT at ${JSON.stringify(moment)}: ${what}`);
        }
        if (run % LEFT_ALONE === 0) {
          const { code } = await runTo(file, undefined);
          const left = readdirSync(folder).filter((name) => /\.(part|lock)$/.test(name));
          if (code !== 0 || left.length > 0) {
            faults++;
            console.log(`FAULT: the run after ends in ${code} and leaves ${left.join(', ')}`);
          }
          process.stderr.write(`${run}/${runs}\n`);
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    console.log(
      `${runs} runs: ${counts.old} whole old files, ${counts.new} whole new ones with their backups, ${counts.ended} had ended; ` +
        `${counts.partly} left parts, ${counts.locks} a lock`,
    );
    return faults;
  },
};

interface Moment {
  readonly after?: number;
  readonly afterSaving?: number;
}

/** Runs the command line on a fresh copy and kills it at a moment. */
async function runTo(
  file: string,
  moment: Moment | undefined,
): Promise<{ ms: number; code: number | null; wasKilled: boolean }> {
  copyFileSync(SAMPLE, file);
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'cli', 'main.ts'), file, ...ARGUMENTS], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const later = (ms: number): void => void setTimeout(() => child.kill('SIGKILL'), ms);
  if (moment?.after !== undefined) later(moment.after);
  child.stderr.on('data', (chunk: Buffer) => {
    if (moment?.afterSaving !== undefined && /^Write$/m.test(chunk.toString('utf8'))) later(moment.afterSaving);
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (one, other) => resolve([one, other])),
  );
  return { ms: performance.now() - started, code, wasKilled: signal === 'SIGKILL' };
}

function faultsAfter(folder: string, file: string, old: Buffer, counts: { old: number; new: number }): string[] {
  const faults: string[] = [];
  const backups = readdirSync(folder).filter((name) => name.includes('.backup-'));
  for (const name of backups) {
    if (!readFileSync(join(folder, name)).equals(old)) faults.push(`${name} is no backup`);
  }
  const now = readFileSync(file);
  if (now.equals(old)) {
    counts.old++;
    return faults;
  }
  counts.new++;
  try {
    const broken = faultsOf(new Uint8Array(now));
    if (broken.length > 0) faults.push(`the new file is not whole: ${broken[0]}`);
    if (!Buffer.from(unzipSync(now)['xl/workbook.xml'] ?? []).includes('Kelan_clientTiers'))
      faults.push('the new file is not ours');
  } catch (error) {
    faults.push(`the file is neither: ${String(error)}`);
  }
  if (backups.length === 0) faults.push('the new file has no backup');
  return faults;
}
