import { readXml } from './read-xml';

/** What a part says of another. */
export interface Relationship {
  readonly id: string;
  /** The whole URI; the two dialects differ in all but its last segment. */
  readonly type: string;
  /** The type's last segment: `worksheet`, `styles`, `table`. */
  readonly kind: string;
  /** The part's path without a leading slash; an address where `isExternal`. */
  readonly target: string;
  /** As it stands in the file. */
  readonly rawTarget: string;
  readonly isExternal: boolean;
}

/** Where the relationships of a part stand. @example relationshipsPartOf('xl/workbook.xml') //=> 'xl/_rels/workbook.xml.rels' */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** @example resolveTarget('xl/worksheets/sheet1.xml', '../tables/table1.xml') //=> 'xl/tables/table1.xml' */
export function resolveTarget(fromPart: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/#.*$/, '');
  const segments = path.startsWith('/') ? [] : fromPart.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** Reads the relationships of `fromPart` ('' for those of the package). */
export function readRelationships(bytes: Uint8Array, fromPart: string): Relationship[] {
  const relationships: Relationship[] = [];
  readXml(bytes, relationshipsPartOf(fromPart), {
    open(element) {
      if (element.local !== 'Relationship') return;
      const type = element.attribute('Type') ?? '';
      const rawTarget = element.attribute('Target') ?? '';
      const isExternal = element.attribute('TargetMode') === 'External';
      relationships.push({
        id: element.attribute('Id') ?? '',
        type,
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? rawTarget : resolveTarget(fromPart, rawTarget),
        rawTarget,
        isExternal,
      });
    },
  });
  return relationships;
}
