import { fitDeliveryLimits } from '../../../../src/core/service/delivery-limits';
import { settingsWith } from '../../../../src/core/settings';

const days = (count: number, each: number): readonly number[] => Array.from({ length: count }, () => each);
const fit = (handed: readonly number[], open: readonly number[] = [], changes = {}) =>
  fitDeliveryLimits(handed, open, settingsWith(changes));
/** The same day, and within three days. */
const USUAL = { lucky: 0, reasonable: 3 };

describe('the limits of deliveries without a promised day', () => {
  it('are those of the settings up to a third of incidents', () => {
    expect(fit([...days(8, 3), ...days(4, 4)])).toEqual(USUAL);
    expect(fit([...days(7, 3), ...days(5, 4)])).toMatchObject({ instead: { incidents: 5, n: 12 } });
  });

  it('are median and 90th percentile of ten deliveries or more, a day apart at least', () => {
    expect(fit(days(9, 5))).toEqual(USUAL);
    expect(fit(days(10, 5))).toEqual({ lucky: 5, reasonable: 6, instead: { incidents: 10, n: 10 } });
    // Of ten in order the fifth and the ninth.
    expect(fit([1, 2, 4, 5, 6, 7, 8, 9, 10, 30])).toMatchObject({ lucky: 6, reasonable: 10 });
  });

  it('count those still open that are late already, and no others', () => {
    expect(fit([...days(10, 3)], [3, 3, 3, 3, 3, 3])).toEqual(USUAL);
    expect(fit([...days(10, 3)], days(5, 4))).toEqual(USUAL);
    expect(fit([...days(10, 3)], days(6, 4))).toMatchObject({
      lucky: 3,
      reasonable: 4,
      instead: { incidents: 6, n: 16 },
    });
  });

  it('stay as somebody chose them', () => {
    expect(fit(days(20, 9), [], { 'delivery.lucky': 1 })).toEqual({ lucky: 1, reasonable: 3 });
    expect(fit(days(20, 9), [], { 'delivery.reasonable': 4 })).toEqual({ lucky: 0, reasonable: 4 });
  });
});
