import { dayOf } from '../../../../src/core/model/day';
import { countSwappedDays, exchangeDayAndMonth } from '../../../../src/ingest/parse/swapped-days';
import type { DayStyle } from '../../../../src/ingest/parse/day';
import { columnOf, ingest, issuesOf } from '../ingest-rows';

const style: DayStyle = { base: 1900, order: 'dmy', shortYears: false, months: false };
const serial = (year: number, month: number, day: number): number => dayOf(year, month, day) + 25569;
const column = [
  '13/02/2025', '14/02/2025', '20/02/2025', '28/02/2025', serial(2025, 5, 2), serial(2025, 7, 2), serial(2025, 9, 2), serial(2025, 11, 2),
]; // prettier-ignore

describe('days whose day and month were exchanged', () => {
  it('are known where texts have days above 12 and real days none', () => {
    expect(countSwappedDays(column, style)).toBe(4);
    expect(countSwappedDays([...column, serial(2025, 5, 13)], style)).toBe(0);
    expect(countSwappedDays([...column, '05/02/2025'], style)).toBe(0);
    expect(countSwappedDays(column.slice(0, 5), style)).toBe(0);
  });

  it('are exchanged back', () => {
    expect(exchangeDayAndMonth(dayOf(2025, 5, 2))).toBe(dayOf(2025, 2, 5));
    expect(exchangeDayAndMonth(dayOf(2025, 5, 13))).toBe(dayOf(2025, 5, 13));
  });

  it('are told with their number, asked about, and put right on request', async () => {
    const sheet = {
      name: '销售',
      rows: [['日期', '客户', '金额'], ...column.map((day, index) => [day, '甲', index + 1])],
    };
    const { inspection, dataset } = await ingest([sheet]);
    expect(issuesOf(dataset)).toEqual(['days-swapped A']);
    expect(dataset.issues[0]!.message.zh).toContain('4行');
    expect(inspection.questions.map(({ about, chosen }) => [about, chosen])).toEqual([['dayOrder', 'dmy']]);
    const right = await ingest([sheet], {
      sheets: [{ sheet: '销售', kind: 'transactions', columns: {}, dayOrder: 'swapped' }],
    });
    const days = columnOf(right.dataset, 'transactions', 'day');
    expect(days.slice(4)).toEqual([5, 7, 9, 11].map((day) => dayOf(2025, 2, day)));
    expect(issuesOf(right.dataset)).toEqual([]);
  });
});
