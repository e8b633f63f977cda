import { analyse } from '../../../../src/core/analyse';
import type { CountryDays } from '../../../../src/core/model/country-days';
import type { Dataset } from '../../../../src/core/model/dataset';
import { settingsWith, type Settings } from '../../../../src/core/settings';
import type { Lang } from '../../../../src/i18n/lang';
import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { aDataset, day } from '../../../support/dataset-builder';
import { cellsOf } from '../../../support/plan-cells';

/** So many clients of two people, each with an order: all of them are due for a contact. */
function aBook(clients: number): Dataset {
  const code = (index: number): string => `K${String(index + 1).padStart(3, '0')}`;
  return aDataset()
    .withClients(
      Array.from({ length: clients }, (_, index) => ({
        code: code(index),
        name: `客户${index + 1}`,
        rep: index % 2 ? '王芳' : '李强',
        contact: '陈 厂长',
        phone: '13900000000',
      })),
    )
    .withTransactions(
      Array.from({ length: clients }, (_, index) => ({ client: code(index), day: '2026-01-15', amount: 100 + index })),
    )
    .build();
}

function sheetsOf(
  dataset: Dataset,
  settings: Partial<Settings> = {},
  { asOf = '2026-01-31', lang = 'zh' as Lang } = {},
): ReadonlyMap<string, SheetPlan> {
  const analysis = analyse(dataset, {
    today: day(asOf),
    asOf: day(asOf),
    period: { kind: 'last12m' },
    settings: settingsWith(settings),
  });
  const { sheets } = layOutReports({
    analysis,
    dataset,
    lang,
    chosen: ['callPlan', 'planPages', 'planMonth', 'timeSplit', 'workCalendar'],
    snapshots: new Map(),
    columnMap: [],
    run: { time: '2026-02-01 09:00', version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
  });
  return new Map(sheets.map((one) => [one.id, one]));
}

const textsOf = (sheet: SheetPlan): string[] =>
  cellsOf(sheet)
    .flat()
    .filter((cell): cell is string => typeof cell === 'string');

describe('the sheets of the call plan', () => {
  const sheets = sheetsOf(aBook(60));

  it('name the month of the plan in the print’s header, the calendar its year', () => {
    const plans = [...sheets.values()].filter(({ id }) => id !== 'history');
    expect(plans.map(({ id, print }) => [id, print.header.trim().split(/\s+/).pop()])).toEqual([
      ['callPlan', '2026-02'],
      ['planPages', '2026-02'],
      ['planMonth', '2026-02'],
      ['timeSplit', '2026-02'],
      ['workCalendar', '2026'],
    ]);
  });

  it('print every page of a person with headers, and every contact on one of them', () => {
    const pages = sheets.get('planPages')!;
    const cells = cellsOf(pages);
    const areas = pages.print.areas!;
    expect(areas.length).toBeGreaterThan(2);
    const printed = areas.flatMap(({ row, rows }) => {
      expect(String(cells[row]![0])).toMatch(/^(王芳|李强) {3}2026-02 {3}\d+ 次联络 {3}（第 \d+ 页，共 \d+ 页）$/);
      expect(cells[row + 1]!.slice(0, 3)).toEqual(['办', '日期', '客户名称']);
      return cells.slice(row + 2, row + rows);
    });
    const heights = new Map(pages.rowHeights.map(({ row, points }) => [row, points]));
    for (const { row, rows } of areas) {
      const points = Array.from({ length: rows }, (_, at) => heights.get(row + at) ?? 16).reduce((a, b) => a + b, 0);
      // 751 points of paper upright; columns of 119 characters are printed at 80 %.
      expect(points * 0.805).toBeLessThan(751);
    }
    const toDo = cellsOf(sheets.get('callPlan')!).filter((line) => line.includes('待办'));
    expect(printed.filter((line) => line[0] === '☐')).toHaveLength(toDo.length);
  });

  it('offer the 21 actions of 000-C9 and what has come since, in a list that Excel can hold', () => {
    for (const lang of ['zh', 'en'] as const) {
      const plan = sheetsOf(aBook(3), {}, { lang }).get('callPlan')!;
      const ways = plan.validations.find((one) => one.kind === 'list' && one.options.length === 24);
      if (ways?.kind !== 'list') throw new Error('no list of ways');
      expect(ways.allowsOther).toBe(true);
      expect(new Set(ways.options).size).toBe(24);
      expect(ways.options.join(',').length).toBeLessThanOrEqual(255);
      expect(ways.options.some((option) => option.includes(','))).toBe(false);
    }
  });

  it('warn of a small book (C-29), of a year that is not announced, and of a calendar without holidays', () => {
    const warns = (words: string, texts: string[]): boolean => texts.some((one) => one.includes(words));
    const planOf = (...args: Parameters<typeof sheetsOf>): string[] => textsOf(sheetsOf(...args).get('callPlan')!);
    expect(warns('有成交的客户只有 40 家，前 20 名占了一半以上；建议改为前 8 名', planOf(aBook(40)))).toBe(true);
    expect(warns('占了一半以上', planOf(aBook(41)))).toBe(false);
    expect(warns('节假日安排未公布', planOf(aBook(3)))).toBe(false);
    expect(warns('2031 年节假日安排未公布', planOf(aBook(3), { 'plan.month': '2031-02' }))).toBe(true);
    const abroad = { 'plan.calendar': 'none', 'plan.weekend': 'friSat' } as const;
    expect(warns('2026 年只去掉周末', planOf(aBook(3), abroad))).toBe(true);
    const own = { ...aBook(3) };
    const filled = aDataset()
      .withRows('holidays', [{ day: '2026-02-10', working: false, name: 'Founding day' }])
      .build().tables.holidays!;
    const texts = planOf({ ...own, tables: { ...own.tables, holidays: filled } }, abroad);
    expect(warns('只去掉周末', texts)).toBe(false);
    // February 2026 without Fridays, Saturdays and the 10th: 28 − 4 − 4 − 1.
    expect(warns('工作日 19 天', texts)).toBe(true);
  });

  it('name the country whose holidays count, and say which could not be loaded or are not announced', () => {
    const founding = { day: day('2026-02-11'), name: { zh: '建国纪念日', en: 'Foundation Day' } };
    const inJapan = (countryDays: CountryDays, month = '2026-02'): ReadonlyMap<string, SheetPlan> =>
      sheetsOf({ ...aBook(3), countryDays }, { 'plan.calendar': 'JP', 'plan.month': month });
    const loaded = { isLoaded: true, country: 'JP', days: [founding], announcedThrough: 2026 } as const;

    const sheets = inJapan(loaded);
    const plan = textsOf(sheets.get('callPlan')!);
    // February 2026 has 20 weekdays; the 11th is a Wednesday.
    expect(plan.some((one) => one.includes('工作日 19 天'))).toBe(true);
    expect(plan.some((one) => /^▲.*(日本|节假日)/.test(one))).toBe(false);
    const calendar = cellsOf(sheets.get('workCalendar')!);
    expect(calendar.find((row) => row.includes('建国纪念日'))).toEqual(expect.arrayContaining(['周三', '休息']));
    expect(calendar.flat().some((one) => String(one).includes('日本的节假日来自 date-holidays'))).toBe(true);

    const later = textsOf(inJapan(loaded, '2027-02').get('callPlan')!);
    expect(later.some((one) => one.startsWith('▲ 日本 2027 年的节假日'))).toBe(true);

    const offline = inJapan({ isLoaded: false, country: 'JP', why: 'no network' });
    const bare = textsOf(offline.get('callPlan')!);
    expect(bare.some((one) => one.startsWith('▲ 日本的节假日没有加载成功'))).toBe(true);
    expect(bare.some((one) => one.includes('工作日 20 天'))).toBe(true);
    expect(cellsOf(offline.get('workCalendar')!).flat().join()).not.toContain('date-holidays');

    // The days of one country are not those of another.
    const wrong = textsOf(inJapan({ ...loaded, country: 'DE' }).get('callPlan')!);
    expect(wrong.some((one) => one.startsWith('▲ 日本的节假日没有加载成功'))).toBe(true);
  });
});
