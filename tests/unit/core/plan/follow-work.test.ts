import type { LoggedContact } from '../../../../src/core/plan/contact-log';
import { followWork } from '../../../../src/core/plan/follow-work';
import type { KeptRow } from '../../../../src/core/plan/kept-work';
import type { Obligation } from '../../../../src/core/plan/obligations';
import { day } from '../../../support/dataset-builder';

const anObligation = (key: string, slot: Obligation['slot'] = 'call'): Obligation => ({
  key,
  client: 0,
  type: slot === 'visit' ? 'visit' : 'call',
  number: 1,
  slot,
  isCold: false,
  priority: 5,
  purposes: [],
  ideal: 0,
  from: 0,
  to: 15,
  isDated: false,
  spacing: 1,
});

const aContact = (iso: string, { isVisit = false, planKey = '' } = {}): LoggedContact => ({
  day: day(iso),
  isVisit,
  rep: '',
  method: isVisit ? '拜访' : '电话',
  content: '',
  nextDay: undefined,
  planKey,
});

const aRow = (key: string, rest: Partial<KeptRow>): [string, KeptRow] => [
  key,
  {
    key,
    plannedDay: day('2026-02-06'),
    movedDay: undefined,
    actualDay: undefined,
    isDone: false,
    result: '',
    method: '',
    nextDay: undefined,
    notes: '',
    hasWork: true,
    wasMissed: false,
    shown: { rep: '', name: '', purpose: '', way: '', level: '' },
    ...rest,
  },
];

const statuses = (...args: Parameters<typeof followWork>): string[] => followWork(...args).map(({ status }) => status);
const two = [anObligation('call1'), anObligation('call2')];
const callAndVisit = [anObligation('call1'), anObligation('visit1', 'visit')];

describe('followWork', () => {
  it('ticks calls off by calls and visits by visits, a visit left over any contact', () => {
    expect(statuses(two, new Map(), [aContact('2026-02-03')])).toEqual(['logged', 'open']);
    expect(statuses(callAndVisit, new Map(), [aContact('2026-02-03', { isVisit: true })])).toEqual(['open', 'logged']);
    expect(statuses([anObligation('call1')], new Map(), [aContact('2026-02-03', { isVisit: true })])).toEqual([
      'logged',
    ]);
    expect(statuses([anObligation('visit1', 'visit')], new Map(), [aContact('2026-02-03')])).toEqual(['open']);
  });

  it('does not count a contact twice that she marked on the plan too', () => {
    const kept = new Map([aRow('call2', { actualDay: day('2026-02-04') })]);
    expect(statuses(two, kept, [aContact('2026-02-05')])).toEqual(['open', 'done']);
    expect(statuses(two, kept, [aContact('2026-02-09')])).toEqual(['logged', 'done']);
  });

  it('gives a contact that names its row to that row alone', () => {
    expect(statuses(two, new Map(), [aContact('2026-02-03', { planKey: 'call2' })])).toEqual(['open', 'logged']);
    expect(statuses(two, new Map(), [aContact('2026-02-03', { planKey: 'K9|2026-01|call|1' })])).toEqual([
      'open',
      'open',
    ]);
    const kept = new Map([aRow('call1', { isDone: true })]);
    expect(statuses(two, kept, [aContact('2026-02-20', { planKey: 'call1' })])).toEqual(['done', 'open']);
  });

  it('leaves a row where she moved it', () => {
    const kept = new Map([aRow('call1', { movedDay: day('2026-02-20') })]);
    expect(followWork(two, kept, [])[0]).toMatchObject({ status: 'moved', day: day('2026-02-20') });
  });
});
