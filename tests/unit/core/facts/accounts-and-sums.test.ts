import { closeAccounts, tallyByDay } from '../../../../src/core/facts/sheet-accounts';
import { sumClients } from '../../../../src/core/facts/client-sums';
import { gatherTransactions } from '../../../../src/core/facts/transaction-facts';
import {
  addToPlace,
  countSellers,
  countSellersOfGroups,
  emptyPlaces,
  mergePlaces,
} from '../../../../src/core/facts/place-facts';
import { placesByClient } from '../../../../src/core/facts/places-by-client';
import { groupNames, RowGrouping } from '../../../../src/core/facts/row-grouping';
import { RowTally } from '../../../../src/core/facts/row-tally';
import { SEVERAL_UNITS, UnitMarks } from '../../../../src/core/facts/unit-marks';
import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, textColumnOf, type RowOf } from '../../../support/dataset-builder';
import { aWindow } from '../../../support/delivery-facts';

const window = { ...aWindow('2026-04-01', '2026-06-30', '2026-06-20'), firstDay: day('2025-01-01') };

describe('accounts of sheets', () => {
  const dataset = aDataset()
    .withTransactions([{ client: 'A', day: '2026-05-01', amount: 1 }])
    .withComplaints([{ received: '2026-04-01 00:00' }, { received: '2026-06-20 23:59' }, { received: '2026-06-21' }, { received: '2026-03-31 23:59' }, { problem: '破包' }])
    .withAccount('投诉', 'complaints', { read: 9, rejected: 2, passedOver: 4 })
    .withAccount('交易', 'transactions', { read: 8, rejected: 1, passedOver: 3 })
    .build(); // prettier-ignore
  const complaints = tallyByDay(dataset, 'complaints', window);

  it('count complaints by the day of their receipt, up to as-of', () => {
    const all = (rows: Int32Array) => rows.reduce((sum, one) => sum + one, 0);
    expect([complaints.used, complaints.outOfPeriod, complaints.unusable, complaints.cancelled].map(all)).toEqual([
      ...[2, 2, 1, 0],
    ]);
  });

  it('close: what was read is used, rejected, of another time or cancelled', () => {
    const tally = new RowTally(dataset.sheets.length);
    const at = dataset.sheets.indexOf('交易');
    tally.used[at] = 4;
    tally.outOfPeriod[at] = 1;
    tally.cancelled[at] = 1;
    tally.unusable[at] = 1;
    tally.usedAmounts.add(at, 10.5);
    tally.outOfPeriodAmounts.add(at, 2);
    tally.cancelledAmounts.add(at, 3);
    tally.unusableAmounts.add(at, 4);
    const joined = dataset.accounts.map((one) => (one.table === 'transactions' ? { ...one, joined: 5, rejectedAmount: 0.25 } : one)); // prettier-ignore
    const found = closeAccounts({ ...dataset, accounts: joined }, { transactions: tally, complaints });
    expect(found.find(({ sheet }) => sheet === '交易')).toEqual({
      ...{ sheet: '交易', table: 'transactions', read: 8, passedOver: 3, used: 9, rejected: 2, outOfPeriod: 1 },
      ...{ cancelled: 1, usedAmount: 1050, rejectedAmount: 425, outOfPeriodAmount: 200, cancelledAmount: 300 },
    });
    expect(found.find(({ sheet }) => sheet === '投诉')).toMatchObject({
      ...{ read: 9, used: 2, rejected: 3, outOfPeriod: 2, cancelled: 0, usedAmount: 0, rejectedAmount: 0 },
    });
  });

  it('without a pass of their own use all that is read and not rejected', () => {
    const [one] = closeAccounts(aDataset().withClients([{ code: 'A' }]).withAccount('客户', 'clients', { read: 5, rejected: 2 }).build(), {}); // prettier-ignore
    expect(one).toMatchObject({ sheet: '客户', table: 'clients', used: 3, rejected: 2, outOfPeriod: 0, cancelled: 0 });
    const [empty] = closeAccounts(dataset, { complaints: new RowTally(9), transactions: new RowTally(9) });
    expect(empty!.used).toBe(empty!.read - empty!.rejected);
  });

  it('of a sheet that feeds several tables stand once, by the first of them', () => {
    const account = (table: 'invoices' | 'transactions' | 'clients', read: number) => ({ sheet: 0, table, read, rejected: 0, passedOver: 0 }); // prettier-ignore
    const both = { ...dataset, accounts: [account('clients', 1), account('invoices', 2), account('transactions', 3)] };
    expect(closeAccounts(both, {})).toMatchObject([{ table: 'transactions', read: 3 }]);
    const reversed = { ...dataset, accounts: [...both.accounts].reverse() };
    expect(closeAccounts(reversed, {})).toMatchObject([{ table: 'transactions', read: 3 }]);
    expect(closeAccounts({ ...dataset, accounts: [account('clients', 1), account('invoices', 2)] }, {})).toMatchObject([{ table: 'invoices' }]); // prettier-ignore
  });

  it('know which rows they met', () => {
    const tally = new RowTally(2);
    expect([tally.metOf(0), tally.metOf(1)]).toEqual([0, 0]);
    (['used', 'outOfPeriod', 'cancelled', 'unusable'] as const).forEach((name, at) => (tally[name][1] = 10 ** at));
    expect([tally.metOf(0), tally.metOf(1)]).toEqual([0, 1111]);
  });
});

