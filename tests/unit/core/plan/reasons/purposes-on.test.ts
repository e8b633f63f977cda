import { pointsBeside } from '../../../../../src/core/plan/reasons/points-beside';
import { preparationFor } from '../../../../../src/core/plan/reasons/preparations';
import { BEHIND_ALL, purposeOf, type Purpose, type PurposeKind } from '../../../../../src/core/plan/reasons/purposes';
import { purposesOn } from '../../../../../src/core/plan/reasons/purposes-on';
import { shortDay } from '../../../../../src/core/plan/reasons/short-day';
import { wordChange } from '../../../../../src/core/sales/word-change';
import type { ClientBrief } from '../../../../../src/core/plan/client-brief';
import type { PlannedContact } from '../../../../../src/core/plan/planned-contact';
import { workMonthOf } from '../../../../../src/core/calendar/calendar-month';
import { makeWorkCalendar } from '../../../../../src/core/calendar/work-calendar';
import { monthOf } from '../../../../../src/core/model/day';
import type { Money } from '../../../../../src/core/model/money';
import { day } from '../../../../support/dataset-builder';

const aPurpose = (
  kind: PurposeKind,
  words: string,
  details?: Parameters<typeof purposeOf>[4],
  rank?: number,
): Purpose => purposeOf(kind, { zh: words, en: words }, 'x', rank, details);
const wordsOn = (on: string, ...purposes: Purpose[]): string[] =>
  purposesOn(purposes, day(on)).map(({ text }) => text.zh);

describe('the purposes of a contact on its day', () => {
  const due = aPurpose('call', '约10-13该下单，提前问量', {
    about: 'lateOrder',
    passed: { day: day('2026-10-13'), text: { zh: '10-13该下单，核实', en: 'Was due 10-13?' } },
  });

  it('says what is over as over, from the day after', () => {
    expect(wordsOn('2026-10-13', due)).toEqual(['约10-13该下单，提前问量']);
    expect(wordsOn('2026-10-21', due)).toEqual(['10-13该下单，核实']);
  });

  it('leaves out what only fills a line, but for a file to check and a stale agreement', () => {
    const filler = aPurpose('call', '09-22买料 1,000，问使用', { isFiller: true });
    expect(wordsOn('2026-10-21', filler)).toHaveLength(1);
    expect(wordsOn('2026-10-21', aPurpose('money', '催收'), filler)).toEqual(['催收']);
    expect(wordsOn('2026-10-21', filler, aPurpose('archive', '核对'))).toHaveLength(2);
    expect(wordsOn('2026-10-21', filler, aPurpose('agreed', '原约', undefined, BEHIND_ALL))).toHaveLength(2);
  });

  it('names an opportunity once', () => {
    const both = [
      aPurpose('intention', '意向A 280,000，预计10-12成交'),
      aPurpose('opportunity', '商机A 280,000：拜访'),
    ];
    expect(wordsOn('2026-10-12', ...both)).toEqual(['意向A 280,000，预计10-12成交']);
  });
});

describe('what stands beside the first purpose', () => {
  const brief = {
    talkingPoints: [
      { kind: 'lateOrder', text: { zh: '已392天未下单', en: 'no order for 392 days' } },
      { kind: 'importantDay', text: { zh: '生日 2026-10-12', en: 'Birthday on 2026-10-12' }, until: day('2026-10-12') },
      { gist: '送样', text: { zh: '下一步：送样', en: 'next step: 送样' } },
    ],
  } as unknown as ClientBrief;
  const pointsOn = (on: string, purpose: Purpose): string[] =>
    pointsBeside({ purposes: [purpose], day: day(on) } as unknown as PlannedContact, brief).map(({ zh }) => zh);

  it('says nothing twice, and no day that is over', () => {
    const stopped = aPurpose('winBack', '停购：已392天未下单', { about: 'lateOrder' });
    expect(pointsOn('2026-10-09', stopped)).toEqual(['生日 2026-10-12', '下一步：送样']);
    expect(pointsOn('2026-10-26', stopped)).toEqual(['下一步：送样']);
    expect(pointsOn('2026-10-26', aPurpose('opportunity', '商机B 1,000：送样'))).toEqual(['已392天未下单']);
  });
});

describe('what to have at hand', () => {
  it('is named once, though several purposes need it', () => {
    expect(preparationFor([aPurpose('money', 'a'), aPurpose('limit', 'b')])).toEqual({
      zh: '对账单、到期发票、额度',
      en: 'statement of account, invoices due, limit',
    });
  });
});

describe('short words', () => {
  const month = workMonthOf(makeWorkCalendar('CN'), monthOf(day('2026-10-01')), day('2026-09-30'), 3);

  it('leave out the year of a day within half a year', () => {
    expect(['2026-10-12', '2027-02-17', '2026-01-22', '2025-11-13'].map((one) => shortDay(day(one), month))).toEqual([
      '10-12',
      '02-17',
      '2026-01-22',
      '2025-11-13',
    ]);
  });

  it('say a change in money where it began near nothing', () => {
    const compared = (recent: number, before: number) => ({
      measure: 'recentChange' as const,
      months: 6,
      recent: (recent * 100) as Money,
      before: (before * 100) as Money,
    });
    expect(wordChange(compared(1230, 600), 1.05).zh).toBe('近6个月同比+105.0%');
    expect(wordChange(compared(442, 19), 442 / 19 - 1).zh).toBe('近6个月净销售额442（之前19）');
    expect(wordChange(compared(0, 600), -1).zh).toBe('近6个月没有下单（之前净销售额600）');
  });
});
