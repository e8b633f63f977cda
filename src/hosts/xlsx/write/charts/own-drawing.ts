import { ownSlicerId } from '../../../../workbook/slicer-name';
import type { Relationship } from '../../package/relationships';
import { CHART_NAME_PREFIX } from './drawing-xml';
import { copyFragment, relationshipIdsIn } from '../sheet/kept-content';
import type { PackageDraft } from '../package-draft';
import { attributeOf, descendantsOf, parseXml, type XmlElement } from '../xml/xml-tree';

/** What stands on the drawing of a sheet of ours: our charts, and shapes that the person put there. */
export interface OwnDrawing {
  readonly part: string;
  /** Chart parts of ours by chart id, in the drawing's order. */
  readonly chartParts: ReadonlyMap<string, string>;
  /** The person's anchors, as they are. */
  readonly foreign: readonly string[];
  /** What the person's anchors point at. */
  readonly foreignRelationships: readonly Relationship[];
  readonly foreignShapeIds: ReadonlySet<number>;
}

export async function readOwnDrawing(draft: PackageDraft, part: string): Promise<OwnDrawing> {
  const text = await draft.read(part);
  const relationships = await draft.relationshipsOf(part);
  const chartParts = new Map<string, string>();
  const foreign: string[] = [];
  const foreignShapeIds = new Set<number>();
  const ownIds = new Set<string>();
  for (const anchor of parseXml(text, part).children) {
    if (isOwnSlicer(anchor)) continue;
    const chart = ownChartOf(anchor, text);
    // A chart that she copied has the name of ours: the first is ours, the copy is hers.
    if (chart && !chartParts.has(chart.id)) {
      const relationship = relationships.find(({ id }) => chart.relationshipIds.includes(id));
      chartParts.set(chart.id, relationship?.target ?? '');
      if (relationship) ownIds.add(relationship.id);
      continue;
    }
    foreign.push(copyFragment(anchor, text));
    for (const element of descendantsOf(anchor)) {
      if (element.local === 'cNvPr') foreignShapeIds.add(Number(attributeOf(element, 'id')));
    }
  }
  return {
    part,
    chartParts,
    foreign,
    foreignRelationships: relationships.filter(({ id }) => !ownIds.has(id)),
    foreignShapeIds,
  };
}

const isOwnSlicer = (anchor: XmlElement): boolean =>
  [...descendantsOf(anchor)].some(
    ({ local, attributes }) =>
      local === 'slicer' && attributes.some(({ name, value }) => name === 'name' && ownSlicerId(value) !== undefined),
  );

function ownChartOf(
  anchor: XmlElement,
  text: string,
): { readonly id: string; readonly relationshipIds: readonly string[] } | undefined {
  const properties = [...descendantsOf(anchor)].find((element) => element.local === 'cNvPr');
  const name = properties && attributeOf(properties, 'name');
  if (!name?.startsWith(CHART_NAME_PREFIX)) return undefined;
  const relationshipIds = relationshipIdsIn(text.slice(anchor.start, anchor.end));
  return { id: name.slice(CHART_NAME_PREFIX.length), relationshipIds };
}
