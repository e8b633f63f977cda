import { NO_DAY, asDay, isoOf } from '../model/day';
import { textAt, type TextColumn } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { CLIENT_COLUMNS } from '../model/tables';
import { findListedClients } from '../files/listed-clients';
import { keyOfClient } from './client-marks';

export type ClientField = keyof typeof CLIENT_COLUMNS;

/** By these a client is known, and by this the sheet says that something was changed: they are no change themselves. */
const NOT_WATCHED: ReadonlySet<string> = new Set(['code', 'updatedDay']);
export const WATCHED_FIELDS = (Object.keys(CLIENT_COLUMNS) as ClientField[]).filter((one) => !NOT_WATCHED.has(one));

/** All that the client sheet said of a client, in words of no language; a blank field is absent. */
export interface ClientRecord {
  /** Code, name where there is no code. */
  readonly key: string;
  readonly name: string;
  readonly fields: Readonly<Partial<Record<ClientField, string>>>;
}

export interface ClientRecords {
  /** The columns that the sheet has: of a column that was not there nothing was known. */
  readonly columns: readonly ClientField[];
  /** Of the client sheet, in the order of the data set. */
  readonly clients: readonly ClientRecord[];
}

/**
 * What stands on the client sheet, field by field. Days as ISO, flags as √ and ×. Source: 000-P4.
 * @example credit limit 5000, VIP yes //=> { creditLimit: '5000', vip: '√' }
 */
export function recordClients(dataset: Dataset): ClientRecords {
  const { columns, rows } = tableOf(dataset, 'clients');
  const isListed = findListedClients(dataset);
  const present = WATCHED_FIELDS.filter((field) => columns[field] !== undefined);
  const wordOf = (field: ClientField, client: number): string => {
    const column = columns[field]!;
    if (CLIENT_COLUMNS[field] === 'text') return textAt(column as TextColumn, client).trim();
    const value = (column as Int32Array | Float64Array | Int8Array)[client]!;
    if (CLIENT_COLUMNS[field] === 'day') return value === NO_DAY ? '' : isoOf(asDay(value));
    if (CLIENT_COLUMNS[field] === 'flag') return value === 1 ? '√' : value === 0 ? '×' : '';
    return Number.isNaN(value) ? '' : String(value);
  };
  const clients: ClientRecord[] = [];
  const seen = new Set<string>();
  for (let client = 0; client < rows; client++) {
    if (!isListed(client)) continue;
    const name = textAt(columns.name, client).trim();
    const key = keyOfClient({ code: textAt(columns.code, client).trim(), name });
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const fields: Partial<Record<ClientField, string>> = {};
    for (const field of present) {
      const word = wordOf(field, client);
      if (word !== '') fields[field] = word;
    }
    clients.push({ key, name, fields });
  }
  return { columns: present, clients };
}
