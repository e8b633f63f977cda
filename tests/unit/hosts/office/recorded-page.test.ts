import type { StandingPage, StandingSheet } from '../../../../src/hosts/office/write/standing-sheet';
import { liftFilters, putFiltersBack } from '../../../../src/hosts/office/write/write-filters';
import { WriteMemory } from '../../../../src/hosts/office/write/write-memory';
import { bareAddress, printAreaAddress, writePage } from '../../../../src/hosts/office/write/write-page';
import { addTables, fitTables } from '../../../../src/hosts/office/write/write-tables';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

const PRINT: SheetPlan['print'] = {
  orientation: 'landscape',
  pagesWide: 2,
  repeatRows: { from: 2, to: 3 },
  repeatColumns: { from: 0, to: 1 },
  header: 'A & B',
  footer: 'Kelan',
  pageNumber: '{sheet} {page}',
};
const planOf = (changes: Partial<SheetPlan> = {}): SheetPlan => ({
  ...bareSheet('x', 'x', []),
  blocks: [{ row: 1, column: 2, values: [['a'], ['b']], styles: [{}] }],
  print: PRINT,
  ...changes,
});
/** As Excel tells a page that was written so. */
const STANDING: StandingPage = {
  orientation: 'Landscape',
  paperSize: 'A4',
  pagesWide: 2,
  pagesHigh: undefined,
  firstPageNumber: 1,
  margins: { left: 28.8, right: 28.8, top: 46.8, bottom: 43.2, header: 21.6, footer: 21.6 },
  header: 'A && B',
  footerLeft: 'Kelan',
  footerRight: '&A &P',
  titleRows: "'x'!$3:$4",
  titleColumns: "'x'!$A:$B",
  printArea: undefined,
};

