import { definitionOf, fieldOf, isSheetKind, SHEET_DEFINITIONS } from '../fields';
import { allFieldsOf, type FieldPath, type SheetKind } from '../fields/define-fields';
import { STATUS_MEANINGS } from '../parse/status-words';

/**
 * Which sheet carries what, and which header stands for which column: what recognition finds, what a person corrects in
 * the pane or gives with `--map`, and what is kept in the workbook. Plain JSON.
 */
export interface ColumnMap {
  readonly sheets: readonly SheetMap[];
}

export interface SheetMap {
  /** The sheet's name. */
  readonly sheet: string;
  readonly kind: SheetKind | 'ignore';
  /** First header row as Excel numbers it; 0: the sheet has no headers. */
  readonly headerRow?: number;
  /** Field path → header text as shown, or column letters where no header has that text. '' says: not this one. */
  readonly columns: Readonly<Record<string, string>>;
  /** Empty client and day cells take the value above (one client's lines under one merged cell). */
  readonly fillDown?: boolean;
  /** Word of a status or type column → what it means (`StatusMeaning`). */
  readonly words?: Readonly<Record<string, string>>;
  /** How text days such as 3/4/2025 are read: month first or day first; `swapped`: real days have the two exchanged besides. */
  readonly dayOrder?: DayOrderChoice;
}

export type DayOrderChoice = 'mdy' | 'dmy' | 'swapped';

export function isDayOrderChoice(value: unknown): value is DayOrderChoice {
  return value === 'mdy' || value === 'dmy' || value === 'swapped';
}

/** The entry of a sheet, names compared as Excel does: without case. */
export function sheetMapOf(map: ColumnMap | undefined, sheet: string): SheetMap | undefined {
  return map?.sheets.find((one) => one.sheet.trim().toLowerCase() === sheet.trim().toLowerCase());
}

const KEYS = ['sheets'];
const SHEET_KEYS = ['sheet', 'kind', 'headerRow', 'columns', 'fillDown', 'words', 'dayOrder'];

/**
 * Reads a column map from JSON that a person may have edited. A key that means nothing is a mistake of hers and no remark:
 * passed over, her columns would be guessed and she would not know.
 *
 * @returns The map, or a sentence that says what is wrong with it.
 */
export function readColumnMap(json: unknown): ColumnMap | string {
  if (!isRecord(json) || !Array.isArray(json['sheets'])) return 'no list "sheets"';
  const stray = strayKey(json, KEYS);
  if (stray !== undefined) return `"${stray}" means nothing; there is: ${KEYS.join(', ')}`;
  const sheets: SheetMap[] = [];
  for (const [index, entry] of json['sheets'].entries()) {
    const where = `sheets[${index}]`;
    if (!isRecord(entry)) return `${where} is not an object`;
    const unknown = strayKey(entry, SHEET_KEYS);
    if (unknown !== undefined) return `${where}.${unknown} means nothing; there are: ${SHEET_KEYS.join(', ')}`;
    const { sheet, kind, headerRow, columns, fillDown, words, dayOrder } = entry;
    if (typeof sheet !== 'string' || sheet === '') return `${where}.sheet is not a sheet's name`;
    if (typeof kind !== 'string' || (kind !== 'ignore' && !isSheetKind(kind)))
      return `${where}.kind is none of ${['ignore', ...SHEET_DEFINITIONS.map((one) => one.kind)].join(', ')}`;
    if (headerRow !== undefined && !(Number.isInteger(headerRow) && (headerRow as number) >= 0))
      return `${where}.headerRow is not a row number`;
    if (columns !== undefined && !isStringRecord(columns)) return `${where}.columns is not field: header`;
    const noField = isSheetKind(kind)
      ? Object.keys(columns ?? {}).find((path) => fieldOf(kind, path as FieldPath) === undefined)
      : undefined;
    if (noField !== undefined)
      return `${where}.columns: "${noField}" is no column of ${kind}; there are: ${fieldNames(kind as SheetKind)}`;
    if (words !== undefined && !isStringRecord(words)) return `${where}.words is not word: meaning`;
    const odd = Object.entries((words as Record<string, string> | undefined) ?? {}).find(([, one]) => !isMeaning(one));
    if (odd) return `${where}.words: "${odd[1]}" (${odd[0]}) is none of ${STATUS_MEANINGS.join(', ')}`;
    if (fillDown !== undefined && typeof fillDown !== 'boolean') return `${where}.fillDown is not true or false`;
    if (dayOrder !== undefined && !isDayOrderChoice(dayOrder)) return `${where}.dayOrder is not mdy, dmy or swapped`;
    sheets.push({
      sheet,
      kind: kind as SheetMap['kind'],
      columns: (columns as Record<string, string> | undefined) ?? {},
      ...(headerRow === undefined ? {} : { headerRow: headerRow as number }),
      ...(fillDown === undefined ? {} : { fillDown }),
      ...(words === undefined ? {} : { words: words as Record<string, string> }),
      ...(dayOrder === undefined ? {} : { dayOrder }),
    });
  }
  return { sheets };
}

const strayKey = (record: Readonly<Record<string, unknown>>, known: readonly string[]): string | undefined =>
  Object.keys(record).find((key) => !known.includes(key));

const isMeaning = (text: string): boolean => STATUS_MEANINGS.some((one) => one === text);

const fieldNames = (kind: SheetKind): string =>
  allFieldsOf(definitionOf(kind))
    .map(({ path }) => path)
    .join(', ');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStringRecord(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
}
