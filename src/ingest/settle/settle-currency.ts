import { NO_TEXT, textOf } from '../../core/model/columns';
import { currencyOfText } from '../../workbook/currency';
import type { FieldPath } from '../fields/define-fields';
import type { GrowingTable } from '../read/growing-table';
import type { IssueLog } from '../issues';
import { keyOfText } from '../parse/text';
import { LinesOut } from './lines-out';

const HOME = new Set(['本位币', '本币']);

/** So many lines that name a currency among others that name none are no slip of the format. */
const FEWEST_NAMED = 2;

/** 美元, US$ and USD are one. */
const keyOf = (value: string): string =>
  HOME.has(keyOfText(value)) ? 'cny' : (currencyOfText(value)?.toLowerCase() ?? keyOfText(value));

/**
 * Leaves out lines in a currency that cannot be added to the others: where the lines come in several currencies and the
 * sheet has no exchange rate for a line, only the home currency counts (人民币 where there is any, else the most frequent).
 * Lines without a currency are in the home currency; where but one is named and it is a foreign one, that is told.
 *
 * Source: definitions §0.3.
 *
 * @returns Lines left out, by sheet, with their amounts, each in its own currency.
 */
export function settleCurrency(
  table: GrowingTable,
  kind: 'transactions' | 'invoices' | 'receipts',
  hasRate: (row: number) => boolean,
  sheets: readonly string[],
  issues: IssueLog,
): LinesOut {
  const rejected = new LinesOut();
  const column = table.get(`${kind}.currency`);
  const values = column?.dictionary?.values;
  if (!column || !values || values.length === 0) return rejected;
  const keys = values.map(keyOf);
  const counts = new Map<string, number>();
  let unnamed = 0;
  let isConverted = false;
  for (let row = 0; row < table.rows; row++) {
    const code = column.cells[row]!;
    if (hasRate(row)) isConverted = true;
    else if (code === NO_TEXT) unnamed++;
    else counts.set(keys[code]!, (counts.get(keys[code]!) ?? 0) + 1);
  }
  if (counts.size === 1 && unnamed > 0)
    tellPartly(values.at(keys.indexOf([...counts.keys()][0]!))!, counts, unnamed, issues);
  // What has a rate is in the home currency: what has none must be too.
  if (counts.size < 2 && !(isConverted && counts.size === 1 && !counts.has('cny'))) return rejected;
  const base =
    counts.has('cny') || isConverted ? 'cny' : [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
  const baseName = textOf(values, keys.indexOf(base)) || base.toUpperCase();
  const amounts = (table.get(`${kind}.amount`) ?? table.get(`${kind}.openAmount` as FieldPath))?.cells;
  const isOut = (row: number): boolean => {
    const code = column.cells[row]!;
    return code !== NO_TEXT && keys[code] !== base && !hasRate(row);
  };
  for (let row = 0; row < table.rows; row++) {
    if (!isOut(row)) continue;
    const sheet = table.sheetAt(row);
    rejected.add(sheet, amounts?.[row]);
    const currency = textOf(values, column.cells[row]!);
    issues.add(
      'currency-without-rate',
      { sheet: sheets[sheet] ?? '', row: table.rowAt(row), value: currency },
      { currency, base: baseName },
    );
  }
  if (!rejected.isEmpty) table.keep((row) => !isOut(row));
  return rejected;
}

function tellPartly(currency: string, counts: ReadonlyMap<string, number>, unnamed: number, issues: IssueLog): void {
  const [[key, named]] = [...counts] as [[string, number]];
  if (key === 'cny' || named < FEWEST_NAMED) return;
  issues.add('currency-partly', { sheet: '' }, { currency, count: named, rest: unnamed });
}
