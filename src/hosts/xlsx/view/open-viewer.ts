import { format, formatColor } from 'numfmt';
import { MAX_ROWS, type CellRange } from '../../../workbook/address';
import { cellAt, CELL_EMPTY, CELL_ERROR, CELL_TEXT, StringPool, type CellColumn } from '../../../workbook/column-block';
import type { CellValue } from '../../../workbook/cell-value';
import { NO_CONTROL, type JobControl } from '../../../workbook/job-control';
import { readOwnMarks } from '../package/own-marks';
import { openPackage, type PackageSheet, type XlsxPackage } from '../package/xlsx-package';
import { scanSheet } from '../read/read-sheet';
import { findSharedStrings, readSharedStrings, SharedStrings } from '../read/shared-strings';
import type { ByteSource } from '../zip/byte-source';
import { readViewCharts, type ViewChart } from './view-charts';
import { readSheetFrame } from './view-frame';
import { readRuleLooks, readTextRules, type RuleLook, type TextRule } from './view-rules';
import { readViewStyles, type ViewStyle } from './view-styles';

/** Rows of a sheet that are shown; more would fill the memory for no one's eyes. */
export const MAX_VIEW_ROWS = 100_000;
const MAX_VIEW_COLUMNS = 200;
const BLOCK_ROWS = 10_000;

/** A cell as it is shown: its words, and whether they stand at the right as numbers do. */
export interface ViewCell {
  readonly column: number;
  readonly text: string;
  readonly style: number;
  readonly isNumber: boolean;
  /** A colour that the number format or a rule asks for; fill and bold of a rule. */
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: boolean;
}

export interface SheetLook {
  readonly rows: number;
  readonly columns: number;
  /** Rows that there are, where they are more than those shown. */
  readonly allRows: number;
  /** Pixels. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly hasGridlines: boolean;
  readonly merges: readonly CellRange[];
  readonly charts: readonly ViewChart[];
  readonly styles: readonly ViewStyle[];
}

export interface SheetListing {
  readonly id: string;
  readonly name: string;
  readonly isReport: boolean;
}

interface HeldSheet {
  readonly look: SheetLook;
  readonly columns: readonly CellColumn[];
  readonly styles: readonly Int32Array[];
  readonly pool: StringPool;
  readonly rules: readonly TextRule[];
}

/** A workbook to look at: never changed, one sheet held at a time. */
export class SheetViewer {
  private held: { readonly id: string; readonly sheet: HeldSheet } | undefined;

  private constructor(
    private readonly pkg: XlsxPackage,
    private readonly strings: SharedStrings,
    private readonly styles: readonly ViewStyle[],
    private readonly ruleLooks: readonly RuleLook[],
  ) {}

  static async open(source: ByteSource, control: JobControl = NO_CONTROL): Promise<SheetViewer> {
    const pkg = await openPackage(source);
    const entry = findSharedStrings(pkg);
    const strings = entry ? await readSharedStrings(pkg.archive, entry, control) : new SharedStrings();
    return new SheetViewer(pkg, strings, await readViewStyles(pkg), await readRuleLooks(pkg));
  }

  listSheets(): readonly SheetListing[] {
    const marks = readOwnMarks(this.pkg.definedNames);
    return this.pkg.sheets
      .filter(({ kind, visibility }) => kind === 'worksheet' && visibility === 'visible')
      .map(({ part, name }) => ({ id: part, name, isReport: marks.has(name) }));
  }

  async lookAt(id: string, control: JobControl = NO_CONTROL): Promise<SheetLook> {
    return (await this.hold(id, control)).look;
  }

  /** Rows from `fromRow` up to `toRow`, empty cells without a fill left out. */
  async readRows(id: string, fromRow: number, toRow: number): Promise<readonly (readonly ViewCell[])[]> {
    const sheet = await this.hold(id, NO_CONTROL);
    const rows: ViewCell[][] = [];
    for (let row = fromRow; row < Math.min(toRow, sheet.look.rows); row++) rows.push(this.cellsOf(sheet, row));
    return rows;
  }

