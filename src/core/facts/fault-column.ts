import { NO_FLAG } from '../model/columns';

/**
 * What a column of faults (损坏量, 丢失量, 是否破损 …) says of a row.
 *
 * Such columns are mostly filled only where something went wrong. So an empty cell means *no fault* unless somebody also
 * wrote down the good cases (a 0, a 否): then an empty cell is unknown. Reading empty cells as unknown always would compute
 * the damage rate over the damaged rows alone.
 */
export interface FaultColumn {
  /** Quantity at fault, 0 for none, `NaN` for unknown. For a flag column: 1, 0, `NaN`. */
  at(row: number): number;
}

export function faultQuantity(column: Float64Array | undefined): FaultColumn | undefined {
  if (!column) return undefined;
  const empty = column.some((value) => value === 0) ? NaN : 0;
  return {
    at: (row) => {
      const value = column[row]!;
      return value === value ? value : empty;
    },
  };
}

export function faultFlag(column: Int8Array | undefined): FaultColumn | undefined {
  if (!column) return undefined;
  const empty = column.some((value) => value === 0) ? NaN : 0;
  return { at: (row) => (column[row] === NO_FLAG ? empty : column[row]!) };
}
