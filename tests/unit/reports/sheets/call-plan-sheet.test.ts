import fc from 'fast-check';
import { analyse } from '../../../../src/core/analyse';
import { dayOf } from '../../../../src/core/model/day';
import type { Dataset } from '../../../../src/core/model/dataset';
import { settingsWith } from '../../../../src/core/settings';
import type { Lang } from '../../../../src/i18n/lang';
import { writeRepCalendars } from '../../../../src/reports/call-plan-ics';
import { layOutReports } from '../../../../src/reports/layout/lay-out-reports';
import { PLAN_HEADERS } from '../../../../src/reports/words/plan-words';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { serialOfDay } from '../../../../src/workbook/serial-day';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { cellsOf, findCell } from '../../../support/plan-cells';
import { seededRandom } from '../../../support/seeded-random';

const CODES = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'];

function aBook(contacts: readonly RowOf<'contacts'>[] = [], rename: Readonly<Record<string, string>> = {}): Dataset {
  return aDataset()
    .withClients(
      CODES.map((code, at) => ({ code, name: rename[code] ?? `客户${code}`, region: at % 2 ? '华东' : '华南' })),
    )
    .withTransactions(
      CODES.flatMap((code, at) => [
        { client: code, day: '2025-10-10', amount: 1000 * (at + 1) },
        { client: code, day: '2026-01-15', amount: 1000 * (at + 1) },
      ]),
    )
    .withRows('contacts', contacts)
    .build();
}

interface Run {
  readonly asOf?: string;
  readonly lang?: Lang;
  readonly month?: string;
}

function sheetOf(dataset: Dataset, before?: CellValue[][], { asOf = '2026-01-31', lang = 'zh', month = '' }: Run = {}) {
  const analysis = analyse(dataset, {
    today: day(asOf),
    asOf: day(asOf),
    period: { kind: 'last12m' },
    settings: settingsWith({ 'plan.month': month }),
  });
  const { sheets, callPlan } = layOutReports({
    analysis,
    dataset,
    lang,
    chosen: ['callPlan'],
    snapshots: new Map(
      before ? [['callPlan', { id: 'callPlan', fingerprint: '', sheetName: '联络计划', cells: before }]] : [],
    ),
    columnMap: [],
    run: { time: '2026-02-01 09:00', version: '0.1.0' },
    sheetNames: [],
    dateBase: 1900,
  });
  return { cells: cellsOf(sheets[0]!), plan: callPlan!, sheet: sheets[0]! };
}

type Header = keyof typeof PLAN_HEADERS;

function columnOf(cells: CellValue[][], header: Header, lang: Lang = 'zh'): number {
  const headerRow = findCell(cells, PLAN_HEADERS.key[lang]).row;
  return cells[headerRow]!.indexOf(PLAN_HEADERS[header][lang]);
}

function write(cells: CellValue[][], key: string, header: Header, value: CellValue): void {
  const line = cells[findCell(cells, key).row]!;
  const column = columnOf(cells, header);
  while (line.length <= column) line.push(null);
  line[column] = value;
}

const read = (cells: CellValue[][], key: string, header: Header, lang: Lang = 'zh'): CellValue =>
  cells[findCell(cells, key).row]![columnOf(cells, header, lang)] ?? null;

const serial = (year: number, month: number, date: number): number => serialOfDay(dayOf(year, month, date), 1900);

