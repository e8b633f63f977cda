import { dayOf, type Day } from '../core/model/day';

/** Today and now, as the entry that runs sees them: the only way in for either. */
export interface Clock {
  readonly today: Day;
  /** `YYYY-MM-DD HH:mm` in the machine's own zone. */
  readonly now: string;
  /** The program's version, for 刷新记录. */
  readonly version: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A clock of a machine's civil time. @example clockAt(2026, 1, 5, 9, 12, '1.0.0').now //=> '2026-01-05 09:12' */
export function clockAt(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  version: string,
): Clock {
  return {
    today: dayOf(year, month, day),
    now: `${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}`,
    version,
  };
}
