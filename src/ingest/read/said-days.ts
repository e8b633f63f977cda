import { civilOf, dayOf, type Day } from '../../core/model/day';
import type { SheetInspection } from '../recognise/inspection';
import type { IssueLog } from '../issues';

/**
 * The day of all lines of a sheet, where its title or its name says it. Months without a year are those of the year in which
 * the last of them is not to come: a sheet a month, and nobody says which year.
 *
 * @example sheets 1月 … 12月, today 2026-09-30 //=> 2025-01-01 … 2025-12-01
 */
export function saidDayOf(
  { plan, info }: SheetInspection,
  sheets: readonly SheetInspection[],
  today: Day | undefined,
  issues: IssueLog,
): Day | undefined {
  const outside = plan?.dayOutside;
  if (outside?.kind === 'said') return outside.day;
  if (outside?.kind !== 'month' || today === undefined) return undefined;
  const months = sheets.flatMap(({ plan: other }) =>
    other?.dayOutside?.kind === 'month' ? [other.dayOutside.month] : [],
  );
  const { year, month } = civilOf(today);
  const assumed = Math.max(...months) <= month ? year : year - 1;
  issues.add('month-sheet-year', { sheet: info.name }, { year: assumed });
  return dayOf(assumed, outside.month, 1);
}
