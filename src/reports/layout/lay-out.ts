import { isoOf } from '../../core/model/day';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import type { CellRange } from '../../workbook/address';
import type { LinkPlan, PlanValue, SheetPlan } from '../../workbook/plan';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import type { TypedCells } from '../standing/typed-cells';
import { recordOf, type WrittenRecord } from '../standing/written-record';
import { wordPeriod } from '../words/domain-words';
import { reportTitle, type AnyTable, type Report } from './define-report';
import { fillTable, type FilledTable, type StandingCells } from './table/fill-table';
import { fingerprintOf } from './fingerprint';
import type { Frame } from './frame';
import { putBoard } from './front/lay-out-board';
import { putCard } from './front/lay-out-card';
import { putList } from './list/lay-out-list';
import { placeSlicers } from './list/place-slicers';
import { putFoot } from './put-foot';
import { askForResponsible, putHead, putHeadLines, type HeadLine } from './put-head';
import type { ReportContext } from './report-context';
import { SheetDraft, type KeyedTable } from './sheet-draft';

/** A sheet to be written, and what on it is ours. */
export interface LaidOutSheet {
  readonly plan: SheetPlan;
  readonly record: WrittenRecord;
  readonly parts: WrittenParts;
}

/** What of a sheet is whose, and by what its rows are known again: kept with the plan for the way back. */
export interface WrittenParts {
  readonly hers: readonly CellRange[];
  readonly bodies: readonly CellRange[];
  readonly anywhere: readonly PlanValue[];
  readonly keyed: readonly KeyedTable[];
}

/**
 * Lays a report out: title and gist, the main table with its charts beside it, further tables below, kept notes, and
 * where the numbers come from. Same context, same plan.
 */
export function layOut(
  report: Report,
  context: ReportContext,
  name: string,
  snapshot: ReportSnapshot | undefined,
  typed?: TypedCells,
): LaidOutSheet {
  const draft = new SheetDraft();
  const tables = fillTables(report, context, snapshot && { cells: snapshot.cells, typed });
  const headLines = putHead(draft, report, context);
  const frame = putFrame(draft, report, tables, headLines, snapshot, context);
  const columns = Math.max(draft.columnCount, frame.width);
  const isAsking = askForResponsible(draft, report, columns, context);
  const areas = frame.areas ?? (isAsking ? [{ row: 0, column: 0, rows: draft.row, columns }] : undefined);
  const { across } = frame;
  if (!report.story) putHeadLines(draft, headLines, Math.min(frame.width, across.firstColumns));
  const slicers = placeSlicers(draft, report, tables[0], { ...frame, ...(areas && { areas }) });
  const title = reportTitle(report)[context.lang];
  const period = report.printPeriod?.(context) ?? wordPeriod(context.analysis.period)[context.lang];
  const plan: Omit<SheetPlan, 'fingerprint'> = {
    id: report.id,
    name,
    ...(report.isHidden && { visibility: 'hidden' as const }),
    tabColor: report.tab,
    columnWidths: draft.columnWidths(isAsking ? columns + 1 : columns),
    ...(frame.columnOutline && { columnOutline: frame.columnOutline }),
    rowHeights: [...draft.rowHeights].sort(([a], [b]) => a - b).map(([row, points]) => ({ row, points })),
    blocks: draft.blocks,
    ...(draft.formulas.length > 0 && { formulas: draft.formulas }),
    merges: draft.merges,
    tables: draft.tables,
    conditionalFormats: draft.conditionalFormats,
    validations: draft.validations,
    links: draft.links.filter(({ target }) => isThere(target, context)),
    charts: draft.charts,
    ...(slicers.length > 0 && { slicers }),
    freeze: frame.freeze,
    showGridlines: false,
    print: {
      orientation: report.orientation,
      pagesWide: across.pages,
      ...(frame.pagesHigh && { pagesHigh: frame.pagesHigh }),
      ...(frame.repeatRows && { repeatRows: frame.repeatRows }),
      ...(across.pages > 1 && frame.keyColumns > 0 && { repeatColumns: { from: 0, to: frame.keyColumns - 1 } }),
      ...(areas && { areas }),
      // A story has its title on the page, and needs the room.
      header: report.story ? '' : `${title}  ${period}`,
      footer: footerOf(frame.rowsLeft ?? 0, report, context),
      pageNumber: { zh: '{sheet} · 第 {page} 页', en: '{sheet} · page {page}' }[context.lang],
    },
  };
  const fingerprint = fingerprintOf(plan);
  const options = draft.validations.flatMap((rule) => (rule.kind === 'list' ? rule.options : []));
  const { hers, bodies, mayShow, keyed } = draft;
  const written = { ...plan, fingerprint };
  const parts: WrittenParts = { hers, bodies, anywhere: [...mayShow, ...options], keyed };
  return { plan: written, record: recordOfPlan(written, parts), parts };
}

