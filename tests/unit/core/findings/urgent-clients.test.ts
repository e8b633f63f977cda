import type { Finding } from '../../../../src/core/findings/finding';
import { findFindings } from '../../../../src/core/findings/find-findings';
import { urgentClient } from '../../../../src/core/findings/urgent-client.finding';
import { known } from '../../../../src/core/model/outcome';
import { anIndicator } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';
import { anAnalysisByHand, knownOr, NOT_KNOWN, type ClientByHand } from '../plan/analysis-by-hand';

const BOOK = aDataset().build();
const ASK = { zh: '催款', en: 'collect' };
const alert = (kind: string, ask: unknown = ASK) => ({ kind, measure: 'overdue', ask });
const row = (client: number, kinds: readonly string[], { severity = 'bad', atRisk = 100 } = {}) => ({
  client,
  severity,
  atRisk: knownOr<number>(atRisk),
  alerts: kinds.map((kind) => alert(kind)),
});

interface Given {
  readonly parts?: Readonly<Record<string, unknown>>;
  readonly told?: readonly number[];
  readonly clients?: readonly ClientByHand[];
}
const urgent = (
  rows: readonly unknown[],
  { parts = {}, told = [], clients = [{}, {}, {}] }: Given = {},
): readonly Finding[] =>
  urgentClient.find({
    analysis: anAnalysisByHand(clients, { alerts: known({ rows, list: [] }), ...parts }),
    dataset: BOOK,
    callPlan: undefined,
    told: new Set(told),
  });
const words = (
  kind: string,
  parts: Readonly<Record<string, unknown>>,
  clients?: readonly ClientByHand[],
): string | undefined => urgent([row(0, [kind])], { parts, ...(clients && { clients }) })[0]?.text.zh;

const lifecycle = (rhythm: Readonly<Record<string, unknown>>, compared?: readonly [before: number, recent: number]) =>
  known({
    rhythms: [{ recency: known(90), medianGap: known(20), basis: 'own', ...rhythm }],
    clients: [
      {
        compared: knownOr(
          compared && { measure: 'recentChange', months: 6, before: compared[0] * 100, recent: compared[1] * 100 },
        ),
      },
    ],
  });
const openComplaints = (n?: number) => ({
  clientFiles: known({ files: [0, 1, 2].map(() => ({ openComplaints: knownOr(n) })) }),
});

