import type { Clock } from '../app/clock';
import { dayOf } from '../core/model/day';
import app from '../../package.json';

const pad = (value: number): string => String(value).padStart(2, '0');

/** The machine's clock in its own zone. */
export function readSystemClock(): Clock {
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return {
    today: dayOf(year, month, day),
    now: `${year}-${pad(month)}-${pad(day)} ${pad(now.getHours())}:${pad(now.getMinutes())}`,
    version: app.version,
  };
}
