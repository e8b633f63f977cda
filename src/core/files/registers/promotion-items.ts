import { byCodePoint } from '../../model/by-code-point';
import { textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { asDay, NO_DAY, type Day } from '../../model/day';
import { quantityOf, type Quantity } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';

/** What is left of a promotional item in a region. */
export interface PromotionItemStock {
  readonly item: string;
  readonly region: string;
  readonly received: Quantity;
  readonly given: Quantity;
  /** Received − given out. Below 0: more was given out than came in. */
  readonly left: Quantity;
  readonly lastDay: Outcome<Day>;
}

/**
 * Promotional items by item and region: Σ in − Σ out up to as-of. An empty number is none; lines after as-of and lines without
 * an item are left out. Source: 001-24.
 * @example 200 in, 150 out: 50 left
 */
export function countPromotionItems(dataset: Dataset, asOf: Day): Outcome<readonly PromotionItemStock[]> {
  const { columns, rows } = tableOf(dataset, 'promotionItems');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'promotionItems' });
  const found = new Map<string, { item: string; region: string; received: number; given: number; day: number }>();
  for (let row = 0; row < rows; row++) {
    const item = textAt(columns.item, row).trim();
    const day = columns.day?.[row] ?? NO_DAY;
    if (item === '' || (day !== NO_DAY && day > asOf)) continue;
    const region = textAt(columns.region, row).trim();
    const key = `${item}\n${region}`;
    const one = found.get(key) ?? { item, region, received: 0, given: 0, day: NO_DAY };
    one.received += orNone(columns.received?.[row]);
    one.given += orNone(columns.given?.[row]);
    one.day = Math.max(one.day, day);
    found.set(key, one);
  }
  const items = [...found.values()].map(({ item, region, received, given, day }) => ({
    item,
    region,
    received: quantityOf(received),
    given: quantityOf(given),
    left: quantityOf(received - given),
    lastDay: day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day)),
  }));
  return known(items.sort((a, b) => byCodePoint(a.item, b.item) || byCodePoint(a.region, b.region)));
}

const orNone = (value: number | undefined): number => (value !== undefined && value === value ? value : 0);
