import { columnLetters, MAX_COLUMNS } from '../../../../workbook/address';
import type { SheetPlan } from '../../../../workbook/plan';
import type { CellGrid, GridCell } from './cell-grid';
import type { StyleBook } from '../styles/style-book';
import { escapeText } from '../xml/xml-text';

/** What Excel would take as a formula if the person opened the cell and pressed Enter. */
const LOOKS_LIKE_FORMULA = /^[=+\-@].|^'/s;
const NEEDS_SPACE_KEPT = /^\s|\s$|\n|\s\s/;

/**
 * The rows of a sheet. Strings stand in the cells themselves (`inlineStr`): the person's shared strings, easily a
 * hundred megabytes, stay untouched; Excel moves ours there when it saves.
 */
export function writeSheetData(plan: SheetPlan, grid: CellGrid, styles: StyleBook): string {
  const heights = new Map(plan.rowHeights.map(({ row, points }) => [row, points]));
  const last = plan.rowHeights.reduce((end, { row }) => Math.max(end, row + 1), grid.extent.rows);
  const formulas = new Map(plan.formulas?.map(({ row, column, formula }) => [row * MAX_COLUMNS + column, formula]));
  const letters = Array.from({ length: grid.extent.columns }, (_, column) => columnLetters(column));
  const parts: string[] = ['<sheetData>'];
  for (let row = 0; row < last; row++) {
    const cells = grid.cellsOf(row);
    const height = heights.get(row);
    if (cells.length === 0 && height === undefined) continue;
    const name = String(row + 1);
    const attributes = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    parts.push(`<row r="${name}"${attributes}${cells.length === 0 ? '/>' : '>'}`);
    for (const cell of cells) {
      const formula = formulas.get(row * MAX_COLUMNS + cell.column);
      const address = letters[cell.column]! + name;
      parts.push(
        formula === undefined ? writeCell(cell, address, styles) : writeFormula(cell, formula, address, styles),
      );
    }
    if (cells.length > 0) parts.push('</row>');
  }
  parts.push('</sheetData>');
  return parts.join('');
}

function writeCell({ value, style }: GridCell, address: string, styles: StyleBook): string {
  if (typeof value === 'string' && value !== '') {
    const index = styles.cellStyle(style, LOOKS_LIKE_FORMULA.test(value));
    const space = NEEDS_SPACE_KEPT.test(value) ? ' xml:space="preserve"' : '';
    return `<c r="${address}" s="${index}" t="inlineStr"><is><t${space}>${escapeText(value)}</t></is></c>`;
  }
  const start = `<c r="${address}" s="${styles.cellStyle(style)}"`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${start}/>`;
}

/** With what it shows now, so that a program which works nothing out shows the same. */
function writeFormula({ value, style }: GridCell, formula: string, address: string, styles: StyleBook): string {
  const kind = typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : '';
  const shown = typeof value === 'string' ? escapeText(value) : value === null ? '' : Number(value);
  return `<c r="${address}" s="${styles.cellStyle(style)}"${kind}><f>${escapeText(formula)}</f><v>${shown}</v></c>`;
}
