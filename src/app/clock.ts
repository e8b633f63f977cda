import type { Day } from '../core/model/day';

/** Today and now, as the entry that runs sees them: the only way in for either. */
export interface Clock {
  readonly today: Day;
  /** `YYYY-MM-DD HH:mm` in the machine's own zone. */
  readonly now: string;
  /** The program's version, for 刷新记录. */
  readonly version: string;
}
