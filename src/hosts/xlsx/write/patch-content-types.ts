import { CONTENT_TYPES_PART } from '../package/content-types';
import { normalPart, partKey } from './part-names';
import { XmlEdits } from './xml/xml-edits';
import { attributes } from './xml/xml-text';
import { attributeOf, childrenOf, parseXml } from './xml/xml-tree';

const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** Says what our parts are, and forgets the parts that are no more. Parts already named as they should be stay. */
export function patchContentTypes(
  text: string,
  parts: ReadonlyMap<string, string>,
  removed: readonly string[],
): string {
  const root = parseXml(text, CONTENT_TYPES_PART);
  const edits = new XmlEdits(text);
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  const gone = new Set(removed.map(partKey));
  const missing = new Map([...parts].map(([part, type]) => [partKey(part), { part, type }]));
  for (const element of childrenOf(root, 'Override')) {
    const key = partKey(attributeOf(element, 'PartName') ?? '');
    const wanted = missing.get(key);
    if (wanted) {
      edits.setAttribute(element, 'ContentType', wanted.type);
      missing.delete(key);
    } else if (gone.has(key)) edits.remove(element);
  }
  const hasDefault = childrenOf(root, 'Default').some(
    (element) => attributeOf(element, 'Extension')?.toLowerCase() === 'rels',
  );
  // Some generators name each relationships part by itself: ours would have no type.
  if (!hasDefault && parts.size > 0) {
    const written = attributes({ Extension: 'rels', ContentType: RELATIONSHIPS_TYPE });
    edits.append(root, `<${prefix}Default${written}/>`);
  }
  for (const { part, type } of missing.values()) {
    const written = attributes({ PartName: `/${normalPart(part)}`, ContentType: type });
    edits.append(root, `<${prefix}Override${written}/>`);
  }
  return edits.apply();
}
