import type { CellValue } from '../../../workbook/cell-value';

/** How Excel writes an error in `values`; a cell that holds such a text as text is taken as the error that it shows. */
const ERRORS: ReadonlySet<string> = new Set([
  '#N/A',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
  '#GETTING_DATA',
  '#EXTERNAL!',
  '#PYTHON!',
]);

/** One entry of `Range.values` as a cell. @example cellOfExcel('#N/A') //=> { error: '#N/A' } */
export function cellOfExcel(value: unknown): CellValue {
  switch (typeof value) {
    case 'string':
      if (value === '') return null;
      return value.startsWith('#') && ERRORS.has(value) ? { error: value } : value;
    case 'number':
    case 'boolean':
      return value;
    default:
      return null;
  }
}
