import type { Dataset } from '../model/dataset';
import { LastOf } from '../model/last-of';
import type { PeriodChoice } from '../model/period';
import type { Day } from '../model/day';
import type { Settings } from '../settings';
import { resolveWindow, type AnalysisWindow } from './analysis-window';
import { sumClients, type ClientSums } from './client-sums';
import { shareGroupings, type SharedGroupings } from './shared-groupings';
import { gatherTransactions, settleTransactions, type TransactionFacts } from './transaction-facts';

/** What one pass over the sales lines gives for a window of days. */
export interface SalesOfWindow {
  readonly window: AnalysisWindow;
  readonly groupings: SharedGroupings;
  readonly facts: TransactionFacts;
  readonly sums: ClientSums;
}

const KEPT = new LastOf<SalesOfWindow>();

/** Passes over the lines once for as long as the window, and the one setting that moves lines, stay the same. */
export function salesOfWindow(
  dataset: Dataset,
  choice: PeriodChoice,
  asOf: Day,
  settings: Pick<Settings, 'returns.period'>,
): SalesOfWindow {
  const key = JSON.stringify([choice, asOf, settings['returns.period']]);
  return KEPT.of(dataset, key, () => measureSales(dataset, choice, asOf, settings));
}

/** The pass itself, for a window beside the one that is kept. */
export function measureSales(
  dataset: Dataset,
  choice: PeriodChoice,
  asOf: Day,
  settings: Pick<Settings, 'returns.period'>,
): SalesOfWindow {
  const window = resolveWindow(dataset, choice, asOf);
  const groupings = shareGroupings(dataset);
  const gathered = gatherTransactions(dataset, window, settings, groupings.transactions);
  const sums = sumClients(gathered, window);
  return { window, groupings, facts: settleTransactions(gathered), sums };
}
