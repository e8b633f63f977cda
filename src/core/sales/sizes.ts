import { fill, type Text } from '../../i18n/text';
import { wordPercent } from '../../i18n/wording';
import type { Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import { blocksOf } from './amount-blocks';
import { compareShare, fractionOf } from './exact-share';
import { amountOfYear, type SalesHistory } from './sales-history';

export type Size = 'A' | 'B' | 'C';

/** Always with its scheme: a bare letter says nothing (C-03). */
export const SIZE_LABELS: Readonly<Record<Size, Text>> = {
  A: { zh: '规模A', en: 'Size A' },
  B: { zh: '规模B', en: 'Size B' },
  C: { zh: '规模C', en: 'Size C' },
};

export interface SizeResult {
  readonly size: Size;
  readonly reason: Text;
}

/**
 * Large, middle and small clients by the volume of 12 months.
 *
 * Formula: clients with positive volume from large to small, equal ones as one block; the middle of a block's cumulative share
 * ≤ 70 %: A, ≤ 90 %: B, else C. By net quantity in one unit, else by net amount, which the reason says. The cuts are
 * proposals. Unit: none.   Missing: no volume.   Source: 001-6, C-07.
 * @example 70, 20, 10 //=> A, B, C
 */
export function rankSizes(history: SalesHistory, settings: Settings): readonly Outcome<SizeResult>[] {
  const { quantities } = history;
  const byQuantity = quantities.known && quantities.value.some((quantity) => quantity > 0);
  const volumeOf = (client: number): Money =>
    byQuantity && quantities.known ? (quantities.value[client]! as Money) : amountOfYear(history, client);
  const clients = Array.from({ length: history.clients }, (_, client) => client);
  const blocks = blocksOf(
    clients.filter((client) => volumeOf(client) > 0),
    volumeOf,
  );
  const total = blocks[blocks.length - 1]?.after ?? 0;
  const basis: Text = byQuantity ? { zh: '数量', en: 'quantity' } : { zh: '金额', en: 'amount' };
  const cutA = fractionOf(settings['size.cutA']);
  const cutB = fractionOf(settings['size.cutB']);
  const results: Outcome<SizeResult>[] = clients.map(() => missing({ reason: 'no-rows' }));
  for (const { before, after, members } of blocks) {
    const middle = before + after;
    const size: Size =
      compareShare(middle, 2 * total, cutA) <= 0 ? 'A' : compareShare(middle, 2 * total, cutB) <= 0 ? 'B' : 'C';
    const result = known(new SizeOfVolume(size, basis, after / total));
    for (const client of members) results[client] = result;
  }
  return results;
}

/** The reason is worded when somebody reads it. */
class SizeOfVolume implements SizeResult {
  constructor(
    readonly size: Size,
    private readonly basis: Text,
    private readonly share: number,
  ) {}

  get reason(): Text {
    return fill(
      { zh: '近12个月{basis}累计到 {share}', en: 'cumulative {basis} of 12 months up to {share}' },
      { basis: this.basis, share: wordPercent(this.share) },
    );
  }
}
