/** What a day that is made of several columns lacks in them and the title says. */
export interface DayParts {
  readonly year?: number;
  readonly month?: number;
}

/** What the cells of a column of parts lie within. */
export const DAY_PART_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  yearPart: [1930, 2099],
  monthPart: [1, 12],
  dayPart: [1, 31],
  weekPart: [1, 53],
};
