import type { WorkCalendar } from '../calendar/work-calendar';
import { gatherDeliveries } from '../facts/delivery-facts';
import type { JudgedLines } from '../facts/delivery-lines';
import type { SalesOfWindow } from '../facts/sales-of-window';
import type { Dataset } from '../model/dataset';
import { lazily } from '../model/lazily';
import type { Settings } from '../settings';
import type { KpiInputs } from './define-kpi';
import { gatherRows } from './gather-rows';
import { measureOrders } from './measure-orders';

/** Everything that an indicator may look at, over one window of days. Columns of many lines: to be let go once they are counted. */
export function kpiInputsOf(
  dataset: Dataset,
  { window, groupings, facts, sums }: SalesOfWindow,
  judged: JudgedLines,
  calendar: WorkCalendar,
  settings: Settings,
): KpiInputs {
  const inputs: KpiInputs = lazily<KpiInputs>({
    dataset: () => dataset,
    window: () => window,
    settings: () => settings,
    transactions: () => facts,
    salesOrders: () => facts.orders(),
    sums: () => sums,
    deliveries: () => gatherDeliveries(dataset, judged, settings, groupings.deliveries),
    lists: () => gatherRows(inputs, groupings),
    orders: () => measureOrders(inputs),
    calendar: () => calendar,
  });
  return inputs;
}
