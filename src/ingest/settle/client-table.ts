import { NO_TEXT } from '../../core/model/columns';
import { RowOrigin } from '../../core/model/row-origin';
import type { ClientDirectory } from './client-directory';
import { Dictionary, GrowingTable } from '../read/growing-table';
import { concatDrafts, draftOf, integersOf, type TableDraft } from '../read/table-draft';

/**
 * The client table: the lines of the client sheet in their order, then the clients met only elsewhere, with code and name
 * and the place where each was first met.
 */
export function makeClientTable(
  listed: GrowingTable | undefined,
  directory: ClientDirectory,
  others: readonly TableDraft[],
): TableDraft {
  const table = draftOf(listed ?? new GrowingTable(), 'clients');
  const count = directory.entries.length;
  const found = count - table.rows;
  const met: TableDraft = {
    table: 'clients',
    rows: found,
    columns: new Map(),
    origin: firstPlaces(others, table.rows, found),
  };
  const whole = found === 0 ? table : withRows(table, met);
  const codes = new Dictionary();
  const names = new Dictionary();
  const codeCells = new Int32Array(count).fill(NO_TEXT);
  const nameCells = new Int32Array(count).fill(NO_TEXT);
  let hasCodes = false;
  let hasNames = false;
  directory.entries.forEach(({ code, name }, client) => {
    if (code !== '') {
      codeCells[client] = codes.codeOf(code);
      hasCodes = true;
    }
    if (name !== '') {
      nameCells[client] = names.codeOf(name);
      hasNames = true;
    }
  });
  if (hasCodes) whole.columns.set('code', { codes: codeCells, values: codes.finish() });
  if (hasNames) whole.columns.set('name', { codes: nameCells, values: names.finish() });
  return whole;
}

function withRows(table: TableDraft, met: TableDraft): TableDraft {
  if (table.rows > 0) return concatDrafts(table, met);
  return met;
}

/** Where each client beyond the listed ones was first met. */
function firstPlaces(drafts: readonly TableDraft[], listed: number, count: number): RowOrigin {
  const sheet = new Uint16Array(count);
  const row = new Int32Array(count);
  let missing = count;
  for (const draft of drafts) {
    const clients = integersOf(draft, 'client');
    if (!clients) continue;
    for (let at = 0; at < draft.rows && missing > 0; at++) {
      const client = clients[at]! - listed;
      if (client < 0 || row[client] !== 0) continue;
      missing--;
      sheet[client] = draft.origin.sheetAt(at);
      row[client] = draft.origin.rowAt(at);
    }
  }
  return new RowOrigin(
    count,
    (client) => sheet[client]!,
    (client) => row[client]!,
  );
}
