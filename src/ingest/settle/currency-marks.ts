import * as cellKinds from '../../workbook/column-block';
import type { CellColumn, StringPool } from '../../workbook/column-block';
import { CURRENCIES, currencyOfText } from '../../workbook/currency';
import type { FieldPath } from '../fields/define-fields';
import type { GrowingTable } from '../read/growing-table';

// Read once: see cell-reader.ts.
const { CELL_NUMBER, CELL_TEXT } = cellKinds;

/**
 * The currencies that stand in the amounts themselves, typed ($1,100 and ¥1,000) or shown by the number format: a column of
 * currencies where the sheet has none, so that they are never added up as if they were one.
 */
export class CurrencyMarks {
  private readonly currencyOf = new Map<number, number>();

  private readonly codeOf: number[] = [];

  /** @param said The currency that the header or the sheet's name says, as a place in `CURRENCIES`: of amounts that say none. */
  constructor(
    private readonly path: FieldPath,
    private readonly said: number,
  ) {}

  /** Puts the currencies of the kept rows of a block into the table. */
  apply(
    table: GrowingTable,
    amounts: CellColumn,
    pool: StringPool,
    kept: Int32Array,
    count: number,
    base: number,
  ): void {
    const { kinds, numbers, currencies } = amounts;
    if (this.said === 0 && !currencies && !kinds.includes(CELL_TEXT)) return;
    for (let index = 0; index < count; index++) {
      const row = kept[index]!;
      const kind = kinds[row];
      const typed = kind === CELL_TEXT ? this.currencyIn(numbers[row]!, pool) : 0;
      const isFilled = kind === CELL_NUMBER || kind === CELL_TEXT;
      const currency = typed || (isFilled && currencies?.[row]) || this.said;
      if (currency === 0) continue;
      const column = table.column(this.path, 'text');
      column.cells[base + index] = this.codeOf[currency] ??= column.dictionary!.codeOf(CURRENCIES[currency]!);
    }
  }

  private currencyIn(id: number, pool: StringPool): number {
    let currency = this.currencyOf.get(id);
    if (currency === undefined) {
      currency = CURRENCIES.indexOf(currencyOfText(pool.texts.at(id) ?? '') ?? '');
      this.currencyOf.set(id, currency);
    }
    return currency;
  }
}
