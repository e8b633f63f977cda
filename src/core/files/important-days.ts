import { fill, verbatim, type Text } from '../../i18n/text';
import { NO_CLIENT, textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import { nextOccurrence, parseYearlyDay } from '../calendar/yearly-day';

export type ImportantDayKind = 'birthday' | 'event' | 'contractEnd';

export interface ImportantDay {
  readonly client: number;
  readonly kind: ImportantDayKind;
  /** Whose day, and what it is. */
  readonly event: Text;
  readonly day: Day;
  readonly daysAhead: number;
  readonly isLunar: boolean;
  /** As it stands in the cell. */
  readonly written: string;
}

export interface ImportantDays {
  /** Soonest first. */
  readonly days: readonly ImportantDay[];
  /** Cells that could not be read as a day. */
  readonly unreadable: number;
}

/**
 * Birthdays, events and contract ends of the next 30 days.
 *
 * Counts: as-of day included, up to as-of + 30. Yearly days return every year: 29 February on the 28th in other years, lunar days
 * by the lunar calendar. Contract ends come once.   Missing: none of the columns is there.
 * Source: 001-35. @example as-of 2026-02-10, birthday 29 February //=> 2026-02-28, in 18 days
 */
export function findImportantDays(dataset: Dataset, asOf: Day, settings: Settings): Outcome<ImportantDays> {
  const isKept =
    hasColumn(dataset, 'clients.birthday') ||
    hasColumn(dataset, 'clients.importantDay') ||
    hasColumn(dataset, 'clients.contractEndDay') ||
    hasColumn(dataset, 'operators.birthday');
  if (!isKept) return missing({ reason: 'no-column', column: 'clients.birthday' });
  const { rows, columns } = tableOf(dataset, 'clients');
  const last = asOf + settings['importantDays.ahead'];
  const days: ImportantDay[] = [];
  let unreadable = 0;
  const addYearly = (client: number, kind: ImportantDayKind, event: Text, written: string): void => {
    if (written.trim() === '') return;
    const yearly = parseYearlyDay(written);
    if (!yearly) {
      unreadable++;
      return;
    }
    const day = nextOccurrence(yearly, asOf);
    if (day === undefined || day > last) return;
    days.push({ client, kind, event, day, daysAhead: day - asOf, isLunar: yearly.calendar === 'lunar', written });
  };
  for (let client = 0; client < rows; client++) {
    const contact = textAt(columns.contact, client);
    addYearly(client, 'birthday', birthdayOf(contact), textAt(columns.birthday, client));
    const event = textAt(columns.importantEvent, client);
    addYearly(
      client,
      'event',
      event === '' ? { zh: '重要日期', en: 'Important date' } : verbatim(event),
      textAt(columns.importantDay, client),
    );
    const end = columns.contractEndDay?.[client] ?? NO_DAY;
    if (end !== NO_DAY && end >= asOf && end <= last) {
      const text: Text = { zh: '合同到期', en: 'Contract ends' };
      days.push({
        client,
        kind: 'contractEnd',
        event: text,
        day: asDay(end),
        daysAhead: end - asOf,
        isLunar: false,
        written: '',
      });
    }
  }
  const operators = tableOf(dataset, 'operators');
  for (let row = 0; row < operators.rows; row++) {
    const client = operators.columns.client?.[row] ?? NO_CLIENT;
    if (client < 0) continue;
    const who = textAt(operators.columns.legalPerson, row);
    addYearly(client, 'birthday', birthdayOf(who), textAt(operators.columns.birthday, row));
  }
  days.sort((a, b) => a.day - b.day || a.client - b.client);
  return known({ days, unreadable });
}

function birthdayOf(who: string): Text {
  return who === '' ? { zh: '生日', en: 'Birthday' } : fill({ zh: '{who}生日', en: 'Birthday of {who}' }, { who });
}
