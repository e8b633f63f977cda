import type { CellValue } from '../../workbook/cell-value';
import type { CellBlock, PlanValue, SheetPlan } from '../../workbook/plan';
import { verbatim, type Text } from '../../i18n/text';
import { fingerprintOf } from '../layout/fingerprint';
import type { KeyedTable } from '../layout/sheet-draft';
import { joinKey, normaliseKey, readKept } from './keep';
import type { TypedCells } from './typed-cells';
import type { KeptPlan } from './undo-sheet';

/**
 * A sheet as it was written before, with what the person typed since in its columns of hers: by the keys of the rows, as a refresh
 * does it. What it took is taken from `typed`; what has no row there is left in it.
 */
export function putTyping(
  { plan, parts }: KeptPlan,
  cells: readonly (readonly CellValue[])[],
  typed: TypedCells,
): SheetPlan {
  const blocks: CellBlock[] = plan.blocks.map((block) => ({ ...block, values: block.values.map((row) => [...row]) }));
  for (const table of parts.keyed) putTable(blocks, table, cells, typed);
  const { fingerprint: _before, ...rest } = plan;
  const written = { ...rest, blocks };
  return { ...written, fingerprint: fingerprintOf(written) };
}

/** The block that holds a cell, and the place of the cell in it. */
function placeOf(
  blocks: readonly CellBlock[],
  row: number,
  column: number,
): { readonly line: PlanValue[]; readonly at: number } | undefined {
  const block = blocks.find(
    ({ row: top, column: left, values }) => column >= left && column < left + (values[row - top]?.length ?? 0),
  );
  return block && { line: block.values[row - block.row] as PlanValue[], at: column - block.column };
}

function putTable(
  blocks: readonly CellBlock[],
  table: KeyedTable,
  cells: readonly (readonly CellValue[])[],
  typed: TypedCells,
): void {
  const valueAt = (row: number, column: number): PlanValue => {
    const place = placeOf(blocks, row, column);
    return place?.line[place.at] ?? null;
  };
  const headerOf = (column: number): Text => verbatim(String(valueAt(table.headerRow, column) ?? ''));
  const rowOfKey = new Map<string, number>();
  for (let row = table.headerRow + 1; row <= table.headerRow + table.rows; row++) {
    const key = joinKey(
      table.keyColumns.map((column) => normaliseKey(valueAt(row, column))),
      table.keyedBy,
    );
    if (key !== '' && !rowOfKey.has(key)) rowOfKey.set(key, row);
  }
  const { notes } = readKept(
    cells,
    {
      heading: verbatim(''),
      stops: [],
      keyedBy: table.keyedBy,
      keyHeaders: table.keyColumns.map(headerOf),
      userColumns: table.userColumns.map((column) => ({ id: String(column), header: headerOf(column) })),
      ourHeaders: table.ourColumns.map(headerOf),
      currentKeys: new Set(rowOfKey.keys()),
    },
    typed,
  );
  for (const { key, column, isOwnColumn, value } of notes) {
    const row = rowOfKey.get(key);
    const place = row === undefined || isOwnColumn ? undefined : placeOf(blocks, row, Number(column));
    // Without a row it stands in no cell of the sheet, and goes where all such texts go.
    if (place) place.line[place.at] = value;
  }
}
