import {
  NO_CLIENT,
  NO_FLAG,
  NO_TEXT,
  type ColumnStorage,
  type ColumnType,
  type TextColumn,
} from '../../src/core/model/columns';
import type { Dataset, SheetAccount } from '../../src/core/model/dataset';
import { dayIfReal, NO_DAY, type Day } from '../../src/core/model/day';
import type { Issue } from '../../src/core/model/issue';
import { RowOrigin } from '../../src/core/model/row-origin';
import { TABLES, type TableName, type TableSchemas } from '../../src/core/model/tables';

/** `'2026-01-05'` as a day; a string that is no day is a mistake of the test and throws. */
export function day(iso: string): Day {
  const [year = NaN, month = NaN, dayOfMonth = NaN] = iso.split('-').map(Number);
  const found = dayIfReal(year, month, dayOfMonth);
  if (found === undefined) throw new Error(`"${iso}" is not a day`);
  return found;
}

/** `'2026-01-05 08:30'` as a moment: the day, and the time as its fraction. */
export function moment(iso: string): number {
  const [date = '', time = '00:00'] = iso.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day(date) + (hours * 60 + minutes) / 1440;
}

interface Cell {
  /** `'2026-01-05'`, or days since 1970-01-01. */
  readonly day: string | number;
  readonly number: number;
  readonly moment: string | number;
  readonly text: string;
  readonly flag: boolean;
  /** The client's code (or its name, for a client without a code). */
  readonly client: string;
}

/** A row as a test writes it; a column that no row names is absent from the table. */
export type RowOf<K extends TableName> = {
  readonly [C in keyof TableSchemas[K]]?: TableSchemas[K][C] extends ColumnType
    ? Cell[TableSchemas[K][C]] | undefined
    : never;
};

type AnyRow = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Builds a small data set from readable rows. Clients named by a row and not given before are added by themselves.
 *
 * @example
 * aDataset()
 *   .withClients([{ code: 'C1', name: '东方饲料', region: '华东' }])
 *   .withTransactions([{ client: 'C1', day: '2026-01-05', amount: 70 }])
 *   .build();
 */
export function aDataset(): DatasetBuilder {
  return new DatasetBuilder();
}

export class DatasetBuilder {
  private readonly rows = new Map<TableName, { sheet: string; row: AnyRow }[]>();
  private readonly accounts: SheetAccount[] = [];
  private readonly issues: Issue[] = [];
  private readonly sheets: string[] = [];

  withClients(rows: readonly RowOf<'clients'>[]): this {
    return this.withRows('clients', rows, '客户');
  }

  withTransactions(rows: readonly RowOf<'transactions'>[], sheet = '交易'): this {
    return this.withRows('transactions', rows, sheet);
  }

  withDeliveries(rows: readonly RowOf<'deliveries'>[], sheet = '发货'): this {
    return this.withRows('deliveries', rows, sheet);
  }

  withReturns(rows: readonly RowOf<'returns'>[]): this {
    return this.withRows('returns', rows, '退货');
  }

  withStock(rows: readonly RowOf<'stock'>[]): this {
    return this.withRows('stock', rows, '库存');
  }

  withVehicles(rows: readonly RowOf<'vehicles'>[]): this {
    return this.withRows('vehicles', rows, '客户车辆');
  }

  withFirmFiles(rows: readonly RowOf<'firmFiles'>[]): this {
    return this.withRows('firmFiles', rows, '资料登记');
  }

  withPromotionItems(rows: readonly RowOf<'promotionItems'>[]): this {
    return this.withRows('promotionItems', rows, '促销品台账');
  }

  withWeighings(rows: readonly RowOf<'weighings'>[]): this {
    return this.withRows('weighings', rows, '过磅与出门');
  }

  withServiceRecords(rows: readonly RowOf<'serviceRecords'>[]): this {
    return this.withRows('serviceRecords', rows, '服务记录');
  }

  withComplaints(rows: readonly RowOf<'complaints'>[]): this {
    return this.withRows('complaints', rows, '投诉');
  }

  withInvoices(rows: readonly RowOf<'invoices'>[]): this {
    return this.withRows('invoices', rows, '发票');
  }

  withReceipts(rows: readonly RowOf<'receipts'>[]): this {
    return this.withRows('receipts', rows, '收款');
  }

  /** Rows of any table. Called twice for one table, the rows are joined. */
  withRows<K extends TableName>(table: K, rows: readonly RowOf<K>[], sheet: string = table): this {
    const kept = this.rows.get(table) ?? [];
    for (const row of rows) kept.push({ sheet, row: row as AnyRow });
    this.rows.set(table, kept);
    this.sheetIndex(sheet);
    return this;
  }

  /** The account of a sheet as ingest would give it; without one, every row of the sheet is read and none rejected. */
  withAccount(sheet: string, table: TableName, counts: { read: number; rejected?: number; passedOver?: number }): this {
    const { read, rejected = 0, passedOver = 0 } = counts;
    this.accounts.push({ sheet: this.sheetIndex(sheet), table, read, rejected, passedOver });
    return this;
  }

