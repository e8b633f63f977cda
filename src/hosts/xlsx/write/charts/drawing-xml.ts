import type { ChartPlan } from '../../../../workbook/plan';
import type { Dialect } from '../xml/dialect';
import { escapeAttribute, XML_DECLARATION } from '../xml/xml-text';

/** The name of a chart's frame, by which it is found again and told from the person's own drawings. */
export const CHART_NAME_PREFIX = 'Kelan_';

export interface PlacedChart {
  readonly plan: ChartPlan;
  /** Of the frame: unique in the drawing. */
  readonly shapeId: number;
  readonly relationshipId: string;
}

/**
 * A drawing: our charts, then other anchors.
 *
 * @param others our slicers, and the person's own shapes as they were, each with the namespaces it needs
 */
export function writeDrawing(charts: readonly PlacedChart[], others: readonly string[], dialect: Dialect): string {
  return (
    `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${dialect.spreadsheetDrawing}" xmlns:a="${dialect.drawing}">` +
    charts.map((chart) => writeAnchor(chart, dialect)).join('') +
    `${others.join('')}</xdr:wsDr>`
  );
}

/** A chart moves with its cells but keeps its size: inserting a row above must not stretch it. */
function writeAnchor({ plan, shapeId, relationshipId }: PlacedChart, dialect: Dialect): string {
  const { row, column, rows, columns } = plan.anchor;
  const name = escapeAttribute(CHART_NAME_PREFIX + plan.id);
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${corner('from', row, column)}${corner('to', row + rows, column + columns)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${shapeId}" name="${name}" descr="${escapeAttribute(plan.description)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${dialect.chart}"><c:chart xmlns:c="${dialect.chart}" ` +
    `xmlns:r="${dialect.relationships}" r:id="${relationshipId}"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

const corner = (name: 'from' | 'to', row: number, column: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
  `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
