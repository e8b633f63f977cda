import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import type { Money } from '../../../../src/core/model/money';
import { measureConcentration } from '../../../../src/core/sales/concentration';
import { settingsWith, type Settings } from '../../../../src/core/settings';

const asOf = '2026-06-30';
const analysed = (builder: DatasetBuilder, settings: Partial<Settings> = {}) =>
  anAnalysis(builder.build(), { asOf, settings, period: { kind: 'all' } }).analysis;
const sale = (client: string, on: string, amount: number, more: RowOf<'transactions'> = {}): RowOf<'transactions'> => ({ client, day: on, amount, ...more }); // prettier-ignore
const valueOf = <T>(outcome: { readonly known: boolean; readonly value?: T; readonly why?: unknown }): T | string =>
  outcome.known ? outcome.value! : (outcome.why as { reason: string }).reason;

describe('places', () => {
  it('stand by amount, equal ones by name; without a positive total they have no share', () => {
    const { distribution } = analysed(
      aDataset()
        .withClients([
          { code: 'A', region: '北' },
          { code: 'B', region: '东' },
          { code: 'C', region: '南' },
          { code: 'D' },
        ])
        .withTransactions([
          sale('A', '2025-01-05', 5),
          sale('B', '2025-01-05', 5),
          sale('C', '2025-01-05', 6),
          sale('D', '2026-01-05', -5, { isReturn: true }),
          sale('A', '2026-01-05', 5),
        ]),
    );
    expect(
      distribution.byRegion.map(({ year, group, clients, share }) => [year, group, clients, valueOf(share)]),
    ).toEqual([
      [2025, '南', 1, 6 / 16],
      [2025, '东', 1, 5 / 16],
      [2025, '北', 1, 5 / 16],
      [2026, '北', 1, 'nothing-due'],
      [2026, '', 0, 'nothing-due'],
    ]);
    expect(distribution.regionsOfPeriod.map(({ group, netAmount, clients }) => [group, netAmount, clients])).toEqual([
      ['北', 1000, 1],
      ['南', 600, 1],
      ['东', 500, 1],
      ['', -500, 0],
    ]);
    expect(
      [
        distribution.byBusinessType,
        distribution.byCountry,
        distribution.countriesOfPeriod,
        distribution.byContinent,
      ].map(valueOf),
    ).toEqual(['no-column', 'no-column', 'no-column', 'no-column']);
  });

  it('have quantities where all are in one unit', () => {
    const of = (...more: RowOf<'transactions'>[]) =>
      analysed(aDataset().withTransactions(more.map((each) => sale('A', '2026-01-05', 1, each)))).distribution.byRegion.map(({ quantity }) => valueOf(quantity)); // prettier-ignore
    expect(of({})).toEqual(['no-column']);
    expect(of({ quantity: 2, unit: '箱' }, { quantity: 3, unit: '箱' })).toEqual([5000]);
    expect(of({ quantity: 2, unit: '箱' }, { quantity: 3, unit: '袋' })).toEqual(['mixed-units']);
    const none = analysed(
      aDataset()
        .withClients([
          { code: 'A', region: '北' },
          { code: 'B', region: '南' },
        ])
        .withTransactions([sale('A', '2026-01-05', 2, { quantity: 1 }), sale('B', '2026-01-05', 1)]),
    );
    expect(none.distribution.byRegion.map(({ quantity }) => valueOf(quantity))).toEqual([1000, 'no-rows']);
  });

  it('of a country stand alone with many clients or a tenth of all, and leave the others to the continent', () => {
    const groups = (amounts: Readonly<Record<string, number>>, settings: Partial<Settings> = {}) => {
      const { byContinent } = analysed(
        aDataset().withTransactions(Object.entries(amounts).map(([country, amount], at) => sale(`C${at}`, '2026-01-05', amount, { country }))), // prettier-ignore
        settings,
      ).distribution;
      return byContinent.known
        ? byContinent.value.map(({ group, label, netAmount }) => [group, label.zh, netAmount])
        : [];
    };
    expect(groups({ 中国: 80, 德国: 10, 法国: 9, 意大利: 1 })).toEqual([
      ['中国', '中国', 8000],
      ['EU', 'EU 欧洲（其他国家）', 1000],
      ['德国', '德国', 1000],
    ]);
    expect(groups({ 中国: 80, 德国: 9, 法国: 9, 意大利: 2 })).toEqual([
      ['中国', '中国', 8000],
      ['EU', 'EU 欧洲', 2000],
    ]);
    expect(groups({ 德国: -5 })).toEqual([['EU', 'EU 欧洲', -500]]);
    // Two clients are many here; an unknown place never stands alone.
    const many: Partial<Settings> = { 'geography.countryMinClients': 2, 'geography.countryMinShare': 1 };
    const { byContinent } = analysed(
      aDataset().withTransactions([
        ...[sale('A', '2026-01-05', 1, { country: '德国' }), sale('B', '2026-01-05', 1, { country: '德国' })],
        ...[sale('C', '2026-01-05', 1, { country: '法国' }), sale('D', '2026-01-05', 9), sale('E', '2026-01-05', 9)],
      ]),
      many,
    ).distribution;
    expect(byContinent.known && byContinent.value.map(({ group }) => group)).toEqual(['', '德国', 'EU']);
  });

  it('are continents of the client sheet where it names them', () => {
    const { byContinent } = analysed(
      aDataset()
        .withClients([
          { code: 'A', continent: '欧洲' },
          { code: 'B', continent: 'asia' },
          { code: 'C', continent: '?' },
        ])
        .withTransactions([sale('A', '2026-01-05', 3), sale('B', '2026-01-05', 2), sale('C', '2026-01-05', 1)]),
    ).distribution;
    expect(byContinent.known && byContinent.value.map(({ group, label }) => [group, label.zh])).toEqual([
      ['EU', 'EU 欧洲'],
      ['AS', 'AS 亚洲'],
      ['', '未填或未识别'],
    ]);
  });
});

