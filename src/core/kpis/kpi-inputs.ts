import type { WorkCalendar } from '../calendar/work-calendar';
import type { DeliveryFacts } from '../facts/delivery-facts';
import type { SalesOfWindow } from '../facts/sales-of-window';
import type { Dataset } from '../model/dataset';
import type { Settings } from '../settings';
import type { KpiInputs } from './define-kpi';
import { gatherRows } from './gather-rows';

/** Everything that an indicator may look at, over one window of days. */
export function kpiInputsOf(
  dataset: Dataset,
  { window, groupings, facts, sums }: SalesOfWindow,
  deliveries: DeliveryFacts,
  calendar: WorkCalendar,
  settings: Settings,
): KpiInputs {
  return {
    dataset,
    window,
    settings,
    transactions: facts,
    sums,
    deliveries,
    lists: gatherRows(dataset, window, facts, deliveries, groupings),
    calendar,
  };
}