describe('sums of clients', () => {
  const sums = (sales: readonly RowOf<'transactions'>[]) => {
    const dataset = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }, { code: 'C' }])
      .withTransactions(sales)
      .build();
    const none = new RowGrouping(undefined, undefined, 3);
    return sumClients(gatherTransactions(dataset, window, settingsWith({}), { regions: none, reps: none }), window);
  };
  const sale = (client: string, on: string, amount: number, more: RowOf<'transactions'> = {}) => ({
    ...{ client, day: on, amount, ...more },
  });

  it('are of the period, of the period before, and of all clients', () => {
    const found = sums([
      sale('A', '2026-04-01', 10, { quantity: 2, unit: '吨', profit: 1 }),
      sale('A', '2026-06-20', 5.005, { unit: '吨' }),
      sale('A', '2026-05-01', -3, { quantity: -1, unit: '吨', profit: -0.5 }),
      sale('A', '2026-03-31', 7, { quantity: 9, profit: 9 }),
      sale('A', '2025-12-30', 8),
      sale('A', '2025-12-31', 9),
      sale('B', '2026-05-01', 2.005, { quantity: 4, unit: '袋', profit: 2 }),
      sale('C', '2026-03-01', 4, { quantity: 1, unit: '袋' }),
    ]);
    expect(found).toEqual({
      // 12.005 and 2.005 of a client, 14.01 of both.
      ...{ net: [1201, 201, 0], returns: [-300, 0, 0], previousNet: [1600, 0, 400] },
      quantity: [known(1000), known(4000), missing({ reason: 'no-rows' })],
      profit: [known(50), known(200), missing({ reason: 'no-rows' })],
      ...{ lines: Int32Array.of(3, 1, 0), sales: Int32Array.of(2, 1, 0) },
      total: {
        ...{ net: 1401, returns: -300, previousNet: 2000, lines: 4 },
        ...{ quantity: missing({ reason: 'mixed-units' }), profit: known(250) },
      },
      hasPrevious: true,
    });
  });

  it('have no quantity of several units, no quantity and profit without columns, and no period before', () => {
    const mixed = sums([sale('A', '2026-05-01', 1, { quantity: 1, unit: '吨' }), sale('A', '2026-05-01', 1, { quantity: 1, unit: '袋' })]);
    expect([mixed.quantity[0], mixed.total.quantity]).toEqual([missing({ reason: 'mixed-units' }), missing({ reason: 'mixed-units' })]);
    const bare = sums([sale('A', '2026-02-01', 1), sale('A', '2026-05-01', 1)]);
    expect([bare.quantity[0], bare.total.quantity]).toEqual(Array.from({ length: 2 }, () => missing({ reason: 'no-column', column: 'transactions.quantity' })));
    expect([bare.profit[0], bare.total.profit]).toEqual(Array.from({ length: 2 }, () => missing({ reason: 'no-column', column: 'transactions.profit' })));
    expect([bare.hasPrevious, sums([sale('A', '2025-12-01', 1)]).hasPrevious, sums([]).hasPrevious]).toEqual([false, true, false]);
    const empty = sums([sale('A', '2026-02-01', 1, { quantity: 1, profit: 1 })]).total;
    expect([empty.quantity, empty.profit]).toEqual([missing({ reason: 'no-rows' }), missing({ reason: 'no-rows' })]);
  }); // prettier-ignore
});

describe('units of groups', () => {
  it('are one, none or several; without a unit nothing is said', () => {
    const marks = new UnitMarks(4);
    for (const [group, unit] of [[0, 5], [0, -1], [0, 5], [1, 5], [1, 6], [1, 5], [2, -1], [3, 0]] as const) marks.mark(group, unit); // prettier-ignore
    expect([0, 1, 2, 3].map((group) => marks.isMixed(group))).toEqual([false, true, false, false]);
    expect([marks.unitOf(0), marks.unitOf(1), marks.unitOf(3)]).toEqual([5, SEVERAL_UNITS, 0]);
    expect([[0], [0, 2], [0, 0], [2], [], [1], [2, 1], [0, 3], [3, 2, 3]].map((groups) => marks.areMixed(groups))).toEqual([
      ...[false, false, false, false, false, true, true, true, false],
    ]);
  }); // prettier-ignore

  it('of joined groups stay what they were', () => {
    const marks = new UnitMarks(2);
    marks.mark(0, 1);
    marks.mark(0, SEVERAL_UNITS);
    expect(marks.isMixed(0)).toBe(true);
  });
});

