import { ownSlicerId } from '../../../../workbook/slicer-name';
import type { Relationship } from '../../package/relationships';
import type { PackageDraft } from '../package-draft';
import { copyFragment } from '../sheet/kept-content';
import {
  attributeByLocal,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  parseXml,
  type XmlElement,
} from '../xml/xml-tree';
import { TABLE_SLICERS_EXTENSION } from './slicer-terms';

/** Table slicers that stand on a sheet of ours: Excel keeps ours and the person's own in one part. */
export interface OwnSlicers {
  readonly parts: readonly string[];
  /** Names of the caches of ours. */
  readonly caches: readonly string[];
  /** Hers, as they are; their caches stay where they are. */
  readonly foreign: readonly string[];
}

export const NO_SLICERS: OwnSlicers = { parts: [], caches: [], foreign: [] };

/** @param root of the sheet's part */
export async function readOwnSlicers(
  draft: PackageDraft,
  root: XmlElement,
  relationships: readonly Relationship[],
): Promise<OwnSlicers> {
  const extension = childrenOf(childOf(root, 'extLst') ?? root, 'ext').find(
    (one) => attributeOf(one, 'uri')?.toUpperCase() === TABLE_SLICERS_EXTENSION,
  );
  if (!extension) return NO_SLICERS;
  const ids = [...descendantsOf(extension)].map((element) => attributeByLocal(element, 'id'));
  const parts = relationships.filter(({ id, isExternal }) => !isExternal && ids.includes(id)).map((one) => one.target);
  const caches: string[] = [];
  const foreign: string[] = [];
  for (const part of parts) {
    const text = await draft.read(part);
    for (const slicer of childrenOf(parseXml(text, part), 'slicer')) {
      if (ownSlicerId(attributeOf(slicer, 'name') ?? '') !== undefined) caches.push(attributeOf(slicer, 'cache') ?? '');
      else foreign.push(copyFragment(slicer, text));
    }
  }
  return { parts, caches, foreign };
}
