import { monthOfHeader, yearOfTitle } from '../../../../src/ingest/parse/month-header';

describe('months as headers', () => {
  it.each([
    ['1月', undefined, 1, ''],
    ['12 月份', undefined, 12, ''],
    ['十二月', undefined, 12, ''],
    ['2025年3月销售额', 2025, 3, '销售额'],
    ['2025-03', 2025, 3, ''],
    ['2025/3', 2025, 3, ''],
    ['202503', 2025, 3, ''],
    ['2025年/3月', 2025, 3, ''],
    ['3月/金额', undefined, 3, '金额'],
    ['M03', undefined, 3, ''],
    ['Jan', undefined, 1, ''],
    ['September 2024', 2024, 9, ''],
    ['Mar-25', 2025, 3, ''],
    ['Mar Sales', undefined, 3, 'Sales'],
    ['45658', 2025, 1, ''],
  ])('%s', (text, year, month, rest) => {
    expect(monthOfHeader(text, 1900)).toEqual({ year, month, rest });
  });

  it.each(['月', '13月', '2025', '1', 'Market', 'Marketing', 'Mayor', '金额', '0月', '99999', ''])(
    '%s is no month',
    (text) => {
      expect(monthOfHeader(text, 1900)).toBeUndefined();
    },
  );

  it('takes a year from a title that names one, and none from a title that names two', () => {
    expect(yearOfTitle('2024年客户销售统计表')).toBe(2024);
    expect(yearOfTitle('2023-2024 sales')).toBeUndefined();
    expect(yearOfTitle('No. 120245')).toBeUndefined();
  });
});
