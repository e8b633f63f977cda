import { clockAt, type Clock } from '../app/clock';

/** Put in by the build. */
declare const KELAN_VERSION: string;

/** The clock of the machine that the browser runs on, in its own zone. */
export function readBrowserClock(): Clock {
  const now = new Date();
  return clockAt(now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes(), KELAN_VERSION);
}
