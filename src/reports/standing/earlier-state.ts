import { keyOfClient, MARK_KINDS, MARK_LABELS, type MarkKind } from '../../core/changes/client-marks';
import type { EarlierState } from '../../core/changes/movement';
import { isSameStand, type Stand } from '../../core/changes/snapshot';
import type { Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import type { CellValue } from '../../workbook/cell-value';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { normaliseKey } from './keep';
import { readRows, wordsOf } from './read-rows';

/** The sheet that each mark stands on, under the header of `MARK_LABELS`. */
const SHEET_OF: Readonly<Record<MarkKind, string>> = {
  tier: 'clientTiers',
  level: 'clientClasses',
  stage: 'clientClasses',
  grade: 'credit',
  region: 'clientTiers',
  rep: 'clientTiers',
  limit: 'credit',
};

export const CLIENT_HEADERS = {
  code: { zh: '客户编号', en: 'Client code' },
  name: { zh: '客户名称', en: 'Client' },
} as const satisfies Record<string, Text>;

/** Headers of 本期变动: written and read by these. */
export const MOVE_HEADERS = {
  kind: { zh: '变动项', en: 'What changed' },
  before: { zh: '上次', en: 'Before' },
} as const satisfies Record<string, Text>;
export const INDICATOR_HEADERS = {
  id: { zh: '编号', en: 'Id' },
  before: { zh: '上次', en: 'Before' },
} as const satisfies Record<string, Text>;

/** How the line begins that says what 本期变动 compares with. */
export const COMPARED_WITH: Text = { zh: '对比：截止日', en: 'Compared with: as of' };

/** As-of day and period in a line of words: the three ISO days in it. */
function standIn(words: string): Stand | undefined {
  const days = words.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const [asOf, from, to] = days as [string, string, string];
  return days.length < 3 ? undefined : { asOf, from, to };
}

/** Title lines come first: the stand of a sheet is on one of them. */
const TITLE_ROWS = 4;

function standOf(snapshot: ReportSnapshot | undefined): Stand | undefined {
  for (const line of snapshot?.cells.slice(0, TITLE_ROWS) ?? []) {
    const stand = standIn(wordsOf(line[0] ?? null));
    if (stand) return stand;
  }
  return undefined;
}

function isOf(sheet: ReportSnapshot, stand: Stand): boolean {
  const own = standOf(sheet);
  return own !== undefined && isSameStand(own, stand);
}

/**
 * What the workbook said before this refresh, read from its own sheets. Where they have another as-of day or period, it is
 * what they say; where they have the same, it is what 本期变动 already compares with, so that refreshing again changes nothing.
 * Nothing where there is no earlier refresh.
 */
export function readEarlierState(
  snapshots: ReadonlyMap<string, ReportSnapshot>,
  now: { readonly asOf: string; readonly from: string; readonly to: string },
): EarlierState | undefined {
  const sheetIds = [...new Set(Object.values(SHEET_OF))];
  const stand = sheetIds.map((id) => standOf(snapshots.get(id))).find((found) => found !== undefined);
  if (!stand) return undefined;
  const marks: Partial<Record<MarkKind, Map<string, string>>> = {};
  for (const kind of MARK_KINDS) {
    const sheet = snapshots.get(SHEET_OF[kind]);
    const found = sheet && isOf(sheet, stand) ? readMarks(sheet.cells, kind) : undefined;
    if (found) marks[kind] = found;
  }
  const indicators = readNumbers(snapshots.get('indicators'), stand);
  if (!isSameStand(stand, now)) return { ...stand, marks, indicators };

  const changes = snapshots.get('changes');
  const base = changes && comparedWith(changes.cells);
  if (!changes || !base) return undefined;
  takeBack(changes.cells, marks);
  for (const { id, before } of readRows(changes.cells, INDICATOR_HEADERS)) {
    if (typeof before === 'number') indicators.set(wordsOf(id), before);
  }
  return { ...base, marks, indicators };
}

function readMarks(cells: readonly (readonly CellValue[])[], kind: MarkKind): Map<string, string> | undefined {
  const rows = readClientRows(cells, { value: MARK_LABELS[kind] });
  if (!rows) return undefined;
  const marks = new Map<string, string>();
  for (const { client, values } of rows) {
    const { value } = values;
    const words =
      kind === 'limit' && typeof value === 'number'
        ? wordMoney(Math.round(value * 100))
        : normaliseKey(value) === ''
          ? ''
          : wordsOf(value ?? null);
    if (words !== '') marks.set(client, words);
  }
  return marks;
}

/** Puts the marks of before over those of now, for what 本期变动 lists. */
function takeBack(
  cells: readonly (readonly CellValue[])[],
  marks: Partial<Record<MarkKind, Map<string, string>>>,
): void {
  for (const { client, values } of readClientRows(cells, MOVE_HEADERS) ?? []) {
    const written = wordsOf(values.kind ?? null);
    const kind = MARK_KINDS.find((one) => written === MARK_LABELS[one].zh || written === MARK_LABELS[one].en);
    if (kind === undefined) continue;
    const own = (marks[kind] ??= new Map());
    if (normaliseKey(values.before) === '') own.delete(client);
    else own.set(client, wordsOf(values.before ?? null));
  }
}

function comparedWith(cells: readonly (readonly CellValue[])[]): Stand | undefined {
  for (const line of cells) {
    const words = wordsOf(line[0] ?? null);
    if (words.startsWith(COMPARED_WITH.zh) || words.startsWith(COMPARED_WITH.en)) return standIn(words);
  }
  return undefined;
}

interface ClientRow<K extends string> {
  readonly client: string;
  readonly values: Readonly<Record<K, CellValue>>;
}

/** The rows of a client table that has these headers; the code's column may be absent. */
function readClientRows<K extends string>(
  cells: readonly (readonly CellValue[])[],
  headers: Readonly<Record<K, Text>>,
): readonly ClientRow<K>[] | undefined {
  const rows = readRows(cells, { ...headers, name: CLIENT_HEADERS.name });
  if (rows.length === 0) return undefined;
  const coded = readRows(cells, { ...headers, name: CLIENT_HEADERS.name, code: CLIENT_HEADERS.code });
  const codeOfRow = new Map(coded.map((row) => [row.row, wordsOf((row as { code: CellValue }).code)]));
  return rows.flatMap((row) => {
    const name = wordsOf((row as { name: CellValue }).name);
    const client = keyOfClient({ code: codeOfRow.get(row.row) ?? '', name });
    return client === '' ? [] : [{ client, values: row as unknown as Record<K, CellValue> }];
  });
}

const NOW_HEADERS = { id: INDICATOR_HEADERS.id, now: { zh: '本期', en: 'This period' } } as const;

function readNumbers(snapshot: ReportSnapshot | undefined, stand: Stand): Map<string, number> {
  const rows = snapshot && isOf(snapshot, stand) ? readRows(snapshot.cells, NOW_HEADERS) : [];
  return new Map(rows.flatMap(({ id, now }) => (typeof now === 'number' ? [[wordsOf(id), now] as const] : [])));
}
