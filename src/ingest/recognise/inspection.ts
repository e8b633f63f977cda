import type { BuyerColumn } from '../../core/model/basis';
import type { Day } from '../../core/model/day';
import type { Issue } from '../../core/model/issue';
import type { Text } from '../../i18n/text';
import type { DateBase } from '../../workbook/serial-day';
import type { SheetInfo } from '../../workbook/workbook-host';
import type { ColumnMap, SheetMap } from './column-map';
import type { ClientOutside } from './outside/client-place';
import type { DayOutside } from './outside/day-place';
import type { DayParts } from './day-parts';
import type { DocumentTotals } from './document-totals';
import type { PriceSource } from './prices/price-source';
import type { Proposal } from './profile/proposal';
import type { FieldDefinition, FieldPath, SheetKind } from '../fields/define-fields';
import type { DayStyle } from '../parse/day';
import type { Period } from '../parse/period-header';
import type { DecimalMark } from '../parse/decimal-mark';
import type { DiscountStyle } from '../parse/discount';

/** A column of a sheet as the pane shows it. */
export interface MappedColumn {
  /** Zero-based. */
  readonly column: number;
  readonly letter: string;
  /** As it stands in the sheet; under a merged group `交货/数量`. */
  readonly header: string;
  readonly field?: FieldPath;
  readonly label?: Text;
  /** Fields that the same column stands for too (an order day that is the sale's day). */
  readonly also: readonly FieldPath[];
  /** 0–1 */
  readonly confidence: number;
  /** A few cells as text. */
  readonly samples: readonly string[];
  /** Share of the filled cells of the head that can be read; undefined without a field or without cells. */
  readonly parseShare?: number;
  /** Headers of other columns that may be meant. */
  readonly alternatives: readonly string[];
}

/** Something that only the person knows: asked once, the answer kept in the column map. */
export interface Question {
  readonly sheet: string;
  readonly about: 'column' | 'dayOrder' | 'word' | 'detail' | 'fillDown';
  /** The field or word that it is about. */
  readonly subject: string;
  readonly text: Text;
  readonly options: readonly { readonly value: string; readonly label: Text }[];
  /** What is used until she answers. */
  readonly chosen: string;
}

/** One field as it will be read. */
export interface ReadField {
  readonly field: FieldDefinition;
  readonly column: number;
  readonly header: string;
  /** 10,000 under a header in 万元. */
  readonly scale: number;
  /** The column is that of another field. */
  readonly isShared: boolean;
  readonly dayStyle?: DayStyle;
  /** The day is made of the columns of its parts. */
  readonly dayParts?: DayParts;
  /** Absent: a point. */
  readonly decimalMark?: DecimalMark;
  readonly discountStyle?: DiscountStyle;
}

/** One column of a cross-table: its cells are amounts of one month, one client, one product or one band of ageing. */
export interface CrossPart {
  readonly amount: ReadField;
  /** Without a year where nobody says which. */
  readonly period?: Period;
  readonly client?: string;
  /** The rows that it is read in, where not in all. */
  readonly rows?: { readonly from: number; readonly to: number };
  /** What stands on no line and holds for all of them. */
  readonly texts: readonly ConstantText[];
  readonly overdueDays?: number;
}

export interface ConstantText {
  readonly path: FieldPath;
  readonly value: string;
}

