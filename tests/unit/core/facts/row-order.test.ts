import { sortRows } from '../../../../src/core/facts/row-order';

describe('sortRows', () => {
  it('puts the least key first and leaves rows of equal keys in their order', () => {
    expect([...sortRows(Int32Array.of(0, 1, 2, 3), Int32Array.of(7, -1, 7, 3))]).toEqual([1, 3, 0, 2]);
    expect([...sortRows(Int32Array.of(3, 2, 1, 0), Int32Array.of(7, -1, 7, 3))]).toEqual([1, 3, 2, 0]);
  });

  it('looks at all 32 bits of a key', () => {
    const keys = Int32Array.of(0x7fffffff, 65536, 65535, 0, -1, -65536, -65537, -0x80000000, 1);
    expect([
      ...sortRows(
        Int32Array.from(keys, (_, row) => row),
        keys,
      ),
    ]).toEqual([7, 6, 5, 4, 3, 8, 2, 1, 0]);
  });

  it('orders only the rows given, and by several keys from the last to the first', () => {
    const due = Int32Array.of(20, 10, 10, 20);
    const code = Int32Array.of(1, 2, 1, 0);
    expect([...sortRows(sortRows(Int32Array.of(0, 1, 3), code), due)]).toEqual([1, 3, 0]);
    expect([...sortRows(new Int32Array(0), due)]).toEqual([]);
  });
});
