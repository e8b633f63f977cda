import { analyse } from '../../../../src/core/analyse';
import { continentNamed, continentOfCountry } from '../../../../src/core/sales/continents';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';

const request = { today: day('2026-06-30'), period: { kind: 'all' }, settings: settingsWith({}) } as const;

describe('表一 distribution', () => {
  it('counts clients with a sale, quantity, amount and share by year and region; blank regions stay', () => {
    const { distribution } = analyse(
      aDataset()
        .withClients([{ code: 'C1', region: '华东' }, { code: 'C2', region: '华东' }, { code: 'C3' }])
        .withTransactions([
          { client: 'C1', day: '2025-03-01', amount: 200, quantity: 2, unit: '吨' },
          { client: 'C1', day: '2025-04-01', amount: 50, quantity: 1, unit: '吨' },
          { client: 'C2', day: '2025-05-01', amount: -10, quantity: -1, unit: '吨' },
          { client: 'C3', day: '2025-06-01', amount: 60, quantity: 5, unit: '袋' },
          { client: 'C3', day: '2026-01-01', amount: 8, quantity: 1, unit: '袋' },
        ])
        .build(),
      request,
    );
    expect(distribution.byRegion).toMatchObject([
      // C2 only returned goods: no client with a sale, its amount counts.
      { year: 2025, group: '华东', clients: 1, netAmount: 24000, quantity: { value: 2000 }, share: { value: 0.8 } },
      { year: 2025, group: '', clients: 1, netAmount: 6000, label: { zh: '未填' }, share: { value: 0.2 } },
      { year: 2026, group: '', clients: 1, netAmount: 800 },
    ]);
    expect(distribution.byIndustry).toEqual({
      known: false,
      why: { reason: 'no-column', column: 'clients.industry' },
    });
  });

  it("takes a line's own region before its client's", () => {
    const { distribution } = analyse(
      aDataset()
        .withClients([{ code: 'C1', region: '华东' }])
        .withTransactions([
          { client: 'C1', day: '2025-03-01', amount: 100, region: '华北' },
          { client: 'C1', day: '2025-03-02', amount: 40 },
        ])
        .build(),
      request,
    );
    expect(distribution.byRegion.map(({ group, netAmount, clients }) => [group, netAmount, clients])).toEqual([
      ['华北', 10000, 1],
      ['华东', 4000, 1],
    ]);
  });

  it('joins countries to continents, and lets a big country stand alone', () => {
    const { distribution } = analyse(
      aDataset()
        .withTransactions([
          { client: 'A', day: '2025-01-01', amount: 900, country: '德国' },
          { client: 'B', day: '2025-01-01', amount: 40, country: 'France' },
          { client: 'B', day: '2025-01-01', amount: 30, country: 'IT' },
          { client: 'C', day: '2025-01-01', amount: 20, country: '亚特兰蒂斯' },
        ])
        .build(),
      request,
    );
    const rows = distribution.byContinent;
    expect(
      rows.known && rows.value.map(({ group, label, clients, netAmount }) => [group, label.zh, clients, netAmount]),
    ).toEqual([
      ['德国', '德国', 1, 90000],
      ['EU', 'EU 欧洲（其他国家）', 1, 7000],
      ['', '未填或未识别', 1, 2000],
    ]);
  });

  it('does not add quantities in several units', () => {
    const { distribution, clients, totals } = analyse(
      aDataset()
        .withTransactions([
          { client: 'A', day: '2025-01-01', amount: 1, quantity: 1, unit: '吨' },
          { client: 'A', day: '2025-01-01', amount: 1, quantity: 40, unit: '袋' },
        ])
        .build(),
      request,
    );
    const mixed = { known: false, why: { reason: 'mixed-units' } };
    expect(distribution.byRegion[0]!.quantity).toEqual(mixed);
    expect(clients[0]!.quantity).toEqual(mixed);
    expect(totals.quantity).toEqual(mixed);
  });
});

describe('continents', () => {
  it.each([
    ['中国', 'AS'],
    ['U.S.A.', 'AM'],
    ['  united   kingdom ', 'EU'],
    ['ＣＮ', 'AS'],
    ['新西兰', 'AU'],
    ['South Africa', 'AF'],
    ['Nowhere', undefined],
    ['', undefined],
  ])('%s is %s', (country, continent) => {
    expect(continentOfCountry(country)).toBe(continent);
  });

  it.each([
    ['欧洲', 'EU'],
    ['AM', 'AM'],
    ['Oceania', 'AU'],
    ['?', undefined],
  ])('reads %s as %s', (text, continent) => {
    expect(continentNamed(text)).toBe(continent);
  });
});
