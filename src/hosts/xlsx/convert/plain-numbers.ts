/** A number that nobody could mean otherwise: no leading zero, no sign of thousands, at most 15 digits. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
/** Digits that are no number: a code, a phone, a number of an identity card. */
const CODE = /^\d+$/;
const MOST_DIGITS = 15;

/**
 * Turns the cells of text that are plain numbers into numbers, column by column: where one cell of a column has a leading zero
 * or more digits than a number holds, the column is one of codes and stays as it was written.
 */
export function tellNumbers(rows: readonly (readonly string[])[]): (string | number | null)[][] {
  const codes = new Set<number>();
  for (const row of rows)
    row.forEach((cell, column) => {
      const text = cell.trim();
      if (CODE.test(text) && (text.length > MOST_DIGITS || (text.length > 1 && text.startsWith('0'))))
        codes.add(column);
    });
  return rows.map((row) =>
    row.map((cell, column) => {
      const text = cell.trim();
      if (text === '') return null;
      const isNumber = PLAIN.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS && !codes.has(column);
      return isNumber ? Number(text) : cell;
    }),
  );
}
