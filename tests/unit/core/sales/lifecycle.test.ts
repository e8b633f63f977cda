import { tableOf } from '../../../../src/core/model/dataset';
import { addMonths, asDay } from '../../../../src/core/model/day';
import { known, missing } from '../../../../src/core/model/outcome';
import {
  measureLifecycles,
  stayWithinBuffer,
  type LifecycleResult,
  type Stage,
} from '../../../../src/core/sales/lifecycle';
import { measureRhythms } from '../../../../src/core/sales/rhythm';
import { collectSalesHistory } from '../../../../src/core/sales/sales-history';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const settings = settingsWith({});
const asOf = day('2026-06-30');

function stageOf(rows: readonly RowOf<'transactions'>[], changes: Partial<Settings> = {}): LifecycleResult {
  const settings = settingsWith(changes);
  const dataset = aDataset()
    .withClients([{ code: 'A' }])
    .withTransactions(rows)
    .build();
  const history = collectSalesHistory(
    tableOf(dataset, 'transactions'),
    tableOf(dataset, 'returns'),
    tableOf(dataset, 'clients').rows,
    asOf,
  );
  const rhythms = measureRhythms(history, () => '', settings);
  return measureLifecycles(history, rhythms, settings)[0]!;
}

/** One sale in the middle of each rolling month, month 0 first; 0 means no sale. */
const months = (...amounts: number[]): RowOf<'transactions'>[] =>
  amounts.flatMap((amount, month) =>
    amount === 0 ? [] : [{ client: 'A', day: asDay(addMonths(asDay(asOf + 1), -month) - 10), amount }],
  );
const times = (n: number, amount: number): number[] => Array.from({ length: n }, () => amount);

