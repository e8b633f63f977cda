import type { Day } from '../model/day';

/** A row of the old plan sheet, as far as the new plan has to know it. */
export interface KeptRow {
  readonly key: string;
  /** The day that stood on the sheet. */
  readonly plannedDay: Day | undefined;
  /** 改期 */
  readonly movedDay: Day | undefined;
  /** 实际日期 */
  readonly actualDay: Day | undefined;
  /** 完成 says yes. */
  readonly isDone: boolean;
  /** 结果, for what has to be written on in words. */
  readonly result: string;
  /** 实际方式: how it was done, '' where as planned. */
  readonly method: string;
  /** 下次联络: agreed on with the client. */
  readonly nextDay: Day | undefined;
  readonly notes: string;
  /** She wrote anything at all in this row. */
  readonly hasWork: boolean;
  /** The sheet already said that it had been missed. */
  readonly wasMissed: boolean;
  /** What the sheet said of it, for rows whose reason is gone. */
  readonly shown: ShownRow;
}

export interface ShownRow {
  readonly rep: string;
  readonly name: string;
  readonly purpose: string;
  readonly way: string;
  readonly level: string;
  readonly status?: string;
}

/** By key; a key that stands twice has its rows' work together. */
export type KeptWork = ReadonlyMap<string, KeptRow>;

export const NO_WORK: KeptWork = new Map();

/** Done: marked so, or with the day on which it happened. */
export function isKeptDone(row: KeptRow): boolean {
  return row.isDone || row.actualDay !== undefined;
}
