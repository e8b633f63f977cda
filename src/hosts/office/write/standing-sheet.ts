import type { PageMargins } from '../../../workbook/page-margins';
import type { Extent } from '../read/extent';

/** A table that stands on a sheet of ours. */
export interface StandingTable {
  readonly name: string;
  readonly range: Extent;
  /** By column of the table; `undefined` where nothing is filtered. */
  readonly criteria: readonly (Excel.FilterCriteria | null)[] | undefined;
  readonly header: readonly unknown[];
}

/** The table that a planned one was: it has its name, else its name and a number, where a copy of hers had the name. */
export function standingTableOf(planned: string, standing: readonly StandingTable[]): StandingTable | undefined {
  const wanted = planned.toLowerCase();
  const nameOf = ({ name }: StandingTable): string => name.toLowerCase();
  return (
    standing.find((one) => nameOf(one) === wanted) ??
    standing.find((one) => nameOf(one).replace(/_\d+$/, '') === wanted)
  );
}

export interface StandingChart {
  readonly name: string;
  readonly seriesCount: number;
}

/** A filter of the sheet itself, outside tables. */
export interface StandingFilter {
  readonly address: string;
  readonly criteria: readonly (Excel.FilterCriteria | null)[];
}

export interface StandingPage {
  readonly orientation: string;
  readonly paperSize: string;
  readonly pagesWide: number | undefined;
  readonly pagesHigh: number | undefined;
  /** Empty where it follows the sheet before. */
  readonly firstPageNumber: number | '';
  /** In points. */
  readonly margins: PageMargins;
  readonly header: string;
  readonly footerLeft: string;
  readonly footerRight: string;
  readonly titleRows: string | undefined;
  readonly titleColumns: string | undefined;
  readonly printArea: string | undefined;
}

/** What is on a sheet of ours before it is written over. */
export interface StandingSheet {
  readonly id: string;
  readonly isBlank: boolean;
  /** Exclusive last row that holds anything. */
  readonly endRow: number;
  readonly tables: readonly StandingTable[];
  /** Tables that a write which broke off took away before it could make them anew: what was filtered on them comes back. */
  readonly lostTables?: readonly StandingTable[];
  readonly charts: readonly StandingChart[];
  readonly filter: StandingFilter | undefined;
  readonly page: StandingPage;
}
