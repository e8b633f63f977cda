import type { LinkPlan, SheetPlan } from '../../../../workbook/plan';
import { relationshipsPartOf } from '../../package/relationships';
import { CellGrid } from './cell-grid';
import { checkPlan } from '../check-plan';
import { CONTENT_TYPES, type Dialect } from '../xml/dialect';
import type { OwnSheet } from './own-sheet';
import type { PackageDraft } from '../package-draft';
import { isForPieces, PIECE_ROOM, writeSheet, writeSheetInPieces, type SheetContext } from './sheet-xml';
import type { StyleBook } from '../styles/style-book';
import type { RegisteredTable, TableRegistry } from './table-registry';
import { writeTable } from './table-xml';
import type { SlicerCaches } from '../slicers/slicer-caches';
import { SLICERS_RELATIONSHIP } from '../slicers/slicer-terms';
import { writeSlicers } from '../slicers/write-slicers';
import { writeCharts } from '../charts/write-charts';
import { freeIds, keptRelationship, relationshipTo, writeRelationships } from '../write-relationships';

/** What the sheets of one plan share. */
export interface SheetWriting {
  readonly draft: PackageDraft;
  readonly dialect: Dialect;
  readonly styles: StyleBook;
  readonly tables: TableRegistry;
  readonly slicerCaches: SlicerCaches;
  /** Of the workbook part: ours are put where the workbook's own parts are. */
  readonly folder: string;
  readonly nameOfTarget: (target: LinkPlan['target']) => string | undefined;
  /** Whether the workbook opens on it; absent: as the sheet stood. */
  readonly isSelected?: boolean;
}

/**
 * Writes a sheet with its tables, drawing and charts, at the parts it had.
 *
 * @returns parts that may be no longer needed
 */
export async function writeOwnSheet(
  plan: SheetPlan,
  name: string,
  part: string,
  before: OwnSheet,
  writing: SheetWriting,
): Promise<readonly string[]> {
  const { draft, dialect, styles, folder } = writing;
  checkPlan(plan);
  const grid = new CellGrid(plan);
  const tables = claimTables(plan, before, writing);
  for (const [index, table] of plan.tables.entries()) {
    const { part: tablePart, id, name: tableName } = tables[index]!;
    draft.put(tablePart, writeTable(table, tableName, id, grid, dialect), CONTENT_TYPES.table);
  }
  const tableIds = new Map(plan.tables.map((table, index) => [table.name, tables[index]!.id]));
  const slicers = writeSlicers(plan, before.slicers, tableIds, grid, writing);
  const drawing = await writeCharts(
    draft,
    plan.charts,
    slicers.anchors,
    before.drawing,
    { sheetName: name, grid },
    dialect,
    folder,
  );

  const kept = before.keptRelationships;
  const ids = freeIds(kept.map(({ id }) => id));
  const relationships = kept.map(keptRelationship);
  const relate = (kind: string, target: string): string => {
    const id = ids.next().value;
    relationships.push(relationshipTo(id, `${dialect.relationships}/${kind}`, part, target));
    return id;
  };
  const relateSlicers = (target: string): string => {
    const id = ids.next().value;
    relationships.push(relationshipTo(id, SLICERS_RELATIONSHIP, part, target));
    return id;
  };
  const context: SheetContext = {
    dialect,
    styles,
    nameOfTarget: writing.nameOfTarget,
    kept: before.kept,
    isSelected: writing.isSelected,
    relationships: {
      drawing: drawing.part === undefined ? undefined : relate('drawing', drawing.part),
      tables: tables.map((table) => relate('table', table.part)),
      printerSettings: kept.find(({ kind }) => kind === 'printerSettings')?.id,
      slicers: slicers.part === undefined ? undefined : relateSlicers(slicers.part),
    },
  };
  if (isForPieces(plan))
    await draft.putPieces(
      part,
      (takeBuffer) => writeSheetInPieces(plan, grid, context, takeBuffer),
      PIECE_ROOM,
      CONTENT_TYPES.worksheet,
    );
  else await draft.putPacked(part, writeSheet(plan, grid, context), CONTENT_TYPES.worksheet);
  if (relationships.length > 0) draft.replace(relationshipsPartOf(part), writeRelationships(relationships));
  else draft.remove(relationshipsPartOf(part));
  return [...before.tableParts, ...before.slicers.parts, ...drawing.leftOver];
}

/** A table that was there keeps part and number; a new one takes over what another has left. */
function claimTables(plan: SheetPlan, before: OwnSheet, writing: SheetWriting): readonly RegisteredTable[] {
  const { draft, tables, folder } = writing;
  const old = before.tableParts.flatMap((part) => tables.tableIn(part) ?? []);
  for (const table of old) tables.release(table);
  const byName = plan.tables.map(({ name }) => old.find((table) => table.name === name));
  const spare = old.filter((table) => !byName.includes(table));
  return plan.tables.map((table, index) => {
    const reused = byName[index] ?? spare.shift();
    const claimed = tables.claim(table.name, reused, reused?.part ?? draft.freeName(`${folder}tables/table`, '.xml'));
    // Holds the name of the part until the table is written.
    if (!reused) draft.put(claimed.part, '', CONTENT_TYPES.table);
    return claimed;
  });
}
