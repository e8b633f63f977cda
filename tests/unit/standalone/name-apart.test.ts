import { nameApart } from '../../../src/standalone/name-apart';

it('counts files of one name, and leaves the others as they are', () => {
  expect(nameApart(['订单.xlsx', '2025.xlsx', '订单.xlsx', '订单.xlsx'])).toEqual([
    '订单.xlsx',
    '2025.xlsx',
    '订单.xlsx (2)',
    '订单.xlsx (3)',
  ]);
});
