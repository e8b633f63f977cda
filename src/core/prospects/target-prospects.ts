import { fill, joinTexts, type Text } from '../../i18n/text';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import type { Day } from '../model/day';
import type { Settings } from '../settings';
import { yesOrNo } from '../model/judged-words';

/** What is known of a client without an order. */
export interface TargetProspect {
  readonly isTarget: boolean;
  readonly visits: number;
  /** By the latest contact that says so. */
  readonly intends: boolean | undefined;
  /** One of the two conditions is there. */
  readonly isNearMiss: boolean;
  readonly reason: Text;
}

const VISIT_WORDS = /拜访|上门|走访|登门|visit/i;

/** @example isVisit('上门拜访') //=> true; isVisit('电话') //=> false */
export function isVisit(method: string): boolean {
  return VISIT_WORDS.test(method);
}

/**
 * 潜在(目标): visited at least three times and intends to order, without an order yet.
 *
 * Counts: contacts up to as-of whose method is a visit; intention by the latest contact with a readable word.
 * Missing: no intention written is not a no: the client stays a lead and is listed with what is missing.
 * Source: 001-11, C-09. @example three visits, latest intention 是 //=> target; two visits and 是 //=> near miss
 */
export function findTargetProspects(dataset: Dataset, asOf: Day, settings: Settings): readonly TargetProspect[] {
  const clients = tableOf(dataset, 'clients').rows;
  const { rows, columns } = tableOf(dataset, 'contacts');
  const isVisitCode = (columns.method?.values ?? []).map(isVisit);
  const visits = new Int32Array(clients);
  const intentionAt = new Float64Array(clients).fill(-Infinity);
  const intends: (boolean | undefined)[] = Array.from({ length: clients }, () => undefined);
  for (let row = 0; row < rows; row++) {
    const client = columns.client?.[row] ?? -1;
    const at = columns.at?.[row] ?? NaN;
    if (client < 0 || client >= clients || !(at < asOf + 1)) continue;
    const method = columns.method?.codes[row] ?? -1;
    if (method >= 0 && isVisitCode[method]) visits[client]!++;
    const said = yesOrNo(textAt(columns.intends, row));
    if (said !== undefined && at >= intentionAt[client]!) {
      intentionAt[client] = at;
      intends[client] = said;
    }
  }
  const need = settings['prospect.minVisits'];
  const reasonOf = reasonsBy(need);
  return intends.map((said, client) => {
    const n = visits[client]!;
    const isVisited = n >= need;
    const isTarget = isVisited && said === true;
    return {
      isTarget,
      visits: n,
      intends: said,
      isNearMiss: !isTarget && (isVisited || said === true),
      reason: reasonOf(n, said),
    };
  });
}

/** Clients with as many visits and the same intention share one reason. */
function reasonsBy(need: number): (visits: number, intends: boolean | undefined) => Text {
  const reasons = new Map<string, Text>();
  return (visits, intends) => {
    const key = `${visits} ${intends}`;
    let reason = reasons.get(key);
    if (!reason) reasons.set(key, (reason = wordReason(visits, need, intends)));
    return reason;
  };
}

function wordReason(n: number, need: number, intends: boolean | undefined): Text {
  return joinTexts([
    fill({ zh: '拜访 {n} 次（需 {need} 次）', en: '{n} visits ({need} needed)' }, { n, need }),
    intends === true
      ? { zh: '有成交意向', en: 'intends to order' }
      : intends === false
        ? { zh: '暂无意向', en: 'does not intend to order' }
        : { zh: '未填意向', en: 'intention not entered' },
  ]);
}
