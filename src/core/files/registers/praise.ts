import { NO_CLIENT, textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { addMonths, asDay, NO_DAY, type Day } from '../../model/day';
import { known, missing, type Outcome } from '../../model/outcome';
import { byCodePoint } from '../../model/by-code-point';

/** What clients said in praise of one employee in the twelve months up to as-of. */
export interface PraiseOfPerson {
  /** '' where nobody is named. */
  readonly person: string;
  readonly times: number;
  readonly clients: number;
  readonly lastDay: Day;
  readonly lastClient: number;
  readonly lastContent: string;
}

const PRAISE = /表扬|感谢|锦旗|praise|compliment/i;

/** A record of praise, not of work done. @example isPraise('客户表扬') //=> true */
export function isPraise(kind: string): boolean {
  return PRAISE.test(kind);
}

/**
 * Praise by employee: lines of the service records whose kind says so, the last twelve months, most praised first.
 *
 * Left out: lines without a day, and after as-of. Missing: no service records, or none of this kind.   Source: 002-6.
 * @example three lines 表扬 for 陈工 by two clients //=> times 3, clients 2
 */
export function countPraise(dataset: Dataset, asOf: Day): Outcome<readonly PraiseOfPerson[]> {
  const { columns, rows } = tableOf(dataset, 'serviceRecords');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'serviceRecords' });
  if (!columns.kind) return missing({ reason: 'no-column', column: 'serviceRecords.kind' });
  const from = addMonths(asOf, -12);
  const found = new Map<string, { times: number; clients: Set<number>; last: number; lastRow: number }>();
  for (let row = 0; row < rows; row++) {
    const day = columns.day?.[row] ?? NO_DAY;
    if (day === NO_DAY || day > asOf || day <= from || !isPraise(textAt(columns.kind, row))) continue;
    const person = textAt(columns.person, row).trim();
    const one = found.get(person) ?? { times: 0, clients: new Set(), last: NO_DAY, lastRow: row };
    one.times++;
    const client = columns.client?.[row] ?? NO_CLIENT;
    if (client >= 0) one.clients.add(client);
    if (day >= one.last) Object.assign(one, { last: day, lastRow: row });
    found.set(person, one);
  }
  if (found.size === 0) return missing({ reason: 'no-rows' });
  return known(
    [...found]
      .map(([person, { times, clients, last, lastRow }]) => ({
        person,
        times,
        clients: clients.size,
        lastDay: asDay(last),
        lastClient: columns.client?.[lastRow] ?? NO_CLIENT,
        lastContent: textAt(columns.content, lastRow),
      }))
      .sort((a, b) => b.times - a.times || b.lastDay - a.lastDay || byCodePoint(a.person, b.person)),
  );
}
