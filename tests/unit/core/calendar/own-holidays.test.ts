import { textAt } from '../../../../src/core/model/columns';
import { isoOf } from '../../../../src/core/model/day';
import { withOwnHolidays } from '../../../../src/core/calendar/own-holidays';
import { makeWorkCalendar } from '../../../../src/core/calendar/work-calendar';
import { aDataset, day } from '../../../support/dataset-builder';

const own = [
  { day: day('2026-03-02'), isWorking: false, name: '盘点' },
  { day: day('2026-03-07'), isWorking: true, name: '' },
];

describe('withOwnHolidays', () => {
  it('puts days of the calendar sheet on top of the published ones', () => {
    const { holidays } = withOwnHolidays(aDataset().build(), own).tables;
    const calendar = makeWorkCalendar('CN', holidays);
    // Monday 2 March off, Saturday 7 March at work: 22 working days of March 2026 stay 22.
    expect(calendar.detail(day('2026-03-02'))).toEqual({ isWorking: false, holiday: { zh: '盘点', en: '盘点' } });
    expect(calendar.detail(day('2026-03-07'))).toEqual({ isWorking: true });
    expect(calendar.workingDays(day('2026-03-01'), day('2026-03-31'))).toHaveLength(22);
  });

  it('wins where her own holiday sheet says otherwise, and leaves its other days', () => {
    const sheet = aDataset()
      .withRows('holidays', [
        { day: '2026-03-02', working: true, name: '加班' },
        { day: '2026-03-03', working: false },
      ])
      .build();
    const calendar = makeWorkCalendar('CN', withOwnHolidays(sheet, own).tables.holidays);
    expect(['2026-03-02', '2026-03-03'].map((iso) => calendar.isWorking(day(iso)))).toEqual([false, false]);
    expect(calendar.detail(day('2026-03-02')).holiday?.zh).toBe('盘点');
    expect(calendar.workingDays(day('2026-03-01'), day('2026-03-08')).map(isoOf)).toEqual([
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
    ]);
  });

  it('leaves her rows as they stand, and puts its own behind them', () => {
    const sheet = aDataset()
      .withClients([{ code: 'C1' }])
      .withRows('holidays', [{ day: '2026-03-02', name: '加班', working: true }, { name: '无日' }], '节假日')
      .build();
    const { rows, columns, origin } = withOwnHolidays(sheet, own).tables.holidays!;
    expect([rows, [...columns.working!], [...columns.day!].slice(0, 1)]).toEqual([4, [1, -1, 0, 1], [day('2026-03-02')]]); // prettier-ignore
    expect([0, 1, 2, 3].map((row) => textAt(columns.name, row))).toEqual(['加班', '无日', '盘点', '']);
    expect([0, 1, 2, 3].map((row) => [origin.sheetAt(row), origin.rowAt(row)])).toEqual([[1, 2], [1, 3], [0, 0], [0, 0]]); // prettier-ignore
    const bare = aDataset()
      .withRows('holidays', [{ day: '2026-03-02' }])
      .build();
    const { columns: filled } = withOwnHolidays(bare, own).tables.holidays!;
    expect([[...filled.working!], textAt(filled.name, 0)]).toEqual([[0, 0, 1], '']);
  });

  it('is the same data set where nothing was changed', () => {
    const dataset = aDataset().build();
    expect(withOwnHolidays(dataset, [])).toBe(dataset);
  });
});
