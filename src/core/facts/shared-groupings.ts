import { tableOf, type Dataset } from '../model/dataset';
import { groupNames, RowGrouping } from './row-grouping';

/** Regions and reps, numbered alike over clients, transactions and deliveries. */
export interface SharedGroupings {
  readonly regionNames: readonly string[];
  readonly repNames: readonly string[];
  readonly transactions: { readonly regions: RowGrouping; readonly reps: RowGrouping };
  readonly deliveries: { readonly regions: RowGrouping; readonly reps: RowGrouping };
}

/** A row's region or rep is its own, else its client's. */
export function shareGroupings(dataset: Dataset): SharedGroupings {
  const { columns: clients, rows } = tableOf(dataset, 'clients');
  const transactions = tableOf(dataset, 'transactions').columns;
  const deliveries = tableOf(dataset, 'deliveries').columns;
  const regionNames = groupNames([clients.region, transactions.region, deliveries.region]);
  const repNames = groupNames([clients.rep, transactions.rep, deliveries.rep]);
  return {
    regionNames,
    repNames,
    transactions: {
      regions: new RowGrouping(transactions.region, clients.region, rows, regionNames),
      reps: new RowGrouping(transactions.rep, clients.rep, rows, repNames),
    },
    deliveries: {
      regions: new RowGrouping(deliveries.region, clients.region, rows, regionNames),
      reps: new RowGrouping(deliveries.rep, clients.rep, rows, repNames),
    },
  };
}
