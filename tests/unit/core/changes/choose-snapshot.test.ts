import { boundHistory } from '../../../../src/core/changes/bound-history';
import { chooseSnapshot } from '../../../../src/core/changes/choose-snapshot';
import { extendHistory } from '../../../../src/core/changes/extend-history';
import { parseSince, targetDay } from '../../../../src/core/changes/since-choice';
import { isoOf } from '../../../../src/core/model/day';
import { day } from '../../../support/dataset-builder';
import { aSnapshot, aStand } from './a-snapshot';

const NOW = { asOf: '2026-07-15', from: '2025-07-15', to: '2026-07-15' };
const history = [
  aSnapshot(1, '2025-07-28'),
  aSnapshot(2, '2026-05-31'),
  aSnapshot(3, '2026-06-30'),
  aSnapshot(4, '2026-07-08'),
  aSnapshot(5, '2026-07-15'),
];
const chosen = (wanted: string): { number: number | undefined; remarks: string[] } => {
  const { snapshot, remarks } = chooseSnapshot(history, wanted, NOW);
  return { number: snapshot?.number, remarks: remarks.map(({ zh }) => zh) };
};

describe('the day that changes are told against', () => {
  it.each([
    ['', 'lastRefresh'],
    ['上次刷新', 'lastRefresh'],
    ['Last month end', 'lastMonthEnd'],
    ['去年同月', 'sameMonthLastYear'],
    ['2026-06-30', 'day'],
    ['２０２６年6月30日', 'day'],
    ['2026/6/30 六月例会', 'day'],
  ])('reads “%s”', (words, kind) => {
    expect(parseSince(words)?.kind).toBe(kind);
  });

  it.each(['2026-02-30', '昨天', '2026-06-301'])('does not read “%s”', (words) => {
    expect(parseSince(words)).toBeUndefined();
  });

  it('ends months where they end', () => {
    const of = (words: string, asOf: string): string => isoOf(targetDay(parseSince(words)!, day(asOf))!);
    expect(of('上月末', '2026-03-01')).toBe('2026-02-28');
    expect(of('上月末', '2026-01-31')).toBe('2025-12-31');
    expect(of('去年同月', '2025-02-28')).toBe('2024-02-29');
    expect(of('去年同月', '2024-02-29')).toBe('2023-02-28');
  });
});

describe('the snapshot chosen', () => {
  it('is the newest of another stand for the last refresh', () => {
    expect(chosen('')).toEqual({ number: 4, remarks: [] });
    expect(chooseSnapshot([...history].reverse(), '', NOW).snapshot?.number).toBe(4);
  });

  it('is the last as of the day wanted, or before, and the difference is said', () => {
    expect(chosen('上月末')).toEqual({ number: 3, remarks: [] });
    expect(chosen('2026-06-15')).toEqual({
      number: 2,
      remarks: ['要的是 2026-06-15，之前最近的快照是 2026-05-31。'],
    });
    expect(chosen('去年同月').number).toBe(1);
  });

  it('is the oldest where nothing is that old, and that is said', () => {
    expect(chosen('2024-12-31')).toEqual({
      number: 1,
      remarks: ['没有 2024-12-31 或更早的快照，按最早的一次（2025-07-28）对比。'],
    });
  });

  it('falls back to the last refresh where the words say no day', () => {
    expect(chosen('昨天')).toEqual({
      number: 4,
      remarks: ['参数「对比的日期」里的「昨天」认不出，按上次刷新对比。'],
    });
  });

  it('has a period as long as this one where there is a choice; else the difference is said', () => {
    const year = aSnapshot(7, '2026-06-30', { from: '2026-01-01' });
    expect(chooseSnapshot([...history, year], '2026-06-30', NOW).snapshot?.number).toBe(3);
    const only = chooseSnapshot([year], '2026-06-30', NOW);
    expect([only.snapshot?.number, only.remarks[0]?.zh]).toEqual([7, '两次的期间长短不同，金额和订单不能直接比较。']);
  });

  it('is none where there is only this stand', () => {
    expect(chooseSnapshot([history[4]!], '', NOW)).toEqual({ remarks: [] });
    expect(chooseSnapshot([], '上月末', NOW)).toEqual({ remarks: [] });
  });
});

