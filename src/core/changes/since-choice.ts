import type { Text } from '../../i18n/text';
import { asDay, dayIfReal, firstDayOfMonth, lastDayOfMonth, monthOf, type Day } from '../model/day';

/** Which earlier day the changes are told against. */
export type SinceChoice =
  | { readonly kind: 'lastRefresh' }
  | { readonly kind: 'lastMonthEnd' }
  | { readonly kind: 'sameMonthLastYear' }
  | { readonly kind: 'day'; readonly day: Day };

/** The choices that have a name; any other is a day. */
export const SINCE_WORDS = {
  lastRefresh: { zh: '上次刷新', en: 'last refresh' },
  lastMonthEnd: { zh: '上月末', en: 'last month end' },
  sameMonthLastYear: { zh: '去年同月', en: 'same month last year' },
} as const satisfies Record<Exclude<SinceChoice['kind'], 'day'>, Text>;

const MONTHS_OF_YEAR = 12;

const NAMES = Object.keys(SINCE_WORDS) as (keyof typeof SINCE_WORDS)[];

/**
 * A choice as the settings, the pane or the command line write it; nothing where it is no choice. Blank is the last refresh.
 *
 * @example parseSince('上月末') //=> { kind: 'lastMonthEnd' }
 */
export function parseSince(words: string): SinceChoice | undefined {
  const heard = words.normalize('NFKC').trim().toLowerCase();
  if (heard === '') return { kind: 'lastRefresh' };
  const name = NAMES.find((one) =>
    [one, SINCE_WORDS[one].zh, SINCE_WORDS[one].en].some((known) => known.toLowerCase() === heard),
  );
  if (name) return { kind: name };
  // A day may be followed by words of the list: 2026-06-30 第 3 号.
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/.exec(heard);
  const day = match && dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null || day === undefined ? undefined : { kind: 'day', day };
}

/**
 * The day at whose end things are to be compared; nothing for the last refresh, whichever day it was of.
 *
 * @example as of 2026-07-15: lastMonthEnd //=> 2026-06-30, sameMonthLastYear //=> 2025-07-31
 */
export function targetDay(choice: SinceChoice, asOf: Day): Day | undefined {
  switch (choice.kind) {
    case 'lastRefresh':
      return undefined;
    case 'lastMonthEnd':
      return asDay(firstDayOfMonth(monthOf(asOf)) - 1);
    case 'sameMonthLastYear':
      return lastDayOfMonth(monthOf(asOf) - MONTHS_OF_YEAR);
    case 'day':
      return choice.day;
  }
}
