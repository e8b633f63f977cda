import { addressOf, quoteSheetName, rangeAddress } from '../../../../workbook/address';
import type { LinkPlan, SheetPlan } from '../../../../workbook/plan';
import { ByteWriter } from '../xml/byte-writer';
import type { CellGrid } from './cell-grid';
import { writeColumns } from './column-widths';
import { writeConditionalFormats } from '../styles/conditional-formats';
import type { Dialect } from '../xml/dialect';
import type { KeptContent } from './kept-content';
import { writePrintSetup } from './print-setup';
import { writeSheetData } from './sheet-data';
import { writeSlicerList } from '../slicers/slicer-xml';
import type { StyleBook } from '../styles/style-book';
import { writeValidations } from './validations';
import { argbOf, attributes, XML_DECLARATION } from '../xml/xml-text';

/** Points that a row of the report's font takes. */
const ROW_HEIGHT = 16.5;

export interface SheetContext {
  readonly dialect: Dialect;
  readonly styles: StyleBook;
  /** The name that the target of a link carries; `undefined` where there is no such sheet. */
  readonly nameOfTarget: (target: LinkPlan['target']) => string | undefined;
  readonly kept: KeptContent;
  /** Whether the workbook opens on it; absent: as the sheet stood. */
  readonly isSelected?: boolean | undefined;
  /** Relationships of the sheet: `undefined` where there is no such part. */
  readonly relationships: {
    readonly drawing: string | undefined;
    readonly tables: readonly string[];
    readonly printerSettings: string | undefined;
    readonly slicers?: string | undefined;
  };
}

/** A worksheet part as a whole. */
export function writeSheet(plan: SheetPlan, grid: CellGrid, context: SheetContext): Uint8Array {
  const out = new ByteWriter(new Uint8Array(bytesExpected(plan)));
  for (const _ of putSheet(out, plan, grid, context));
  return out.finish();
}

/** The same in pieces, each in a buffer of its own: a sheet of millions of cells is a hundred megabytes. */
export function* writeSheetInPieces(
  plan: SheetPlan,
  grid: CellGrid,
  context: SheetContext,
  takeBuffer: () => Uint8Array,
): Generator<Uint8Array, void> {
  const out = new ByteWriter(takeBuffer());
  for (const _ of putSheet(out, plan, grid, context)) if (out.length >= PIECE_BYTES) yield out.takePiece(takeBuffer());
  yield out.finish();
}

/** Its elements in the schema's order: Excel repairs a file where one stands too early. Stops now and then. */
function* putSheet(out: ByteWriter, plan: SheetPlan, grid: CellGrid, context: SheetContext): Generator<void, void> {
  const { dialect, styles, kept, relationships } = context;
  const formats = writeConditionalFormats(plan, styles);
  // Before the rows: a long list puts its options into the grid.
  const validations = writeValidations(plan, grid);
  const points = styles.normalFont.size;
  const merges = plan.merges.filter((merge) => merge.rows * merge.columns > 1);
  const slicers = relationships.slicers === undefined ? '' : writeSlicerList(relationships.slicers);
  const extensions = formats.extension + kept.extensions.join('') + slicers;
  const { rows, columns } = grid.extent;
  const dimension = rows === 0 ? 'A1' : rangeAddress({ row: 0, column: 0, rows, columns });
  const element = (name: string): string => kept.elements[name] ?? '';
  const list = (name: string, members: readonly string[]): string =>
    members.length === 0 ? '' : `<${name} count="${members.length}">${members.join('')}</${name}>`;

  const before = [
    `${XML_DECLARATION}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">`,
    `<sheetPr${attributes({ codeName: kept.codeName })}><tabColor rgb="${argbOf(plan.tabColor)}"/>`,
    `<pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${dimension}"/>`,
    writeView(plan, viewOf(kept.view, context.isSelected)),
    `<sheetFormatPr${attributes({ defaultRowHeight: ROW_HEIGHT, outlineLevelCol: plan.columnOutline && 1 })}/>`,
    writeColumns(plan.columnWidths, validations.hiddenColumns, points, plan.columnOutline),
  ];
  const behind = [
    list(
      'mergeCells',
      merges.map((merge) => `<mergeCell ref="${rangeAddress(merge)}"/>`),
    ),
    formats.rules,
    validations.xml,
    writeLinks(plan.links, context.nameOfTarget),
    writePrintSetup(plan.print, relationships.printerSettings),
    element('customProperties'),
    // Client codes are text that looks like numbers: no green corners.
    rows === 0 ? '' : `<ignoredErrors><ignoredError sqref="${dimension}" numberStoredAsText="1"/></ignoredErrors>`,
    relationships.drawing === undefined ? '' : `<drawing r:id="${relationships.drawing}"/>`,
    element('legacyDrawing'),
    element('legacyDrawingHF'),
    element('picture'),
    element('oleObjects'),
    element('controls'),
    element('webPublishItems'),
    list(
      'tableParts',
      relationships.tables.map((id) => `<tablePart r:id="${id}"/>`),
    ),
    extensions === '' ? '' : `<extLst>${extensions}</extLst>`,
    '</worksheet>',
  ];
  out.text(before.join(''));
  yield* writeSheetData(out, plan, grid, styles);
  out.text(behind.join(''));
}