  private cellsOf({ columns, styles, pool, rules }: HeldSheet, row: number): ViewCell[] {
    const inRow = rules.filter(({ ranges }) =>
      ranges.some((range) => row >= range.row && row < range.row + range.rows),
    );
    return columns.flatMap((column, index): ViewCell[] => {
      const style = styles[index]![row] ?? 0;
      if (column.kinds[row] === CELL_EMPTY && this.styles[style]?.fill === undefined) return [];
      const value = cellAt(column, row, pool);
      return [
        {
          column: index,
          style,
          ...wordCell(value, this.styles[style]?.numberFormat ?? 'General', this.pkg.dateBase === 1904),
          ...(typeof value === 'string' && lookByRule(inRow, row, index, value)),
        },
      ];
    });
  }

  private async hold(id: string, control: JobControl): Promise<HeldSheet> {
    if (this.held?.id === id) return this.held.sheet;
    const listed = this.pkg.sheets.find(({ part }) => part === id);
    if (!listed) throw new Error(`No sheet ${id}`);
    const sheet = await this.readSheet(listed, control);
    this.held = { id, sheet };
    return sheet;
  }

  private async readSheet(listed: PackageSheet, control: JobControl): Promise<HeldSheet> {
    const survey = await scanSheet(
      this.pkg,
      listed,
      {
        step: 'inspect',
        columns: [],
        fromRow: 0,
        toRow: MAX_ROWS,
        blockRows: MAX_ROWS,
        sharedStrings: new SharedStrings(),
      },
      () => undefined,
      control,
    );
    const rows = Math.min(survey.rows, MAX_VIEW_ROWS);
    const width = Math.min(survey.columns, MAX_VIEW_COLUMNS);
    const columns = Array.from({ length: width }, () => ({
      kinds: new Uint8Array(rows),
      numbers: new Float64Array(rows),
    }));
    const styles = Array.from({ length: width }, () => new Int32Array(rows));
    const pool = new StringPool();
    if (rows > 0 && width > 0) {
      await scanSheet(
        this.pkg,
        listed,
        {
          step: 'read',
          columns: columns.map((_, column) => column),
          fromRow: 0,
          toRow: rows,
          blockRows: Math.min(BLOCK_ROWS, rows),
          sharedStrings: this.strings,
          keepsStyles: true,
        },
        (block, scanner) => {
          const ids = block.pool.texts.map((text) => pool.idOf(text));
          block.columns.forEach(({ kinds, numbers }, column) => {
            const held = columns[column]!;
            held.kinds.set(kinds.subarray(0, block.rowCount), block.firstRow);
            held.numbers.set(numbers.subarray(0, block.rowCount), block.firstRow);
            for (let row = 0; row < block.rowCount; row++) {
              if (kinds[row] === CELL_TEXT || kinds[row] === CELL_ERROR)
                held.numbers[block.firstRow + row] = ids[numbers[row]!]!;
            }
            styles[column]!.set(scanner.styles[column]!.subarray(0, block.rowCount), block.firstRow);
          });
        },
        control,
      );
    }
    const frame = await readSheetFrame(this.pkg, listed, width);
    const look: SheetLook = {
      rows,
      columns: width,
      allRows: survey.rows,
      ...frame,
      merges: survey.merges,
      charts: await readViewCharts(this.pkg, listed),
      styles: this.styles,
    };
    return { look, columns, styles, pool, rules: await readTextRules(this.pkg, listed, this.ruleLooks) };
  }
}

/** The look of the first rule that the cell's text fulfils. */
const lookByRule = (rules: readonly TextRule[], row: number, column: number, text: string): RuleLook | undefined =>
  rules.find(
    (rule) =>
      rule.text === text &&
      rule.ranges.some(
        (range) =>
          row >= range.row &&
          row < range.row + range.rows &&
          column >= range.column &&
          column < range.column + range.columns,
      ),
  )?.look;

/** A value in the words of its number format. @example wordCell(0.5, '0%', false).text //=> '50%' */
function wordCell(value: CellValue, numberFormat: string, is1904: boolean): Omit<ViewCell, 'column' | 'style'> {
  if (value === null) return { text: '', isNumber: false };
  if (typeof value === 'object') return { text: value.error, isNumber: false };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', isNumber: false };
  if (typeof value === 'string') return { text: value, isNumber: false };
  const serial = is1904 && /[yd]/i.test(numberFormat) ? value + 1462 : value;
  const color = formatColor(numberFormat, serial, { throws: false });
  return {
    text: format(numberFormat, serial, { throws: false, invalid: '#' }),
    isNumber: true,
    ...(typeof color === 'string' && { color }),
  };
}
