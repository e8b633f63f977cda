import { analyse } from '../core/analyse';
import type { Dataset } from '../core/model/dataset';
import { DEFAULT_SETTINGS } from '../core/settings';
import type { Lang } from '../i18n/lang';
import { fill, joinTexts, verbatim, type Text } from '../i18n/text';
import { layOut, recordOfPlan } from '../reports/layout/lay-out';
import { bareContext, type ReportContext } from '../reports/layout/report-context';
import { freeSheetName } from '../reports/layout/sheet-names';
import { keptNotes } from '../reports/sheets/kept-notes.report';
import {
  entriesOf,
  formulasOf,
  giveBackWhatIsGone,
  isSameEntry,
  KEPT_NOTES_ID,
  readKeptEntries,
  takeWhatStands,
  type KeptEntry,
} from '../reports/standing/kept-notes';
import { keepLooks } from '../reports/standing/kept-looks';
import { putTyping } from '../reports/standing/put-typing';
import {
  layOutRecord,
  lineOf,
  readRecordLines,
  recordFor,
  RECORD_ID,
  RECORD_NAME,
  type RecordLine,
} from '../reports/standing/record-sheet';
import { withHers } from '../reports/standing/written-record';
import { allOf, typedOn } from '../reports/standing/typed-on';
import { layOutUndo, readUndo, UNDO_ID, UNDO_NAME, unpackPlan, type KeptPlan } from '../reports/standing/undo-sheet';
import { SHEET_WORDS } from '../reports/words/sheet-words';
import type { CellRange } from '../workbook/address';
import { NO_CONTROL, type JobControl } from '../workbook/job-control';
import type { SheetPlan } from '../workbook/plan';
import type { ReportSnapshot, SheetLooks, WorkbookHost, WorkbookInfo } from '../workbook/workbook-host';
import type { Clock } from './clock';
import { tellOwnSheets } from './own-sheets';

export interface RestoreRequest {
  readonly clock: Clock;
  readonly lang: Lang;
}

export type RestoreResult =
  | { readonly outcome: 'nothing'; readonly why: Text }
  | {
      readonly outcome: 'done';
      /** Names of the sheets that stand as they did before. */
      readonly sheets: readonly string[];
      readonly notes: readonly Text[];
    };

const NOTHING_BEFORE: Text = {
  zh: '没有可以恢复的：还没有两次刷新，或者工作簿太大，没有保留上一次的报表。',
  en: 'There is nothing to restore: there have not been two refreshes yet, or the workbook is too large for the reports of before to be kept.',
};

/** Nothing of the data is read: a way back that needs the right file open would be none. */
const NO_DATA: Dataset = { sheets: [], tables: {}, accounts: [], issues: [], issueCounts: {} };

/**
 * Our sheets as they stood before the last refresh, with what the person typed since: in its place where the row is there, else on
 * 留言. Her own sheets are not read and not touched. Restoring again takes the restoring back.
 *
 * @throws HostError for what the host refuses; the workbook then holds whole sheets, old or restored.
 */
export async function restoreReports(
  host: WorkbookHost,
  request: RestoreRequest,
  control: JobControl = NO_CONTROL,
): Promise<RestoreResult> {
  const info = await host.describe(control);
  const undo = readUndo(await host.readReport(UNDO_ID, control));
  if (undo.before.size === 0) return { outcome: 'nothing', why: NOTHING_BEFORE };
  const found = new Map<string, ReportSnapshot>();
  const looks = new Map<string, SheetLooks>();
  for (const { report } of info.sheets) {
    const snapshot = report && report.id !== UNDO_ID ? await host.readReport(report.id, control) : undefined;
    if (snapshot) found.set(snapshot.id, snapshot);
    const look = snapshot && (await host.readLooks?.(snapshot.id, control));
    if (look) looks.set(snapshot.id, look);
  }
  const { snapshots, disowned } = tellOwnSheets(found);
  const lines = readRecordLines(snapshots.get(RECORD_ID));
  const restored = layOutBefore(undo.before, undo.now, { info, snapshots, looks, lines, disowned, ...request });
  if (restored.sheets.length === 0) return { outcome: 'nothing', why: NOTHING_BEFORE };
  const record = layOutRecord(restored.records, snapshots.get(RECORD_ID)?.sheetName ?? RECORD_NAME);
  // What stands now is what comes back when it is done once more.
  const swapped = { now: new Map([...undo.now, ...undo.before]), before: undo.now };
  const undoName = info.sheets.find(({ report }) => report?.id === UNDO_ID)?.name ?? UNDO_NAME;
  const { sheetNames } = await host.write(
    { sheets: [...restored.sheets, record, layOutUndo(swapped, undoName)] },
    control,
  );
  return {
    outcome: 'done',
    sheets: restored.sheets.filter(({ id }) => id !== KEPT_NOTES_ID).map(({ id, name }) => sheetNames[id] ?? name),
    notes: restored.notes,
  };
}

interface Standing extends RestoreRequest {
  readonly info: WorkbookInfo;
  readonly snapshots: ReadonlyMap<string, ReportSnapshot>;
  readonly looks: ReadonlyMap<string, SheetLooks>;
  readonly lines: ReadonlyMap<string, RecordLine>;
  readonly disowned: ReadonlyMap<string, string>;
}

