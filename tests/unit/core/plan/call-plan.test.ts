import { isoOf, monthOf } from '../../../../src/core/model/day';
import { known } from '../../../../src/core/model/outcome';
import type { Settings } from '../../../../src/core/settings';
import { aDataset, day } from '../../../support/dataset-builder';
import { isItsMonth } from '../../../../src/core/plan/frequencies';
import { aKeptRow } from './a-kept-row';
import { general, lines, person, planOf, type Someone } from './plan-by-hand';

describe('the plan of a month', () => {
  it('has each contact with its day, its reason and what to have at hand', () => {
    const plan = planOf([general()]);
    // ⌊16/4⌋ = 4 and ⌊3·16/4⌋ = 12: Friday 6 and Wednesday 25 February.
    expect(lines(plan)).toEqual([
      ['K1|call|1', 'planned', '02-06'],
      ['K1|call|2', 'planned', '02-25'],
    ]);
    expect(plan.contacts[0]).toEqual({
      ...{
        key: 'K1|2026-02|call|1',
        status: 'planned',
        day: day('2026-02-06'),
        rep: 0,
        client: 0,
        level: 'general',
        tier: known(2),
      },
      ...{ type: 'call', slot: 'call', priority: 6, purposes: [expect.objectContaining({ kind: 'call' })] },
      ...{
        purpose: { zh: '近12个月没有下单，听意见', en: 'no order in 12 mo.: feedback' },
        alsoFor: { zh: '', en: '' },
      },
      ...{
        preparation: { zh: '近期订单与交货', en: 'recent orders and deliveries' },
        source: '001-33',
        logged: undefined,
        shown: undefined,
      },
    });
    expect(plan.reps[0]).toMatchObject({ gap: 0, imbalance: undefined, rep: { name: '王芳' } });
    expect(plan.reps[0]!.counts).toEqual(plan.month.days.map((_, at) => (at === 4 || at === 12 ? 1 : 0)));
    expect([plan.massClients, plan.spilled, plan.moves, [...plan.briefs.keys()]]).toEqual([0, [], [], [0]]);
    expect(plan.attainment.total).toMatchObject({ planned: 2, done: 0, missed: 0 });
  });

  it('names the first purpose, the others beside it, and the rule of each once', () => {
    const clientFiles = known({ files: [{ openComplaints: known(1), isRefreshDue: true, updatedDay: known(1) }] });
    const [first] = planOf([general()], { parts: { clientFiles } }).contacts;
    expect([first!.purpose.zh, first!.alsoFor.zh, first!.source]).toEqual([
      '未结投诉 1 件，答复处理进度',
      '核对更新客户资料',
      '001-30, 000-P10',
    ]);
    expect(first!.preparation.zh).toBe('投诉处理进度、客户资料卡（核对更新）');
  });

  it('goes by person, day, priority, then who comes first, then key', () => {
    const plan = planOf(
      [
        general({ rep: '甲', net: 1 }),
        general({ rep: '乙', net: 1 }),
        general({ rep: '乙', net: 5 }),
        ['key', { rep: '乙', net: 1 }],
      ],
      {
        settings: { 'plan.visitsKey': 0 },
      },
    );
    expect(plan.reps.map(({ rep }) => rep.name)).toEqual(['乙', '甲']);
    expect(plan.contacts.map(({ rep, client, day: on }) => [rep, isoOf(on!).slice(5), client])).toEqual(
      [...plan.contacts]
        .map(({ rep, client, day: on }) => [rep, isoOf(on!).slice(5), client] as const)
        .sort(
          (a, b) =>
            a[0] - b[0] ||
            (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0) ||
            [2, 1, 0, 3].indexOf(a[2]) - [2, 1, 0, 3].indexOf(b[2]),
        ),
    );
    expect(new Set(plan.contacts.map(({ client }) => client)).size).toBe(4);
  });

  it('leaves out departments, what is written off, and prospects who bought elsewhere', () => {
    const book = aDataset().withClients([
      { code: 'K1', internal: true },
      { code: 'K2', writtenOff: true },
      { code: 'K3' },
      { code: 'K4' },
      { code: 'K5' },
    ]);
    const pipeline = known({
      opportunities: [2, 3].map((client) => ({ client, state: 'lost', flags: [], habc: { known: false } })),
      gradeOfClient: new Map([
        [4, 'D'],
        [0, 'D'],
        [1, 'A'],
      ]),
      habcOfClient: new Map(),
    });
    const plan = planOf([general(), general(), ['lead'], general(), ['lead']], { book, parts: { pipeline } });
    expect([...new Set(plan.contacts.map(({ client }) => client))].filter((client) => client !== 4)).toEqual([3]);
    expect(plan.massClients).toBe(2);
  });
});

