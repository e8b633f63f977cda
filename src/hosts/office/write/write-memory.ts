import type { StandingFilter, StandingSheet, StandingTable } from './standing-sheet';

interface Lifted {
  readonly tables: readonly StandingTable[];
  readonly filter: StandingFilter | undefined;
}

/**
 * What a host remembers between a read and a write, and between a write that broke off and the next one: what each
 * report held when its notes were read, and the filters that a broken write had lifted and not put back.
 */
export class WriteMemory {
  /** By report: see `digestOf`. */
  readonly digests = new Map<string, string>();
  private readonly lifted = new Map<string, Lifted>();

  /** The sheet with the filters that the person had on it, also those that are not there any more. */
  recall(standing: StandingSheet): StandingSheet {
    const before = this.lifted.get(standing.id);
    const tables = standing.tables.map((table) => {
      if (table.criteria) return table;
      const lost = before?.tables.find((one) => one.name === table.name);
      return lost ? { ...table, criteria: lost.criteria, header: lost.header } : table;
    });
    const lostTables = before?.tables.filter(({ name }) => !standing.tables.some((table) => table.name === name)) ?? [];
    return { ...standing, tables, lostTables, filter: standing.filter ?? before?.filter };
  }

  /** The sheet's filters are about to be lifted. */
  keep(standing: StandingSheet): void {
    const tables = [...standing.tables.filter((table) => table.criteria), ...(standing.lostTables ?? [])];
    if (tables.length > 0 || standing.filter) this.lifted.set(standing.id, { tables, filter: standing.filter });
  }

  /** The report's sheet is whole again. */
  forget(report: string, standing: StandingSheet | undefined): void {
    this.digests.delete(report);
    if (standing) this.lifted.delete(standing.id);
  }
}
