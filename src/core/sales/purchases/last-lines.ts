import { areLinesInEngine } from '../../facts/line-groups';
import { tableOf, type Dataset } from '../../model/dataset';
import { NO_DAY, type Day } from '../../model/day';

/**
 * The last sales lines of every client up to as-of, newest first: rows of the transactions, at most `most` a client.
 *
 * One pass; of one day the later row comes first. A line without a day is left out; none where the lines stayed in an engine.
 * @example rows of one client on days 3, 9, 9, 5 and `most` 2 //=> [2, 1]
 */
export function findLastLines(dataset: Dataset, asOf: Day, most: number): readonly (readonly number[])[] {
  const { rows, columns } = tableOf(dataset, 'transactions');
  const { client: clientOf, day } = columns;
  const found: number[][] = Array.from({ length: tableOf(dataset, 'clients').rows }, () => []);
  if (!clientOf || !day || areLinesInEngine(dataset)) return found;
  for (let row = 0; row < rows; row++) {
    const on = day[row]!;
    const own = found[clientOf[row]!];
    if (!own || on === NO_DAY || on > asOf) continue;
    let at = own.length;
    while (at > 0 && day[own[at - 1]!]! <= on) at--;
    if (at >= most) continue;
    own.splice(at, 0, row);
    if (own.length > most) own.pop();
  }
  return found;
}
