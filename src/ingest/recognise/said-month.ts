/** The year, and the month where one is named, of all days of a sheet. */
export interface SaidMonth {
  readonly year?: number;
  readonly month?: number;
}

const YEAR = /(?<![\d.])((?:19|20)\d{2})(?!\d)/g;
const MONTH = /(?<!\d)(1[0-2]|0?[1-9])\s*月/g;

/**
 * The year and month that the title says, else the sheet's name: one year only, or none is said.
 *
 * @example monthSaidIn('2025年3月销售日报', 'Sheet1') //=> { year: 2025, month: 3 }
 * @example monthSaidIn('2024–2025 销售', '3月') //=> {}
 */
export function monthSaidIn(title: string, name: string): SaidMonth {
  const years = only(title, YEAR) ?? only(name, YEAR);
  if (years === undefined) return {};
  const month = only(title, MONTH) ?? only(name, MONTH);
  return { year: years, ...(month !== undefined && { month }) };
}

function only(text: string, pattern: RegExp): number | undefined {
  const found = new Set([...text.normalize('NFKC').matchAll(pattern)].map((one) => Number(one[1])));
  return found.size === 1 ? [...found][0] : undefined;
}
