import type { StandingSheet } from '../../../../src/hosts/office/write/standing-sheet';
import type { WriteTarget } from '../../../../src/hosts/office/write/survey';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { PLAN, STANDING, targetOf, written } from './written-sheet';

const WHOLE = 10_000_000;
/** Holds neither the values nor the rest in one message. */
const SMALL = 5_000;
const DRESSING = [
  'formulas', 'merges', 'tables', 'rules', 'validations', 'charts', 'view', 'page', 'wrapping', 'heights',
]; // prettier-ignore
const DRESSING_AGAIN = [...DRESSING.slice(0, 3), 'filters back', ...DRESSING.slice(3)];

beforeEach(() => {
  (globalThis as Record<string, unknown>)['Office'] = {
    context: { requirements: { isSetSupported: () => true } },
  };
});
afterEach(() => delete (globalThis as Record<string, unknown>)['Office']);

describe('a sheet that fits into one message', () => {
  it('is marked unfinished first and whole last, in one message, where it is new', async () => {
    const { steps, said } = await written(targetOf(), WHOLE);
    expect(steps).toEqual([
      'mark unfinished', 'new sheet', 'mark placed', 'number formats', 'values', 'link', 'values', 'look', ...DRESSING, 'mark whole', 'sent',
    ]); // prettier-ignore
    const mark = 'workbook.names.add("Kelan_tiers", "=\\"客户等级\\"", "unfinished:run1")';
    expect(said.filter((line) => line.startsWith(mark))).toEqual([
      mark,
      `${mark}.formula = "='客户等级'!$A$1"`,
      `${mark}.comment = "f1"`,
    ]);
  });

  it('loses its filters, old sizes, looks and leftovers where it stands, and gets her filters back', async () => {
    const { steps, said } = await written(targetOf({ hasMark: true, standing: STANDING }), WHOLE);
    expect(steps).toEqual([
      'mark unfinished', 'lift filters', 'fit table', 'clear look', 'number formats', 'values', 'clear leftovers', 'link', 'values', 'look',
      ...DRESSING_AGAIN, 'mark whole', 'sent',
    ]); // prettier-ignore
    expect(said[0]).toBe('workbook.names.getItem("Kelan_tiers").comment = "unfinished:run1"');
    expect(said.some((line) => line.startsWith('workbook.worksheets.getItem("s1").'))).toBe(true);
    // Below its three rows nothing of an older, longer report is left.
    expect(said.filter((line) => line.includes('clear("Contents")'))).toEqual([
      'workbook.worksheets.getItem("s1").getRangeByIndexes(0, 2, 3, 16382).clear("Contents")',
      'workbook.worksheets.getItem("s1").getRangeByIndexes(3, 0, 1048573, 16384).clear("Contents")',
    ]);
  });

  it('keeps the charts, the page and the visibility that it has where it stands', async () => {
    const plan: SheetPlan = { ...PLAN, visibility: 'hidden' };
    const page = { margins: {}, orientation: 'Portrait' } as StandingSheet['page'];
    const standing = { ...STANDING, page, charts: [{ name: 'Kelan_c', seriesCount: 1 }] };
    const setOf = async (target: WriteTarget): Promise<boolean[]> => {
      const { said } = await written(target, WHOLE);
      return [/charts\.add\(/, /orientation = /, /visibility = /].map((one) => said.some((line) => one.test(line)));
    };
    expect(await setOf(targetOf({ plan }))).toEqual([true, true, true]);
    expect(await setOf(targetOf({ plan, hasMark: true, standing }))).toEqual([false, false, false]);
  });

  it('has no leftovers where it stands blank', async () => {
    const blank = targetOf({ hasMark: true, standing: { ...STANDING, isBlank: true, endRow: 0, tables: [] } });
    expect((await written(blank, WHOLE)).steps).not.toContain('clear leftovers');
  });

  it('lets the screen breathe within a message of many values, and not for few', async () => {
    expect((await written(targetOf(), WHOLE)).pauses).toBe(1);
    const values = Array.from({ length: 30_000 }, () => ['客户', 1]);
    const long = { ...PLAN, blocks: [{ ...PLAN.blocks[0]!, values }] };
    // Measured, put in, sent.
    expect((await written(targetOf({ plan: long }), WHOLE)).pauses).toBe(3);
  });

  it('gets its mark pointed at it where the mark was left without a place', async () => {
    const MARK = 'workbook.names.getItem("Kelan_tiers")';
    const placed = async (changes: Partial<WriteTarget>): Promise<string[]> =>
      (await written(targetOf({ hasMark: true, ...changes }), WHOLE)).said.filter((line) => line.startsWith(MARK));
    const whole = `${MARK}.comment = "f1"`;
    const unfinished = `${MARK}.comment = "unfinished:run1"`;
    expect(await placed({ standing: STANDING, isPlaced: true })).toEqual([unfinished, whole]);
    expect(await placed({ standing: STANDING, isPlaced: false })).toEqual([
      unfinished,
      `${MARK}.formula = "='客户等级'!$A$1"`,
      whole,
    ]);
    // Her deletion of the sheet left the mark: it says first which sheet is about to be made.
    expect(await placed({})).toEqual([
      unfinished,
      `${MARK}.formula = "=\\"客户等级\\""`,
      `${MARK}.formula = "='客户等级'!$A$1"`,
      whole,
    ]);
  });

  it('of the person keeps no mark', async () => {
    const { said } = await written(targetOf({ plan: { ...PLAN, owner: 'person' } }), WHOLE);
    const mark = 'workbook.names.add("Kelan_unfinished_tiers", "=\\"客户等级\\"", "unfinished:run1")';
    expect(said.filter((line) => line.startsWith(mark)).slice(2)).toEqual([`${mark}.delete()`]);
  });
});

describe('a sheet that does not fit into one message', () => {
  const NEW = 'workbook.names.add("Kelan_tiers", "=\\"客户等级\\"", "unfinished:run1").comment';
  const OLD = 'workbook.names.getItem("Kelan_tiers").comment';
  const withoutSends = (steps: readonly string[]): string[] =>
    steps.filter((step) => step !== 'sent').filter((step, at, all) => step !== all[at - 1]);

  it('is written part by part where it is new, and declared whole in a message of its own', async () => {
    const { steps } = await written(targetOf(), SMALL, { [NEW]: 'unfinished:run1' });
    expect(withoutSends(steps)).toEqual([
      'mark unfinished', 'new sheet', 'mark placed', 'number formats', 'values', 'link', 'values', 'look', ...DRESSING, 'mark whole',
    ]); // prettier-ignore
    expect(steps.slice(-3)).toEqual(['sent', 'mark whole', 'sent']);
    expect(steps.filter((step) => step === 'sent').length).toBeGreaterThan(3);
  });

  it('is parked below its old rows, sent, and then takes their place', async () => {
    const comment = 'unfinished:run1:11';
    const { steps, said } = await written(targetOf({ hasMark: true, standing: STANDING }), SMALL, { [OLD]: comment });
    expect(said[0]).toBe(`${OLD} = "${comment}"`);
    expect(withoutSends(steps)).toEqual([
      'mark unfinished', 'number formats', 'values',
      'lift filters', 'fit table', 'clear look', 'number formats', 'take from parked', 'clear parked', 'clear leftovers', 'link', 'values', 'look',
      ...DRESSING_AGAIN, 'mark whole',
    ]); // prettier-ignore
    // Not one of the old cells is touched before all of the new ones are there.
    expect(steps[steps.indexOf('lift filters') - 1]).toBe('sent');
    expect(steps.slice(steps.indexOf('lift filters'), steps.indexOf('clear leftovers'))).not.toContain('sent');
  });

  it('goes in whole over old rows where all but its looks fits beside nothing else', async () => {
    const links = Array.from({ length: 200 }, () => PLAN.links[0]!);
    const target = targetOf({ hasMark: true, standing: STANDING, plan: { ...PLAN, links } });
    const { steps, said } = await written(target, 60_000, { [OLD]: 'unfinished:run1' });
    expect(said[0]).toBe(`${OLD} = "unfinished:run1"`);
    expect(withoutSends(steps).slice(0, 7)).toEqual([
      'mark unfinished', 'lift filters', 'fit table', 'clear look', 'number formats', 'values', 'clear leftovers',
    ]); // prettier-ignore
    expect(said.filter((line) => line.includes('.hyperlink = '))).toHaveLength(200);
  });

  it('is not parked where it stands blank: there is nothing to lose', async () => {
    const blank = { ...STANDING, isBlank: true, endRow: 0, tables: [] };
    const answers = { [OLD]: 'unfinished:run1' };
    const { steps, said } = await written(targetOf({ hasMark: true, standing: blank }), SMALL, answers);
    expect(said[0]).toBe(`${OLD} = "unfinished:run1"`);
    expect(steps).not.toContain('take from parked');
  });

  it('is not declared ours where another refresh took it over meanwhile', async () => {
    const { error, steps } = await written(targetOf(), SMALL, { [NEW]: 'unfinished:other' });
    expect(error).toMatchObject({ code: 'changed-meanwhile', sheet: '客户等级' });
    expect(steps).not.toContain('mark whole');
  });

  it('of one message exactly still goes in one', async () => {
    const { sizeOfSheet } = await import('../../../../src/hosts/office/write/sheet-size');
    const total = Object.values(sizeOfSheet(PLAN)).reduce((sum, bytes) => sum + bytes, 0);
    const sends = async (budget: number): Promise<number> =>
      (await written(targetOf(), budget, { [NEW]: 'unfinished:run1' })).steps.filter((step) => step === 'sent').length;
    expect(await sends(total)).toBe(1);
    expect(await sends(total - 1)).toBeGreaterThan(1);
  });
});
