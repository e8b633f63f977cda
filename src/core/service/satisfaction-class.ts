import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import type { Day } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import type { Settings } from '../settings';
import type { ComplaintCounts } from './complaint-counts';
import { isOldClient } from '../sales/key-accounts';
import type { Rhythm } from '../sales/rhythm';

export type SatisfactionClass = 'lost' | 'complaining' | 'loyal' | 'general';

export const SATISFACTION_CLASS_LABELS: Readonly<Record<SatisfactionClass, Text>> = {
  lost: { zh: '停购', en: 'Stopped buying' },
  complaining: { zh: '抱怨', en: 'Complaining' },
  loyal: { zh: '忠诚', en: 'Loyal' },
  general: { zh: '一般', en: 'Ordinary' },
};

export interface SatisfactionInputs {
  readonly rhythm: Rhythm;
  readonly firstDeal: Outcome<Day>;
  readonly complaints: Outcome<ComplaintCounts>;
  /** Latest overall mark on ten points. */
  readonly mark: number | undefined;
}

export interface SatisfactionClassResult {
  readonly satisfaction: SatisfactionClass;
  readonly reason: Text;
}

/** Says what the rhythm says, when somebody reads it. */
class LostByRhythm implements SatisfactionClassResult {
  readonly satisfaction = 'lost';

  constructor(private readonly rhythm: Rhythm) {}

  get reason(): Text {
    return this.rhythm.reason;
  }
}

/**
 * 忠诚, 一般, 抱怨, 流失, in the exact order of the tests.
 *
 * Rule: lost by the client's rhythm; complaining: an open complaint, or two in 12 months, or a mark of 5 or less; loyal: a mark
 * of 8.5 or more, or, without a survey, a year of dealing, four order-days, on rhythm and no complaint in 12 months; else
 * ordinary. Missing: no order. Without a complaints sheet nobody becomes loyal by having no complaint.
 * Source: 004-12. @example open complaint and a mark of 9 //=> complaining
 */
export function classifySatisfaction(
  client: number,
  inputs: SatisfactionInputs,
  asOf: Day,
  settings: Settings,
): Outcome<SatisfactionClassResult> {
  const { rhythm, complaints, mark, firstDeal } = inputs;
  const result = (satisfaction: SatisfactionClass, reason: Text): Outcome<SatisfactionClassResult> =>
    known({ satisfaction, reason });
  if (rhythm.orderDays === 0) return missing({ reason: 'no-rows' });
  if (rhythm.isLost) return known(new LostByRhythm(rhythm));
  const open = complaints.known ? complaints.value.open[client]! : 0;
  const ofYear = complaints.known ? complaints.value.ofYear[client]! : 0;
  if (open > 0) {
    return result('complaining', fill({ zh: '未结投诉 {n} 件', en: 'open complaints: {n}' }, { n: open }));
  }
  if (ofYear >= settings['satisfaction.complaints']) {
    return result(
      'complaining',
      fill({ zh: '12个月内投诉 {n} 件', en: 'complaints in 12 months: {n}' }, { n: ofYear }),
    );
  }
  const words = mark === undefined ? '' : wordNumber(mark, 1);
  if (mark !== undefined && mark <= settings['satisfaction.complainingScore']) {
    return result('complaining', fill({ zh: '满意度 {mark}/10', en: 'satisfaction {mark} of 10' }, { mark: words }));
  }
  if (mark !== undefined && mark >= settings['satisfaction.loyalScore']) {
    return result('loyal', fill({ zh: '满意度 {mark}/10', en: 'satisfaction {mark} of 10' }, { mark: words }));
  }
  const isLoyalByDeeds =
    mark === undefined &&
    complaints.known &&
    ofYear === 0 &&
    !rhythm.isOverdue &&
    rhythm.orderDays >= settings['satisfaction.loyalOrderDays'] &&
    firstDeal.known &&
    isOldClient(firstDeal.value, asOf, settings);
  if (isLoyalByDeeds) {
    return result('loyal', {
      zh: '合作满一年，按节奏下单，12个月内无投诉',
      en: 'a year of dealing, on rhythm, no complaint in 12 months',
    });
  }
  return result(
    'general',
    mark === undefined
      ? { zh: '没有忠诚或抱怨的依据', en: 'nothing that speaks for loyalty or complaint' }
      : fill({ zh: '满意度 {mark}/10', en: 'satisfaction {mark} of 10' }, { mark: words }),
  );
}
