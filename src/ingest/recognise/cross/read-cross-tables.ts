import type { DateBase } from '../../../workbook/serial-day';
import { columnLetters } from '../../../workbook/address';
import { formatNumber } from '../../parse/number';
import type { IssueLog } from '../../issues';
import { fieldOf } from '../../fields';
import type { SheetKind } from '../../fields/define-fields';
import type { Text } from '../../../i18n/text';
import { findAgeingSummary } from './ageing-summary';
import { findCrossTable, LONG, type CrossTable } from './cross-table';
import { formOfHeader, scaleOfUnit } from '../header-text';
import { unitOfSheetName, unitSaidIn } from '../money-unit';
import { findTransposedTable } from './transposed-table';
import { keyOfText } from '../../parse/text';
import type { CrossPart } from '../inspection';
import type { SheetCandidate } from '../resolve-sheets';

/** Sheets that may be a cross-table: nothing else was seen in them, or a list of clients. */
const mayBe = ({ chosen, why }: SheetCandidate): boolean =>
  why === undefined &&
  (chosen === undefined || chosen.definition.kind === 'clients' || chosen.definition.kind === 'orderLines');

/**
 * Where no sheet holds lines of sales, cross-tables of sales are read, each cell as a line; where none holds invoices or
 * payments, ageing summaries, each cell as an open amount.
 */
export function readCrossTables(
  candidates: readonly SheetCandidate[],
  base: DateBase,
): ReadonlyMap<SheetCandidate, CrossTable> {
  const found = new Map<SheetCandidate, CrossTable>();
  const has = (...kinds: readonly SheetKind[]): boolean =>
    candidates.some(({ chosen }) => chosen && kinds.includes(chosen.definition.kind));
  const hasSales = has('transactions', 'orders');
  const tellsOfPayments = candidates.some(({ chosen }) =>
    chosen?.found.some(({ field }) => /^transactions\.(dueDay|paidDay|paidAmount)$/.test(field.path)),
  );
  const hasInvoices = has('invoices', 'receipts') || tellsOfPayments;
  const listed = namesListed(candidates);
  for (const one of candidates) {
    if (!mayBe(one)) continue;
    const cross =
      (hasInvoices ? undefined : findAgeingSummary(one)) ??
      (hasSales ? undefined : (findCrossTable(one, base) ?? findTransposedTable(one, base, listed)));
    if (!cross) continue;
    one.chosen = cross.reading;
    found.set(one, cross);
  }
  return found;
}

/** The names and short names in the heads of the lists of clients, as keys. */
function namesListed(candidates: readonly SheetCandidate[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { head, chosen } of candidates) {
    if (chosen?.definition.kind !== 'clients') continue;
    const columns = chosen.found
      .filter(({ field }) => /\.(clientName|shortName)$/.test(field.path))
      .map(({ header }) => header.column);
    for (const row of head.cells.slice(chosen.candidate.firstDataRow))
      for (const column of columns) {
        const value = row[column];
        if (typeof value === 'string' && value.trim() !== '') names.add(keyOfText(value));
      }
  }
  return names;
}

/** What is read of each column of a cross-table; says what was done, and which totals do not agree. */
export function crossPartsOf({ info }: SheetCandidate, cross: CrossTable, issues: IssueLog): readonly CrossPart[] {
  const sheet = info.name;
  const isOfSales = cross.reading.definition.kind === 'transactions';
  const field = isOfSales ? fieldOf('transactions', 'transactions.amount')! : fieldOf('invoices', 'invoices.amount')!;
  const totals = cross.totals.map(({ text }) => `“${text}”`).join('、');
  issues.add(
    isOfSales ? 'cross-table' : 'ageing-summary',
    { sheet },
    {
      count: cross.columns.length,
      from: cross.columns[0]!.header.text,
      to: cross.columns[cross.columns.length - 1]!.header.text,
      totals:
        totals === ''
          ? { zh: '没有合计列', en: 'no column of totals' }
          : { zh: `合计列${totals}没有计入`, en: `totals ${totals} were not counted` },
      ...(isOfSales && { days: daysOf(cross) }),
    },
  );
  const outside = unitSaidIn(cross.reading.candidate.title) ?? unitOfSheetName(sheet) ?? { unit: '', scale: 1 };
  const scaleOf = (header: string): number => {
    const { unit } = formOfHeader(header);
    return unit === '' ? outside.scale : scaleOfUnit(unit);
  };
  if (outside.scale !== 1)
    issues.add(
      'column-scaled',
      { sheet, column: columnLetters(cross.columns[0]!.header.column) },
      {
        column: cross.columns[0]!.header.text,
        unit: outside.unit,
        where: { zh: '标题或工作表名', en: 'the title or the name of the sheet' },
      },
    );
  for (const { row, column, stated, sum } of cross.wrongTotals)
    issues.add(
      'cross-table-total',
      { sheet, row, column: columnLetters(column), value: formatNumber(stated) },
      { stated: formatNumber(stated), sum: formatNumber(sum) },
    );
  return cross.columns.map(({ header, period, product, client, rows, overdueDays }) => ({
    amount: {
      field,
      column: header.column,
      header: header.text,
      scale: scaleOf(header.text),
      isShared: false,
    },
    ...(period && { period }),
    ...(client !== undefined && { client }),
    ...(rows && { rows }),
    texts: [
      ...(product === undefined ? [] : [{ path: 'transactions.product' as const, value: product }]),
      ...(client !== undefined && cross.buyers?.kind === 'region'
        ? [{ path: 'transactions.region' as const, value: client }]
        : []),
      ...(client !== undefined && cross.buyers?.kind === 'rep'
        ? [{ path: 'transactions.rep' as const, value: client }]
        : []),
    ],
    ...(overdueDays !== undefined && { overdueDays }),
  }));
}

/** Which day the cells count on. */
function daysOf({ columns }: CrossTable): Text {
  const span = columns[0]!.period?.span;
  if (span === undefined) return { zh: '日期是每行开头写的', en: 'The day is what stands at the beginning of the row' };
  if (span === 'day') return { zh: '日期是列名上的那一天', en: 'The day is that of the header' };
  if (!LONG.has(span)) return { zh: '日期按当月（周）第一天', en: 'The day is the first of the month (or week)' };
  return {
    zh: '没有分月：每格算在该季（年）的第一天，按月的数字和间隔只是近似',
    en: 'Nothing tells the months: each cell counts on the first day of its quarter (or year), and figures by month are rough',
  };
}
