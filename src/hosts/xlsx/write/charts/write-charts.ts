import type { ChartPlan } from '../../../../workbook/plan';
import { relationshipsPartOf } from '../../package/relationships';
import type { ChartSource } from './chart-data';
import { writeChart } from './chart-xml';
import { CONTENT_TYPES, type Dialect } from '../xml/dialect';
import { writeDrawing, type PlacedChart } from './drawing-xml';
import type { OwnDrawing } from './own-drawing';
import type { PackageDraft } from '../package-draft';
import { freeIds, keptRelationship, relationshipTo, writeRelationships } from '../write-relationships';

export interface WrittenDrawing {
  /** `undefined` where the sheet has neither charts or slicers of ours nor shapes of the person. */
  readonly part: string | undefined;
  /** Parts of ours that may be no longer needed. */
  readonly leftOver: readonly string[];
}

/**
 * Writes the drawing of a sheet with its charts and the frames of its slicers. A chart that was there keeps its part; a new one takes over a part that
 * another has left, before a new part is made.
 */
export async function writeCharts(
  draft: PackageDraft,
  charts: readonly ChartPlan[],
  slicers: readonly ((shapeId: number) => string)[],
  before: OwnDrawing | undefined,
  source: ChartSource,
  dialect: Dialect,
  folder: string,
): Promise<WrittenDrawing> {
  const oldParts = [...(before?.chartParts.values() ?? [])].filter((part) => part !== '');
  const leftOver = before ? [before.part, ...oldParts] : [];
  const foreign = before?.foreign ?? [];
  if (charts.length === 0 && slicers.length === 0 && foreign.length === 0) return { part: undefined, leftOver };

  const drawing = before?.part ?? draft.freeName(`${folder}drawings/drawing`, '.xml');
  const claimed = new Set(charts.flatMap((chart) => before?.chartParts.get(chart.id) ?? []));
  const spare = oldParts.filter((part) => !claimed.has(part));
  const shapeIds = freeNumbers(before?.foreignShapeIds ?? new Set());
  const kept = before?.foreignRelationships ?? [];
  const ids = freeIds(kept.map(({ id }) => id));
  const placed: PlacedChart[] = [];
  const relationships = kept.map(keptRelationship);
  for (const plan of charts) {
    const part = before?.chartParts.get(plan.id) || spare.shift() || draft.freeName(`${folder}charts/chart`, '.xml');
    // What Excel keeps beside a chart (its style, its colours) was of the chart as it was.
    leftOver.push(...(await draft.relationshipsOf(part)).map((relationship) => relationship.target));
    draft.remove(relationshipsPartOf(part));
    draft.put(part, writeChart(plan, source, dialect), CONTENT_TYPES.chart);
    const relationshipId = ids.next().value;
    relationships.push(relationshipTo(relationshipId, `${dialect.relationships}/chart`, drawing, part));
    placed.push({ plan, shapeId: shapeIds.next().value, relationshipId });
  }
  const anchors = slicers.map((write) => write(shapeIds.next().value));
  draft.put(drawing, writeDrawing(placed, [...anchors, ...foreign], dialect), CONTENT_TYPES.drawing);
  if (relationships.length > 0) draft.replace(relationshipsPartOf(drawing), writeRelationships(relationships));
  else draft.remove(relationshipsPartOf(drawing));
  return { part: drawing, leftOver };
}

/** Shape 1 is the drawing itself. */
function* freeNumbers(taken: ReadonlySet<number>): Generator<number, never> {
  for (let number = 2; ; number++) if (!taken.has(number)) yield number;
}
