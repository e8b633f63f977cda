import { NO_CLIENT } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { civilOf, dayOf, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import type { ClientYears } from './time-figures';

/** A target of a year, and what was sold of it so far. */
export interface TargetStanding {
  readonly target: Money;
  readonly sales: Money;
  /** Sales of the year up to as-of / target of the whole year. */
  readonly attainment: number;
}

export interface TargetFigures {
  readonly year: number;
  /** Days of the year gone up to as-of / days of the year: what an even year would have reached. */
  readonly yearGone: number;
  /** By client; missing where it has no target. */
  readonly clients: readonly Outcome<TargetStanding>[];
  /** Of all clients with a target. */
  readonly total: Ratio;
  /** The firm's own target, from a line without client. */
  readonly firm: Outcome<TargetStanding>;
}

const NO_TARGET = missing({ reason: 'not-entered' });

/**
 * Attainment of the amount targets of the calendar year of as-of.
 *
 * Formula: net sales from 1 January to as-of / target of the whole year. A line with another year does not count, one without a year
 * is of this year; of two lines of a client the lower one holds. Without a sale in the year: 0, as the year is in the data.
 * Unit: ratio.   Missing: no target sheet, no amounts.   Source: 003-5, 005-4.
 * @example target 120, sold 90 by 30 September //=> 75 %, 74.8 % of the year gone
 */
export function measureTargets(dataset: Dataset, sums: ClientYears, asOf: Day): Outcome<TargetFigures> {
  const { columns, rows } = tableOf(dataset, 'targets');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'targets' });
  if (!columns.amount) return missing({ reason: 'no-column', column: 'targets.amount' });
  const { year } = civilOf(asOf);
  const at = sums.years.indexOf(year);
  if (at < 0) return missing({ reason: 'no-rows' });
  const targets = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const amount = columns.amount[row]!;
    const of = columns.year?.[row] ?? NaN;
    if (!(amount > 0) || (of === of && of !== year)) continue;
    targets.set(columns.client?.[row] ?? NO_CLIENT, amount);
  }
  const standing = (target: number | undefined, sales: Money): Outcome<TargetStanding> =>
    target === undefined ? NO_TARGET : known({ target: moneyOf(target), sales, attainment: sales / moneyOf(target) });
  const clients = Array.from({ length: tableOf(dataset, 'clients').rows }, (_, client) =>
    standing(targets.get(client), sums.amounts[client * sums.years.length + at]! as Money),
  );
  const all = clients.flatMap((one) => (one.known ? [one.value] : []));
  const firstDay = dayOf(year, 1, 1);
  return known({
    year,
    yearGone: (asOf - firstDay + 1) / (dayOf(year + 1, 1, 1) - firstDay),
    clients,
    total: ratioOf(
      all.reduce((sum, { sales }) => sum + sales, 0),
      all.reduce((sum, { target }) => sum + target, 0),
      all.length,
      clients.length - all.length,
    ),
    firm: standing(targets.get(NO_CLIENT), sums.totals[at]!),
  });
}
