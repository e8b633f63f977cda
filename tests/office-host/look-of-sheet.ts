import { addressOfArea } from './excel/area';
import type { Worksheet } from './excel/worksheet';

const KEYS = [
  'numberFormat',
  'wrapText',
  'horizontalAlignment',
  'verticalAlignment',
  'indentLevel',
  'font.bold',
  'font.italic',
  'font.underline',
  'font.size',
  'font.color',
  'font.name',
  'fill.color',
  'protection.locked',
];

/** What a person sees of a sheet, whatever road led there: equal looks, equal sheets. */
export function lookOfSheet(sheet: Worksheet): string {
  const cells = sheet.grid
    .entries()
    .map(([row, column, cell]) => [
      row,
      column,
      cell.value,
      cell.formula,
      KEYS.map((key) => sheet.paint.at(row, column, key)),
    ]);
  return JSON.stringify({
    name: sheet.Name,
    tab: sheet.TabColor,
    gridlines: sheet.ShowGridlines,
    cells,
    merges: sheet.merges.map(addressOfArea),
    columnGroups: sheet.columnGroups,
    validations: sheet.validations.map(({ area, rule }) => [addressOfArea(area), rule]),
    conditionalFormats: sheet.conditionalFormats.map(({ areas, format }) => [
      areas.map(addressOfArea),
      format.kind,
      format.formula,
    ]),
    links: [...sheet.hyperlinks],
    tables: sheet.Tables.Items.map((table) => table.snapshot()),
    charts: sheet.Charts.Items.map((chart) => chart.snapshot()),
    frozen: sheet.FreezePanes.frozen,
    page: sheet.PageLayout.snapshot(),
    widths: Array.from({ length: 8 }, (_, column) => sheet.paint.at(0, column, 'columnWidth')),
  });
}
