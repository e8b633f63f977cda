import { absent, partly, type CoverageRow } from './row';

/** In the documents, and missed by the first inventory. */
export const MISSED: readonly CoverageRow[] = [
  absent('005-1', 'Commission plan by rep: counted, summed, analysed', 'no plan, no sheet'),
  absent('005-2', 'Files of markets and competitors', 'no register'),
  absent('005-3', 'Files of products and technical service', 'no register'),
  absent('005-4', 'Performance of reps: plan, sales, overdue, complaints', 'no sheet'),
  partly('005-5', 'Travel plan of reps against what they did', 'visits against plan only in sum', 'core/plan/attainment', 'timeSplit#达成率', 'contacts reps', 'unit/core/plan/attainment'),
  absent('005-6', 'Record of service given', 'no record'),
  absent('005-7', 'Notes on culture and region, incentives by client, on the card', 'not on the card'),
  absent('005-8', 'Stock beside orders', 'no stock is read'),
]; // prettier-ignore
