import { columnLetters, MAX_COLUMNS } from '../../../../workbook/address';
import type { CellBlock, PlanValue, SheetPlan } from '../../../../workbook/plan';
import type { CellStyle } from '../../../../workbook/style';
import type { StyleBook } from '../styles/style-book';
import type { ByteWriter } from '../xml/byte-writer';
import type { CellGrid } from './cell-grid';

/** What Excel would take as a formula if the person opened the cell and pressed Enter. */
const LOOKS_LIKE_FORMULA = /^[=+\-@].|^'/s;
const FORMULA_STARTS = new Set(['=', '+', '-', '@', "'"]);
const NEEDS_SPACE_KEPT = /^\s|\s$|\n|\s\s/;
const PLAIN: CellStyle = {};

/**
 * The rows of a sheet. Strings stand in the cells themselves (`inlineStr`): the person's shared strings, easily a
 * hundred megabytes, stay untouched; Excel moves ours there when it saves. Stops behind each row, for whoever takes what is
 * written in pieces.
 */
export function* writeSheetData(
  out: ByteWriter,
  plan: SheetPlan,
  grid: CellGrid,
  styles: StyleBook,
): Generator<void, void> {
  const heights = new Map(plan.rowHeights.map(({ row, points }) => [row, points]));
  const last = plan.rowHeights.reduce((end, { row }) => Math.max(end, row + 1), grid.extent.rows);
  const formulas = new Map(plan.formulas?.map(({ row, column, formula }) => [row * MAX_COLUMNS + column, formula]));
  // The start of a cell up to its row number, by column.
  const starts = Array.from({ length: grid.extent.columns }, (_, column) => `<c r="${columnLetters(column)}`);
  const fills = new Map(plan.fills?.map(({ row, column, color }) => [row * MAX_COLUMNS + column, color]));
  const markups = new Map<CellBlock, BlockMarkup>();
  const writeBlockRow = (block: CellBlock, row: number, rowNumber: string): void => {
    const { length } = block.values[row - block.row]!;
    let markup = markups.get(block);
    if (!markup) markups.set(block, (markup = new BlockMarkup(block, styles)));
    for (let index = 0; index < length; index++) {
      const column = block.column + index;
      const formula = formulas.size > 0 ? formulas.get(row * MAX_COLUMNS + column) : undefined;
      const value = grid.valueIn(block, row, index);
      out.text(starts[column]!).text(rowNumber);
      const fill = fills.size > 0 ? fills.get(row * MAX_COLUMNS + column) : undefined;
      const ownStyle = block.styles[index] ?? PLAIN;
      const style = fill === undefined ? ownStyle : { ...ownStyle, fill };
      if (formula !== undefined) writeFormula(out, value, formula, style, styles);
      else if (fill === undefined) writeCell(out, value, markup, index);
      else writeCell(out, value, new BlockMarkup({ ...block, styles: [style] }, styles), 0);
    }
  };

  out.text('<sheetData>');
  for (let row = 0; row < last; row++) {
    const blocks = grid.blocksAt(row);
    const height = heights.get(row);
    if (blocks.length === 0 && height === undefined) continue;
    const rowNumber = String(row + 1);
    out.text('<row r="').text(rowNumber);
    out.text(height === undefined ? '"' : `" ht="${height}" customHeight="1"`).text(blocks.length === 0 ? '/>' : '>');
    for (const block of blocks) writeBlockRow(block, row, rowNumber);
    if (blocks.length > 0) out.text('</row>');
    yield;
  }
  out.text('</sheetData>');
}

/**
 * What stands between a cell's address and its value, by column of a block: all its rows have one style, so that it is put
 * together once. A style gets its number when the first cell has it.
 */
class BlockMarkup {
  private readonly texts: string[] = [];
  private readonly formulaLike: string[] = [];
  private readonly others: string[] = [];

  constructor(
    private readonly block: CellBlock,
    private readonly styles: StyleBook,
  ) {}

  textAt(index: number, isFormulaLike: boolean): string {
    const made = isFormulaLike ? this.formulaLike : this.texts;
    return (made[index] ??= `" s="${this.styles.cellStyle(this.styleAt(index), isFormulaLike)}" t="inlineStr"><is><t`);
  }

  otherAt(index: number): string {
    return (this.others[index] ??= `" s="${this.styles.cellStyle(this.styleAt(index))}"`);
  }

  private styleAt(index: number): CellStyle {
    return this.block.styles[index] ?? PLAIN;
  }
}

/** From behind its address on. */
function writeCell(out: ByteWriter, value: PlanValue, markup: BlockMarkup, index: number): void {
  if (typeof value === 'string' && value !== '') {
    out.text(markup.textAt(index, looksLikeFormula(value)));
    out.text(needsSpaceKept(value) ? ' xml:space="preserve">' : '>');
    out.escaped(value).text('</t></is></c>');
    return;
  }
  out.text(markup.otherAt(index));
  if (typeof value === 'number') out.text('><v>').number(value).text('</v></c>');
  else if (typeof value === 'boolean') out.text(value ? ' t="b"><v>1</v></c>' : ' t="b"><v>0</v></c>');
  else out.text('/>');
}

const looksLikeFormula = (text: string): boolean => FORMULA_STARTS.has(text[0]!) && LOOKS_LIKE_FORMULA.test(text);

/** Where no character can be a blank, the pattern need not look: a list has millions of such texts. */
function needsSpaceKept(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isInk = (unit > 0x20 && unit < 0xa0) || (unit > 0x3000 && unit < 0xfeff);
    if (!isInk) return NEEDS_SPACE_KEPT.test(text);
  }
  return false;
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
