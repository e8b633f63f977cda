import type { Analysis } from '../../src/core/analysis';
import type { Dataset } from '../../src/core/model/dataset';

/**
 * A golden case: a workbook, SQL that another engine (DuckDB) answers over its rows, what others published of it, and
 * how the same figure is read from our analysis.
 */
export interface GoldenCase {
  /** What the workbook is, in words. */
  readonly title: string;
  readonly workbook: string;
  /** Where the file is: in the folder of real workbooks that lies beside the project, or in the project's assets. */
  readonly folder?: 'shared' | 'assets';
  /** Writes the workbook where it is wanted: for rows that are made by a seeded generator and kept nowhere. */
  readonly make?: (path: string) => Promise<void>;
  /** How each sheet is loaded: the columns that the SQL uses, by header. Names with blanks are quoted in the SQL. */
  readonly tables: readonly GoldenTable[];
  /** Views that the figures stand on. */
  readonly prepare?: readonly string[];
  readonly figures: readonly GoldenFigure[];
}

export interface GoldenTable {
  readonly name: string;
  readonly sheet: string;
  /** As Excel numbers it; 1 where not said. */
  readonly headerRow?: number;
  /** A column that holds several kinds of cells is loaded as VARCHAR: days as 2026-01-05, numbers and errors as shown. */
  readonly columns: Readonly<Record<string, 'VARCHAR' | 'DOUBLE' | 'INTEGER' | 'DATE'>>;
}

export type GoldenValue = string | number | null;
export type GoldenRows = readonly (readonly GoldenValue[])[];

export interface GoldenFigure {
  readonly name: string;
  readonly sql: string;
  /** What others published, as printed. */
  readonly published?: GoldenRows;
  /** Decimals to which it was printed; text and counts are always exact. */
  readonly decimals?: number;
  readonly ours?: (result: OurResult) => GoldenRows;
  /** Where our definition differs from the published one: in words, and the query that says ours. */
  readonly difference?: { readonly why: string; readonly sql: string };
  /** How far our value may lie from the other engine's: half a fen where not said. */
  readonly tolerance?: number;
}

export interface OurResult {
  readonly dataset: Dataset;
  readonly analysis: Analysis;
}

export function defineGoldenCase(golden: GoldenCase): GoldenCase {
  return golden;
}
