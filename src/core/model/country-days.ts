import type { Text } from '../../i18n/text';
import type { HolidayCountry } from '../settings/holiday-countries';
import type { Day } from './day';

/** A public holiday, or the day off in lieu of one. */
export interface CountryDay {
  readonly day: Day;
  readonly name: Text;
}

/** The days off of a chosen country beside its weekends, or why there are none. */
export type CountryDays =
  | {
      readonly isLoaded: true;
      readonly country: HolidayCountry;
      readonly days: readonly CountryDay[];
      /** The last year whose days are announced; absent where laws and not announcements fix them. */
      readonly announcedThrough?: number;
    }
  | {
      readonly isLoaded: false;
      readonly country: HolidayCountry;
      /** What the platform said, as it said it. */
      readonly why: string;
    };
