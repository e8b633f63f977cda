import { asDay, dayIfReal, isoOf, type Day } from '../../core/model/day';
import type { Issue } from '../../core/model/issue';
import type { PeriodChoice } from '../../core/model/period';
import { settleSettings } from '../../core/settings/setting-rules';
import {
  DEFAULT_SETTINGS,
  isSettingValue,
  SETTINGS,
  type Setting,
  type SettingId,
  type Settings,
} from '../../core/settings';
import { fill, type Text } from '../../i18n/text';
import { addressOf } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell-value';
import { dayOfSerial, type DateBase } from '../../workbook/serial-day';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { normaliseKey } from './keep';
import { readRows, wordsOf, type RowRecord } from './read-rows';
import {
  AS_OF_ID,
  AUTOMATIC,
  COLUMN_MAP_HEADERS,
  NO,
  PERIOD_ID,
  SETTINGS_HEADERS,
  YES,
  optionWords,
} from './settings-lines';
import { wordPeriodChoice } from '../words/domain-words';
import { wordSettingValue } from '../../core/settings/word-setting-value';

export interface ReadSettings {
  /** What the sheet says, as far as it can be used. */
  readonly settings: Partial<Settings>;
  readonly period?: PeriodChoice;
  /** Absent: automatic. */
  readonly asOf?: Day;
  /** What could not be used; what was in force stands in. */
  readonly issues: readonly Issue[];
}

const isSettingId = (id: string): id is SettingId => Object.hasOwn(SETTINGS, id);

/**
 * The settings, period and as-of day that the person left on the 参数 sheet, in whichever language it was written.
 *
 * A value that cannot be read, lies out of bounds, or does not go with another becomes an issue, and what was in force stays: the sheet
 * has it under 采用, else it is the default. An id that this version does not know is passed over.
 */
