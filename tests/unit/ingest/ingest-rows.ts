import type { ColumnStorage, ColumnType } from '../../../src/core/model/columns';
import type { Dataset } from '../../../src/core/model/dataset';
import type { TableName } from '../../../src/core/model/tables';
import { makeMemoryHost, type MemorySheet, type MemoryWorkbook } from '../../../src/hosts/memory/memory-host';
import type { ColumnMap } from '../../../src/ingest/recognise/column-map';
import { inspectWorkbook, type Inspection } from '../../../src/ingest/recognise/inspect';
import { readDataset } from '../../../src/ingest/read/read-dataset';

export interface Ingested {
  readonly inspection: Inspection;
  readonly dataset: Dataset;
}

/** Reads sheets given as rows of cells. */
export async function ingest(
  sheets: readonly MemorySheet[],
  map?: ColumnMap,
  workbook: Partial<MemoryWorkbook> = {},
): Promise<Ingested> {
  const host = makeMemoryHost({ ...workbook, sheets });
  const inspection = await inspectWorkbook(host, map);
  return { inspection, dataset: await readDataset(host, inspection) };
}

/** A column as plain values: texts, `null` where a cell is empty. */
export function columnOf(dataset: Dataset, table: TableName, name: string): readonly unknown[] {
  const columns = dataset.tables[table]?.columns as Record<string, ColumnStorage[ColumnType] | undefined> | undefined;
  const column = columns?.[name];
  if (column === undefined) throw new Error(`No column ${table}.${name}`);
  if ('codes' in column) return Array.from(column.codes, (code) => (code < 0 ? null : column.values.at(code)));
  return Array.from(column, (value) => (Number.isNaN(value) || value === -0x80000000 ? null : value));
}

export function hasNoColumn(dataset: Dataset, table: TableName, name: string): boolean {
  const columns = dataset.tables[table]?.columns as Record<string, unknown> | undefined;
  return columns?.[name] === undefined;
}

/** Codes of the issues with the row and column that they name. */
export function issuesOf(dataset: Dataset): readonly string[] {
  return dataset.issues.map((one) => [one.code, one.row, one.column].filter((part) => part !== undefined).join(' '));
}

/** The account of a sheet by name. */
export function accountOf(dataset: Dataset, sheet: string): { read: number; rejected: number; passedOver: number } {
  const account = dataset.accounts.find((one) => dataset.sheets[one.sheet] === sheet);
  if (!account) throw new Error(`No account of "${sheet}"`);
  return { read: account.read, rejected: account.rejected, passedOver: account.passedOver };
}

/** The field of each header that was recognised. */
export function mapped(inspection: Inspection, sheet: string): Readonly<Record<string, string>> {
  const found = inspection.sheets.find((one) => one.info.name === sheet);
  return Object.fromEntries(
    (found?.columns ?? []).flatMap((one) => (one.field === undefined ? [] : [[one.header, one.field]])),
  );
}
