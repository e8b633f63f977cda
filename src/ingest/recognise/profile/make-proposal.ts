import { columnLetters } from '../../../workbook/address';
import type { CellValue } from '../../../workbook/cell-value';
import { asDay, isoOf } from '../../../core/model/day';
import { dayOfSerial, type DateBase } from '../../../workbook/serial-day';
import type { SheetHead } from '../../../workbook/workbook-host';
import { definitionOf } from '../../fields';
import { allFieldsOf, type FieldPath, type SheetDefinition } from '../../fields/define-fields';
import { showCell } from '../../parse/show-cell';
import type { Reading } from '../recognise-sheet';
import { withoutHeaders, type HeaderCandidate } from '../sheet-headers';
import { headerSaysNo } from './header-says-no';
import { profileColumns } from './profile-columns';
import type { Proposal, ProposedColumn } from './proposal';
import { proposeRoles, type Role, type RoleProposal } from './propose-columns';

/** The fields that a role may fill, by what a path ends in. */
const FIELDS_OF: Readonly<Record<Role, readonly string[]>> = {
  day: ['day', 'orderDay', 'deliveredDay', 'at', 'received'],
  client: ['clientName'],
  clientCode: ['clientCode'],
  amount: ['amount', 'value', 'openAmount'],
  quantity: ['quantity'],
  price: ['unitPrice'],
  document: ['documentNo', 'orderNo', 'invoiceNo'],
  phone: ['phone'],
};

export interface SheetToPropose {
  readonly sheet: string;
  readonly head: SheetHead;
  readonly base: DateBase;
  /** The likeliest headers. */
  readonly headers: HeaderCandidate;
  /** What the headers themselves came to, where that was near to something. */
  readonly near: Reading | undefined;
}

/**
 * What a sheet may be whose headers do not tell, by what stands in its columns: sales, or a list of clients where there are
 * no days. Headers win: columns that they name keep their field, the others are proposed for what still lacks. Undefined
 * where not everything that the kind needs can be proposed.
 */
export function makeProposal({ sheet, head, base, headers, near }: SheetToPropose): Proposal | undefined {
  const own = near?.candidate ?? headers;
  const named = new Set(near?.found.map(({ header }) => header.column));
  let candidate = own;
  const saysNo = (column: number, role: Role): boolean => {
    const header = own.headers.find((one) => one.column === column);
    return header !== undefined && headerSaysNo(header.text, role);
  };
  let roles = proposeRoles(profileColumns(head, own.firstDataRow, base), freeColumns(own, named), saysNo);
  if (!near && looksLikeALine(head, own, roles, base)) {
    candidate = withoutHeaders(head);
    roles = proposeRoles(profileColumns(head, 0, base), freeColumns(candidate, named), () => false);
  }
  const definition =
    near?.definition ?? definitionOf(roles.some(({ role }) => role === 'day') ? 'transactions' : 'clients');
  const columns = fillRoles(definition, candidate, head, near, roles, base);
  const paths = new Set([...(near?.found ?? []).map(({ field }) => field.path), ...columns.map(({ field }) => field)]);
  const isWhole = definition.needs.every(({ anyOf }) => anyOf.some((all) => all.every((path) => paths.has(path))));
  // A list of names alone is anything; with a phone or a code beside them it is one of clients.
  if (!isWhole || columns.length === 0 || (definition.kind === 'clients' && columns.length < 2)) return undefined;
  return {
    kind: definition.kind,
    title: definition.title,
    columns,
    map: {
      sheet,
      kind: definition.kind,
      headerRow: candidate.rows.length === 0 ? 0 : candidate.rows[0]! + 1,
      columns: {
        ...Object.fromEntries(
          (near?.found ?? [])
            .filter((one) => !one.isShared && !one.parts)
            .map((one) => [one.field.path, keyOf(candidate, one.header.column)]),
        ),
        ...Object.fromEntries(columns.map((one) => [one.field, keyOf(candidate, one.column)])),
      },
    },
  };
}

/** Columns whose header, if they have one, was understood for nothing. */
function freeColumns({ headers }: HeaderCandidate, named: ReadonlySet<number>): ReadonlySet<number> {
  const most = Math.max(64, ...headers.map(({ column }) => column + 1));
  return new Set(Array.from({ length: most }, (_, column) => column).filter((column) => !named.has(column)));
}

/** What was taken for headers has a day where the days stand, or a number where the amounts do: the sheet has no headers. */
function looksLikeALine(
  head: SheetHead,
  { rows }: HeaderCandidate,
  roles: readonly RoleProposal[],
  base: DateBase,
): boolean {
  const row = rows[0];
  if (row === undefined) return false;
  const line = profileColumns({ ...head, cells: head.cells.slice(0, row + 1) }, row, base);
  return roles.some(({ role, column }) => {
    const cell = line.columns[column];
    return cell !== undefined && ((role === 'day' && cell.days > 0) || (role === 'amount' && cell.numbers > 0));
  });
}

function fillRoles(
  definition: SheetDefinition,
  candidate: HeaderCandidate,
  head: SheetHead,
  near: Reading | undefined,
  roles: readonly RoleProposal[],
  base: DateBase,
): ProposedColumn[] {
  const taken = new Set<FieldPath>(near?.found.map(({ field }) => field.path));
  const samplesOf = new Map(
    profileColumns(head, candidate.firstDataRow, base).columns.map(({ column, samples }) => [column, samples]),
  );
  return roles.flatMap(({ role, column, confidence, why }): ProposedColumn[] => {
    const field = FIELDS_OF[role]
      .map((name) => allFieldsOf(definition).find(({ path }) => path.endsWith(`.${name}`)))
      .find((one) => one !== undefined);
    if (!field || taken.has(field.path)) return [];
    taken.add(field.path);
    return [
      {
        column,
        letter: columnLetters(column),
        header: candidate.headers.find((one) => one.column === column)?.text ?? '',
        field: field.path,
        label: field.label,
        confidence,
        why,
        samples: (samplesOf.get(column) ?? []).map((value) => showSample(value, role, base)),
      },
    ];
  });
}

/** A day that stands as a number as the day that it is. */
const showSample = (value: CellValue, role: Role, base: DateBase): string =>
  role === 'day' && typeof value === 'number' ? isoOf(asDay(Math.floor(dayOfSerial(value, base)))) : showCell(value);

/** By its header, by letters where the header stands twice or not at all, or looks like the letters of another column. */
function keyOf({ headers }: HeaderCandidate, column: number): string {
  const text = headers.find((one) => one.column === column)?.text ?? '';
  const isTwice = headers.filter((one) => one.text === text).length > 1;
  return text === '' || isTwice ? columnLetters(column) : text;
}
