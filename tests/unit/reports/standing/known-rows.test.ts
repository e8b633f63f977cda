import { compareWithRecord } from '../../../../src/reports/standing/compare-with-record';
import { TypedCells } from '../../../../src/reports/standing/typed-cells';
import { hashOf, recordOf, withHers, type WrittenRecord } from '../../../../src/reports/standing/written-record';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { PlanValue } from '../../../../src/workbook/plan';

type Rows = readonly (readonly PlanValue[])[];

/** A record of rows from the corner on; `frame`: how many of the first are title and headers. */
const written = (
  rows: Rows,
  more: { readonly frame?: number; readonly isLive?: boolean; readonly anywhere?: readonly PlanValue[] } = {},
): WrittenRecord =>
  recordOf(
    {
      blocks: rows.map((line, row) => ({ row, column: 0, values: [line], styles: line.map(() => ({})) })),
      hers: [],
      bodies: [{ row: more.frame ?? 0, column: 0, rows: rows.length, columns: 9 }],
      anywhere: more.anywhere ?? [],
      isLive: more.isLive ?? false,
      heights: [],
    },
    'f',
  );
const typedIn = (cells: readonly (readonly CellValue[])[], record: WrittenRecord): CellValue[] =>
  new TypedCells(compareWithRecord(cells, record).typed).left.map(({ row, column }) => cells[row]![column]!);
const down = (...rows: CellValue[][]): CellValue[][] => [[], [], ...rows];

describe('a row that stands elsewhere is known again', () => {
  it.each([
    ['of two values by both', ['A', 'B'], ['A', 'B'], []],
    ['of two values not by one', ['A', 'B'], ['A', 'x'], ['A', 'x']],
    ['of one value by it', ['A'], ['A'], []],
    ['of three values by two', ['A', 'B', 'C'], ['A', 'x', 'C'], ['x']],
    ['of three values not by one', ['A', 'B', 'C'], ['A', 'x', 'y'], ['A', 'x', 'y']],
    ['of six values by two, a third', ['A', 'B', 'C', 'D', 'E', 'F'], ['A', 'B', 'x'], ['x']],
    ['of seven values not by two', ['A', 'B', 'C', 'D', 'E', 'F', 'G'], ['A', 'B', 'x'], ['A', 'B', 'x']],
    ['not by one value that stands twice now', ['A', 'B', 'C', 'D', 'E'], ['A', 'A'], ['A', 'A']],
    ['by one value that stood twice', ['A', 'A', 'B', 'C', 'D'], ['A', 'A'], []],
    ['with its columns in another order', ['A', 'B', 'C'], ['B', 'C', 'A'], []],
  ] as const)('%s', (_, before, now, typed) => {
    expect(typedIn(down([...now]), written([[], ...[[...before]]]))).toEqual(typed);
  });

  it('by a value of up to 24 rows, not of more', () => {
    for (const rows of [24, 25]) {
      const record = written(Array.from({ length: rows }, (_, row) => ['same', 'also', `u${row}`]));
      const cells = [[], ...Array.from({ length: rows }, () => ['same', 'also', 'x'])];
      expect(typedIn(cells, record)).toHaveLength(rows === 24 ? 24 : 75);
    }
  });

  it('by such a value again where the other rows with it are in their places, which they are first', () => {
    const rows = Array.from({ length: 26 }, (_, row) => ['same', 'also', `u${row}`]);
    const cells: CellValue[][] = [...rows.slice(0, 25), [], ['same', 'also', 'x']];
    expect(typedIn(cells, written(rows))).toEqual(['x']);
    const equal = Array.from({ length: 30 }, () => ['same', 'also', null]);
    expect(typedIn(equal, written(equal))).toEqual([]);
  });

  it('not by a cell that is empty', () => {
    const rows = [...Array.from({ length: 25 }, () => ['same', 'also', 'u']), ['same', null, 'also']];
    expect(typedIn([...rows.map(() => []), ['same', null, 'also']], written(rows))).toEqual(['same', 'also']);
  });

  it('the nearest of equals, of equally near ones the upper', () => {
    const record = written([[], [], [], [], [], ['P', 'Q', 'R']]);
    const at = (...places: number[]): CellValue[][] =>
      Array.from({ length: 8 }, (_, row) => (places.includes(row) ? ['P', 'Q', `x${row}`] : []));
    expect(typedIn(at(1, 4), record)).toEqual(['P', 'Q', 'x1', 'x4']);
    expect(typedIn(at(6, 0), record)).toEqual(['P', 'Q', 'x0', 'x6']);
    expect(typedIn(at(4, 6), record)).toEqual(['x4', 'P', 'Q', 'x6']);
  });

  it('once: two rows of now are not one row of before, the better one is it', () => {
    const record = written([['A', 'B', 'C']]);
    expect(typedIn([[], ['A', 'B', 'x'], ['A', 'B', 'C']], record)).toEqual(['A', 'B', 'x']);
    // In its own place it is known before any other.
    expect(
      typedIn(
        [
          ['A', 'B', 'C', 'x'],
          ['A', 'B', 'C'],
        ],
        record,
      ),
    ).toEqual(['x', 'A', 'B', 'C']);
  });
});

