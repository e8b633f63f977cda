/** One thing that the documents ask for: where it is worked out, where it is seen, from what, and what holds it. */
export interface CoverageRow {
  /** As in the inventory: `K05`, `000-C7`, `001-31`. */
  readonly id: string;
  /** What it is, in a few words. */
  readonly title: string;
  readonly state: 'built' | 'partly' | 'absent';
  /** What lacks of it, or why it is absent. */
  readonly lacks?: string;
  /** Files under `src`, without `.ts`. */
  readonly files: readonly string[];
  /**
   * Where it is seen: `report#words on it`, `input.kind#column`, `setting.id`, `form.id`. Every one of them is looked up by the
   * test, those of reports on the sheets that the sample workbook gives.
   */
  readonly seen: readonly string[];
  /** Kinds of input sheets that feed it. */
  readonly inputs: readonly string[];
  /** Files under `tests`, without `.test.ts`. */
  readonly tests: readonly string[];
}

const list = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '');

/** Lists are written with blanks between: files, places, inputs, tests. A blank inside a place is written `_`. */
export function built(
  id: string,
  title: string,
  files: string,
  seen: string,
  inputs: string,
  tests: string,
): CoverageRow {
  const places = list(seen).map((place) => place.replace(/_/g, ' '));
  return { id, title, state: 'built', files: list(files), seen: places, inputs: list(inputs), tests: list(tests) };
}

export function partly(
  id: string,
  title: string,
  lacks: string,
  files: string,
  seen: string,
  inputs: string,
  tests: string,
): CoverageRow {
  return { ...built(id, title, files, seen, inputs, tests), state: 'partly', lacks };
}

export function absent(id: string, title: string, why: string): CoverageRow {
  return { id, title, state: 'absent', lacks: why, files: [], seen: [], inputs: [], tests: [] };
}
