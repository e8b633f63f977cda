import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordMoney, wordNumber } from '../../i18n/wording';
import type { Analysis } from '../analysis';
import { nameOf, type MeasureId } from '../measures/measures';
import type { ClientFigures } from '../sales/client-figures';
import type { MarkKind } from './client-marks';
import type { ClientStand } from './snapshot';

const NOT_THERE: Text = { zh: '无', en: 'none' };

const changed = (measure: MeasureId, before: string | Text, now: string | Text): Text =>
  fill({ zh: '{name} {before} → {now}', en: '{name} {before} → {now}' }, { name: nameOf(measure), before, now });

/**
 * The figures behind a move, before and now: of a tier, level or stage the amount, the orders and the rank; of a credit grade
 * what is owed and overdue. A figure that is the same is not named; fields of the client sheet have no figures behind them.
 *
 * @example net sales 70 → 510 in one order more //=> 净销售额 70.00 → 510.00，订单数 1 → 2，名次 3 → 1
 */
export function whyMoved(
  kind: MarkKind,
  before: ClientStand | undefined,
  now: ClientFigures,
  analysis: Analysis,
): Text {
  const parts: Text[] = [];
  const compare = (
    measure: MeasureId,
    was: number | undefined,
    is: number | undefined,
    word: (value: number) => string,
  ): void => {
    if (was === is) return;
    parts.push(changed(measure, was === undefined ? NOT_THERE : word(was), is === undefined ? NOT_THERE : word(is)));
  };
  const money = (fen: number): string => wordMoney(fen);
  const whole = (value: number): string => wordNumber(value);
  if (kind === 'tier' || kind === 'level' || kind === 'stage') {
    compare('netSales', before?.netAmount ?? 0, now.netAmount, money);
    compare('orders', before?.orders ?? 0, now.orders, whole);
    compare('rank', before?.rank, now.rank.known ? now.rank.value : undefined, whole);
  } else if (kind === 'grade' && analysis.receivables.known) {
    const owed = analysis.receivables.value.clients[now.client]!;
    compare('collectable', before?.open, owed.open, money);
    compare('overdue', before?.overdue, owed.overdue, money);
  }
  return joinTexts(parts, { zh: '，', en: ', ' });
}