describe('words that she cut and pasted', () => {
  const record = written([
    ['K1', 'abc', 'ab', 50],
    ['K2', 'defg', 'cd', 60],
  ]);
  it('are known again by three letters, where their old place is empty', () => {
    expect(typedIn([['K1', null, 'ab', 50], ['K2', 'defg', 'cd', 60], ['abc']], record)).toEqual([]);
    expect(typedIn([['K1', '', 'ab', 50], ['K2', 'defg', 'cd', 60], ['abc']], record)).toEqual([]);
    expect(typedIn([['K1', 'abc', null, 50], ['K2', 'defg', 'cd', 60], ['ab']], record)).toEqual(['ab']);
    expect(typedIn([['K1', 'abc', 'ab', null], ['K2', 'defg', 'cd', 60], [50]], record)).toEqual([50]);
  });

  it('are typed where something stands in their old place, and where they stand once more', () => {
    expect(typedIn([['K1', 'x', 'ab', 50], ['K2', 'defg', 'cd', 60], ['abc']], record)).toEqual(['x', 'abc']);
    expect(
      typedIn(
        [
          ['K1', null, 'ab', 50],
          ['K2', 'defg', 'cd', 60],
          ['abc', 'abc'],
        ],
        record,
      ),
    ).toEqual(['abc']);
  });

  it('are known again as often as they were written and their places are empty', () => {
    const twice = written([
      ['K1', 'abc', 'x1'],
      ['K2', 'abc', 'x2'],
    ]);
    const cut: CellValue[][] = [
      ['K1', null, 'x1'],
      ['K2', null, 'x2'],
      ['abc', 'abc', 'abc'],
    ];
    expect(typedIn(cut, twice)).toEqual(['abc']);
    // Of two equal words of a row the one in its own place stays: the other's place is empty.
    expect(typedIn([['K1', null, 'abc', 'z'], ['abc']], written([['K1', 'abc', 'abc', 'z']]))).toEqual([]);
  });

  it('of a row that is gone are hers, of a title or header that is gone ours', () => {
    const rows = [['标题一'], ['体内的字', 'b', 'c', 'd']];
    expect(typedIn([[], [], [null, '标题一'], ['体内的字']], written(rows, { frame: 1 }))).toEqual(['体内的字']);
  });
});

describe('a column that she sorted by itself', () => {
  const keys = (count: number): number[] => Array.from({ length: count }, (_, at) => 100 + at);
  const columns = (left: number[], right: CellValue[]): CellValue[][] =>
    left.map((key, at) => [`key ${key}`, `also ${key}`, right[at]!]);
  const shift = <T>(list: readonly T[]): T[] => [...list.slice(1), list[0]!];

  it.each([
    [2, 0, true],
    [3, 0, false],
    [10, 1, false],
    [9, 1, true],
  ])('of %i values, %i of them typed over: the others count as typed: %s', (count, over, areTyped) => {
    const record = written(
      columns(
        keys(count),
        keys(count).map((one) => one * 7),
      ) as Rows,
    );
    const now: CellValue[] = shift(keys(count).map((one) => one * 7));
    for (let at = 0; at < over; at++) now[at] = `x${at}`;
    const typed = typedIn(columns(keys(count), now), record);
    expect(typed).toEqual(areTyped ? now : now.slice(0, over));
  });

  it('may be the first, may hold values twice, and gaps', () => {
    const rows = (first: CellValue[]): CellValue[][] => first.map((value, at) => [value, `key ${at}`, `also ${at}`]);
    expect(typedIn(rows([7, 8, 9, 6]), written(rows([6, 7, 8, 9]) as Rows))).toEqual([]);
    expect(typedIn(rows([6, 7, 5, 5]), written(rows([5, 5, 6, 7]) as Rows))).toEqual([]);
    const gaps = [5, 5, 5, null, null, null];
    expect(typedIn(rows([...gaps].reverse()), written(rows(gaps) as Rows))).toEqual([]);
  });

  it('holds no value more often than it was written', () => {
    const record = written(columns(keys(4), [1, 2, 3, 4]) as Rows);
    expect(typedIn(columns(keys(4), [2, 2, 1, 3]), record)).toEqual([2, 1, 3]);
  });
});

