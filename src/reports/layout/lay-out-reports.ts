import type { Analysis } from '../../core/analysis';
import { areClientsGroups } from '../../core/model/basis';
import { hasColumn, type Dataset } from '../../core/model/dataset';
import type { EarlierState } from '../../core/changes/movement';
import type { Snapshot } from '../../core/changes/snapshot';
import { isoOf, type Day } from '../../core/model/day';
import { planCalls, type CallPlan } from '../../core/plan/call-plan';
import type { Lang } from '../../i18n/lang';
import { fill, joinTexts, type Text } from '../../i18n/text';
import type { SheetPlan } from '../../workbook/plan';
import type { DateBase } from '../../workbook/serial-day';
import type { ReportSnapshot, SheetLooks } from '../../workbook/workbook-host';
import type { Report } from './define-report';
import { NO_WORK, type KeptWork } from '../../core/plan/kept-work';
import { attainmentHistory } from '../standing/attainment-history';
import { historyOfRun } from '../standing/history/history-of-run';
import { REPORTS } from '../index';
import { layOut, recordOfPlan, type LaidOutSheet, type WrittenParts } from './lay-out';
import { extendClientChanges } from '../standing/history/client-changes';
import { extendPlanLog } from '../standing/plan-log';
import { readCallPlan } from '../standing/read-call-plan';
import { extendLog } from '../standing/refresh-log';
import type { ColumnMapLine, SheetReading, ReportContext } from './report-context';
import { freeSheetName } from './sheet-names';
import { keptNotes } from '../sheets/kept-notes.report';
import {
  entriesOf,
  formulasOf,
  giveBackWhatIsGone,
  isSameEntry,
  KEPT_NOTES_ID,
  readKeptEntries,
  takeWhatStands,
  type KeptEntry,
} from '../standing/kept-notes';
import {
  layOutRecord,
  lineOf,
  readRecordLines,
  RECORD_ID,
  recordFor,
  RECORD_NAME,
  type RecordLine,
} from '../standing/record-sheet';
import { keepLooks } from '../standing/kept-looks';
import { withHers } from '../standing/written-record';
import { unknownTexts } from '../standing/unknown-texts';
import { allOf, typedOn } from '../standing/typed-on';
import { lineOfLastRun } from '../standing/last-run';
import { stateOfPlan, stateOfSheets, type SheetState } from './sheet-state';
import { wordColumn } from '../words/domain-words';
import { SHEET_WORDS } from '../words/sheet-words';

export interface LayOutInput {
  readonly analysis: Analysis;
  readonly dataset: Dataset;
  readonly lang: Lang;
  /** Ids of the reports that the person wants; absent: all. Unknown ids are passed over. */
  readonly chosen?: readonly string[];
  /** Our sheets as they stand now, by report id. */
  readonly snapshots: ReadonlyMap<string, ReportSnapshot>;
  /** How they look, where the host can tell. */
  readonly looks?: ReadonlyMap<string, SheetLooks>;
  readonly columnMap: readonly ColumnMapLine[];
  /** Every sheet of hers; absent where nobody looked at them. */
  readonly sheetReadings?: readonly SheetReading[];
  /** The as-of day, where the person fixed it. */
  readonly fixedAsOf?: Day;
  /** The clock of the caller and the program's version: for 刷新记录 only. */
  readonly run: { readonly time: string; readonly version: string };
  /** Sheets that a mark of ours points at although they are the person's, by report id. */
  readonly disowned?: ReadonlyMap<string, string>;
  /** Names of the sheets that are not ours. */
  readonly sheetNames: readonly string[];
  readonly dateBase: DateBase;
  /** Definitions in place of all of ours: a copy for somebody else shows less. */
  readonly reports?: readonly Report[];
  /** Those definitions are written into her workbook all the same: what she typed is kept, what is written recorded. */
  readonly isHerWorkbook?: boolean;
  /** Code, name or phone of the client that the card is to show; absent: the one picked on it. */
  readonly cardClient?: string;
  /** A plan that stands already, in place of one made anew. */
  readonly callPlan?: CallPlan;
  /** With definitions of one's own: what changes are told against. */
  readonly past?: { readonly history: readonly Snapshot[]; readonly earlier?: EarlierState };
  /** Of all that this is made of, for the record: see `keyOfRun`. */
  readonly runKey?: string;
  /** See `JobControl`. */
  readonly tidy?: () => void;
}

/** The sheets that show the call plan, or say who contacts a client when. */
const PLAN_REPORTS: readonly string[] = [
  'overview',
  'alerts',
  'callPlan',
  'planPages',
  'planMonth',
  'timeSplit',
  'unplanned',
  'workCalendar',
  'clientCard',
  'handOver',
];

