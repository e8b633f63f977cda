import type { Text } from '../../i18n/text';
import type { Ratio } from '../model/ratio';
import type { Outcome } from '../model/outcome';

export type IndicatorUnit =
  | 'ratio'
  | 'days'
  | 'hours'
  | 'count'
  | 'amount'
  | 'per100'
  | 'per1000'
  | 'perMillionKm'
  | 'points'
  | 'perPerson'
  | 'number';
export type IndicatorStatus = 'good' | 'watch' | 'bad';
export interface IndicatorResult {
  /** `K02`, `E01`, `delivery.otif` … */
  readonly id: string;
  readonly label: Text;
  /** The documents' own name, where ours differs. */
  readonly alsoCalled?: Text;
  /** What is counted in one line: numerator / denominator. */
  readonly formula: Text;
  readonly family: 'internal' | 'external' | 'information' | 'order';
  readonly unit: IndicatorUnit;
  readonly better: 'higher' | 'lower' | 'neither';
  /**
   * `ratio` and `mean`: Σ numerator / Σ denominator (a mean: Σ scores / answers). `median` and `product`: the value is the
   * median or product itself and stands as numerator over 1; `n` says of how many.
   */
  readonly kind: 'ratio' | 'median' | 'mean' | 'product';
  readonly current: Ratio;
  readonly previous: Ratio;
  /** Rows that counted / rows that counted or were left out. */
  readonly coverage: Outcome<number>;
  /** Coverage below `report.coverageBelow`. */
  readonly isCoverageLow: boolean;
  /** The count below the line is smaller than `report.smallSample`: shown, not judged; a share has its 95 % interval here. */
  readonly isSmall: boolean;
  readonly interval: Outcome<readonly [number, number]>;
  /** Further figures of the same indicator: P90, share within 3 days, the other basis … */
  readonly parts: readonly IndicatorPart[];
  /** By supplier, warehouse or product, the largest denominator first; empty where it has no such groups. */
  readonly breakdown: readonly IndicatorGroup[];
  readonly target: Outcome<number>;
  readonly status: Outcome<IndicatorStatus>;
  /** By month of the period, oldest first, parallel to `Analysis.months` where the month has rows. */
  readonly trend: readonly { readonly month: number; readonly ratio: Ratio }[];
  /** Which column or sheet would switch it on, where it is off. */
  readonly needs: Text;
}
export interface IndicatorPart {
  readonly label: Text;
  readonly unit: IndicatorUnit;
  readonly value: Outcome<number>;
}
export interface IndicatorGroup {
  /** '' where the sheet names none. */
  readonly group: string;
  readonly ratio: Ratio;
}
export interface GroupIndicators {
  /** Client index for clients, -1 otherwise. */
  readonly client: number;
  readonly group: string;
  /** With a sale in the period; of a book without sales lines, delivery orders. */
  readonly orders: number;
  /** By indicator id: on-time, in full, OTIF, damage, loss, mis-shipment, returns, complaints; only those that are on. */
  readonly ratios: Readonly<Record<string, Ratio>>;
  /** Target and status by indicator id, where there is a target. */
  readonly targets: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, Outcome<IndicatorStatus>>>;
}
