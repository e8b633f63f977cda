import { firstDayOfBand } from '../../../../src/ingest/parse/ageing-band';

it.each([
  ['未到期', 0],
  ['Current', 0],
  ['0-30天', 1],
  ['1 - 30', 1],
  ['31–60天', 31],
  ['61至90天', 61],
  ['逾期31-60天', 31],
  ['90天以上', 91],
  ['> 90', 91],
  ['Over 120 days', 121],
  ['90+', 91],
  ['30天以内', 1],
  ['1个月以内', 1],
  ['1-3个月', 31],
  ['3-6月', 91],
  ['1年以上', 366],
  ['1-2年', 366],
])('the band %s begins on day %i', (header, day) => {
  expect(firstDayOfBand(header)).toBe(day);
});

it.each(['客户', '合计', '2025-01', '金额', '60-31', '30'])('%s is no band', (header) => {
  expect(firstDayOfBand(header)).toBeUndefined();
});