export function readSettings(snapshot: ReportSnapshot | undefined, dateBase: DateBase): ReadSettings {
  if (!snapshot) return { settings: {}, issues: [] };
  const settings: Partial<Record<SettingId, string | number | boolean>> = {};
  const issues: Issue[] = [];
  let period: PeriodChoice | undefined;
  let asOf: Day | undefined;
  const inForce: Partial<Record<SettingId, string | number | boolean>> = {};
  const lines = new Map<SettingId, { readonly row: number; readonly value: CellValue; readonly label: string }>();
  for (const { id, value, label, row, stood } of readLines(snapshot)) {
    const complain = (action: Text): void => {
      issues.push(settingIssue(snapshot, row, value, wordsOf(label), action));
    };
    const known = wordsOf(id);
    if (known === PERIOD_ID) {
      const before = readPeriodChoice(wordsOf(stood));
      period = readPeriodChoice(wordsOf(value));
      if (!period && wordsOf(value) !== '') {
        period = before;
        complain(
          before
            ? fill({ zh: '仍按{period}', en: '{period} stays in force' }, { period: wordPeriodChoice(before) })
            : { zh: '按近12个月分析', en: 'the last 12 months are analysed' },
        );
      }
    } else if (known === AS_OF_ID) {
      const read = readDay(value, dateBase);
      if (read === 'unreadable') {
        const before = readDay(stood, dateBase);
        if (typeof before === 'number') asOf = before;
        complain(
          asOf === undefined
            ? { zh: '按数据的最后一天', en: 'the last day in the data is used' }
            : fill({ zh: '仍按 {day}', en: '{day} stays in force' }, { day: isoOf(asOf) }),
        );
      } else if (read !== 'automatic') asOf = read;
    } else if (isSettingId(known)) {
      const before = readValue(SETTINGS[known], stood);
      if (before !== undefined && isSettingValue(SETTINGS[known], before)) inForce[known] = before;
      lines.set(known, { row, value, label: wordsOf(label) });
      const read = readValue(SETTINGS[known], value);
      if (read !== undefined && isSettingValue(SETTINGS[known], read)) settings[known] = read;
      else {
        if (inForce[known] !== undefined) settings[known] = inForce[known];
        complain(wordInForce(known, inForce[known]));
      }
    }
  }
  const before = { ...DEFAULT_SETTINGS, ...(inForce as Partial<Settings>) };
  const settled = settleSettings({ ...DEFAULT_SETTINGS, ...(settings as Partial<Settings>) }, before);
  for (const { members, message } of settled.refused)
    for (const id of members) {
      const line = lines.get(id);
      const used = settled.settings[id];
      if (!line || settings[id] === used) continue;
      settings[id] = used;
      const why = fill({ zh: '{why}；{used}', en: '{why}; {used}' }, { why: message, used: wordInForce(id, used) });
      issues.push(settingIssue(snapshot, line.row, line.value, line.label, why));
    }
  return {
    settings: settings as Partial<Settings>,
    issues,
    ...(period && { period }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** The lines of the sheet; one that was written before 采用 stood on it has nothing there. */
function readLines(
  snapshot: ReportSnapshot,
): readonly (RowRecord<'id' | 'value' | 'label'> & { readonly stood: CellValue })[] {
  const { inForce, ...headers } = SETTINGS_HEADERS;
  const stood = new Map(
    readRows(snapshot.cells, { inForce, id: headers.id }).map((line) => [wordsOf(line.id), line.inForce]),
  );
  return readRows(snapshot.cells, headers).map((line) => ({ ...line, stood: stood.get(wordsOf(line.id)) ?? null }));
}

function wordInForce(id: SettingId, inForce: string | number | boolean | undefined): Text {
  return inForce === undefined
    ? fill(
        { zh: '使用默认值 {value}', en: 'the default {value} is used' },
        { value: wordSettingValue(id, SETTINGS[id].default) },
      )
    : fill({ zh: '仍按 {value}', en: '{value} stays in force' }, { value: wordSettingValue(id, inForce as never) });
}

function settingIssue(snapshot: ReportSnapshot, row: number, value: CellValue, label: string, action: Text): Issue {
  const line = snapshot.cells[row] ?? [];
  const column = line.findIndex((cell) => cell === value);
  const shown = wordsOf(value).slice(0, 80);
  return {
    code: 'setting-not-usable',
    severity: 'warning',
    sheet: snapshot.sheetName,
    row: row + 1,
    ...(column >= 0 && { column: addressOf(0, column).replace(/\d+$/, '') }),
    value: shown,
    message: fill(
      { zh: '参数「{label}」的值「{value}」不能用', en: 'The value “{value}” of the setting “{label}” cannot be used' },
      { label, value: shown },
    ),
    action,
  };
}

const says = (words: string, text: Text): boolean => {
  const heard = normaliseKey(words).toLowerCase();
  return heard === normaliseKey(text.zh).toLowerCase() || heard === normaliseKey(text.en).toLowerCase();
};

/** A number as typed, percent included: Excel keeps 70% as 0.7, a text cell keeps the sign. */
function readNumber(value: CellValue): number | undefined {
  if (typeof value === 'number') return value;
  const words = wordsOf(value).normalize('NFKC').replace(/,/g, '');
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(%?)$/.exec(words);
  if (!match) return undefined;
  return match[2] === '%' ? Number(match[1]) / 100 : Number(match[1]);
}

function readValue(setting: Setting, value: CellValue): string | number | boolean | undefined {
  switch (setting.kind) {
    case 'number':
      return readNumber(value);
    case 'flag':
      if (typeof value === 'boolean') return value;
      return says(wordsOf(value), YES) ? true : says(wordsOf(value), NO) ? false : undefined;
    case 'choice':
      return Object.entries(setting.options).find(
        ([option, text]) =>
          option === wordsOf(value) || says(wordsOf(value), text) || says(wordsOf(value), optionWords(text)),
      )?.[0];
    case 'text':
      return wordsOf(value);
  }
}

function readDay(value: CellValue, dateBase: DateBase): Day | 'automatic' | 'unreadable' {
  if (typeof value === 'number' && value > 0) return asDay(Math.floor(dayOfSerial(value, dateBase)));
  const words = wordsOf(value);
  if (words === '' || says(words, AUTOMATIC) || words.toLowerCase() === 'auto') return 'automatic';
  return dayOfWords(words) ?? 'unreadable';
}

function dayOfWords(words: string): Day | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(words.normalize('NFKC').trim());
  return match ? dayIfReal(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * A period as the 参数 sheet or a command line writes it.
 *
 * @example readPeriodChoice('2025年') //=> { kind: 'year', year: 2025 }
 */
export function readPeriodChoice(words: string): PeriodChoice | undefined {
  const heard = words.normalize('NFKC').trim().toLowerCase();
  if (/^(近12个月|last12m|last 12 months)$/.test(heard)) return { kind: 'last12m' };
  if (/^(本年至今|ytd|year to date)$/.test(heard)) return { kind: 'ytd' };
  if (/^(全部|all)$/.test(heard)) return { kind: 'all' };
  const year = /^(?:year[: ])?\s*(\d{4})\s*年?$/.exec(heard);
  if (year) return { kind: 'year', year: Number(year[1]) };
  const [first, second, ...more] = heard.split(/\s*(?:至|到|\.\.|~|\bto\b)\s*/);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const from = dayOfWords(first);
  const to = dayOfWords(second);
  return from !== undefined && to !== undefined && from <= to ? { kind: 'range', from, to } : undefined;
}

export interface ReadColumnMapLine {
  readonly sheet: string;
  readonly table: string;
  readonly field: string;
  readonly header: string;
}

/** The column map as it stands on the 参数 sheet, her corrections included. */
export function readColumnMap(snapshot: ReportSnapshot | undefined): readonly ReadColumnMapLine[] {
  if (!snapshot) return [];
  return readRows(snapshot.cells, COLUMN_MAP_HEADERS).flatMap((row) => {
    const [table = '', field = ''] = wordsOf(row.field).split('.');
    const header = wordsOf(row.header);
    const sheet = wordsOf(row.sheet);
    return table === '' || field === '' || header === '' || sheet === '' ? [] : [{ sheet, table, field, header }];
  });
}
