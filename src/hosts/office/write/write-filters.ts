import type { SheetPlan } from '../../../workbook/plan';
import { standingTableOf, type StandingSheet, type StandingTable } from './standing-sheet';

/** Values written to a filtered range land in other rows than the ones meant, so filters go first. */
export function liftFilters(sheet: Excel.Worksheet, standing: StandingSheet): void {
  for (const table of standing.tables) {
    if (table.criteria) sheet.tables.getItem(table.name).clearFilters();
  }
  if (standing.filter) sheet.autoFilter.clearCriteria();
}

/** What the person had filtered comes back, by the header of its column. */
export function putFiltersBack(sheet: Excel.Worksheet, plan: SheetPlan, standing: StandingSheet): void {
  const before = [...standing.tables, ...(standing.lostTables ?? [])];
  for (const table of before) {
    const planned = plan.tables.find(({ name }) => standingTableOf(name, before) === table);
    if (!table.criteria || !planned?.hasFilter) continue;
    const header = headerOf(plan, planned.range.row, planned.range.column, planned.range.columns);
    for (const { column, criterion } of filtersOf(table, header)) {
      sheet.tables.getItem(table.name).columns.getItemAt(column).filter.apply(criterion);
    }
  }
  standing.filter?.criteria.forEach((criterion, column) => {
    if (isSet(criterion)) sheet.autoFilter.apply(standing.filter!.address, column, criterion);
  });
}

function filtersOf(
  table: StandingTable,
  header: readonly unknown[],
): { readonly column: number; readonly criterion: Excel.FilterCriteria }[] {
  return (table.criteria ?? []).flatMap((criterion, index) => {
    const column = header.indexOf(table.header[index]);
    return isSet(criterion) && column >= 0 ? [{ column, criterion }] : [];
  });
}

function isSet(criterion: Excel.FilterCriteria | null | undefined): criterion is Excel.FilterCriteria {
  return Boolean(criterion?.filterOn);
}

function headerOf(plan: SheetPlan, row: number, column: number, columns: number): unknown[] {
  return Array.from({ length: columns }, (_, offset) => {
    const block = plan.blocks.find(
      (one) =>
        row >= one.row &&
        row < one.row + one.values.length &&
        column + offset >= one.column &&
        column + offset < one.column + one.styles.length,
    );
    return block?.values[row - block.row]?.[column + offset - block.column];
  });
}
