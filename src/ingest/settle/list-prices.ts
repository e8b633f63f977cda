import { textOf } from '../../core/model/columns';
import type { CellReader } from '../read/cell-reader';
import type { Dictionary, GrowingTable } from '../read/growing-table';
import type { PriceSource } from '../recognise/prices/price-source';
import { keyOfText } from '../parse/text';

/** The prices of a list by product; `NaN` where it names several. */
export type ListedPrices = ReadonlyMap<string, number>;

/** What the price lists of a workbook say, by what the lines name. A product that stands twice with one price has that price. */
export function listedPrices(table: GrowingTable | undefined, by: PriceSource['by']): ListedPrices {
  const prices = new Map<string, number>();
  const names = table?.get(`products.${by}`);
  const cells = table?.get('products.unitPrice')?.cells;
  if (!table || !names || !cells) return prices;
  for (let row = 0; row < table.rows; row++) {
    const price = cells[row]!;
    const key = keyOfText(textOf(names.dictionary!.values, names.cells[row]!));
    if (key === '' || Number.isNaN(price)) continue;
    const known = prices.get(key);
    prices.set(key, known === undefined || known === price ? price : Number.NaN);
  }
  return prices;
}

/** The price of each line by its product: looked up once a product. */
export class LinePrices {
  private readonly priceOfCode: (number | undefined)[] = [];

  constructor(
    readonly reader: CellReader,
    private readonly dictionary: Dictionary,
    private readonly prices: ListedPrices,
  ) {}

  /** Undefined where the list does not know the product, `NaN` where it names several prices. */
  of(row: number): number | undefined {
    const code = this.reader.parsed.values[row]!;
    if (!(code in this.priceOfCode))
      this.priceOfCode[code] = this.prices.get(keyOfText(this.dictionary.values.at(code) ?? ''));
    return this.priceOfCode[code];
  }
}
