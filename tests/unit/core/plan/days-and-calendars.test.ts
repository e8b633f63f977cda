import type { CallPlan } from '../../../../src/core/plan/call-plan';
import { isoOf } from '../../../../src/core/model/day';
import { known } from '../../../../src/core/model/outcome';
import type { Settings } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';
import { general, person, planOf } from './plan-by-hand';

describe('a day to remember', () => {
  const importantDays = known({
    days: [{ client: 0, kind: 'birthday', event: { zh: '生日', en: 'Birthday' }, day: day('2026-02-12') }],
  });

  it('is greeted by who is there before it: not on a day of absence', () => {
    // Of the three working days before the 12th (index 8) and itself the rep is away on the 11th and 12th.
    const book = aDataset().withRows('reps', [person('王芳', { absentFrom: '2026-02-11', absentTo: '2026-02-12' })]);
    const greets = (plan: CallPlan) =>
      plan.contacts
        .filter(({ purposes }) => purposes.some(({ kind }) => kind === 'importantDay'))
        .map(({ day: on }) => isoOf(on!));
    expect(greets(planOf([general()], { book, parts: { importantDays } }))).toEqual(['2026-02-10']);
    expect(greets(planOf([general()], { parts: { importantDays } }))).toEqual(['2026-02-12']);
    // Away on the very day, the rep greets with the call of the first half of the month.
    const greeting = (rows: readonly ReturnType<typeof person>[]) => planOf([general()], { book: aDataset().withRows('reps', rows), parts: { importantDays } }).contacts.find(({ purposes }) => purposes.some(({ kind }) => kind === 'importantDay'))!.key; // prettier-ignore
    expect([greeting([]), greeting([person('王芳', { absentFrom: '2026-02-12' })])]).toEqual(['K1|2026-02|call|2', 'K1|2026-02|call|1']); // prettier-ignore
  });

  it('is spoken of by the contact that greets, and in the brief where none does', () => {
    const points = (asOf: string) =>
      planOf([general()], { parts: { importantDays }, asOf })
        .briefs.get(0)!
        .talkingPoints.map(({ kind }) => kind);
    expect(points('2026-01-31')).toEqual([]);
    // Whatever else the contact is for.
    const clientFiles = known({ files: [{ openComplaints: known(1), isRefreshDue: false }] });
    const both = planOf([['focus']], { parts: { importantDays, clientFiles }, settings: { 'plan.visitsFocus': 0 } });
    expect(both.contacts.map(({ purposes }) => purposes.map(({ kind }) => kind))).toEqual([['openComplaint', 'importantDay']]); // prettier-ignore
    expect(both.briefs.get(0)!.talkingPoints.map(({ kind }) => kind)).toEqual(['openComplaint']);
    const march = known({
      days: [{ client: 0, kind: 'birthday', event: { zh: '生日', en: 'Birthday' }, day: day('2026-03-12') }],
    });
    expect(
      planOf([general()], { parts: { importantDays: march } })
        .briefs.get(0)!
        .talkingPoints.map(({ kind }) => kind),
    ).toEqual(['importantDay']);
  });
});

describe('whose calendar it goes by', () => {
  const flagsOf = (settings: Partial<Settings>, book?: DatasetBuilder) => {
    const { country, guessedBy, isPublished, lacksHolidays, lacksCountry, preset } = planOf([general()], {
      settings,
      ...(book && { book }),
    });
    return { country, guessedBy, isPublished, lacksHolidays, lacksCountry, preset };
  };

  it('is guessed or chosen, and says what is not announced or not there', () => {
    expect(flagsOf({})).toEqual({
      country: 'CN',
      guessedBy: 'none',
      isPublished: true,
      lacksHolidays: false,
      lacksCountry: false,
      preset: 'manual',
    });
    expect(flagsOf({ 'plan.calendar': 'CN', 'plan.month': '2040-02', 'plan.preset': 'own' })).toEqual({
      country: 'CN',
      guessedBy: undefined,
      isPublished: false,
      lacksHolidays: false,
      lacksCountry: false,
      preset: 'own',
    });
    expect(flagsOf({ 'plan.month': '1990-02' }).isPublished).toBe(true);
    expect(flagsOf({ 'plan.calendar': 'none' })).toMatchObject({
      country: 'none',
      lacksHolidays: true,
      lacksCountry: false,
    });
    expect(flagsOf({ 'plan.calendar': 'DE' as never })).toMatchObject({
      country: 'DE',
      lacksHolidays: false,
      lacksCountry: true,
    });
  });

  it('knows the days of a country once they are loaded', () => {
    const loaded = (isLoaded: boolean, country: string) => ({ build: () => ({ ...aDataset().build(), countryDays: { isLoaded, country, days: [] } }) }) as unknown as DatasetBuilder; // prettier-ignore
    const lacks = (isLoaded: boolean, country: string) => flagsOf({ 'plan.calendar': 'DE' as never }, loaded(isLoaded, country)).lacksCountry; // prettier-ignore
    expect([lacks(true, 'DE'), lacks(false, 'DE'), lacks(true, 'FR')]).toEqual([false, true, true]);
  });

  it('has days off of its own from one on of that year', () => {
    const own = (...rows: readonly { readonly day?: string; readonly working?: boolean }[]) =>
      flagsOf({ 'plan.calendar': 'none' }, aDataset().withRows('holidays', rows)).lacksHolidays;
    expect([
      own({ day: '2026-05-01' }),
      own({ day: '2025-05-01' }),
      own({ day: '2026-05-01', working: true }),
      own({ working: true }),
    ]).toEqual([false, true, true, true]);
    expect(own({ day: '2025-05-01' }, { day: '2026-05-01', working: false })).toBe(false);
  });
});
