import { MAIN_STRICT, MAIN_TRANSITIONAL } from '../../package/namespaces';

/** A package speaks one dialect throughout: what we add must speak it too. */
export interface Dialect {
  readonly isStrict: boolean;
  readonly main: string;
  readonly relationships: string;
  readonly drawing: string;
  readonly chart: string;
  readonly spreadsheetDrawing: string;
}

const TRANSITIONAL_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const STRICT_DRAWING = 'http://purl.oclc.org/ooxml/drawingml';

export const TRANSITIONAL: Dialect = {
  isStrict: false,
  main: MAIN_TRANSITIONAL,
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  drawing: `${TRANSITIONAL_DRAWING}/main`,
  chart: `${TRANSITIONAL_DRAWING}/chart`,
  spreadsheetDrawing: `${TRANSITIONAL_DRAWING}/spreadsheetDrawing`,
};

export const STRICT: Dialect = {
  isStrict: true,
  main: MAIN_STRICT,
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  drawing: `${STRICT_DRAWING}/main`,
  chart: `${STRICT_DRAWING}/chart`,
  spreadsheetDrawing: `${STRICT_DRAWING}/spreadsheetDrawing`,
};

/** Relationships and content types are the package's own: the same in both dialects. */
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const CONTENT_TYPES = {
  worksheet: `${OFFICE}.spreadsheetml.worksheet+xml`,
  table: `${OFFICE}.spreadsheetml.table+xml`,
  styles: `${OFFICE}.spreadsheetml.styles+xml`,
  drawing: `${OFFICE}.drawing+xml`,
  chart: `${OFFICE}.drawingml.chart+xml`,
} as const;
