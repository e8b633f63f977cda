import { columnLetters, rangeAddress } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/cell-value';
import { cellAt } from '../../src/workbook/column-block';
import { HostError } from '../../src/workbook/host-error';
import type { SheetPlan } from '../../src/workbook/plan';
import type { WorkbookHost } from '../../src/workbook/workbook-host';

/** A workbook as the contract describes it; every host makes its own kind of it. */
export interface ContractWorkbook {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly CellValue[])[] }[];
}

/** What a session with a host needs: `reopen` gives a host over what was written, as a colleague would open it. */
export interface ContractSession {
  readonly host: WorkbookHost;
  reopen(): Promise<ContractSession>;
  /** What a person does between two refreshes. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** How the sheet of a report would be printed, as the host left it. */
  printOf(name: string): Promise<PrintedSheet>;
  close?(): Promise<void>;
}

/** Addresses without dollars and sheet names. */
export interface PrintedSheet {
  readonly pagesWide: number;
  readonly titleRows?: string | undefined;
  readonly titleColumns?: string | undefined;
  readonly areas: readonly string[];
}

/** What a plan asks for, in the words of `PrintedSheet`. */
export function printOfPlan({ print }: SheetPlan): PrintedSheet {
  const { pagesWide, repeatRows, repeatColumns, areas } = print;
  return {
    pagesWide,
    titleRows: repeatRows && `${repeatRows.from + 1}:${repeatRows.to + 1}`,
    titleColumns: repeatColumns && `${columnLetters(repeatColumns.from)}:${columnLetters(repeatColumns.to)}`,
    areas: (areas ?? []).map(rangeAddress),
  };
}

export type OpenContractWorkbook = (workbook: ContractWorkbook) => Promise<ContractSession>;

/** A small plan with one table, text that looks like formulas and days, numbers, flags and gaps. */
export function contractPlan(
  changes: Partial<SheetPlan> = {},
  values: SheetPlan['blocks'][number]['values'] = CONTRACT_VALUES,
): SheetPlan {
  return {
    id: 'clientTiers',
    name: '客户等级',
    fingerprint: 'first',
    tabColor: '#1F6FB2',
    columnWidths: [12, 24, 14, 10],
    rowHeights: [{ row: 0, points: 24 }],
    blocks: [
      { row: 0, column: 0, values: [['客户等级']], styles: [{ bold: true, size: 16 }] },
      {
        row: 2,
        column: 0,
        values,
        styles: [{ numberFormat: '@' }, {}, { numberFormat: '#,##0.00' }, { numberFormat: 'yyyy-mm-dd' }],
      },
    ],
    merges: [],
    tables: [
      {
        name: 'KelanTable_clientTiers',
        range: { row: 2, column: 0, rows: values.length, columns: 4 },
        hasFilter: true,
        style: 'TableStyleLight1',
      },
    ],
    conditionalFormats: [],
    validations: [],
    links: [{ row: 0, column: 1, target: { sheet: '客户', cell: 'A1' } }],
    charts: [],
    freeze: { rows: 3, columns: 1 },
    showGridlines: false,
    print: {
      orientation: 'landscape',
      pagesWide: 1,
      repeatRows: { from: 2, to: 2 },
      header: '客户等级 & 说明',
      footer: 'Kelan',
      pageNumber: '{page}/{pages}',
    },
    ...changes,
  };
}

export const CONTRACT_VALUES: SheetPlan['blocks'][number]['values'] = [
  ['编号', '名称', '金额', '日期'],
  ['001', '=HYPERLINK("http://example.test")', 1234.5, 46027],
  ['2026/1/5', '+86 139', -0.01, null],
  ["'quoted", '@name', 0, 46028],
  ['1E5', '-x', 1e15, null],
];

const PERSON: ContractWorkbook = {
  sheets: [
    {
      name: '客户',
      rows: [
        ['客户编号', '客户名称', '会员'],
        ['C1', '甲公司', true],
        ['C2', '乙 & <丙>', false],
      ],
    },
    {
      name: "it's 销售",
      rows: [
        ['title'],
        [],
        ['日期', '金额', '备注'],
        [46027, 12.5, null],
        [46028, { error: '#N/A' }, '0012'],
        [null, -3, 'x'],
      ],
    },
  ],
};

