import type { Relationship } from '../package/relationships';
import { PACKAGE_RELATIONSHIPS } from './xml/dialect';
import { targetOf } from './part-names';
import { XmlEdits } from './xml/xml-edits';
import { attributes, XML_DECLARATION } from './xml/xml-text';
import { attributeOf, childrenOf, parseXml } from './xml/xml-tree';

/** A relationship as it is written. */
export interface RelationshipPlan {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** To a part of the package. */
export const relationshipTo = (id: string, type: string, source: string, part: string): RelationshipPlan => ({
  id,
  type,
  target: targetOf(source, part),
  isExternal: false,
});

/** One that is there, as it is. */
export const keptRelationship = ({ id, type, rawTarget, isExternal }: Relationship): RelationshipPlan => ({
  id,
  type,
  target: rawTarget,
  isExternal,
});

const write = ({ id, type, target, isExternal }: RelationshipPlan, prefix = ''): string =>
  `<${prefix}Relationship${attributes({
    Id: id,
    Type: type,
    Target: target,
    TargetMode: isExternal ? 'External' : undefined,
  })}/>`;

/** A relationships part of our own. */
export function writeRelationships(relationships: readonly RelationshipPlan[]): string {
  const written = relationships.map((relationship) => write(relationship)).join('');
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${written}</Relationships>`;
}

/** A relationships part of the package, some added and some taken away. */
export function patchRelationships(
  text: string,
  added: readonly RelationshipPlan[],
  removedIds: readonly string[] = [],
): string {
  const root = parseXml(text, 'relationships');
  const edits = new XmlEdits(text);
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  for (const relationship of added) edits.append(root, write(relationship, prefix));
  for (const element of childrenOf(root, 'Relationship')) {
    if (removedIds.includes(attributeOf(element, 'Id') ?? '')) edits.remove(element);
  }
  return edits.apply();
}

/** Ids `rId1`, `rId2` … that are not taken. */
export function* freeIds(taken: Iterable<string>): Generator<string, never> {
  const used = new Set(taken);
  for (let number = 1; ; number++) {
    const id = `rId${number}`;
    if (!used.has(id)) yield id;
  }
}
