import type { DateBase } from '../../workbook/serial-day';
import { columnLetters } from '../../workbook/address';
import { formatNumber } from '../parse/number';
import type { IssueLog } from '../issues';
import { fieldOf } from '../fields';
import type { SheetKind } from '../fields/define-fields';
import { findAgeingSummary } from './ageing-summary';
import { findCrossTable, type CrossTable } from './cross-table';
import { formOfHeader, scaleOfUnit } from './header-text';
import type { CrossPart } from './inspection';
import type { SheetCandidate } from './resolve-sheets';

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
  for (const one of candidates) {
    if (!mayBe(one)) continue;
    const cross =
      (hasInvoices ? undefined : findAgeingSummary(one)) ?? (hasSales ? undefined : findCrossTable(one, base));
    if (!cross) continue;
    one.chosen = cross.reading;
    found.set(one, cross);
  }
  return found;
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
    },
  );
  for (const { row, column, stated, sum } of cross.wrongTotals)
    issues.add(
      'cross-table-total',
      { sheet, row, column: columnLetters(column), value: formatNumber(stated) },
      { stated: formatNumber(stated), sum: formatNumber(sum) },
    );
  return cross.columns.map(({ header, year, month, product, overdueDays }) => ({
    amount: {
      field,
      column: header.column,
      header: header.text,
      scale: scaleOfUnit(formOfHeader(header.text).unit),
      isShared: false,
    },
    ...(month !== undefined && { month, year }),
    ...(product !== undefined && { product }),
    ...(overdueDays !== undefined && { overdueDays }),
  }));
}
