import { proposeMoves } from '../../../../../src/core/plan/people/propose-moves';
import { isAbsent, readReps } from '../../../../../src/core/plan/people/reps';
import { Rooms } from '../../../../../src/core/plan/people/rooms';
import { readWhereabouts } from '../../../../../src/core/plan/people/whereabouts';
import { isoOf } from '../../../../../src/core/model/day';
import { settingsWith } from '../../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../../support/dataset-builder';
import { anAnalysisByHand, type ClientByHand } from '../analysis-by-hand';

const bookOf = (rows: readonly RowOf<'reps'>[], clients: readonly ClientByHand[] = []) => {
  const dataset = aDataset().withRows('reps', rows).build();
  const figures = anAnalysisByHand(clients).clients;
  return readReps(dataset, figures.length, readWhereabouts(dataset, figures), settingsWith({}));
};

describe('the people of the sheet', () => {
  it('have their capacity in whole contacts, the settings’ where nothing is written, none where nought is', () => {
    const { reps } = bookOf([
      { rep: 'A', callsPerDay: 7.9, visitsPerDay: 0 },
      { rep: 'B' },
      { rep: 'C', callsPerDay: 0, visitsPerDay: 2.5 },
      { rep: 'D', callsPerDay: -1, visitsPerDay: -1 },
      { rep: '', callsPerDay: 9 },
    ]);
    expect(reps.map(({ name, callsPerDay, visitsPerDay }) => [name, callsPerDay, visitsPerDay])).toEqual([
      ['A', 7, 0],
      ['B', 20, 3],
      ['C', 0, 2],
      ['D', 20, 3],
    ]);
  });

  it('are away from the first day to the last, one of which may be missing', () => {
    const { reps } = bookOf([
      { rep: 'A', absentFrom: '2026-02-03', absentTo: '2026-02-05' },
      { rep: 'A', absentFrom: '2026-02-10' },
      { rep: 'A', absentTo: '2026-02-12' },
      { rep: 'A' },
    ]);
    expect(reps).toHaveLength(1);
    expect(reps[0]!.absences.map(({ from, to }) => [isoOf(from), isoOf(to)])).toEqual([
      ['2026-02-03', '2026-02-05'],
      ['2026-02-10', '2026-02-10'],
      ['2026-02-12', '2026-02-12'],
    ]);
    const days = ['2026-02-02', '2026-02-03', '2026-02-05', '2026-02-06', '2026-02-12'];
    expect(days.map((on) => isAbsent(reps[0]!, day(on)))).toEqual([false, true, true, false, true]);
  });

  it('share a region, each client to who has fewest; a region without a name is nobody’s', () => {
    const rows = [{ rep: 'B', region: '东' }, { rep: 'A', region: '东' }, { rep: 'A', region: '东' }, { rep: 'C', region: '' }]; // prettier-ignore
    const clients = [
      { rep: 'B' },
      { region: '东' },
      { region: '东' },
      { region: '东' },
      { region: '' },
      { region: '西' },
    ];
    const { reps, ofClient } = bookOf(rows, clients);
    // B has one: A takes the next; then the first on the sheet, B, of two with one each; then A again.
    expect([...ofClient].map((rep) => reps[rep]?.name ?? '')).toEqual(['B', 'A', 'B', 'A', '', '']);
  });
});

describe('where a client is', () => {
  it('is on the client sheet, with the title of whom to ask for and the mobile first', () => {
    const dataset = aDataset()
      .withClients([
        { code: 'A', address: '南京路 1 号', contact: '陈', contactTitle: '经理', mobile: '138', phone: '021' },
        { code: 'B', contact: '李', phone: '022' },
        { code: 'C' },
      ])
      .withRows('prospects', [
        { client: 'C', contact: '旧', result: '失败' },
        { client: 'C', contact: '新', result: '成交' },
        { client: undefined, contact: '无' },
        { client: 'A', contact: '别', phone: '9' },
      ])
      .build();
    const where = readWhereabouts(dataset, anAnalysisByHand([{}, {}, {}]).clients);
    expect([where(0).address, where(0).contact, where(0).phone]).toEqual(['南京路 1 号', '陈 经理', '138']);
    expect([where(1).contact, where(1).phone]).toEqual(['李', '022']);
    // Of rows that are all closed the last.
    expect([where(2).contact, where(2).phone]).toEqual(['新', '']);
  });

  it('is told by the last open row of its opportunities', () => {
    const rows = [{ client: 'A', contact: '一' }, { client: 'A', contact: '二' }, { client: 'A', contact: '三', result: '失败' }]; // prettier-ignore
    const dataset = aDataset().withClients([{ code: 'A' }]).withRows('prospects', rows).build(); // prettier-ignore
    expect(readWhereabouts(dataset, anAnalysisByHand([{}]).clients)(0).contact).toBe('二');
  });
});