describe('contacts of one day', () => {
  it('go by person, priority, who comes first, then key, whatever came first', () => {
    const kept = ['K1', 'K2', 'K3', 'K4', 'K5'].flatMap((code) => [1, 2].map((n) => aKeptRow(`${code}|2026-02|call|${n}`, n === 1 ? '2026-02-02' : '2026-02-24'))); // prettier-ignore
    const clients: readonly Someone[] = [general({ net: 1 }), general({ net: 5 }), ['key', { net: 1 }], general({ net: 5 }), general({ net: 99, rep: '赵' })]; // prettier-ignore
    const plan = planOf(clients, { kept, settings: { 'plan.visitsKey': 0 } });
    expect(lines(plan).filter(([, , on]) => on === '02-02').map(([key]) => key)).toEqual([
      'K3|call|1', 'K2|call|1', 'K4|call|1', 'K1|call|1', 'K5|call|1',
    ]); // prettier-ignore
    expect(plan.reps.map(({ counts }) => counts[0])).toEqual([4, 1]);
  });

  it('leave room for each other: what is done or moved there takes its place', () => {
    const book = aDataset().withRows('reps', [person('王芳', { callsPerDay: 1 })]);
    const kept = [aKeptRow('K1|2026-02|call|1', '2026-02-05', { movedDay: day('2026-02-06'), hasWork: true })];
    const plan = planOf([general(), general()], { book, kept });
    expect(lines(plan).filter(([key]) => key === 'K2|call|1')).toEqual([['K2|call|1', 'planned', '02-05']]);
    expect(lines(plan).filter(([key]) => key === 'K1|call|1')).toEqual([['K1|call|1', 'moved', '02-06']]);
    // On a day off it takes the time of no day.
    const sunday = [aKeptRow('K1|2026-02|call|1', '2026-02-05', { movedDay: day('2026-02-08') })];
    expect(lines(planOf([general(), general()], { book, kept: sunday })).find(([key]) => key === 'K2|call|1')![2]).toBe('02-06'); // prettier-ignore
  });

  it('are visits to who buys most, and calls to who owes most', () => {
    // One day is left, with time for one visit.
    const days = { absentFrom: '2026-02-02', absentTo: '2026-02-27', visitsPerDay: 1, callsPerDay: 1 };
    const book = aDataset().withRows('reps', [person('王芳', days)]);
    const alerts = known({ rows: [{ client: 0, atRisk: known(999), alerts: [] }] });
    const spilled = (settings: Partial<Settings>) => planOf([['key', { net: 100 }], ['key', { net: 500 }]], { book, parts: { alerts }, settings }).spilled.map(({ key }) => key); // prettier-ignore
    expect(spilled({ 'plan.preset': 'own', 'plan.ownCallsKey': 0 })).toEqual(['K1|2026-02|visit|1']);
    expect(spilled({ 'plan.visitsKey': 0 })).toEqual(['K2|2026-02|call|1']);
  });

  it('take no time where a card is sent', () => {
    const code = Array.from({ length: 20 }, (_, at) => `K${at}`).find((one) =>
      isItsMonth(one, monthOf(day('2026-02-01')), 3),
    )!;
    const pipeline = known({ opportunities: [], gradeOfClient: new Map([[0, 'D']]), habcOfClient: new Map() });
    const plan = planOf([['lead', { code }]], { parts: { pipeline } });
    expect(plan.contacts.map(({ type, slot }) => [type, slot])).toEqual([['card', 'none']]);
    expect(plan.reps[0]!.counts.every((n) => n === 0)).toBe(true);
  });
});

