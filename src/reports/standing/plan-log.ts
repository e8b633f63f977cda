import { byCodePoint } from '../../core/model/by-code-point';
import { civilOf, firstDayOfMonth } from '../../core/model/day';
import { isKeptDone, type KeptRow, type KeptWork } from '../../core/plan/kept-work';
import { parseKey } from '../../core/plan/plan-keys';
import type { PlanLogEntry } from '../../core/plan/plan-log';
import type { Settings } from '../../core/settings';
import type { CellValue } from '../../workbook/cell-value';
import type { DateBase } from '../../workbook/serial-day';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { normaliseKey } from './keep';
import { readCallPlan } from './read-call-plan';
import { wordsOf } from './read-rows';
import { readDayAhead, readTypedDay } from './read-typed-day';
import { PLAN_LOG_HEADERS } from '../words/plan-words';
import { SHEET_WORDS } from '../words/sheet-words';

type Cells = readonly (readonly CellValue[])[];
type HeaderId = keyof typeof PLAN_LOG_HEADERS;
const HEADER_IDS = Object.keys(PLAN_LOG_HEADERS) as HeaderId[];

/**
 * The log after this refresh: what stood on its sheet, and the contacts that are done on the plan.
 *
 * With `plan.logDone`, a row of the plan and its entry are one: a result that was corrected on the plan is corrected here, and where
 * 完成 was taken back the entry goes. Once the row has left the plan, its entry stays as it is. Without the setting nothing is added
 * and nothing changes. Source: the call plan's issue.
 * @example two rows done, one of them in the log already //=> one entry more, at the end
 */
export function extendPlanLog(
  snapshots: ReadonlyMap<string, ReportSnapshot>,
  settings: Settings,
  dateBase: DateBase,
): readonly PlanLogEntry[] {
  const standing = readPlanLog(snapshots.get('planLog'), dateBase);
  return settings['plan.logDone'] ? joinDone(standing, readCallPlan(snapshots.get('callPlan'), dateBase)) : standing;
}

function joinDone(standing: readonly PlanLogEntry[], kept: KeptWork): readonly PlanLogEntry[] {
  const seen = new Set<string>();
  const stay = standing.flatMap((entry): PlanLogEntry[] => {
    if (entry.key === '') return [entry];
    if (seen.has(entry.key)) return [];
    seen.add(entry.key);
    const row = kept.get(entry.key);
    if (!row) return [entry];
    return isKeptDone(row) ? [entryOf(row, entry)] : [];
  });
  const added = [...kept.values()]
    .filter((row) => isKeptDone(row) && !seen.has(row.key))
    .map((row) => entryOf(row, undefined))
    .sort((a, b) => (a.day ?? 0) - (b.day ?? 0) || byCodePoint(a.key, b.key));
  return [...stay, ...added];
}

/** The plan knows what a row is for only while it is due: later the entry does. */
function entryOf(row: KeptRow, before: PlanLogEntry | undefined): PlanLogEntry {
  const { shown } = row;
  return {
    key: row.key,
    day: row.actualDay ?? row.movedDay ?? row.plannedDay ?? before?.day,
    typedDay: '',
    client: shown.name || before?.client || parseKey(row.key)?.client || '',
    rep: shown.rep || before?.rep || '',
    method: row.method || shown.way || before?.method || '',
    purpose: before?.purpose || shown.purpose,
    result: row.result,
    nextDay: row.nextDay,
    typedNextDay: '',
    notes: row.notes,
  };
}

/**
 * Entries of the log sheet as they stand: those of the program, and lines that the person typed among them.
 *
 * Found by headers in either language, whatever she did to the sheet; empty rows are passed over. A line without a key counts where it
 * has a client and a day; what cannot be read is kept as it is.
 */
export function readPlanLog(snapshot: ReportSnapshot | undefined, dateBase: DateBase): readonly PlanLogEntry[] {
  const header = snapshot && findHeader(snapshot.cells);
  if (!header) return [];
  const entries: PlanLogEntry[] = [];
  for (const line of snapshot.cells.slice(header.row + 1)) {
    if (isEnd(line)) break;
    const cell = (id: HeaderId): CellValue => {
      const column = header.columns.get(id);
      return column === undefined ? null : (line[column] ?? null);
    };
    if (HEADER_IDS.every((id) => wordsOf(cell(id)) === '')) continue;
    const key = normaliseKey(cell('key'));
    const month = parseKey(key)?.month;
    const year = month === undefined ? undefined : civilOf(firstDayOfMonth(month)).year;
    const day = readTypedDay(cell('day'), dateBase, year);
    const nextDay = readDayAhead(cell('nextDay'), dateBase, month);
    entries.push({
      key,
      day,
      typedDay: day === undefined ? wordsOf(cell('day')) : '',
      client: wordsOf(cell('client')),
      rep: wordsOf(cell('rep')),
      method: wordsOf(cell('method')),
      purpose: wordsOf(cell('purpose')),
      result: wordsOf(cell('result')),
      nextDay,
      typedNextDay: nextDay === undefined ? wordsOf(cell('nextDay')) : '',
      notes: wordsOf(cell('notes')),
    });
  }
  return entries;
}

function findHeader(cells: Cells): { row: number; columns: ReadonlyMap<HeaderId, number> } | undefined {
  let best: { row: number; columns: Map<HeaderId, number> } | undefined;
  cells.forEach((line, row) => {
    const columns = new Map<HeaderId, number>();
    line.forEach((cell, column) => {
      const words = typeof cell === 'string' ? normaliseKey(cell) : '';
      const id = HEADER_IDS.find((one) => words !== '' && isEither(words, PLAN_LOG_HEADERS[one]));
      if (id && !columns.has(id)) columns.set(id, column);
    });
    if (columns.size > (best?.columns.size ?? 2)) best = { row, columns };
  });
  return best;
}

const isEither = (words: string, { zh, en }: { readonly zh: string; readonly en: string }): boolean =>
  words === normaliseKey(zh) || words === normaliseKey(en);

/** The foot of the sheet begins here. */
const isEnd = (line: readonly CellValue[]): boolean =>
  isEither(normaliseKey(line[0]), SHEET_WORDS.sourcesHeading) ||
  isEither(normaliseKey(line[0]), SHEET_WORDS.keptHeading);
