import type { Analysis } from '../core/analysis';
import type { ClientFigures } from '../core/sales/client-figures';
import { valueOr } from '../core/model/outcome';
import { ALERT_LABELS } from '../core/standing/alert';
import { ALL_CLIENTS, KIND_SEPARATOR, wordAlerts } from '../reports/sheets/parts/alert-words';
import type { Text } from '../i18n/text';
import { wordMoney } from '../i18n/wording';
import { normaliseKey } from '../reports/standing/keep';
import { readRows, wordsOf } from '../reports/standing/read-rows';
import { readRefreshLog } from '../reports/standing/refresh-log';
import { TIER_WORDS } from '../reports/words/domain-words';
import { addressOf } from '../workbook/address';
import type { CellValue } from '../workbook/cell-value';
import type { ReportSnapshot } from '../workbook/workbook-host';
import type { AlertView, CellPlace, SinceView } from './desk/desk';
import type { ReadBack } from './refresh-result';

const MOST_MOVED = 20;
const MOST_ALERTS = 10;
const NO_TIER: Text = { zh: '未分级', en: 'no tier' };

/** Headers by which the sheets are read back; 客户编号 is not there where no client has a code. */
const NAME_HEADER: Text = { zh: '客户名称', en: 'Client' };
const CODE_HEADER = { code: { zh: '客户编号', en: 'Client code' } };
const TIER_HEADERS = { name: NAME_HEADER, tier: { zh: '等级', en: 'Tier' } };
const ALERT_HEADERS = { name: NAME_HEADER, kind: { zh: '种类', en: 'Kind' } };

type Snapshots = ReadonlyMap<string, ReportSnapshot>;
type Cells = readonly (readonly CellValue[])[];

/** What a refresh had before it and what it wrote. */
export interface RefreshTraces {
  readonly analysis: Analysis;
  /** Our sheets as they stood before. */
  readonly before: Snapshots;
  /** A sheet of ours as it stands now, and the names that they carry. */
  readonly cellsNow: (report: ReadBack) => Cells | undefined;
  readonly sheetOf: (report: string) => string;
}

/**
 * What is other than at the refresh before, told from the sheets that it left: net sales, clients that moved tier. Nothing
 * where there was no refresh before.
 *
 * Counts: clients on 客户等级 of both, by code, else by name. Leaves out: clients that had no line there before.
 */
export function viewSince({ analysis, before, cellsNow, sheetOf }: RefreshTraces): SinceView | undefined {
  const last = readRefreshLog(before.get('refreshLog')).at(-1);
  const old = before.get('clientTiers');
  if (!last || !old) return undefined;
  const tierBefore = new Map(clientRows(old.cells).map(({ key, tier }) => [key, tier]));
  const rowNow = new Map(clientRows(cellsNow('clientTiers') ?? []).map(({ key, row }) => [key, row]));
  const moved = analysis.clients.flatMap((client) => {
    const from = tierBefore.get(keyOf(client));
    if (from === undefined || from === valueOr(client.tier, 0)) return [];
    return [{ client, from }];
  });
  moved.sort((a, b) => b.client.netAmount - a.client.netAmount || a.client.client - b.client.client);
  const change = Math.round(analysis.totals.netAmount - last.netAmount * 100);
  return {
    time: last.time,
    ...(change !== 0 && {
      netAmount: {
        before: wordMoney(Math.round(last.netAmount * 100)),
        now: wordMoney(analysis.totals.netAmount),
        change: `${change > 0 ? '+' : ''}${wordMoney(change)}`,
      },
    }),
    moved: moved.length,
    movedClients: moved.slice(0, MOST_MOVED).map(({ client, from }) => {
      const row = rowNow.get(keyOf(client));
      return {
        name: client.name || client.code,
        from: tierWords(from),
        to: tierWords(valueOr(client.tier, 0)),
        ...(row !== undefined && { place: { sheet: sheetOf('clientTiers'), cell: addressOf(row, 0) } }),
      };
    }),
  };
}

/**
 * The first rows of 预警, each with its cell, and whether it says anything that did not stand there at the refresh before (same
 * client, same kind). Without a sheet before, none is called new.
 */
export function viewAlerts({ analysis, before, cellsNow, sheetOf }: RefreshTraces): readonly AlertView[] {
  if (!analysis.alerts.known) return [];
  const old = before.get('alerts');
  const known = old && new Set(alertRows(old.cells).flatMap(({ keys }) => keys));
  // The sheet lists them in the order of the analysis.
  const rows = alertRows(cellsNow('alerts') ?? []);
  return analysis.alerts.value.rows.slice(0, MOST_ALERTS).map((one, index): AlertView => {
    const row = rows[index];
    return {
      client: analysis.clients[one.client]?.name ?? '',
      text: wordAlerts(one),
      severity: one.severity,
      isNew: known !== undefined && row !== undefined && row.keys.some((key) => !known.has(key)),
      ...(row && { place: { sheet: sheetOf('alerts'), cell: addressOf(row.row, 0) } satisfies CellPlace }),
    };
  });
}

const tierWords = (tier: number): Text => (tier === 1 || tier === 2 || tier === 3 ? TIER_WORDS[tier] : NO_TIER);

const keyOf = ({ code, name }: ClientFigures): string => normaliseKey(code) || normaliseKey(name);

/** Rows of the client tiers; the code's column is hidden where no client has one. */
function clientRows(cells: Cells): { readonly key: string; readonly tier: number; readonly row: number }[] {
  const withCode = readRows(cells, { ...TIER_HEADERS, ...CODE_HEADER });
  const rows = withCode.length > 0 ? withCode : readRows(cells, TIER_HEADERS).map((row) => ({ ...row, code: null }));
  return rows.map(({ code, name, tier, row }) => ({
    key: normaliseKey(code) || normaliseKey(name),
    tier: tierOfWords(wordsOf(tier)),
    row,
  }));
}

/** @example tierOfWords('Ⅱ类') //=> 2 */
function tierOfWords(words: string): number {
  return ([1, 2, 3] as const).find((tier) => TIER_WORDS[tier].zh === words || TIER_WORDS[tier].en === words) ?? 0;
}

/** A key for each kind on a row. */
function alertRows(cells: Cells): { readonly keys: readonly string[]; readonly row: number }[] {
  return readRows(cells, ALERT_HEADERS).map(({ name, kind, row }) => ({
    keys: wordsOf(kind)
      .split(new RegExp(`${KIND_SEPARATOR.zh}|${KIND_SEPARATOR.en}`))
      .map((words) => `${whoOf(normaliseKey(name))} · ${kindOf(words)}`),
    row,
  }));
}

/** What is of the whole book is told by its kind: its name is in the language of the sheet. */
const whoOf = (name: string): string => (Object.values(ALL_CLIENTS).some((all) => name.startsWith(all)) ? '' : name);

/** The kind by its words in either language. */
function kindOf(words: string): string {
  const found = Object.entries(ALERT_LABELS).find(([, { zh, en }]) => zh === words || en === words);
  return found ? found[0] : words;
}
