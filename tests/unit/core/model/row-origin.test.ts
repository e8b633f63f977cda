import { RowOrigin } from '../../../../src/core/model/row-origin';

const originOf = (places: readonly (readonly [number, number])[]): RowOrigin =>
  new RowOrigin(
    places.length,
    (row) => places[row]![0],
    (row) => places[row]![1],
  );

describe('where rows came from', () => {
  // Two lines, a gap, a line, another sheet that goes on with the next number, a line twice, one further up.
  const places = [[0, 2], [0, 3], [0, 7], [1, 8], [1, 9], [1, 9], [1, 4], [0, 5]] as const; // prettier-ignore
  const origin = originOf(places);
  const placeAt = (row: number) => [origin.sheetAt(row), origin.rowAt(row)];

  it('is told of rows in any order', () => {
    expect(places.map((_, row) => placeAt(row))).toEqual(places);
    for (const row of [7, 0, 4, 3, 6, 1, 5, 2]) expect(placeAt(row)).toEqual(places[row]);
    expect([...origin.sheetsMet()]).toEqual([0, 1]);
    expect(origin.rows).toBe(8);
  });

  it('is another where a line stands elsewhere, and the same where none does', () => {
    const runs = [...origin.runs()];
    expect([...originOf(places).runs()]).toEqual(runs);
    places.forEach((_, moved) => {
      for (const [sheet, line] of [
        [1, 0],
        [0, 1],
      ] as const)
        // prettier-ignore
        expect([
          ...originOf(places.map(([s, l], at) => (at === moved ? [s + sheet, l + line] : [s, l]))).runs(),
        ]).not.toEqual(runs);
    });
  });

  it('is told in words; of a sheet that has no name without one', () => {
    expect(origin.placeAt(4, ['一', '二'])).toEqual({ sheet: '二', row: 9 });
    expect(origin.placeAt(4, ['一'])).toEqual({ sheet: '', row: 9 });
  });

  it('is of both tables where one stands behind another', () => {
    for (const cut of [0, 1, 4, 8]) {
      const both = originOf(places.slice(0, cut)).followedBy(originOf(places.slice(cut)));
      expect(both.rows).toBe(8);
      expect(places.map((_, row) => [both.sheetAt(row), both.rowAt(row)])).toEqual(places);
      expect([...both.runs()]).toEqual([...origin.runs()]);
    }
  });

  it('of no rows is nothing', () => {
    expect([[...originOf([]).runs()], originOf([]).sheetsMet().size]).toEqual([[], 0]);
  });
});
