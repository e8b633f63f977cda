import type { Snapshot } from '../../../../../src/core/changes/snapshot';
import type { Money } from '../../../../../src/core/model/money';
import type { Text } from '../../../../../src/i18n/text';
import {
  CLIENT_STAND_HEADERS,
  INDICATOR_STAND_HEADERS,
  SNAPSHOT_HEADERS,
} from '../../../../../src/reports/standing/history/history-headers';
import { earlierOf } from '../../../../../src/reports/standing/history/history-of-run';
import { readHistory } from '../../../../../src/reports/standing/history/read-history';
import { checkOf } from '../../../../../src/reports/standing/history/snapshot-check';
import type { CellValue } from '../../../../../src/workbook/cell-value';

type Line = Readonly<Record<string, CellValue>>;
const table = (headers: Readonly<Record<string, Text>>, lines: readonly Line[], lang: 'zh' | 'en' = 'zh'): CellValue[][] => [
  Object.values(headers).map((header) => header[lang]),
  ...lines.map((line) => Object.keys(headers).map((name) => line[name] ?? null)),
]; // prettier-ignore
const CLIENT: Line = { number: 1, code: 'K1', name: '金桥', netAmount: 70.05, orders: 2, tier: 'Ⅰ类', region: '—' };
const INDICATOR: Line = { number: 1, id: 'K02', value: 0.5, numerator: 1, denominator: 2 };
const TOP: Line = { number: 1, asOf: '2026-05-31', from: '2025-06-01', to: '2026-05-31', time: '09:00', netAmount: 70.05, orders: 2, activeClients: 1, tierOne: 1, tierTwo: 0, tierThree: 0 }; // prettier-ignore
const SNAPSHOT = {
  number: 1,
  asOf: '2026-05-31',
  from: '2025-06-01',
  to: '2026-05-31',
  totals: { netAmount: 7005 as Money, orders: 2, activeClients: 1, tiers: [1, 0, 0] },
  clients: [{ code: 'K1', name: '金桥', marks: { tier: 'Ⅰ类' }, netAmount: 7005 as Money, orders: 2 }],
  indicators: [{ id: 'K02', value: 0.5, numerator: 1, denominator: 2 }],
} as unknown as Snapshot;
const CHECK = checkOf(SNAPSHOT);
const sheet = (cells: CellValue[][]) => readHistory({ id: 'history', fingerprint: '', sheetName: '历史快照', cells });
const whole = (top: readonly Line[], clients: readonly Line[] = [CLIENT], indicators: readonly Line[] = [INDICATOR]) =>
  sheet([
    ...table(SNAPSHOT_HEADERS, top),
    [],
    ...table(INDICATOR_STAND_HEADERS, indicators),
    [],
    ...table(CLIENT_STAND_HEADERS, clients),
  ]);

