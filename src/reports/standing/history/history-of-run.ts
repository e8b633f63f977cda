import { keyOfClient, MARK_KINDS, type MarkKind } from '../../../core/changes/client-marks';
import { chooseSnapshot } from '../../../core/changes/choose-snapshot';
import { extendHistory } from '../../../core/changes/extend-history';
import type { EarlierState } from '../../../core/changes/movement';
import { takeSnapshot, type Snapshot } from '../../../core/changes/snapshot';
import type { Analysis } from '../../../core/analysis';
import { areClientsGroups } from '../../../core/model/basis';
import type { Dataset } from '../../../core/model/dataset';
import { isoOf } from '../../../core/model/day';
import type { Lang } from '../../../i18n/lang';
import { fill, joinTexts, verbatim, type Text } from '../../../i18n/text';
import type { ReportSnapshot } from '../../../workbook/workbook-host';
import type { RefreshEntry } from '../../layout/report-context';
import { readEarlierState } from '../earlier-state';
import { readHistory } from './read-history';

export interface HistoryOfRun {
  /** With this refresh in it. */
  readonly history: readonly Snapshot[];
  /** What 本期变动 compares with; absent where there is nothing earlier. */
  readonly earlier?: EarlierState;
  /** What has to be told: snapshots that were damaged. */
  readonly notes: readonly Text[];
}

/**
 * The history as the workbook has it, with this refresh added, and the snapshot that the settings choose from it. Where the history
 * has nothing earlier (a workbook of an older version, the sheet deleted), the report sheets themselves tell what was before.
 */
export function historyOfRun(
  snapshots: ReadonlyMap<string, ReportSnapshot>,
  analysis: Analysis,
  dataset: Dataset,
  run: { readonly lang: Lang; readonly entry: RefreshEntry; readonly time: string },
): HistoryOfRun {
  const sheet = snapshots.get('history');
  const read = readHistory(sheet);
  const now = { asOf: isoOf(analysis.asOf), from: isoOf(analysis.period.from), to: isoOf(analysis.period.to) };
  const { settingsHash, dataHash, version } = run.entry;
  const history = extendHistory(read.snapshots, { ...now, settingsHash, dataHash, version }, (number) =>
    takeSnapshot(analysis, {
      number,
      time: run.time,
      version,
      settingsHash,
      dataHash,
      lang: run.lang,
      areGroups: areClientsGroups(dataset.basis),
    }),
  );
  const { snapshot, remarks } = chooseSnapshot(read.snapshots, analysis.settings['report.since'], now);
  const earlier = snapshot ? earlierOf(snapshot, remarks) : withRemarks(readEarlierState(snapshots, now), remarks);
  return { history, ...(earlier && { earlier }), notes: sheet ? wordDamage(sheet.sheetName, read, now.asOf) : [] };
}

const withRemarks = (earlier: EarlierState | undefined, remarks: readonly Text[]): EarlierState | undefined =>
  earlier && (remarks.length > 0 ? { ...earlier, remarks } : earlier);

/** A snapshot as what the changes are told against. */
export function earlierOf(snapshot: Snapshot, remarks: readonly Text[] = []): EarlierState {
  const marks: Partial<Record<MarkKind, Map<string, string>>> = {};
  for (const kind of MARK_KINDS)
    for (const stand of snapshot.clients) {
      const word = stand.marks[kind];
      if (word !== undefined) (marks[kind] ??= new Map()).set(keyOfClient(stand), word);
    }
  const { asOf, from, to } = snapshot;
  return {
    asOf,
    from,
    to,
    marks,
    indicators: new Map(snapshot.indicators.map(({ id, value }) => [id, value])),
    snapshot,
    ...(remarks.length > 0 && { remarks }),
  };
}

function wordDamage(
  sheet: string,
  { snapshots, damaged }: ReturnType<typeof readHistory>,
  today: string,
): readonly Text[] {
  // The snapshot of today is taken anew in any case.
  const lost = damaged.filter((asOf) => asOf !== today);
  if (lost.length === 0) return [];
  const days = joinTexts(lost.map(verbatim), { zh: '、', en: ', ' });
  return [
    fill(
      snapshots.length > 0
        ? {
            zh: '「{sheet}」里 {days} 的快照被改动或缺了行，已去掉；其余快照照旧，原始数据和报表不受影响。',
            en: 'On “{sheet}” the snapshots of {days} were changed or lack lines: they were dropped. The others stand, and your data and reports are not touched.',
          }
        : {
            zh: '「{sheet}」里 {days} 的快照被改动或缺了行，已从本次重新开始记；原始数据和报表不受影响。',
            en: 'On “{sheet}” the snapshots of {days} were changed or lack lines: the history begins anew with this refresh. Your data and reports are not touched.',
          },
      { sheet, days },
    ),
  ];
}
