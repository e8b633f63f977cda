import { WriteQueue } from '../../../../src/hosts/office/write/write-queue';
import type { ExcelContext } from '../../../../src/hosts/office/run-excel';
import type { CellBlock, ChartPlan, SheetPlan } from '../../../../src/workbook/plan';
import { messagesOf, PLAN, STANDING, stepsOf, targetOf, written } from './written-sheet';

const world = globalThis as Record<string, unknown>;
beforeEach(() => {
  world['Office'] = { context: { requirements: { isSetSupported: () => true } } };
});
afterEach(() => delete world['Office']);

const NEW = 'workbook.names.add("Kelan_tiers", "=\\"客户等级\\"", "unfinished:run1")';
const OLD = 'workbook.names.getItem("Kelan_tiers")';
const ANSWERS = { [`${NEW}.comment`]: 'unfinished:run1', [`${OLD}.comment`]: 'unfinished:run1' };
const WHOLE = 10_000_000;
const standing = (plan: SheetPlan) => targetOf({ plan, hasMark: true, standing: STANDING });
const linked = (count: number): SheetPlan['links'] => Array.from({ length: count }, () => PLAN.links[0]!);
const counts = (said: readonly string[], words: string): number[] =>
  messagesOf(said).map((lines) => lines.filter((line) => line.includes(words)).length);

/**
 * An action is 130 bytes. Of `PLAN`: 110 of the sheet, 5 of a wrap, 70 of a chart, 30 of three rules and 6 of a formula are
 * 28,730 bytes; a number format 520, two looks 3,120, a link 780, a height 650, three rows of values 50: 33,850 in all.
 */
describe('messages of a sheet that is written in parts', () => {
  it('hold what fits beside one another, and no more', async () => {
    const { said } = await written(targetOf(), 5_000, ANSWERS);
    expect(messagesOf(said).map(stepsOf)).toEqual([
      ['mark unfinished', 'new sheet', 'mark placed', 'number formats'],
      ['values', 'link', 'values', 'look'],
      ['formulas', 'merges', 'tables', 'rules', 'validations', 'charts', 'view', 'page', 'wrapping'],
      ['heights'],
      ['mark whole'],
    ]);
  });

  it('ask for the mark before they declare the sheet whole: what was not loaded Excel does not tell', async () => {
    const { said } = await written(targetOf(), 5_000, ANSWERS);
    expect(counts(said, `${NEW}.load("comment")`)).toEqual([0, 0, 0, 1, 0]);
  });

  it('hold six links of 780 bytes beside 50 of values, in 5,000', async () => {
    const { said } = await written(targetOf({ plan: { ...PLAN, links: linked(20) } }), 5_000, ANSWERS);
    // The looks, 3,120 bytes, go beside the last two.
    expect(counts(said, '.hyperlink = ')).toEqual([0, 6, 6, 6, 2, 0, 0, 0]);
    expect(counts(said, 'font.name = ')).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
  });

  it('hold three looks of 1,560 bytes, then seven cells of a colour of their own, in 5,000', async () => {
    const blocks = Array.from({ length: 7 }, (_, row): CellBlock => ({
      row,
      column: 0,
      values: [['a']],
      styles: [{ bold: true }],
    }));
    const fills = Array.from({ length: 9 }, (_, row) => ({ row, column: 0, color: '#FFFF00' }));
    const plan = { ...PLAN, blocks, fills, links: [], formulas: [], tables: [] };
    const { said } = await written(targetOf({ plan }), 5_000, ANSWERS);
    // Seven rows of 7 bytes, three looks; three; one with five of 650; four.
    expect(counts(said, 'font.bold = true')).toEqual([0, 3, 3, 1, 0, 0, 0, 0]);
    expect(counts(said, 'fill.color = "#FFFF00"')).toEqual([0, 0, 0, 5, 4, 0, 0, 0]);
  });

  it('are filled by several sheets, where those fit beside one another to the byte', async () => {
    const sent = async (budget: number): Promise<number> =>
      messagesOf((await written(targetOf(), budget, ANSWERS, [targetOf()])).said).length;
    expect([await sent(2 * 33_850), await sent(2 * 33_850 - 1)]).toEqual([1, 2]);
  });
});

describe('values that stand for older ones', () => {
  /** 2,000 rows of 28 bytes, and the header: more than half of a message of 100,000. */
  const values = [PLAN.blocks[0]!.values[0]!, ...Array.from({ length: 2_000 }, (_, row) => ['abcdefghij', row])];
  const plan: SheetPlan = { ...PLAN, blocks: [{ ...PLAN.blocks[0]!, values }], links: linked(200) };
  const LONG = /getRangeByIndexes\(\d+, 0, \d\d+, 2\)\.values = /;

  it('go in one piece where they fit; those of a new sheet may come in several', async () => {
    const pieces = async (target: ReturnType<typeof targetOf>): Promise<number> =>
      (await written(target, 100_000, ANSWERS)).said.filter((line) => LONG.test(line)).length;
    expect([await pieces(standing(plan)), await pieces(targetOf({ plan }))]).toEqual([1, 2]);
  });

  it('count in their message: 18 links have room beside them and the rest of the sheet', async () => {
    const { said } = await written(standing(plan), 100_000, ANSWERS);
    // 28,730 + 520 + 56,012 are 85,262; 18 links 14,040.
    expect(counts(said, '.hyperlink = ').slice(0, 2)).toEqual([18, 128]);
  });
});

describe('the screen goes on', () => {
  const pauses = async (changes: Partial<SheetPlan>): Promise<number> =>
    (await written(targetOf({ plan: { ...PLAN, ...changes } }), WHOLE)).pauses;

  it('behind many links, many looks and many charts of one message, and behind the message', async () => {
    expect(await pauses({})).toBe(1);
    expect(await pauses({ links: linked(300) })).toBe(2);
    const blocks = Array.from({ length: 150 }, (_, row): CellBlock => ({
      row,
      column: 0,
      values: [['a']],
      styles: [{ bold: true }],
    }));
    expect(await pauses({ blocks })).toBe(2);
    const charts = Array.from({ length: 25 }, (_, at): ChartPlan => ({ ...PLAN.charts[0]!, id: `c${at}` }));
    expect(await pauses({ charts })).toBe(2);
  });

  const queueOf = (budget: number) => {
    const [pause, sync] = [jest.fn(() => Promise.resolve()), jest.fn(() => Promise.resolve())];
    const application = { suspendScreenUpdatingUntilNextSync: () => 0, suspendApiCalculationUntilNextSync: () => 0 };
    const queue = new WriteQueue({ sync, application } as unknown as ExcelContext, budget, { pause });
    const breathed = async (bytes: number): Promise<number> => {
      await queue.breathe(bytes);
      return pause.mock.calls.length;
    };
    return { queue, breathed, sent: () => sync.mock.calls.length };
  };

  it('after 200,000 bytes, counted anew from there', async () => {
    const { queue, breathed } = queueOf(WHOLE);
    expect([await breathed(199_999), await breathed(1), await breathed(199_999), await breathed(1)]).toEqual([
      0, 1, 1, 2,
    ]);
    await breathed(150_000);
    // The message itself lets it go on.
    await queue.send();
    expect([await breathed(199_999), await breathed(1)]).toEqual([3, 4]);
  });

  it('and a message is counted anew from each that was sent', async () => {
    const { queue, sent } = queueOf(100);
    await queue.reserve(1);
    await queue.reserve(100);
    expect(sent()).toBe(1);
    await queue.send();
    await queue.reserve(500);
    expect(sent()).toBe(2);
  });
});
