import fc from 'fast-check';
import { parseDayNumber, serialsOfDays, type DayStyle } from '../../../../src/ingest/parse/day';

const styles: fc.Arbitrary<DayStyle> = fc.record({
  base: fc.constantFrom(1900, 1904),
  order: fc.constantFrom('mdy', 'dmy', undefined),
  shortYears: fc.boolean(),
  months: fc.boolean(),
  year: fc.constantFrom(undefined, 2026),
});

describe('serials that are nothing but serials', () => {
  it('begin on 1930-01-01 and end on 2099-12-31, in both date bases', () => {
    // 1900-01-01 is serial 1, and Excel counts a 29 February 1900 that never was: 1930-01-01 is 10,957 days on.
    const of = (base: 1900 | 1904) => serialsOfDays({ base, order: undefined, shortYears: false, months: false });
    expect(of(1900)).toEqual({ from: 10959, to: 73050, ahead: 25569 });
    // 1904-01-01 is serial 0, 1,462 days behind.
    expect(of(1904)).toEqual({ from: 9497, to: 71588, ahead: 24107 });
  });

  it('are read as each of them is read alone, whatever the style of the column', () => {
    fc.assert(
      fc.property(styles, fc.double({ min: 0, max: 1, noNaN: true }), (style, share) => {
        const { from, to, ahead } = serialsOfDays(style);
        const serial = from + share * (to - from);
        expect(Math.floor(serial) - ahead).toBe(Math.floor(parseDayNumber(serial, style)!));
        const whole = Math.floor(serial);
        expect(whole - ahead).toBe(parseDayNumber(whole, style));
      }),
    );
  });
});
