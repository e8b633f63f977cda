import { HostError } from '../../workbook/host-error';
import { NO_CONTROL } from '../../workbook/job-control';
import type { SheetId, SheetInfo, WorkbookHost } from '../../workbook/workbook-host';

/** What is read beside the workbook that is written: another workbook, or what a database answered. */
export interface ReadBeside {
  /** Named in `[2025.xlsx]明细`; absent where the sheets already carry names of their own. */
  readonly name?: string;
  readonly host: Pick<WorkbookHost, 'describe' | 'readHead' | 'readColumns'>;
}

/**
 * Several workbooks as one: sheets of all of them are read, and reports are written into the first alone.
 *
 * A sheet of another workbook is called as Excel calls it in a formula, `[2025.xlsx]明细`: no sheet of the first can have this
 * name, and every issue, account and reason that names a sheet thereby names its workbook. Sheets of ours in the others are
 * reports of the others and are not read. Numbers that are days count from one first day: workbooks of the two date
 * systems of Excel are refused together.
 *
 * @example joinHosts(first, [{ name: '2025.xlsx', host: second }])
 */
export function joinHosts(first: WorkbookHost, beside: readonly ReadBeside[]): WorkbookHost {
  if (beside.length === 0) return first;
  const idIn = (part: number, id: SheetId): SheetId => `${part}\n${id}`;
  const partOf = (id: SheetId): { readonly host: ReadBeside['host']; readonly id: SheetId } => {
    const end = id.indexOf('\n');
    const part = end > 0 ? beside[Number(id.slice(0, end))] : undefined;
    return part ? { host: part.host, id: id.slice(end + 1) } : { host: first, id };
  };

  return {
    async describe(control = NO_CONTROL) {
      const own = await first.describe(control);
      const sheets: SheetInfo[] = [...own.sheets];
      for (const [at, { name, host }] of beside.entries()) {
        const other = await host.describe(control);
        if (other.dateBase !== own.dateBase)
          throw new HostError(
            'other-date-system',
            `${name ?? ''}: days count from ${other.dateBase}, those of the first workbook from ${own.dateBase}`,
            { sheet: name ?? '' },
          );
        for (const sheet of other.sheets) {
          if (sheet.report) continue;
          sheets.push({
            ...sheet,
            id: idIn(at, sheet.id),
            name: name === undefined ? sheet.name : `[${name}]${sheet.name}`,
            isBeside: true,
          });
        }
      }
      return { ...own, sheets };
    },
    readHead(sheet, rows, columns, control) {
      const { host, id } = partOf(sheet);
      return host.readHead(id, rows, columns, control);
    },
    readColumns(request, receive, control) {
      const { host, id } = partOf(request.sheet);
      return host.readColumns({ ...request, sheet: id }, receive, control);
    },
    readReport: (id, control) => first.readReport(id, control),
    ...(first.readLooks && {
      readLooks: (...asked: Parameters<NonNullable<WorkbookHost['readLooks']>>) => first.readLooks!(...asked),
    }),
    write: (plan, control) => first.write(plan, control),
    ...(first.writeInTurn && {
      writeInTurn: (...asked: Parameters<NonNullable<WorkbookHost['writeInTurn']>>) => first.writeInTurn!(...asked),
    }),
  };
}
