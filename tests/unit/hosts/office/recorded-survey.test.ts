import { DEFAULT_OPTIONS } from '../../../../src/hosts/office/options';
import { surveyWorkbook, type Survey } from '../../../../src/hosts/office/write/survey';
import { WriteMemory } from '../../../../src/hosts/office/write/write-memory';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

interface Book {
  /** `used`: rows above the used range, and rows of it; nothing: the sheet is blank. */
  readonly sheets?: readonly {
    readonly id: string;
    readonly name: string;
    readonly isProtected?: boolean;
    readonly used?: readonly [above: number, rows: number];
  }[];
  /** Formula and comment by the name of a report. */
  readonly marks?: Readonly<Record<string, readonly [formula: string, comment: string]>>;
  readonly tables?: readonly object[];
  readonly isLocked?: boolean;
  readonly isReadOnly?: boolean;
  /** What else Excel tells. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const world = globalThis as Record<string, unknown>;
afterEach(() => delete world['Excel']);

const sheetAt = (id: string): string => `workbook.worksheets.getItem("${id}")`;

function answersOf(book: Book): Record<string, unknown> {
  const { sheets = [], marks = {}, tables = [], isLocked = false, isReadOnly = false, more } = book;
  const answers: Record<string, unknown> = {
    'workbook.readOnly': isReadOnly,
    'workbook.protection.protected': isLocked,
    'workbook.tables.items': tables,
    'workbook.worksheets.items': sheets.map(({ id, name, isProtected = false }) => ({
      id,
      name,
      protection: { protected: isProtected },
    })),
  };
  for (const [report, [formula, comment]] of Object.entries(marks)) {
    const mark = `workbook.names.getItemOrNullObject("Kelan_${report}")`;
    Object.assign(answers, {
      [`${mark}.isNullObject`]: false,
      [`${mark}.formula`]: formula,
      [`${mark}.comment`]: comment,
    });
  }
  for (const { id, used } of sheets) {
    const range = `${sheetAt(id)}.getUsedRangeOrNullObject(false)`;
    Object.assign(answers, {
      [`${range}.isNullObject`]: used === undefined,
      [`${range}.rowIndex`]: used?.[0],
      [`${range}.rowCount`]: used?.[1],
      [`${sheetAt(id)}.charts.items`]: [],
    });
  }
  return { ...answers, ...more };
}

/** Looks at a workbook; `messages` is what was said to Excel in each. */
async function look(
  book: Book,
  plans: readonly SheetPlan[],
  memory = new WriteMemory(),
): Promise<Survey & { readonly messages: readonly (readonly string[])[] }> {
  const { object, said } = recordedExcel<Excel.RequestContext>(answersOf(book));
  const messages: string[][] = [];
  const sync = (): Promise<void> => Promise.resolve(void messages.push(said.splice(0)));
  world['Excel'] = { run: (batch: (context: unknown) => unknown) => batch({ workbook: object.workbook, sync }) };
  return { ...(await surveyWorkbook(DEFAULT_OPTIONS, plans, memory)), messages };
}

function planOf(id: string, changes: Partial<SheetPlan> = {}): SheetPlan {
  const { owner: _, ...sheet } = bareSheet(id, `表${id}`, []);
  return { ...sheet, ...changes };
}
const OURS = { id: 's1', name: '旧名', used: [2, 7] } as const;
const MARK = { a: ["='旧名'!$A$1", 'f-old'] } as const;
const refusal = (book: Book, plan = planOf('a')): Promise<unknown> =>
  look(book, [plan]).then(
    () => 'none',
    ({ code, sheet }: { code: string; sheet: string }) => [code, sheet],
  );

describe('where a sheet of the plan goes', () => {
  const placeOf = async (book: Book, plan = planOf('a')): Promise<unknown[]> => {
    const { targets } = await look(book, [plan]);
    const [{ sheetName, standing, hasMark, isPlaced }] = targets as [Survey['targets'][number]];
    return [sheetName, standing?.id, hasMark, isPlaced];
  };

  it('is onto the sheet that its mark points at, whatever name that has', async () => {
    expect(await placeOf({ sheets: [{ id: 's0', name: '客户' }, OURS], marks: MARK })).toEqual([
      '旧名',
      's1',
      true,
      true,
    ]);
    // She deleted its first row: the mark has lost its cell, and still names the sheet.
    expect(await placeOf({ sheets: [OURS], marks: { a: ['=旧名!#REF!', 'f'] } })).toEqual(['旧名', 's1', true, false]);
    expect(await placeOf({ sheets: [OURS], marks: { a: ['=旧名!A12', 'f'] } })).toEqual(['旧名', 's1', true, true]);
  });

  it('is a new sheet where there is no mark, or its sheet was deleted', async () => {
    expect(await placeOf({ sheets: [OURS] })).toEqual(['表a', undefined, false, false]);
    expect(await placeOf({ marks: { a: ['=#REF!', 'f'] } })).toEqual(['表a', undefined, true, false]);
  });

  it('is onto a blank sheet that a run had only just made, never onto one that somebody has filled', async () => {
    const marks = { a: ['="表a"', 'unfinished:run0'] } as const;
    expect(await placeOf({ sheets: [{ id: 's1', name: '表A' }], marks })).toEqual(['表A', 's1', true, false]);
    expect(await refusal({ sheets: [{ id: 's1', name: '表A', used: [0, 1] }], marks })).toEqual([
      'host-refused',
      '表a',
    ]);
    // A mark that points at a cell says that the sheet is ours, blank or not.
    expect(await placeOf({ sheets: [{ id: 's1', name: '旧名' }], marks: MARK })).toEqual(['旧名', 's1', true, true]);
  });

  it('is beside the marked one where that is hers, unless this very run has made it', async () => {
    const anew = planOf('a', { isAnew: true });
    expect(await placeOf({ sheets: [OURS], marks: MARK }, anew)).toEqual(['表a', undefined, true, true]);
    const unfinished = { a: [MARK.a[0], 'unfinished:run1'] } as const;
    expect(await placeOf({ sheets: [OURS], marks: unfinished }, anew)).toEqual(['旧名', 's1', true, true]);
    expect(await placeOf({ sheets: [OURS], marks: unfinished })).toEqual(['旧名', 's1', true, true]);
  });

  it('is found by a mark of its own while a sheet that will be hers is not whole', async () => {
    const hers = planOf('a', { owner: 'person' });
    expect(await placeOf({ sheets: [OURS], marks: MARK }, hers)).toEqual(['表a', undefined, false, false]);
    const marks = { unfinished_a: [MARK.a[0], 'unfinished:run0'] } as const;
    expect(await placeOf({ sheets: [OURS], marks }, hers)).toEqual(['旧名', 's1', true, true]);
  });
});

describe('a write is refused before the first change', () => {
  it('where the sheet of a report is protected; sheets of hers may be', async () => {
    const hers = { id: 's0', name: '客户', isProtected: true };
    expect(await refusal({ sheets: [hers, { ...OURS, isProtected: true }], marks: MARK })).toEqual([
      'protected-sheet',
      '旧名',
    ]);
    expect(await refusal({ sheets: [hers, OURS], marks: MARK })).toBe('none');
  });

  it('where a sheet must be added to a locked workbook; one that stands is written', async () => {
    expect(await refusal({ sheets: [OURS], isLocked: true })).toEqual(['protected-structure', '表a']);
    expect(await refusal({ sheets: [OURS], marks: MARK, isLocked: true })).toBe('none');
  });

  it('where somebody else’s sheet has the name, in whatever case', async () => {
    const named = planOf('a', { name: 'Tiers' });
    expect(await refusal({ sheets: [{ id: 's0', name: 'tIERS' }] }, named)).toEqual(['host-refused', 'Tiers']);
    expect(await refusal({ sheets: [{ id: 's0', name: 'Tiers 2' }] }, named)).toBe('none');
    // Ours has another name by now: a sheet of the planned name beside it is no matter.
    expect(await refusal({ sheets: [{ id: 's0', name: 'Tiers' }, OURS], marks: MARK }, named)).toBe('none');
  });
});

describe('what a write knows of the workbook', () => {
  it('are the names of all reports that are written or linked to', async () => {
    const links = [
      { row: 0, column: 0, target: { report: 'b', cell: 'A1' } },
      { row: 1, column: 0, target: { report: 'none', cell: 'A1' } },
      { row: 2, column: 0, target: { sheet: '客户', cell: 'A1' } },
    ];
    const sheets = [OURS, { id: 's2', name: '乙表' }, { id: 's3', name: '客户' }];
    const marks = { ...MARK, b: ['=乙表!$A$1', 'f'], c: ['=客户!$A$1', 'f'] } as const;
    const survey = await look({ sheets, marks }, [planOf('a', { links }), planOf('n')]);
    expect([...survey.sheetNames]).toEqual([
      ['a', '旧名'],
      ['b', '乙表'],
      ['n', '表n'],
    ]);
    const asked = survey.messages[0]!.filter((line) => line.includes('"name,formula,comment"'));
    expect(asked.map((line) => /Kelan_(\w+)/.exec(line)![1])).toEqual(['a', 'n', 'b', 'none']);
  });

  it('are the tables that have a name already, and whether anything can be changed', async () => {
    const tables = [{ name: 'KelanTable_A', worksheet: { id: 's9' } }];
    const survey = await look({ tables, isReadOnly: true }, [planOf('a')]);
    expect([...survey.takenTableNames]).toEqual([['kelantable_a', 's9']]);
    expect(survey.isReadOnly).toBe(true);
    expect((await look({}, [planOf('a')])).isReadOnly).toBe(false);
  });

  it('takes one message, and another only where a sheet stands', async () => {
    expect((await look({ sheets: [OURS] }, [planOf('a')])).messages).toHaveLength(1);
    expect((await look({ sheets: [OURS], marks: MARK }, [planOf('a')])).messages).toHaveLength(2);
  });

  it('is asked for: what was not loaded Excel does not tell', async () => {
    const { messages } = await look({ sheets: [OURS], marks: MARK }, [planOf('a')]);
    expect(messages[0]).toEqual([
      'workbook.load("readOnly")',
      'workbook.protection.load("protected")',
      'workbook.worksheets.load("items/id,items/name,items/protection/protected")',
      'workbook.tables.load("items/id,items/name,items/worksheet/id")',
      'workbook.names.getItemOrNullObject("Kelan_a").load("name,formula,comment")',
    ]);
    const ofPage =
      'orientation,paperSize,zoom,leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin,firstPageNumber';
    expect(messages[1]!.map((line) => line.replace(`${sheetAt('s1')}.`, ''))).toEqual([
      'getUsedRangeOrNullObject(false).load("rowIndex,rowCount")',
      'autoFilter.load("isDataFiltered,criteria")',
      'autoFilter.getRangeOrNullObject().load("address")',
      'charts.load("items/name,items/series/count")',
      `pageLayout.load("${ofPage}")`,
      'pageLayout.headersFooters.defaultForAllPages.load("centerHeader,leftFooter,rightFooter")',
      'pageLayout.getPrintTitleRowsOrNullObject().load("address")',
      'pageLayout.getPrintTitleColumnsOrNullObject().load("address")',
      'pageLayout.getPrintAreaOrNullObject().load("address")',
    ]);
  });
});

describe('what stands on a sheet of ours', () => {
  const S1 = sheetAt('s1');
  const standing = async (more: Record<string, unknown>, tables: object[] = [], used?: readonly [number, number]) => {
    const sheet = { id: 's1', name: '旧名', ...(used && { used }) };
    return (await look({ sheets: [sheet], marks: MARK, tables, more }, [planOf('a')])).targets[0]!.standing!;
  };

  it('ends with the last row of its used range; a blank one has none', async () => {
    const [full, blank] = [await standing({}, [], [2, 7]), await standing({})];
    expect([full.isBlank, full.endRow, blank.isBlank, blank.endRow]).toEqual([false, 9, true, 0]);
  });

  it('are its tables with their headers and what is filtered on them, not those of other sheets', async () => {
    const loads: unknown[] = [];
    const load = (what: string): unknown => loads.push(what);
    const criteria = [{ filterOn: 'Values', values: ['x'] }];
    const table = (name: string, sheetId: string, header: unknown[][], isDataFiltered: boolean) => ({
      name,
      worksheet: { id: sheetId },
      getRange: () => ({
        ...{ load, rowIndex: 1, columnIndex: 2, rowCount: 3, columnCount: 4 },
        getRow: (row: number) => ({ load, values: row === 0 ? header : [['not the header']] }),
      }),
      autoFilter: { load, isDataFiltered, criteria },
    });
    const tables = [
      table('one', 's1', [['a', 'b']], true),
      table('other', 's2', [['c']], true),
      table('two', 's1', [], false),
    ];
    const range = { row: 1, column: 2, rows: 3, columns: 4 };
    expect((await standing({}, tables)).tables).toEqual([
      { name: 'one', range, header: ['a', 'b'], criteria },
      { name: 'two', range, header: [], criteria: undefined },
    ]);
    const ofOne = ['rowIndex,rowCount,columnIndex,columnCount', 'values', 'isDataFiltered,criteria'];
    expect(loads).toEqual([...ofOne, ...ofOne]);
  });

  it('is a filter of the sheet itself where something is filtered by it', async () => {
    const filter = (isNullObject: boolean, isDataFiltered: boolean) =>
      standing({
        [`${S1}.autoFilter.isDataFiltered`]: isDataFiltered,
        [`${S1}.autoFilter.criteria`]: ['c'],
        [`${S1}.autoFilter.getRangeOrNullObject().isNullObject`]: isNullObject,
        [`${S1}.autoFilter.getRangeOrNullObject().address`]: 'A1:B9',
      }).then((one) => one.filter);
    expect(await filter(false, true)).toEqual({ address: 'A1:B9', criteria: ['c'] });
    expect([await filter(false, false), await filter(true, true)]).toEqual([undefined, undefined]);
  });

  it('is what a write that broke off had lifted, too', async () => {
    const memory = new WriteMemory();
    const lifted = { address: 'A1:B9', criteria: [] };
    memory.keep({ id: 's1', tables: [], filter: lifted } as never);
    const { targets } = await look({ sheets: [OURS], marks: MARK }, [planOf('a')], memory);
    expect(targets[0]!.standing!.filter).toEqual(lifted);
  });

  it('are its charts, and its page as it is set', async () => {
    const page = `${S1}.pageLayout`;
    const words = `${page}.headersFooters.defaultForAllPages`;
    const ranges = ['Rows', 'Columns'].map((which) => `${page}.getPrintTitle${which}OrNullObject()`);
    const area = `${page}.getPrintAreaOrNullObject()`;
    const answers = (isNull: boolean): Record<string, unknown> => ({
      [`${S1}.charts.items`]: [{ name: 'Kelan_c', series: { count: 3 } }],
      [`${page}.orientation`]: 'Landscape',
      [`${page}.paperSize`]: 'A4',
      [`${page}.zoom`]: { horizontalFitToPages: 1, verticalFitToPages: 2 },
      [`${page}.firstPageNumber`]: 1,
      ...Object.fromEntries(
        ['left', 'right', 'top', 'bottom', 'header', 'footer'].map((side, at) => [`${page}.${side}Margin`, at]),
      ),
      [`${words}.centerHeader`]: '眉',
      [`${words}.leftFooter`]: '左',
      [`${words}.rightFooter`]: '右',
      ...Object.fromEntries([...ranges, area].map((one, at) => [`${one}.address`, `$${at}`])),
      ...Object.fromEntries([...ranges, area].map((one) => [`${one}.isNullObject`, isNull])),
    });
    const full = await standing(answers(false));
    expect(full.charts).toEqual([{ name: 'Kelan_c', seriesCount: 3 }]);
    expect(full.page).toEqual({
      orientation: 'Landscape',
      paperSize: 'A4',
      pagesWide: 1,
      pagesHigh: 2,
      firstPageNumber: 1,
      margins: { left: 0, right: 1, top: 2, bottom: 3, header: 4, footer: 5 },
      header: '眉',
      footerLeft: '左',
      footerRight: '右',
      titleRows: '$0',
      titleColumns: '$1',
      printArea: '$2',
    });
    expect((await standing(answers(true))).page).toMatchObject({
      titleRows: undefined,
      titleColumns: undefined,
      printArea: undefined,
    });
  });
});
