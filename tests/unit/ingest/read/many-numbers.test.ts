import { ingest } from '../ingest-rows';
import { textAt } from '../../../../src/core/model/columns';

/** Enough for the numbers to be held as numbers. */
const MANY = 70_000;
const numberOf = (index: number): string => `XS${String(index).padStart(7, '0')}`;

/** Amounts differ, as a line that stands on two sheets counts once. */
const salesOf = (name: string, numbers: readonly string[], amount = 1) => ({
  name,
  rows: [
    ['日期', '客户', '订单号', '金额'],
    ...numbers.map((number, index) => ['2026-03-01', `客户${index % 5}`, number, amount]),
  ],
});

const orderNumbersOf = async (...sheets: readonly ReturnType<typeof salesOf>[]): Promise<string[]> => {
  const { dataset } = await ingest(sheets);
  const { rows, columns } = dataset.tables.transactions!;
  return Array.from({ length: rows }, (_, row) => textAt(columns.orderNo, row));
};

describe('a column of very many order numbers', () => {
  it('holds what stands in the cells', async () => {
    const numbers = Array.from({ length: MANY }, (_, index) => (index % 1000 === 7 ? `补${index}` : numberOf(index)));
    expect(await orderNumbersOf(salesOf('销售', numbers))).toEqual(numbers);
  });

  it('holds what stands in the cells of two sheets with some numbers in common', async () => {
    const first = Array.from({ length: MANY }, (_, index) => numberOf(index));
    const second = Array.from({ length: 3000 }, (_, index) => numberOf(MANY - 1000 + index));
    expect(await orderNumbersOf(salesOf('上半年', first), salesOf('下半年', second, 2))).toEqual([...first, ...second]);
  });

  it('takes blanks before the first letters away, from each', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => numberOf(index));
    const written = numbers.map((number) => ` ${number}`);
    expect(await orderNumbersOf(salesOf('销售', written))).toEqual(numbers);
  });
});
