import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { openFileSource } from '../../../../src/hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { blobSource, memorySource } from '../../../../src/hosts/xlsx/zip/byte-source';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { JobProgress } from '../../../../src/workbook/job-control';
import {
  fileOf,
  MAIN,
  OFFICE,
  openParts,
  partsOf,
  readAllCells,
  readCells,
  refusalOf,
  relationships,
  worksheet,
} from './workbook-file';

const ONE_CELL = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>');
const manyRows = (count: number): string =>
  worksheet(
    Array.from(
      { length: count },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${(at * 7919) % 1000}</v></c></row>`,
    ).join(''),
  );

describe('describing a workbook', () => {
  it('measures sheets by their values, whatever they say of themselves', async () => {
    const lies = worksheet(
      '<row r="1"><c r="A1" s="1"/><c r="C1"><v>1</v></c></row><row r="4"><c r="B4" t="str"><v>x</v></c><c r="XFD4" s="1"/></row>' +
        '<row r="9"><c r="A9" s="1"/></row><row r="1048576" s="1" customFormat="1"/>',
      '',
      '<dimension ref="A1:XFD1048576"/>',
    );
    const [sheet] = (await (await openParts(partsOf(lies))).describe()).sheets;
    expect([sheet!.rows, sheet!.columns]).toEqual([4, 3]);
    const small = worksheet('<row r="5"><c r="E5"><v>1</v></c></row>', '', '<dimension ref="A1"/>');
    const [other] = (await (await openParts(partsOf(small))).describe()).sheets;
    expect([other!.rows, other!.columns]).toEqual([5, 5]);
  });

  it('tells tables, protection and merges', async () => {
    const sheet = worksheet(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<sheetProtection sheet="1" objects="1"/><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B9"/></mergeCells><tableParts count="2"><tablePart r:id="r1"/></tableParts>',
    );
    const table = (attributes: string): string => `<table xmlns="${MAIN}" id="1" ${attributes}><tableColumns/></table>`;
    const host = await openParts(
      partsOf(sheet, {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships([
          { id: 'r1', kind: 'table', target: '../tables/table1.xml' },
          { id: 'r2', kind: 'table', target: '../tables/table2.xml' },
          { id: 'r3', kind: 'drawing', target: '../drawings/none.xml' },
        ]),
        'xl/tables/table1.xml': table('name="t" displayName="客户表" ref="A1:C10"'),
        'xl/tables/table2.xml': table('displayName="T2" ref="E1:F3" headerRowCount="0" totalsRowCount="1"'),
      }),
    );
    const info = (await host.describe()).sheets[0]!;
    expect(info.isProtected).toBe(true);
    expect(info.report).toBeUndefined();
    expect(info.tables).toEqual([
      { name: '客户表', range: { row: 0, column: 0, rows: 10, columns: 3 }, hasHeader: true, hasTotals: false },
      { name: 'T2', range: { row: 0, column: 4, rows: 3, columns: 2 }, hasHeader: false, hasTotals: true },
    ]);
    expect((await host.readHead(info.id, 9, 9)).merges).toEqual([
      { row: 0, column: 0, rows: 1, columns: 3 },
      { row: 2, column: 1, rows: 7, columns: 1 },
    ]);
  });

  it('lists sheets without cells, and reads nothing of them', async () => {
    const host = await openParts(
      partsOf(ONE_CELL, {
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Chart" sheetId="1" r:id="r1"/><sheet name="Data" sheetId="2" r:id="r2"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relationships([
          { id: 'r1', kind: 'chartsheet', target: 'chartsheets/sheet1.xml' },
          { id: 'r2', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
        ]),
        'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
      }),
    );
    const { sheets } = await host.describe();
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['Chart', 0],
      ['Data', 1],
    ]);
    expect((await host.readHead(sheets[0]!.id, 5, 5)).cells).toEqual([]);
    expect(await readCells(host, sheets[0]!.id, [0], 0, 10)).toEqual({});
  });

  it('gives ids that hold over a write', async () => {
    const host = await openParts(partsOf(ONE_CELL));
    const before = (await host.describe()).sheets[0]!.id;
    await host.write({ sheets: [] });
    expect((await host.describe()).sheets[0]!.id).toBe(before);
    expect(await readAllCells(host)).toEqual({ '0,0': 1 });
  });
});

describe('reading a head', () => {
  it('gives no more than asked for, rows as long as their values', async () => {
    const sheet = worksheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row><row r="3"><c r="B3" t="b"><v>1</v></c></row><row r="4"><c r="A4"><v>9</v></c></row>',
    );
    const host = await openParts(partsOf(sheet));
    const { id } = (await host.describe()).sheets[0]!;
    expect((await host.readHead(id, 3, 2)).cells).toEqual([[1], [], [null, true]]);
    expect((await host.readHead(id, 100, 100)).cells).toEqual([[1, null, null, 4], [], [null, true], [9]]);
  });
});

describe('keeping a person company', () => {
  it('tells how far it is, pauses, and stops when she cancels', async () => {
    const host = await openParts(partsOf(manyRows(120_000)));
    const { id } = (await host.describe()).sheets[0]!;
    const told: JobProgress[] = [];
    let pauses = 0;
    const request = { sheet: id, columns: [0], fromRow: 0, toRow: 120_000 };
    const slowly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
    await host.readColumns(request, slowly, {
      report: (progress) => void told.push(progress),
      pause: async () => void pauses++,
    });
    expect(told.every(({ step, sheet, done, total }) => step === 'read' && sheet === 'Data' && done <= total)).toBe(
      true,
    );
    expect(told.length).toBeGreaterThan(0);
    expect(pauses).toBeGreaterThan(0);
    expect(told[told.length - 1]!.done).toBe(told[0]!.total);

    const cancel = new AbortController();
    let blocks = 0;
    const reading = host.readColumns(
      request,
      () => {
        if (++blocks === 2) cancel.abort();
      },
      { signal: cancel.signal },
    );
    expect(await refusalOf(reading)).toBe('cancelled');
    expect(blocks).toBe(2);
  });

  it('passes on what the receiver throws', async () => {
    const host = await openParts(partsOf(manyRows(50_000)));
    const { id } = (await host.describe()).sheets[0]!;
    const reading = host.readColumns({ sheet: id, columns: [0], fromRow: 0, toRow: 50_000 }, () => {
      throw new Error('mine');
    });
    await expect(reading).rejects.toThrow('mine');
    expect((await readCells(host, id, [0], 0, 2))['1,0']).toBe(919);
  });
});

describe('saving', () => {
  const saved = async (host: Awaited<ReturnType<typeof openXlsxHost>>): Promise<Buffer> => {
    const chunks: Uint8Array[] = [];
    await host.save((chunk) => void chunks.push(chunk));
    return Buffer.concat(chunks);
  };
  it('gives the very bytes back where nothing was written', async () => {
    const bytes = fileOf(partsOf(ONE_CELL));
    expect(Buffer.compare(await saved(await openXlsxHost(memorySource(bytes))), bytes)).toBe(0);
  });
  it('waits for the sink and can be cancelled', async () => {
    const host = await openParts(partsOf(ONE_CELL));
    const cancel = new AbortController();
    cancel.abort();
    expect(await refusalOf(host.save(() => undefined, { signal: cancel.signal }))).toBe('cancelled');
  });
});

describe('sources', () => {
  const bytes = fileOf(partsOf(ONE_CELL));
  it('reads a file of the browser', async () => {
    const host = await openXlsxHost(blobSource(new Blob([bytes as Uint8Array<ArrayBuffer>])));
    expect(await readAllCells(host)).toEqual({ '0,0': 1 });
  });
  it('reads a file on disk, and says why it cannot', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kelan-'));
    try {
      await writeFile(join(folder, 'a.xlsx'), bytes);
      const source = await openFileSource(join(folder, 'a.xlsx'));
      expect(await readAllCells(await openXlsxHost(source, nodeZipEngine))).toEqual({ '0,0': 1 });
      await source.close();
      expect(await refusalOf(openFileSource(join(folder, 'none.xlsx')))).toBe('cannot-read');
      expect(await refusalOf(openFileSource(folder))).toBe('cannot-read');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('files of another program', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.boolean(),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => isPlain(text)),
    fc.constantFrom('=A1', "'x", ' blank ', '0012', 'a & <b> "c"', '客户\n名称', '甲公司', '1E5'),
    fc.constant(null),
  );
  // That program writes what XML cannot hold, or reads `_x0041_` its own way: not what is tried here.
  const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cn}\p{Cs}]|_x/u.test(text);

  it('are read cell by cell as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 30 }),
        fc.boolean(),
        async (rows, useSharedStrings) => {
          const book = new Workbook();
          const sheet = book.addWorksheet('Data');
          const expected: Record<string, CellValue> = {};
          rows.forEach((row, at) =>
            row.forEach((cell, column) => {
              if (cell === null) return;
              sheet.getCell(at + 1, column + 1).value = cell;
              expected[`${at},${column}`] = cell;
            }),
          );
          const bytes = new Uint8Array(await book.xlsx.writeBuffer({ useSharedStrings } as never));
          expect(await readAllCells(await openXlsxHost(memorySource(bytes), nodeZipEngine))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});
