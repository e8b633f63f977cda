import { TypedCells } from '../../../../src/reports/standing/typed-cells';

const at = (row: number, column: number) => TypedCells.keyOf(row, column);

describe('cells that she typed into', () => {
  it('are left until somebody takes or drops them, from the top, from the left', () => {
    const typed = new TypedCells([at(2, 1), at(0, 5), at(2, 0)]);
    typed.take(2, 1);
    expect(typed.left).toEqual([
      { row: 0, column: 5 },
      { row: 2, column: 0 },
    ]);
    typed.drop(0, 5);
    expect(typed.left).toEqual([{ row: 2, column: 0 }]);
    // What was typed stays typed, whoever took it.
    expect([typed.has(2, 1), typed.has(0, 5), typed.has(1, 1)]).toEqual([true, true, false]);
  });

  it('come back where they were taken and stand nowhere; what was dropped does not', () => {
    const typed = new TypedCells([at(1, 1), at(1, 2), at(1, 3)]);
    typed.take(1, 1);
    typed.take(1, 2);
    typed.drop(1, 3);
    typed.giveBack((_, column) => column === 2);
    expect(typed.left).toEqual([{ row: 1, column: 1 }]);
  });
});