/** What the plan stands on that goes through all lines or invoices. */
const GROUND_OF_PLAN = ['receivables', 'indicators', 'alerts'] as const;

/** Whatever is chosen: a refresh that left no snapshot could never be compared with. */
const ALWAYS_WRITTEN: ReadonlySet<string> = new Set(['history']);

export interface NotWritten {
  readonly report: string;
  readonly why: Text;
  /** It could be: nobody asked for it. */
  readonly isLeft?: true;
}

/** What is known when the last sheet has been laid out. */
export interface AllLaidOut {
  /** What the sheets are written with, for the next refresh; absent for a choice of definitions. */
  readonly record?: SheetPlan;
  readonly notWritten: readonly NotWritten[];
  /** What the person should be told: names of ours that had to change. */
  readonly notes: readonly Text[];
}

export interface LaidOutReports extends AllLaidOut {
  /** In sheet order; 留言 last, where there is anything for it. */
  readonly sheets: readonly SheetPlan[];
  /** Parallel to `sheets`. */
  readonly parts: readonly WrittenParts[];
  /** Absent where none of its sheets was asked for. */
  readonly callPlan?: CallPlan;
}

/** Sheets that are laid out when they are asked for, once each: whoever lets one go before the next never holds them all. */
export interface ReportsInTurn {
  /** Of the reports that will be laid out, in sheet order. 留言 is not among them: whether there is anything for it shows at the end. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  /** The name of the record, where nothing comes of 留言. */
  readonly recordName: string;
  readonly callPlan?: CallPlan;
  readonly sheets: Generator<Pick<LaidOutSheet, 'plan' | 'parts'>, AllLaidOut>;
}

const NO_CLIENTS: Text = { zh: '销售表没有客户列', en: 'the sales sheet has no customer column' };

const NOT_CHOSEN: Text = { zh: '没有选', en: 'not chosen' };

/** Why a report cannot be written for this analysis; nothing where it can. */
function whyNotWritten(report: Report, context: ReportContext, isChosen: boolean): Text | undefined {
  const absent = report.needs.filter((path) => !hasColumn(context.dataset, path));
  if (absent.length > 0)
    return fill(
      { zh: '缺少{columns}', en: 'missing: {columns}' },
      { columns: joinTexts(absent.map(wordColumn), { zh: '、', en: ', ' }) },
    );
  if (report.isOfClients && areClientsGroups(context.dataset.basis)) return NO_CLIENTS;
  // Only then: what it is laid out from may not have been worked out for a report that nobody wants.
  return isChosen ? report.missing?.(context) : NOT_CHOSEN;
}

/** The month's call plan where one of its sheets is wanted, and the work on it that stands on the sheet. */
export function callPlanFor({
  analysis,
  dataset,
  chosen,
  snapshots,
  dateBase,
  callPlan,
  tidy,
}: Pick<LayOutInput, 'analysis' | 'dataset' | 'chosen' | 'snapshots' | 'dateBase' | 'callPlan' | 'tidy'>): {
  readonly kept: KeptWork;
  readonly callPlan?: CallPlan;
} {
  const isWanted =
    analysis.clients.length > 0 &&
    !areClientsGroups(dataset.basis) &&
    (!chosen || PLAN_REPORTS.some((id) => chosen.includes(id)));
  if (!isWanted) return { kept: NO_WORK };
  const kept = readCallPlan(snapshots.get('callPlan'), dateBase);
  if (callPlan) return { kept, callPlan };
  for (const ground of GROUND_OF_PLAN) {
    void analysis[ground];
    tidy?.();
  }
  return { kept, callPlan: planCalls(dataset, analysis, kept) };
}

/**
 * Every report sheet as a plan: pure, and equal for equal input.
 *
 * A report that was not chosen, or whose input is missing, is in `notWritten` with the reason.
 */
export function layOutReports(input: LayOutInput): LaidOutReports {
  const { sheets: inTurn, callPlan } = layOutInTurn(input);
  const sheets: SheetPlan[] = [];
  const parts: WrittenParts[] = [];
  for (;;) {
    const { done, value } = inTurn.next();
    if (done) return { sheets, parts, ...value, ...(callPlan && { callPlan }) };
    sheets.push(value.plan);
    parts.push(value.parts);
  }
}