function layOutBefore(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  standing: Standing,
): { readonly sheets: readonly SheetPlan[]; readonly records: readonly RecordLine[]; readonly notes: readonly Text[] } {
  const { info, snapshots, looks, lines, clock, lang, disowned } = standing;
  const today = clock.now.slice(0, 10);
  const taken = info.sheets.map(({ name }) => name);
  const sheets: SheetPlan[] = [];
  const records = new Map(lines);
  const moved: KeptEntry[] = [];
  const formulas: KeptEntry[] = [];
  const damaged: string[] = [];
  let looksGone = 0;
  for (const [id, packed] of before) {
    // What she typed elsewhere stands on 留言, which no restoring may shorten.
    if (id === KEPT_NOTES_ID || packed === now.get(id)) continue;
    const kept = unpackPlan(packed);
    if (!kept) {
      damaged.push(id);
      continue;
    }
    const snapshot = snapshots.get(id);
    const { plan: bare, stands } = restoreOne(kept, snapshot, lines, { moved, formulas }, today);
    const look = looks.get(id);
    const { plan, gone } =
      snapshot && look
        ? keepLooks(bare, kept.parts.keyed, snapshot.cells, look, recordFor(lines, snapshot)?.heights)
        : { plan: bare, gone: 0 };
    looksGone += gone;
    const name = snapshot?.sheetName ?? freeSheetName(plan.name, taken, lang);
    taken.push(name);
    sheets.push({ ...plan, name, ...(disowned.has(id) && { isAnew: true }) });
    records.set(id, lineOf(id, withHers(recordOfPlan(plan, kept.parts), stands)));
  }
  const notes: Text[] = [];
  const added = [...now.keys()].filter((id) => !before.has(id) && id !== KEPT_NOTES_ID && snapshots.has(id));
  if (added.length > 0)
    notes.push(
      fill(
        {
          zh: '上次刷新才有的表没有以前的样子，保持不动：{sheets}。',
          en: 'Sheets that came with the last refresh have nothing to go back to and are left: {sheets}.',
        },
        {
          sheets: joinTexts(
            added.map((id) => verbatim(snapshots.get(id)!.sheetName)),
            { zh: '、', en: ', ' },
          ),
        },
      ),
    );
  if (damaged.length > 0)
    notes.push(
      fill(
        {
          zh: '有 {n} 张表保留的内容已损坏，没有恢复。',
          en: 'What was kept of {n} sheets is damaged: they were not restored.',
        },
        { n: damaged.length },
      ),
    );
  if (looksGone > 0) notes.push(fill(SHEET_WORDS.looksGone, { count: String(looksGone) }));
  if (moved.length + formulas.length > 0) putKeptNotes(standing, { moved, formulas }, taken, sheets, records, notes);
  return { sheets, records: [...records.values()], notes };
}

/** What goes to 留言: texts that no row takes, and formulas of hers word for word. */
interface Leaving {
  readonly moved: KeptEntry[];
  readonly formulas: KeptEntry[];
}

function restoreOne(
  kept: KeptPlan,
  snapshot: ReportSnapshot | undefined,
  lines: ReadonlyMap<string, RecordLine>,
  { moved, formulas }: Leaving,
  today: string,
): { readonly plan: SheetPlan; readonly stands: readonly CellRange[] } {
  // Without a record of what was written nobody can tell her words from ours: then all that her columns hold is hers.
  const typed = snapshot && (typedOn(snapshot, lines) ?? allOf(snapshot.cells));
  if (!snapshot || !typed) return { plan: kept.plan, stands: [] };
  formulas.push(...formulasOf(snapshot, typed, kept.plan.formulas !== undefined, today, snapshot.sheetName));
  const plan = putTyping(kept, snapshot.cells, typed);
  giveBackWhatIsGone(snapshot.cells, typed, plan);
  const stands = takeWhatStands(snapshot.cells, typed, plan);
  if (recordFor(lines, snapshot)) moved.push(...entriesOf(snapshot.cells, typed, today, snapshot.sheetName));
  return { plan, stands };
}

/** 留言 with what came: its lines of before stay. */
function putKeptNotes(
  { snapshots, lines, clock, lang, info }: Standing,
  { moved, formulas }: Leaving,
  taken: readonly string[],
  sheets: SheetPlan[],
  records: Map<string, RecordLine>,
  notes: Text[],
): void {
  const snapshot = snapshots.get(KEPT_NOTES_ID);
  const typed = snapshot && (typedOn(snapshot, lines) ?? allOf(snapshot.cells));
  const standing = snapshot && typed ? readKeptEntries(snapshot.cells, typed) : [];
  const isNew = (entry: KeptEntry): boolean => !standing.some((other) => isSameEntry(entry, other));
  const come = moved.filter(isNew);
  const noted = formulas.filter(isNew);
  if (come.length + noted.length === 0) return;
  const name = snapshot?.sheetName ?? freeSheetName(keptNotes.sheet[lang], taken, lang);
  const analysis = analyse(NO_DATA, { today: clock.today, period: { kind: 'last12m' }, settings: DEFAULT_SETTINGS });
  const context: ReportContext = {
    ...bareContext({ analysis, dataset: NO_DATA, lang, dateBase: info.dateBase }),
    keptEntries: [...standing, ...come, ...noted],
  };
  const { plan, record } = layOut(keptNotes, context, name, snapshot, typed);
  sheets.push(plan);
  records.set(KEPT_NOTES_ID, lineOf(KEPT_NOTES_ID, record));
  if (come.length > 0) notes.push(fill(SHEET_WORDS.movedTo, { count: String(come.length), sheet: name }));
  if (noted.length > 0) notes.push(fill(SHEET_WORDS.formulas, { count: String(noted.length), sheet: name }));
}
