import { tableOf, type Dataset } from '../model/dataset';
import { addMonths, asDay, NO_DAY, type Day } from '../model/day';
import { ratioOf, type Ratio } from '../model/ratio';
import type { Settings } from '../settings';
import { findListedClients } from './listed-clients';

/** The day until which a file is good: its last update and so many months; `NO_DAY` where it has none. */
export function refreshDayOf(updated: number, settings: Settings): number {
  return updated === NO_DAY ? NO_DAY : addMonths(asDay(updated), settings['archive.refreshMonths']);
}

/**
 * Files overdue for updating / files on the client sheet: as-of is later than the day until which they are good, or there is no such
 * day. Unit: ratio.   Source: 000-P10, I11. @example 30 of 120 files older than a year //=> 25 %
 */
export function countRefreshDue(dataset: Dataset, asOf: Day, settings: Settings): Ratio {
  const { columns, rows } = tableOf(dataset, 'clients');
  const isListed = findListedClients(dataset);
  let listed = 0;
  let overdue = 0;
  for (let client = 0; client < rows; client++) {
    if (!isListed(client)) continue;
    listed++;
    const due = refreshDayOf(columns.updatedDay?.[client] ?? NO_DAY, settings);
    if (due === NO_DAY || asOf > due) overdue++;
  }
  return ratioOf(overdue, listed, listed, 0);
}
