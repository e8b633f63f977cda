import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import type { Dataset } from '../../../src/core/model/dataset';
import { asDay, dayOf, isoOf } from '../../../src/core/model/day';
import { planCalls, type CallPlan } from '../../../src/core/plan/call-plan';
import type { KeptRow, KeptWork } from '../../../src/core/plan/kept-work';
import { isAbsent } from '../../../src/core/plan/people/reps';
import { settingsWith } from '../../../src/core/settings';
import { aDataset } from '../../support/dataset-builder';
import { seededRandom } from '../../support/seeded-random';

/** A firm by a seed: clients, sales, opportunities, invoices, contacts, people with absences. */
function aFirm(seed: number, clients: number): Dataset {
  const random = seededRandom(seed);
  const code = (index: number): string => `K${String(index + 1).padStart(3, '0')}`;
  const someDay = (from: number, to: number): string => isoOf(asDay(random.whole(from, to)));
  const from = dayOf(2025, 1, 1);
  const to = dayOf(2026, 1, 31);
  return aDataset()
    .withClients(
      Array.from({ length: clients }, (_, index) => ({
        code: code(index),
        name: `客户${index}`,
        region: ['华东', '华南', ''][index % 3]!,
        rep: ['王芳', '李强', ''][random.whole(0, 2)]!,
        birthday: random.next() < 0.2 ? `02-${String(random.whole(1, 28)).padStart(2, '0')}` : '',
      })),
    )
    .withTransactions(
      Array.from({ length: clients * 4 }, () => ({
        client: code(Math.floor(clients * 0.7 * random.next() ** 2)),
        day: someDay(from, to),
        amount: random.whole(100, 90_000),
      })),
    )
    .withInvoices(
      Array.from({ length: clients }, () => ({
        client: code(random.whole(0, clients - 1)),
        day: someDay(from, to - 40),
        dueDay: someDay(to - 90, to + 20),
        amount: random.whole(100, 9000),
      })),
    )
    .withRows(
      'prospects',
      Array.from({ length: Math.floor(clients / 3) }, () => ({
        client: code(random.whole(0, clients - 1)),
        expectedDay: someDay(to - 20, to + 500),
        expectedAmount: 1000,
        quotedDay: someDay(to - 60, to),
      })),
    )
    .withRows(
      'contacts',
      Array.from({ length: clients }, () => ({
        client: code(random.whole(0, clients - 1)),
        at: someDay(to - 60, to + 10),
        method: random.next() < 0.3 ? '拜访' : '电话',
        ...(random.next() < 0.3 && { nextDay: someDay(to - 5, to + 30) }),
      })),
    )
    .withRows('reps', [
      { rep: '王芳', region: '华东', callsPerDay: random.whole(1, 12), visitsPerDay: random.whole(0, 4) },
      { rep: '李强', region: '华南', absentFrom: '2026-02-05', absentTo: '2026-02-12' },
    ])
    .build();
}

const firm = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  clients: fc.integer({ min: 1, max: 80 }),
  asOf: fc.integer({ min: dayOf(2026, 1, 26), max: dayOf(2026, 2, 27) }),
  preset: fc.constantFrom('manual', 'industry', 'own'),
});
type Firm = typeof firm extends fc.Arbitrary<infer F> ? F : never;

function analysed({ seed, clients, asOf, preset }: Firm): { dataset: Dataset; analysis: Analysis } {
  const dataset = aFirm(seed, clients);
  const settings = settingsWith({ 'plan.preset': preset as 'manual', 'plan.month': '2026-02' });
  const analysis = analyse(dataset, {
    today: asDay(asOf),
    asOf: asDay(asOf),
    period: { kind: 'last12m' },
    settings,
  });
  return { dataset, analysis };
}

/** The plan as it would be read back from its own sheet, with nothing typed on it. */
function readBack(plan: CallPlan): KeptWork {
  return new Map(
    plan.contacts.map(({ key, day, status, purpose }): [string, KeptRow] => [
      key,
      {
        key,
        plannedDay: day,
        movedDay: undefined,
        actualDay: undefined,
        isDone: false,
        result: '',
        method: '',
        nextDay: undefined,
        notes: '',
        hasWork: false,
        wasMissed: status === 'missed',
        shown: { rep: '', name: '', purpose: purpose.zh, way: '', level: '' },
      },
    ]),
  );
}

