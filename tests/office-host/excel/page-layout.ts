import { ExcelObject, NULL_OBJECT, type NullObject } from '../excel-object';
import { refuse } from '../refusal';
import { addressOfArea, areaOfAddress } from './area';
import { Modelled } from './modelled';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import type { Worksheet } from './worksheet';
import { MAX_ROWS, type CellRange } from '../../../src/workbook/address';

const PAPERS = ['Letter', 'A3', 'A4', 'A5', 'B4', 'B5', 'Legal'];
const MAX_HEADER = 255;

/** How a sheet is printed. */
export class PageLayout extends ExcelObject {
  readonly type = 'PageLayout';
  readonly HeadersFooters: HeaderFooterGroup;
  private held = {
    orientation: 'Portrait',
    paper: 'Letter',
    zoom: { scale: 100 } as Record<string, number>,
    firstPage: '' as number | '',
    // Excel's own, in points.
    margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 } as Record<string, number>,
  };
  private titleRows: CellRange | undefined;
  private titleColumns: CellRange | undefined;
  private printArea: readonly CellRange[] | undefined;

  constructor(private readonly sheet: Worksheet) {
    super();
    this.HeadersFooters = new HeaderFooterGroup(sheet);
  }

  get Orientation(): string {
    return this.held.orientation;
  }
  set Orientation(orientation: string) {
    if (orientation !== 'Portrait' && orientation !== 'Landscape') refuse('InvalidArgument');
    this.change({ orientation });
  }
  get PaperSize(): string {
    return this.held.paper;
  }
  set PaperSize(paper: string) {
    if (!PAPERS.includes(paper)) refuse('InvalidArgument');
    this.change({ paper });
  }
  get Zoom(): Record<string, number> {
    return this.held.zoom;
  }
  set Zoom(zoom: Record<string, number>) {
    const isKnown = Object.keys(zoom).every((key) =>
      ['scale', 'horizontalFitToPages', 'verticalFitToPages'].includes(key),
    );
    if (!isKnown || ('scale' in zoom && Object.keys(zoom).length > 1)) refuse('InvalidArgument');
    this.change({ zoom });
  }

  get FirstPageNumber(): number | '' {
    return this.held.firstPage;
  }
  set FirstPageNumber(number: number | '') {
    if (number !== '' && !Number.isInteger(number)) refuse('InvalidArgument');
    this.change({ firstPage: number });
  }

  get LeftMargin(): number {
    return this.held.margins.left!;
  }
  get RightMargin(): number {
    return this.held.margins.right!;
  }
  get TopMargin(): number {
    return this.held.margins.top!;
  }
  get BottomMargin(): number {
    return this.held.margins.bottom!;
  }
  get HeaderMargin(): number {
    return this.held.margins.header!;
  }
  get FooterMargin(): number {
    return this.held.margins.footer!;
  }
  SetPrintMargins(unit: string, margins: Record<string, number>): void {
    const points = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[unit];
    if (points === undefined || Object.keys(margins).some((side) => !(side in this.held.margins)))
      return refuse('InvalidArgument');
    const changed = Object.entries(margins).map(([side, room]) => [side, room * points]);
    this.change({ margins: { ...this.held.margins, ...(Object.fromEntries(changed) as Record<string, number>) } });
  }

  SetPrintTitleRows(rows: Range | string): void {
    this.titleRows = rows instanceof Range ? rows.area : areaOfAddress(rows);
    this.sheet.touch();
  }
  GetPrintTitleRowsOrNullObject(): Range | NullObject {
    return this.titleRows ? this.sheet.rangeAt(this.titleRows) : NULL_OBJECT;
  }

  /** Documented: the range must span entire columns. */
  SetPrintTitleColumns(columns: Range | string): void {
    const area = columns instanceof Range ? columns.area : areaOfAddress(columns);
    if (area.rows !== MAX_ROWS) refuse('InvalidArgument');
    this.titleColumns = area;
    this.sheet.touch();
  }
  GetPrintTitleColumnsOrNullObject(): Range | NullObject {
    return this.titleColumns ? this.sheet.rangeAt(this.titleColumns) : NULL_OBJECT;
  }

  SetPrintArea(area: Range | RangeAreas | string): void {
    if (area instanceof RangeAreas) this.printArea = area.areas;
    else this.printArea = [area instanceof Range ? area.area : areaOfAddress(area)];
    this.sheet.touch();
  }
  GetPrintAreaOrNullObject(): RangeAreas | NullObject {
    return this.printArea ? new RangeAreas(this.sheet, this.printArea) : NULL_OBJECT;
  }

  snapshot(): unknown {
    return [
      this.held,
      this.titleRows && addressOfArea(this.titleRows),
      this.titleColumns && addressOfArea(this.titleColumns),
      this.printArea?.map(addressOfArea),
      this.HeadersFooters.DefaultForAllPages.state,
    ];
  }

  private change(change: Partial<PageLayout['held']>): void {
    this.held = { ...this.held, ...change };
    this.sheet.touch();
  }
}

class HeaderFooterGroup extends ExcelObject {
  readonly type = 'HeaderFooterGroup';
  readonly DefaultForAllPages: Modelled;

  constructor(sheet: Worksheet) {
    super();
    const words = {
      LeftHeader: '',
      CenterHeader: '',
      RightHeader: '',
      LeftFooter: '',
      CenterFooter: '',
      RightFooter: '',
    };
    this.DefaultForAllPages = new Modelled('HeaderFooter', { scalars: words }, () => {
      const { state } = this.DefaultForAllPages;
      if (Object.values(state).some((text) => String(text).length > MAX_HEADER)) refuse('InvalidArgument');
      sheet.touch();
    });
  }
}

export function makePageLayout(sheet: Worksheet): PageLayout {
  return new PageLayout(sheet);
}
