/** Who stands for the client: the buyer herself under another name, or a group of buyers. The finest first. */
export const BUYER_KINDS = ['recipient', 'shop', 'member', 'region', 'rep'] as const;

export type BuyerKind = (typeof BUYER_KINDS)[number];

/** A column that stands for the client's. */
export interface BuyerColumn {
  readonly kind: BuyerKind;
  /** As it stands on the sheet. */
  readonly header: string;
  readonly sheet: string;
}

/** Sheets whose amounts are with tax, and those whose amounts are without: they were added up as they stand. */
export interface MixedTax {
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** The sheet and column that prices were taken from, and the sheet whose lines carry none. */
export interface PriceList {
  readonly sheet: string;
  readonly header: string;
  readonly lines: string;
}

/** What stands for something that the workbook does not hold: said on every sheet that it matters to. */
export interface DatasetBasis {
  /** There is no sheet of sales, and invoices and credit notes stand for them. */
  readonly areSalesInvoices?: true;
  /** Of the invoices only what is still open is known: nothing can be said of what was invoiced, or of those paid. */
  readonly areInvoicesOpenOnly?: true;
  /** The list is an ageing summary: days overdue are the first of a band, at least. */
  readonly areAgesOfBands?: true;
  /** The sales name no client. */
  readonly buyers?: BuyerColumn;
  readonly mixedTax?: MixedTax;
  /** Amounts are quantity × the price of a list. */
  readonly priceList?: PriceList;
}

/** Whether what is called a client is a group of them: then nothing that is said of one client holds. */
export function areClientsGroups(basis: DatasetBasis | undefined): boolean {
  return basis?.buyers?.kind === 'region' || basis?.buyers?.kind === 'rep';
}
