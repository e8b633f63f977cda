import { proposeMoves } from '../../../../../src/core/plan/people/propose-moves';

const twoDaysEach = (rep: number, clients: readonly number[]) => clients.map((client) => ({ client, rep, days: 2 }));

describe('what an overloaded rep could give away', () => {
  it('comes to the mean of both, within the region', () => {
    // 10 and 2 days, mean 6: two clients of 2 days go over, and both have 6.
    const loads = [
      { plannedDays: 10, freeDays: 0 },
      { plannedDays: 2, freeDays: 9 },
    ];
    expect(proposeMoves(loads, [...twoDaysEach(0, [1, 2, 3, 4, 5]), ...twoDaysEach(1, [6])], () => '保定')).toEqual([
      { from: 0, to: 1, region: '保定', clients: [1, 2], days: 4 },
    ]);
  });

  it('says nothing where nobody shares the region, or nobody has room', () => {
    const loads = [
      { plannedDays: 10, freeDays: 0 },
      { plannedDays: 2, freeDays: 9 },
    ];
    const clients = [...twoDaysEach(0, [1, 2, 3, 4, 5]), ...twoDaysEach(1, [6])];
    expect(proposeMoves(loads, clients, (client) => (client === 6 ? '沧州' : '保定'))).toEqual([]);
    const full = [loads[0]!, { plannedDays: 2, freeDays: 1 }];
    expect(proposeMoves(full, clients, () => '保定')).toEqual([]);
  });
});
