import type { Borders, Cell, DataValidation, Fill, Style, Worksheet } from 'exceljs';
import { type Day } from '../../src/core/model/day';
import { serialOfDay } from '../../src/workbook/serial-day';

/** How the assistant of the sample lays out a sheet: title rows, a header, and one style a column. */

export interface SampleColumn {
  readonly header: string;
  readonly width: number;
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
}

export type SampleCell =
  string | number | null | { readonly error: string } | { readonly formula: string; readonly result: number };

export const FONT = '微软雅黑';
export const DAY_FORMAT = 'yyyy-mm-dd';
export const MOMENT_FORMAT = 'yyyy-mm-dd hh:mm';
export const MONEY_FORMAT = '#,##0.00';
export const WHOLE_FORMAT = '#,##0';
export const TONNE_FORMAT = '0.0#';

const LINE = { style: 'thin', color: { argb: 'FFD9D9D9' } } as const;
const ALL_SIDES: Partial<Borders> = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const HEADER_FILL = solid('FF1F5C4D');
const TOTAL_FILL = solid('FFE8F1EE');

export const day = (label: string): SampleColumn => ({
  header: label,
  width: 11.5,
  format: DAY_FORMAT,
  align: 'center',
});
export const moment = (label: string): SampleColumn => ({
  header: label,
  width: 16.5,
  format: MOMENT_FORMAT,
  align: 'center',
});
export const words = (label: string, width = 12): SampleColumn => ({ header: label, width });
export const mark = (label: string, width = 8): SampleColumn => ({ header: label, width, align: 'center' });
export const money = (label: string, width = 13): SampleColumn => ({ header: label, width, format: MONEY_FORMAT });
export const whole = (label: string, width = 10): SampleColumn => ({ header: label, width, format: WHOLE_FORMAT });
export const tonnes = (label: string, width = 9): SampleColumn => ({ header: label, width, format: TONNE_FORMAT });

export const serial = (value: Day | undefined): number | null =>
  value === undefined ? null : serialOfDay(value, 1900);
/** The serial of a moment, kept to whole minutes. */
export const momentSerial = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round((value + 25569) * 1440) / 1440;

export interface LaidOut {
  /** The first row below the header, as Excel numbers it. */
  readonly firstRow: number;
  lastRow: number;
}

/** Writes title lines and one header row; the rows follow with `putRow`. */
export function startSheet(sheet: Worksheet, titles: readonly string[], columns: readonly SampleColumn[]): LaidOut {
  columns.forEach((column, i) => styleColumn(sheet, i + 1, column));
  titles.forEach((title, i) => putTitle(sheet, i + 1, title, i === 0, columns.length));
  const headerRow = titles.length + 1;
  columns.forEach((column, i) => putHeader(sheet.getRow(headerRow).getCell(i + 1), column.header));
  sheet.getRow(headerRow).height = 20;
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: headerRow }];
  return { firstRow: headerRow + 1, lastRow: headerRow };
}

/** A header of two rows: groups of columns merged above their names. */
export function startGroupedSheet(
  sheet: Worksheet,
  titles: readonly string[],
  groups: readonly { readonly name: string; readonly columns: readonly SampleColumn[] }[],
): LaidOut {
  const columns = groups.flatMap((group) => group.columns);
  columns.forEach((column, i) => styleColumn(sheet, i + 1, column));
  titles.forEach((title, i) => putTitle(sheet, i + 1, title, i === 0, columns.length));
  const groupRow = titles.length + 1;
  let first = 1;
  for (const group of groups) {
    const last = first + group.columns.length - 1;
    for (let i = first; i <= last; i++) {
      putHeader(sheet.getRow(groupRow).getCell(i), i === first ? group.name : null);
      putHeader(sheet.getRow(groupRow + 1).getCell(i), columns[i - 1]!.header);
    }
    sheet.mergeCells(groupRow, first, groupRow, last);
    first = last + 1;
  }
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: groupRow + 1 }];
  return { firstRow: groupRow + 2, lastRow: groupRow + 1 };
}

export function putRow(sheet: Worksheet, area: LaidOut, cells: readonly SampleCell[]): number {
  area.lastRow += 1;
  const row = sheet.getRow(area.lastRow);
  cells.forEach((value, i) => {
    if (value !== null && value !== '') row.getCell(i + 1).value = value as Cell['value'];
  });
  return area.lastRow;
}

/** A row of totals or subtotals, set off by a fill. */
export function putTotal(sheet: Worksheet, area: LaidOut, cells: readonly SampleCell[], columns: number): number {
  const at = putRow(sheet, area, cells);
  for (let i = 1; i <= columns; i++) {
    const cell = sheet.getRow(at).getCell(i);
    cell.font = { name: FONT, size: 10, bold: true };
    cell.fill = TOTAL_FILL;
  }
  return at;
}

/** Notes below the table, one empty row apart. */
export function putNotes(sheet: Worksheet, area: LaidOut, notes: readonly string[]): void {
  notes.forEach((note, i) => {
    const cell = sheet.getRow(area.lastRow + 2 + i).getCell(1);
    plain(cell);
    cell.value = note;
    cell.font = { name: FONT, size: 9, italic: true, color: { argb: 'FF7F7F7F' } };
  });
  area.lastRow += 1 + notes.length;
}

/** Rows with borders and nothing in them, as copying a format down leaves behind. */
export function putEmptyFormattedRows(sheet: Worksheet, area: LaidOut, rows: number, columns: number): void {
  for (let row = area.lastRow + 1; row <= area.lastRow + rows; row++) {
    for (let column = 1; column <= columns; column++) sheet.getRow(row).getCell(column).border = ALL_SIDES;
  }
}

/** A drop-down over a range; the library writes ranges though its types know single cells only. */
export function addList(sheet: Worksheet, range: string, source: string): void {
  const { dataValidations } = sheet as Worksheet & {
    readonly dataValidations: { add(range: string, rule: DataValidation): void };
  };
  dataValidations.add(range, { type: 'list', allowBlank: true, formulae: [source] });
}

export function letterOf(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1);
}

function styleColumn(sheet: Worksheet, index: number, column: SampleColumn): void {
  const target = sheet.getColumn(index);
  target.width = column.width;
  const style: Partial<Style> = {
    font: { name: FONT, size: 10 },
    ...(column.format ? { numFmt: column.format } : {}),
    ...(column.align ? { alignment: { horizontal: column.align, vertical: 'middle' } } : {}),
  };
  target.style = style;
}

function plain(cell: Cell): void {
  cell.style = {};
}

function putTitle(sheet: Worksheet, row: number, title: string, isMain: boolean, columns: number): void {
  for (let i = 1; i <= columns; i++) plain(sheet.getRow(row).getCell(i));
  const cell = sheet.getRow(row).getCell(1);
  cell.value = title;
  cell.font = isMain
    ? { name: FONT, size: 14, bold: true, color: { argb: 'FF1F5C4D' } }
    : { name: FONT, size: 9, color: { argb: 'FF7F7F7F' } };
  if (isMain) {
    sheet.getRow(row).height = 26;
    sheet.mergeCells(row, 1, row, Math.min(columns, 8));
    cell.alignment = { horizontal: 'left', vertical: 'middle' };
  }
}

function putHeader(cell: Cell, header: string | null): void {
  cell.style = {
    font: { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: HEADER_FILL,
    border: ALL_SIDES,
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  };
  cell.value = header;
}
