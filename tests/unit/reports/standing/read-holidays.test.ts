import { isoOf } from '../../../../src/core/model/day';
import { readHolidays } from '../../../../src/reports/standing/read-holidays';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { serialOfDay } from '../../../../src/workbook/serial-day';
import { day } from '../../../support/dataset-builder';

const HEADER = ['日期', '星期', '上班或休息', '节日', '改为', '说明'];

const read = (cells: CellValue[][], dateBase: 1900 | 1904 = 1900) =>
  readHolidays({ id: 'workCalendar', fingerprint: '', sheetName: '工作日历', cells }, dateBase).map((one) => [
    isoOf(one.day),
    one.isWorking,
    one.name,
  ]);

describe('readHolidays', () => {
  it('has nothing where the sheet is not there or nothing was changed', () => {
    expect(readHolidays(undefined, 1900)).toEqual([]);
    expect(read([['工作日历'], HEADER, [46054, '周一', '上班', null, null, null]])).toEqual([]);
  });

  it('reads days of the workbook and typed ones, with the reason', () => {
    // 46054 is 2 February 2026 in the 1900 system.
    expect(
      read([
        ['工作日历'],
        [],
        HEADER,
        [46055, '周一', '上班', null, '休息', '盘点'],
        ['2026-02-07', '周六', '休息', null, '上班', null],
        [46061, '周日', '休息', null, null, '看情况'],
      ]),
    ).toEqual([
      [isoOf(day('2026-02-02')), false, '盘点'],
      ['2026-02-07', true, ''],
    ]);
  });

  it('follows the date base of the workbook', () => {
    expect(read([HEADER, [serialOfDay(day('2026-02-02'), 1904), '周一', '上班', null, '休', null]], 1904)).toEqual([
      ['2026-02-02', false, ''],
    ]);
  });

  it('reads the English sheet, shorter words, moved columns and sorted rows', () => {
    expect(
      read([
        ['Change to', 'Date', 'Reason', 'Weekday', 'At work or off'],
        ['Off', 46055, 'Stocktaking', 'Mon', 'At work'],
        ['放假', 46056, null, 'Tue', 'At work'],
        ['work', 46060, null, 'Sat', 'Off'],
      ]),
    ).toEqual([
      ['2026-02-02', false, 'Stocktaking'],
      ['2026-02-03', false, ''],
      ['2026-02-07', true, ''],
    ]);
  });

  it('leaves words alone that say neither', () => {
    expect(read([HEADER, [46055, '周一', '上班', null, '半天', null], ['某天', '', '', '', '休息', '']])).toEqual([]);
    // Said of the reason, or of a day of no year, it changes nothing either.
    expect(read([HEADER, [46055, '周一', '上班', null, null, '休息'], ['2月9日', '', '', '', '休息', '']])).toEqual([]);
  });
});
