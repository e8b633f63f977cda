/**
 * What `expect.json` of a case says, each value worked by hand from the workbook. `note` is what the workbook is,
 * `note_wanted` what a person should be told or get.
 */
export interface CaseExpectation {
  readonly note: string;
  readonly note_wanted?: string;
  readonly expect: ExpectedValues;
}

export interface ExpectedValues {
  /** Sum of the clients' net amounts. */
  readonly net?: number;
  /** One of these is. */
  readonly net_in?: readonly number[];
  /** Must not be the sum. */
  readonly not_net?: number;
  /** Clients with a line or an amount. */
  readonly clients?: number;
  /** Rows of sales used. */
  readonly used?: number;
  /** Net amount by the client's name. */
  readonly names?: Readonly<Record<string, number>>;
  /** First and last day on which a client bought. */
  readonly first?: string;
  readonly last?: string;
  /** Net amount by month, `2025-01`. */
  readonly months?: Readonly<Record<string, number>>;
  /** The exit code, where it is not 0. */
  readonly rc?: number;
  /** Parts of the package that must be kept byte for byte. */
  readonly keep?: readonly string[];
  /** Words that the run must say (in Chinese). */
  readonly note_wanted?: string;
  /** Values of the JSON by path: `receivables.open`, `indicators[id=delivery.onTime].value`. */
  readonly at?: Readonly<Record<string, unknown>>;
  /** Codes of problems that must, and that must not be told. */
  readonly codes?: readonly string[];
  readonly not_codes?: readonly string[];
  /** Reports that must, and that must not be written, by id. */
  readonly written?: readonly string[];
  readonly not_written?: readonly string[];
  /** Words that must stand in what the command line says. */
  readonly says?: readonly string[];
  /** Words that must stand in a cell of the report sheets. */
  readonly shows?: readonly string[];
}
