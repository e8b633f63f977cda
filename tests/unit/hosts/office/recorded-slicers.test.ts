import { DEFAULT_OPTIONS } from '../../../../src/hosts/office/options';
import { writeSlicers } from '../../../../src/hosts/office/write/write-slicers';
import type { CellBlock, SheetPlan, SlicerPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

const world = globalThis as Record<string, unknown>;
afterEach(() => {
  delete world['Excel'];
  delete world['Office'];
});

const SLICER: SlicerPlan = {
  ...{ id: 'tiers_code', table: 'KelanTable_tiers', column: 1, caption: '按编号' },
  ...{ row: 1, rows: 3, sheetColumn: 4, indent: 2, width: 20 },
};
/** The header stands in two blocks side by side: 名称 over column C, 编号 over D, and a figure over E. */
const HEADER: readonly CellBlock[] = [
  { row: 0, column: 0, values: [['标题']], styles: [{}] },
  { row: 5, column: 2, values: [['名称'], ['甲']], styles: [{}] },
  {
    row: 5,
    column: 3,
    values: [
      ['编号', 2025],
      ['1', 2],
    ],
    styles: [{}, {}],
  },
];
function planOf(slicers: readonly SlicerPlan[] | undefined, blocks = HEADER): SheetPlan {
  const { owner: _, ...sheet } = bareSheet('tiers', '等级', []);
  const range = { row: 5, column: 2, rows: 2, columns: 3 };
  const tables = [{ name: 'KelanTable_tiers', range, style: '', hasFilter: true }];
  return { ...sheet, blocks, tables, ...(slicers && { slicers }) };
}
interface Standing {
  readonly name: string;
  readonly sheet: string;
}

/** What is said to an Excel with these slicers, and these tables on our sheet; each message apart. */
async function said(
  plans: readonly SheetPlan[],
  {
    standing = [],
    tables = ['KelanTable_tiers'],
    version = '1.10',
    refusal,
  }: {
    readonly standing?: readonly Standing[];
    readonly tables?: readonly string[];
    readonly version?: string;
    readonly refusal?: Error;
  } = {},
): Promise<string[][]> {
  const lines: string[] = [];
  const items = standing.map(({ name, sheet }) => {
    const one = { id: name, name, worksheet: { name: sheet }, delete: () => lines.push(`${name} goes`) };
    return new Proxy(one, {
      set: (_, what, value) => lines.push(`${name}.${String(what)} = ${JSON.stringify(value)}`) > 0,
    });
  });
  const sheet = 'workbook.worksheets.getItem("等级")';
  const range = `${sheet}.getRangeByIndexes(1, 4, 3, 1)`;
  const { object, said: recorded } = recordedExcel<Excel.RequestContext>({
    'workbook.slicers.items': items,
    [`${sheet}.tables.items`]: tables.map((name) => ({ name })),
    [`${range}.left`]: 100,
    [`${range}.top`]: 50,
    [`${range}.height`]: 60,
  });
  const messages: string[][] = [];
  world['Office'] = { context: { requirements: { isSetSupported: (_: string, asked: string) => asked === version } } };
  world['Excel'] = {
    run: (batch: (context: unknown) => unknown) =>
      batch({
        workbook: object.workbook,
        sync: () => {
          if (refusal) return Promise.reject(refusal);
          return Promise.resolve(void messages.push([...lines.splice(0), ...recorded.splice(0)]));
        },
      }),
  };
  await writeSlicers(DEFAULT_OPTIONS, plans.map((plan) => ({ plan, sheetName: plan.name }))); // prettier-ignore
  return messages;
}
/** Of the second message: what is done. */
const done = async (...asked: Parameters<typeof said>): Promise<string[]> => (await said(...asked))[1] ?? [];
const add = (table = 'KelanTable_tiers', header = '编号'): string =>
  `workbook.slicers.add(${JSON.stringify(table)}, ${JSON.stringify(header)}, "等级")`;
const dressed = (one: string): string[] => [
  `${one}.caption = "按编号"`,
  // A character is 5.25 points wide.
  `${one}.left = 110.5`,
  `${one}.top = 50`,
  `${one}.width = 105`,
  `${one}.height = 60`,
];
const made = (name = 'Kelan_tiers_code', table?: string, header?: string): string[] => {
  const one = add(table, header);
  return [one, `${one}.name = "${name}"`, ...dressed(one)];
};

describe('buttons that filter a table in Excel', () => {
  it('are looked for first, with the tables and the place that they get, then made', async () => {
    const [asked, ...rest] = await said([planOf([SLICER])]);
    const sheet = 'workbook.worksheets.getItem("等级")';
    expect(asked).toEqual([
      'workbook.slicers.load("items/id,items/name,items/worksheet/name")',
      `${sheet}.tables.load("items/name")`,
      `${sheet}.getRangeByIndexes(1, 4, 3, 1).load("left,top,height")`,
    ]);
    expect(rest).toEqual([made()]);
  });

  it('are asked for only where Excel has them and a sheet has some', async () => {
    expect(await said([planOf([SLICER])], { version: '1.9' })).toEqual([]);
    expect(await said([planOf(undefined)])).toEqual([]);
    // None any more: those that stand may have to go.
    expect(await said([planOf([])])).toHaveLength(2);
    expect(await said([planOf(undefined), planOf([SLICER])])).toHaveLength(2);
  });

  it('that stand keep their name and what is chosen on them', async () => {
    const ours = { name: 'Kelan_tiers_code', sheet: '等级' };
    expect(await done([planOf([SLICER])], { standing: [ours] })).toEqual(dressed('Kelan_tiers_code'));
    const numbered = { name: 'Kelan_tiers_code_2', sheet: '等级' };
    expect(await done([planOf([SLICER])], { standing: [numbered] })).toEqual(dressed('Kelan_tiers_code_2'));
    // Of two of ours over one column the second goes.
    const both = await done([planOf([SLICER])], { standing: [ours, numbered] });
    expect(both).toEqual(['Kelan_tiers_code_2 goes', ...dressed('Kelan_tiers_code')]);
  });

  it('that are no longer planned go; hers and those of other sheets stay', async () => {
    const standing = [
      { name: 'Kelan_tiers_old', sheet: '等级' },
      { name: 'Kelan_tiers_old', sheet: '别处' },
      { name: 'Kelan_tiers_code 1', sheet: '等级' },
      { name: '她的', sheet: '等级' },
    ];
    expect(await done([planOf([])], { standing })).toEqual(['Kelan_tiers_old goes']);
    expect(await done([planOf([SLICER])], { standing })).toEqual(['Kelan_tiers_old goes', ...made()]);
  });

  it('have a number where a slicer elsewhere has the name, or one made just now', async () => {
    const elsewhere = (...names: string[]) => ({ standing: names.map((name) => ({ name, sheet: '别处' })) });
    const plan = [planOf([SLICER])];
    expect(await done(plan, elsewhere('Kelan_tiers_code'))).toEqual(made('Kelan_tiers_code_2'));
    expect(await done(plan, elsewhere('Kelan_tiers_code', 'Kelan_tiers_code_2'))).toEqual(made('Kelan_tiers_code_3'));
    const twice = await done([planOf([SLICER, SLICER])]);
    expect(twice.filter((line) => line.includes('.name = '))).toEqual([
      `${add()}.name = "Kelan_tiers_code"`,
      `${add()}.name = "Kelan_tiers_code_2"`,
    ]);
  });

  it('take the name of one that goes in the same write', async () => {
    const others = { ...planOf([]), name: '别处' };
    const standing = [{ name: 'Kelan_tiers_code', sheet: '别处' }];
    expect(await done([others, planOf([SLICER])], { standing })).toEqual(['Kelan_tiers_code goes', ...made()]);
  });

  it('stand over the column by the words of its header, on the table as it is named there', async () => {
    expect(await done([planOf([{ ...SLICER, column: 0 }])])).toEqual(made(undefined, undefined, '名称'));
    expect(await done([planOf([SLICER])], { tables: ['hers', 'KelanTable_tiers_2'] })).toEqual(
      made(undefined, 'KelanTable_tiers_2'),
    );
  });

  it('are left out where the table is not there, or no words stand over the column', async () => {
    expect(await done([planOf([SLICER])], { tables: ['hers'] })).toEqual([]);
    expect(await done([planOf([{ ...SLICER, column: 2 }])])).toEqual([]);
    expect(await done([planOf([{ ...SLICER, table: 'none' }])], { tables: ['none'] })).toEqual([]);
    // Behind one that cannot be made, another can.
    expect(await done([planOf([{ ...SLICER, id: 'x', column: 2 }, SLICER])])).toEqual(made());
  });

  it('are done without where Excel refuses them; a mistake of ours is told', async () => {
    const refusal = Object.assign(new Error('no'), { code: 'GeneralException' });
    expect(await said([planOf([SLICER])], { refusal })).toEqual([]);
    await expect(said([planOf([SLICER])], { refusal: new TypeError('ours') })).rejects.toThrow('ours');
  });
});
