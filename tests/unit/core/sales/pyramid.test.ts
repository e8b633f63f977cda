import type { Money } from '../../../../src/core/model/money';
import { buildPyramid } from '../../../../src/core/sales/pyramid';
import { settingsWith } from '../../../../src/core/settings';

const pyramidOf = (amounts: readonly number[]) =>
  buildPyramid(
    amounts.map((_, client) => client),
    (client) => amounts[client]! as Money,
    settingsWith({}),
  );
const countsOf = (clients: number): number[] =>
  pyramidOf(Array.from({ length: clients }, (_, at) => 1000 - at)).levels.map((level) => level.clients);

describe('client pyramid 1 / 19 / 30 / 50', () => {
  it.each([
    [5, [1, 0, 2, 2]],
    [10, [1, 1, 3, 5]],
    [37, [1, 7, 11, 18]],
    [100, [1, 19, 30, 50]],
    [250, [3, 47, 75, 125]],
  ])('%i clients (definitions §3.2)', (clients, expected) => {
    expect(countsOf(clients)).toEqual(expected);
  });

  it('keeps equal amounts on one level and leaves out net ≤ 0', () => {
    const { levels, byClient } = pyramidOf([9, 9, 9, 9, 0, -1]);
    expect(levels.map(({ clients }) => clients)).toEqual([4, 0, 0, 0]);
    expect(byClient.has(4)).toBe(false);
    expect(levels[0]!.netAmount).toBe(36);
  });

  it('has no shares without clients', () => {
    expect(pyramidOf([]).levels[0]).toMatchObject({
      clients: 0,
      shareOfClients: { known: false, why: { reason: 'no-rows' } },
    });
  });
});

describe('the levels of the pyramid', () => {
  it('hold so many clients and so much of the amount, of those who gained', () => {
    // Ten of 10 each but the first of 110: one at the top, then nine that tie at rank 2, 10 % before them.
    const { levels, byClient } = pyramidOf([...Array<number>(9).fill(10), 110, 0, -50]);
    expect(
      levels.map(({ level, clients, netAmount, shareOfClients, shareOfAmount }) => [
        ...[level, clients, netAmount, shareOfClients, shareOfAmount],
      ]),
    ).toEqual([
      ['top', 1, 110, { known: true, value: 0.1 }, { known: true, value: 0.55 }],
      ['second', 9, 90, { known: true, value: 0.9 }, { known: true, value: 0.45 }],
      ['ordinary', 0, 0, { known: true, value: 0 }, { known: true, value: 0 }],
      ['small', 0, 0, { known: true, value: 0 }, { known: true, value: 0 }],
    ]);
    expect([byClient.get(9), byClient.get(0), byClient.get(10)]).toEqual(['top', 'second', undefined]);
    // One fen is a gain.
    expect(pyramidOf([1, 0]).levels[0]).toMatchObject({ clients: 1, shareOfAmount: { known: true, value: 1 } });
  });
});
