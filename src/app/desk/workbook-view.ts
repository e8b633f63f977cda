import { asDay, isoOf } from '../../core/model/day';
import { SETTING_IDS, SETTINGS, type Setting, type SettingId } from '../../core/settings';
import { SETTING_PRESETS } from '../../core/settings/presets';
import { definitionOf, SHEET_DEFINITIONS } from '../../ingest/fields';
import type { SheetInspection } from '../../ingest/recognise/inspection';
import { SNAPSHOT_HEADERS, SNAPSHOT_NOTE } from '../../reports/standing/history/history-headers';
import { readHistory } from '../../reports/standing/history/read-history';
import { readRows, wordsOf } from '../../reports/standing/read-rows';
import { readRefreshLog } from '../../reports/standing/refresh-log';
import { FAMILY_WORDS, UNIT_WORDS } from '../../reports/standing/settings-lines';
import { wordPeriodChoice } from '../../reports/words/domain-words';
import { dayOfSerial, type DateBase } from '../../workbook/serial-day';
import { FORMS } from '../templates/forms';
import { reportsFedBy } from '../templates/make-template';
import { shareableReports } from '../share/prepare-share-copy';
import type { FormOption, KindOption, SettingView, SheetView, SnapshotView, WorkbookView } from './desk';
import type { WorkbookLook } from '../read-workbook';

const KINDS: readonly KindOption[] = SHEET_DEFINITIONS.map(({ kind, title, fields }) => ({
  kind,
  title,
  feeds: reportsFedBy(kind),
  fields: fields.map(({ path, label, required }) => ({ path, label, required })),
}));

const FORM_OPTIONS: readonly FormOption[] = FORMS.map(({ id, title, readAs }) => ({
  template: `form:${id}`,
  title,
  ...(readAs && { readAs: definitionOf(readAs).title }),
}));

/** The first screen: what each sheet was taken for, the settings in force, and when reports were last made. */
export function viewWorkbook(look: WorkbookLook): WorkbookView {
  const { inspection, settings } = look;
  const sheets = inspection.sheets
    .filter(({ info }) => !info.report)
    .map((sheet) => viewSheet(sheet, inspection.dateBase));
  const last = readRefreshLog(look.snapshots.get('refreshLog')).at(-1);
  return {
    sheets,
    kinds: KINDS,
    forms: FORM_OPTIONS,
    questions: inspection.questions,
    canAnalyse: inspection.canAnalyse,
    missing: inspection.missing,
    settings: SETTING_IDS.map((id) => viewSetting(id, settings[id])),
    presets: SETTING_PRESETS,
    shareable: shareableReports(),
    period: wordPeriodChoice(look.period),
    asOf: look.asOf === undefined ? '' : isoOf(look.asOf),
    rows: sheets.reduce((sum, { kind, rows }) => sum + (kind ? rows : 0), 0),
    snapshots: viewSnapshots(look),
    ...(last && { lastRefresh: { time: last.time, asOf: last.asOf } }),
  };
}

/** The days of the history with the names that she gave them; a day of several periods once. */
function viewSnapshots({ snapshots }: WorkbookLook): readonly SnapshotView[] {
  const sheet = snapshots.get('history');
  const notes = new Map(
    readRows(sheet?.cells ?? [], { number: SNAPSHOT_HEADERS.number, note: SNAPSHOT_NOTE }).map(({ number, note }) => [
      number,
      wordsOf(note),
    ]),
  );
  const byDay = new Map<string, string>();
  for (const { asOf, number } of readHistory(sheet).snapshots)
    byDay.set(asOf, byDay.get(asOf) || (notes.get(number) ?? ''));
  return [...byDay].sort(([a], [b]) => (a < b ? 1 : -1)).map(([asOf, note]) => ({ asOf, note }));
}

const DAY_PARSERS: ReadonlySet<string> = new Set(['day', 'month', 'moment']);

/** A day that stands in the cell as a number, in the way in which the person sees it. @example wordSerial('45206', 1900) //=> '2023-10-07' */
function wordSerial(sample: string, dateBase: DateBase): string {
  return /^\d{5}(\.\d+)?$/.test(sample) ? isoOf(asDay(Math.floor(dayOfSerial(Number(sample), dateBase)))) : sample;
}

function viewSheet(sheet: SheetInspection, dateBase: DateBase): SheetView {
  const { info, kind, why, plan } = sheet;
  const definition = SHEET_DEFINITIONS.find((one) => one.kind === kind);
  const found = new Set(plan?.fields.map(({ field }) => field.path));
  return {
    name: info.name,
    ...(kind && { kind }),
    ...(sheet.likely && { likely: sheet.likely }),
    ...(why && { why }),
    ...(sheet.proposal && { proposal: sheet.proposal }),
    confidence: sheet.confidence,
    rows: plan ? Math.max(0, plan.toRow - plan.fromRow) : info.rows,
    firstDataRow: sheet.firstDataRow,
    columns: sheet.columns.map((column) =>
      DAY_PARSERS.has(definition?.fields.find(({ path }) => path === column.field)?.parser ?? '')
        ? { ...column, samples: column.samples.map((sample) => wordSerial(sample, dateBase)) }
        : column,
    ),
    missing: sheet.missing,
    unmapped: sheet.unmapped,
    absent: definition?.fields.filter(({ path }) => !found.has(path)).map(({ label }) => label) ?? [],
  };
}

function viewSetting(id: SettingId, value: number | string | boolean): SettingView {
  const setting: Setting = SETTINGS[id];
  const family = id.split('.')[0] ?? '';
  return {
    id,
    family: FAMILY_WORDS[family] ?? { zh: family, en: family },
    label: setting.label,
    unit: setting.kind === 'number' ? (UNIT_WORDS[setting.unit] ?? { zh: '', en: '' }) : { zh: '', en: '' },
    source: setting.source,
    value,
    default: setting.default,
    isRatio: setting.kind === 'number' && setting.unit === 'ratio',
    ...(setting.kind === 'number' && {
      bounds: { min: setting.min, max: setting.max, whole: setting.whole ?? false },
    }),
    ...(setting.kind === 'choice' && {
      options: Object.entries(setting.options).map(([option, label]) => ({ value: option, label })),
    }),
  };
}
