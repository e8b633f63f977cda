import { HelpAsked, parseArguments, parsePeriod, UsageError } from '../../../src/cli/arguments';
import { dayOf } from '../../../src/core/model/day';

describe('arguments of the command line', () => {
  it('needs none: the sample, in Chinese', () => {
    expect(parseArguments([])).toEqual({ lang: 'zh', alias: false, secrecy: 'open', inPlace: false });
  });

  it('reads every option', () => {
    const argv = ['a b.xlsx', '-o', 'out.xlsx', '--lang', 'en', '--as-of', '1970-01-01', '--period', 'year:2025'];
    expect(
      parseArguments([...argv, '--reports', 'overview,clientTiers', '--map', 'm.json', '--json', 'j.json']),
    ).toEqual({
      workbook: 'a b.xlsx',
      output: 'out.xlsx',
      lang: 'en',
      asOf: 0,
      period: { kind: 'year', year: 2025 },
      reports: ['overview', 'clientTiers'],
      map: 'm.json',
      json: 'j.json',
      alias: false,
      secrecy: 'open',
      inPlace: false,
    });
  });

  it.each([
    ['last12m', { kind: 'last12m' }],
    ['ytd', { kind: 'ytd' }],
    ['all', { kind: 'all' }],
    ['2025-01-31..2025-03-01', { kind: 'range', from: dayOf(2025, 1, 31), to: dayOf(2025, 3, 1) }],
  ])('knows the period %s', (text, choice) => {
    expect(parsePeriod(text)).toEqual(choice);
  });

  it('reads kinds of input sheets by id and by title, or all of them', () => {
    expect(parseArguments(['--template', 'clients,交易,Market', 'a.xlsx']).template).toEqual([
      'clients',
      'transactions',
      'market',
    ]);
    expect(parseArguments(['--template', 'all', '-o', 'a.xlsx']).template).toHaveLength(23);
  });

  it.each([
    [['--alias', 'a.xlsx']],
    [['--share', 'b.xlsx', '--secrecy', 'top', 'a.xlsx']],
    [['--template', 'clients']],
    [['--template', 'nonsense', 'a.xlsx']],
    [['--period', 'lately']],
    [['--period', '2025-03-01..2025-01-31']],
    [['--period', '2025-02-29..2025-03-31']],
    [['--as-of', '2025-13-01']],
    [['--lang', 'fr']],
    [['--nonsense']],
    [['a.xlsx', 'b.xlsx']],
    [['a.xlsx', '--in-place', '-o', 'b.xlsx']],
    [['--in-place']],
    [['--reports', 'a,,b']],
  ])('refuses %j in one sentence', (argv) => {
    expect(() => parseArguments(argv)).toThrow(UsageError);
  });

  it('hands out the help', () => {
    expect(() => parseArguments(['--help'])).toThrow(HelpAsked);
  });
});
