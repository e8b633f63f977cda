import type { XlsxPackage } from '../../package/xlsx-package';
import { decodeXml } from '../../package/xml-encoding';

/**
 * The highest numbers by which the person's parts name styles. A file may name one that is past the end of its list, and be
 * shown as if it named none: what we append must not come to stand there.
 */
export interface UsedStyles {
  /** `s` of cells and rows, `style` of columns; −1: none. */
  readonly cell: number;
  /** `dxfId` of rules, filters, tables and pivot tables; −1: none. */
  readonly differential: number;
}

export const NO_STYLES_USED: UsedStyles = { cell: -1, differential: -1 };

/** What sheets name, and what tables and pivot tables name besides. */
export async function withUsedByTables(pkg: XlsxPackage, used: UsedStyles): Promise<UsedStyles> {
  let { differential } = used;
  for (const { name } of pkg.archive.entries) {
    if (!/spreadsheetml\.(table|pivotTable)\+xml/.test(pkg.contentTypes.typeOf(name) ?? '')) continue;
    const text = decodeXml(await pkg.readPart(name));
    for (const [, id] of text.matchAll(/\s\w*[dD]xfId\s*=\s*["'](\d+)["']/g))
      differential = Math.max(differential, Number(id));
  }
  return { ...used, differential };
}