describe('places', () => {
  const filled = () => {
    const places = emptyPlaces(['', '华东', '华南'], 2, true);
    addToPlace(places, 2, 0, 5, 1, 7, true);
    addToPlace(places, 2, 0, 6, NaN, 7, true, 3);
    addToPlace(places, 3, 1, 7, 2, 7, true);
    addToPlace(places, 4, 1, 8, 4, 8, false, 2);
    addToPlace(places, 5, 0, 9, NaN, -1, true);
    return places;
  };
  it('add amounts, lines and quantities, and count clients once a cell and once a group', () => {
    const places = filled();
    expect([0, 1, 2, 3, 4, 5].map((cell) => [places.amounts.at(cell), places.lines[cell], places.quantities!.at(cell), places.quantityRows[cell]])).toEqual([
      ...[[0, 0, 0, 0], [0, 0, 0, 0], [11, 4, 1, 1], [7, 1, 2, 1], [8, 2, 4, 2], [9, 1, 0, 0]],
    ]);
    expect([[...countSellers(places)], [...countSellersOfGroups(places)]]).toEqual([[0, 0, 1, 1, 0, 1], [0, 2, 1]]);
  }); // prettier-ignore

  it('join: a client that bought in two of them counts once, different units are several', () => {
    const merged = mergePlaces(filled(), ['', '中国'], [0, 1, 1]);
    expect([0, 1, 2, 3].map((cell) => [merged.amounts.at(cell), merged.lines[cell], merged.quantities!.at(cell), merged.quantityRows[cell], merged.units.isMixed(cell)])).toEqual([
      ...[[0, 0, 0, 0, false], [0, 0, 0, 0, false], [19, 6, 5, 3, true], [16, 2, 2, 1, false]],
    ]);
    expect([[...countSellers(merged)], [...countSellersOfGroups(merged)]]).toEqual([[0, 0, 1, 2], [0, 2]]);
    const bare = emptyPlaces(['a', 'b'], 1, false);
    addToPlace(bare, 0, 0, 5, 1, 7, true);
    expect([mergePlaces(bare, ['a'], [0, 0]).quantities, mergePlaces(bare, ['a'], [0, 0]).lines[0]]).toEqual([undefined, 1]);
  }); // prettier-ignore

  it('by the group of each client are the same as by rows', () => {
    const rows: readonly RowOf<'transactions'>[] = [
      { client: 'A', day: '2026-05-01', amount: 5, quantity: 1, unit: '吨' },
      { client: 'A', day: '2025-05-01', amount: 6 },
      { client: 'B', day: '2026-05-02', amount: -7, quantity: -2, unit: '袋' },
      { client: 'B', day: '2026-03-02', amount: 8, quantity: 3, unit: '袋' },
      { client: 'C', day: '2026-05-02', amount: 9 },
    ];
    const regions = ['华东', '华东', '华南'];
    const dataset = aDataset().withClients(['A', 'B', 'C'].map((code) => ({ code }))).withTransactions(rows.map((row) => ({ ...row, region: regions['ABC'.indexOf(row.client!)]! }))).build();
    const grouping = new RowGrouping(tableOf(dataset, 'transactions').columns.region, undefined, 3);
    const facts = gatherTransactions(dataset, window, settingsWith({}), { regions: grouping, reps: new RowGrouping(undefined, undefined, 3) });
    const [byRow, byClient] = [facts.byRegion!, placesByClient(facts, grouping.names, Int32Array.of(1, 1, 2))];
    const shown = (places: typeof byRow) => Array.from(places.lines, (lines, cell) => [lines, places.amounts.at(cell), places.quantities!.at(cell), places.quantityRows[cell], places.units.isMixed(cell), countSellers(places)[cell]]);
    expect(shown(byClient)).toEqual(shown(byRow));
    // 华东: 2025; 2026; the period.
    expect(shown(byClient).slice(3, 6)).toEqual([[1, 6, 0, 0, false, 1], [3, 6, 2, 3, true, 2], [2, -2, -1, 2, true, 1]]);
  }); // prettier-ignore
});

describe('groups of rows', () => {
  it('are by the row’s own word, else its client’s, else the first, in the order of names', () => {
    const grouping = new RowGrouping(textColumnOf(['华南', '', '华东', '']), textColumnOf(['华北', '']), 2);
    expect(grouping.names).toEqual(['', '华东', '华北', '华南']);
    const name = (row: number, client: number) => grouping.names[grouping.of(row, client)];
    expect([name(0, 0), name(1, 0), name(1, 1), name(1, -1), name(2, 1)]).toEqual(['华南', '华北', '', '', '华东']);
    expect([...grouping.ofClient].map((at) => grouping.names[at])).toEqual(['华北', '']);
    expect([grouping.isByRow, new RowGrouping(undefined, textColumnOf(['x']), 1).isByRow]).toEqual([true, false]);
    const shared = new RowGrouping(textColumnOf(['华南', '西']), textColumnOf(['西', '华北']), 3, groupNames([textColumnOf(['华北'])]));
    expect([shared.names, shared.of(0, 1), shared.of(1, 0), [...shared.ofClient]]).toEqual([['', '华北'], 1, 0, [0, 1, 0]]);
  }); // prettier-ignore
});