describe('what has no room', () => {
  const days = { absentFrom: '2026-02-02', absentTo: '2026-02-27', callsPerDay: 1, visitsPerDay: 1 };
  const book = () => aDataset().withRows('reps', [person('王芳', days), person('李强'), person('赵')]);
  const clients: readonly Someone[] = [
    ['key', { net: 500, region: '华东' }],
    general({ net: 300, region: '华东' }),
    general({ net: 1, region: '华东', rep: '李强' }),
    general({ net: 1, region: '西北', rep: '赵' }),
    general({ net: 900, region: '', rep: '' }),
    general({ net: 901, region: '华东', rep: '' }),
  ];

  it('stands with its reason, its days and who could take it: of the region first', () => {
    // One day is left to 王芳: her key client's call. 李强, of the same region, has room; nobody has K5 and K6.
    const plan = planOf(clients, { book: book() });
    const names = plan.reps.map(({ rep }) => rep.name);
    expect(names).toEqual(['李强', '王芳', '赵']);
    expect(
      plan.spilled.map(({ key, rep, reason, personDays, proposal, priority, slot }) => [
        key.replace('|2026-02', ''),
        rep,
        reason,
        personDays,
        proposal,
        priority,
        slot,
      ]),
    ).toEqual([
      ['K1|visit|1', 1, 'days', 1, 0, 4, 'visit'],
      ['K6|call|1', -1, 'unassigned', 0.05, 0, 6, 'call'],
      ['K6|call|2', -1, 'unassigned', 0.05, 0, 6, 'call'],
      ['K5|call|1', -1, 'unassigned', 0.05, 2, 6, 'call'],
      ['K5|call|2', -1, 'unassigned', 0.05, 2, 6, 'call'],
      ['K2|call|1', 1, 'days', 1, 0, 6, 'call'],
      ['K2|call|2', 1, 'days', 1, 0, 6, 'call'],
    ]);
    expect(plan.spilled[0]).toMatchObject({
      client: 0,
      level: 'key',
      grade: undefined,
      source: '001-33',
      purpose: { zh: '近12个月没有下单，核对计划' },
    });
    expect(lines(plan).filter(([key]) => String(key).startsWith('K1'))).toEqual([['K1|call|1', 'planned', '02-28']]);
    expect([...plan.briefs.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is the gap of its person; loads a fifth off the mean of those who have any are said', () => {
    const plan = planOf(clients, { book: book() });
    // Asked of 王芳: 4 days, she has 1. Planned: 1, 0.1 and 0.1; mean 0.4.
    expect(plan.reps.map(({ gap }) => gap)).toEqual([0, 3, 0]);
    const off = plan.reps.map(({ imbalance }) => imbalance!);
    expect(off[0]).toBeCloseTo(-0.75, 9);
    expect(off[1]).toBeCloseTo(1.5, 9);
    expect(
      planOf([general()], { book: aDataset().withRows('reps', [person('王芳'), person('李强')]) }).reps.map(
        ({ imbalance }) => imbalance,
      ),
    ).toEqual([undefined, undefined]);
    const two = planOf([general(), general(), general(), general({ rep: '李强' })], { book: aDataset().withRows('reps', [person('王芳'), person('李强'), person('赵')]) }); // prettier-ignore
    // 0.3 and 0.1 days, mean 0.2; who has nothing to do is left out.
    expect(two.reps.map(({ imbalance }) => imbalance?.toFixed(9))).toEqual(['-0.500000000', '0.500000000', undefined]);
    const even = planOf([general(), general(), general({ rep: '李强' }), general({ rep: '李强' })]);
    expect(even.reps.map(({ imbalance }) => imbalance)).toEqual([undefined, undefined]);
  });

  it('could be given to somebody of the region with room, the least valuable client first', () => {
    // 16 working days at two calls a day: 王芳 has 14 calls, 7 days; 李强 2, 1 day; the mean is 4.
    const many = Array.from({ length: 7 }, (_, at) => general({ net: 100 + at, region: '华东' }));
    const two = person('王芳', { callsPerDay: 2 });
    const plan = planOf([...many, general({ net: 5, region: '华东', rep: '李强' })], {
      book: aDataset().withRows('reps', [two, person('李强', { callsPerDay: 2 })]),
    });
    expect(plan.moves).toEqual([{ from: 1, to: 0, region: '华东', clients: [0, 1, 2], days: 3 }]);
  });
});