/** How a sheet is read. */
export interface ReadPlan {
  readonly fields: readonly ReadField[];
  /** Zero-based. */
  readonly fromRow: number;
  /** Exclusive. */
  readonly toRow: number;
  /** Unmapped columns at the left, looked at for 合计 and notes only. */
  readonly guardColumns: readonly number[];
  readonly headerTexts: readonly string[];
  readonly fillDown: boolean;
  /** Absent where a column holds the client. */
  readonly clientOutside?: ClientOutside;
  /** Absent where a column holds the day. */
  readonly dayOutside?: DayOutside;
  /** The day of every line, where the title or the sheet's name says it. */
  readonly day?: Day;
  readonly map: SheetMap | undefined;
  /** Amounts are those of whole documents. */
  readonly totals?: DocumentTotals;
  /** The lines take their price from a list. */
  readonly prices?: PriceSource;
  /** The sheet is a cross-table: it is read once for each of these. */
  readonly cross?: readonly CrossPart[];
  /** The currency that the title says. */
  readonly saidCurrency?: string;
  /** What stands on no line: the month, product or band of the column that is read. Rows without an amount are then no lines. */
  readonly constants?: {
    readonly day?: Day;
    readonly texts: readonly ConstantText[];
    readonly overdueDays?: number;
  };
}

export interface SheetInspection {
  readonly info: SheetInfo;
  /** Absent on sheets that are not read. */
  readonly kind?: SheetKind;
  /** Why the sheet is not read. */
  readonly why?: Text;
  /** 0–1 */
  readonly confidence: number;
  /** As Excel numbers them. */
  readonly headerRows: readonly number[];
  /** As Excel numbers it. */
  readonly firstDataRow: number;
  readonly columns: readonly MappedColumn[];
  /** What must be there and is not. */
  readonly missing: readonly Text[];
  /** The column that stands for the client, where the sheet names none. */
  readonly buyers?: BuyerColumn;
  /** Not read, and what it is most like, or what the person says that it is. */
  readonly likely?: SheetKind;
  /** Not read, and would be sales or deliveries with what is missing. */
  readonly isSalesLike?: boolean;
  /** Not read, and what it may be by what stands in its columns. */
  readonly proposal?: Proposal;
  /** Headers that nothing was recognised in. */
  readonly unmapped: readonly string[];
  readonly questions: readonly Question[];
  /** Absent on sheets that are not read. */
  readonly plan?: ReadPlan;
}

export interface Inspection {
  readonly dateBase: DateBase;
  readonly sheets: readonly SheetInspection[];
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[];
  /** A sheet was found that at least one report can be written of. */
  readonly canAnalyse: boolean;
  /** Which column is missing, where nothing can be analysed. */
  readonly missing: readonly Text[];
}

const ADDED_BY_ENGINE = /^transactions\.(lines|dayBits|orders)$/;

/** The column map that makes the same inspection again: what is kept in the workbook. */
export function mapOfInspection(inspection: Inspection): ColumnMap {
  const sheets: SheetMap[] = [];
  for (const sheet of inspection.sheets) {
    if (sheet.kind === undefined || !sheet.plan) continue;
    // Further tables of a sheet are found anew: the map of a sheet is that of its first one.
    if (sheets.some((one) => one.sheet === sheet.info.name)) continue;
    const columns: Record<string, string> = {};
    // A day made of parts is made again of the parts.
    // Nor are columns kept that an engine added to its sums: they are there while it is asked for sums.
    for (const one of sheet.plan.fields)
      if (!one.dayParts && !ADDED_BY_ENGINE.test(one.field.path)) columns[one.field.path] = headerKey(sheet, one);
    const dayOrder = sheet.plan.map?.dayOrder;
    sheets.push({
      sheet: sheet.info.name,
      kind: sheet.kind,
      // 0: it has no headers.
      headerRow: sheet.headerRows[0] ?? 0,
      columns,
      ...(sheet.plan.fillDown ? { fillDown: true } : {}),
      ...(sheet.plan.map?.words ? { words: sheet.plan.map.words } : {}),
      ...(dayOrder ? { dayOrder } : {}),
    });
  }
  return { sheets };
}

/** A header that stands twice is named by its letters. */
function headerKey(sheet: SheetInspection, field: ReadField): string {
  const same = sheet.columns.filter((one) => one.header === field.header);
  const letter = sheet.columns.find((one) => one.column === field.column)?.letter ?? '';
  return field.header === '' || same.length > 1 ? letter : field.header;
}
