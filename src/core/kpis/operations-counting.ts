import { byCodePoint } from '../model/by-code-point';
import type { Text } from '../../i18n/text';
import { bucketOf, IN_PERIOD, IN_PREVIOUS } from '../facts/time-slots';
import { EXCLUDED, HIT, OUTSIDE } from '../facts/verdict';
import { NO_TEXT, textAt, type TextColumn } from '../model/columns';
import { tableOf } from '../model/dataset';
import { asDay, monthOf, NO_DAY } from '../model/day';
import { ratioOf, type Ratio } from '../model/ratio';
import { GroupSums } from '../model/sum';
import { partOf, type Counting, type KpiInputs } from './define-kpi';
import type { IndicatorGroup, IndicatorPart } from './indicator-result';
import type { Measured } from './measured';
import type { OperationsTable } from './rows';

/** What a row of a sheet adds above and below the line; `undefined`: not of the population; `NaN`: cannot be used. */
export type RowSums = (inputs: KpiInputs) => (row: number) => readonly [above: number, below: number] | undefined;

/** Σ above / Σ below over the rows of a sheet, by the day on them. */
export function countSums(over: OperationsTable, sums: RowSums): Counting {
  return {
    over,
    by: 'recorded',
    sums: (inputs) => {
      const of = sums(inputs);
      return (row, tally) => {
        const found = of(row);
        if (found === undefined) return OUTSIDE;
        const [above, below] = found;
        if (above !== above || below !== below) return EXCLUDED;
        tally.numerator = above;
        tally.denominator = below;
        return HIT;
      };
    },
  };
}

/** The two columns of a sheet whose sums are divided. */
export function divideColumns(over: OperationsTable, above: string, below: string): Counting {
  return countSums(over, ({ dataset }) => {
    const columns = tableOf(dataset, over).columns as Readonly<Record<string, Float64Array | undefined>>;
    const [one, other] = [columns[above], columns[below]];
    return (row) => [one?.[row] ?? NaN, other?.[row] ?? NaN];
  });
}

/** The same count by a word of the row (supplier, warehouse, product), of the period; the largest denominator first. */
export function breakDown(inputs: KpiInputs, counting: Counting, word: TextColumn | undefined): IndicatorGroup[] {
  if (!word || !('sums' in counting)) return [];
  const rows = inputs.lists.lists[counting.over];
  const slotOf = rows.slotsBy(counting.by);
  const groups = word.values.length + 1;
  const above = new GroupSums(groups);
  const below = new GroupSums(groups);
  const counted = new Int32Array(groups);
  const excluded = new Int32Array(groups);
  const count = counting.sums(inputs);
  const tally = { numerator: 0, denominator: 0 };
  for (let row = 0; row < rows.rows; row++) {
    const slot = slotOf[row]!;
    if (slot < 0 || inputs.lists.slots[slot]!.bucket !== IN_PERIOD) continue;
    const verdict = count(row, tally);
    const code = word.codes[row]!;
    const group = code === NO_TEXT ? groups - 1 : code;
    if (verdict === EXCLUDED) excluded[group]!++;
    if (verdict !== HIT) continue;
    counted[group]!++;
    above.add(group, tally.numerator);
    below.add(group, tally.denominator);
  }
  return Array.from({ length: groups }, (_, group) => ({
    group: word.values.at(group) ?? '',
    ratio: ratioOf(above.at(group), below.at(group), counted[group]!, excluded[group]!),
  }))
    .filter(({ ratio }) => ratio.n + ratio.excluded > 0)
    .sort((a, b) => b.ratio.denominator - a.ratio.denominator || byCodePoint(a.group, b.group));
}

/** A plan by item: what was planned, and what was done. */
export interface PlannedItems {
  readonly over: 'purchases' | 'production';
  readonly planned: string;
  readonly actual: string;
}

interface ItemMonth {
  readonly month: number;
  readonly bucket: number;
  planned: number;
  actual: number;
  rows: number;
}

/**
 * Attainment of a plan, capped by item and month: what was planned of one item is not made good by too much of another, nor
 * is a short month by a long one.
 *
 * Formula: Σ min(actual, planned) / Σ planned over items and months. Rows without one of the two are left out.
 * Unit: ratio.   Source: definitions §2. @example maize 150 of 100, wheat 50 of 100 //=> 150 / 200 = 75 %
 */
export function measurePlan(inputs: KpiInputs, { over, planned, actual }: PlannedItems, isCapped = true): Measured {
  const { columns, rows } = tableOf(inputs.dataset, over);
  const numbers = columns as Readonly<Record<string, Float64Array | undefined>>;
  const items = new Map<string, ItemMonth>();
  const excluded = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const at = columns.day?.[row] ?? NO_DAY;
    if (at === NO_DAY || at > inputs.window.last) continue;
    const [month, bucket] = [monthOf(asDay(at)), bucketOf(inputs.window, asDay(at))];
    const [plan, done] = [numbers[planned]?.[row] ?? NaN, numbers[actual]?.[row] ?? NaN];
    if (plan !== plan && done !== done) continue;
    if (plan !== plan || done !== done) {
      excluded.set(bucket, (excluded.get(bucket) ?? 0) + 1);
      continue;
    }
    const key = `${month} ${bucket} ${textAt(columns.product, row)}`;
    const item = items.get(key) ?? { month, bucket, planned: 0, actual: 0, rows: 0 };
    item.planned += plan;
    item.actual += done;
    item.rows++;
    items.set(key, item);
  }
  const of = (bucket: number, month?: number): Ratio => {
    const chosen = [...items.values()].filter(
      (item) => item.bucket === bucket && (month === undefined || item.month === month),
    );
    const sums = new GroupSums(2);
    for (const item of chosen) {
      sums.add(0, isCapped ? Math.min(item.actual, item.planned) : item.actual);
      sums.add(1, item.planned);
    }
    const n = chosen.reduce((sum, item) => sum + item.rows, 0);
    return ratioOf(sums.at(0), sums.at(1), n, month === undefined ? (excluded.get(bucket) ?? 0) : 0);
  };
  const months = [
    ...new Set([...items.values()].filter(({ bucket }) => bucket === IN_PERIOD).map(({ month }) => month)),
  ];
  return {
    current: of(IN_PERIOD),
    previous: of(IN_PREVIOUS),
    trend: months.sort((a, b) => a - b).map((month) => ({ month, ratio: of(IN_PERIOD, month) })),
  };
}

const UNCAPPED: Text = { zh: '不封顶', en: 'Uncapped' };

export function uncappedPart(inputs: KpiInputs, items: PlannedItems): IndicatorPart {
  return partOf(UNCAPPED, 'ratio', measurePlan(inputs, items, false).current.value);
}
