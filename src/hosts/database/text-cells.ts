import type { CellValue } from '../../workbook/cell-value';
import { HostError } from '../../workbook/host-error';
import { serialOfText } from './serial-of-text';

/** What the texts of a column are: databases send all of them as text. */
export type TextKind = 'number' | 'text' | 'day' | 'flag';

/**
 * A value of a database as a cell. A whole number of more than 15 digits is a code and stays a text, as in a sheet.
 *
 * @throws HostError `source-value` naming the column.
 * @example cellOfText('2025-03-01', 'day', '日期') //=> 45717
 */
export function cellOfText(text: string | null, kind: TextKind, column: string): CellValue {
  if (text === null || text === '') return null;
  switch (kind) {
    case 'text':
      return text;
    case 'flag':
      return text === 't' || text === '1';
    case 'day': {
      const serial = serialOfText(text);
      if (serial === undefined) throw unreadable(text, column);
      return serial;
    }
    case 'number': {
      if (/^-?\d{16,}$/.test(text)) return text;
      const number = Number(text);
      if (!Number.isFinite(number)) throw unreadable(text, column);
      return number;
    }
  }
}

export const unreadable = (text: string, column: string): HostError =>
  new HostError('source-value', `${column}: ${text.slice(0, 80)}`, { sheet: column });
