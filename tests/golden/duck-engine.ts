import { DuckDBDateValue, DuckDBDecimalValue, DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { Workbook, type CellValue, type Worksheet } from 'exceljs';
import type { GoldenRows, GoldenTable, GoldenValue } from './golden-case';

/** Rows of a workbook in DuckDB: read by exceljs and computed by SQL, so nothing of ours has a hand in it. */
export interface DuckEngine {
  ask(sql: string): Promise<GoldenRows>;
  close(): void;
}

export async function openDuckEngine(
  path: string,
  tables: readonly GoldenTable[],
  prepare: readonly string[],
): Promise<DuckEngine> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const table of tables) await loadTable(connection, workbook, table);
  for (const sql of prepare) await connection.run(sql);
  return {
    ask: async (sql) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(plainValue)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loadTable(connection: DuckDBConnection, workbook: Workbook, table: GoldenTable): Promise<void> {
  const sheet = workbook.getWorksheet(table.sheet);
  if (!sheet) throw new Error(`${table.sheet}: no such sheet`);
  const headers = Object.keys(table.columns);
  const headerRow = table.headerRow ?? 1;
  const positions = headers.map((header) => positionOf(sheet, header, headerRow));
  const definitions = headers.map((header) => `"${header}" ${table.columns[header]!}`);
  await connection.run(`create table "${table.name}" (${definitions.join(', ')})`);
  const appender = await connection.createAppender(table.name);
  sheet.eachRow((row, number) => {
    if (number <= headerRow) return;
    headers.forEach((header, i) => {
      const value = row.getCell(positions[i]!).value;
      if (value === null) appender.appendNull();
      else if (table.columns[header] === 'VARCHAR') appender.appendVarchar(textOf(value));
      else if (table.columns[header] === 'DOUBLE') appender.appendDouble(numberOf(value));
      else if (table.columns[header] === 'INTEGER') appender.appendInteger(numberOf(value));
      else appender.appendDate(new DuckDBDateValue(dayOf(value)));
    });
    appender.endRow();
  });
  appender.closeSync();
}

function positionOf(sheet: Worksheet, header: string, headerRow: number): number {
  const position = (sheet.getRow(headerRow).values as CellValue[]).indexOf(header);
  if (position < 1) throw new Error(`${sheet.name}: no column ${header}`);
  return position;
}

function textOf(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object' || value === null) return String(value);
  if ('error' in value) return value.error;
  if ('result' in value) return String(value.result as string | number);
  throw new Error(`neither text nor a number: ${JSON.stringify(value)}`);
}

function numberOf(value: CellValue): number {
  if (typeof value !== 'number') throw new Error(`not a number: ${JSON.stringify(value)}`);
  return value;
}

function dayOf(value: CellValue): number {
  if (!(value instanceof Date)) throw new Error(`not a day: ${JSON.stringify(value)}`);
  return Math.floor(value.getTime() / 86_400_000);
}

function plainValue(value: unknown): GoldenValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  throw new Error(`a query of a golden case returns text and numbers, not ${typeof value}`);
}
