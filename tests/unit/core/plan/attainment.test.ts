import { measureAttainment } from '../../../../src/core/plan/attainment';
import type { ContactStatus, PlannedContact } from '../../../../src/core/plan/planned-contact';
import type { AccountLevel } from '../../../../src/core/sales/key-accounts';
import { verbatim } from '../../../../src/i18n/text';

const aContact = (status: ContactStatus, client: number, rep = 0, level: AccountLevel = 'key'): PlannedContact => ({
  key: `${client}`,
  status,
  day: undefined,
  rep,
  client,
  level,
  tier: undefined,
  type: 'call',
  slot: 'call',
  priority: 5,
  purposes: [],
  purpose: verbatim(''),
  alsoFor: verbatim(''),
  preparation: verbatim(''),
  source: '',
  logged: undefined,
  shown: undefined,
});

const rows = [
  aContact('done', 1),
  aContact('logged', 1),
  aContact('missed', 2),
  aContact('planned', 3, 1, 'general'),
  aContact('done', 4, 1, 'general'),
  aContact('moved', 4, 1, 'general'),
  aContact('cancelled', 5),
  aContact('earlier', 6),
  aContact('carried', 7),
];

describe('measureAttainment', () => {
  it('counts what this month asks for: done and logged against all, kept rows left out', () => {
    const { total } = measureAttainment(rows, 2);
    expect([total.planned, total.done, total.missed]).toEqual([6, 3, 1]);
    expect(total.attainment.value).toEqual({ known: true, value: 0.5 });
    // Of clients 1 to 4 only the first has all of its contacts.
    expect(total.coverage.value).toEqual({ known: true, value: 0.25 });
  });

  it('tells people and classes apart', () => {
    const { byRep, byLevel } = measureAttainment(rows, 3);
    expect(byRep.map(({ rep, planned, done, missed }) => [rep, planned, done, missed])).toEqual([
      [0, 3, 2, 1],
      [1, 3, 1, 0],
    ]);
    expect(byLevel.map(({ level, planned, done }) => [level, planned, done])).toEqual([
      ['key', 3, 2],
      ['general', 3, 1],
    ]);
  });

  it('tells visits apart: what was to be travelled', () => {
    const visits = rows.map((row, i) => (i % 2 === 0 ? { ...row, slot: 'visit' as const } : row));
    // Rows 0 and 2 of the first (done, missed), 4 of the second (done); kept rows do not count.
    const found = measureAttainment(visits, 2);
    expect(found.visitsByRep.map(({ rep, planned, done, missed }) => [rep, planned, done, missed])).toEqual([
      [0, 2, 1, 1],
      [1, 1, 1, 0],
    ]);
    expect(found.visits.attainment.value).toEqual({ known: true, value: 2 / 3 });
  });

  it('knows no rate where nothing was planned', () => {
    expect(measureAttainment([], 1).total.attainment.value.known).toBe(false);
  });
});
