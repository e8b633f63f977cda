import { NO_TEXT, type TextColumn } from '../../core/model/columns';
import { keyOfText } from '../parse/text';

/** The keys of a text column by code: how order numbers of two sheets are compared, each distinct text once. */
export function keysOf(column: TextColumn): readonly string[] {
  return column.values.map(keyOfText);
}

/** For each code of one column the code of the other with the same key, or `NO_TEXT`. */
export function matchCodes(from: TextColumn, to: TextColumn): Int32Array {
  const codeOf = new Map<string, number>();
  keysOf(to).forEach((key, code) => {
    if (key !== '' && !codeOf.has(key)) codeOf.set(key, code);
  });
  return Int32Array.from(keysOf(from), (key) => codeOf.get(key) ?? NO_TEXT);
}

/** For each code the first row that holds it, or −1. */
export function firstRows(column: TextColumn): Int32Array {
  const rows = new Int32Array(column.values.length).fill(-1);
  for (let row = column.codes.length - 1; row >= 0; row--) {
    const code = column.codes[row]!;
    if (code !== NO_TEXT) rows[code] = row;
  }
  return rows;
}
