/** Part names without the leading slash, slashes leaning forward, case as written. */
export const normalPart = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '');

/** Two names of one part: case does not count. */
export const partKey = (name: string): string => normalPart(name).toLowerCase();

export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** The part whose relationships a part holds, '' for the package's own; `undefined` for every other part. */
export function sourceOfRelationships(part: string): string | undefined {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(part);
  return match ? match[1]! + match[2]! : undefined;
}

/**
 * A part as a relationship's target: relative, as Excel writes it and every reader understands it.
 *
 * @example targetOf('xl/worksheets/sheet1.xml', 'xl/tables/table1.xml') //=> '../tables/table1.xml'
 */
export function targetOf(source: string, part: string): string {
  const from = folderOf(source).split('/').slice(0, -1);
  const to = part.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return encodeURI([...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/'));
}
