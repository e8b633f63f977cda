import type { SheetHead } from '../../workbook/workbook-host';
import { parseNumber } from '../parse/number';
import type { FoundField, Reading } from './recognise-sheet';

/** From here on a constant factor is neither tax nor discount nor an exchange rate. */
const OTHER_UNIT = 20;
const LINES_THAT_PROVE = 3;
/** Names that say "the money of this line" beyond doubt; “value” may be the value of anything. */
const SURE_NAME = /金额|额|价税|总价|货款|amount|sales|revenue|total|betrag|umsatz|montant|importe|importo/i;

/**
 * Of two columns of one name takes the one that is quantity × unit price; and takes the amount out of a reading where quantity and unit price stand beside it and it is the same multiple of their
 * product on every line, more than any tax or rate makes it, under a name that may mean something else: it is then in
 * another unit than the price, and the product of two known columns is the surer amount.
 *
 * @returns The reading, and the column that was left out.
 */
export function withSurerAmount(
  reading: Reading,
  head: SheetHead,
): { readonly reading: Reading; readonly leftOut: FoundField | undefined } {
  const keep = { reading, leftOut: undefined };
  const find = (name: string): FoundField | undefined =>
    reading.found.find((one) => one.field.path === `transactions.${name}` && !one.isShared);
  const [amount, quantity, price] = [find('amount'), find('quantity'), find('unitPrice')];
  if (!amount || !quantity || !price || amount.isGiven) return keep;
  const twin = amount.alternatives.find(
    ({ column, text }) =>
      text === amount.header.text &&
      isProduct(head, reading, column, [quantity, price]) &&
      !isProduct(head, reading, amount.header.column, [quantity, price]),
  );
  if (twin) {
    const other = { ...amount, header: twin, alternatives: [amount.header] };
    return {
      reading: { ...reading, found: reading.found.map((one) => (one === amount ? other : one)) },
      leftOut: undefined,
    };
  }
  if (SURE_NAME.test(amount.header.text)) return keep;
  const factor = constantFactor(head, reading, [amount, quantity, price]);
  if (factor === undefined || factor < OTHER_UNIT) return keep;
  return { reading: { ...reading, found: reading.found.filter((one) => one !== amount) }, leftOut: amount };
}

/** Whether a column is quantity × price on every line of the head. */
function isProduct(
  head: SheetHead,
  { candidate }: Reading,
  column: number,
  [quantity, price]: readonly [FoundField, FoundField],
): boolean {
  let lines = 0;
  const end = Math.min(head.cells.length, candidate.endRow ?? head.cells.length);
  for (let row = candidate.firstDataRow; row < end; row++) {
    const cells = head.cells[row] ?? [];
    const [amount, pieces, each] = [column, quantity.header.column, price.header.column].map((at) =>
      parseNumber(cells[at] ?? null),
    );
    if (!amount || !pieces || !each) continue;
    if (Math.abs(amount - pieces * each) > 0.01 + Math.abs(amount) * 1e-3) return false;
    lines++;
  }
  return lines >= LINES_THAT_PROVE;
}

/** What the amount is of quantity × price on every line of the head; undefined where the lines differ. */
function constantFactor(
  head: SheetHead,
  { candidate }: Reading,
  fields: readonly [FoundField, FoundField, FoundField],
): number | undefined {
  let factor: number | undefined;
  let lines = 0;
  const end = Math.min(head.cells.length, candidate.endRow ?? head.cells.length);
  for (let row = candidate.firstDataRow; row < end; row++) {
    const cells = head.cells[row] ?? [];
    const [amount, quantity, price] = fields.map(({ header }) => parseNumber(cells[header.column] ?? null));
    if (!amount || !quantity || !price) continue;
    const ratio = amount / (quantity * price);
    factor ??= ratio;
    if (Math.abs(ratio / factor - 1) > 1e-6) return undefined;
    lines++;
  }
  return lines >= LINES_THAT_PROVE ? factor : undefined;
}
