/** Where the prices of a sheet's lines stand. */
export interface PriceSource {
  readonly sheet: string;
  /** The list's column of prices. */
  readonly header: string;
  /** Whether the lines name the product's code or its name. */
  readonly by: 'code' | 'name';
}
