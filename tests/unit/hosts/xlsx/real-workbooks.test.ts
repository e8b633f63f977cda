import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFileSource } from '../../../../src/hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { CELL_NUMBER, CELL_TEXT } from '../../../../src/workbook/column-block';
import type { HostError } from '../../../../src/workbook/host-error';

const DATA = join(__dirname, '..', '..', '..', '..', '..', 'shared', 'data');
const SECONDS = 10;

/**
 * Of every workbook: how many cells hold a value, the sum of the numbers, the characters of the texts; read by openpyxl
 * 3 with cached results, days turned back into serials (`to_excel`). The three that it does not open were read by
 * Python's zipfile and ElementTree.
 */
const READ_BY_OTHERS: readonly (readonly [file: string, cells: number, sum: number, characters: number])[] = [
  ['atliq-otif.xlsx', 628319, 1531106295808.9797, 698576],
  ['northwind-three-sheets.xlsx', 22796, 120132111.6400167, 61899],
  ['northwind.xlsx', 28884, 252554917.09158793, 71891],
  ['sales-data-sample.xlsx', 66517, 45315282.91999991, 356611],
  ['superstore-us.xlsx', 210499, 880006985.9720563, 1695945],
  ['messy/pbpython_2018_Sales_Total.xlsx', 10507, 795993359.9401613, 34935],
  ['messy/pbpython_2018_Sales_Total_Tabs.xlsx', 2135, 155721124.09030095, 7223],
  ['messy/pbpython_customer-status.xlsx', 51, 7651674, 348],
  ['messy/pbpython_sales-feb-2014.xlsx', 763, 49688932.61000001, 4629],
  ['messy/pbpython_sales-jan-2014.xlsx', 945, 67930275.03999999, 5641],
  ['messy/pbpython_sales-mar-2014.xlsx', 1001, 66547780.150000036, 6125],
  ['messy/pbpython_sales_cleanup.xlsx', 14, 1350.1, 79],
  ['messy/pbpython_sample-sales-reps.xlsx', 13509, 620034220.9299984, 95473],
  ['messy/pbpython_sample-salesv3.xlsx', 10507, 731074520.6100005, 63435],
  ['messy/pbpython_shipping_tables.xlsx', 97, 4930106456, 534],
  ['messy/poi_46535.xlsx', 7155, 1085, 116740],
  ['messy/poi_48962.xlsx', 91, 37866910.9, 648],
  ['messy/poi_49609.xlsx', 7566, 37951941.4923554, 442],
  ['messy/poi_51519.xlsx', 72, 153, 550],
  ['messy/poi_51585.xlsx', 0, 0, 0],
  ['messy/poi_53105.xlsx', 16385, 32768, 0],
  ['messy/poi_57523.xlsx', 1226, 2942589, 19449],
  ['messy/poi_57893-many-merges.xlsx', 0, 0, 0],
  ['messy/poi_58896.xlsx', 8501, 106468830.09262685, 39270],
  ['messy/poi_60512.xlsm', 459, 4370739957.191309, 1364],
  ['messy/poi_AverageTaxRates.xlsx', 1110, 4434361.127688546, 1441],
  ['messy/poi_DataTableCities.xlsx', 185, 1040499104.8883336, 994],
  ['messy/poi_ExcelPivotTableSample.xlsx', 50, 357622, 205],
  ['messy/poi_ExcelTables.xlsx', 24, 214, 62],
  ['messy/poi_StructuredRefs-lots-with-lookups.xlsx', 37696, 5641001230.557165, 107588],
  ['messy/poi_Tables.xlsx', 2111, 15121184.166468075, 9435],
  ['messy/poi_TablesWithDifferentHeaders.xlsx', 14, 46, 40],
  ['messy/poi_right-to-left.xlsx', 8, 246, 86],
  ['messy/poi_simple-monthly-budget.xlsx', 49, 15922.622933333334, 319],
  ['messy/readxl_currency-formats.xlsx', 12, 30001.5, 46],
  ['messy/readxl_deaths.xlsx', 163, 1160368, 765],
  ['messy/sheetjs_1904.xlsx', 20, 24690, 100],
  ['messy/sheetjs_Attendance.xlsx', 225, 1014674, 104],
  ['messy/sheetjs_AutoFilter.xlsx', 968, 1111, 6083],
  ['messy/sheetjs_issue.xlsx', 242, 6389, 857],
  ['messy/sheetjs_merge_cells.xlsx', 6, 0, 55],
  ['messy/sheetjs_number_format_entities.xlsx', 2, 24691.3578, 0],
  ['messy/sheetjs_pivot_table_named_range.xlsx', 172, 1137.6, 363],
  ['messy/sheetjs_sheet_visibility.xlsx', 46, 2348, 23],
  ['messy/sheetjs_xlsx-stream-d-date-cell.xlsx', 33, 1.23456789e22, 279],
  ['messy/sheetjs_חישוב_נקודות_זיכוי.xlsx', 109, 2656534.8999999994, 605],
  ['messy/zh_电脑配件销售记录.xlsx', 150, 200603, 198],
];
const REFUSED: readonly (readonly [file: string, code: string])[] = [['messy/poi_58616.xlsx', 'encrypted']];

async function sumUp(file: string): Promise<{ cells: number; sum: number; characters: number }> {
  const source = await openFileSource(join(DATA, file));
  const total = { cells: 0, sum: 0, characters: 0 };
  try {
    const host = await openXlsxHost(source, nodeZipEngine);
    for (const sheet of (await host.describe()).sheets) {
      const columns = Array.from({ length: sheet.columns }, (_, column) => column);
      const request = { sheet: sheet.id, columns, fromRow: 0, toRow: sheet.rows };
      await host.readColumns(request, ({ columns: cells, rowCount, pool }) => {
        for (const { kinds, numbers } of cells) {
          for (let row = 0; row < rowCount; row++) {
            if (kinds[row] === 0) continue;
            total.cells++;
            if (kinds[row] === CELL_NUMBER) total.sum += numbers[row]!;
            if (kinds[row] === CELL_TEXT) total.characters += pool.texts.at(numbers[row]!)!.length;
          }
        }
      });
    }
  } finally {
    await source.close();
  }
  return total;
}

const isThere = existsSync(DATA);
const describeReal = isThere ? describe : describe.skip;

describeReal(`real workbooks${isThere ? '' : ' (skipped: the folder of shared data is not here)'}`, () => {
  it('are all named here', () => {
    const files = ['', 'messy/'].flatMap((folder) =>
      readdirSync(join(DATA, folder))
        .filter((name) => /\.xls/.test(name))
        .map((name) => folder + name),
    );
    expect(files.sort()).toEqual([...READ_BY_OTHERS, ...REFUSED].map(([file]) => file).sort());
  });

  it.each(READ_BY_OTHERS)(
    '%s reads as other programs read it',
    async (file, cells, sum, characters) => {
      const read = await sumUp(file);
      expect(read.cells).toBe(cells);
      expect(read.characters).toBe(characters);
      expect(Math.abs(read.sum - sum)).toBeLessThanOrEqual(1e-9 * Math.abs(sum) + 1e-4);
    },
    SECONDS * 1000,
  );

  it.each(REFUSED)('%s is refused as %s', async (file, code) => {
    const failure = await sumUp(file).then(
      () => undefined,
      (error: HostError) => error,
    );
    expect([failure?.name, failure?.code]).toEqual(['HostError', code]);
  });
});
