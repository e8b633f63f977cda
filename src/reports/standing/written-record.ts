import type { CellRange } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell-value';
import type { CellBlock, PlanValue } from '../../workbook/plan';

/** Taken out of its object once, as a character costs one look-up otherwise. */
const { imul } = Math;

/** What we wrote on a sheet, cell by cell, as short hashes: by it what the person typed since is told from what is ours. */
export interface WrittenRecord {
  /** Of the sheet's plan: a record of another writing says nothing of this one. */
  readonly fingerprint: string;
  /** By sheet row; the hash of each column's cell, `NOTHING` where we wrote none. */
  readonly rows: readonly Int32Array[];
  /** Whether a row stands outside the bodies of tables: title, headers, footnotes. */
  readonly isFrame: readonly boolean[];
  /** What formulas of ours and drop-downs may bring, wherever it stands. */
  readonly anywhere: ReadonlySet<number>;
  /** Cells of the sheet are worked out by formulas of ours: they may show what other cells have, and numbers of rows. */
  readonly isLive: boolean;
  /** Heights of rows in points, each once; absent in a record of an earlier version. */
  readonly heights?: readonly number[];
}

/** What a record is made of; `hers` are the cells whose content came from the person. */
export interface WrittenSheet {
  readonly blocks: readonly CellBlock[];
  readonly hers: readonly CellRange[];
  readonly bodies: readonly CellRange[];
  readonly anywhere: readonly PlanValue[];
  readonly isLive: boolean;
  readonly heights: readonly number[];
}

export const NOTHING = -1;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~';
const HASH_DIGITS = 3;
const HASH_MASK = 64 ** HASH_DIGITS - 1;
const VALUE_OF = new Map([...DIGITS].map((digit, index) => [digit, index]));
const BLANK = '.'.repeat(HASH_DIGITS);
const DIGIT_BYTES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const BLANK_BYTE = BLANK.charCodeAt(0);

/**
 * 18 bits of a value's words: 1 in 262,144 that a text typed over a cell is taken for what stood there. Numbers count to 12
 * digits, so that a program which saves the last bit differently changes nothing; the text 5 is the number 5.
 */
export function hashOf(value: CellValue | PlanValue | undefined): number {
  if (value === null || value === undefined || value === '') return NOTHING;
  const words = wordsHashed(value);
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) hash = imul(hash ^ words.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & HASH_MASK;
}

/** What a hash is made of: two values are the same where this is. */
export function wordsHashed(value: NonNullable<CellValue | PlanValue>): string {
  if (typeof value === 'number') return wordsOfNumber(value);
  return typeof value === 'object' ? value.error : String(value).replace(/\r\n?/g, '\n');
}

const LARGEST_WHOLE = 1e12;
const LARGEST_MONEY = 1e9;

/** Whole numbers and money: of at most twelve digits as they are. */
function isShort(value: number): boolean {
  const size = Math.abs(value);
  return Number.isInteger(value)
    ? size < LARGEST_WHOLE
    : size < LARGEST_MONEY && Math.round(value * 100) / 100 === value;
}

/**
 * Twelve digits, by way of fifteen: a figure that LibreOffice has saved comes back with so many, and one that lies just below
 * the half of the twelfth must not round the other way then.
 *
 * @example wordsOfNumber(0.82373092494549996) === wordsOfNumber(0.8237309249455)
 */
function wordsOfNumber(value: number): string {
  if (isShort(value)) return String(value);
  return String(Number(Number(value.toPrecision(15)).toPrecision(12)));
}

export function recordOf(written: WrittenSheet, fingerprint: string): WrittenRecord {
  const rows = emptyRows(written.blocks);
  for (const { row, column, values } of written.blocks)
    values.forEach((line, r) => {
      const target = rows[row + r]!;
      for (let c = 0; c < line.length; c++) target[column + c] = hashOf(line[c]);
    });
  leaveToHer(rows, written.hers);
  const isFrame = rows.map(() => true);
  for (const { row, rows: count } of written.bodies)
    for (let at = row; at < row + count && at < isFrame.length; at++) isFrame[at] = false;
  return {
    fingerprint,
    rows,
    isFrame,
    anywhere: new Set(written.anywhere.map(hashOf).filter((hash) => hash !== NOTHING)),
    isLive: written.isLive,
    heights: [...new Set(written.heights)],
  };
}

