import { textOf, type TextColumn } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import type { Settings } from '../settings';
import { HOLIDAY_COUNTRIES, type HolidayCountry } from '../settings/holiday-countries';

/** A calendar that can be followed. */
export type CalendarCountry = Exclude<Settings['plan.calendar'], 'auto'>;

/** What the guess stands on: countries of the clients, one currency, or the writing of their names. */
export type CountryEvidence = 'countries' | 'currency' | 'names' | 'none';

export interface CountryGuess {
  readonly country: CalendarCountry;
  readonly by: CountryEvidence;
}

/** Fewer names prove nothing, and the calendar stays that of mainland China. */
const LEAST_NAMES = 10;
const MAJORITY = 0.5;
/** Share of names in Chinese characters from which a book is Chinese, and below which it is not. */
const CHINESE_FROM = 0.2;
const FOREIGN_BELOW = 0.02;

const SPELLINGS: Readonly<Partial<Record<CalendarCountry, RegExp>>> = {
  CN: /^(中国|中国大陆|大陆|cn|chn|china|p\.?r\.? ?china|mainland china|people.s republic of china)$/i,
  HK: /^(香港|hk|hong ?kong|hong kong sar)$/i,
  US: /^(us|u\.s\.|u\.s\.a\.|usa|america|united states of america)$/i,
  GB: /^(gb|uk|u\.k\.|united kingdom|great britain|england|britain)$/i,
};

const CURRENCIES: Readonly<Record<string, CalendarCountry>> = {
  CNY: 'CN', RMB: 'CN', USD: 'US', GBP: 'GB', JPY: 'JP', HKD: 'HK', SGD: 'SG', MXN: 'MX', BRL: 'BR', PLN: 'PL',
  AUD: 'AU', NZD: 'NZ', ZAR: 'ZA',
}; // prettier-ignore

/**
 * Which country's calendar the firm works by, where nobody has said: most clients' country, else the one currency, else the writing
 * of the names. Any Chinese names make it mainland China; without proof of another country it stays so.
 *
 * A country that has no calendar here gives `none` (weekends and the firm's own days).   Source: proposal.
 * @example 793 clients of the United States //=> US, by countries; names such as 华东公司 //=> CN, by names
 */
export function guessCountry(dataset: Dataset): CountryGuess {
  const { columns } = tableOf(dataset, 'clients');
  const names = namesOf(columns.name);
  const chinese = names.filter((name) => /\p{Script=Han}/u.test(name) && !/[\u3040-\u30ff]/.test(name)).length;
  if (chinese / names.length >= CHINESE_FROM) return { country: 'CN', by: 'names' };
  const sales = tableOf(dataset, 'transactions').columns;
  const most = mostOf(columns.country) ?? mostOf(sales.country);
  if (most !== undefined) return { country: countryOf(most) ?? 'none', by: 'countries' };
  const currency = mostOf(sales.currency);
  if (currency !== undefined) return { country: CURRENCIES[currency.trim().toUpperCase()] ?? 'none', by: 'currency' };
  if (names.length < LEAST_NAMES || chinese / names.length >= FOREIGN_BELOW) return { country: 'CN', by: 'none' };
  const kana = names.filter((name) => /[\u3040-\u30ff]/.test(name)).length;
  if (kana / names.length >= CHINESE_FROM) return { country: 'JP', by: 'names' };
  // Codes and numbers are in no language.
  const words = names.filter((name) => /\p{L}{3,}/u.test(name)).length;
  return words / names.length > MAJORITY ? { country: 'none', by: 'names' } : { country: 'CN', by: 'none' };
}

function namesOf(column: TextColumn | undefined): readonly string[] {
  return [...(column?.values ?? [])].filter((name) => name !== '');
}

/** The value that more than half of the filled cells have. */
function mostOf(column: TextColumn | undefined): string | undefined {
  if (!column) return undefined;
  const counts = new Int32Array(column.values.length);
  let filled = 0;
  for (const code of column.codes) {
    if (textOf(column.values, code) === '') continue;
    counts[code]!++;
    filled++;
  }
  const best = counts.reduce((at, count, code) => (count > counts[at]! ? code : at), 0);
  return counts[best]! > MAJORITY * filled ? column.values.at(best) : undefined;
}

/** @example countryOf('United States') //=> 'US'; countryOf('India') //=> undefined */
export function countryOf(words: string): CalendarCountry | undefined {
  const heard = words.normalize('NFKC').trim();
  for (const [country, spelling] of Object.entries(SPELLINGS))
    if (spelling.test(heard)) return country as CalendarCountry;
  return (Object.keys(HOLIDAY_COUNTRIES) as HolidayCountry[]).find((id) => {
    const { zh, en } = HOLIDAY_COUNTRIES[id];
    return id === heard.toUpperCase() || zh === heard || en.toLowerCase() === heard.toLowerCase();
  });
}

/** The calendar that the settings choose, else the one that the data speak for. */
export const calendarCountryOf = (dataset: Dataset, settings: Settings): CalendarCountry => {
  const chosen = settings['plan.calendar'];
  return chosen === 'auto' ? guessCountry(dataset).country : chosen;
};
