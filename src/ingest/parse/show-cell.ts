import { isCellError, type CellValue } from '../../workbook/cell-value';
import { cleanText, textOfNumber } from './text';

const LONGEST = 60;

/** A cell as a sample of its column. */
export function showCell(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number') return textOfNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = cleanText(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
