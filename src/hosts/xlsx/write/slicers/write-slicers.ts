import type { SheetPlan } from '../../../../workbook/plan';
import { slicerName } from '../../../../workbook/slicer-name';
import type { PackageDraft } from '../package-draft';
import type { CellGrid } from '../sheet/cell-grid';
import type { Dialect } from '../xml/dialect';
import type { OwnSlicers } from './own-slicers';
import type { SlicerCaches } from './slicer-caches';
import { SLICERS_TYPE } from './slicer-terms';
import { writeSlicerAnchor, writeSlicerCache, writeSlicersPart } from './slicer-xml';

export interface WrittenSlicers {
  /** `undefined` where the sheet has none, neither ours nor hers. */
  readonly part: string | undefined;
  /** Their frames in the drawing, each for the number of a shape. */
  readonly anchors: readonly ((shapeId: number) => string)[];
}

interface SlicerWriting {
  readonly draft: PackageDraft;
  readonly dialect: Dialect;
  readonly folder: string;
  readonly slicerCaches: SlicerCaches;
}

/**
 * Writes the slicers of a sheet with their caches, at the parts they had. The strict dialect of the format has none: its
 * programs get the tables with their filters alone.
 *
 * @param tableIds numbers of the sheet's tables by the names of the plan
 */
export function writeSlicers(
  plan: SheetPlan,
  before: OwnSlicers,
  tableIds: ReadonlyMap<string, number>,
  grid: CellGrid,
  { draft, dialect, folder, slicerCaches }: SlicerWriting,
): WrittenSlicers {
  slicerCaches.release(before.caches);
  const planned = dialect.isStrict ? [] : (plan.slicers ?? []);
  const slicers = planned.map((slicer) => {
    const table = plan.tables.find(({ name }) => name === slicer.table);
    if (!table) throw new Error(`${plan.id}: no table ${slicer.table} for ${slicer.id}`);
    const tableId = tableIds.get(table.name)!;
    const header = grid.cellsIn({ ...table.range, rows: 1 })[slicer.column]?.value;
    const cache = slicerCaches.claim(`Slicer_${slicerName(slicer.id)}`);
    slicerCaches.put(cache, writeSlicerCache(cache, String(header), tableId, slicer.column + 1, dialect));
    return { slicer, cache, name: cache.slice('Slicer_'.length), caption: slicer.caption };
  });
  if (slicers.length === 0 && before.foreign.length === 0) return { part: undefined, anchors: [] };
  const part = before.parts[0] ?? draft.freeName(`${folder}slicers/slicer`, '.xml');
  draft.put(part, writeSlicersPart(slicers, before.foreign), SLICERS_TYPE);
  const anchors = slicers.map(
    ({ slicer, name }) =>
      (shapeId: number) =>
        writeSlicerAnchor(slicer, name, shapeId, plan),
  );
  return { part, anchors };
}
