import type { FormBox } from './define-form';

/** A box on columns of the sheet: its label first, then the room to write in. */
export interface PlacedBox {
  readonly box: FormBox;
  readonly column: number;
  readonly labelColumns: number;
  /** Label and room. */
  readonly columns: number;
}

const UNITS = 12;

/**
 * Boxes in rows of twelve units, each snapped to whole columns: a label takes the columns that hold it, the room what is left of
 * its share, at least one column each. The last box of a row ends at the page's edge.
 *
 * @example of three boxes of 6 units: two in the first row, one as wide as the page in the second
 */
export function placeBoxes(
  boxes: readonly FormBox[],
  widths: readonly number[],
  labelWidth: (box: FormBox) => number,
): readonly (readonly PlacedBox[])[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const edges = widths.reduce<number[]>((all, width) => [...all, all.at(-1)! + width], [0]);
  return inRows(boxes).map((row) => {
    const sum = row.reduce((units, { units: one }) => units + one, 0);
    let units = 0;
    let column = 0;
    return row.map((box, at) => {
      units += box.units;
      const left = row.length - 1 - at;
      const nearest = nearestEdge(edges, (total * units) / sum);
      const end = left === 0 ? widths.length : Math.min(Math.max(nearest, column + 2), widths.length - 2 * left);
      const placed = {
        box,
        column,
        columns: end - column,
        labelColumns: labelColumns(widths, column, end, labelWidth(box)),
      };
      column = end;
      return placed;
    });
  });
}

function inRows(boxes: readonly FormBox[]): readonly (readonly FormBox[])[] {
  const rows: FormBox[][] = [];
  let used = UNITS;
  for (const box of boxes) {
    if (used + box.units > UNITS + 1e-9) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(box);
    used += box.units;
  }
  return rows;
}

function nearestEdge(edges: readonly number[], at: number): number {
  return edges.reduce((best, edge, index) => (Math.abs(edge - at) < Math.abs(edges[best]! - at) ? index : best), 0);
}

/** Long labels are broken: no label takes more than half of its share. */
function labelColumns(widths: readonly number[], from: number, end: number, wanted: number): number {
  const half = widths.slice(from, end).reduce((sum, width) => sum + width, 0) / 2;
  let columns = 1;
  let width = widths[from]!;
  while (width < Math.min(wanted, half * 0.8) && columns < end - from - 1) width += widths[from + columns++]!;
  return columns;
}
