import { calendarCountryOf, countryOf, guessCountry } from '../../../../src/core/calendar/guess-country';
import { workCalendarOf } from '../../../../src/core/calendar/work-calendar';
import { DEFAULT_SETTINGS, settingsWith } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';

const clients = (names: readonly string[], country = '') =>
  aDataset().withClients(names.map((name, n) => ({ code: `C${n}`, name, ...(country !== '' && { country }) })));

const latin = ['Ken Black', 'Anna Hall', 'Roy Collins', 'Jim Radford', 'Fred Chung', 'Nora Paige', 'Toby Gnade',
  'Dean Katz', 'Erin Smith', 'Karl Braun', 'Mike Kennedy', 'Grant Thornton']; // prettier-ignore

describe('guessCountry', () => {
  it('goes by the country of most clients', () => {
    expect(guessCountry(clients(latin, 'United States').build())).toEqual({ country: 'US', by: 'countries' });
    expect(guessCountry(clients(latin, 'India').build())).toEqual({ country: 'none', by: 'countries' });
  });

  it('takes Chinese names for mainland China, wherever some clients are', () => {
    expect(guessCountry(clients(['华东公司', '远大贸易', 'Toyota'], 'Japan').build())).toEqual({
      country: 'CN',
      by: 'names',
    });
  });

  it('goes by one currency, then by the writing of the names', () => {
    const sold = clients(latin).withTransactions([{ client: 'C0', day: '2026-01-05', amount: 1, currency: 'GBP' }]);
    expect(guessCountry(sold.build())).toEqual({ country: 'GB', by: 'currency' });
    expect(guessCountry(clients(latin).build())).toEqual({ country: 'none', by: 'names' });
    const kana = latin.map((_, n) => `トヨタ${n}`);
    expect(guessCountry(clients(kana).build())).toEqual({ country: 'JP', by: 'names' });
  });

  it('leaves the calendar of mainland China where little or nothing speaks against it', () => {
    expect(guessCountry(clients(latin.slice(0, 3)).build())).toEqual({ country: 'CN', by: 'none' });
    expect(guessCountry(clients(latin.map((_, n) => `${1000 + n}`)).build())).toEqual({ country: 'CN', by: 'none' });
    expect(guessCountry(aDataset().build())).toEqual({ country: 'CN', by: 'none' });
  });

  it('goes by shares: a fifth of names in Chinese or kana, a fiftieth, half in words', () => {
    const mix = (n: number, all: number, name: string, other = 'Ken Black'): string => {
      const { country, by } = guessCountry(clients(Array.from({ length: all }, (_, at) => (at < n ? `${name}${at}` : `${other} ${at}`))).build()); // prettier-ignore
      return `${country} ${by}`;
    };
    expect([mix(5, 25, '华东公司'), mix(4, 25, '华东公司')]).toEqual(['CN names', 'CN none']);
    expect([mix(1, 50, '华东公司'), mix(1, 51, '华东公司')]).toEqual(['CN none', 'none names']);
    expect([mix(2, 10, '東京トヨタ'), mix(1, 10, '東京トヨタ')]).toEqual(['JP names', 'none names']);
    expect([mix(0, 9, ''), mix(0, 10, '')]).toEqual(['CN none', 'none names']);
    expect([mix(5, 10, '10', 'Ken Black'), mix(4, 10, '10', 'Ken Black')]).toEqual(['CN none', 'none names']);
  });

  it('takes the country that more than half of the filled cells have', () => {
    const of = (...countries: readonly string[]): string => {
      const rows = latin.map((name, at) => ({ code: `C${at}`, name, country: countries[at] ?? '' }));
      const { country, by } = guessCountry(aDataset().withClients(rows).build());
      return `${country} ${by}`;
    };
    expect([of('France', 'USA', 'USA'), of('USA'), of('France', 'USA')]).toEqual(['US countries', 'US countries', 'none names']); // prettier-ignore
    expect(of('USA', 'USA', 'France', 'France', 'UK')).toBe('none names');
    const blank = clients(latin).build();
    const country = { values: ['', 'USA'], codes: Int32Array.from(latin, (_, at) => (at < 2 ? 1 : 0)) };
    const table = blank.tables.clients!;
    const dataset = {
      ...blank,
      tables: { ...blank.tables, clients: { ...table, columns: { ...table.columns, country } } },
    };
    expect(guessCountry(dataset).country).toBe('US');
  });

  it('makes no make-up workday of a Sunday in the United States', () => {
    const dataset = clients(latin, 'USA').build();
    // 4 January 2015, a Sunday, made up for New Year's Day in China.
    expect(workCalendarOf(dataset, DEFAULT_SETTINGS).isWorking(day('2015-01-04'))).toBe(false);
    expect(workCalendarOf(dataset, settingsWith({ 'plan.calendar': 'CN' })).isWorking(day('2015-01-04'))).toBe(true);
    expect(calendarCountryOf(dataset, settingsWith({ 'plan.calendar': 'DE' }))).toBe('DE');
  });

  it('knows countries by their names, codes and usual spellings', () => {
    expect(['中国', 'P.R. China', 'USA', 'UK', 'de', 'Germany', '新加坡', 'Narnia'].map(countryOf)).toEqual([
      'CN', 'CN', 'US', 'GB', 'DE', 'DE', 'SG', undefined,
    ]); // prettier-ignore
  });
});
