import { columnLetters, MAX_COLUMNS } from '../../../../workbook/address';
import type { CellBlock, PlanValue, SheetPlan } from '../../../../workbook/plan';
import type { CellStyle } from '../../../../workbook/style';
import type { StyleBook } from '../styles/style-book';
import type { ByteWriter } from '../xml/byte-writer';
import type { CellGrid } from './cell-grid';

/** What Excel would take as a formula if the person opened the cell and pressed Enter. */
const LOOKS_LIKE_FORMULA = /^[=+\-@].|^'/s;
const NEEDS_SPACE_KEPT = /^\s|\s$|\n|\s\s/;
const PLAIN: CellStyle = {};

/**
 * The rows of a sheet. Strings stand in the cells themselves (`inlineStr`): the person's shared strings, easily a
 * hundred megabytes, stay untouched; Excel moves ours there when it saves.
 */
export function writeSheetData(out: ByteWriter, plan: SheetPlan, grid: CellGrid, styles: StyleBook): void {
  const heights = new Map(plan.rowHeights.map(({ row, points }) => [row, points]));
  const last = plan.rowHeights.reduce((end, { row }) => Math.max(end, row + 1), grid.extent.rows);
  const formulas = new Map(plan.formulas?.map(({ row, column, formula }) => [row * MAX_COLUMNS + column, formula]));
  // The start of a cell up to its row number, by column.
  const starts = Array.from({ length: grid.extent.columns }, (_, column) => `<c r="${columnLetters(column)}`);
  const writeBlockRow = (block: CellBlock, row: number): void => {
    const { length } = block.values[row - block.row]!;
    for (let index = 0; index < length; index++) {
      const column = block.column + index;
      const formula = formulas.size > 0 ? formulas.get(row * MAX_COLUMNS + column) : undefined;
      const value = grid.valueIn(block, row, index);
      const style = block.styles[index] ?? PLAIN;
      out.text(starts[column]!).number(row + 1);
      if (formula === undefined) writeCell(out, value, style, styles);
      else writeFormula(out, value, formula, style, styles);
    }
  };

  out.text('<sheetData>');
  for (let row = 0; row < last; row++) {
    const blocks = grid.blocksAt(row);
    const height = heights.get(row);
    if (blocks.length === 0 && height === undefined) continue;
    out.text('<row r="').number(row + 1);
    out.text(height === undefined ? '"' : `" ht="${height}" customHeight="1"`).text(blocks.length === 0 ? '/>' : '>');
    for (const block of blocks) writeBlockRow(block, row);
    if (blocks.length > 0) out.text('</row>');
  }
  out.text('</sheetData>');
}

/** From behind its address on. */
function writeCell(out: ByteWriter, value: PlanValue, style: CellStyle, styles: StyleBook): void {
  out.text('" s="');
  if (typeof value === 'string' && value !== '') {
    out.number(styles.cellStyle(style, LOOKS_LIKE_FORMULA.test(value))).text('" t="inlineStr"><is><t');
    if (NEEDS_SPACE_KEPT.test(value)) out.text(' xml:space="preserve"');
    out.text('>').escaped(value).text('</t></is></c>');
    return;
  }
  out.number(styles.cellStyle(style));
  if (typeof value === 'number') out.text('"><v>').number(value).text('</v></c>');
  else if (typeof value === 'boolean') out.text(value ? '" t="b"><v>1</v></c>' : '" t="b"><v>0</v></c>');
  else out.text('"/>');
}

/** With what it shows now, so that a program which works nothing out shows the same. */
function writeFormula(out: ByteWriter, value: PlanValue, formula: string, style: CellStyle, styles: StyleBook): void {
  out.text('" s="').number(styles.cellStyle(style)).text('"');
  out.text(typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : '');
  out.text('><f>').escaped(formula).text('</f><v>');
  if (typeof value === 'string') out.escaped(value);
  else if (value !== null) out.number(Number(value));
  out.text('</v></c>');
}
