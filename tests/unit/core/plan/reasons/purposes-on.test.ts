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

describe('a purpose', () => {
  it('has its place behind what alerts ask for, by its kind', () => {
    expect((['carried', 'money', 'archive', 'limit'] as const).map((kind) => aPurpose(kind, 'x').rank)).toEqual([100, 103, 116, 117]); // prettier-ignore
    expect(aPurpose('money', 'x', undefined, 0).rank).toBe(0);
  });

  it('has at most 36 characters', () => {
    const letters = (n: number): string => 'x'.repeat(n);
    const cut = (words: string): string => aPurpose('call', words).text.zh;
    expect([cut(letters(36)), cut(letters(37))]).toEqual([letters(36), `${letters(35)}…`]);
    expect(cut(`${letters(34)}   yyy`)).toBe(`${letters(34)}…`);
    const passed = { day: day('2026-10-13'), text: { zh: letters(37), en: letters(36) } };
    expect(aPurpose('call', 'x', { passed }).passed!.text).toEqual({ zh: `${letters(35)}…`, en: letters(36) });
  });

  it('of an opportunity stays beside others, but for an intention', () => {
    expect(wordsOn('2026-10-12', aPurpose('call', '近6个月'), aPurpose('opportunity', '商机B'))).toHaveLength(2);
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
    expect(pointsOn('2026-10-12', stopped)).toContain('生日 2026-10-12');
    expect(pointsOn('2026-10-13', stopped)).not.toContain('生日 2026-10-12');
  });

  it('is first what the other purposes say, and nothing that any of them said', () => {
    const points = (purposes: readonly Purpose[], of: ClientBrief = brief) =>
      pointsBeside({ purposes, day: undefined } as unknown as PlannedContact, of).map(({ zh }) => zh);
    const other = aPurpose('call', '已392天未下单，问需求');
    expect(points([aPurpose('agreed', '约定'), other])).toEqual(['已392天未下单，问需求', '生日 2026-10-12', '下一步：送样']); // prettier-ignore
    expect(points([aPurpose('agreed', '约定'), aPurpose('opportunity', '商机B：送样'), other])).toEqual(['商机B：送样', '已392天未下单，问需求', '生日 2026-10-12']); // prettier-ignore
    const alone = { purposes: [aPurpose('agreed', '约定')], day: undefined } as unknown as PlannedContact;
    expect(pointsBeside(alone, undefined)).toEqual([]);
    const half = purposeOf('opportunity', { zh: '商机B：送样', en: 'Deal B: samples' }, 'x');
    expect(points([half])).toContain('下一步：送样');
    // What is said up to the first comma is enough.
    const rises = { talkingPoints: [{ kind: 'drop', text: { zh: '近6个月+30%，可谈加量', en: '' } }] } as unknown as ClientBrief; // prettier-ignore
    expect([points([aPurpose('call', '近6个月+30%，谈加量')], rises), points([aPurpose('call', '可谈加量')], rises)]).toEqual([[], ['近6个月+30%，可谈加量']]); // prettier-ignore
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
