import type { FieldPath } from '../fields/define-fields';

/**
 * What becomes of a field of the sales lines where an engine sums them.
 *
 * - `key`: lines of another value are another row, which the rules for a line's words then judge as they judge a line;
 * - `sum`: added up. Lines of another sign are another row, so that a rule about a line's sign holds for the row;
 * - `day`: the latest, and a bit for each day of the month;
 * - `number`: of an order: orders of which all lines lie in one row are counted, the others keep rows of their own;
 * - `factor`: makes the amount where it is empty (or 0), and is a key there;
 * - `line`: says something of one line, and stays where the lines are.
 */
export type PushedRole = 'key' | 'sum' | 'day' | 'number' | 'factor' | 'line';

/** A field that is not here needs the lines themselves. */
export const PUSHED_FIELDS: Readonly<Partial<Record<FieldPath, PushedRole>>> = {
  'transactions.clientCode': 'key',
  'transactions.clientName': 'key',
  'transactions.region': 'key',
  'transactions.country': 'key',
  'transactions.rep': 'key',
  'transactions.type': 'key',
  'transactions.status': 'key',
  'transactions.currency': 'key',
  'transactions.unit': 'key',
  'transactions.day': 'day',
  'transactions.amount': 'sum',
  'transactions.quantity': 'sum',
  'transactions.cost': 'sum',
  'transactions.profit': 'sum',
  'transactions.tax': 'sum',
  'transactions.orderNo': 'number',
  'transactions.documentNo': 'number',
  'transactions.unitPrice': 'factor',
  'transactions.discount': 'factor',
  'transactions.product': 'line',
  'transactions.category': 'line',
};
