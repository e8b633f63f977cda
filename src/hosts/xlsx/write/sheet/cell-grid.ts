import { addressOf, MAX_COLUMNS, MAX_ROWS, type CellRange } from '../../../../workbook/address';
import type { CellBlock, PlanValue, SheetPlan } from '../../../../workbook/plan';
import type { CellStyle } from '../../../../workbook/style';

export interface GridCell {
  readonly value: PlanValue;
  readonly style: CellStyle;
}

/** Excel's limit of characters in a cell. */
export const MAX_TEXT = 32_767;

const PLAIN: CellStyle = {};

/**
 * The cells of a plan by row and column: what a sheet writes row by row, and what a chart keeps a copy of. It points into
 * the plan's blocks and holds no cell of its own.
 *
 * A number that is none, a cell that two blocks write and a cell beyond the sheet are mistakes of ours: they throw.
 */
export class CellGrid {
  /** The blocks that write into a row, from the left. */
  private readonly blocksOfRow = new Map<number, readonly CellBlock[]>();
  private readonly headers: ReadonlyMap<number, ReadonlySet<number>>;
  private bottom = 0;
  private right = 0;

  constructor(private readonly plan: SheetPlan) {
    this.headers = headerCellsOf(plan);
    for (const block of plan.blocks) this.add(block);
  }

  /** Values of the host's own in a column: the options of a long drop-down. */
  putColumn(column: number, values: readonly PlanValue[]): void {
    this.add({ row: 0, column, values: values.map((value) => [value]), styles: [PLAIN] });
  }

  private add(block: CellBlock): void {
    // Most rows have one block: they share the list.
    const alone = [block];
    block.values.forEach(({ length }, offset) => {
      if (length === 0) return;
      const row = block.row + offset;
      const end = block.column + length;
      if (row >= MAX_ROWS || end > MAX_COLUMNS) throw new Error(`a sheet has no cell ${row}, ${end - 1}`);
      const there = this.blocksOfRow.get(row);
      this.blocksOfRow.set(row, there ? this.inserted(there, block, row) : alone);
      this.bottom = Math.max(this.bottom, row + 1);
      this.right = Math.max(this.right, end);
    });
  }

  private inserted(there: readonly CellBlock[], block: CellBlock, row: number): readonly CellBlock[] {
    const blocks = [...there, block].sort((a, b) => a.column - b.column);
    const twice = blocks.find(({ column }, index) => index > 0 && endOf(blocks[index - 1]!, row) > column);
    if (twice) throw new Error(`${this.plan.id}: two blocks write ${addressOf(row, twice.column)}`);
    return blocks;
  }

  /** Rows and columns from A1 that hold something. */
  get extent(): { readonly rows: number; readonly columns: number } {
    return { rows: this.bottom, columns: this.right };
  }

  /** From the left. */
  blocksAt(row: number): readonly CellBlock[] {
    return this.blocksOfRow.get(row) ?? NO_BLOCKS;
  }

  /** What a cell of a block holds: checked, and text where it heads a column of a table. */
  valueIn(block: CellBlock, row: number, index: number): PlanValue {
    const value = block.values[row - block.row]![index]!;
    const column = block.column + index;
    const isHeader = typeof value === 'number' && this.headers.get(row)?.has(column);
    return checked(isHeader ? String(value) : value, row, column);
  }

  cellAt(row: number, column: number): GridCell | undefined {
    const block = this.blocksAt(row).find((one) => column >= one.column && column < endOf(one, row));
    if (!block) return undefined;
    const index = column - block.column;
    return { value: this.valueIn(block, row, index), style: block.styles[index] ?? PLAIN };
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

const NO_BLOCKS: readonly CellBlock[] = [];

const endOf = ({ column, row: top, values }: CellBlock, row: number): number => column + values[row - top]!.length;

/** Header cells of tables are text, whatever they hold: Excel repairs a table whose header is a number. */
function headerCellsOf(plan: SheetPlan): ReadonlyMap<number, ReadonlySet<number>> {
  const columnsOfRow = new Map<number, Set<number>>();
  for (const { range } of plan.tables) {
    const columns = columnsOfRow.get(range.row) ?? new Set();
    for (let column = range.column; column < range.column + range.columns; column++) columns.add(column);
    columnsOfRow.set(range.row, columns);
  }
  return columnsOfRow;
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