/** The same, one sheet after the other. */
export function layOutInTurn(input: LayOutInput): ReportsInTurn {
  const { analysis, dataset, lang, snapshots, columnMap, dateBase } = input;
  const chosen = input.chosen && new Set(input.chosen);
  const isWanted = (id: string): boolean => !chosen || chosen.has(id) || ALWAYS_WRITTEN.has(id);
  const { kept, callPlan } = callPlanFor(input);
  const log = extendLog(snapshots.get('refreshLog'), analysis, dataset, input.run);
  const past = input.reports
    ? { history: [], notes: [], ...input.past }
    : historyOfRun(snapshots, analysis, dataset, { lang, entry: log[log.length - 1]!, time: input.run.time });
  const bare: ReportContext = {
    analysis,
    dataset,
    lang,
    dateBase,
    sheetNames: input.sheetNames,
    columnMap,
    sheetReadings: input.sheetReadings ?? [],
    fixedAsOf: input.fixedAsOf,
    attained: callPlan ? attainmentHistory(snapshots, callPlan, kept) : [],
    planLog: extendPlanLog(snapshots, analysis.settings, dateBase),
    log,
    history: past.history,
    reports: [],
    ...(isWanted('clientChanges') && {
      clientChanges: extendClientChanges(snapshots, dataset, isoOf(analysis.asOf)),
    }),
    ...(callPlan && { callPlan }),
    ...(past.earlier && { earlier: past.earlier }),
    ...(input.tidy && { tidy: input.tidy }),
    ...(input.cardClient !== undefined && { cardClient: input.cardClient }),
  };
  input.tidy?.();
  const decided = (input.reports ?? REPORTS).map((report) => {
    const why = whyNotWritten(report, bare, isWanted(report.goesWith ?? report.id));
    input.tidy?.();
    return { report, why };
  });
  const context: ReportContext = {
    ...bare,
    reports: decided.map(({ report: { id, sheet, purpose }, why }) => ({ id, sheet, purpose, ...(why && { why }) })),
  };

  const isHers = !input.reports || input.isHerWorkbook === true;
  const lines = readRecordLines(snapshots.get(RECORD_ID));
  const records: RecordLine[] = [];
  const states: SheetState[] = [];
  /** Names by report. */
  const written = new Map<string, string>();
  const moved: KeptEntry[] = [];
  const formulas: KeptEntry[] = [];
  let looksGone = 0;
  const today = input.run.time.slice(0, 10);
  const taken = [...input.sheetNames, ...[...snapshots.values()].map(({ sheetName }) => sheetName)];
  const notes: Text[] = [...past.notes];
  const toCome = decided
    .filter(({ why }) => !why)
    .map(({ report }) => {
      const snapshot = snapshots.get(report.id);
      const wanted = report.sheet[lang];
      const name = snapshot?.sheetName ?? freeSheetName(wanted, taken, lang);
      if (!snapshot && name !== wanted && !input.disowned?.has(report.id))
        notes.push(
          fill(
            {
              zh: '您已有名为「{wanted}」的工作表，报表写入「{name}」，您的表不动。',
              en: 'You have a sheet named “{wanted}”; the report is written to “{name}” and your sheet is left alone.',
            },
            { wanted, name },
          ),
        );
      taken.push(name);
      return { report, name, snapshot, typed: snapshot && typedOn(snapshot, lines) };
    });
  const withoutRecord = toCome.flatMap(({ report, name, snapshot, typed }) =>
    isHers && snapshot && !typed ? [{ report, name, snapshot }] : [],
  );

  function* sheetsInTurn(): ReportsInTurn['sheets'] {
    // Their words are what tells a text of hers, where a record is gone; else no sheet is held here.
    const held: SheetPlan[] = [];
    for (const { report, name, snapshot, typed } of toCome) {
      const one = dressed(layOut(report, context, name, snapshot, typed), snapshot);
      if (snapshot && typed) giveBackWhatIsGone(snapshot.cells, typed, one.plan);
      if (snapshot && isHers)
        formulas.push(...formulasOf(snapshot, typed, one.plan.formulas !== undefined, today, name));
      const stands = snapshot && typed ? takeWhatStands(snapshot.cells, typed, one.plan) : [];
      if (snapshot && typed) moved.push(...entriesOf(snapshot.cells, typed, today, name));
      if (withoutRecord.length > 0) held.push(one.plan);
      yield noted({ ...one, record: withHers(one.record, stands) });
    }
    if (withoutRecord.length > 0) {
      const other = { ...context, lang: lang === 'zh' ? 'en' : 'zh' } as const;
      const inOther = withoutRecord.map(({ report, snapshot, name }) => layOut(report, other, name, snapshot).plan);
      for (const { snapshot, name } of withoutRecord)
        moved.push(...entriesOf(snapshot.cells, unknownTexts(snapshot.cells, [...held, ...inOther]), today, name));
    }
    const keptSheet = !isHers ? undefined : layOutKeptNotes();
    if (keptSheet) yield noted(keptSheet);
    if (looksGone > 0) notes.push(fill(SHEET_WORDS.looksGone, { count: String(looksGone) }));
    const notWritten = decided.flatMap(({ report, why }) =>
      why ? [{ report: report.id, why, ...(why === NOT_CHOSEN && { isLeft: true as const }) }] : [],
    );
    const record = !isHers
      ? undefined
      : anewWhere(layOutRecord([...allRecords(), ...lastRun(notWritten)], recordName()));
    for (const [id, sheet] of input.disowned ?? []) {
      const name = written.get(id);
      if (name !== undefined) notes.push(fill(SHEET_WORDS.disowned, { sheet, name }));
    }
    return { notWritten, notes, ...(record && { record }) };
  }

  /** Takes from a sheet what is wanted of it when the last has been laid out. */
  function noted({ plan, parts, record }: LaidOutSheet): Pick<LaidOutSheet, 'plan' | 'parts'> {
    written.set(plan.id, plan.name);
    if (isHers) records.push(lineOf(plan.id, record));
    if (input.runKey !== undefined) states.push(stateOfPlan(plan));
    return { plan: anewWhere(plan), parts };
  }

  /** With the fills and heights that she gave to the sheet. */
  function dressed(one: LaidOutSheet, snapshot: ReportSnapshot | undefined): LaidOutSheet {
    const looks = snapshot && input.looks?.get(snapshot.id);
    if (!looks) return one;
    const { plan, gone } = keepLooks(
      one.plan,
      one.parts.keyed,
      snapshot.cells,
      looks,
      recordFor(lines, snapshot)?.heights,
    );
    looksGone += gone;
    return plan === one.plan ? one : { ...one, plan, record: recordOfPlan(plan, one.parts) };
  }

  function anewWhere(plan: SheetPlan): SheetPlan {
    return input.disowned?.has(plan.id) ? { ...plan, isAnew: true } : plan;
  }

  /** 留言: what stood there, what came now. A text that stands there already, from the same place, is not told twice. */
  function layOutKeptNotes(): LaidOutSheet | undefined {
    const snapshot = snapshots.get(KEPT_NOTES_ID);
    const name = snapshot?.sheetName ?? freeSheetName(keptNotes.sheet[lang], taken, lang);
    const typed = snapshot && (typedOn(snapshot, lines) ?? allOf(snapshot.cells));
    const standing = snapshot && typed ? readKeptEntries(snapshot.cells, typed) : [];
    if (snapshot && typed) moved.push(...entriesOf(snapshot.cells, typed, today, name));
    if (snapshot) formulas.push(...formulasOf(snapshot, typed, false, today, name));
    const isNew = (entry: KeptEntry): boolean => !standing.some((other) => isSameEntry(entry, other));
    const come = moved.filter(isNew);
    const written = formulas.filter(isNew);
    const keptEntries = [...standing, ...come, ...written];
    if (keptEntries.length === 0 && !snapshot) return undefined;
    taken.push(name);
    const words = withoutRecord.length > 0 ? SHEET_WORDS.recordGone : SHEET_WORDS.movedTo;
    if (come.length > 0) notes.push(fill(words, { count: String(come.length), sheet: name }));
    if (written.length > 0) notes.push(fill(SHEET_WORDS.formulas, { count: String(written.length), sheet: name }));
    return dressed(layOut(keptNotes, { ...context, keptEntries }, name, snapshot, typed), snapshot);
  }

  /** Sheets that are not written this time keep the record that they have. */
  function allRecords(): readonly RecordLine[] {
    return [...records, ...[...lines.values()].filter(({ report }) => !written.has(report) && snapshots.has(report))];
  }

  /** What the next refresh needs to see at a glance that nothing has changed. */
  function lastRun(notWritten: readonly NotWritten[]): readonly RecordLine[] {
    if (input.runKey === undefined) return [];
    const left = [...snapshots.values()].filter(({ id }) => !written.has(id) && id !== RECORD_ID);
    return [lineOfLastRun({ key: input.runKey, state: stateOfSheets(states, left), notWritten })];
  }

  function recordName(): string {
    return snapshots.get(RECORD_ID)?.sheetName ?? freeSheetName(RECORD_NAME, taken, lang);
  }

  return {
    names: toCome.map(({ report: { id }, name }) => ({ id, name })),
    recordName: recordName(),
    sheets: sheetsInTurn(),
    ...(callPlan && { callPlan }),
  };
}
