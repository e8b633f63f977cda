import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { isVisit } from '../prospects/target-prospects';

export interface LoggedContact {
  readonly day: Day;
  readonly isVisit: boolean;
  /** Who made it, as the log says; '' where it does not. */
  readonly rep: string;
  readonly method: string;
  readonly content: string;
  /** The next contact that was agreed on. */
  readonly nextDay: Day | undefined;
  /** The plan's row that it was done for, where the log says so; else ''. */
  readonly planKey: string;
}

/** Contacts of each client up to as-of, by client: all that the plan asks of the 联络记录 sheet. */
export interface ContactLog {
  /** The last one, by client. */
  readonly last: ReadonlyMap<number, LoggedContact>;
  /** Those of the plan's month up to as-of, oldest first. */
  readonly ofMonth: ReadonlyMap<number, readonly LoggedContact[]>;
}

/** A contact that stands on the plan as done, and perhaps in no log. */
export interface DoneContact {
  readonly client: number;
  readonly contact: LoggedContact;
}

/**
 * The last contact and the contacts of the month, in one pass over the sheet.
 *
 * Counts: rows with client and time, up to as-of; of two on one moment the lower row is the later one. What is done on the plan
 * counts as last contact too, where the log has nothing later; it ticks off its own row only, so the month's list leaves it out.
 * Source: 003-21 上次问题, definitions §8. @example two calls of 3 and 9 February //=> last 9 February, two of the month
 */
export function readContactLog(
  dataset: Dataset,
  asOf: Day,
  month: { from: Day; to: Day },
  done: readonly DoneContact[] = [],
): ContactLog {
  const { rows, columns } = tableOf(dataset, 'contacts');
  const lastRow = new Map<number, number>();
  const inMonth = new Map<number, number[]>();
  const at = columns.at;
  if (at) {
    for (let row = 0; row < rows; row++) {
      const client = columns.client?.[row] ?? -1;
      const moment = at[row]!;
      if (client < 0 || !(moment < asOf + 1)) continue;
      const standing = lastRow.get(client);
      if (standing === undefined || moment >= at[standing]!) lastRow.set(client, row);
      if (moment < month.from || moment >= month.to + 1) continue;
      const own = inMonth.get(client);
      if (own) own.push(row);
      else inMonth.set(client, [row]);
    }
  }
  const contactOf = (row: number): LoggedContact => {
    const next = columns.nextDay?.[row] ?? NO_DAY;
    const method = textAt(columns.method, row);
    return {
      day: asDay(Math.floor(at![row]!)),
      isVisit: isVisit(method),
      rep: textAt(columns.rep, row).trim(),
      method,
      content: textAt(columns.content, row) || textAt(columns.purpose, row),
      nextDay: next === NO_DAY ? undefined : asDay(next),
      planKey: textAt(columns.planKey, row),
    };
  };
  const last = new Map([...lastRow].map(([client, row]) => [client, contactOf(row)]));
  for (const { client, contact } of done) {
    const standing = last.get(client);
    if (!standing || contact.day > standing.day) last.set(client, contact);
  }
  return {
    last,
    ofMonth: new Map(
      [...inMonth].map(([client, own]) => [client, own.sort((a, b) => at![a]! - at![b]!).map(contactOf)]),
    ),
  };
}