describe('the page in Excel', () => {
  const page = (changes: Partial<SheetPlan>, standing?: StandingPage): string[] => {
    const { object, said } = recordedExcel<Excel.Worksheet>();
    writePage(object, planOf(changes), standing);
    return said.map((one) => one.replace('pageLayout.', '').replace('headersFooters.defaultForAllPages.', ''));
  };
  const MARGINS = (inches: object): string => `setPrintMargins("Inches", ${JSON.stringify(inches)})`;
  const WIDE = { left: 0.4, right: 0.4, top: 0.65, bottom: 0.6, header: 0.3, footer: 0.3 };

  it('of a new sheet is set in every part', () => {
    expect(page({})).toEqual([
      'orientation = "Landscape"',
      'paperSize = "A4"',
      'zoom = {"horizontalFitToPages":2}',
      MARGINS(WIDE),
      'centerHeader = "A && B"',
      'leftFooter = "Kelan"',
      'rightFooter = "&A &P"',
      'firstPageNumber = 1',
      'setPrintTitleRows("$3:$4")',
      'setPrintTitleColumns("$A:$B")',
    ]);
  });

  it('that stands as it should is not touched: each of these asks the printer', () => {
    expect(page({}, STANDING)).toEqual([]);
    // Excel tells 0 where no number of pages was set, and rounds its points.
    expect(page({}, { ...STANDING, pagesHigh: 0 })).toEqual([]);
    expect(page({}, { ...STANDING, margins: { ...STANDING.margins, left: 29.3 } })).toEqual([]);
  });

  it.each<[Partial<StandingPage>, string]>([
    [{ orientation: 'Portrait' }, 'orientation = "Landscape"'],
    [{ paperSize: 'Letter' }, 'paperSize = "A4"'],
    [{ pagesWide: 1 }, 'zoom = {"horizontalFitToPages":2}'],
    [{ pagesHigh: 3 }, 'zoom = {"horizontalFitToPages":2}'],
    [{ margins: { ...STANDING.margins, left: 29.4 } }, MARGINS(WIDE)],
    [{ margins: { ...STANDING.margins, footer: 21 } }, MARGINS(WIDE)],
    [{ header: 'A & B' }, 'centerHeader = "A && B"'],
    [{ footerLeft: '' }, 'leftFooter = "Kelan"'],
    [{ footerRight: '&P' }, 'rightFooter = "&A &P"'],
    [{ firstPageNumber: '' }, 'firstPageNumber = 1'],
    [{ titleRows: undefined }, 'setPrintTitleRows("$3:$4")'],
    [{ titleRows: "'x'!$3:$3" }, 'setPrintTitleRows("$3:$4")'],
    [{ titleColumns: undefined }, 'setPrintTitleColumns("$A:$B")'],
    [{ titleColumns: "'x'!$A:$C" }, 'setPrintTitleColumns("$A:$B")'],
  ])('where %j stands gets that part alone', (standing, said) => {
    expect(page({}, { ...STANDING, ...standing })).toEqual([said]);
  });

  it('in portrait, on so many pages, without a header, and numbered with others', () => {
    const print = {
      ...PRINT,
      orientation: 'portrait',
      pagesWide: 1,
      pagesHigh: 1,
      header: '',
      pageNumber: '{page}/{pages}',
    } as const;
    const { repeatRows: _rows, repeatColumns: _columns, ...bare } = print;
    expect(page({ print: bare })).toEqual([
      'orientation = "Portrait"',
      'paperSize = "A4"',
      'zoom = {"horizontalFitToPages":1,"verticalFitToPages":1}',
      MARGINS({ left: 0.25, right: 0.25, top: 0.4, bottom: 0.6, header: 0.3, footer: 0.3 }),
      'centerHeader = ""',
      'leftFooter = "Kelan"',
      'rightFooter = "&P/&N"',
    ]);
  });

  it('prints areas where there are some, all that is written where there were some', () => {
    const area = { row: 0, column: 0, rows: 3, columns: 2 };
    const areas = (list: (typeof area)[], printArea?: string): string | undefined =>
      printAreaAddress(planOf({ print: { ...PRINT, areas: list } }), { ...STANDING, printArea });
    expect(areas([area, { ...area, column: 4 }])).toBe('A1:B3,E1:F3');
    expect(areas([])).toBeUndefined();
    expect(areas([], "'x'!$A$1:$B$2")).toBe('A1:C3');
    expect(printAreaAddress(planOf({ blocks: [] }), { ...STANDING, printArea: 'A1:B2' })).toBe('A1');
    // An address holds 255 characters: 41 areas of five with their commas are 245, a comma and nine more 255.
    const many = Array.from({ length: 41 }, () => ({ row: 0, column: 0, rows: 2, columns: 2 }));
    const last = { row: 99, column: 0, rows: 2, columns: 2 };
    expect(areas([...many, last])).toHaveLength(255);
    expect(areas([...many, { ...last, rows: 901 }])).toBeUndefined();
    const set = 'setPrintArea(getRanges("A1:B3"))';
    const print = { ...PRINT, areas: [area] };
    expect(page({ print }, STANDING)).toEqual([set]);
    expect(page({ print }, { ...STANDING, printArea: "'x'!$A$1:$B$3" })).toEqual([]);
    expect(page({ print }, { ...STANDING, printArea: "'x'!$A$1:$B$4" })).toEqual([set]);
  });

  it('knows an address without its sheet, whatever stands in the name of that', () => {
    expect(bareAddress("'a, b'!$A$1:$B$2,'a, b'!$D$1:$E$2")).toBe('A1:B2,D1:E2');
    expect(bareAddress('$A:$B')).toBe('A:B');
  });
});

