import { civilOf, type Day } from '../../core/model/day';
import { firstDayOf, type Period } from '../parse/period-header';
import type { SheetInspection } from '../recognise/inspection';
import type { IssueLog } from '../issues';
import type { SheetReading } from './read-sheet';

/**
 * A cross-table as so many sheets as it has columns of amounts; undefined for any other sheet. Months without a year are
 * those of the year in which the last of them is not to come.
 *
 * @example 1月 … 6月, today 2026-09-30 //=> 2026-01-01 … 2026-06-01
 */
export function partsOfCross(
  sheet: SheetInspection,
  today: Day | undefined,
  issues: IssueLog,
): readonly SheetInspection[] | undefined {
  const { plan } = sheet;
  if (!plan?.cross) return undefined;
  const undated = plan.cross.flatMap(({ period }) => (period && period.year === undefined ? [period] : []));
  const assumed = undated.length > 0 && today !== undefined ? lastYearOf(undated, today) : undefined;
  if (assumed !== undefined) issues.add('cross-table-year', { sheet: sheet.info.name }, { year: assumed });
  return plan.cross.flatMap(({ amount, period, client, rows, texts, overdueDays }) => {
    const day = period && firstDayOf(period, assumed);
    if (period && day === undefined) return [];
    const { cross: _, ...rest } = plan;
    const constants = {
      ...(day !== undefined && { day }),
      texts,
      ...(overdueDays !== undefined && { overdueDays }),
    };
    const part = {
      ...rest,
      fields: [...plan.fields, amount],
      constants,
      ...(client !== undefined && { clientOutside: { kind: 'said' as const, name: client, by: 'header' as const } }),
      ...(rows && { fromRow: rows.from, toRow: Math.min(plan.toRow, rows.to) }),
    };
    return [{ ...sheet, plan: part }];
  });
}

function lastYearOf(periods: readonly Period[], today: Day): number {
  const { year, month } = civilOf(today);
  return Math.max(...periods.map((one) => one.month)) <= month ? year : year - 1;
}

/** The readings of the columns of one sheet as the reading of the sheet; rows passed over are counted once. */
export function addReadings(parts: readonly SheetReading[]): SheetReading {
  const sum = (of: (part: SheetReading) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return {
    ...parts[0]!,
    read: sum((part) => part.read),
    rejected: sum((part) => part.rejected),
    rejectedAmount: sum((part) => part.rejectedAmount),
    joined: sum((part) => part.joined),
    filledDown: parts[0]!.filledDown,
    passedOver: parts[0]!.passedOver,
  };
}
