import type { CellValue } from '../../workbook/cell-value';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { compareWithRecord, type Comparison } from './compare-with-record';
import { recordFor, type RecordLine } from './record-sheet';
import { TypedCells } from './typed-cells';

const known = new WeakMap<ReportSnapshot, Comparison>();

/** A sheet beside what we wrote on it last; nothing where there is no record of that writing. Worked out once a reading. */
export function comparisonOf(snapshot: ReportSnapshot, lines: ReadonlyMap<string, RecordLine>): Comparison | undefined {
  const done = known.get(snapshot);
  if (done) return done;
  const record = recordFor(lines, snapshot);
  if (!record) return undefined;
  const comparison = compareWithRecord(snapshot.cells, record);
  known.set(snapshot, comparison);
  return comparison;
}

/** What the person typed on a sheet of ours; nothing where that cannot be told. */
export function typedOn(snapshot: ReportSnapshot, lines: ReadonlyMap<string, RecordLine>): TypedCells | undefined {
  const comparison = comparisonOf(snapshot, lines);
  return comparison && new TypedCells(comparison.typed);
}

/** Every cell that is not empty. */
export function allOf(cells: readonly (readonly CellValue[])[]): TypedCells {
  return new TypedCells(
    cells.flatMap((line, row) =>
      line.flatMap((cell, column) => (cell === null || cell === '' ? [] : [TypedCells.keyOf(row, column)])),
    ),
  );
}
