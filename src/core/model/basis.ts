/** What stands for something that the workbook does not hold: said on every sheet that it matters to. */
export interface DatasetBasis {
  /** There is no sheet of sales, and invoices and credit notes stand for them. */
  readonly areSalesInvoices?: true;
  /** Of the invoices only what is still open is known: nothing can be said of what was invoiced, or of those paid. */
  readonly areInvoicesOpenOnly?: true;
}
