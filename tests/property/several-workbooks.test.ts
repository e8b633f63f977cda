import fc from 'fast-check';
import type { Clock } from '../../src/app/clock';
import { refresh } from '../../src/app/refresh';
import { dayOf } from '../../src/core/model/day';
import { joinHosts } from '../../src/hosts/joined/joined-host';
import { makeMemoryHost, type MemoryHost } from '../../src/hosts/memory/memory-host';
import type { CellValue } from '../../src/workbook/cell-value';
import { serialOfDay } from '../../src/workbook/serial-day';
import { seededRandom } from '../support/seeded-random';

const clock: Clock = { today: dayOf(2026, 1, 5), now: '2026-01-05 09:12', version: '0.0.0' };
const HEADERS = ['日期', '客户编号', '客户名称', '地区', '业务员', '订单号', '产品', '数量', '金额'];

/** These list the sheets that were read, one a line: twelve lines are no one line. All others are compared to the last byte. */
const LISTING_SHEETS = new Set(['dataCheck', 'settings']);
/** Hidden, and keep a fingerprint of the sheets that were read, names and all: another set of sheets is other data to them. */
const KEEPING_SHEETS = new Set(['refreshLog', 'history']);
/** The foot names the sheet, or the first of them and how many: the one word in which the reports differ. */
const FIRST_SHEET = /销售明细1? 等 12 张表|销售明细/g;
/** Stands for all of a sheet, the foot's name of the sheet included. */
const FINGERPRINT = /"fingerprint":"[^"]*"/;

type Line = readonly CellValue[];

/** A year of sales lines, in the order of their days, and the month of each. */
function yearOf(seed: number): { readonly lines: Line[]; readonly months: number[] } {
  const random = seededRandom(seed);
  const days = Array.from({ length: 240 }, () => [random.whole(1, 12), random.whole(1, 28)] as const);
  days.sort(([a, b], [c, d]) => a - c || b - d);
  const lines = days.map(([month, day], at): Line => {
    const client = random.whole(1, 15);
    return [
      serialOfDay(dayOf(2025, month, day), 1900),
      `C${client}`,
      `客户${client}公司`,
      ['华东', '华北', '华南'][client % 3]!,
      ['李雷', '韩梅梅'][client % 2]!,
      `SO${at}`,
      random.pick(['钢管', '板材', '阀门']),
      random.whole(1, 40),
      random.whole(-200, 9000) / 4,
    ];
  });
  return { lines, months: days.map(([month]) => month) };
}

const sheet = (name: string, lines: readonly Line[]) => ({ name, rows: [HEADERS, ...lines], dayColumns: [0] });

/** What stands on each report, without the sheets on which lines are found. */
async function reportsOf(host: MemoryHost, beside: readonly MemoryHost[]): Promise<ReadonlyMap<string, string>> {
  const others = beside.map((one, at) => ({ name: `${at + 2}月.xlsx`, host: one }));
  const done = await refresh(joinHosts(host, others), { clock, lang: 'zh', reports: 'all' });
  if (done.outcome !== 'done') throw new Error(done.missing.map(({ zh }) => zh).join());
  return new Map(
    done.written
      .filter(({ report }) => !LISTING_SHEETS.has(report) && !KEEPING_SHEETS.has(report))
      .map(({ report }) => [
        report,
        JSON.stringify(host.planOf(report)).replace(FIRST_SHEET, '').replace(FINGERPRINT, ''),
      ]),
  );
}

it('a year of lines gives the same reports on one sheet, on twelve sheets and in twelve workbooks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const { lines, months } = yearOf(seed);
      const ofMonth = (month: number): Line[] => lines.filter((_, at) => months[at] === month);
      const year = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => ofMonth(month).length > 0);
      const one = await reportsOf(makeMemoryHost({ sheets: [sheet('销售明细', lines)] }), []);
      const sheets = year.map((month) => sheet(`销售明细${month}`, ofMonth(month)));
      const twelveSheets = await reportsOf(makeMemoryHost({ sheets }), []);
      const [first, ...rest] = year.map((month) => makeMemoryHost({ sheets: [sheet('销售明细', ofMonth(month))] }));
      const twelveBooks = await reportsOf(first!, rest);
      expect(one.size).toBeGreaterThan(10);
      expect([...twelveSheets]).toEqual([...one]);
      expect([...twelveBooks]).toEqual([...one]);
    }),
    { numRuns: 8, seed: 19 },
  );
});