/** The record of a sheet as its plan writes it. */
export function recordOfPlan(plan: SheetPlan, parts: WrittenParts): WrittenRecord {
  const { blocks, formulas, fingerprint, rowHeights } = plan;
  const heights = rowHeights.map(({ points }) => points);
  return recordOf({ blocks, ...parts, isLive: (formulas?.length ?? 0) > 0, heights }, fingerprint);
}

/** The day, and how much is not on paper. */
function footerOf(rowsLeft: number, { printedOn }: Report, { analysis, lang, reports }: ReportContext): string {
  const other = reports.find(({ id, why }) => id === printedOn && !why);
  const words: Text =
    rowsLeft > 0 && other
      ? {
          zh: '客览 · 截止 {day} · 屏幕上还有 {n} 行，打印请用「{sheet}」',
          en: 'Kelan · as of {day} · {n} more rows on the screen; print “{sheet}”',
        }
      : rowsLeft > 0
        ? { zh: '客览 · 截止 {day} · 屏幕上还有 {n} 行', en: 'Kelan · as of {day} · {n} more rows on the screen' }
        : { zh: '客览 · 截止 {day}', en: 'Kelan · as of {day}' };
  return fill(words, { day: isoOf(analysis.asOf), n: wordNumber(rowsLeft), sheet: other?.sheet ?? '' })[lang];
}

/** A link to a sheet that will not be there is left out: its words stay. */
function isThere(target: LinkPlan['target'], { reports, sheetNames }: ReportContext): boolean {
  return 'report' in target
    ? reports.some(({ id, why }) => id === target.report && !why)
    : sheetNames.includes(target.sheet);
}

function putFrame(
  draft: SheetDraft,
  report: Report,
  tables: readonly FilledTable[],
  headLines: readonly HeadLine[],
  snapshot: ReportSnapshot | undefined,
  context: ReportContext,
): Frame {
  if (report.story) return putBoard(draft, report, report.story, tables, headLines, context);
  const { card } = report;
  const shown = card && tables.find(({ definition }) => definition.id === card.table);
  if (!card || !shown) return putList(draft, report, tables, context);
  const frame = putCard(draft, card, shown, snapshot?.cells, context);
  putFoot(draft, report, tables, context, frame.width);
  return frame;
}

/** The heading by which a table, and the notes kept from it, are known. */
const headingOf = (report: Report, table: AnyTable): Text => table.heading ?? reportTitle(report);

function fillTables(report: Report, context: ReportContext, standing: StandingCells | undefined): FilledTable[] {
  const all = [...report.tables, ...(report.moreTables?.(context) ?? [])];
  return all
    .filter((table) => !table.missing?.(context))
    .map((table) => {
      const stops = all.flatMap((other) => (other !== table && other.heading ? [other.heading] : []));
      return fillTable(table, context, headingOf(report, table), stops, standing);
    });
}
