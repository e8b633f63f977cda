import type { CellValue } from '../../src/workbook/cell-value';
import { cellAt } from '../../src/workbook/column-block';
import { CURRENCIES } from '../../src/workbook/currency';
import type { JobProgress } from '../../src/workbook/job-control';
import type { WorkbookHost } from '../../src/workbook/workbook-host';
import { contractPlan } from '../contract/workbook-host.contract';
import { openExcel, type OpenExcel } from './open-workbook';
import { EXCEL_2021, WEB, type ExcelProfile } from './profile';
import { NATIVE_ERROR } from './wire';

let excel: OpenExcel;
const open = async (
  profile: ExcelProfile,
  rows: readonly (readonly CellValue[])[],
  options = {},
): Promise<OpenExcel> => {
  excel = await openExcel(profile, [{ name: '销售', rows }], options);
  return excel;
};
afterEach(() => {
  excel.uninstall();
  expect(excel.processor.complaints).toEqual([]);
});

async function readRows(host: WorkbookHost, columns: readonly number[], control = {}): Promise<CellValue[][]> {
  const [sheet] = (await host.describe()).sheets;
  const rows: CellValue[][] = [];
  await host.readColumns(
    { sheet: sheet!.id, columns, fromRow: 0, toRow: sheet!.rows },
    (block) => {
      for (let row = 0; row < block.rowCount; row++) {
        rows[block.firstRow + row] = block.columns.map((column) => cellAt(column, row, block.pool));
      }
    },
    control,
  );
  return rows;
}

const longText = '客户名称'.repeat(30);

