import { absoluteAddress, quoteSheetName, type CellRange } from '../../../../workbook/address';
import type { CellGrid } from '../sheet/cell-grid';
import { escapeText } from '../xml/xml-text';

/** Where charts take their data from: the sheet by the name it carries, and a copy of its cells. */
export interface ChartSource {
  readonly sheetName: string;
  readonly grid: CellGrid;
}

const referenceOf = (source: ChartSource, range: CellRange): string => {
  if (range.rows > 1 && range.columns > 1) throw new Error('a chart takes one row or one column');
  return `<c:f>${escapeText(`${quoteSheetName(source.sheetName)}!${absoluteAddress(range)}`)}</c:f>`;
};

/** The format of the first number of a range. */
export function formatOf(source: ChartSource, range: CellRange): string {
  const number = source.grid.cellsIn(range).find((cell) => typeof cell?.value === 'number');
  return number?.style.numberFormat ?? 'General';
}

/** Numbers with a copy of their values, so that every viewer draws them at once. A gap stays a gap. */
export function writeNumbers(source: ChartSource, range: CellRange): string {
  const cells = source.grid.cellsIn(range);
  const points = cells.map((cell, index) =>
    typeof cell?.value === 'number' ? `<c:pt idx="${index}"><c:v>${cell.value}</c:v></c:pt>` : '',
  );
  return (
    `<c:numRef>${referenceOf(source, range)}<c:numCache>` +
    `<c:formatCode>${escapeText(formatOf(source, range))}</c:formatCode>` +
    `<c:ptCount val="${cells.length}"/>${points.join('')}</c:numCache></c:numRef>`
  );
}

/** Labels with a copy of their text; where all of them are numbers (years, days), numbers in their format. */
export function writeLabels(source: ChartSource, range: CellRange): string {
  const cells = source.grid.cellsIn(range);
  const values = cells.map((cell) => cell?.value ?? null);
  const isNumeric =
    values.every((value) => value === null || typeof value === 'number') && values.some((v) => v !== null);
  if (isNumeric) return writeNumbers(source, range);
  const points = values.map((value, index) =>
    value === null || value === '' ? '' : `<c:pt idx="${index}"><c:v>${escapeText(String(value))}</c:v></c:pt>`,
  );
  return (
    `<c:strRef>${referenceOf(source, range)}<c:strCache>` +
    `<c:ptCount val="${cells.length}"/>${points.join('')}</c:strCache></c:strRef>`
  );
}