describe('tables in Excel', () => {
  const table = (name: string, row: number, rows: number, column = 0) => ({
    name,
    range: { row, column, rows, columns: 2 },
    criteria: undefined,
    header: ['a', 'b'],
  });
  const planned = (row: number, rows: number, name = 'KelanTable_x') =>
    planOf({
      blocks: [],
      tables: [{ name, range: { row, column: 0, rows, columns: 2 }, style: 'TableStyleLight1', hasFilter: true }],
    });
  const standing = (...tables: ReturnType<typeof table>[]): StandingSheet =>
    ({ id: 'sheet', tables, charts: [], filter: undefined }) as unknown as StandingSheet;
  const withResize = (can: boolean): void => {
    (globalThis as Record<string, unknown>)['Office'] = {
      context: { requirements: { isSetSupported: () => can } },
    };
  };
  afterEach(() => delete (globalThis as Record<string, unknown>)['Office']);
  const said = (write: (sheet: Excel.Worksheet) => void): string[] => {
    const { object, said: lines } = recordedExcel<Excel.Worksheet>();
    write(object);
    return lines;
  };
  const fitted = (plan: SheetPlan, ...tables: ReturnType<typeof table>[]): string[] =>
    said((sheet) => fitTables(sheet, plan, standing(...tables)));
  const GONE = 'tables.getItem("KelanTable_x").convertToRange()';

  it('of ours take their new size where Excel can, and become cells where it cannot', () => {
    withResize(true);
    expect(fitted(planned(2, 9), table('KelanTable_x', 2, 5))).toEqual([
      'tables.getItem("KelanTable_x").resize(getRangeByIndexes(2, 0, 9, 2))',
    ]);
    expect(fitted(planned(2, 5), table('KELANTABLE_X', 2, 5))).toEqual([]);
    // Under a number where a copy of hers has the name; beside one of its own name it is none of ours.
    expect(fitted(planned(2, 5), table('KelanTable_x_2', 2, 5))).toEqual([]);
    expect(fitted(planned(2, 5), table('KelanTable_x_2', 9, 5), table('KelanTable_x', 2, 5))).toEqual([
      'tables.getItem("KelanTable_x_2").convertToRange()',
    ]);
    expect(fitted(planned(3, 9), table('KelanTable_x', 2, 5))).toEqual([GONE]);
    expect(fitted(planOf({ blocks: [] }), table('KelanTable_x', 2, 5))).toEqual([GONE]);
    // Another table stands in the way; one right below does not.
    expect(fitted(planned(2, 9), table('KelanTable_x', 2, 5), table('hers', 10, 3))).toEqual([GONE]);
    expect(fitted(planned(2, 9), table('KelanTable_x', 2, 5), table('hers', 11, 3))).toHaveLength(1);
    expect(fitted(planned(2, 9), table('KelanTable_x', 2, 5), table('hers', 4, 3, 2))[0]).toContain('resize');
    withResize(false);
    expect(fitted(planned(2, 9), table('KelanTable_x', 2, 5))).toEqual([GONE]);
    expect(fitted(planned(2, 5), table('KelanTable_x', 2, 5))).toEqual([]);
  });

  it('of hers stay, but where we write', () => {
    withResize(true);
    const plan = planOf({ blocks: [{ row: 4, column: 1, values: [['a']], styles: [{}] }] });
    expect(fitted(plan, table('hers', 5, 3), table('above', 2, 2), table('right', 4, 1, 2))).toEqual([]);
    expect(fitted(plan, table('Table1', 3, 2))).toEqual(['tables.getItem("Table1").convertToRange()']);
  });

  it('that are not there are made, with a number where another sheet has the name', () => {
    withResize(true);
    const plan = planned(2, 5);
    const made = (...taken: [string, string][]): string[] =>
      said((sheet) => addTables(sheet, plan, standing(), new Map(taken)));
    const add = 'tables.add(getRangeByIndexes(2, 0, 5, 2), true)';
    const look = (name: string): string[] => [
      add,
      `${add}.name = "${name}"`,
      `${add}.style = "TableStyleLight1"`,
      `${add}.showFilterButton = true`,
    ];
    expect(made()).toEqual(look('KelanTable_x'));
    expect(made(['kelantable_x', 'sheet'])).toEqual(look('KelanTable_x'));
    expect(made(['kelantable_x', 'other'])).toEqual(look('KelanTable_x_2'));
    expect(made(['kelantable_x', 'other'], ['kelantable_x_2', 'third'])).toEqual(look('KelanTable_x_3'));
    const kept = said((sheet) => addTables(sheet, plan, standing(table('kelantable_X', 2, 4)), new Map()));
    expect(kept).toEqual([
      'tables.getItem("kelantable_X").style = "TableStyleLight1"',
      'tables.getItem("kelantable_X").showFilterButton = true',
    ]);
  });
});

