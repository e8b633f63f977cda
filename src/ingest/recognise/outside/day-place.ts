import type { Day } from '../../../core/model/day';
import type { DayStyle } from '../../parse/day';

/** Where the day of a sheet's lines stands, if no column holds it. */
export type DayOutside =
  | { readonly kind: 'said'; readonly day: Day }
  /** A month whose year nobody says. */
  | { readonly kind: 'month'; readonly month: number }
  /** In a line of its own above the lines of each day; `first` stands above the headers. */
  | { readonly kind: 'heading'; readonly column: number; readonly style: DayStyle; readonly first?: Day };
