import { HostError } from '../../workbook/host-error';
import { NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { ColumnBlock } from '../../workbook/column-block';
import type { WritePlan } from '../../workbook/plan';
import type {
  ReadRequest,
  ReportSnapshot,
  SheetHead,
  SheetId,
  WorkbookHost,
  WorkbookInfo,
  WriteOutcome,
} from '../../workbook/workbook-host';
import { DEFAULT_OPTIONS, type OfficeHostOptions } from './options';
import { describeWorkbook } from './read/describe-workbook';
import { EMPTY_EXTENT, lastColumnOf, lastRowOf, type Extent } from './read/extent';
import { readColumns } from './read/read-columns';
import { headOfGrid, headsThatFit, readHeads, type HeadGrid, type HeadRequest } from './read/read-head';
import { readReports } from './read/read-reports';
import { digestOf } from './read/digest';
import { WriteMemory } from './write/write-memory';
import { writePlan } from './write/write-plan';

/** What is read of a sheet along with the head of another. */
const MAX_HEAD_ROWS = 200;
const MAX_HEAD_COLUMNS = 512;

/** The workbook that is open in Excel, through Office.js. */
export class OfficeHost implements WorkbookHost {
  /** What the last description saw: column numbers of a later read stand on it. */
  private extents: ReadonlyMap<SheetId, Extent> = new Map();
  private readonly memory = new WriteMemory();
  /** Reports of the last description that nobody has asked for yet, and those that were read along with another. */
  private unread = new Set<string>();
  private readonly prefetched = new Map<string, ReportSnapshot>();
  /** Sheets of the last description whose head nobody has read yet, and heads that were read along with another. */
  private sheetsWithoutHead: readonly SheetId[] = [];
  private readonly heads = new Map<SheetId, HeadRequest & { readonly grid: HeadGrid }>();
  private isWriting = false;

  constructor(private readonly options: OfficeHostOptions) {}

  async describe(): Promise<WorkbookInfo> {
    const { info, extents } = await describeWorkbook(this.options);
    this.extents = extents;
    this.unread = new Set(info.sheets.flatMap(({ report }) => (report ? [report.id] : [])));
    this.prefetched.clear();
    this.heads.clear();
    this.sheetsWithoutHead = info.sheets
      .filter((sheet) => !sheet.report && sheet.visibility === 'visible' && sheet.rows > 0)
      .map((sheet) => sheet.id);
    return info;
  }

  /**
   * The first head asked for after a description brings those of the sheets behind it with it, as many as a message
   * carries: a workbook has many sheets, and each would cost one.
   */
  async readHead(sheet: SheetId, rows: number, columns: number): Promise<SheetHead> {
    const known = this.heads.get(sheet);
    this.heads.delete(sheet);
    if (known && rows <= known.rows && columns <= known.columns) return headOfGrid(known.grid, rows, columns);
    const wanted = { sheet, rows, columns };
    const isFirst = this.sheetsWithoutHead.includes(sheet);
    const others = isFirst ? this.sheetsWithoutHead.slice(this.sheetsWithoutHead.indexOf(sheet) + 1) : [];
    const requests = headsThatFit([wanted, ...others.map((one) => this.headOf(one))], this.options.readBytes);
    const grids = await readHeads(this.options, requests);
    for (const request of requests) {
      const grid = grids.get(request.sheet);
      if (grid && request !== wanted) this.heads.set(request.sheet, { ...request, grid });
    }
    this.sheetsWithoutHead = this.sheetsWithoutHead.filter((one) => !grids.has(one));
    return headOfGrid(grids.get(sheet)!, rows, columns);
  }

  private headOf(sheet: SheetId): HeadRequest {
    const extent = this.extents.get(sheet) ?? EMPTY_EXTENT;
    return {
      sheet,
      rows: Math.min(MAX_HEAD_ROWS, lastRowOf(extent)),
      columns: Math.min(MAX_HEAD_COLUMNS, lastColumnOf(extent)),
    };
  }

  readColumns(
    request: ReadRequest,
    receive: (block: ColumnBlock) => void | Promise<void>,
    control: JobControl = NO_CONTROL,
  ): Promise<void> {
    return readColumns(this.options, request, receive, control, this.extents.get(request.sheet));
  }

  /**
   * The first report asked for after a description brings the others with it: reading them together takes a few messages,
   * one by one it would take a few each. What is brought is handed out once; had somebody typed since, the write would
   * see it.
   */
  async readReport(id: string, control: JobControl = NO_CONTROL): Promise<ReportSnapshot | undefined> {
    if (!this.prefetched.has(id)) {
      this.unread.add(id);
      const snapshots = await readReports(this.options, [...this.unread], control);
      for (const snapshot of snapshots) this.prefetched.set(snapshot.id, snapshot);
    }
    this.unread.clear();
    const snapshot = this.prefetched.get(id);
    this.prefetched.delete(id);
    if (snapshot) this.memory.digests.set(id, await digestOf(snapshot.cells, control));
    else this.memory.digests.delete(id);
    return snapshot;
  }

  /** One write at a time: a second refresh pressed while the first runs is told so and changes nothing. */
  async write(plan: WritePlan, control: JobControl = NO_CONTROL): Promise<WriteOutcome> {
    if (this.isWriting) throw new HostError('changed-meanwhile', 'another refresh is still writing');
    this.isWriting = true;
    this.prefetched.clear();
    try {
      return await writePlan(this.options, plan, this.memory, control);
    } finally {
      this.isWriting = false;
    }
  }
}

/** @example const host = makeOfficeHost(); // after Office.onReady() */
export function makeOfficeHost(options: Partial<OfficeHostOptions> = {}): OfficeHost {
  return new OfficeHost({ ...DEFAULT_OPTIONS, ...options });
}
