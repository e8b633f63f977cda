import type { Dataset } from '../../core/model/dataset';
import type { Day } from '../../core/model/day';
import type { PeriodChoice } from '../../core/model/period';
import type { Settings } from '../../core/settings';
import type { Lang } from '../../i18n/lang';
import type { Text } from '../../i18n/text';
import type { DateBase } from '../../workbook/serial-day';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { LAYOUT_VERSION } from '../layout/fingerprint';
import { Fingerprint } from '../../workbook/fingerprint';
import type { SheetReading, ColumnMapLine } from '../layout/report-context';
import { RECORD_ID, type RecordLine } from './record-sheet';
import { hashData, hashSettings } from './refresh-log';
import { stateOfSheets } from '../layout/sheet-state';

/** What the last refresh was made of and what it left, on the record that nobody sees. */
export interface LastRun {
  /** Of all that it was made of, but for our own sheets. */
  readonly key: string;
  /** Of our sheets as it left them: see `stateOfSheets`. */
  readonly state: string;
  readonly notWritten: readonly { readonly report: string; readonly why: Text; readonly isLeft?: true }[];
}

const LINE_ID = 'lastRun';

export const lineOfLastRun = ({ key, ...left }: LastRun): RecordLine => ({
  report: LINE_ID,
  fingerprint: key,
  text: JSON.stringify(left),
});

/**
 * The last refresh, where our sheets are to the last cell what it left: nothing was typed on them, no sheet was renamed,
 * deleted or added. Then what they were worked out from is all that can make them different.
 */
export function readLastRun(
  snapshots: ReadonlyMap<string, ReportSnapshot>,
  lines: ReadonlyMap<string, RecordLine>,
): LastRun | undefined {
  const line = lines.get(LINE_ID);
  const run = line && decode(line);
  if (!run) return undefined;
  const others = [...snapshots.values()].filter(({ id }) => id !== RECORD_ID);
  return stateOfSheets([], others) === run.state ? run : undefined;
}

/** A line that somebody has changed says nothing: the refresh then works everything out. */
function decode({ fingerprint, text }: RecordLine): LastRun | undefined {
  try {
    return { ...(JSON.parse(text) as Omit<LastRun, 'key'>), key: fingerprint };
  } catch {
    return undefined;
  }
}

/** All that sheets are made of besides what stands on them already. */
export interface RunInputs {
  readonly dataset: Dataset;
  readonly settings: Settings;
  readonly period: PeriodChoice;
  readonly asOf: Day;
  /** The as-of day was fixed by the person. */
  readonly isAsOfFixed: boolean;
  readonly lang: Lang;
  readonly reports: readonly string[] | undefined;
  readonly cardClient: string | undefined;
  readonly columnMap: readonly ColumnMapLine[];
  readonly sheetReadings: readonly SheetReading[];
  /** Of the person's own sheets. */
  readonly sheetNames: readonly string[];
  readonly dateBase: DateBase;
  readonly version: string;
}

/** Equal inputs, equal key. */
export function keyOfRun({ dataset, settings, ...others }: RunInputs): string {
  const { tables, ...said } = dataset;
  const hash = new Fingerprint().add(LAYOUT_VERSION).add(hashData(dataset)).add(hashSettings(settings));
  for (const table of Object.values(tables)) hash.addArray(table.origin.runs());
  return hash.add(JSON.stringify([said, others])).text();
}
