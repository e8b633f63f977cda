/** How an engine writes what the others write otherwise; all else is the SQL that they share. */
export interface Dialect {
  readonly quote: (name: string) => string;
  /** Whole numbers of a date. */
  readonly year: (date: string) => string;
  readonly month: (date: string) => string;
  /** A whole number with the bit set that has the number of the date's day in its month, counted from 0. */
  readonly dayBit: (date: string) => string;
  /** The aggregate that gives every bit that any row has. */
  readonly bitOr: string;
  /** A text so that only the same letters are the same; absent: they are so already. */
  readonly exactText?: (text: string) => string;
}

const double = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const backticks = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const called = (part: string) => (date: string) => `${part}(${date})`;
const part = (name: string) => (date: string) => `CAST(date_part('${name}', ${date}) AS INTEGER)`;

/** The engines that push-down writes for. */
export const DIALECTS = {
  duckdb: {
    quote: double,
    year: called('year'),
    month: called('month'),
    dayBit: (date) => `(1 << (CAST(day(${date}) AS INTEGER) - 1))`,
    bitOr: 'bit_or',
  },
  postgresql: {
    quote: double,
    year: part('year'),
    month: part('month'),
    dayBit: (date) => `(1 << (${part('day')(date)} - 1))`,
    bitOr: 'bit_or',
  },
  /** MariaDB too. Its texts are compared without regard to capitals and accents, where nothing else is said. */
  mysql: {
    quote: backticks,
    year: called('year'),
    month: called('month'),
    dayBit: (date) => `(1 << (day(${date}) - 1))`,
    bitOr: 'bit_or',
    exactText: (text) => `CONVERT(${text} USING utf8mb4) COLLATE utf8mb4_bin`,
  },
  trino: {
    quote: double,
    year: called('year'),
    month: called('month'),
    dayBit: (date) => `bitwise_left_shift(BIGINT '1', day(${date}) - 1)`,
    bitOr: 'bitwise_or_agg',
  },
  spark: {
    quote: backticks,
    year: called('year'),
    month: called('month'),
    dayBit: (date) => `shiftleft(1, day(${date}) - 1)`,
    bitOr: 'bit_or',
  },
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof DIALECTS;
