import * as cellKinds from '../../workbook/column-block';
import type { CellColumn, StringPool } from '../../workbook/column-block';
import type { GrowingTable } from '../read/growing-table';

// Read once: see cell-reader.ts.
const { CELL_TEXT } = cellKinds;

/** Signs and codes beside an amount, the longer first: HK$ is no dollar of the States. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/人民币|人民幣|cny|rmb|cnh|元|[¥￥]/i, 'CNY'],
  [/hk\$|hkd|港币|港幣/i, 'HKD'],
  [/nt\$|twd|ntd|新台币|新臺幣/i, 'TWD'],
  [/s\$|sgd/i, 'SGD'],
  [/a\$|au\$|aud/i, 'AUD'],
  [/c\$|ca\$|cad/i, 'CAD'],
  [/r\$|brl/i, 'BRL'],
  [/jpy|日元|円/i, 'JPY'],
  [/eur|€|欧元|歐元/i, 'EUR'],
  [/gbp|£|英镑/i, 'GBP'],
  [/inr|₹|rs\.?(?=\s*\d)/i, 'INR'],
  [/krw|₩/i, 'KRW'],
  [/rub|₽|卢布/i, 'RUB'],
  [/usd|us\$|美元|美金|[$＄]/i, 'USD'],
];

/** The currency that a typed amount names; undefined where it names none. @example currencyMarkOf('$1,100') //=> 'USD' */
export function currencyMarkOf(text: string): string | undefined {
  if (!/[^\d\s.,()+\-－（）％%]/.test(text)) return undefined;
  return MARKS.find(([mark]) => mark.test(text))?.[1];
}

/**
 * The currencies that stand in the amounts themselves ($1,100 and ¥1,000): a column of currencies where the sheet has
 * none, so that they are never added up as if they were one.
 */
export class CurrencyMarks {
  private readonly markOf = new Map<number, string | undefined>();

  /** Puts the currencies of the kept rows of a block into the table. */
  apply(
    table: GrowingTable,
    amounts: CellColumn,
    pool: StringPool,
    kept: Int32Array,
    count: number,
    base: number,
  ): void {
    for (let index = 0; index < count; index++) {
      const row = kept[index]!;
      if (amounts.kinds[row] !== CELL_TEXT) continue;
      const mark = this.markIn(amounts.numbers[row]!, pool);
      if (mark === undefined) continue;
      const column = table.column('transactions.currency', 'text');
      column.cells[base + index] = column.dictionary!.codeOf(mark);
    }
  }

  private markIn(id: number, pool: StringPool): string | undefined {
    if (!this.markOf.has(id)) this.markOf.set(id, currencyMarkOf(pool.strings[id] ?? ''));
    return this.markOf.get(id);
  }
}
