import type { CellValue } from '../../workbook/cell-value';

/** What stands before the decimals of a column's texts: decided by the whole column, never by one cell. */
export type DecimalMark = '.' | ',';

/** 12,50 and 1.234,56: a comma with one or two digits behind it, or behind points in groups of three. */
const COMMA_MARK = /^(?:\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+|\d{4,},\d+)$/;
/** 12.50 and 1,234.5. */
const POINT_MARK = /^(?:\d*\.\d{1,2}|\d{1,3}(?:,\d{3})+\.\d+|\d{4,}\.\d+|\d+\.\d{4,})$/;
/** The digits of a number without sign, currency and unit. */
const DIGITS = /\d[\d.,]*/;

/**
 * What the texts of a column say about their decimal mark. `1.500` and `1,500` alone say nothing: beside `12,50` the first
 * is fifteen hundred, beside `12.50` the second.
 */
export class DecimalEvidence {
  commas = 0;
  points = 0;

  add(text: string): void {
    if (!/[.,，．]/.test(text)) return;
    const digits = DIGITS.exec(text.normalize('NFKC').replace(/[\s\u00a0'’]/g, ''))?.[0].replace(/[.,]$/, '');
    if (digits === undefined) return;
    if (COMMA_MARK.test(digits)) this.commas++;
    else if (POINT_MARK.test(digits)) this.points++;
  }

  /** A comma only where cells prove it and none proves the point. */
  get mark(): DecimalMark {
    return this.commas > 0 && this.points === 0 ? ',' : '.';
  }
}

/** The decimal mark of a column from its samples. @example guessDecimalMark(['12,50', '1.500']) //=> ',' */
export function guessDecimalMark(samples: readonly CellValue[]): DecimalMark {
  const evidence = new DecimalEvidence();
  for (const sample of samples) if (typeof sample === 'string') evidence.add(sample);
  return evidence.mark;
}
