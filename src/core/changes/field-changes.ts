import type { ClientField, ClientRecords } from './client-fields';

/** One field of one client that is not as it was. */
export interface FieldChange {
  /** As-of day of the refresh that found it, ISO. */
  readonly day: string;
  /** Code, name where there is no code. */
  readonly client: string;
  readonly name: string;
  readonly field: ClientField;
  /** '' where it was blank. */
  readonly before: string;
  /** '' where it is blank now. */
  readonly now: string;
}

/** So many lines are kept, the latest. */
export const MOST_FIELD_CHANGES = 2_000;

/**
 * The log of changed fields after this refresh: what stood in it, and what differs from the record of the refresh before.
 *
 * A field that changed twice on one day is one line, from the first value to the last; none where it came back to what it was. Of a client that
 * was not on the sheet, or a column that was not there, nothing is said: it is new, not changed.   Source: 000-P4.
 * @example phone 1 → 2 on 30 June, then 2 → 3 the same day //=> one line 1 → 3
 */
export function extendFieldChanges(
  standing: readonly FieldChange[],
  before: ClientRecords | undefined,
  now: ClientRecords,
  day: string,
): readonly FieldChange[] {
  if (!before) return standing.slice(0, MOST_FIELD_CHANGES);
  const wasThere = new Set(before.columns);
  const old = new Map(before.clients.map((one) => [one.key, one]));
  const watched = now.columns.filter((field) => wasThere.has(field));
  const found: FieldChange[] = [];
  for (const { key, name, fields } of now.clients) {
    const was = old.get(key);
    if (!was) continue;
    for (const field of watched) {
      const from = was.fields[field] ?? '';
      const to = fields[field] ?? '';
      if (from !== to) found.push({ day, client: key, name, field, before: from, now: to });
    }
  }
  const idOf = (one: FieldChange): string => JSON.stringify([one.day, one.client, one.field]);
  const first = new Map(standing.map((one) => [idOf(one), one]));
  const joined = found.map((one) => ({ ...one, before: first.get(idOf(one))?.before ?? one.before }));
  const taken = new Set(found.map(idOf));
  return [...joined.filter((one) => one.before !== one.now), ...standing.filter((one) => !taken.has(idOf(one)))].slice(
    0,
    MOST_FIELD_CHANGES,
  );
}
