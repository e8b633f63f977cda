import { makeOfficeHost } from '../../src/hosts/office/office-host';
import { sizeOfSheet } from '../../src/hosts/office/write/sheet-size';
import type { PlanValue, SheetPlan } from '../../src/workbook/plan';
import type { Worksheet } from './excel/worksheet';
import { fillWorkbook } from './open-workbook';
import { MINIMUM } from './profile';
import { PERSON_SHEETS, smallPlan } from './small-refresh';
import { startStandIn, type StandIn } from './stand-in';

/** A sheet whose values take several messages is parked below its old rows, all of it, before one of them is touched. */
const SMALL_MESSAGES = { writeBytes: 20_000, firstBlockRows: 10, readBytes: 3_000, makeRunToken: () => 'run' };
const FIRST_ROW = 4;

const planOf = (version: number, count: number): SheetPlan => {
  const rows = Array.from({ length: count }, (_, index): PlanValue[] => [
    `P${index}`,
    `第 ${version} 版的第 ${index} 行，写得长一些，好让一条消息装不下`,
    index * version,
    null,
    46_000 + index,
    `备注 ${index}`,
  ]);
  return smallPlan(version, [], rows).find(({ id }) => id === 'callPlan')!;
};

describe.each([
  ['longer', 150, 260],
  ['shorter', 260, 150],
])('a report that gets %s', (_, before, after) => {
  let excel: StandIn;
  const states: { readonly old: boolean; readonly fresh: boolean; readonly parked: boolean }[] = [];
  let sheet: Worksheet;
  let lastRow = 0;

  /** Whether the rows of a plan stand from a row on. */
  const stand = (plan: SheetPlan, from: number): boolean =>
    plan.blocks[3]!.values.every((row, index) =>
      [0, 1, 5].every((column) => sheet.grid.at(from + index, column)?.value === row[column]),
    );

  beforeAll(async () => {
    excel = await startStandIn(MINIMUM);
    excel.install();
    fillWorkbook(excel.openEmpty(), PERSON_SHEETS);
    const host = makeOfficeHost(SMALL_MESSAGES);
    const [one, two] = [planOf(1, before), planOf(2, after)];
    await host.write({ sheets: [one] });
    sheet = excel.workbook.findSheet(one.name)!;
    excel.processor.afterMessage = () => {
      const rows = sheet.grid.entries().map(([row]) => row);
      lastRow = Math.max(...rows);
      const below = Math.max(before, after) + FIRST_ROW;
      states.push({
        old: stand(one, FIRST_ROW),
        fresh: stand(two, FIRST_ROW),
        parked: rows.some((row) => row >= below && sheet.grid.at(row, 0)?.value === 'P0' && stand(two, row)),
      });
    };
    await host.write({ sheets: [two] });
    excel.processor.afterMessage = undefined;
  }, 120_000);
  afterAll(() => excel.uninstall());

  it('holds the whole old rows or the whole new ones after every message', () => {
    expect(states.length).toBeGreaterThan(4);
    expect(states.filter(({ old, fresh }) => !old && !fresh)).toEqual([]);
  });

  it('has all new rows parked, in messages of their own, before the first old one goes', () => {
    const placed = states.findIndex(({ fresh }) => fresh);
    expect(placed).toBeGreaterThan(1);
    expect(states[placed - 1]).toEqual({ old: true, fresh: false, parked: true });
    // Several messages before, not a row was there yet.
    expect(states[0]!.parked).toBe(false);
  });

  it('leaves nothing of the parked rows, nor of the old', () => {
    expect(states.at(-1)).toEqual({ old: false, fresh: true, parked: false });
    expect(lastRow).toBe(FIRST_ROW + after - 1);
    expect(excel.processor.complaints).toEqual([]);
  });
});

describe('a report whose values, formats of numbers and rest', () => {
  /** Whether any message leaves rows below those of both versions. */
  async function isParked(spare: number): Promise<boolean> {
    const excel = await startStandIn(MINIMUM);
    excel.install();
    try {
      fillWorkbook(excel.openEmpty(), PERSON_SHEETS);
      const [one, two] = [planOf(1, 60), planOf(2, 60)];
      const { values, numberFormats, rest } = sizeOfSheet(two);
      const host = makeOfficeHost({ ...SMALL_MESSAGES, writeBytes: values + numberFormats + rest + spare });
      await host.write({ sheets: [one] });
      const sheet = excel.workbook.findSheet(one.name)!;
      let lowest = 0;
      excel.processor.afterMessage = () => {
        lowest = Math.max(lowest, ...sheet.grid.entries().map(([row]) => row));
      };
      await host.write({ sheets: [two] });
      excel.processor.afterMessage = undefined;
      return lowest >= 60 + FIRST_ROW;
    } finally {
      excel.uninstall();
    }
  }

  it('fit into one message by a byte is not parked, and one that does not is', async () => {
    expect([await isParked(0), await isParked(-1)]).toEqual([false, true]);
  }, 120_000);
});
