import type { Ratio } from '../model/ratio';

/** A figure by time and, where asked for, by group. */
export interface Measured {
  readonly current: Ratio;
  readonly previous: Ratio;
  /** Months of the period that have rows, oldest first. */
  readonly trend: readonly { readonly month: number; readonly ratio: Ratio }[];
  readonly byClient?: RatioGroups;
  readonly byRegion?: RatioGroups;
  readonly byRep?: RatioGroups;
}

export interface RatioGroups {
  at(group: number): Ratio;
}
