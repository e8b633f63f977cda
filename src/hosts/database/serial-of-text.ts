const DAY_MS = 86_400_000;
/** Serial 0 of the 1900 system; right from 1900-03-01 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * The serial day, with the time as its fraction, of a day or time as databases write it; the zone that follows is left out, so
 * that a day stays the day that is written there. Undefined for what is no day (infinity, BC, 0000-00-00).
 *
 * @example serialOfText('2025-03-01 12:00:00+08') //=> 45717.5
 */
export function serialOfText(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)*)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const at = Date.UTC(year, month - 1, day);
  if (new Date(at).getUTCDate() !== day || month === 0 || day === 0) return undefined;
  const serial = (at - EPOCH) / DAY_MS;
  if (match[4] === undefined) return serial;
  const seconds = Number(match[4]) * 3600 + Number(match[5]) * 60 + Number(match[6]) + Number(match[7] ?? 0);
  return serial + seconds / 86_400;
}