const placement = (plan: CallPlan): unknown => [
  plan.contacts.map(({ key, day, status }) => [key, day, status]),
  plan.spilled.map(({ key, reason }) => [key, reason]),
];

describe('the call plan', () => {
  it('loads nobody beyond a day, and puts nothing on a day off, an absence or a day gone by', () => {
    fc.assert(
      fc.property(firm, (one) => {
        const { dataset, analysis } = analysed(one);
        const plan = planCalls(dataset, analysis);
        plan.reps.forEach(({ rep }, index) => {
          const own = plan.contacts.filter((contact) => contact.rep === index && contact.status === 'planned');
          for (const { day } of own) {
            expect(plan.calendar.isWorking(day!)).toBe(true);
            expect(isAbsent(rep, day!)).toBe(false);
            expect(day! > analysis.asOf).toBe(true);
          }
          for (const day of plan.month.days) {
            const calls = own.filter((contact) => contact.day === day && contact.slot === 'call').length;
            const visits = own.filter((contact) => contact.day === day && contact.slot === 'visit').length;
            const load = (calls && calls / rep.callsPerDay) + (visits && visits / rep.visitsPerDay);
            expect(load).toBeLessThanOrEqual(1 + 1e-9);
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('plans or spills every contact once, and says why', () => {
    fc.assert(
      fc.property(firm, (one) => {
        const { dataset, analysis } = analysed(one);
        const plan = planCalls(dataset, analysis);
        const keys = [...plan.contacts, ...plan.spilled].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { reason } of plan.spilled)
          expect(['grade', 'days', 'slots', 'region', 'spacing', 'window', 'away', 'unassigned']).toContain(reason);
        // A key client has its call and its visit, planned, logged or spilled: nothing is lost on the way.
        if (one.preset !== 'manual' || !analysis.keyAccounts.known) return;
        analysis.keyAccounts.value.clients.forEach(({ level }, client) => {
          if (level !== 'key') return;
          const code = analysis.clients[client]!.code;
          expect(keys).toContain(`${code}|2026-02|call|1`);
          expect(keys).toContain(`${code}|2026-02|visit|1`);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('is the same for the same input, and stays as it is when it is read back', () => {
    fc.assert(
      fc.property(firm, (one) => {
        const { dataset, analysis } = analysed(one);
        const plan = planCalls(dataset, analysis);
        expect(placement(planCalls(dataset, analysis))).toEqual(placement(plan));
        expect(placement(planCalls(dataset, analysis, readBack(plan)))).toEqual(placement(plan));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the visits of a day in one region, and gives nobody’s clients no day', () => {
    fc.assert(
      fc.property(firm, (one) => {
        const { dataset, analysis } = analysed(one);
        const plan = planCalls(dataset, analysis);
        const regions = new Map<string, Set<string>>();
        for (const { rep, day, slot, client, status } of plan.contacts) {
          if (status !== 'planned') continue;
          expect(plan.reps[rep]?.rep.name ?? '').not.toBe('');
          if (slot !== 'visit') continue;
          const place = `${rep} ${day}`;
          regions.set(place, (regions.get(place) ?? new Set()).add(plan.briefs.get(client)!.region));
        }
        for (const own of regions.values()) expect(own.size).toBe(1);
        for (const { rep, reason, proposal } of plan.spilled) {
          expect(rep < 0).toBe(reason === 'unassigned');
          // Somebody else with days to spare: for who has no rep, and for what a rep cannot do.
          if (proposal !== undefined)
            expect([plan.reps[proposal]!.schedule.freeDays > 0, proposal === rep]).toEqual([true, false]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('says what an alert asks for first on the client’s first contact, in at most 36 characters', () => {
    fc.assert(
      fc.property(firm, (one) => {
        const { dataset, analysis } = analysed(one);
        const plan = planCalls(dataset, analysis);
        for (const { purpose } of plan.contacts) {
          expect(purpose.zh.length).toBeLessThanOrEqual(36);
          expect(purpose.en.length).toBeLessThanOrEqual(36);
        }
        if (!analysis.alerts.known) return;
        for (const { client, alerts } of analysis.alerts.value.rows) {
          const ask = alerts.find((alert) => alert.ask)?.ask;
          const asked = plan.contacts.filter((contact) => contact.client === client && contact.status === 'planned');
          const said = asked.find(({ purposes }) => purposes.some(({ text }) => ask && text.zh === ask.zh));
          if (said) expect(said.purpose.zh).toBe(ask!.zh);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('lets a contact that was moved into the month stand once, under its key, and asks for no less than before', () => {
    fc.assert(
      fc.property(firm, fc.integer({ min: 0, max: 27 }), (one, offset) => {
        const { dataset, analysis } = analysed(one);
        const client = analysis.clients[0]!.code;
        const key = `${client}|2026-01|call|1`;
        const movedDay = asDay(dayOf(2026, 2, 1) + offset);
        const shown = { rep: '', name: '', purpose: '上月的事', way: '电话', level: '' };
        const row: KeptRow = {
          key, plannedDay: asDay(dayOf(2026, 1, 20)), movedDay, actualDay: undefined, isDone: false, result: '',
          method: '', nextDay: undefined, notes: '', hasWork: true, wasMissed: false, shown,
        }; // prettier-ignore
        const plan = planCalls(dataset, analysis, new Map([[key, row]]));
        const there = plan.contacts.filter((contact) => contact.key === key);
        expect(there.map(({ status, day }) => [status, day])).toEqual([['moved', movedDay]]);
        const keys = [...plan.contacts, ...plan.spilled].map((contact) => contact.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { key: before } of planCalls(dataset, analysis).contacts) expect(keys).toContain(before);
      }),
      { numRuns: 15 },
    );
  });

  it('never lets two contacts of a client fall on one day', () => {
    fc.assert(
      fc.property(firm, (one) => {
        const { dataset, analysis } = analysed(one);
        const days = planCalls(dataset, analysis)
          .contacts.filter(({ status }) => status === 'planned')
          .map(({ client, day }) => `${client} ${day}`);
        expect(new Set(days).size).toBe(days.length);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves room on a day for what was moved to it', () => {
    let moved = 0;
    fc.assert(
      fc.property(firm, (one) => {
        const { dataset, analysis } = analysed(one);
        const plan = planCalls(dataset, analysis);
        const planned = plan.contacts.filter(({ status }) => status === 'planned');
        const onDay = (rep: number, day: number | undefined): number =>
          planned.filter((contact) => contact.rep === rep && contact.day === day).length;
        const fullest = [...planned].sort((a, b) => onDay(b.rep, b.day) - onDay(a.rep, a.day))[0];
        const other = planned.find(({ rep, day }) => rep === fullest?.rep && day !== fullest.day);
        if (!fullest || !other) return;
        moved++;
        const kept = new Map(readBack(plan));
        kept.set(other.key, { ...kept.get(other.key)!, movedDay: fullest.day, hasWork: true });
        const after = planCalls(dataset, analysis, kept).contacts;
        expect(after.find(({ key }) => key === other.key)).toMatchObject({ status: 'moved', day: fullest.day });
        const { callsPerDay, visitsPerDay } = plan.reps[fullest.rep]!.rep;
        const there = after.filter(({ rep, day }) => rep === fullest.rep && day === fullest.day);
        // A card that is sent takes nothing of the day.
        const shareOf = (slot: string): number =>
          slot === 'none' ? 0 : 1 / (slot === 'call' ? callsPerDay : visitsPerDay);
        const load = there.reduce((sum, { slot }) => sum + shareOf(slot), 0);
        const alone = shareOf(other.slot);
        expect(load).toBeLessThanOrEqual(Math.max(1, alone) + 1e-9);
      }),
      { numRuns: 25 },
    );
    expect(moved).toBeGreaterThan(5);
  });
});