/** Of a cell with its address, its style and some words: more than most have. What is not written on costs nothing. */
const BYTES_OF_CELL = 96;

/** A piece is handed on when it has so many bytes; its buffer has room for the row that goes beyond them. */
const PIECE_BYTES = 1 << 20;
export const PIECE_ROOM = PIECE_BYTES + (1 << 18);

/** Whether a sheet is too large to be written as a whole. */
export const isForPieces = (plan: SheetPlan): boolean => bytesExpected(plan) > PIECE_BYTES;

/** Bytes that will be about enough for a sheet. */
export function bytesExpected({ blocks }: SheetPlan): number {
  let cells = 0;
  for (const { values } of blocks) for (const line of values) cells += line.length;
  return cells * BYTES_OF_CELL;
}

const viewOf = (kept: string, isSelected: boolean | undefined): string =>
  isSelected === undefined
    ? kept
    : attributes({ tabSelected: isSelected ? '1' : undefined }) + kept.replace(/ tabSelected="[^"]*"/, '');

/** Not selected by itself: the sheet that the person had on top stays there. */
function writeView(plan: SheetPlan, kept: string): string {
  const { rows, columns } = plan.freeze;
  const start = `<sheetViews><sheetView${attributes({ showGridLines: plan.showGridlines ? undefined : false })}${kept}`;
  if (rows === 0 && columns === 0) return `${start} workbookViewId="0"/></sheetViews>`;
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const corner = addressOf(rows, columns);
  const pane = attributes({
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: corner,
    activePane: active,
    state: 'frozen',
  });
  const quiet = active === 'bottomRight' ? '<selection pane="topRight"/><selection pane="bottomLeft"/>' : '';
  const selection = `<selection pane="${active}" activeCell="${corner}" sqref="${corner}"/>`;
  return `${start} workbookViewId="0"><pane${pane}/>${quiet}${selection}</sheetView></sheetViews>`;
}

/** A link to a sheet that is not there would only raise an error: it is left out, its cell stays text. */
function writeLinks(links: readonly LinkPlan[], nameOfTarget: SheetContext['nameOfTarget']): string {
  const written = links.flatMap((link) => {
    const name = nameOfTarget(link.target);
    if (name === undefined) return [];
    const ref = addressOf(link.row, link.column);
    const location = `${quoteSheetName(name)}!${link.target.cell}`;
    return [`<hyperlink${attributes({ ref, location, tooltip: link.tooltip })}/>`];
  });
  return written.length === 0 ? '' : `<hyperlinks>${written.join('')}</hyperlinks>`;
}
