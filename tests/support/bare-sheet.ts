import type { CellValue } from '../../src/workbook/cell-value';
import type { PlanValue, SheetPlan } from '../../src/workbook/plan';
import type { CellStyle } from '../../src/workbook/style';

/** The plan of a sheet of the person's with nothing but cells; `styleOf` gives a column another look than none. */
export function bareSheet(
  id: string,
  name: string,
  rows: readonly (readonly CellValue[])[],
  styleOf: (column: number) => CellStyle = () => ({}),
): SheetPlan {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = Array.from({ length: width }, (_, column) => column);
  const values = rows.map((line) => columns.map((column) => plain(line[column] ?? null)));
  return {
    id,
    owner: 'person',
    name,
    fingerprint: '',
    tabColor: '#808080',
    columnWidths: [],
    rowHeights: [],
    blocks: [{ row: 0, column: 0, values, styles: columns.map(styleOf) }],
    merges: [],
    tables: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    showGridlines: true,
    print: { orientation: 'portrait', pagesWide: 1, header: '', footer: '', pageNumber: '{page}' },
  };
}

const plain = (value: CellValue): PlanValue => (typeof value === 'object' && value !== null ? value.error : value);