const NOW_WITH_HASHES = { ...NOW, settingsHash: 's', dataHash: 'd', version: '1' };

describe('the history', () => {
  const dayNumber = (index: number): string => isoOf((day('2026-01-01') + index) as never);

  it('keeps the latest 36 and the last of each month before', () => {
    const days = Array.from({ length: 100 }, (_, index) => aSnapshot(index + 1, dayNumber(index)));
    const kept = boundHistory(days);
    // Days 65 to 100 (2026-03-06 to 04-10); of the days before, 01-31 (day 31) and 02-28 (day 59).
    expect(kept.map(({ number }) => number)).toEqual([31, 59, ...Array.from({ length: 36 }, (_, at) => at + 65)]);
    expect(boundHistory(kept)).toEqual(kept);
  });

  it('is in the order of its numbers; of two of one day the later one ends the month', () => {
    const last = Array.from({ length: 36 }, (_, at) => aSnapshot(at + 10, dayNumber(40 + at)));
    const january = [
      aSnapshot(3, '2026-01-19'),
      aSnapshot(1, '2026-01-28'),
      aSnapshot(2, '2026-01-28', { from: '2026-01-01' }),
      aSnapshot(4, '2025-01-31'),
    ];
    const kept = boundHistory([...last, ...january].reverse()).map(({ number }) => number);
    expect(kept.slice(0, 3)).toEqual([2, 4, 10]);
    expect(kept).toHaveLength(38);
  });

  it('keeps 60 month ends', () => {
    const months = Array.from({ length: 100 }, (_, at) =>
      aSnapshot(at + 1, `${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-28`),
    );
    expect(boundHistory(months).map(({ number }) => number)).toEqual(Array.from({ length: 96 }, (_, at) => at + 5));
  });

  it('counts from one', () => {
    const take = (number: number) => aSnapshot(number, '2026-07-15');
    expect(extendHistory([], NOW_WITH_HASHES, take).map(({ number }) => number)).toEqual([1]);
  });

  it('has room for exactly 100,000 lines of clients', () => {
    const clients = Array.from({ length: 25_000 }, (_, at) => aStand(`C${at}`, 1));
    const four = [1, 2, 3, 4].map((number) => aSnapshot(number, dayNumber(number), { clients }));
    expect(boundHistory(four)).toHaveLength(4);
    const more = aSnapshot(5, dayNumber(5), { clients: [aStand('C1', 1)] });
    expect(boundHistory([...four, more]).map(({ number }) => number)).toEqual([2, 3, 4, 5]);
  });

  it('never has more than 100,000 lines of clients, the oldest going first, and always two snapshots', () => {
    const clients = Array.from({ length: 40_000 }, (_, at) => aStand(`C${at}`, 1));
    const large = [1, 2, 3, 4].map((number) => aSnapshot(number, dayNumber(number), { clients }));
    expect(boundHistory(large).map(({ number }) => number)).toEqual([3, 4]);
    const huge = Array.from({ length: 70_000 }, (_, at) => aStand(`C${at}`, 1));
    const two = [1, 2, 3].map((number) => aSnapshot(number, dayNumber(number), { clients: huge }));
    expect(boundHistory(two).map(({ number }) => number)).toEqual([2, 3]);
  });

  it('takes a stand anew under its number only where data, settings or version are others', () => {
    const take = jest.fn((number: number) => aSnapshot(number, '2026-07-15', { dataHash: 'other' }));
    expect(extendHistory(history, history[4]!, take)).toEqual(history);
    expect(take).not.toHaveBeenCalled();
    const corrected = extendHistory(history, { ...history[4]!, dataHash: 'other' }, take);
    expect(corrected.map(({ number, dataHash }) => [number, dataHash]).slice(-2)).toEqual([
      [4, 'd'],
      [5, 'other'],
    ]);
    const next = extendHistory(history, { ...history[4]!, asOf: '2026-07-16', to: '2026-07-16' }, take);
    expect(next.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
