import type { CellRange } from '../../../workbook/address';
import type { CellStyle } from '../../../workbook/style';
import type { Column } from '../columns';
import type { ValidationRule } from '../define-report';
import { heatMap } from '../heat-map';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';
import { PALETTE, TONES } from '../theme';
import { idOf, type FilledTable } from './fill-table';

interface Place {
  readonly headerRow: number;
  readonly firstRow: number;
  /** Sheet column of each column, by its index, and how many of them it takes. */
  readonly at: readonly number[];
  readonly spans: readonly number[];
  /** Name of the native table that a filter makes of it. */
  readonly nativeName: string;
}

/** What lies over the cells of a table: its filter, bars and tones, rules between rows, heat, drop-downs and links. */
export function markTable(
  draft: SheetDraft,
  filled: FilledTable,
  { headerRow, firstRow, at, spans, nativeName }: Place,
  context: ReportContext,
): void {
  const { definition, columns, body } = filled;
  if (definition.hasFilter && spans.every((span) => span === 1)) {
    draft.tables.push({
      name: nativeName,
      range: { row: headerRow, column: 0, rows: body.length + 1, columns: columns.length },
      hasFilter: true,
      style: 'TableStyleLight1',
    });
  }
  columns.forEach((column, index) => {
    formatColumn(draft, column, { row: firstRow, column: at[index]!, rows: body.length, columns: 1 }, context);
  });
  ruleRows(draft, filled, firstRow, at, spans);
  const heatFrom = columns.findIndex(({ isHeat }) => isHeat);
  if (heatFrom >= 0) {
    const heated = columns.filter(({ isHeat }) => isHeat).length;
    const range = { row: firstRow, column: at[heatFrom]!, rows: body.length, columns: heated };
    draft.conditionalFormats.push(
      ...heatMap(
        range,
        body.map((line) => line.slice(heatFrom, heatFrom + heated)),
      ),
    );
  }
  validateRows(draft, filled, firstRow, at, context);
  for (const { row, column, target } of filled.links)
    draft.links.push({ row: firstRow + row, column: at[column]!, target });
}

/** One rule for each stretch of columns that have the same lines. */
function ruleRows(
  draft: SheetDraft,
  { definition, columns, body }: FilledTable,
  firstRow: number,
  at: readonly number[],
  spans: readonly number[],
): void {
  if (!definition.ruledBy) return;
  const [changes, within] = definition.ruledBy.map((id) => columns.findIndex((column) => idOf(column) === id));
  if (changes! < 0) return;
  const sidesOf = ({ style }: Column<unknown>): Omit<NonNullable<CellStyle['border']>, 'top'> => {
    const { bottom, left, right } = style.border ?? {};
    return { ...(bottom && { bottom }), ...(left && { left }), ...(right && { right }) };
  };
  let from = 0;
  columns.forEach((column, index) => {
    const sides = sidesOf(column);
    const next = columns[index + 1];
    if (next && JSON.stringify(sidesOf(next)) === JSON.stringify(sides)) return;
    draft.conditionalFormats.push({
      kind: 'rowChanges',
      range: {
        row: firstRow,
        column: at[from]!,
        rows: body.length,
        columns: at[index]! + spans[index]! - at[from]!,
      },
      column: at[changes!]!,
      ...(within! >= 0 && { within: at[within!]! }),
      color: PALETTE.muted,
      sides,
    });
    from = index + 1;
  });
}

function formatColumn(draft: SheetDraft, column: Column<unknown>, range: CellRange, { lang }: ReportContext): void {
  if (column.bar) draft.conditionalFormats.push({ kind: 'dataBar', range, color: PALETTE.bar });
  for (const { text, tone } of column.tones ?? [])
    draft.conditionalFormats.push({ kind: 'textIs', range, text: text[lang], style: TONES[tone] });
  if (column.user?.kind === 'day') draft.validations.push({ kind: 'day', range });
  if (column.user?.options)
    draft.validations.push({
      kind: 'list',
      range,
      options: column.user.options.map((option) => option[lang]),
      ...(column.user.allowsOther && { allowsOther: true }),
    });
}

function validateRows(
  draft: SheetDraft,
  filled: FilledTable,
  firstRow: number,
  at: readonly number[],
  context: ReportContext,
): void {
  const { definition, columns, rows } = filled;
  if (!definition.validation) return;
  rows.forEach((row, index) => {
    columns.forEach((column, c) => {
      const rule: ValidationRule | undefined = definition.validation!(row, idOf(column), context);
      if (!rule) return;
      const range: CellRange = { row: firstRow + index, column: at[c]!, rows: 1, columns: 1 };
      draft.validations.push({ ...rule, range });
    });
  });
}
