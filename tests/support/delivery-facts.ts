import type { AnalysisWindow } from '../../src/core/facts/analysis-window';
import { gatherDeliveries, type DeliveryFacts } from '../../src/core/facts/delivery-facts';
import { judgeDeliveryLines } from '../../src/core/facts/delivery-lines';
import { RowGrouping } from '../../src/core/facts/row-grouping';
import { tableOf, type Dataset } from '../../src/core/model/dataset';
import { asDay } from '../../src/core/model/day';
import { settingsWith, type Settings } from '../../src/core/settings';
import { day } from './dataset-builder';

/** A period, and an as-of day: its last day unless another is said. */
export function aWindow(from: string, to: string, asOf: string = to): AnalysisWindow {
  const period = { from: day(from), to: day(to) };
  const days = period.to - period.from + 1;
  return {
    asOf: day(asOf),
    last: day(asOf),
    period,
    previous: { from: asDay(period.from - days), to: asDay(period.from - 1) },
    firstDay: undefined,
  };
}

/** The delivery lines of a data set, judged, without the rest of an analysis. */
export function deliveryFactsOf(
  dataset: Dataset,
  window: AnalysisWindow,
  settings: Settings = settingsWith({}),
): DeliveryFacts {
  const clients = tableOf(dataset, 'clients');
  const { columns } = tableOf(dataset, 'deliveries');
  return gatherDeliveries(dataset, judgeDeliveryLines(dataset, window, settings), settings, {
    regions: new RowGrouping(columns.region, clients.columns.region, clients.rows),
    reps: new RowGrouping(columns.rep, clients.columns.rep, clients.rows),
  });
}
