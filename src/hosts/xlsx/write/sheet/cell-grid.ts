import { addressOf, MAX_COLUMNS, MAX_ROWS, type CellRange } from '../../../../workbook/address';
import type { PlanValue, SheetPlan } from '../../../../workbook/plan';
import type { CellStyle } from '../../../../workbook/style';

export interface GridCell {
  readonly column: number;
  readonly value: PlanValue;
  readonly style: CellStyle;
}

/** Excel's limit of characters in a cell. */
export const MAX_TEXT = 32_767;

/**
 * The cells of a plan by row and column: what a sheet writes row by row, and what a chart keeps a copy of.
 *
 * A number that is none, a cell that two blocks write and a cell beyond the sheet are mistakes of ours: they throw.
 */
export class CellGrid {
  private readonly rows = new Map<number, GridCell[]>();
  private bottom = 0;
  private right = 0;

  constructor(plan: SheetPlan) {
    const headers = headerCellsOf(plan);
    for (const block of plan.blocks) {
      for (const [offset, values] of block.values.entries()) {
        const row = block.row + offset;
        for (const [index, value] of values.entries()) {
          const column = block.column + index;
          const isHeader = headers.has(row * MAX_COLUMNS + column);
          const shown = isHeader && typeof value === 'number' ? String(value) : value;
          this.put(row, { column, value: checked(shown, row, column), style: block.styles[index] ?? {} });
        }
      }
    }
    for (const [row, cells] of this.rows) {
      cells.sort((a, b) => a.column - b.column);
      const twice = cells.find((cell, index) => cells[index + 1]?.column === cell.column);
      if (twice) throw new Error(`${plan.id}: two blocks write ${addressOf(row, twice.column)}`);
    }
  }

  /** For cells of the host's own: the options of a long drop-down. */
  put(row: number, cell: GridCell): void {
    if (row >= MAX_ROWS || cell.column >= MAX_COLUMNS) throw new Error(`a sheet has no cell ${row}, ${cell.column}`);
    const cells = this.rows.get(row);
    if (cells) cells.push(cell);
    else this.rows.set(row, [cell]);
    this.bottom = Math.max(this.bottom, row + 1);
    this.right = Math.max(this.right, cell.column + 1);
  }

  /** Rows and columns from A1 that hold something. */
  get extent(): { readonly rows: number; readonly columns: number } {
    return { rows: this.bottom, columns: this.right };
  }

  /** From the left. */
  cellsOf(row: number): readonly GridCell[] {
    return this.rows.get(row) ?? [];
  }

  cellAt(row: number, column: number): GridCell | undefined {
    return this.cellsOf(row).find((cell) => cell.column === column);
  }

  /** Top to bottom, left to right; `undefined` where no block writes. */
  cellsIn(range: CellRange): readonly (GridCell | undefined)[] {
    const cells: (GridCell | undefined)[] = [];
    for (let row = range.row; row < range.row + range.rows; row++) {
      for (let column = range.column; column < range.column + range.columns; column++)
        cells.push(this.cellAt(row, column));
    }
    return cells;
  }
}

/** Header cells of tables are text, whatever they hold: Excel repairs a table whose header is a number. */
function headerCellsOf(plan: SheetPlan): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const { range } of plan.tables) {
    for (let column = range.column; column < range.column + range.columns; column++)
      cells.add(range.row * MAX_COLUMNS + column);
  }
  return cells;
}

function checked(value: PlanValue, row: number, column: number): PlanValue {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`${addressOf(row, column)} would hold ${value}: an unknown figure is an Outcome, never a number`);
  return typeof value === 'string' ? cutText(value) : value;
}

/** Cuts what no cell holds, visibly. */
export function cutText(text: string, limit = MAX_TEXT): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const isHalf = /[\uD800-\uDBFF]$/.test(cut);
  return `${isHalf ? cut.slice(0, -1) : cut}…`;
}
