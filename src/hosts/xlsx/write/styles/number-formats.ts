/**
 * Number formats that every reader knows by id. Only those that mean the same in every language: the ids of days and
 * money follow the reader's country and are never used.
 */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};

/** Ids below are the format's own. */
export const FIRST_CUSTOM_FORMAT = 164;

export const builtInFormat = (code: string): number | undefined => BUILT_IN[code];

export function builtInCode(id: number): string | undefined {
  return Object.keys(BUILT_IN).find((code) => BUILT_IN[code] === id);
}