describe('a snapshot on the history sheet', () => {
  it('is its line with those of its clients and indicators, each amount in fen', () => {
    const { snapshots, damaged } = whole([{ ...TOP, check: CHECK }]);
    expect(damaged).toEqual([]);
    expect(snapshots).toEqual([
      { ...SNAPSHOT, time: '09:00', responsible: '', version: '', settingsHash: '', dataHash: '', settings: '' },
    ]);
  });

  it('has quantity, rank and what is owed where they were known', () => {
    const more = { quantity: 1.234, rank: 3, open: 5.5, overdue: 0 };
    const [client] = [{ ...SNAPSHOT.clients[0]!, quantity: 1234, rank: 3, open: 550, overdue: 0 }];
    const { totals } = SNAPSHOT;
    const check = checkOf({ ...SNAPSHOT, totals: { ...totals, open: 550, overdue: 0 }, clients: [client] } as never);
    const { snapshots } = whole([{ ...TOP, open: 5.5, overdue: 0, check }], [{ ...CLIENT, ...more }]);
    expect(snapshots[0]!.clients).toEqual([client]);
    expect(snapshots[0]!.totals).toEqual({ ...totals, open: 550, overdue: 0 });
  });

  it('counts nothing where no number stands', () => {
    const bare = { number: 1, asOf: '2026-05-31', from: '2025-06-01', to: '2026-05-31' };
    const nothing = {
      ...SNAPSHOT,
      totals: { netAmount: 0, orders: 0, activeClients: 0, tiers: [0, 0, 0] },
      clients: [{ code: '', name: '', marks: {}, netAmount: 0, orders: 0 }],
      indicators: [],
    } as never;
    // An indicator without all of its three figures is none.
    const halves = ['value', 'numerator', 'denominator'].map((name) => ({ ...INDICATOR, [name]: '—' }));
    const { snapshots, damaged } = whole([{ ...bare, check: checkOf(nothing) }], [{ number: 1 }], halves);
    expect([damaged, snapshots[0]?.totals, snapshots[0]?.clients, snapshots[0]?.indicators]).toEqual([
      [],
      { netAmount: 0, orders: 0, activeClients: 0, tiers: [0, 0, 0] },
      [{ code: '', name: '', marks: {}, netAmount: 0, orders: 0 }],
      [],
    ]);
  });

  it('is named where it does not come to its check; a second one of its number is passed over', () => {
    const right = { ...TOP, check: CHECK };
    expect(whole([{ ...TOP, check: 'x' }])).toEqual({ snapshots: [], damaged: ['2026-05-31'] });
    const twice = whole([right, { ...right, asOf: '2026-06-30' }]);
    expect([twice.snapshots.length, twice.damaged]).toEqual([1, []]);
    // Neither a number that is none nor a half is one; lines of other snapshots are not counted.
    const others = whole([{ ...right, number: '2' }, right, { ...right, number: 2.5 }], [CLIENT, { ...CLIENT, number: 2.5 }, { ...CLIENT, number: 3 }]); // prettier-ignore
    expect([others.snapshots.length, others.damaged]).toEqual([1, []]);
  });

  it('is found under two thirds of its headers with the number, in either language, from the first row on', () => {
    const cells = (lang: 'zh' | 'en', cut: (headers: CellValue[]) => CellValue[]): CellValue[][] => {
      const [top, ...lines] = table(SNAPSHOT_HEADERS, [{ ...TOP, check: CHECK }], lang);
      const [clients, indicators] = [table(CLIENT_STAND_HEADERS, [CLIENT], lang), table(INDICATOR_STAND_HEADERS, [INDICATOR], lang)]; // prettier-ignore
      return [cut(top!), ...lines, ...clients, ...indicators];
    };
    const found = (lang: 'zh' | 'en', cut: (headers: CellValue[]) => CellValue[]): number => {
      const { snapshots, damaged } = sheet(cells(lang, cut));
      return snapshots.length + damaged.length;
    };
    expect([sheet(cells('zh', (one) => one)).snapshots.length, sheet(cells('en', (one) => one)).snapshots.length]).toEqual([1, 1]); // prettier-ignore
    // Twenty-one headers: fourteen are enough. Renamed are those behind the number.
    const renamed = (count: number) => (headers: CellValue[]) => headers.map((one, at) => (at > 0 && at <= count ? `她的${at}` : one)); // prettier-ignore
    expect([found('zh', renamed(7)), found('zh', renamed(8))]).toEqual([1, 0]);
    expect(found('zh', (headers) => headers.map((one, at) => (at === 0 ? '号' : one)))).toBe(0);
  });
});

describe('the check of a snapshot', () => {
  it('is of its days, its totals and all its lines, in whatever order, to twelve digits', () => {
    const two = [...SNAPSHOT.clients, { ...SNAPSHOT.clients[0]!, code: 'K2' }];
    const { totals } = SNAPSHOT;
    expect(checkOf({ ...SNAPSHOT, clients: two })).toBe(checkOf({ ...SNAPSHOT, clients: [...two].reverse() }));
    const others = [
      ...['asOf', 'from', 'to'].map((name) => ({ [name]: '2020-01-01' })),
      ...['netAmount', 'orders', 'activeClients', 'open', 'overdue'].map((name) => ({ totals: { ...totals, [name]: 9 } })),
      { totals: { ...totals, tiers: [0, 1, 0] } },
      { clients: two },
      { clients: [{ ...SNAPSHOT.clients[0]!, netAmount: 1 }] },
      { indicators: [] },
      { indicators: [{ ...SNAPSHOT.indicators[0]!, value: 0.50000000001 }] },
    ].map((change) => checkOf({ ...SNAPSHOT, ...change } as Snapshot)); // prettier-ignore
    expect(new Set([CHECK, ...others]).size).toBe(others.length + 1);
    const indicators = [{ ...SNAPSHOT.indicators[0]!, value: 0.5000000000001 }];
    expect(checkOf({ ...SNAPSHOT, indicators })).toBe(CHECK);
  });
});

describe('what the changes are told against', () => {
  it('is the marks of each client that has them, by code, else by name, and the figures of the indicators', () => {
    const clients = [...SNAPSHOT.clients, { ...SNAPSHOT.clients[0]!, code: '', name: '昊', marks: { region: '华东' } }];
    const earlier = earlierOf({ ...SNAPSHOT, clients } as Snapshot);
    expect(Object.entries(earlier.marks).map(([kind, marks]) => [kind, [...marks]])).toEqual([
      ['tier', [['K1', 'Ⅰ类']]],
      ['region', [['昊', '华东']]],
    ]);
    expect([...earlier.indicators]).toEqual([['K02', 0.5]]);
    expect('remarks' in earlier).toBe(false);
    const remark = { zh: '没有那天的快照', en: 'no snapshot of that day' };
    expect(earlierOf(SNAPSHOT, [remark]).remarks).toEqual([remark]);
  });
});