describe('life cycle', () => {
  it('has no stage before the first order', () => {
    expect(stageOf([]).stage).toEqual(missing({ reason: 'no-rows' }));
  });

  it('calls a lost client declining, before anything else', () => {
    const result = stageOf([{ client: 'A', day: '2025-12-31', amount: 5 }]);
    expect(result).toMatchObject({ stage: known('decline'), flag: 'lost' });
  });

  it('introduces for 180 days, and until the third order-day', () => {
    const at = (age: number): RowOf<'transactions'> => ({ client: 'A', day: asDay(asOf - age), amount: 10 });
    expect(stageOf([at(179), at(100), at(50), at(5)]).stage).toEqual(known('introduction'));
    expect(stageOf([at(180), at(100), at(50), at(5)]).stage).not.toEqual(known('introduction'));
    expect(stageOf([at(180), at(5)]).stage).toEqual(known('introduction'));
    expect(stageOf([at(5)])).toMatchObject({
      stage: known('introduction'),
      growth: missing({ reason: 'no-period-before' }),
    });
  });

  it('compares six months with the same six a year earlier from 18 months on', () => {
    // 120 a month now, 100 a year ago; the six months between do not count.
    const result = stageOf(months(...times(6, 120), ...times(6, 500), ...times(6, 100), 100));
    expect(result.growth).toEqual(known((720 - 600) / 600));
    // The months do not vary: any change is clear.
    expect(result).toMatchObject({ stage: known('growth'), confidence: known('high'), flag: undefined });
    expect(result.significance).toEqual(known({ direction: 1, t: missing({ reason: 'nothing-due' }) }));
  });

  it('compares six with the six before from 12 months on, and three with three before that', () => {
    // First order just over 12 months ago: (6·70) / (6·100) − 1.
    expect(stageOf(months(...times(6, 70), ...times(6, 100), 900)).growth).toEqual(known(-0.3));
    expect(stageOf(months(...times(3, 150), ...times(4, 100))).growth).toEqual(known(0.5));
  });

  it('needs both the band and the significance', () => {
    // Now 130, 70, 220, 10, 190, 100 (mean 120), before 100 each: s² = (100+2500+10000+12100+4900+400)/5 = 6000,
    // t = 20 / √(6000/6) = 0.632.
    const result = stageOf(months(130, 70, 220, 10, 190, 100, ...times(6, 100), ...times(6, 100), 100));
    expect(result.growth).toEqual(known(0.2));
    expect(result).toMatchObject({ stage: known('maturity'), confidence: known('low') });
    expect(
      result.significance.known && result.significance.value.t.known && result.significance.value.t.value,
    ).toBeCloseTo(0.6325, 4);
  });

  it('tells medium from high confidence', () => {
    // Now 150 ± 30 three times each (s² = 1080), before 125: t = 25 / √180 = 1.86; with ± 40 (s² = 1920) t = 1.398.
    const swing = (by: number): RowOf<'transactions'>[] =>
      months(150 + by, 150 - by, 150 + by, 150 - by, 150 + by, 150 - by, ...times(6, 1), ...times(6, 125), 125);
    expect(stageOf(swing(30))).toMatchObject({ stage: known('growth'), confidence: known('high') });
    expect(stageOf(swing(40))).toMatchObject({ stage: known('growth'), confidence: known('medium') });
  });

  it('calls a clear fall of 20 % a decline and 19 % maturity, without memory', () => {
    const fall = (now: number): RowOf<'transactions'>[] =>
      months(...times(6, now), ...times(6, 100), ...times(6, 100), 100);
    expect(stageOf(fall(80), { 'lifecycle.hysteresis': 0 }).stage).toEqual(known('decline'));
    expect(stageOf(fall(81), { 'lifecycle.hysteresis': 0 }).stage).toEqual(known('maturity'));
    // It was mature all the way down to −25 %.
    expect(stageOf(fall(75)).stage).toEqual(known('maturity'));
    expect(stageOf(fall(74)).stage).toEqual(known('decline'));
  });

  it('calls something after nothing a recovery, and nothing after something a decline', () => {
    expect(stageOf(months(...times(6, 50), ...times(6, 50), ...times(6, 0), 10))).toMatchObject({
      stage: known('growth'),
      flag: 'recovering',
      growth: missing({ reason: 'nothing-due' }),
    });
    // Everything sold came back: net 0 lately.
    const back = months(...times(6, 50)).map((row) => ({ ...row, amount: -50 }));
    expect(stageOf([...months(...times(19, 50)), ...back])).toMatchObject({
      stage: known('decline'),
      growth: known(-1),
    });
  });

  it('keeps the stage and flags silence when the next order is overdue', () => {
    // Orders every 10 days until 40 days ago, equally in all months before.
    const rows = Array.from({ length: 55 }, (_, i) => ({
      client: 'A',
      day: asDay(asOf - 40 - i * 10),
      amount: 10,
    }));
    const result = stageOf(rows);
    expect(result.flag).toBe('silent');
    expect(result.stage).toEqual(known('maturity'));
  });

  it.each<[Stage, Stage, number, Stage]>([
    ['growth', 'maturity', 0.16, 'growth'],
    ['growth', 'maturity', 0.15, 'growth'],
    ['growth', 'maturity', 0.14, 'maturity'],
    ['maturity', 'growth', 0.24, 'maturity'],
    ['maturity', 'growth', 0.25, 'maturity'],
    ['maturity', 'growth', 0.26, 'growth'],
    ['decline', 'maturity', -0.16, 'decline'],
    ['decline', 'maturity', -0.14, 'maturity'],
    ['maturity', 'decline', -0.24, 'maturity'],
    ['maturity', 'decline', -0.26, 'decline'],
    ['introduction', 'growth', 0.21, 'growth'],
    ['decline', 'growth', 0.21, 'growth'],
  ])('was %s, the rule says %s at %d: %s', (before, byRule, growth, expected) => {
    expect(stayWithinBuffer(byRule, before, growth, settings)).toBe(expected);
  });

  describe('memory of the stage of a month ago', () => {
    const year = times(24, 100);

    it('holds growth while it is within 5 points below the band', () => {
      // A month ago six months of 130 against 100: +30 %, growth. Now 60 and five of 130: 710 / 600 − 1 = +18.3 %.
      const held = stageOf(months(60, ...times(6, 130), ...year));
      expect(held.growth.known && held.growth.value).toBeCloseTo(0.1833, 4);
      expect(held.stage).toEqual(known('growth'));
      expect(held.reason.zh).toContain('沿用上月的成长期');
      // 30 and five of 130: +13.3 %, out of the buffer.
      expect(stageOf(months(30, ...times(6, 130), ...year)).stage).toEqual(known('maturity'));
    });

    it('holds maturity while growth is within 5 points above the band', () => {
      // 129 and five of 119: 724 / 600 − 1 = +20.7 %, clear, growth by the rule; a month ago +19 %: maturity.
      const rising = stageOf(months(129, 119, 119, 119, 119, 119, 119, ...year));
      expect(rising.growth.known && rising.growth.value).toBeCloseTo(0.2067, 4);
      expect(
        rising.significance.known && rising.significance.value.t.known && rising.significance.value.t.value,
      ).toBeGreaterThan(1.3);
      expect(rising.stage).toEqual(known('maturity'));
      // 160 and five of 119: +25.8 %, beyond the buffer.
      expect(stageOf(months(160, ...times(6, 119), ...year)).stage).toEqual(known('growth'));
    });

    it('remembers what was held: growth two months ago, held a month ago, held now', () => {
      // Both windows hold the 60: +18.3 % now and a month ago; +30 % two months ago.
      expect(stageOf(months(130, 60, ...times(6, 130), ...year)).stage).toEqual(known('growth'));
    });

    it('holds nothing for a client that was being introduced', () => {
      // A month ago 161 days since the first order. Now (106 + 130 + 130) / 300 − 1 = +22 %, t = 2.75.
      const young = stageOf(months(106, 130, 130, 100, 100, 100, 100));
      expect(young.growth.known && young.growth.value).toBeCloseTo(0.22, 9);
      expect(young.stage).toEqual(known('growth'));
    });

    it('is the same however often it is asked: nothing is read from what was written', () => {
      const rows = months(60, ...times(6, 130), ...year);
      expect(stageOf(rows)).toEqual(stageOf(rows));
    });
  });
});
