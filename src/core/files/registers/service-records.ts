import { NO_CLIENT, NO_FLAG, textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { addMonths, asDay, NO_DAY, type Day } from '../../model/day';
import { moneyOf, type Money } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { ratioOf, type Ratio } from '../../model/ratio';
import { isPraise } from './praise';

/** Service given to one client in the twelve months up to as-of. */
export interface ClientService {
  readonly client: number;
  readonly times: number;
  readonly lastDay: Day;
  readonly lastContent: string;
  readonly cost: Outcome<Money>;
  /** Of the times with an answer. */
  readonly satisfied: Ratio;
}

/**
 * Records of service by client, the last twelve months, most often served first. Left out: lines without client or day, and
 * after as-of, and praise. Cost is unknown where no line of the client has one. Source: 005-6, 001-4.
 * @example two visits, one satisfied, one not asked: satisfied 1 of 1, left out 1
 */
export function countServices(dataset: Dataset, asOf: Day): Outcome<readonly ClientService[]> {
  const { columns, rows } = tableOf(dataset, 'serviceRecords');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'serviceRecords' });
  const from = addMonths(asOf, -12);
  const found = new Map<number, { times: number; last: number; lastRow: number; cost: number; costs: number; yes: number; asked: number }>(); // prettier-ignore
  for (let row = 0; row < rows; row++) {
    const client = columns.client?.[row] ?? NO_CLIENT;
    const day = columns.day?.[row] ?? NO_DAY;
    if (client < 0 || day === NO_DAY || day > asOf || day <= from || isPraise(textAt(columns.kind, row))) continue;
    const one = found.get(client) ?? { times: 0, last: NO_DAY, lastRow: row, cost: 0, costs: 0, yes: 0, asked: 0 };
    one.times++;
    if (day >= one.last) Object.assign(one, { last: day, lastRow: row });
    const cost = columns.cost?.[row] ?? NaN;
    if (cost === cost) {
      one.cost += cost;
      one.costs++;
    }
    const satisfied = columns.satisfied?.[row] ?? NO_FLAG;
    if (satisfied !== NO_FLAG) one.asked++;
    if (satisfied === 1) one.yes++;
    found.set(client, one);
  }
  const services = [...found].map(([client, one]) => ({
    client,
    times: one.times,
    lastDay: asDay(one.last),
    lastContent: textAt(columns.content, one.lastRow) || textAt(columns.kind, one.lastRow),
    cost: one.costs > 0 ? known(moneyOf(one.cost)) : missing({ reason: 'not-entered' }),
    satisfied: ratioOf(one.yes, one.asked, one.asked, one.times - one.asked),
  }));
  return known(services.sort((a, b) => b.times - a.times || b.lastDay - a.lastDay || a.client - b.client));
}
