import type { Settings } from '../core/settings';
import { REPORTS } from './index';

/**
 * What a meeting needs and what the next refresh builds on. Two of them appear only when she asks for them by a setting
 * (交接清单, the log of what was done), one only where there is something earlier to compare with.
 */
export const STANDARD_REPORTS: ReadonlySet<string> = new Set([
  'overview',
  'clientCard',
  'alerts',
  'callPlan',
  'planPages',
  'clientTiers',
  'receivables',
  'handOver',
  'changes',
  'dataCheck',
  'settings',
  'planLog',
  'history',
  'refreshLog',
]);

/** What is brought to a meeting on paper. */
export const MEETING_SET: ReadonlySet<string> = new Set(['overview', 'alerts', 'clientTiers', 'planPages']);

/** The reports that somebody asks for: these, or every one that can be written. */
export type ReportWish = readonly string[] | 'all';

/**
 * The reports that a refresh writes where nobody said which: the standard ones and those that the workbook holds already,
 * or all where the setting says so. Nothing: all of them.
 *
 * @param held ids of the reports whose sheets stand in the workbook
 */
export function wantedReports(
  wish: ReportWish | undefined,
  settings: Settings,
  held: ReadonlyMap<string, unknown>,
): readonly string[] | undefined {
  if (wish === 'all') return undefined;
  if (wish) return wish;
  if (settings['report.sheets'] === 'all') return undefined;
  return REPORTS.map(({ id }) => id).filter((id) => STANDARD_REPORTS.has(id) || held.has(id));
}
