import { asDay, isoOf } from '../../core/model/day';

const SECONDS = 86400;
const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * A day with its time of day, to the second.
 *
 * @example formatMoment(20458.5) //=> '2026-01-05 12:00:00'
 */
export function formatMoment(moment: number): string {
  const seconds = Math.round(moment * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  const rest = seconds - day * SECONDS;
  return `${isoOf(asDay(day))} ${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
}

export { guessDay as guessMoment, parseMoment } from './day';
