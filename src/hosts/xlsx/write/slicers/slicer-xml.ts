import type { SheetPlan, SlicerPlan } from '../../../../workbook/plan';
import { placeBehind, visibleWidths } from '../../../../workbook/visible-widths';
import type { Dialect } from '../xml/dialect';
import { attributes, escapeAttribute, XML_DECLARATION } from '../xml/xml-text';
import { TABLE_SLICER_CACHE_EXTENSION, TABLE_SLICER_CACHES_EXTENSION, TABLE_SLICERS_EXTENSION } from './slicer-terms';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
const FRAME = 'http://schemas.microsoft.com/office/drawing/2010/slicer';
const TABLE_FRAME = 'http://schemas.microsoft.com/office/drawing/2012/slicer';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Height of a button, in EMU: 17 points. */
const BUTTON = 215900;
const EMU_OF_PIXEL = 9525;

/** The part with the slicers of a sheet: ours, then the person's own as they are. */
export function writeSlicersPart(
  slicers: readonly { readonly name: string; readonly cache: string; readonly caption: string }[],
  foreign: readonly string[],
): string {
  const ours = slicers.map(
    ({ name, cache, caption }) => `<slicer${attributes({ name, cache, caption, rowHeight: BUTTON })}/>`,
  );
  return `${XML_DECLARATION}<slicers xmlns="${X14}">${ours.join('')}${foreign.join('')}</slicers>`;
}

/** What a slicer filters: the column of a table, by the numbers that both have in the table's part. */
export function writeSlicerCache(
  name: string,
  sourceName: string,
  tableId: number,
  column: number,
  dialect: Dialect,
): string {
  return (
    `${XML_DECLARATION}<slicerCacheDefinition xmlns="${X14}"${attributes({ name, sourceName })}><extLst>` +
    `<x:ext xmlns:x="${dialect.main}" uri="${TABLE_SLICER_CACHE_EXTENSION}" xmlns:x15="${X15}">` +
    `<x15:tableSlicerCache${attributes({ tableId, column })}/></x:ext></extLst></slicerCacheDefinition>`
  );
}

/** The extension of a sheet that leads to its slicers. */
export const writeSlicerList = (relationshipId: string): string =>
  `<ext uri="${TABLE_SLICERS_EXTENSION}" xmlns:x15="${X15}"><x14:slicerList xmlns:x14="${X14}">` +
  `<x14:slicer r:id="${relationshipId}"/></x14:slicerList></ext>`;

export const writeSlicerCacheReference = (relationshipId: string, { relationships }: Dialect): string =>
  `<x14:slicerCache xmlns:x14="${X14}" xmlns:r="${relationships}" r:id="${relationshipId}"/>`;

/** The extension of the workbook that leads to the caches. */
export const writeSlicerCacheList = (references: string, prefix: string): string =>
  `<${prefix}ext uri="${TABLE_SLICER_CACHES_EXTENSION}" xmlns:x15="${X15}">` +
  `<x15:slicerCaches>${references}</x15:slicerCaches></${prefix}ext>`;

/**
 * The frame of a slicer on the sheet, which is not printed. A program that knows no table slicers gets an empty shape
 * that is not seen.
 */
export function writeSlicerAnchor(plan: SlicerPlan, name: string, shapeId: number, sheet: SheetPlan): string {
  const widths = visibleWidths(sheet);
  const from = cornerAt(plan.sheetColumn, plan.indent, widths);
  const to = cornerAt(plan.sheetColumn, plan.indent + plan.width, widths);
  const written = escapeAttribute(name);
  const size = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/>';
  return (
    `<xdr:twoCellAnchor editAs="absolute">${corner('from', plan.row, from)}${corner('to', plan.row + plan.rows, to)}` +
    `<mc:AlternateContent xmlns:mc="${COMPATIBILITY}" xmlns:sle15="${TABLE_FRAME}"><mc:Choice Requires="sle15">` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${shapeId}" name="${written}" descr="${escapeAttribute(plan.caption)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>${size}</xdr:xfrm><a:graphic>` +
    `<a:graphicData uri="${FRAME}"><sle:slicer xmlns:sle="${FRAME}" name="${written}"/></a:graphicData>` +
    `</a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback><xdr:sp macro="" textlink=""><xdr:nvSpPr>` +
    `<xdr:cNvPr id="${shapeId}" name="" hidden="1"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm>${size}</a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></xdr:spPr></xdr:sp>` +
    `</mc:Fallback></mc:AlternateContent><xdr:clientData fPrintsWithSheet="0"/></xdr:twoCellAnchor>`
  );
}

/** The column, and EMU into it, so many characters behind the start of a column. */
function cornerAt(column: number, characters: number, widths: readonly number[]): { column: number; offset: number } {
  const place = placeBehind(column, characters, widths);
  return { column: place.column, offset: Math.round(place.indent * 7) * EMU_OF_PIXEL };
}

const corner = (name: 'from' | 'to', row: number, { column, offset }: { column: number; offset: number }): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${offset}</xdr:colOff>` +
  `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