describe('filters of hers', () => {
  const on = (value: string) => ({ filterOn: 'Values', values: [value] }) as unknown as Excel.FilterCriteria;
  const table = (name: string, criteria?: (Excel.FilterCriteria | null)[], header = ['a', 'b', 'c']) => ({
    name,
    range: { row: 2, column: 1, rows: 3, columns: 3 },
    criteria,
    header,
  });
  const sheetOf = (changes: object): StandingSheet =>
    ({ id: 's', tables: [], charts: [], filter: undefined, ...changes }) as unknown as StandingSheet;
  const said = (write: (sheet: Excel.Worksheet) => void): string[] => {
    const { object, said: lines } = recordedExcel<Excel.Worksheet>();
    write(object);
    return lines;
  };
  const plan = (hasFilter = true): SheetPlan =>
    planOf({
      blocks: [{ row: 2, column: 1, values: [['b', 'a', 'z']], styles: [{}, {}, {}] }],
      tables: [{ name: 'T', range: { row: 2, column: 1, rows: 3, columns: 3 }, style: '', hasFilter }],
    });

  it('are lifted before values go in', () => {
    const standing = sheetOf({
      tables: [table('T', [on('x')]), table('U')],
      filter: { address: 'A1:B2', criteria: [] },
    });
    expect(said((sheet) => liftFilters(sheet, standing))).toEqual([
      'tables.getItem("T").clearFilters()',
      'autoFilter.clearCriteria()',
    ]);
    expect(said((sheet) => liftFilters(sheet, sheetOf({})))).toEqual([]);
  });

  it('come back by the header of their column, those of a table that was lost too', () => {
    const criteria = [on('x'), null, on('y')];
    const apply = 'tables.getItem("t").columns.getItemAt(1).filter.apply({"filterOn":"Values","values":["x"]})';
    expect(said((sheet) => putFiltersBack(sheet, plan(), sheetOf({ tables: [table('t', criteria)] })))).toEqual([
      apply,
    ]);
    expect(said((sheet) => putFiltersBack(sheet, plan(), sheetOf({ lostTables: [table('t', criteria)] })))).toEqual([
      apply,
    ]);
    for (const [of, standing] of [
      [plan(false), table('t', criteria)],
      [plan(), table('other', criteria)],
      [plan(), table('t')],
      [plan(), table('t', [null, on('y')], ['a', 'q', 'c'])],
      [plan(), table('t', [{} as Excel.FilterCriteria])],
    ] as const)
      expect(said((sheet) => putFiltersBack(sheet, of, sheetOf({ tables: [standing] })))).toEqual([]);
  });

  it('find their column where the header stands in blocks side by side, in whatever order', () => {
    const [left, right] = [['b'], ['a', 'z']].map((values, at) => ({
      row: 2,
      column: 1 + at,
      values: [values],
      styles: values.map(() => ({})),
    }));
    for (const blocks of [
      [left!, right!],
      [right!, left!],
    ])
      expect(
        said((sheet) =>
          putFiltersBack(sheet, { ...plan(), blocks }, sheetOf({ tables: [table('t', [on('x'), on('y')])] })),
        ),
      ).toEqual([
        'tables.getItem("t").columns.getItemAt(1).filter.apply({"filterOn":"Values","values":["x"]})',
        'tables.getItem("t").columns.getItemAt(0).filter.apply({"filterOn":"Values","values":["y"]})',
      ]);
  });

  it('of the sheet itself come back where they were', () => {
    const filter = { address: 'A1:C9', criteria: [null, on('x')] };
    expect(said((sheet) => putFiltersBack(sheet, plan(), sheetOf({ filter })))).toEqual([
      'autoFilter.apply("A1:C9", 1, {"filterOn":"Values","values":["x"]})',
    ]);
  });

  it('are remembered over a write that broke off, until the sheet is whole', () => {
    const memory = new WriteMemory();
    const [full, bare] = [table('T', [on('x')]), table('T')];
    const filter = { address: 'A1:B2', criteria: [] };
    memory.keep(sheetOf({ tables: [full, table('U')], filter }));
    expect(memory.recall(sheetOf({ tables: [bare] }))).toMatchObject({ tables: [full], lostTables: [], filter });
    expect(memory.recall(sheetOf({}))).toMatchObject({ tables: [], lostTables: [full], filter });
    const other = table('T', [on('new')]);
    const own = { address: 'C1:D2', criteria: [] };
    expect(memory.recall(sheetOf({ tables: [other], filter: own }))).toMatchObject({ tables: [other], filter: own });
    expect(memory.recall(sheetOf({ id: 'another', tables: [bare] }))).toMatchObject({ tables: [bare], lostTables: [] });
    // Nothing filtered is nothing to keep: what was lifted before stays known.
    memory.keep(sheetOf({ tables: [bare] }));
    expect(memory.recall(sheetOf({ tables: [bare] })).tables).toEqual([full]);
    memory.keep(sheetOf({ lostTables: [full] }));
    expect(memory.recall(sheetOf({}))).toMatchObject({ lostTables: [full], filter: undefined });
    memory.digests.set('r', 'd').set('q', 'd');
    memory.forget('r', undefined);
    expect([memory.digests.has('r'), memory.digests.has('q'), memory.recall(sheetOf({})).lostTables!.length]).toEqual([
      false,
      true,
      1,
    ]);
    memory.forget('q', sheetOf({}));
    expect(memory.recall(sheetOf({})).lostTables).toEqual([]);
  });
});
