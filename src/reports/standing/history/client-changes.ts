import {
  recordClients,
  WATCHED_FIELDS,
  type ClientField,
  type ClientRecords,
} from '../../../core/changes/client-fields';
import { extendFieldChanges, type FieldChange } from '../../../core/changes/field-changes';
import type { Dataset } from '../../../core/model/dataset';
import type { Text } from '../../../i18n/text';
import type { ReportSnapshot } from '../../../workbook/workbook-host';
import { FIELD_WORDS } from '../../words/field-words';
import { normaliseKey } from '../keep';
import { readRows, wordsOf } from '../read-rows';

/** Headers of 客户资料变动: written and read by these. */
export const FIELD_CHANGE_HEADERS = {
  day: { zh: '截止日', en: 'As of' },
  client: { zh: '客户编号', en: 'Client code' },
  name: { zh: '客户名称', en: 'Client' },
  field: { zh: '资料项', en: 'Field' },
  before: { zh: '原来', en: 'Before' },
  now: { zh: '现在', en: 'Now' },
} as const satisfies Record<string, Text>;

/** Headers of the record that the next refresh compares with. */
export const CLIENT_RECORD_HEADERS = {
  client: { zh: '客户编号', en: 'Client code' },
  name: { zh: '客户名称', en: 'Client' },
  fields: { zh: '资料', en: 'Fields' },
  columns: { zh: '列', en: 'Columns' },
} as const satisfies Record<string, Text>;

export interface ClientChanges {
  /** Newest first. */
  readonly changes: readonly FieldChange[];
  /** What the next refresh compares with. */
  readonly record: ClientRecords;
}

/** The log after this refresh, and the record for the next one. */
export function extendClientChanges(
  snapshots: ReadonlyMap<string, ReportSnapshot>,
  dataset: Dataset,
  asOf: string,
): ClientChanges {
  const record = recordClients(dataset);
  const before = readClientRecord(snapshots.get('clientRecord'));
  const changes = extendFieldChanges(readFieldChanges(snapshots.get('clientChanges')), before, record, asOf);
  return { changes, record };
}

export const wordField = (field: ClientField): Text => FIELD_WORDS[field] ?? { zh: field, en: field };

const FIELD_OF_WORD: ReadonlyMap<string, ClientField> = new Map(
  WATCHED_FIELDS.flatMap((field) => {
    const { zh, en } = wordField(field);
    return [[normaliseKey(zh), field] as const, [normaliseKey(en), field] as const];
  }),
);

/** Lines of the sheet whose field is known; others were typed. */
function readFieldChanges(snapshot: ReportSnapshot | undefined): readonly FieldChange[] {
  const rows = snapshot ? readRows(snapshot.cells, FIELD_CHANGE_HEADERS) : [];
  return rows.flatMap((row) => {
    const field = FIELD_OF_WORD.get(normaliseKey(wordsOf(row.field)));
    if (field === undefined) return [];
    const [day, client, name, before, now] = [row.day, row.client, row.name, row.before, row.now].map(wordsOf) as [
      string,
      string,
      string,
      string,
      string,
    ];
    return [{ day, client, name, field, before, now }];
  });
}

/** Nothing where there is no record, or where it was changed so that it cannot be read. */
function readClientRecord(snapshot: ReportSnapshot | undefined): ClientRecords | undefined {
  const rows = snapshot ? readRows(snapshot.cells, CLIENT_RECORD_HEADERS) : [];
  const first = rows[0];
  if (!first) return undefined;
  const known = new Set<string>(WATCHED_FIELDS);
  const columns = wordsOf(first.columns)
    .split(' ')
    .filter((one): one is ClientField => known.has(one));
  const clients = rows.flatMap((row) => {
    const fields = readFields(wordsOf(row.fields), known);
    return fields ? [{ key: wordsOf(row.client), name: wordsOf(row.name), fields }] : [];
  });
  return columns.length > 0 ? { columns, clients } : undefined;
}

function readFields(words: string, known: ReadonlySet<string>): Partial<Record<ClientField, string>> | undefined {
  let read: unknown;
  try {
    read = JSON.parse(words);
  } catch {
    // Somebody typed over it: of this client nothing is compared.
    return undefined;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  return Object.fromEntries(
    Object.entries(read).filter(([field, word]) => known.has(field) && typeof word === 'string'),
  ) as Partial<Record<ClientField, string>>;
}
