import { isDeepStrictEqual } from 'node:util';
import type { CellValue } from '../../src/workbook/cell-value';
import { runBarePass } from './bare-pass';
import { JOB_COLUMNS, makeRows } from './bench-rows';
import { runDuckJob } from './duck-job';
import { runHandAllCells } from './hand-all-cells';
import { runHandColumns } from './hand-columns';
import type { JobAnswer } from './job-answer';
import { noteFigure } from './figures';
import { medianOf, mb, ms, peakMegabytes, printLine, timed, times } from './measure';
import { runObjectMap } from './object-map';
import { ENGINE } from './performance-page';
import { analyseAll, answerOf, hostOf, ingest } from './our-job';

type Rows = readonly (readonly CellValue[])[];

interface Engine {
  readonly name: string;
  /** The goal that its ratio is measured by. */
  readonly goal?: string;
  /** Nothing, where it is only a part of the way to the answer. */
  run(): JobAnswer | undefined | Promise<JobAnswer | undefined>;
}

/** Fewer of the large ones, which spread less. */
const roundsOf = (rows: number): number => (rows > 500_000 ? 3 : 5);

/**
 * Per client count, sum, on-time, last day, twelve monthly sums, sort, tier: every engine in turn, in one process, each
 * after a bare pass of its own; the ratio is the median over the rounds. All must find the same.
 */
export async function benchJob(rowCount: number, clients: number, rounds = roundsOf(rowCount)): Promise<void> {
  console.log(
    `job: ${rowCount.toLocaleString('en')} rows × ${JOB_COLUMNS} cells, ${clients.toLocaleString('en')} clients, ${rounds} rounds`,
  );
  const rows = makeRows(rowCount, clients, JOB_COLUMNS);
  const found = enginesOver(rows).map((engine) => ({
    engine,
    milliseconds: [] as number[],
    ratios: [] as number[],
    cpu: [] as number[],
    cpuMilliseconds: [] as number[],
  }));
  const bare: number[] = [];
  let answer: JobAnswer | undefined;
  // The first round warms the compiler up: it is checked, not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const { engine, milliseconds, ratios, cpu, cpuMilliseconds } of found) {
      const pass = await timed(() => runBarePass(rows));
      const result = await timed(() => engine.run());
      answer ??= result.value;
      if (result.value !== undefined && !isDeepStrictEqual(result.value, answer)) {
        throw new Error(`${engine.name} finds ${JSON.stringify(result.value)} instead of ${JSON.stringify(answer)}`);
      }
      if (round === 0) continue;
      bare.push(pass.milliseconds);
      milliseconds.push(result.milliseconds);
      ratios.push(result.milliseconds / pass.milliseconds);
      cpu.push(result.cpuMilliseconds / pass.cpuMilliseconds);
      cpuMilliseconds.push(result.cpuMilliseconds);
    }
  }
  printLine('', 'median', 'to bare', 'by CPU');
  printLine('bare pass over 12 cells a row', ms(medianOf(bare)), times(1), times(1));
  for (const { engine, milliseconds, ratios, cpu, cpuMilliseconds } of found) {
    printLine(engine.name, ms(medianOf(milliseconds)), times(medianOf(ratios)), times(medianOf(cpu)));
    noteFigure(`${ENGINE}${engine.name} ${rowCount}`, medianOf(cpu));
    if (engine.goal === undefined) continue;
    noteFigure(`${engine.goal} ${rowCount}`, medianOf(cpu));
    noteFigure(`${engine.goal} CPU ${rowCount}`, medianOf(cpuMilliseconds));
  }
  printLine('peak memory of the process', mb(peakMegabytes()));
  console.log(`  all found the same: ${JSON.stringify({ ...answer!, months: answer!.months.length })}`);
}

function enginesOver(rows: Rows): readonly Engine[] {
  const host = hostOf(rows);
  return [
    { name: 'hand-written columns', run: () => runHandColumns(rows) },
    { name: 'Map of objects', run: () => runObjectMap(rows) },
    {
      name: 'all twelve cells into columns by hand, nothing checked',
      run: () => {
        runHandAllCells(rows);
        return undefined;
      },
    },
    { name: 'DuckDB with loading', run: () => runDuckJob(rows) },
    {
      name: 'ours: typed columns, every cell checked',
      goal: 'job',
      run: async () => {
        await ingest(host);
        return undefined;
      },
    },
    {
      name: 'ours: the same, and every figure we have',
      goal: 'analysis',
      run: async () => answerOf(analyseAll(await ingest(host))),
    },
  ];
}
