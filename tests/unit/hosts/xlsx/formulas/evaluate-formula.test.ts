import {
  evaluateFormula,
  NotWorkedOut,
  type FormulaCells,
} from '../../../../../src/hosts/xlsx/formulas/evaluate-formula';
import type { CellValue } from '../../../../../src/workbook/cell-value';

/** A1 3, B1 1.5, C1 empty, D1 a word; A2 0.1, B2 0.2, C2 "4", D2 an error. */
const GRID: readonly (readonly CellValue[])[] = [
  [3, 1.5, null, '箱'],
  [0.1, 0.2, '4', { error: '#N/A' }],
];

const cells: FormulaCells = {
  rows: 2,
  columns: 4,
  valueAt: (row, column) => GRID[row]?.[column] ?? null,
  tick: () => undefined,
};

// Expected values as Excel gives them.
it.each([
  ['=100*2', 200],
  ['=A1*B1', 4.5],
  ['=$A$1*B$1*(1-10%)', 4.05],
  ['=ROUND(A1*1.115,2)', 3.35],
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(-2.5,0)', -3],
  ['=ROUND(1250,-2)', 1300],
  ['=SUM(A1:D1)', 4.5],
  ['=SUM(A1,B1,10)', 14.5],
  ['=SUM(B1:A1)*2', 9],
  ['=PRODUCT(A1:C1)', 4.5],
  ['=PRODUCT(C1)', 0],
  ['=C1+1', 1],
  ['=C2*2', 8],
  ['=-2^2', 4],
  ['=2^3^2', 64],
  ['= 10 - 4 - 3 ', 3],
  ['=100/8*2', 25],
  ['=50%%', 0.005],
  ['=1.5e3+.5', 1500.5],
  ['=--A1', 3],
])('works out %s', (formula, value) => {
  expect(evaluateFormula(formula, cells)).toBeCloseTo(value, 12);
});

it.each([
  '=VLOOKUP(A1,B:C,2,0)',
  '=Sheet2!A1*2',
  "='2 月'!A1",
  '=IF(A1>1,2,3)',
  '=D1*2',
  '=D2+1',
  '=SUM(A2:D2)',
  '=A1/0',
  '=A1&B1',
  '=TODAY()',
  '=A:A',
  '=(A1',
  '=A1 B1',
  '=',
  '=toString(1)',
  `=${'('.repeat(200)}1${')'.repeat(200)}`,
])('leaves %s to Excel', (formula) => {
  expect(() => evaluateFormula(formula, cells)).toThrow(NotWorkedOut);
});

it('moves the references of a formula that was filled down, but not those with a dollar', () => {
  expect(evaluateFormula('=A1*$B$1', cells, { rows: 1, columns: 0 })).toBeCloseTo(0.15, 12);
});