async function readAll(host: WorkbookHost, name: string, columns: readonly number[]): Promise<CellValue[][]> {
  const sheet = (await host.describe()).sheets.find((one) => one.name === name)!;
  const rows: CellValue[][] = [];
  await host.readColumns({ sheet: sheet.id, columns, fromRow: 0, toRow: sheet.rows }, (block) => {
    while (rows.length < block.firstRow) rows.push(columns.map(() => null));
    for (let row = 0; row < block.rowCount; row++) {
      rows[block.firstRow + row] = block.columns.map((column) => cellAt(column, row, block.pool));
    }
  });
  while (rows.length > 0 && rows[rows.length - 1]!.every((value) => value === null)) rows.pop();
  return rows;
}

const trimmed = (cells: readonly (readonly CellValue[])[]): CellValue[][] => {
  const rows = cells.map((row) => {
    const kept = row.map((value) => (value === '' ? null : value));
    while (kept.length > 0 && kept[kept.length - 1] === null) kept.pop();
    return kept;
  });
  while (rows.length > 0 && rows[rows.length - 1]!.length === 0) rows.pop();
  return rows;
};

/** The same cases for every host: what holds here, everything above the port may rely on. */
export function describeWorkbookHost(name: string, open: OpenContractWorkbook): void {
  describe(`${name} is a workbook host`, () => {
    let session: ContractSession;
    beforeEach(async () => {
      session = await open(PERSON);
    });
    afterEach(async () => session.close?.());

    it('describes the sheets in their order, none of them ours', async () => {
      const info = await session.host.describe();
      expect(info.dateBase).toBe(1900);
      expect(info.isStructureProtected).toBe(false);
      expect(info.sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.report])).toEqual([
        ['客户', 'visible', undefined],
        ["it's 销售", 'visible', undefined],
      ]);
      expect(info.sheets[0]!.rows).toBeGreaterThanOrEqual(3);
      expect(info.sheets[0]!.columns).toBeGreaterThanOrEqual(3);
    });

    it('reads the head from A1, errors and flags as such', async () => {
      const [clients, sales] = (await session.host.describe()).sheets;
      expect(trimmed((await session.host.readHead(clients!.id, 2, 2)).cells)).toEqual([
        ['客户编号', '客户名称'],
        ['C1', '甲公司'],
      ]);
      expect(trimmed((await session.host.readHead(sales!.id, 50, 50)).cells)).toEqual(trimmed(PERSON.sheets[1]!.rows));
    });

    it('reads only the columns asked for', async () => {
      expect(await readAll(session.host, "it's 销售", [0, 2])).toEqual([
        ['title', null],
        [null, null],
        ['日期', '备注'],
        [46027, null],
        [46028, '0012'],
        [null, 'x'],
      ]);
      expect(await readAll(session.host, '客户', [2])).toEqual([['会员'], [true], [false]]);
    });

    it('reads more rows than a block holds, each once and in order', async () => {
      await session.close?.();
      const rows = Array.from({ length: 45_001 }, (_, index): CellValue[] => [index, `客户${index % 7}`]);
      session = await open({ sheets: [{ name: 'big', rows }] });
      const read = await readAll(session.host, 'big', [0, 1]);
      expect(read.length).toBe(45_001);
      expect(read.every((row, index) => row[0] === index && row[1] === `客户${index % 7}`)).toBe(true);
    });

    it('writes a new sheet behind the others, text staying text', async () => {
      const outcome = await session.host.write({ sheets: [contractPlan()] });
      expect(outcome).toEqual({ written: ['clientTiers'], sheetNames: { clientTiers: '客户等级' } });
      for (const host of [session.host, (await session.reopen()).host]) {
        const info = await host.describe();
        expect(info.sheets.map((sheet) => sheet.name)).toEqual(['客户', "it's 销售", '客户等级']);
        expect(info.sheets[2]!.report).toEqual({ id: 'clientTiers', fingerprint: 'first' });
        const snapshot = await host.readReport('clientTiers');
        expect(snapshot?.sheetName).toBe('客户等级');
        expect(snapshot?.fingerprint).toBe('first');
        expect(trimmed(snapshot!.cells)).toEqual(trimmed([['客户等级'], [], ...CONTRACT_VALUES]));
      }
    });

    it('leaves the sheets of the person as they were', async () => {
      await session.host.write({ sheets: [contractPlan()] });
      const { host } = await session.reopen();
      expect(trimmed(await readAll(host, '客户', [0, 1, 2]))).toEqual(trimmed(PERSON.sheets[0]!.rows));
      expect(trimmed(await readAll(host, "it's 销售", [0, 1, 2]))).toEqual(trimmed(PERSON.sheets[1]!.rows));
    });

    it('rewrites in place: a shorter report leaves nothing of the longer one', async () => {
      await session.host.write({ sheets: [contractPlan()] });
      const shorter = CONTRACT_VALUES.slice(0, 3);
      await session.host.write({ sheets: [contractPlan({ fingerprint: 'second' }, shorter)] });
      const { host } = await session.reopen();
      const snapshot = await host.readReport('clientTiers');
      expect(snapshot?.fingerprint).toBe('second');
      expect(trimmed(snapshot!.cells)).toEqual(trimmed([['客户等级'], [], ...shorter]));
      expect((await host.describe()).sheets.length).toBe(3);
    });

    it('finds its sheet again after the person renamed it, and keeps her name', async () => {
      await session.host.write({ sheets: [contractPlan()] });
      await session.rename('客户等级', '我的等级');
      const outcome = await session.host.write({ sheets: [contractPlan({ fingerprint: 'second' })] });
      expect(outcome.sheetNames).toEqual({ clientTiers: '我的等级' });
      expect((await session.host.describe()).sheets.map((sheet) => sheet.name)).toEqual([
        '客户',
        "it's 销售",
        '我的等级',
      ]);
    });

    it('makes the sheet anew after the person deleted it', async () => {
      await session.host.write({ sheets: [contractPlan()] });
      await session.remove('客户等级');
      expect(await session.host.readReport('clientTiers')).toBeUndefined();
      await session.host.write({ sheets: [contractPlan()] });
      const { host } = await session.reopen();
      expect((await host.describe()).sheets.map((sheet) => sheet.name)).toEqual(['客户', "it's 销售", '客户等级']);
      expect((await host.readReport('clientTiers'))?.fingerprint).toBe('first');
    });

    it('writes several sheets in their order, and a later one alone', async () => {
      const settings = contractPlan({ id: 'settings', name: '参数', tables: [], links: [], fingerprint: 's1' });
      await session.host.write({ sheets: [contractPlan(), settings] });
      await session.host.write({ sheets: [{ ...settings, fingerprint: 's2' }] });
      const { host } = await session.reopen();
      const info = await host.describe();
      expect(info.sheets.map((sheet) => sheet.report?.fingerprint)).toEqual([undefined, undefined, 'first', 's2']);
    });

    it('prints what the plan says, titles of rows and of columns, and anew after a change', async () => {
      const plan = contractPlan();
      const wide = {
        ...plan.print,
        pagesWide: 2,
        repeatColumns: { from: 0, to: 1 },
        areas: [
          { row: 0, column: 0, rows: 7, columns: 4 },
          { row: 2, column: 5, rows: 17, columns: 8 },
        ],
      };
      await session.host.write({ sheets: [contractPlan({ print: wide })] });
      expect(await session.printOf('客户等级')).toEqual({
        pagesWide: 2,
        titleRows: '3:3',
        titleColumns: 'A:B',
        areas: ['A1:D7', 'F3:M19'],
      });
      const narrower = { ...wide, pagesWide: 3, repeatColumns: { from: 0, to: 0 }, areas: wide.areas.slice(0, 1) };
      await session.host.write({ sheets: [contractPlan({ print: narrower, fingerprint: 'second' })] });
      session = await session.reopen();
      expect(await session.printOf('客户等级')).toEqual({
        pagesWide: 3,
        titleRows: '3:3',
        titleColumns: 'A:A',
        areas: ['A1:D7'],
      });
    });

    it('gives a sheet to the person: always new, without a mark, never found again', async () => {
      const hers = contractPlan({ owner: 'person', name: '她的表', tables: [], fingerprint: 'hers' });
      // Of the same id as a report of ours, which stays as it is.
      await session.host.write({ sheets: [contractPlan()] });
      const outcome = await session.host.write({ sheets: [hers] });
      expect(outcome.sheetNames).toEqual({ clientTiers: '她的表' });
      for (const host of [session.host, (await session.reopen()).host]) {
        const info = await host.describe();
        expect(info.sheets.map(({ name, report }) => [name, report?.id])).toEqual([
          ['客户', undefined],
          ["it's 销售", undefined],
          ['客户等级', 'clientTiers'],
          ['她的表', undefined],
        ]);
        expect((await host.readReport('clientTiers'))?.fingerprint).toBe('first');
        expect(trimmed(await readAll(host, '她的表', [0, 1, 2, 3]))).toEqual(
          trimmed([['客户等级'], [], ...CONTRACT_VALUES]),
        );
      }
      await expect(session.host.write({ sheets: [hers] })).rejects.toMatchObject({ code: 'host-refused' });
      await session.host.write({ sheets: [{ ...hers, name: '她的表 (2)' }] });
      expect((await session.host.describe()).sheets.map(({ name }) => name)).toEqual([
        '客户',
        "it's 销售",
        '客户等级',
        '她的表',
        '她的表 (2)',
      ]);
    });

    it('makes a sheet anew where the mark is on a sheet of the person, which stays as it is', async () => {
      await session.host.describe();
      await session.host.write({ sheets: [contractPlan()] });
      const before = await readAll(session.host, '客户等级', [0, 1, 2, 3]);
      await session.host.describe();
      const { sheetNames } = await session.host.write({
        sheets: [contractPlan({ name: '客户等级 (客览)', fingerprint: 'second', isAnew: true })],
      });
      expect(sheetNames).toEqual({ clientTiers: '客户等级 (客览)' });
      const { host } = await session.reopen();
      const { sheets } = await host.describe();
      expect(sheets.flatMap(({ name, report }) => (report ? [[name, report.fingerprint]] : []))).toEqual([
        ['客户等级 (客览)', 'second'],
      ]);
      expect(await readAll(host, '客户等级', [0, 1, 2, 3])).toEqual(before);
    });

    it('hides a sheet that the plan wants hidden, and reads it back', async () => {
      await session.host.describe();
      await session.host.write({ sheets: [contractPlan({ visibility: 'veryHidden' })] });
      const { host } = await session.reopen();
      const { sheets } = await host.describe();
      expect(sheets.at(-1)).toMatchObject({ name: '客户等级', visibility: 'veryHidden' });
      expect((await host.readReport('clientTiers'))?.cells[0]?.[0]).toBe('客户等级');
    });

    it('never writes over a sheet of the person that has the name', async () => {
      await expect(session.host.write({ sheets: [contractPlan({ name: '客户' })] })).rejects.toBeInstanceOf(HostError);
      expect(await readAll(session.host, '客户', [0])).toEqual([['客户编号'], ['C1'], ['C2']]);
    });

    it('knows nothing of a report that was never written', async () => {
      expect(await session.host.readReport('credit')).toBeUndefined();
    });

    it('stops reading when the person cancels', async () => {
      const sheet = (await session.host.describe()).sheets[0]!;
      const cancel = new AbortController();
      cancel.abort();
      const reading = session.host.readColumns(
        { sheet: sheet.id, columns: [0], fromRow: 0, toRow: 3 },
        () => undefined,
        {
          signal: cancel.signal,
        },
      );
      await expect(reading).rejects.toMatchObject({ name: 'HostError', code: 'cancelled' });
    });

    it('refuses a sheet that is not there', async () => {
      await expect(session.host.readHead('no such sheet', 1, 1)).rejects.toMatchObject({ code: 'sheet-vanished' });
    });
  });
}
