import { readXml } from './read-xml';

/** What kind each part is of, by its path or by its extension. */
export interface ContentTypes {
  typeOf(part: string): string | undefined;
  /** The first part of a type that `matches`. */
  findPart(matches: (type: string) => boolean): string | undefined;
}

export const CONTENT_TYPES_PART = '[Content_Types].xml';

export function readContentTypes(bytes: Uint8Array): ContentTypes {
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  readXml(bytes, CONTENT_TYPES_PART, {
    open(element) {
      const type = element.attribute('ContentType');
      if (type === undefined) return;
      const extension = element.attribute('Extension');
      const part = element.attribute('PartName');
      if (element.local === 'Default' && extension !== undefined) byExtension.set(extension.toLowerCase(), type);
      if (element.local === 'Override' && part !== undefined) byPart.set(part.replace(/^\//, ''), type);
    },
  });
  const byLowerPart = new Map([...byPart].map(([part, type]) => [part.toLowerCase(), type]));
  return {
    typeOf: (part) =>
      byLowerPart.get(part.toLowerCase()) ?? byExtension.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase()),
    findPart: (matches) => [...byPart].find(([, type]) => matches(type))?.[0],
  };
}
