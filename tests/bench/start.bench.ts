import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { openXlsxFile } from '../../src/cli/open-xlsx-file';
import { runReport } from '../../src/cli/run-report';
import { noteFigure } from './figures';
import { medianOf, ms, printLine, timed, times } from './measure';

const ROUNDS = 3;
/** Named, as the packed bench does not lie where the command line looks for it. */
const SAMPLE = join('assets', 'kelan-sample.xlsx');

/** `npm run report` on the sample, from nothing, to the same work where all is loaded and compiled; by the clock, in pairs. */
export async function benchStart(folder: string): Promise<void> {
  const ratios: number[] = [];
  const colds: number[] = [];
  const warms: number[] = [];
  // The first round warms this process up.
  for (let round = 0; round <= ROUNDS; round++) {
    const out = join(folder, `start-${round}.xlsx`);
    const warm = await timed(() => runQuietly([SAMPLE, '-o', out]));
    if (round === 0) continue;
    const cold = await timed(() => {
      const { status } = spawnSync('npm', ['run', '-s', 'report', '--', '-o', out], {
        stdio: 'ignore',
      });
      if (status !== 0) throw new Error(`npm run report ended with ${status}`);
    });
    warms.push(warm.milliseconds);
    colds.push(cold.milliseconds);
    ratios.push(cold.milliseconds / warm.milliseconds);
  }
  console.log('start: the command line on the sample');
  printLine('npm run report; the same, warm', ms(medianOf(colds)), ms(medianOf(warms)));
  printLine('to warm', times(medianOf(ratios)));
  noteFigure('start', medianOf(ratios));
}

async function runQuietly(args: readonly string[]): Promise<void> {
  const out = new PassThrough().resume() as unknown as NodeJS.WriteStream;
  const code = await runReport(args, { out, err: out }, openXlsxFile);
  if (code !== 0) throw new Error(`the report ended with ${code}`);
}