describe('what may stand anywhere', () => {
  it('is what drop-downs offer, and on a sheet that answers by formulas whatever it was written with', () => {
    const rows = [['A', 'B', 'C']];
    expect(typedIn([['A', '完成', 'C']], written(rows, { anywhere: ['完成', null] }))).toEqual([]);
    expect(typedIn([['A', 'C', 'C', 'x']], written(rows, { isLive: true }))).toEqual(['x']);
    expect(typedIn([['A', 'C', 'C', 'x']], written(rows))).toEqual(['C', 'x']);
  });
});

describe('how much of what was written is there', () => {
  it('is counted cell by cell, of title and headers and of all', () => {
    const record = written(
      [
        ['t', null],
        ['h', 'i', 'j'],
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
      { frame: 2 },
    );
    const { frame, all } = compareWithRecord([['t'], ['x', 'i', 'j'], ['a', 'b'], ['c', 'x', 'e']], record);
    expect([frame, all]).toEqual([
      { found: 3, of: 4 },
      { found: 7, of: 9 },
    ]);
  });
});

describe('the record of a cell', () => {
  it('tells words by every letter, numbers by twelve digits, and knows ends of lines', () => {
    const words = ['', 'a', 'b', 'ab', 'ba', 'aab', '甲', '乙', 0, 1, -1, true, false];
    expect(new Set(words.map(hashOf)).size).toBe(words.length);
    expect(hashOf('a\r\nb')).toBe(hashOf('a\nb'));
    expect(hashOf('a\rb')).toBe(hashOf('a\nb'));
    expect(hashOf({ error: '#N/A' })).toBe(hashOf('#N/A'));
    expect(hashOf(null)).toBe(hashOf(undefined));
    // From 1e12 on twelve digits count of whole numbers too.
    expect(hashOf(999_999_999_999)).not.toBe(hashOf(999_999_999_998));
    expect(hashOf(1_000_000_000_001)).toBe(hashOf(1_000_000_000_002));
    expect(hashOf(-1_000_000_000_001)).toBe(hashOf(-1_000_000_000_002));
  });

  it('has further cells that are hers, in the record of the same rows', () => {
    const record = written([
      ['A', 'B', 'C'],
      ['D', 'E', 'F'],
    ]);
    const hers = withHers(record, [{ row: 0, column: 1, rows: 2, columns: 2 }]);
    expect(hers.rows.map((line) => [...line])).toEqual([
      [hashOf('A'), -1, -1],
      [hashOf('D'), -1, -1],
    ]);
    expect([...record.rows[0]!]).toEqual(['A', 'B', 'C'].map(hashOf));
    expect(withHers(record, [])).toBe(record);
    expect(() => withHers(record, [{ row: 1, column: 2, rows: 3, columns: 3 }])).not.toThrow();
    expect(withHers(record, [{ row: 0, column: 0, rows: 1, columns: 1 }]).rows[1]).toEqual(record.rows[1]);
  });
});

describe('cells that were taken', () => {
  it('are given back by their own row and column', () => {
    const typed = new TypedCells([TypedCells.keyOf(3, 16383), TypedCells.keyOf(4, 0)]);
    typed.take(3, 16383);
    typed.take(4, 0);
    const asked: number[][] = [];
    typed.giveBack((row, column) => asked.push([row, column]) > 1);
    expect(asked).toEqual([
      [3, 16383],
      [4, 0],
    ]);
    expect(typed.left).toEqual([{ row: 3, column: 16383 }]);
  });
});
