import { tableOf, type Dataset } from '../model/dataset';
import type { Settings } from '../settings';
import { countedLines, type CountedDeliveryLines } from './counted-delivery-lines';
import { joinDeliveries, type DeliveryGroups } from './delivery-groups';
import type { JudgedLines } from './delivery-lines';
import type { RowGrouping } from './row-grouping';

export interface DeliveryFacts extends JudgedLines {
  readonly lines: CountedDeliveryLines;
  readonly orders: DeliveryGroups;
  /** The same object as `orders` where there are no delivery numbers. */
  readonly tickets: DeliveryGroups;
  /** Where the workbook has no arrival day, the shipping day stands for it. */
  readonly arrivalIsShipping: boolean;
  readonly hasOrderNumbers: boolean;
  readonly hasDeliveryNumbers: boolean;
  readonly wrongKinds: readonly string[];
}

/** Joins judged delivery lines to orders and tickets: what indicators count. */
export function gatherDeliveries(
  dataset: Dataset,
  judged: JudgedLines,
  settings: Settings,
  groupings: { readonly regions: RowGrouping; readonly reps: RowGrouping },
): DeliveryFacts {
  const { columns } = tableOf(dataset, 'deliveries');
  const lines = countedLines(judged.lines, columns, settings, groupings.regions, groupings.reps);
  const orders = joinDeliveries(columns, lines, columns.orderNo);
  return {
    ...judged,
    lines,
    orders,
    tickets: columns.deliveryNo ? joinDeliveries(columns, lines, columns.deliveryNo) : orders,
    arrivalIsShipping: columns.deliveredDay === undefined && columns.shippedDay !== undefined,
    hasOrderNumbers: columns.orderNo !== undefined,
    hasDeliveryNumbers: columns.deliveryNo !== undefined,
    wrongKinds: [...(columns.wrongKind?.values ?? [])],
  };
}
