import type { OwnHoliday } from '../../core/calendar/own-holidays';
import type { Text } from '../../i18n/text';
import type { DateBase } from '../../workbook/serial-day';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { readKept } from './keep';
import { wordsOf } from './read-rows';
import { readTypedDay } from './read-typed-day';
import { AT_WORK, HOLIDAY_HEADERS, HOLIDAYS_TITLE, OFF } from '../words/holiday-words';

const isOneOf = (words: string, text: Text, others: RegExp): boolean =>
  words === text.zh || words.toLowerCase() === text.en.toLowerCase() || others.test(words);

/**
 * The days that the person changed on the calendar sheet, from its table and from its foot (days of other years).
 *
 * Words other than 上班 and 休息 (班, 休, work, off) are left where they stand and change nothing.
 */
export function readHolidays(snapshot: ReportSnapshot | undefined, dateBase: DateBase): readonly OwnHoliday[] {
  if (!snapshot) return [];
  const { notes } = readKept(snapshot.cells, {
    heading: HOLIDAYS_TITLE,
    keyHeaders: [HOLIDAY_HEADERS.day],
    keyedBy: 'first',
    userColumns: [
      { id: 'change', header: HOLIDAY_HEADERS.change },
      { id: 'reason', header: HOLIDAY_HEADERS.reason },
    ],
    ourHeaders: [HOLIDAY_HEADERS.weekday, HOLIDAY_HEADERS.status, HOLIDAY_HEADERS.holiday],
    stops: [],
    currentKeys: new Set(),
  });
  const reasons = new Map(
    notes.flatMap(({ key, column, value }) => (column === 'reason' ? [[key, wordsOf(value)]] : [])),
  );
  return notes.flatMap(({ key, column, value }): OwnHoliday[] => {
    if (column !== 'change') return [];
    const day = readTypedDay(/^\d+$/.test(key) ? Number(key) : key, dateBase, undefined);
    const words = wordsOf(value);
    const isWorking = isOneOf(words, AT_WORK, /^(班|work)$/i);
    if (day === undefined || (!isWorking && !isOneOf(words, OFF, /^(休|放假|off)$/i))) return [];
    return [{ day, isWorking, name: reasons.get(key) ?? '' }];
  });
}
