/** Where the client of a sheet's lines stands, if no column holds it. */
export type ClientOutside =
  | { readonly kind: 'said'; readonly name: string; readonly by: 'title' | 'sheet' | 'header' }
  /** In a line of its own above the lines of each client; `first` stands above the headers, and all are labelled then (客户：甲). */
  | { readonly kind: 'heading'; readonly column: number; readonly first?: string };