/** `NOTHING` in each row as far as a cell is written: all in one array, of which each row is a part. */
function emptyRows(blocks: readonly CellBlock[]): readonly Int32Array[] {
  const ends: number[] = [];
  for (const { row, column, values } of blocks)
    values.forEach((line, r) => {
      while (ends.length <= row + r) ends.push(0);
      ends[row + r] = Math.max(ends[row + r]!, column + line.length);
    });
  const cells = new Int32Array(ends.reduce((sum, end) => sum + end, 0)).fill(NOTHING);
  let from = 0;
  return ends.map((end) => cells.subarray(from, (from += end)));
}

function leaveToHer(rows: readonly Int32Array[], hers: readonly CellRange[]): void {
  for (const range of hers)
    for (let row = range.row; row < range.row + range.rows; row++)
      for (let column = range.column; column < range.column + range.columns; column++)
        if (rows[row]?.[column] !== undefined) rows[row]![column] = NOTHING;
}

/** The record with further cells whose content came from the person. */
export function withHers(record: WrittenRecord, hers: readonly CellRange[]): WrittenRecord {
  if (hers.length === 0) return record;
  const rows = record.rows.map((line) => line.slice());
  leaveToHer(rows, hers);
  return { ...record, rows };
}

function numberOf(digits: string): number {
  if (digits.length < HASH_DIGITS || digits === BLANK) return NOTHING;
  let hash = 0;
  for (const digit of digits) hash = hash * 64 + (VALUE_OF.get(digit) ?? 0);
  return hash;
}

/** Rows part by `;`, a row of the frame begins with `!`; behind the `|` what may stand anywhere, behind the next the heights. */
export function encodeRecord({ rows, isFrame, anywhere, isLive, heights }: WrittenRecord): string {
  const room = rows.reduce((cells, line) => cells + line.length, anywhere.size);
  const words = new RecordBytes(room * HASH_DIGITS + rows.length * 2 + 2);
  if (isLive) words.put('*');
  rows.forEach((line, row) => {
    let end = line.length;
    while (line[end - 1] === NOTHING) end--;
    if (row > 0) words.put(';');
    if (isFrame[row]) words.put('!');
    for (let at = 0; at < end; at++) words.putHash(line[at]!);
  });
  words.put('|');
  for (const hash of anywhere) words.putHash(hash);
  return words.text() + (heights ? `|${heights.join(' ')}` : '');
}

/** The letters of a record: of a large sheet a million, which as strings of their own would each be an object. */
class RecordBytes {
  private readonly bytes: Uint8Array;
  private used = 0;

  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  put(letter: string): void {
    this.bytes[this.used++] = letter.charCodeAt(0);
  }

  /** @example AAA for 0 */
  putHash(hash: number): void {
    const { bytes, used } = this;
    const isNothing = hash === NOTHING;
    bytes[used] = isNothing ? BLANK_BYTE : DIGIT_BYTES[hash >>> 12]!;
    bytes[used + 1] = isNothing ? BLANK_BYTE : DIGIT_BYTES[(hash >>> 6) & 63]!;
    bytes[used + 2] = isNothing ? BLANK_BYTE : DIGIT_BYTES[hash & 63]!;
    this.used += HASH_DIGITS;
  }

  text(): string {
    return new TextDecoder().decode(this.bytes.subarray(0, this.used));
  }
}

export function decodeRecord(text: string, fingerprint: string): WrittenRecord {
  const isLive = text.startsWith('*');
  const [body = '', anywhere = '', heights] = text.slice(isLive ? 1 : 0).split('|');
  const lines = body.split(';');
  const hashesIn = (digits: string): number[] => (digits.match(/.{3}/gs) ?? []).map(numberOf);
  return {
    fingerprint,
    rows: lines.map((line) => Int32Array.from(hashesIn(line.replace(/^!/, '')))),
    isFrame: lines.map((line) => line.startsWith('!')),
    anywhere: new Set(hashesIn(anywhere)),
    isLive,
    ...(heights !== undefined && { heights: heights.split(' ').filter(Boolean).map(Number) }),
  };
}
