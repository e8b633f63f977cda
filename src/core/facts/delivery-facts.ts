import { tableOf, type Dataset } from '../model/dataset';
import type { Settings } from '../settings';
import type { AnalysisWindow } from './analysis-window';
import { joinDeliveries, type DeliveryGroups } from './delivery-groups';
import { judgeDeliveryLines, type JudgedLines } from './delivery-lines';
import type { RowGrouping } from './row-grouping';

export interface DeliveryFacts extends JudgedLines {
  readonly orders: DeliveryGroups;
  /** The same object as `orders` where there are no delivery numbers. */
  readonly tickets: DeliveryGroups;
  /** Where the workbook has no arrival day, the shipping day stands for it. */
  readonly arrivalIsShipping: boolean;
  readonly hasOrderNumbers: boolean;
  readonly hasDeliveryNumbers: boolean;
  readonly wrongKinds: readonly string[];
}

/** Judges the delivery lines and joins them to orders and tickets. */
export function gatherDeliveries(
  dataset: Dataset,
  window: AnalysisWindow,
  settings: Settings,
  regions: RowGrouping,
  reps: RowGrouping,
): DeliveryFacts {
  const { columns } = tableOf(dataset, 'deliveries');
  const judged = judgeDeliveryLines(dataset, window, settings, regions, reps);
  const orders = joinDeliveries(columns, judged.lines, columns.orderNo);
  return {
    ...judged,
    orders,
    tickets: columns.deliveryNo ? joinDeliveries(columns, judged.lines, columns.deliveryNo) : orders,
    arrivalIsShipping: columns.deliveredDay === undefined && columns.shippedDay !== undefined,
    hasOrderNumbers: columns.orderNo !== undefined,
    hasDeliveryNumbers: columns.deliveryNo !== undefined,
    wrongKinds: [...(columns.wrongKind?.values ?? [])],
  };
}