describe('who has room for what another cannot do', () => {
  /** Clients 0–2 of reps 0–2 in the east, client 3 of rep 3 in the south, client 4 of rep 0 nowhere. */
  const rooms = (free: readonly number[]) =>
    new Rooms(
      { reps: ['甲', '乙', '丙', '丁'], ofClient: Int32Array.from([0, 1, 2, 3, 0]) } as never,
      free.map((freeDays) => ({ freeDays })) as never,
      (client) => ['东', '东', '东', '南', ''][client]!,
    );

  it('is another of the region with most room, the first of equals, as long as it lasts', () => {
    const some = rooms([9, 2, 3, 20]);
    expect([some.takeNear(0, 2, 0), some.takeNear(0, 2, 0), some.takeNear(0, 2, 0)]).toEqual([2, 1, undefined]);
    expect([rooms([9, 3, 3, 20]).takeNear(0, 3, 0), rooms([9, 1, 1, 20]).takeNear(0, 2, 0)]).toEqual([1, undefined]);
    expect([rooms([9, 9, 9, 9]).takeNear(3, 1, 3), rooms([9, 9, 9, 9]).takeNear(4, 1, 1)]).toEqual([undefined, undefined]); // prettier-ignore
  });
});

describe('what an overloaded rep could give', () => {
  const load = (plannedDays: number, freeDays: number) => ({ plannedDays, freeDays });
  const of = (client: number, rep: number, days: number) => ({ client, rep, days });
  const moved = (
    loads: readonly ReturnType<typeof load>[],
    clients: readonly ReturnType<typeof of>[],
    region: (client: number) => string = () => '东',
  ) =>
    // prettier-ignore
    proposeMoves(loads, clients, region).map(({ from, to, clients: given, days }) => [from, to, given, days]);

  it('leaves giver and taker at the mean of those who have work, at least and at most', () => {
    // 8 and 4, mean 6: two days and no more; who has nothing to do counts for no mean.
    expect(moved([load(8, 0), load(4, 9), load(0, 9)], [of(1, 0, 2), of(2, 0, 1), of(3, 1, 1)])).toEqual([[0, 1, [1], 2]]); // prettier-ignore
    expect(moved([load(8, 0), load(4, 9)], [of(1, 0, 2.5), of(3, 1, 1)])).toEqual([]);
    expect(moved([load(8, 0), load(4, 2)], [of(1, 0, 2), of(3, 1, 1)])).toEqual([[0, 1, [1], 2]]);
    expect(moved([load(8, 0), load(4, 1.9)], [of(1, 0, 2), of(3, 1, 1)])).toEqual([]);
    expect(moved([load(8, 0), load(4, 9)], [of(1, 0, 0), of(3, 1, 1)])).toEqual([]);
  });

  it('goes to who has least to do, the first of equals, and counts what was given before', () => {
    const three = [load(12, 0), load(3, 9), load(3, 9)];
    expect(moved(three, [of(1, 0, 2), of(2, 0, 2), of(3, 0, 2), of(8, 1, 1), of(9, 2, 1)])).toEqual([
      [0, 1, [1], 2],
      [0, 2, [2], 2],
    ]);
    expect(moved([load(12, 0), load(3, 3), load(9, 9)], [of(1, 0, 2), of(2, 0, 2), of(8, 1, 1)])).toEqual([[0, 1, [1], 2]]); // prettier-ignore
    // In no region nobody is near.
    expect(moved([load(8, 0), load(4, 9)], [of(1, 0, 2), of(3, 1, 1)], () => '')).toEqual([]);
  });
});
