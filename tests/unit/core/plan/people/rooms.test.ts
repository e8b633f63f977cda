import { Rooms } from '../../../../../src/core/plan/people/rooms';
import type { RepBook } from '../../../../../src/core/plan/people/reps';
import type { RepSchedule } from '../../../../../src/core/plan/schedule';

/** Clients 0 and 1 in the east are of rep 0, client 2 in the south of rep 1, clients 3–5 of nobody; rep 2 has none. */
const REGIONS = ['华东', '华东', '华南', '华东', '华南', ''];
const rooms = (free: readonly number[]): Rooms =>
  new Rooms(
    { reps: ['甲', '乙', '丙'], ofClient: [0, 0, 1, -1, -1, -1] } as unknown as RepBook,
    free.map((freeDays) => ({ freeDays })) as unknown as RepSchedule[],
    (client) => REGIONS[client]!,
  );

describe('a client of nobody', () => {
  it('goes to who has clients in the region, though another has more room', () => {
    const some = rooms([2, 9, 20]);
    expect(some.take(3, 1)).toBe(0);
    expect(some.take(4, 1)).toBe(1);
  });

  it('goes to who has most room of those with clients, where nobody near has enough or it has no region', () => {
    const some = rooms([2, 9, 20]);
    expect(some.take(3, 3)).toBe(1);
    expect(some.take(5, 1)).toBe(1);
    // Days that are taken are gone: 9 − 3 − 1 = 5.
    expect(some.take(4, 6)).toBeUndefined();
    expect(some.take(4, 5)).toBe(1);
  });

  it('goes to the first of two with equal room', () => {
    expect(rooms([4, 4, 4]).take(5, 4)).toBe(0);
  });
});
