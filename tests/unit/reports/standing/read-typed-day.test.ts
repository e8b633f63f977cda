import { monthOf } from '../../../../src/core/model/day';
import { readDayAhead, readTypedDay } from '../../../../src/reports/standing/read-typed-day';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { day } from '../../../support/dataset-builder';

const read = (value: CellValue): number | undefined => readTypedDay(value, 1900, 2026);

describe('a day typed into a sheet of ours', () => {
  it.each([
    // 1 January 2026 is serial 46023.
    [46062, '2026-02-09'],
    [46062.75, '2026-02-09'],
    ['46062', '2026-02-09'],
    [20260209, '2026-02-09'],
    ['20260209', '2026-02-09'],
    ['2026-2-9', '2026-02-09'],
    ['2026.12.31', '2026-12-31'],
    ['2027/1/5 上午', '2027-01-05'],
    ['2026年2月9日', '2026-02-09'],
    ['２月９日', '2026-02-09'],
    ['2/9', '2026-02-09'],
    ['12-31', '2026-12-31'],
    ['2月9号', '2026-02-09'],
    [1, '1900-01-01'],
  ])('%s', (value, expected) => {
    expect(read(value)).toBe(day(expected));
  });

  it.each([['2026-02-30'], ['20260230'], [20261301], ['13/1'], ['下周'], [''], [null], [0.5], [2_958_466], [-3]])(
    '%s is none',
    (value) => {
      expect(read(value)).toBeUndefined();
    },
  );

  it('without a year is none where nothing says of which it is', () => {
    const bare = (value: CellValue): (number | undefined)[] => [
      readTypedDay(value, 1900, undefined),
      readDayAhead(value, 1900, undefined),
    ];
    for (const value of ['2月9日', '2/9']) expect(bare(value)).toEqual([undefined, undefined]);
    expect(bare('2026-02-09')).toEqual([day('2026-02-09'), day('2026-02-09')]);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(readTypedDay(46062 - 1462, 1904, 2026)).toBe(day('2026-02-09'));
  });

  it('to come is of the next year where its month has gone by', () => {
    const december = monthOf(day('2026-12-01'));
    expect(readDayAhead('1月5日', 1900, december)).toBe(day('2027-01-05'));
    expect(readDayAhead('12月1日', 1900, december)).toBe(day('2026-12-01'));
    expect(readDayAhead('2026-01-05', 1900, december)).toBe(day('2026-01-05'));
    expect(readDayAhead('改天', 1900, december)).toBeUndefined();
  });
});
