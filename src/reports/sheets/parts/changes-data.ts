import { findMovements, type Movements } from '../../../core/changes/movement';
import { contributionsOfRows, type RowContribution } from '../../../core/changes/row-contributions';
import { bridgeSales, type BridgeRow } from '../../../core/changes/sales-bridge';
import { measureTurnover, type TurnoverRow } from '../../../core/changes/turnover';
import type { Tier } from '../../../core/sales/tiers';
import type { ReportContext } from '../../layout/report-context';
import { TIER_WORDS } from '../../words/domain-words';

/** All that 本期变动 says, from one comparison. */
export interface ChangesData {
  readonly movements: Movements;
  readonly turnover: readonly TurnoverRow[];
  readonly bridge: readonly BridgeRow[];
  readonly contributions: readonly RowContribution[];
}

const TIERS: readonly Tier[] = [1, 2, 3];

/** @example tierOfWord('Ⅱ类') //=> 2 */
const tierOfWord = (word: string): Tier | undefined =>
  TIERS.find((tier) => word === TIER_WORDS[tier].zh || word === TIER_WORDS[tier].en);

const found = new WeakMap<NonNullable<ReportContext['earlier']>, ChangesData>();

/** The changes of a run: worked out once for all tables of the sheet. Without a snapshot only what the sheets tell. */
export function changesDataOf({ analysis, dataset, earlier }: ReportContext): ChangesData | undefined {
  if (!earlier) return undefined;
  const before = found.get(earlier);
  if (before) return before;
  const { snapshot } = earlier;
  const isOfMoney = snapshot !== undefined && analysis.clients.length > 0 && snapshot.clients.length > 0;
  const turnover = isOfMoney ? measureTurnover(analysis, snapshot) : [];
  const data: ChangesData = {
    movements: findMovements(analysis, earlier, tierOfWord),
    turnover,
    bridge: isOfMoney
      ? bridgeSales(turnover, { before: snapshot.totals.netAmount, now: analysis.totals.netAmount })
      : [],
    contributions: snapshot ? contributionsOfRows(dataset, analysis, snapshot) : [],
  };
  found.set(earlier, data);
  return data;
}
