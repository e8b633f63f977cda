import { NO_CLIENT, NO_TEXT, textAt, type TextColumn } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY, type Day } from '../model/day';
import { RowOrigin } from '../model/row-origin';
import { isVisit } from '../prospects/target-prospects';
import { parseKey } from './plan-keys';

/** A contact that was done on the plan, as our own log sheet keeps it. */
export interface PlanLogEntry {
  /** The plan row's key; '' on a line that the person typed into the log sheet. */
  readonly key: string;
  /** Undefined where the cell holds no day: `typedDay` then has its words. */
  readonly day: Day | undefined;
  readonly typedDay: string;
  readonly client: string;
  readonly rep: string;
  readonly method: string;
  readonly purpose: string;
  readonly result: string;
  readonly nextDay: Day | undefined;
  readonly typedNextDay: string;
  readonly notes: string;
}

/**
 * The dataset with the contacts of our log sheet behind those of her own 联络记录 sheet.
 *
 * A contact that stands in both (same client, same day, a visit in both or in neither) counts once: her line stays, and takes the
 * plan's key. Lines without a day or without a client that is known say nothing and are counted as rejected.
 * Source: the call plan's issue, definitions §8. @example her call of 4 February and the plan's call of that day //=> one contact
 */
export function withPlanLog(dataset: Dataset, sheetName: string, entries: readonly PlanLogEntry[]): Dataset {
  if (entries.length === 0) return dataset;
  const clientOf = clientFinder(dataset);
  const table = tableOf(dataset, 'contacts');
  const { rows, columns, origin } = table;
  const ownRows = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const at = columns.at?.[row] ?? NaN;
    const client = columns.client?.[row] ?? NO_CLIENT;
    if (client === NO_CLIENT || Number.isNaN(at)) continue;
    const place = placeOf(client, Math.floor(at), textAt(columns.method, row));
    const standing = ownRows.get(place);
    if (standing) standing.push(row);
    else ownRows.set(place, [row]);
  }

  const keyOfRow = new Map<number, string>();
  const added: { readonly entry: PlanLogEntry; readonly client: number }[] = [];
  let rejected = 0;
  entries.forEach((entry) => {
    const client = clientOf(entry);
    if (client === undefined || entry.day === undefined) {
      rejected++;
      return;
    }
    const own = ownRows.get(placeOf(client, entry.day, entry.method))?.shift();
    if (own === undefined) added.push({ entry, client });
    else keyOfRow.set(own, entry.key);
  });

  const all = rows + added.length;
  const sheet = dataset.sheets.length;
  const text = (column: TextColumn | undefined, of: (entry: PlanLogEntry) => string): TextColumn => {
    const values = [...(column?.values ?? [])];
    const codes = Int32Array.from({ length: all }, (_, row) => {
      if (row < rows) return column?.codes[row] ?? NO_TEXT;
      const words = of(added[row - rows]!.entry);
      return words === '' ? NO_TEXT : values.push(words) - 1;
    });
    return { codes, values };
  };
  const planKeys = [...keyOfRow.values(), ...added.map(({ entry }) => entry.key)];
  const codeOfKey = new Map([...new Set(planKeys)].filter((key) => key !== '').map((key, code) => [key, code]));
  return {
    ...dataset,
    sheets: [...dataset.sheets, sheetName],
    accounts: [
      ...dataset.accounts,
      { sheet, table: 'contacts', read: entries.length, rejected, passedOver: 0, joined: keyOfRow.size },
    ],
    tables: {
      ...dataset.tables,
      contacts: {
        rows: all,
        columns: {
          ...padded(columns, rows, all),
          client: Int32Array.from({ length: all }, (_, row) =>
            row < rows ? (columns.client?.[row] ?? NO_CLIENT) : added[row - rows]!.client,
          ),
          at: Float64Array.from({ length: all }, (_, row) =>
            row < rows ? (columns.at?.[row] ?? NaN) : added[row - rows]!.entry.day!,
          ),
          nextDay: Int32Array.from({ length: all }, (_, row) =>
            row < rows ? (columns.nextDay?.[row] ?? NO_DAY) : (added[row - rows]!.entry.nextDay ?? NO_DAY),
          ),
          rep: text(columns.rep, ({ rep }) => rep),
          method: text(columns.method, ({ method }) => method),
          purpose: text(columns.purpose, ({ purpose }) => purpose),
          content: text(columns.content, ({ result }) => result),
          planKey: {
            values: [...codeOfKey.keys()],
            codes: Int32Array.from({ length: all }, (_, row) => {
              const key = row < rows ? keyOfRow.get(row) : added[row - rows]!.entry.key;
              return codeOfKey.get(key ?? '') ?? NO_TEXT;
            }),
          },
        },
        origin: origin.followedBy(
          new RowOrigin(
            added.length,
            () => sheet,
            () => 0,
          ),
        ),
      },
    },
  };
}

const placeOf = (client: number, day: number, method: string): string =>
  `${client} ${day} ${isVisit(method) ? 'visit' : 'other'}`;

/** By the code that the key carries, else by name: a client that was renamed is found by its code. */
function clientFinder(dataset: Dataset): (entry: PlanLogEntry) => number | undefined {
  const { rows, columns } = tableOf(dataset, 'clients');
  const byWords = new Map<string, number>();
  for (let client = 0; client < rows; client++)
    for (const words of [textAt(columns.code, client), textAt(columns.name, client)])
      if (words !== '' && !byWords.has(words)) byWords.set(words, client);
  return ({ key, client }) => byWords.get(parseKey(key)?.client ?? '') ?? byWords.get(client);
}

type ContactColumns = ReturnType<typeof tableOf<'contacts'>>['columns'];

/** The columns that our log knows nothing of, with empty cells for its lines. */
function padded({ region, recorder, intends, cost }: ContactColumns, rows: number, all: number): ContactColumns {
  const text = (column: TextColumn): TextColumn => ({
    values: column.values,
    codes: Int32Array.from({ length: all }, (_, row) => (row < rows ? column.codes[row]! : NO_TEXT)),
  });
  return {
    ...(region && { region: text(region) }),
    ...(recorder && { recorder: text(recorder) }),
    ...(intends && { intends: text(intends) }),
    ...(cost && { cost: Float64Array.from({ length: all }, (_, row) => (row < rows ? cost[row]! : NaN)) }),
  };
}
