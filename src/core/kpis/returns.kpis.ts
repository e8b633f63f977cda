import { HIT, MISS } from '../facts/verdict';
import { defineRatio } from './define-kpi';

/**
 * Orders that came back. Formula: orders of the period with a return (a return line with the order's number, a status
 * word, or the order's number on the returns sheet) / orders with a sale in the period.
 * An order counts in the period of its sale. Source: features 002-5. @example 3 orders, 1 returned //=> 1 / 3
 */
const returnedOrders = defineRatio({
  id: 'returns.orders',
  label: { zh: '订单退货率', en: 'Orders returned' },
  family: 'order',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '有退货的订单 / 订单', en: 'orders with a return / orders' },
  needs: [
    ['transactions.returned'],
    ['transactions.orderNo', 'returns.orderNo'],
    ['transactions.isReturn', 'transactions.orderNo'],
    ['transactions.isReturn', 'transactions.documentNo'],
  ],
  switchOn: {
    zh: '退货表（带订单号）、写明退货的状态列，或带订单号的退货行',
    en: 'a returns sheet with order numbers, a status column that says returned, or return lines with order numbers',
  },
  byGroup: true,
  counts: {
    over: 'salesOrders',
    by: 'ordered',
    share:
      ({ salesOrders: { returned } }) =>
      (row) =>
        returned[row] === 1 ? HIT : MISS,
  },
});

/**
 * Returned amount. Formula: Σ amount of return lines / Σ amount of sales lines (before returns).
 * Counts in the period of the return, or of the sale by `returns.period`. @example sales 100 and 50, return −30 //=> 0.2
 */
const returnedAmount = defineRatio({
  id: 'returns.amount',
  label: { zh: '退货金额率', en: 'Amount returned' },
  family: 'order',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '退货金额 / 销售额（未减退货）', en: 'amount of returns / sales before returns' },
  needs: [
    ['transactions.amount', 'transactions.isReturn'],
    ['transactions.amount', 'returns.amount'],
  ],
  switchOn: {
    zh: '「金额」列和退货行（负数或「类型」列）',
    en: 'an amount column with return lines (negative, or by a type column)',
  },
  byGroup: true,
  counts: {
    over: 'salesLines',
    by: 'ordered',
    sums:
      ({ transactions: { lineRows } }) =>
      (row, tally) => {
        const amount = lineRows.amountAt(row);
        if (lineRows.isReturnAt(row)) tally.numerator = -amount;
        else tally.denominator = amount;
        return HIT;
      },
  },
});

export const returnKpis = [returnedOrders, returnedAmount];
