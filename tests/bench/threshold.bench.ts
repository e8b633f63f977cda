import { analyse } from '../../src/core/analyse';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { viewPreview } from '../../src/app/desk/data-views';
import { makeRows, JOB_COLUMNS } from './bench-rows';
import { noteFigure } from './figures';
import { medianOf, ms, printLine, timed } from './measure';
import { analyseAll, BENCH_REQUEST, hostOf, ingest } from './our-job';

const RUNS = 5;

/** Another threshold tried out on data that is read already: who would move, as the pane shows it. */
export async function benchThreshold(rows: number, clients: number): Promise<void> {
  const dataset = await ingest(hostOf(makeRows(rows, clients, JOB_COLUMNS)));
  const before = analyseAll(dataset);
  const runs: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const settings = { ...DEFAULT_SETTINGS, 'tier.cutOne': 0.6 + run / 50 };
    const { cpuMilliseconds } = await timed(() =>
      viewPreview(analyse(dataset, { ...BENCH_REQUEST, settings }), before, dataset),
    );
    // The first run warms the compiler up.
    if (run > 0) runs.push(cpuMilliseconds);
  }
  console.log(`threshold: ${rows.toLocaleString('en')} rows, ${clients.toLocaleString('en')} clients`);
  printLine('try another threshold', ms(medianOf(runs)));
  noteFigure('threshold', medianOf(runs));
}
