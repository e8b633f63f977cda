import { MAX_COLUMNS, parseAddress } from '../../../workbook/address';
import type { CellValue } from '../../../workbook/cell-value';
import type { CellFormula } from '../../../workbook/workbook-host';
import { evaluateFormula, NotWorkedOut, type FormulaCells } from './evaluate-formula';

/** The number that a formula gives, by cell: `row * MAX_COLUMNS + column`. */
export type ComputedCells = ReadonlyMap<number, number>;

/** A formula that leans on more others than this, one on the other, is left to Excel. */
const LONGEST_CHAIN = 400;
/** Cells looked at for all formulas of a sheet together: a million lines of three columns. */
const MOST_LOOKS = 4_000_000;

interface Standing {
  readonly text: string;
  readonly moved: { readonly rows: number; readonly columns: number };
}

/**
 * The results of formulas that the file does not hold: programs that write workbooks without working them out leave the cell
 * empty, or put 0 into every one. What is more than arithmetic over the cells of the sheet is left out.
 *
 * @param cells What the file holds, row by row.
 * @param formulas All formulas of the sheet, as `readFormulas` gives them.
 * @param isOpen Whether the cell of a formula holds no result of it.
 */
export function computeFormulas(
  cells: readonly (readonly CellValue[])[],
  formulas: readonly CellFormula[],
  isOpen: (value: CellValue) => boolean,
): ComputedCells {
  const open = new Map<number, Standing>();
  for (const { row, column, formula } of formulas)
    if (isOpen(cells[row]?.[column] ?? null)) open.set(keyOf(row, column), standingOf(formula, row, column));
  const results = new Map<number, number | undefined>();
  let looks = 0;
  let chain = 0;
  const grid: FormulaCells = {
    rows: cells.length + 1,
    columns: cells.reduce((most, row) => Math.max(most, row.length), 0) + 1,
    tick: () => {
      if (++looks > MOST_LOOKS) throw new NotWorkedOut('too many cells');
    },
    valueAt: (row, column) => {
      const standing = open.get(keyOf(row, column));
      if (!standing) return cells[row]?.[column] ?? null;
      const result = resultOf(keyOf(row, column), standing);
      if (result === undefined) throw new NotWorkedOut('leans on another');
      return result;
    },
  };

  function resultOf(key: number, { text, moved }: Standing): number | undefined {
    if (results.has(key)) return results.get(key);
    // Whoever comes by here again leans on himself.
    results.set(key, undefined);
    if (chain >= LONGEST_CHAIN) return undefined;
    chain++;
    try {
      results.set(key, evaluateFormula(text, grid, moved));
    } catch (error) {
      if (!(error instanceof NotWorkedOut)) throw error;
    } finally {
      chain--;
    }
    return results.get(key);
  }

  for (const [key, standing] of open) resultOf(key, standing);
  return new Map([...results].filter((one): one is [number, number] => one[1] !== undefined));
}

export function keyOf(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** `=B4*2 [B4]` in B5 is B4's formula, a row further down. */
function standingOf(formula: string, row: number, column: number): Standing {
  const shared = /^(.*) \[([A-Z]{1,3}\d{1,7})\]$/s.exec(formula);
  const from = shared ? parseAddress(shared[2]!) : undefined;
  if (!shared || !from) return { text: formula, moved: { rows: 0, columns: 0 } };
  return { text: shared[1]!, moved: { rows: row - from.row, columns: column - from.column } };
}