describe('where clients come from', () => {
  const { origins } = anAnalysis(
    aDataset()
      .withClients([
        { code: 'A', source: '展会', referrer: '老王' },
        { code: 'B', source: ' 展会 ', referrer: '老李' },
        { code: 'C', source: '网络', referrer: '老李' },
        { code: 'D', source: '电话' },
        { code: 'E', source: '网络', referrer: '老张' },
        { code: 'F' },
      ])
      .withTransactions([
        sale('A', '2025-06-30', 5),
        sale('B', '2025-07-01', 7),
        sale('C', '2026-06-30', 4),
        sale('D', '2026-01-05', -2, { isReturn: true }),
        sale('E', '2025-01-05', 9),
        sale('E', '2026-01-05', -1, { isReturn: true }),
      ])
      .build(),
    { asOf },
  ).analysis;
  const lines = (found: typeof origins.channels) =>
    found.known &&
    found.value.map(({ origin, clients, converted, newClients, active, netAmount }) => [
      ...[origin, clients, `${converted.numerator}/${converted.denominator}`, newClients, active, netAmount],
    ]);

  it('is told by channel, most clients first, equal ones by name', () => {
    expect(lines(origins.channels)).toEqual([
      ['展会', 2, '2/2', 1, 1, 700],
      ['网络', 2, '2/2', 1, 1, 300],
      ['', 1, '0/1', 0, 0, 0],
      ['电话', 1, '0/1', 0, 0, -200],
    ]);
  });

  it('and by who brought them, the largest amount first; nobody is no line', () => {
    expect(lines(origins.referrers)).toEqual([
      ['老李', 2, '2/2', 2, 2, 1100],
      ['老王', 1, '1/1', 0, 0, 0],
      ['老张', 1, '1/1', 0, 0, -100],
    ]);
    const bare = analysed(aDataset().withTransactions([sale('A', '2026-01-05', 1)])).origins;
    expect([bare.channels, bare.referrers]).toEqual([
      { known: false, why: { reason: 'no-column', column: 'clients.source' } },
      { known: false, why: { reason: 'no-column', column: 'clients.referrer' } },
    ]);
  });
});

describe('concentration', () => {
  const of = (...amounts: number[]) => {
    const found = measureConcentration(amounts as Money[], settingsWith({}));
    if (!found.known) throw new Error('not known');
    return found.value;
  };

  it('is high above 30 % of one and above 50 % of five, not at them', () => {
    expect(of(30, 14, 14, 14, 14, 14)).toMatchObject({ isCr1High: false, cr1: 0.3 });
    expect(of(31, 14, 14, 14, 14, 13)).toMatchObject({ isCr1High: true });
    const ten = Array.from({ length: 10 }, () => 10);
    expect(of(...ten)).toMatchObject({ cr5: 0.5, isCr5High: false, isCr1High: false });
    expect(of(...ten.slice(1), 11)).toMatchObject({ isCr5High: true });
    // One fen is a client.
    expect(of(1, 0, -1)).toMatchObject({ clients: 1, cr1: 1 });
  });
});
