import { byCodePoint } from '../../core/model/by-code-point';
import type { Analysis } from '../../core/analysis';
import type { Codes, Texts } from '../../core/model/columns';
import type { Dataset } from '../../core/model/dataset';
import { LastOf } from '../../core/model/last-of';
import { isoOf } from '../../core/model/day';
import { SETTING_IDS } from '../../core/settings';
import type { Text } from '../../i18n/text';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { Fingerprint } from '../../workbook/fingerprint';
import { readRows, wordsOf } from './read-rows';
import type { RefreshEntry } from '../layout/report-context';
import { wordPeriod } from '../words/domain-words';

/** Headers of 刷新记录: written and read by these. */
export const LOG_HEADERS = {
  time: { zh: '刷新时间', en: 'Refreshed at' },
  asOf: { zh: '截止日', en: 'As of' },
  period: { zh: '期间', en: 'Period' },
  settingsHash: { zh: '参数指纹', en: 'Settings hash' },
  dataHash: { zh: '数据指纹', en: 'Data hash' },
  rowsUsed: { zh: '采用行数', en: 'Rows used' },
  rowsRejected: { zh: '剔除行数', en: 'Rows rejected' },
  netAmount: { zh: '净销售额', en: 'Net sales' },
  version: { zh: '版本', en: 'Version' },
} as const satisfies Record<keyof RefreshEntry, Text>;

/** So many of the headers make the table, so that one that she renamed does not empty the log. */
const LEAST_HEADERS = 5;
/** Entries that the sheet keeps; older ones drop out. */
const MOST_ENTRIES = 1_000;

/** The entries of the sheet, oldest first; the sheet has the newest on top. */
export function readRefreshLog(snapshot: ReportSnapshot | undefined): RefreshEntry[] {
  const rows = snapshot ? readRows(snapshot.cells, LOG_HEADERS, LEAST_HEADERS) : [];
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  return rows
    .map((row) => ({
      time: wordsOf(row.time),
      asOf: wordsOf(row.asOf),
      period: wordsOf(row.period),
      settingsHash: wordsOf(row.settingsHash),
      dataHash: wordsOf(row.dataHash),
      rowsUsed: number(row.rowsUsed),
      rowsRejected: number(row.rowsRejected),
      netAmount: number(row.netAmount),
      version: wordsOf(row.version),
    }))
    .reverse();
}

/** What the settings in force come to: equal settings, equal hash. */
export function hashSettings(settings: Analysis['settings']): string {
  const hash = new Fingerprint();
  for (const id of [...SETTING_IDS].sort()) hash.add(id).add(String(settings[id]));
  return hash.text();
}

const DATA_HASHES = new LastOf<string>();

/** Everything that was read: equal cells in equal order, equal hash, whichever host read them. */
export function hashData(dataset: Dataset): string {
  return DATA_HASHES.of(dataset, '', () => {
    const hash = new Fingerprint();
    const tables = Object.entries(dataset.tables).sort(([a], [b]) => byCodePoint(a, b));
    for (const [name, table] of tables) {
      hash.add(name).add(table.rows);
      const columns = Object.entries(table.columns).sort(([a], [b]) => byCodePoint(a, b));
      for (const [field, column] of columns) {
        hash.add(field);
        if ('codes' in column) {
          addTexts(hash, column.codes, column.values);
        } else {
          hash.addArray(column);
        }
      }
    }
    return hash.text();
  });
}

/**
 * A column of texts by its rows alone: words are numbered as rows first use them. A file's reader numbers every shared
 * string, Excel only those that it hands over, so the dictionary itself says nothing about the sheet.
 */
function addTexts(hash: Fingerprint, codes: Codes, values: Texts): void {
  const numbers = new Int32Array(values.length);
  let used = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0 || numbers[code] !== 0) continue;
    numbers[code] = ++used;
    hash.add(values.at(code)!);
  }
  hash.addRows(codes.length, (row) => (codes[row]! < 0 ? 0 : numbers[codes[row]!]!));
}

/**
 * The log with this refresh at its end; unchanged where nothing but the clock differs from the last entry, so that
 * refreshing twice equals refreshing once.
 */
export function extendLog(
  snapshot: ReportSnapshot | undefined,
  analysis: Analysis,
  dataset: Dataset,
  run: { readonly time: string; readonly version: string },
): readonly RefreshEntry[] {
  const log = readRefreshLog(snapshot);
  const entry: RefreshEntry = {
    time: run.time,
    asOf: isoOf(analysis.asOf),
    period: wordPeriod(analysis.period).en.replace(' to ', '..'),
    settingsHash: hashSettings(analysis.settings),
    dataHash: hashData(dataset),
    rowsUsed: analysis.accounts.reduce((sum, { used }) => sum + used, 0),
    rowsRejected: analysis.accounts.reduce((sum, { rejected }) => sum + rejected, 0),
    netAmount: analysis.totals.netAmount / 100,
    version: run.version,
  };
  const last = log[log.length - 1];
  if (last && isSameRun(last, entry)) return log;
  return [...log, entry].slice(-MOST_ENTRIES);
}

function isSameRun(a: RefreshEntry, b: RefreshEntry): boolean {
  return (Object.keys(LOG_HEADERS) as (keyof RefreshEntry)[]).every(
    (field) => field === 'time' || a[field] === b[field],
  );
}