  withIssues(issues: readonly Issue[]): this {
    this.issues.push(...issues);
    return this;
  }

  build(): Dataset {
    const clients = this.allClients();
    const byKey = new Map<string, number>();
    clients.forEach(({ row }, index) => {
      for (const key of [row['name'], row['code']]) if (typeof key === 'string' && key !== '') byKey.set(key, index);
    });
    const tables: Partial<Record<TableName, unknown>> = {};
    const names = new Set<TableName>(this.rows.keys());
    if (clients.length > 0) names.add('clients');
    for (const name of names) {
      const rows = name === 'clients' ? clients : (this.rows.get(name) ?? []);
      tables[name] = {
        rows: rows.length,
        columns: columnsOf(
          name,
          rows.map(({ row }) => row),
          byKey,
        ),
        origin: this.originOf(rows.map(({ sheet }) => sheet)),
      };
    }
    const issueCounts: Record<string, number> = {};
    for (const { code } of this.issues) issueCounts[code] = (issueCounts[code] ?? 0) + 1;
    return {
      sheets: this.sheets,
      tables: tables as Dataset['tables'],
      accounts: this.allAccounts(),
      issues: this.issues,
      issueCounts,
    };
  }

  private originOf(sheets: readonly string[]): RowOrigin {
    const indexes = sheets.map((sheet) => this.sheetIndex(sheet));
    // Row 1 is the header, as Excel numbers rows.
    const lines = rowNumbersOf(sheets);
    return new RowOrigin(
      sheets.length,
      (row) => indexes[row]!,
      (row) => lines[row]!,
    );
  }

  private sheetIndex(sheet: string): number {
    const at = this.sheets.indexOf(sheet);
    if (at >= 0) return at;
    this.sheets.push(sheet);
    return this.sheets.length - 1;
  }

  private allClients(): { sheet: string; row: AnyRow }[] {
    const clients = [...(this.rows.get('clients') ?? [])];
    const known = new Set(clients.flatMap(({ row }) => [row['code'], row['name']]));
    for (const rows of this.rows.values()) {
      for (const { sheet, row } of rows) {
        const key = row['client'];
        if (typeof key !== 'string' || key === '' || known.has(key)) continue;
        known.add(key);
        clients.push({ sheet, row: { code: key, name: key } });
      }
    }
    return clients;
  }

  private allAccounts(): SheetAccount[] {
    const accounts = [...this.accounts];
    for (const [table, rows] of this.rows) {
      for (const sheet of new Set(rows.map((one) => one.sheet))) {
        const index = this.sheetIndex(sheet);
        if (accounts.some((one) => one.sheet === index)) continue;
        const read = rows.filter((one) => one.sheet === sheet).length;
        accounts.push({ sheet: index, table, read, rejected: 0, passedOver: 0 });
      }
    }
    return accounts;
  }
}

function rowNumbersOf(sheets: readonly string[]): Int32Array {
  const last = new Map<string, number>();
  return Int32Array.from(sheets, (sheet) => {
    const row = (last.get(sheet) ?? 1) + 1;
    last.set(sheet, row);
    return row;
  });
}

function columnsOf(
  table: TableName,
  rows: readonly AnyRow[],
  clients: ReadonlyMap<string, number>,
): Record<string, ColumnStorage[ColumnType]> {
  const columns: Record<string, ColumnStorage[ColumnType]> = {};
  for (const [name, type] of Object.entries(TABLES[table]) as [string, ColumnType][]) {
    if (!rows.some((row) => row[name] !== undefined)) continue;
    columns[name] = columnOf(
      type,
      rows.map((row) => row[name]),
      clients,
    );
  }
  return columns;
}

function columnOf(
  type: ColumnType,
  cells: readonly AnyRow[string][],
  clients: ReadonlyMap<string, number>,
): ColumnStorage[ColumnType] {
  switch (type) {
    case 'day':
      return Int32Array.from(cells, (cell) =>
        cell === undefined ? NO_DAY : typeof cell === 'string' ? day(cell) : Number(cell),
      );
    case 'number':
      return Float64Array.from(cells, (cell) => (cell === undefined ? NaN : Number(cell)));
    case 'moment':
      return Float64Array.from(cells, (cell) =>
        cell === undefined ? NaN : typeof cell === 'string' ? moment(cell) : Number(cell),
      );
    case 'flag':
      return Int8Array.from(cells, (cell) => (cell === undefined ? NO_FLAG : cell === true ? 1 : 0));
    case 'client':
      return Int32Array.from(cells, (cell) =>
        cell === undefined ? NO_CLIENT : (clients.get(String(cell)) ?? NO_CLIENT),
      );
    case 'text':
      return textColumnOf(cells.map((cell) => (cell === undefined ? '' : String(cell))));
  }
}

/** Dictionary-codes texts in the order of their first appearance. */
export function textColumnOf(texts: readonly string[]): TextColumn {
  const known = new Map<string, number>();
  const codes = Int32Array.from(texts, (text) => {
    if (text === '') return NO_TEXT;
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  return { codes, values: [...known.keys()] };
}
