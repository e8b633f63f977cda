import type { Text } from '../../i18n/text';
import type { AnyTable, Banner, Report } from '../layout/define-report';
import { idOf } from '../layout/table/fill-table';
import type { ReportContext } from '../layout/report-context';
import { isAbove, secrecyOfColumn, secrecyOfTable, type Secrecy } from './secrecy';

export const FOR_REFERENCE: Text = { zh: '仅供查阅', en: 'For reference only' };

const NOTICE: Banner = {
  text: { zh: '仅供查阅，请勿外传。', en: 'For reference only. Please do not pass on.' },
  tone: 'neutral',
};

/**
 * A report as a copy for somebody else shows it: without the tables and columns above the level, without the columns
 * that the person writes in, without rules for typing. Beside aliases the codes of clients go too.
 */
export function shareReport(report: Report, level: Secrecy, hasAliases: boolean): Report {
  const shareTables = (tables: readonly AnyTable[]): readonly AnyTable[] =>
    tables
      .filter(({ id }) => !isAbove(secrecyOfTable(report.id, id), level))
      .map((table) => shareTable(report.id, table, level, hasAliases));
  const { moreTables, banners } = report;
  return {
    ...report,
    tables: shareTables(report.tables),
    banners: (context) => [NOTICE, ...(banners?.(context) ?? [])],
    ...(moreTables && { moreTables: (context) => shareTables(moreTables(context)) }),
  };
}

/** How the columns of `clientColumns` call the client's code, and the plan's what its rows are known by: the code is in it. */
const CODES: ReadonlySet<string> = new Set(['code', 'Plan key']);

/** What of a report a copy leaves out: its tables and columns, by name; columns of the person are always left out. */
export function leftOutOf(
  report: Report,
  level: Secrecy,
  hasAliases: boolean,
  context: ReportContext,
): readonly Text[] {
  return report.tables.flatMap((table): Text[] => {
    if (isAbove(secrecyOfTable(report.id, table.id), level)) return [table.heading ?? report.sheet];
    const { columns } = table;
    return (typeof columns === 'function' ? columns(context) : columns).flatMap((column) =>
      !column.user && !isShown(report.id, idOf(column), level, hasAliases) ? [column.header] : [],
    );
  });
}

const isShown = (report: string, column: string, level: Secrecy, hasAliases: boolean): boolean =>
  !(hasAliases && CODES.has(column)) && !isAbove(secrecyOfColumn(report, column), level);

function shareTable(
  report: string,
  { validation: _typing, ...table }: AnyTable,
  level: Secrecy,
  hasAliases: boolean,
): AnyTable {
  const { columns } = table;
  return {
    ...table,
    columns: (context) =>
      (typeof columns === 'function' ? columns(context) : columns).filter(
        (column) => !column.user && isShown(report, idOf(column), level, hasAliases),
      ),
  };
}
