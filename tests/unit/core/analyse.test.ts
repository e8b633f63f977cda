import { analyse } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { DEFAULT_SETTINGS, isSettingValue, SETTINGS, SETTING_IDS, settingsWith } from '../../../src/core/settings';
import { aDataset, day } from '../../support/dataset-builder';

const request = (period = { kind: 'all' } as const) => ({
  today: day('2026-06-30'),
  period,
  settings: settingsWith({}),
});

describe('analyse', () => {
  it('puts 70, 20 and 10 into tiers Ⅰ, Ⅱ, Ⅲ', () => {
    const dataset = aDataset()
      .withTransactions([
        { client: 'C1', day: '2026-01-05', amount: 70 },
        { client: 'C2', day: '2026-02-05', amount: 20 },
        { client: 'C3', day: '2026-04-05', amount: 10 },
      ])
      .build();
    const analysis = analyse(dataset, request());
    expect(analysis.clients.map(({ tier }) => tier)).toEqual([1, 2, 3].map((value) => ({ known: true, value })));
    expect(analysis.totals).toMatchObject({ netAmount: 10000, orders: 3, activeClients: 3 });
    expect(analysis.months.map(({ netAmount }) => netAmount)).toEqual([7000, 2000, 0, 1000]);
    expect(analysis.asOf).toBe(day('2026-04-05'));
  });

  const sold = () =>
    aDataset()
      .withClients([{ code: 'C1', creditLimit: 500 }, { code: 'C2' }, { code: 'C3', creditLimit: 5 }])
      .withTransactions(
        [1, 2, 3, 4, 5, 6].flatMap((month) => [
          { client: 'C1', day: `2026-0${month}-05`, amount: 70 * month, profit: 7 },
          { client: 'C2', day: `2026-0${month}-15`, amount: 20, profit: 4 },
          { client: 'C3', day: `2026-0${month}-25`, amount: 10 - month, profit: 1 },
        ]),
      )
      .withInvoices([
        { client: 'C1', day: '2026-02-01', dueDay: '2026-03-01', amount: 70, paidAmount: 20, paidDay: '2026-03-20' },
        { client: 'C3', day: '2026-04-01', dueDay: '2026-05-01', amount: 9 },
      ])
      .build();
  /** All of it, read; but for the settings, which a score may go on holding for its words. */
  const figuresOf = (analysis: Analysis): string =>
    JSON.stringify(analysis, (field, value: unknown) => (field === 'settings' ? undefined : value));
  /** Another value that the setting may have. */
  const another = (id: (typeof SETTING_IDS)[number]): unknown => {
    const setting = SETTINGS[id];
    const value = DEFAULT_SETTINGS[id];
    if (setting.kind === 'flag') return !value;
    if (setting.kind === 'choice') return Object.keys(setting.options).find((one) => one !== value);
    if (typeof value !== 'number') return undefined;
    return [value * 0.7, value + 1, value - 1].find((one) => isSettingValue(setting, one));
  };

  it.each(SETTING_IDS.filter((id) => another(id) !== undefined))(
    'says of data that it has analysed before what it says of fresh data: %s tried out',
    (id) => {
      const settings = settingsWith({ [id]: another(id) });
      const kept = sold();
      figuresOf(analyse(kept, request()));
      const ask = { ...request(), settings };
      expect(figuresOf(analyse(kept, ask))).toBe(figuresOf(analyse(sold(), ask)));
    },
  );
});
