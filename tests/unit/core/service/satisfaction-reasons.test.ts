import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { ComplaintCounts } from '../../../../src/core/service/complaint-counts';
import { classifySatisfaction, type SatisfactionInputs } from '../../../../src/core/service/satisfaction-class';
import type { Rhythm } from '../../../../src/core/sales/rhythm';
import { settingsWith } from '../../../../src/core/settings';
import { day } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const none = missing({ reason: 'no-sheet', sheet: 'complaints' });
const counts = (ofYear: number, open: number): Outcome<ComplaintCounts> =>
  known({ ofYear: Int32Array.of(0, ofYear), open: Int32Array.of(0, open) });

function reasonOf(inputs: Partial<SatisfactionInputs>, rhythm: Partial<Rhythm> = {}): string {
  const base = { orderDays: 4, isLost: false, isOverdue: false, reason: { zh: '停购 200 天', en: '' }, ...rhythm } as Rhythm;
  const found = classifySatisfaction(
    1,
    { rhythm: base, firstDeal: known(day('2024-01-01')), complaints: counts(0, 0), mark: undefined, ...inputs },
    asOf,
    settingsWith({}),
  );
  return found.known ? `${found.value.satisfaction}: ${found.value.reason.zh}` : found.why.reason;
} // prettier-ignore

describe('the class of satisfaction with its reason', () => {
  it.each<[string, Partial<SatisfactionInputs>, Partial<Rhythm>, string]>([
    ['lost', {}, { isLost: true }, 'lost: 停购 200 天'],
    ['two open complaints', { complaints: counts(0, 2) }, {}, 'complaining: 未结投诉 2 件'],
    ['two complaints of the year', { complaints: counts(2, 0) }, {}, 'complaining: 12个月内投诉 2 件'],
    ['a mark of five', { mark: 5 }, {}, 'complaining: 满意度 5.0/10'],
    ['a mark between', { mark: 5.1 }, {}, 'general: 满意度 5.1/10'],
    ['a mark of eight and a half', { mark: 8.5 }, {}, 'loyal: 满意度 8.5/10'],
    ['four order-days, old, on rhythm', {}, {}, 'loyal: 合作满一年，按节奏下单，12个月内无投诉'],
    ['three order-days', {}, { orderDays: 3 }, 'general: 没有忠诚或抱怨的依据'],
    ['overdue', {}, { isOverdue: true }, 'general: 没有忠诚或抱怨的依据'],
    ['one complaint of the year', { complaints: counts(1, 0) }, {}, 'general: 没有忠诚或抱怨的依据'],
    ['no complaints sheet', { complaints: none }, {}, 'general: 没有忠诚或抱怨的依据'],
    ['no first deal', { firstDeal: none }, {}, 'general: 没有忠诚或抱怨的依据'],
    ['young', { firstDeal: known(day('2026-01-01')) }, {}, 'general: 没有忠诚或抱怨的依据'],
    ['a good mark, and no complaints sheet', { mark: 9, complaints: none }, {}, 'loyal: 满意度 9.0/10'],
    ['never ordered', {}, { orderDays: 0 }, 'no-rows'],
  ])('%s', (_, inputs, rhythm, expected) => {
    expect(reasonOf(inputs, rhythm)).toBe(expected);
  });
});
