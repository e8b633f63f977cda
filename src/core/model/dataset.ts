import type { DatasetBasis } from './basis';
import type { ColumnStorage, ColumnsOf, ColumnType } from './columns';
import type { CountryDays } from './country-days';
import { RowOrigin } from './row-origin';
import type { Issue } from './issue';
import { type TABLES, type ColumnPath, type TableName, type TableOf } from './tables';

/** A sheet as it was read: the first half of the identity read = used + rejected + out of period + cancelled. */
export interface SheetAccount {
  /** Index into `Dataset.sheets`. */
  readonly sheet: number;
  readonly table: TableName;
  /** Lines that carry data: without title, header, blank, total and note lines. */
  readonly read: number;
  /** Lines that could not be used, each in `issues`. */
  readonly rejected: number;
  /** Money on the rejected lines, in the sheet's unit, where it can be read; absent: none. */
  readonly rejectedAmount?: number;
  /** 合计 and 小计 lines, notes and blank lines passed over. */
  readonly passedOver: number;
  /**
   * Lines that went into lines of other sheets (a delivery into its order): read − rejected − joined are rows of the table.
   */
  readonly joined?: number;
}

/** All that the analysis knows: typed columns, problems found, and the account of every line. */
export interface Dataset {
  /** Names of the sheets that data came from; `RowOrigin.sheetAt` points here. */
  readonly sheets: readonly string[];
  readonly tables: { readonly [K in TableName]?: TableOf<K> };
  /** Absent: everything is what it is called. */
  readonly basis?: DatasetBasis;
  readonly accounts: readonly SheetAccount[];
  readonly issues: readonly Issue[];
  /** How many issues there are of each code, also beyond the ones listed. */
  readonly issueCounts: Readonly<Record<string, number>>;
  /** Where the settings choose a country whose holidays come from outside the workbook. */
  readonly countryDays?: CountryDays;
}

const NO_ORIGIN = new RowOrigin(0, Number, Number);

/** A table, or an empty one where the workbook has no such sheet. */
export function tableOf<K extends TableName>(dataset: Dataset, name: K): TableOf<K> {
  return (
    dataset.tables[name] ?? ({ rows: 0, columns: {} as ColumnsOf<(typeof TABLES)[K]>, origin: NO_ORIGIN } as TableOf<K>)
  );
}

/** Whether a column is there: `hasColumn(dataset, 'deliveries.promisedDay')`. */
export function hasColumn(dataset: Dataset, path: ColumnPath): boolean {
  const [table, column] = path.split('.') as [TableName, string];
  const columns = dataset.tables[table]?.columns as Record<string, ColumnStorage[ColumnType] | undefined> | undefined;
  return columns?.[column] !== undefined;
}