describe('reading through Office.js', () => {
  it('halves blocks that Excel on the web refuses, and stays near the size it learned', async () => {
    const rows = Array.from({ length: 25_000 }, (_, row): CellValue[] => [row, `${longText}${row}`]);
    await open(WEB, rows);
    const read = await readRows(excel.host, [0, 1]);
    expect(read.length).toBe(25_000);
    expect(read[24_999]).toEqual([24_999, `${longText}24999`]);
    expect(read.every((row, index) => row[0] === index)).toBe(true);
    // 20,000 rows of 360 bytes and more are over 5 MB; answers that came through are not.
    const { count } = excel.processor;
    expect(count.largestAnswer).toBeGreaterThan(5 * 1024 * 1024);
    excel.processor.resetCount();
    await readRows(excel.host, [1]);
    expect(count.messages).toBeLessThan(40);
  });

  it('gives the currency that each format of the column asked for shows, and of no other', async () => {
    await open(EXCEL_2021, [
      ['金额', '数量'],
      [1000, 1],
      [100, 2],
      [500, 3],
    ]);
    const paint = excel.workbook.sheets[0]!.paint;
    for (const [row, format] of [
      [1, '[$¥-804]#,##0.00'],
      [2, '"$"#,##0.00'],
    ] as const)
      paint.put({ row, column: 0, rows: 1, columns: 1 }, 'numberFormat', format);
    const [sheet] = (await excel.host.describe()).sheets;
    const seen: unknown[] = [];
    const read = (request: object): Promise<void> =>
      excel.host.readColumns({ sheet: sheet!.id, columns: [0, 1], fromRow: 1, toRow: 4, ...request }, (block) => {
        seen.push(
          block.columns.map(
            ({ currencies }) => currencies && Array.from(currencies.slice(0, 3), (at) => CURRENCIES[at]),
          ),
        );
      });
    await read({ currencyColumn: 0 });
    await read({});
    expect(seen).toEqual([
      [['CNY', 'USD', ''], undefined],
      [undefined, undefined],
    ]);
  });

  it('asks again in halves where Excel answers null instead of an error', async () => {
    await open(
      { ...WEB, maxCells: 1000 },
      Array.from({ length: 900 }, (_, row): CellValue[] => [row, row + 1, 'x']),
    );
    const read = await readRows(excel.host, [0, 1, 2]);
    expect(read.map((row) => row[1])).toEqual(Array.from({ length: 900 }, (_, row) => row + 1));
  });

  it('asks again in halves where the desktop says that a range is too large', async () => {
    await open(
      { ...EXCEL_2021, maxCells: 1000 },
      Array.from({ length: 900 }, (_, row): CellValue[] => [row, row + 1, 'x']),
    );
    expect((await readRows(excel.host, [0, 1, 2])).length).toBe(900);
  });

  it('says so when a single row is too much', async () => {
    await open({ ...WEB, maxCells: 1 }, [['a', 'b']]);
    await expect(readRows(excel.host, [0, 1])).rejects.toMatchObject({ code: 'answer-too-large' });
  });

  it('sends the cells of the mapped columns only', async () => {
    const rows = Array.from({ length: 500 }, (_, row): CellValue[] => [row, longText, longText, 'x']);
    await open(EXCEL_2021, rows);
    excel.processor.resetCount();
    await readRows(excel.host, [0, 3]);
    expect(excel.processor.count.answerBytes).toBeLessThan(500 * 60);
  });

  it('reads rows that a filter hides', async () => {
    await open(EXCEL_2021, [['k'], ['a'], ['b'], ['a']]);
    excel.workbook.sheets[0]!.AutoFilter.Apply('A1:A4', 0, { filterOn: 'Values', values: ['a'] });
    expect(await readRows(excel.host, [0])).toEqual([['k'], ['a'], ['b'], ['a']]);
  });

  it('tells when a row is inserted while it reads', async () => {
    await open(
      EXCEL_2021,
      Array.from({ length: 50 }, (_, row): CellValue[] => [row]),
      { firstBlockRows: 10, readBytes: 60 },
    );
    const sheet = excel.workbook.sheets[0]!;
    let blocks = 0;
    const control = {
      pause: async () => {
        if (++blocks === 2) sheet.insertRows(5, 1);
      },
    };
    await expect(readRows(excel.host, [0], control)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      sheet: '销售',
    });
  });

  it('tells when a column came between the description and the read', async () => {
    await open(EXCEL_2021, [['a', 'b']]);
    const [sheet] = (await excel.host.describe()).sheets;
    excel.workbook.sheets[0]!.typeIn(0, 2, 'c');
    const reading = excel.host.readColumns({ sheet: sheet!.id, columns: [0], fromRow: 0, toRow: 1 }, () => undefined);
    await expect(reading).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('goes on when the sheet is renamed meanwhile, and tells when it is deleted', async () => {
    await open(
      EXCEL_2021,
      Array.from({ length: 50 }, (_, row): CellValue[] => [row]),
      { firstBlockRows: 10 },
    );
    excel.workbook.addSheet('other');
    const sheet = excel.workbook.sheets[0]!;
    const rename = { pause: async () => void (sheet.Name = '改名') };
    expect((await readRows(excel.host, [0], rename)).length).toBe(50);
    const remove = { pause: async () => void (sheet.isGone || sheet.Delete()) };
    await expect(readRows(excel.host, [0], remove)).rejects.toMatchObject({ code: 'sheet-vanished' });
  });

  it('reports progress, and pauses before and after every block', async () => {
    await open(
      EXCEL_2021,
      Array.from({ length: 25 }, (_, row): CellValue[] => [row]),
      {
        firstBlockRows: 10,
        readBytes: 60,
      },
    );
    const seen: JobProgress[] = [];
    const course: string[] = [];
    await readRows(excel.host, [0], {
      report: (one: JobProgress) => {
        seen.push(one);
        course.push('report');
      },
      pause: async () => void course.push('pause'),
    });
    expect(seen[seen.length - 1]).toEqual({ step: 'read', sheet: '销售', done: 25, total: 25 });
    expect(seen.length).toBeGreaterThan(2);
    // Before the rows of a block are taken in, and after each report.
    expect(course).toEqual(seen.flatMap(() => ['pause', 'report', 'pause']));
  });

  it('knows the date base, tables, hidden and protected sheets', async () => {
    await open(EXCEL_2021, [
      ['编号', '金额'],
      ['a', 1],
    ]);
    excel.workbook.dateBase = 1904;
    const sheet = excel.workbook.sheets[0]!;
    sheet.Tables.Add(sheet.GetRangeByIndexes(0, 0, 2, 2), true).Name = '明细';
    const hidden = excel.workbook.addSheet('hidden');
    hidden.Visibility = 'VeryHidden';
    hidden.Protection.Protect();
    excel.workbook.Protection.Protected = true;
    const info = await excel.host.describe();
    expect(info.dateBase).toBe(1904);
    expect(info.isStructureProtected).toBe(true);
    expect(
      info.sheets.map(({ name, visibility, isProtected, rows, columns }) => ({
        name,
        visibility,
        isProtected,
        rows,
        columns,
      })),
    ).toEqual([
      { name: '销售', visibility: 'visible', isProtected: false, rows: 2, columns: 2 },
      { name: 'hidden', visibility: 'veryHidden', isProtected: true, rows: 0, columns: 0 },
    ]);
    expect(info.sheets[0]!.tables).toEqual([
      { name: '明细', range: { row: 0, column: 0, rows: 2, columns: 2 }, hasHeader: true, hasTotals: false },
    ]);
  });

  it('knows days by their number format', async () => {
    await open(EXCEL_2021, [[46_027, 46_027]]);
    excel.workbook.sheets[0]!.GetCell(0, 0).NumberFormat = [['yyyy"年"m"月"d"日"']];
    const [sheet] = (await excel.host.describe()).sheets;
    const head = await excel.host.readHead(sheet!.id, 5, 5);
    expect([head.isDay(0, 0), head.isDay(0, 1), head.isDay(9, 9)]).toEqual([true, false, false]);
  });

  it('describes any number of sheets in two messages', async () => {
    await open(EXCEL_2021, [['a']]);
    for (let number = 0; number < 30; number++) excel.workbook.addSheet(`s${number}`).typeIn(0, 0, number);
    excel.processor.resetCount();
    await excel.host.describe();
    const { messages, ofOfficeJs } = excel.processor.count;
    expect(messages - ofOfficeJs).toBe(2);
  });

  it('reads the heads of many sheets in one message, each as it is', async () => {
    await open(EXCEL_2021, [['a', 'b']]);
    for (let number = 0; number < 20; number++) excel.workbook.addSheet(`s${number}`).typeIn(number, 1, number);
    const { sheets } = await excel.host.describe();
    excel.processor.resetCount();
    for (const [index, one] of sheets.slice(1).entries()) {
      const head = await excel.host.readHead(one.id, one.rows, one.columns);
      expect(head.cells.length).toBe(index + 1);
      expect(head.cells[index]).toEqual([null, index]);
    }
    const { messages, ofOfficeJs } = excel.processor.count;
    expect(messages - ofOfficeJs).toBe(1);
    // Asked for again it is read again.
    excel.workbook.sheets[1]!.typeIn(0, 0, 'typed');
    expect((await excel.host.readHead(sheets[1]!.id, 1, 1)).cells).toEqual([['typed']]);
  });

  it('reads a head in pieces where Excel finds it too large', async () => {
    await open(
      { ...WEB, maxCells: 40 },
      Array.from({ length: 30 }, (_, row): CellValue[] => [row, 'x']),
    );
    const [one] = (await excel.host.describe()).sheets;
    const head = await excel.host.readHead(one!.id, 30, 2);
    expect(head.cells.map((row) => row[0])).toEqual(Array.from({ length: 30 }, (_, row) => row));
  });

  it('asks for few lines at once of a sheet that keeps long texts for us', async () => {
    await open(WEB, [['a']]);
    const lines = Array.from({ length: 500 }, (_, line) => [`r${line}`, 'f', line, 'k'.repeat(8000)]);
    const unseen = contractPlan({ id: 'writtenRecord', name: 'kept', visibility: 'veryHidden', tables: [] }, lines);
    await excel.host.write({ sheets: [unseen] });
    excel.processor.resetCount();
    const report = await excel.host.readReport('writtenRecord');
    expect(report!.cells.slice(2)).toEqual(lines);
    expect(excel.processor.count.largestAnswer).toBeLessThan(1.5 * 1024 * 1024);
  });

  it.each([WEB, EXCEL_2021])('reads a sheet of ours in halves where $name finds it too large', async (profile) => {
    let maxCells = profile.maxCells;
    await open(
      {
        ...profile,
        get maxCells() {
          return maxCells;
        },
      },
      [['a']],
    );
    const lines = Array.from({ length: 900 }, (_, line) => [`K${line}`, '甲公司', line, 46000 + line]);
    await excel.host.write({ sheets: [contractPlan({ tables: [] }, lines)] });
    maxCells = 1000;
    excel.processor.resetCount();
    expect((await excel.host.readReport('clientTiers'))!.cells.slice(2)).toEqual(lines);
    // Two that find the sheet and its extent, two refused (902 rows, 451), and five that bring 225 rows at most.
    const { messages, ofOfficeJs } = excel.processor.count;
    expect(messages - ofOfficeJs).toBe(2 + 2 + 5);
    maxCells = 3;
    await expect(excel.host.readReport('clientTiers')).rejects.toMatchObject({ code: 'answer-too-large' });
  });

  it('tells when a cell is being edited, and when Excel says nothing at all', async () => {
    await open(EXCEL_2021, [['a']], { answerTimeoutMs: 40 });
    excel.processor.busyWith = NATIVE_ERROR.cellEditing;
    await expect(excel.host.describe()).rejects.toMatchObject({ code: 'cell-editing' });
    excel.processor.busyWith = undefined;
    excel.processor.isSilent = true;
    await expect(excel.host.describe()).rejects.toMatchObject({ code: 'no-answer' });
    excel.processor.isSilent = false;
  });
});
