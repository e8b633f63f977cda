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
import type { Extent } from './read/extent';
import { readColumns } from './read/read-columns';
import { readHead } from './read/read-head';
import { readReports } from './read/read-reports';
import { digestOf } from './read/digest';
import { WriteMemory } from './write/write-memory';
import { writePlan } from './write/write-plan';

/** The workbook that is open in Excel, through Office.js. */
export class OfficeHost implements WorkbookHost {
  /** What the last description saw: column numbers of a later read stand on it. */
  private extents: ReadonlyMap<SheetId, Extent> = new Map();
  private readonly memory = new WriteMemory();
  /** Reports of the last description that nobody has asked for yet, and those that were read along with another. */
  private unread = new Set<string>();
  private readonly prefetched = new Map<string, ReportSnapshot>();
  private isWriting = false;

  constructor(private readonly options: OfficeHostOptions) {}

  async describe(): Promise<WorkbookInfo> {
    const { info, extents } = await describeWorkbook(this.options);
    this.extents = extents;
    this.unread = new Set(info.sheets.flatMap(({ report }) => (report ? [report.id] : [])));
    this.prefetched.clear();
    return info;
  }

  readHead(sheet: SheetId, rows: number, columns: number): Promise<SheetHead> {
    return readHead(this.options, sheet, rows, columns);
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
    if (snapshot) this.memory.digests.set(id, digestOf(snapshot.cells));
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
