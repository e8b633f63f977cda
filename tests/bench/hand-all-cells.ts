import type { CellValue } from '../../src/workbook/cell-value';

/** A column of `HEADERS` as it is known to be: six of the twelve are texts. */
const TEXTS = [0, 1, 2, 6, 10, 11];
const NUMBERS = [3, 4, 5, 7, 8, 9];

interface TextCells {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/**
 * All twelve cells of a row into typed arrays by hand, texts by a `Map` a column, and nothing else: no cell is looked at
 * twice, nothing is checked, recognised or worked out. What an ingest costs before it has done anything for anybody.
 */
export function runHandAllCells(rows: readonly (readonly CellValue[])[]): {
  readonly texts: readonly TextCells[];
  readonly numbers: readonly Float64Array[];
} {
  return {
    texts: TEXTS.map((column) => textsOf(rows, column)),
    numbers: NUMBERS.map((column) => numbersOf(rows, column)),
  };
}

function textsOf(rows: readonly (readonly CellValue[])[], column: number): TextCells {
  const codes = new Int32Array(rows.length);
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  for (let row = 0; row < rows.length; row++) {
    const text = rows[row]![column] as string;
    let code = codeOf.get(text);
    if (code === undefined) {
      code = values.push(text) - 1;
      codeOf.set(text, code);
    }
    codes[row] = code;
  }
  return { codes, values };
}

function numbersOf(rows: readonly (readonly CellValue[])[], column: number): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) numbers[row] = (rows[row]![column] as number | null) ?? Number.NaN;
  return numbers;
}