describe('the plan sheet', () => {
  it('shows the same a second time', () => {
    const first = sheetOf(aBook());
    expect(sheetOf(aBook(), first.cells).cells).toEqual(first.cells);
  });

  it('rules each day and bands each person, however long it is', () => {
    const clients = Array.from({ length: 400 }, (_, at) => ({
      code: `L${at}`,
      name: `客户${at}`,
      rep: at % 2 ? '乙' : '甲',
    }));
    const long = aDataset()
      .withClients(clients)
      .withTransactions(
        clients.flatMap(({ code }, at) => [
          { client: code, day: '2025-10-10', amount: 1000 + at },
          { client: code, day: '2026-01-15', amount: 1000 + at },
        ]),
      )
      .build();
    const { sheet, cells, plan } = sheetOf(long);
    expect(plan.contacts.length).toBeGreaterThan(300);
    const headerRow = findCell(cells, PLAN_HEADERS.key.zh).row;
    const rules = sheet.conditionalFormats.flatMap((one) => (one.kind === 'rowChanges' ? [one] : []));
    // Before, among and behind the boxes of the columns to fill in.
    expect(rules.map(({ range }) => range.columns).reduce((sum, one) => sum + one)).toBe(cells[headerRow]!.length);
    expect(rules.map(({ sides }) => sides?.left !== undefined)).toEqual([false, true, false]);
    for (const { range, column, within } of rules)
      expect([range.row, range.rows, column, within]).toEqual([
        headerRow + 1,
        plan.contacts.length,
        columnOf(cells, 'day'),
        columnOf(cells, 'rep'),
      ]);
    const body = sheet.blocks.filter(({ row }) => row > headerRow && row <= headerRow + plan.contacts.length);
    // Two people: the first line and the others of each.
    expect(body.map(({ styles }) => styles[0]!.fill !== undefined)).toEqual([false, false, true, true]);
    expect(body.map(({ styles }) => styles[0]!.border?.top?.style)).toEqual(['medium', undefined, 'medium', undefined]);
  });

  it('keeps a done row where it was done, and says so', () => {
    const { cells } = sheetOf(aBook());
    write(cells, 'K1|2026-02|call|1', 'actualDay', serial(2026, 2, 6));
    write(cells, 'K1|2026-02|call|1', 'result', '月底补货');
    const after = sheetOf(aBook(), cells);
    expect(read(after.cells, 'K1|2026-02|call|1', 'status')).toBe('完成');
    expect(read(after.cells, 'K1|2026-02|call|1', 'day')).toBe(serial(2026, 2, 6));
    expect(read(after.cells, 'K1|2026-02|call|1', 'result')).toBe('月底补货');
    expect(after.plan.attainment.total.done).toBe(1);
  });

  it('puts a moved row on its new day', () => {
    const { cells } = sheetOf(aBook());
    write(cells, 'K2|2026-02|visit|1', 'movedDay', '2026-2-26');
    const after = sheetOf(aBook(), cells);
    expect(read(after.cells, 'K2|2026-02|visit|1', 'status')).toBe('已改期');
    expect(read(after.cells, 'K2|2026-02|visit|1', 'day')).toBe(serial(2026, 2, 26));
  });

  it('does not take a result for done where 完成 says no', () => {
    const { cells } = sheetOf(aBook());
    write(cells, 'K1|2026-02|call|1', 'result', '没人接');
    write(cells, 'K1|2026-02|call|1', 'done', '否');
    const after = sheetOf(aBook(), cells);
    expect(read(after.cells, 'K1|2026-02|call|1', 'status')).toBe('待办');
    expect(read(after.cells, 'K1|2026-02|call|1', 'result')).toBe('没人接');
  });

  it('follows a client to its new name', () => {
    const { cells } = sheetOf(aBook());
    write(cells, 'K3|2026-02|call|1', 'notes', '找陈经理');
    const after = sheetOf(aBook([], { K3: '新名称公司' }), cells);
    expect(read(after.cells, 'K3|2026-02|call|1', 'name')).toBe('新名称公司');
    expect(read(after.cells, 'K3|2026-02|call|1', 'notes')).toBe('找陈经理');
  });

  it('reads its own sheet in the other language', () => {
    const { cells } = sheetOf(aBook());
    write(cells, 'K1|2026-02|call|1', 'done', '是');
    const after = sheetOf(aBook(), cells, { lang: 'en' });
    expect(read(after.cells, 'K1|2026-02|call|1', 'status', 'en')).toBe('Done');
  });

  it('ticks off what the contact log has, once only', () => {
    const log = [{ client: 'K1', at: '2026-02-04', method: '电话', content: '已订货' }];
    const { cells } = sheetOf(aBook());
    const logged = sheetOf(aBook(log), cells, { asOf: '2026-02-05', month: '2026-02' });
    expect(read(logged.cells, 'K1|2026-02|call|1', 'status')).toBe('已有联络记录');
    expect(read(logged.cells, 'K1|2026-02|visit|1', 'status')).not.toBe('已有联络记录');
    write(cells, 'K1|2026-02|call|1', 'actualDay', serial(2026, 2, 4));
    const both = sheetOf(aBook(log), cells, { asOf: '2026-02-05', month: '2026-02' });
    expect(both.plan.attainment.total.done).toBe(1);
  });

  it('plans a missed row again, first of all', () => {
    const first = sheetOf(aBook());
    const early = first.plan.contacts[0]!;
    const later = sheetOf(aBook(), first.cells, { asOf: '2026-02-12', month: '2026-02' });
    const again = later.plan.contacts.find(({ key }) => key === early.key)!;
    expect(again.status).toBe('missed');
    expect(again.day).toBe(day('2026-02-13'));
  });

  it('carries what was left into the next month, and keeps what she wrote on it', () => {
    const { cells, plan } = sheetOf(aBook());
    write(cells, 'K1|2026-02|call|1', 'result', '已订货');
    write(cells, 'K2|2026-02|call|1', 'notes', '月底再打');
    const march = sheetOf(aBook(), cells, { asOf: '2026-02-28' });
    expect(read(march.cells, 'K1|2026-02|call|1', 'status')).toBe('以前月份·保留');
    expect(read(march.cells, 'K2|2026-02|call|1', 'status')).toBe('上月未完成·已转入');
    expect(read(march.cells, 'K2|2026-02|call|1', 'notes')).toBe('月底再打');
    const fresh = march.plan.contacts.filter(({ key }) => key.startsWith('K2|2026-03'));
    expect(
      fresh.some(
        ({ priority, purposes }) => priority === 0 && purposes.some(({ text }) => text.zh.includes('上月未完成')),
      ),
    ).toBe(true);
    expect(plan.month.month + 1).toBe(march.plan.month.month);
    expect(sheetOf(aBook(), march.cells, { asOf: '2026-02-28' }).cells).toEqual(march.cells);
  });

  it('stands once, under its own key, in the month that she moved it to, until it is done there', () => {
    const { cells } = sheetOf(aBook());
    const key = 'K2|2026-02|visit|1';
    write(cells, key, 'movedDay', '2026-03-05');
    write(cells, key, 'notes', '等老板回来');
    const march = sheetOf(aBook(), cells, { asOf: '2026-02-28' });
    const there = march.plan.contacts.filter((one) => one.key === key);
    expect(there.map(({ status, day: on, slot }) => [status, on, slot])).toEqual([
      ['moved', day('2026-03-05'), 'visit'],
    ]);
    expect(read(march.cells, key, 'notes')).toBe('等老板回来');
    expect(read(march.cells, key, 'status')).toBe('已改期');
    // It takes its part of the day, and is in the calendar file like any other.
    const files = writeRepCalendars(march.plan, 'zh', '20260301T000000Z').map(({ text }) => text.replace(/\r\n /g, ''));
    expect(files.join('').split(`UID:${key}@kelan`)).toHaveLength(2);
    expect(files.join('')).toContain('DTSTART;VALUE=DATE:20260305');
    expect(sheetOf(aBook(), march.cells, { asOf: '2026-02-28' }).cells).toEqual(march.cells);
    write(march.cells, key, 'actualDay', serial(2026, 3, 5));
    const done = sheetOf(aBook(), march.cells, { asOf: '2026-03-06', month: '2026-03' });
    expect(read(done.cells, key, 'status')).toBe('完成');
    // Not done in March, it is left over for April.
    const april = sheetOf(
      aBook(),
      march.cells.map((line) => [...line]),
      { asOf: '2026-03-31', month: '2026-04' },
    );
    expect(april.plan.contacts.filter((one) => one.key === key)).toHaveLength(1);
  });

  it('keeps every typed cell whatever is done to the sheet', () => {
    const original = sheetOf(aBook());
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = seededRandom(seed);
        const cells = original.cells.map((line) => [...line]);
        const typed: { key: string; header: Header; value: string }[] = [];
        for (const { key } of original.plan.contacts) {
          for (const header of ['result', 'notes', 'method'] as const)
            if (random.next() < 0.3) {
              const value = `字${seed}-${typed.length}号`;
              write(cells, key, header, value);
              typed.push({ key, header, value });
            }
        }
        const deleted = editSheet(cells, original.plan.contacts.length, random);
        const edits = random.next() < 0.5 ? {} : { asOf: '2026-02-28' };
        const once = sheetOf(aBook(), cells, edits).cells;
        const after = sheetOf(aBook(), once).cells;
        for (const { value, key } of typed)
          for (const sheet of [once, after])
            expect([value, countTyped(sheet, value)]).toEqual([value, deleted.has(key) ? 0 : 1]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Cells that hold the words, but for those that quote a result: the last contact says what was said then. */
function countTyped(cells: CellValue[][], words: string): number {
  const quotes = columnOf(cells, 'lastContact');
  return cells
    .flatMap((line) => line.filter((_, column) => column !== quotes))
    .filter((cell) => typeof cell === 'string' && cell.includes(words)).length;
}

/**
 * What people do to a sheet: delete rows, sort rows, put empty rows and columns in, clear days. Gives the keys of the rows that she
 * deleted.
 */
function editSheet(cells: CellValue[][], contacts: number, random: ReturnType<typeof seededRandom>): Set<CellValue> {
  const top = findCell(cells, PLAN_HEADERS.key.zh).row + 1;
  const keyColumn = columnOf(cells, 'key');
  const deleted = new Set<CellValue>();
  if (random.next() < 0.3) {
    deleted.add(cells.splice(top + random.whole(0, contacts - 1), 1)[0]![keyColumn]!);
    contacts--;
  }
  if (random.next() < 0.6) {
    const rows = cells.splice(top, contacts);
    const ranks = new Map(rows.map((row) => [row, random.next()]));
    cells.splice(top, 0, ...rows.sort((a, b) => ranks.get(a)! - ranks.get(b)!));
  }
  if (random.next() < 0.4) cells.splice(top + random.whole(0, contacts - 1), 0, []);
  if (random.next() < 0.4) cells.unshift([], ['自己加的一行']);
  if (random.next() < 0.4) {
    const at = random.whole(0, 8);
    for (const line of cells) if (line.length > at) line.splice(at, 0, null);
  }
  if (random.next() < 0.3) for (const line of cells.slice(top)) if (line.length > 3) line[0] = null;
  return deleted;
}
