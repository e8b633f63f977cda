import type { Clock } from '../../src/app/clock';
import { analyse, type AnalysisRequest } from '../../src/core/analyse';
import type { Analysis } from '../../src/core/analysis';
import type { Dataset } from '../../src/core/model/dataset';
import { dayOf } from '../../src/core/model/day';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { makeMemoryHost } from '../../src/hosts/memory/memory-host';

import { inspectWorkbook } from '../../src/ingest/recognise/inspect';
import { readDataset } from '../../src/ingest/read/read-dataset';
import type { CellValue } from '../../src/workbook/cell-value';
import type { WorkbookHost } from '../../src/workbook/workbook-host';
import { DAY_COLUMNS, HEADERS } from './bench-rows';
import type { JobAnswer } from './job-answer';

export const BENCH_RUN = { time: '2026-11-22 09:00', version: 'bench' } as const;
export const BENCH_CLOCK: Clock = { today: dayOf(2026, 11, 22), now: BENCH_RUN.time, version: BENCH_RUN.version };
/** Every figure of every report, over the twelve months up to the last day. */
export const BENCH_REQUEST: AnalysisRequest = {
  today: BENCH_CLOCK.today,
  period: { kind: 'last12m' },
  settings: DEFAULT_SETTINGS,
};

/** The rows as a workbook of one sheet, ready to be read: a host's making is not on the bill. */
export function hostOf(rows: readonly (readonly CellValue[])[]): WorkbookHost {
  const columns = rows[0]!.length;
  return makeMemoryHost({
    sheets: [
      {
        name: '销售明细',
        rows: [HEADERS.slice(0, columns), ...rows],
        dayColumns: DAY_COLUMNS.filter((column) => column < columns),
      },
    ],
  });
}

/** Recognise, map, check and parse every cell: sheets become typed columns. */
export async function ingest(host: WorkbookHost): Promise<Dataset> {
  const inspection = await inspectWorkbook(host, undefined);
  if (!inspection.canAnalyse)
    throw new Error(`the bench's sheet is not recognised: ${JSON.stringify(inspection.missing)}`);
  return readDataset(host, inspection);
}

export function analyseAll(dataset: Dataset): Analysis {
  const analysis = analyse(dataset, BENCH_REQUEST);
  // Figures are worked out when they are read: all of them are wanted here.
  Object.values(analysis);
  return analysis;
}

/** The job's answer, taken out of the analysis. */
export function answerOf(analysis: Analysis): JobAnswer {
  const onTime = analysis.indicators.find((indicator) => indicator.id === 'line.onTime');
  if (!onTime) throw new Error('the analysis has no on-time rate');
  const tiered = (tier: 1 | 2 | 3): number =>
    analysis.clients.filter((client) => client.tier.known && client.tier.value === tier).length;
  return {
    clients: analysis.clients.filter((client) => client.lines > 0).length,
    total: analysis.totals.netAmount,
    months: analysis.months.map((month) => month.netAmount),
    due: onTime.current.denominator,
    onTime: onTime.current.numerator,
    lastDay: analysis.asOf + 25569,
    tiers: [tiered(1), tiered(2), tiered(3)],
  };
}