describe('what is said of a client that needs an answer', () => {
  it('is the limit and what it is exceeded by', () => {
    const credit = (exposure?: number, limit?: number) => ({
      credit: known({ clients: [{ exposure: knownOr(exposure), limit: knownOr(limit) }] }),
    });
    expect(words('limitExceeded', credit(150_000, 100_000))).toBe('客户1：超额度 500（现有额度 1,000）。');
    expect([
      words('limitExceeded', credit(1)),
      words('limitExceeded', credit(undefined, 1)),
      words('limitExceeded', {}),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('is the overdue money, what it is part of and the oldest of it', () => {
    const owing = (days?: number) => ({
      receivables: known({ clients: [{ overdue: 30_000, open: 50_000 }] }),
      payments: known([{ oldestOverdueDays: knownOr(days) }]),
    });
    expect(words('overdueMoney', owing(40))).toMatch(/^客户1：逾期 300（可催收 500，.* 40 天）。$/);
    expect(words('overdueMoney', owing())).toMatch(/ — 天）。$/);
    expect(words('overdueMoney', { receivables: owing(1).receivables })).toBeUndefined();
    expect(words('overdueMoney', { payments: owing(1).payments })).toBeUndefined();
  });

  it('is for how long nothing was ordered, against whose rhythm, and what was bought', () => {
    expect(words('orderOverdue', { lifecycle: lifecycle({}) })).toBe(
      '客户1：已 90 天未下单（通常 20 天一单，本期没买）。',
    );
    expect(words('orderOverdue', { lifecycle: lifecycle({ basis: 'peers' }) }, [{ netAmount: 12_300 as never }])).toBe(
      '客户1：已 90 天未下单（同行通常 20 天一单，本期净销售额 123）。',
    );
    expect([
      words('orderOverdue', { lifecycle: lifecycle({ recency: NOT_KNOWN }) }),
      words('orderOverdue', { lifecycle: lifecycle({ medianGap: NOT_KNOWN }) }),
      words('orderOverdue', {}),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('is how sales fell; of who is silent that is said once', () => {
    expect(words('drop', { lifecycle: lifecycle({}, [100, 60]) })).toMatch(/净销售额-40\.0%（100 → 60）。$/);
    expect([words('drop', { lifecycle: lifecycle({}) }), words('drop', {})]).toEqual([undefined, undefined]);
    const both = (recent: number) =>
      urgent([row(0, ['orderOverdue', 'drop'])], { parts: { lifecycle: lifecycle({}, [100, recent]) } })[0]!;
    expect([both(0).text.zh.includes('%'), both(0).isOfSilence]).toEqual([false, true]);
    expect([both(1).text.zh.includes('-99.0%'), both(1).isOfSilence]).toEqual([true, false]);
    expect(urgent([row(0, ['drop'])], { parts: { lifecycle: lifecycle({}, [100, 0]) } })[0]!.text.zh).toContain(
      '-100.0%',
    );
  });

  it('is how many complaints wait, and nothing of kinds that are told elsewhere', () => {
    expect(words('openComplaint', openComplaints(1))).toBe('客户1：未结投诉 1 件。');
    expect([
      words('openComplaint', openComplaints(0)),
      words('openComplaint', openComplaints()),
      words('openComplaint', {}),
    ]).toEqual([undefined, undefined, undefined]);
    for (const kind of ['noSecondOrder', 'complaintSpike', 'concentration', 'fileDue', 'importantDay'])
      expect(words(kind, openComplaints(1))).toBeUndefined();
  });
});

describe('which clients are said to need an answer', () => {
  it('are the first ten with money at risk, what is bad before what is to be watched', () => {
    const clients = Array.from({ length: 24 }, () => ({}));
    const parts = { clientFiles: known({ files: clients.map(() => ({ openComplaints: known(1) })) }) };
    const rows = clients.map((_, at) => row(at, ['openComplaint'], { severity: at % 2 ? 'bad' : 'watch' }));
    const found = urgent(rows, { clients, parts });
    expect(found.map((one) => one.clients[0])).toEqual([
      1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18,
    ]);
    expect([found[0]!.severity, found[10]!.severity, found[0]!.stake, found[0]!.subject]).toEqual([
      'bad',
      'watch',
      known(100),
      'client 1',
    ]);
  });

  it('are none without money at risk, of nobody, or told of already', () => {
    const of = (one: ReturnType<typeof row>, told: readonly number[] = []) =>
      urgent([one], { parts: openComplaints(1), told });
    expect([
      of({ ...row(0, ['openComplaint']), atRisk: NOT_KNOWN }),
      of(row(-1, ['openComplaint'])),
      of(row(0, ['openComplaint']), [0]),
    ]).toEqual([[], [], []]);
    const [found] = of(row(1, ['openComplaint']));
    expect([found!.next!.zh, found!.measure]).toEqual(['尚未指定业务员：催款', 'overdue']);
    const silent = {
      client: 0,
      severity: 'bad',
      atRisk: known(1),
      alerts: [{ kind: 'openComplaint', measure: 'overdue' }],
    };
    expect(urgent([silent], { parts: openComplaints(1) })[0]!.next).toBeUndefined();
    expect(urgent([{ ...silent, alerts: [{ kind: 'openComplaint' }] }], { parts: openComplaints(1) })).toEqual([]);
    expect(
      urgentClient.find({ analysis: anAnalysisByHand([{}]), dataset: BOOK, callPlan: undefined, told: new Set() }),
    ).toEqual([]);
  });
});

describe('the findings of a meeting', () => {
  const totals = (net: number, before: number) => ({
    totals: { netAmount: net, growth: known(net / before - 1), previousNetAmount: known(before), orders: 1 },
  });
  const said = (parts: Readonly<Record<string, unknown>>, clients: readonly ClientByHand[]) =>
    findFindings({
      analysis: anAnalysisByHand(clients, {
        accounts: [],
        concentration: NOT_KNOWN,
        complaints: NOT_KNOWN,
        retention: NOT_KNOWN,
        clientIndicators: [],
        ...totals(100, 100),
        ...parts,
      }),
      dataset: BOOK,
      callPlan: undefined,
    });

  it('are led by net sales, then what is bad by its money, then the rest, three of a kind', () => {
    const clients = Array.from({ length: 8 }, () => ({ previousNetAmount: NOT_KNOWN }) as never);
    const alerts = known({
      list: [],
      rows: [1, 2, 3, 4, 5].map((at) =>
        row(at, ['openComplaint'], { severity: at < 5 ? 'bad' : 'watch', atRisk: at === 2 ? 900 : at }),
      ),
    });
    const found = said(
      {
        ...totals(50, 100),
        alerts,
        clientFiles: known({ files: clients.map(() => ({ openComplaints: known(1) })) }),
        accounts: [{ sheet: '甲', read: 10, rejected: 5 }],
        concentration: known({ isCr1High: true, cr1: 0.5 }),
      },
      clients,
    );
    expect(found.map(({ subject }) => subject)).toEqual([
      'sales',
      'client 2',
      'client 4',
      'client 3',
      'concentration',
      'data',
    ]);
  });

  it('never tell of one client twice, and are seven at most', () => {
    const known0 = (net: number, before: number) => ({ netAmount: net, previousNetAmount: known(before) }) as never;
    const clients = [known0(100, 500), known0(50, 50), known0(50, 50), known0(50, 50)];
    const rows = [0, 1, 2, 3].map((at) => row(at, ['openComplaint']));
    const clientFiles = known({ files: clients.map(() => ({ openComplaints: known(1) })) });
    const deal = { client: 9, expectedAmount: known(1), expectedDay: NOT_KNOWN, nextStep: '' };
    const others = {
      accounts: [{ sheet: '甲', read: 10, rejected: 5 }],
      concentration: known({ isCr1High: true, cr1: 0.5 }),
      indicators: [anIndicator('K02', '准时率', 'On time', 1, 2, { target: known(0.9), status: known('bad') })],
      pipeline: known({ opportunities: [{ ...deal, client: 3 }], expectedDeals: [0], expectedAmount: 1 }),
    };
    const found = said({ ...totals(250, 650), alerts: known({ list: [], rows }), clientFiles, ...others }, clients);
    expect(found.map(({ subject }) => subject)).toEqual([
      ...['sales', 'indicator K02', 'client 1', 'client 2', 'client 3', 'deals', 'concentration'],
    ]);
    // The deal of a client who is told of already is counted, not told.
    expect(found[5]!.clients).toEqual([]);
  });

  it('are at most seven, and none of a client that left where it says no more than that', () => {
    const clients: readonly ClientByHand[] = [
      { previousNetAmount: known(500) as never },
      { previousNetAmount: known(400) as never },
      { previousNetAmount: known(1) as never },
    ];
    const silent = [0, 1].map((client) => ({
      client,
      severity: 'watch',
      atRisk: known(client + 1),
      alerts: [alert('orderOverdue')],
    }));
    const lifecycleOfAll = known({
      rhythms: clients.map(() => ({ recency: known(90), medianGap: known(20), basis: 'own' })),
      clients: clients.map(() => ({ compared: NOT_KNOWN })),
    });
    const found = said(
      {
        alerts: known({ list: [], rows: silent }),
        lifecycle: lifecycleOfAll,
        retention: known({ lost: 2, lostClients: [0, 1], activeBefore: 3 }),
      },
      clients,
    );
    expect(found.map(({ kind, clients: of }) => [kind, of])).toEqual([['lostClients', [0]]]);
  });
});
