import { civilOf, firstDayOfMonth } from '../../core/model/day';
import { NO_WORK, type KeptRow, type KeptWork, type ShownRow } from '../../core/plan/kept-work';
import { parseKey } from '../../core/plan/plan-keys';
import type { Text } from '../../i18n/text';
import type { CellValue } from '../../workbook/cell-value';
import type { DateBase } from '../../workbook/serial-day';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { normaliseKey, readKept, type UserValue } from './keep';
import { readDayAhead, readTypedDay } from './read-typed-day';
import { wordsOf } from './read-rows';
import { PLAN_HEADERS, PLAN_TITLE, PLAN_USER_COLUMNS, STATUS_OF_CONTACT } from '../words/plan-words';

type Cells = readonly (readonly CellValue[])[];
type UserColumnId = (typeof PLAN_USER_COLUMNS)[number];
type OurColumnId = Exclude<keyof typeof PLAN_HEADERS, UserColumnId>;

const OURS = Object.keys(PLAN_HEADERS).filter(
  (id) => !(PLAN_USER_COLUMNS as readonly string[]).includes(id),
) as OurColumnId[];

const DONE_WORDS = /^(是|完成|已完成|已办|对|√|✓|✔|y|yes|done|true|1|ok)$/i;
const NOT_DONE_WORDS = /^(否|未|未完成|没有|×|x|✗|n|no|false|0)$/i;

/**
 * What the person wrote on the plan sheet, and where the plan had put things, by the plan's keys.
 *
 * Found by headers in either language, whatever she did to the sheet: rows sorted, filtered, inserted, deleted or copied, columns
 * moved, added or deleted. Notes at the foot count like those in their row. A row counts as done where 完成 says so, where it has
 * an actual date, or where it has a result and 完成 does not say no. Rows without a key of ours are left to the engine.
 * Source: definitions §8 step 4.
 */
export function readCallPlan(snapshot: ReportSnapshot | undefined, dateBase: DateBase): KeptWork {
  if (!snapshot) return NO_WORK;
  const { cells } = snapshot;
  const notes = readNotes(cells);
  const shown = readShown(cells);
  const rows = new Map<string, KeptRow>();
  for (const key of new Set([...shown.keys(), ...notes.keys()])) {
    const parsed = parseKey(key);
    if (!parsed) continue;
    const { year } = civilOf(firstDayOfMonth(parsed.month));
    const own = notes.get(key);
    const line = shown.get(key);
    const words = (id: OurColumnId): string => wordsOf(line?.get(id) ?? null);
    const said = wordsOf(own?.get('done') ?? null);
    const result = wordsOf(own?.get('result') ?? null);
    const shownRow: ShownRow = {
      rep: words('rep'),
      name: words('name'),
      purpose: words('purpose'),
      way: words('way'),
      level: words('level'),
      status: words('status'),
    };
    rows.set(key, {
      key,
      plannedDay: line && readTypedDay(line.get('day') ?? null, dateBase, year),
      movedDay: readTypedDay(own?.get('movedDay') ?? null, dateBase, year),
      actualDay: readTypedDay(own?.get('actualDay') ?? null, dateBase, year),
      isDone: DONE_WORDS.test(said) || (result !== '' && !NOT_DONE_WORDS.test(said)),
      result,
      method: wordsOf(own?.get('method') ?? null),
      nextDay: readDayAhead(own?.get('nextDay') ?? null, dateBase, parsed.month),
      notes: wordsOf(own?.get('notes') ?? null),
      hasWork: own !== undefined,
      wasMissed: saysOneOf(words('status'), [STATUS_OF_CONTACT.missed]),
      shown: shownRow,
    });
  }
  return rows;
}

const saysOneOf = (words: string, texts: readonly Text[]): boolean =>
  words !== '' && texts.some(({ zh, en }) => words === zh || words === en);

/** Her columns, as the engine will put them back. */
function readNotes(cells: Cells): Map<string, Map<string, UserValue>> {
  const kept = readKept(cells, {
    heading: PLAN_TITLE,
    keyHeaders: [PLAN_HEADERS.key],
    keyedBy: 'first',
    userColumns: PLAN_USER_COLUMNS.map((id) => ({ id, header: PLAN_HEADERS[id] })),
    ourHeaders: OURS.filter((id) => id !== 'key').map((id) => PLAN_HEADERS[id]),
    stops: [],
    currentKeys: new Set(cells.flatMap((line) => line.map(normaliseKey).filter((words) => parseKey(words)))),
  });
  const notes = new Map<string, Map<string, UserValue>>();
  for (const { key, column, isOwnColumn, value } of kept.notes) {
    if (!parseKey(key)) continue;
    let own = notes.get(key);
    if (!own) {
      own = new Map();
      notes.set(key, own);
    }
    const id = isOwnColumn ? `own:${column}` : column;
    if (!own.has(id)) own.set(id, value);
  }
  return notes;
}

/** Our own columns of each row, by its key: the key's column is the one that holds most keys. */
function readShown(cells: Cells): Map<string, Map<OurColumnId, CellValue>> {
  const found = new Map<string, Map<OurColumnId, CellValue>>();
  const header = findHeader(cells);
  if (!header) return found;
  for (let row = header.row + 1; row < cells.length; row++) {
    const line = cells[row] ?? [];
    const key = normaliseKey(line[header.key]);
    if (found.has(key)) continue;
    found.set(key, new Map([...header.columns].map(([id, column]) => [id, line[column] ?? null])));
  }
  return found;
}

function findHeader(cells: Cells): { row: number; key: number; columns: ReadonlyMap<OurColumnId, number> } | undefined {
  let best: { row: number; columns: Map<OurColumnId, number> } | undefined;
  cells.forEach((line, row) => {
    const columns = new Map<OurColumnId, number>();
    line.forEach((cell, column) => {
      const words = typeof cell === 'string' ? normaliseKey(cell) : '';
      const id = OURS.find((one) => words !== '' && saysOneOf(words, [PLAN_HEADERS[one]]));
      if (id && !columns.has(id)) columns.set(id, column);
    });
    if (columns.size > (best?.columns.size ?? 1)) best = { row, columns };
  });
  if (!best) return undefined;
  const key = best.columns.get('key') ?? columnOfKeys(cells, best.row);
  return key === undefined ? undefined : { row: best.row, key, columns: best.columns };
}

function columnOfKeys(cells: Cells, headerRow: number): number | undefined {
  const hits = new Map<number, number>();
  for (let row = headerRow + 1; row < cells.length; row++)
    (cells[row] ?? []).forEach((cell, column) => {
      if (typeof cell === 'string' && parseKey(normaliseKey(cell))) hits.set(column, (hits.get(column) ?? 0) + 1);
    });
  return [...hits].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0];
}
