import type { CellValue } from '../../workbook/cell-value';
import type { JobControl } from '../../workbook/job-control';

/** A column of what a query gives. */
export interface AnswerColumn {
  readonly name: string;
  /** Its numbers are serial days. */
  readonly isDay: boolean;
  /** The engine holds numbers in it, not texts that may look like some. */
  readonly isNumber: boolean;
}

/** Some rows of an answer: valid until the receiver returns. */
export interface AnswerRows {
  readonly count: number;
  /** `at` counts in the columns that were asked for. */
  cell(at: number, row: number): CellValue;
}

/** What one query gives, read as often as it is asked for: always the same rows, as all is read inside one transaction. */
export interface Answer {
  readonly columns: readonly AnswerColumn[];
  readonly rows: number;
  /** Streams the columns asked for, at most `most` rows of them. */
  read(
    columns: readonly number[],
    most: number,
    receive: (rows: AnswerRows) => void | Promise<void>,
    control: JobControl,
  ): Promise<void>;
}

/** A connection that answers queries, each of them one SELECT that only reads. */
export interface AnswerSource {
  /** The SQL that it speaks. */
  readonly dialect: 'duckdb' | 'postgresql' | 'mysql';
  ask(statement: string): Promise<Answer>;
  /** The same, run once and held here: for few rows that take long to make. */
  hold(statement: string): Promise<Answer>;
  close(): Promise<void>;
}
