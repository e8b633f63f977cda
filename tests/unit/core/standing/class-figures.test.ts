import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Analysis } from '../../../../src/core/analysis';
import { asDay } from '../../../../src/core/model/day';
import { known, missing } from '../../../../src/core/model/outcome';
import type { AlertKind } from '../../../../src/core/standing/alert';
import { CLASS_SCHEMES } from '../../../../src/core/standing/classes';
import { TABLES, type TableName } from '../../../../src/core/model/tables';
import type { Settings } from '../../../../src/core/settings';
import { allFigures } from '../../../support/all-figures';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { seededRandom } from '../../../support/seeded-random';

const asOf = '2026-06-30';
const analyseIt = (builder: DatasetBuilder, settings: Partial<Settings> = {}): Analysis =>
  anAnalysis(builder.build(), { asOf, settings }).analysis;

const ago = (days: number): never => asDay(day(asOf) - days) as never;
const sale = (client: string, daysAgo: number, amount = 100): RowOf<'transactions'> => ({
  client,
  day: ago(daysAgo),
  amount,
});

/** The value of a scheme, by client. */
function classesOf(analysis: Analysis, id: string): (string | undefined)[] {
  if (!analysis.classes.known) throw new Error('there are clients');
  const at = analysis.classes.value.schemes.findIndex((scheme) => scheme.id === id);
  return analysis.classes.value.clients.map(({ classes }) => {
    const found = classes[at]!;
    return found.known ? found.value.value.zh : undefined;
  });
}

describe('class schemes', () => {
  it('are each a file of the folder, with ids of their own', () => {
    const files = readdirSync(join(__dirname, '../../../../src/core/standing/classes')).filter((name) =>
      name.endsWith('.class.ts'),
    );
    expect(CLASS_SCHEMES).toHaveLength(files.length);
    expect(new Set(CLASS_SCHEMES.map(({ id }) => id)).size).toBe(CLASS_SCHEMES.length);
    for (const { label, needs } of CLASS_SCHEMES) {
      expect(label.zh && label.en).toBeTruthy();
      for (const path of needs) {
        const [table, column] = path.split('.') as [TableName, string];
        expect(Object.keys(TABLES[table])).toContain(column);
      }
    }
  });

  it('class by flags and words of the client sheet, and leave empty cells missing', () => {
    const analysis = analyseIt(
      aDataset()
        .withClients([
          {
            code: 'A',
            internal: true,
            vip: true,
            member: true,
            industry: '饲料',
            valueType: '灯塔型',
            sizeClass: '规模B',
          },
          { code: 'B', internal: false, vip: false },
          { code: 'C' },
        ])
        .withTransactions([sale('A', 10), sale('B', 10), sale('C', 10)]),
    );
    // Not marked as internal: from outside.
    expect(classesOf(analysis, 'internalExternal')).toEqual(['内部客户', '外部客户', '外部客户']);
    expect(classesOf(analysis, 'vip')).toEqual(['VIP', '普通', 'VIP（建议）']);
    expect(classesOf(analysis, 'stability')).toEqual(['会员', '临时', '临时']);
    expect(classesOf(analysis, 'industry')).toEqual(['饲料', undefined, undefined]);
    expect(classesOf(analysis, 'size')[0]).toBe('规模B');
    expect(classesOf(analysis, 'businessType')).toEqual([undefined, undefined, undefined]);
  });

  it('class old and new to the day', () => {
    const analysis = analyseIt(
      aDataset()
        .withClients([{ code: 'N', firstDealDay: '2020-01-01' }, { code: 'P' }])
        .withTransactions([
          { client: 'O', day: '2025-06-30', amount: 1 },
          { client: 'Y', day: '2025-07-01', amount: 1 },
          sale('N', 5),
        ]),
    );
    // N, P, O, Y: the client sheet first, then as found in the transactions.
    expect(classesOf(analysis, 'oldNew')).toEqual(['老客户', '未成交', '老客户', '新客户']);
    expect(classesOf(analysis, 'population')).toEqual(['客户群体', '潜在客户群体', '客户群体', '客户群体']);
    expect(classesOf(analysis, 'practice')).toEqual(['已交易', '潜在', '已交易', '已交易']);
  });

  it('class size by cumulative quantity with the midpoint rule', () => {
    const line = (client: string, quantity: number): RowOf<'transactions'> => ({ ...sale(client, 10), quantity });
    const analysis = analyseIt(aDataset().withTransactions([line('C', 10), line('A', 70), line('B', 20)]));
    expect(classesOf(analysis, 'size')).toEqual(['规模C', '规模A', '规模B']);
  });

  it('class urgency by the nearest required day', () => {
    const promise = (client: string, days: number, delivered = false): RowOf<'deliveries'> => ({
      client,
      promisedDay: ago(-days),
      deliveredDay: delivered ? ago(1) : undefined,
    });
    const analysis = analyseIt(
      aDataset()
        .withTransactions(['A', 'B', 'C', 'D', 'E', 'F'].map((client) => sale(client, 10)))
        .withDeliveries([
          promise('A', -5),
          promise('B', 3),
          promise('B', 20),
          promise('C', 4),
          promise('D', 30),
          promise('E', 31),
          promise('F', 1, true),
        ]),
    );
    expect(classesOf(analysis, 'urgency')).toEqual(['紧急', '紧急', '缓急', '不紧急', '可慢反应', '可慢反应']);
    expect(classesOf(analyseIt(aDataset().withTransactions([sale('A', 1)])), 'urgency')).toEqual([undefined]);
  });

  it('manage the only client of a region as tier Ⅰ, strategic ones too, and let the person decide', () => {
    const analysis = analyseIt(
      aDataset()
        .withClients([
          { code: 'A', region: '华东' },
          { code: 'B', region: '西北' },
          { code: 'C', region: '华东' },
          { code: 'D', region: '华东', strategic: true },
          { code: 'E', region: '西南', manualTier: 'Ⅱ' },
        ])
        .withTransactions([sale('A', 1, 1000), sale('B', 1, 10), sale('C', 1, 9), sale('D', 1, 8), sale('E', 1, 7)]),
    );
    expect(classesOf(analysis, 'tier')).toEqual(['Ⅰ类', 'Ⅲ类', 'Ⅲ类', 'Ⅲ类', 'Ⅲ类']);
    expect(classesOf(analysis, 'managedTier')).toEqual(['Ⅰ类', 'Ⅰ类', 'Ⅲ类', 'Ⅰ类', 'Ⅱ类']);
  });

  it('are judged by the four principles', () => {
    const analysis = analyseIt(
      aDataset()
        .withClients([
          { code: 'A', industry: '饲料', phone: '1' },
          { code: 'B', industry: '饲料', phone: '1' },
          { code: 'C', industry: '养殖' },
          { code: 'D' },
        ])
        .withTransactions([sale('A', 1, 600), sale('B', 1, 300), sale('C', 1, 100), sale('D', 1, 5)]),
    );
    const quality = analysis.classes.known && analysis.classes.value.quality.find(({ id }) => id === 'industry');
    expect(quality).toMatchObject({
      measurable: { value: known(0.75) },
      smallestShare: known(0.1),
      reachable: known(0),
      difference: known(4.5),
      isSound: false,
    });
    expect(
      quality && quality.groups.map(({ code, clients, amountPerClient }) => [code, clients, amountPerClient]),
    ).toEqual([
      ['饲料', 2, 45000],
      ['养殖', 1, 10000],
    ]);
  });
});

describe('strategy', () => {
  it('follows level, tier and stage, and asks cash of the dishonest', () => {
    const analysis = analyseIt(
      aDataset()
        .withClients([{ code: 'A', honest: '失信' }, { code: 'P' }, { code: 'L' }])
        .withTransactions([sale('A', 1), sale('L', 400)]),
    );
    if (!analysis.classes.known) throw new Error('there are clients');
    const [a, p, l] = analysis.classes.value.clients.map(({ strategy }) => strategy.zh);
    expect(a).toBe('不诚信：款到发货；Ⅰ类：密切跟踪，价格优惠，优先交货；导入期：跟踪，促成再次下单');
    expect(p).toBe('线索：弄清需要与意向');
    expect(l).toBe('流失：半年一次挽回回访');
  });
});

describe('alerts', () => {
  const kindsOf = (analysis: Analysis): AlertKind[] =>
    analysis.alerts.known ? analysis.alerts.value.list.map(({ kind }) => kind) : [];
  /** A file that is fresh, so that only the case itself speaks. */
  const fresh = { updatedDay: '2026-06-01' } as const;
  const quiet: Partial<Settings> = { 'concentration.cr1': 1, 'concentration.cr5': 1 };

  it('speaks of late orders, louder for key clients', () => {
    const rows = [65, 55, 45, 35].map((days) => sale('A', days));
    const severityWith = (settings: Partial<Settings>): string[] => {
      const analysis = analyseIt(
        aDataset()
          .withClients([
            { code: 'A', ...fresh },
            { code: 'B', ...fresh },
          ])
          .withTransactions([...rows, sale('B', 1, 5000)]),
        { ...quiet, ...settings },
      );
      return analysis.alerts.known ? analysis.alerts.value.list.map(({ kind, severity }) => `${kind} ${severity}`) : [];
    };
    expect(severityWith({})).toEqual(['orderOverdue bad']);
    expect(severityWith({ 'key.topN': 1 })).toEqual(['orderOverdue watch']);
  });

  it('speaks of a new client without a second order from 60 days on', () => {
    const one = (days: number): Analysis =>
      analyseIt(
        aDataset()
          .withClients([{ code: 'A', ...fresh }])
          .withTransactions([sale('A', days)]),
        quiet,
      );
    expect(kindsOf(one(59))).toEqual([]);
    expect(kindsOf(one(60))).toEqual(['noSecondOrder']);
    expect(kindsOf(one(400))).toEqual([]);
  });

  it('speaks of limits, overdue money, complaints of key clients, concentration, files and days', () => {
    const analysis = analyseIt(
      aDataset()
        .withClients([{ code: 'A', creditLimit: 50, birthday: '7月1日', updatedDay: '2025-01-01' }, { code: 'B' }])
        .withTransactions([sale('A', 1, 1000), sale('B', 1, 10)])
        .withInvoices([
          { client: 'A', invoiceNo: '1', day: ago(100), dueDay: ago(91), amount: 60 },
          { client: 'B', invoiceNo: '2', day: ago(100), dueDay: ago(30), amount: 60 },
        ])
        .withReceipts([{ client: 'B', day: ago(20), amount: 1 }])
        .withComplaints([{ client: 'A', received: '2026-06-20' }]),
    );
    if (!analysis.alerts.known) throw new Error('there are sales');
    const found = analysis.alerts.value.list.map(({ kind, severity, client }) => `${kind} ${severity} ${client}`);
    expect(found).toEqual([
      'openComplaint bad 0',
      'overdueMoney bad 0',
      'limitExceeded bad 0',
      'fileDue notice 0',
      'importantDay notice 0',
      'concentration watch -1',
      'concentration watch -1',
      'fileDue notice -1',
    ]);
  });

  it('puts one row a client, by the money at risk of debts and of sales', () => {
    const { alerts } = analyseIt(
      aDataset()
        .withClients([
          { code: 'A', name: '甲', creditLimit: 50 },
          { code: 'B', name: '乙' },
        ])
        // Both bought ten times 100 in the last year; A two days ago, B 60 days ago and every 5 days before that.
        .withTransactions([
          ...Array.from({ length: 10 }, (_, n) => ({
            client: 'A',
            day: ago(2 + n * 5),
            amount: 100,
            orderNo: `A${n}`,
          })),
          ...Array.from({ length: 10 }, (_, n) => ({
            client: 'B',
            day: ago(60 + n * 5),
            amount: 100,
            orderNo: `B${n}`,
          })),
        ])
        .withInvoices([
          { client: 'A', invoiceNo: '1', day: ago(100), dueDay: ago(40), amount: 70 },
          { client: 'B', invoiceNo: '2', day: ago(100), dueDay: ago(30), amount: 60 },
        ])
        .withReceipts([{ client: 'B', day: ago(20), amount: 1 }])
        .withComplaints([{ client: 'A', received: '2026-06-20' }]),
    );
    if (!alerts.known) throw new Error('there are sales');
    const rows = alerts.value.rows.filter(({ client }) => client >= 0);
    // B: 60 days have room for 12 orders of 100, at most the 1,000 of the year. A: the larger of 70 overdue and 20 above the
    // limit, and one order of 100 complained of.
    expect(rows.map(({ client, atRisk }) => [client, atRisk.known && atRisk.value])).toEqual([
      [1, 100_000],
      [0, 17_000],
    ]);
    expect(rows[1]!.alerts.map(({ kind }) => kind).slice(0, 3)).toEqual([
      'openComplaint',
      'overdueMoney',
      'limitExceeded',
    ]);
    expect(rows[0]!.alerts[0]!.ask?.zh).toBe('已60天未下单（通常5天一单），问原因');
  });

  it.each([
    // Four a month in each of the eleven months before: to watch above 4 + 3 · 2, to act on above 4 + 6 · 2.
    [10, undefined],
    [11, 'watch'],
    [16, 'watch'],
    [17, 'bad'],
  ])('takes %p complaints after months of 4 for: %s', (last, severity) => {
    const before = Array.from({ length: 11 }, (_, month) => new Date(Date.UTC(2025, 6 + month, 10)).toISOString());
    const received = [
      ...before.flatMap((iso) => Array.from({ length: 4 }, () => iso.slice(0, 10))),
      ...Array.from({ length: last }, () => '2026-06-10'),
    ];
    const { alerts } = analyseIt(
      aDataset()
        .withClients([{ code: 'A', name: '甲' }])
        .withTransactions([
          { client: 'A', day: '2025-07-01', amount: 100 },
          { client: 'A', day: ago(0), amount: 100 },
        ])
        .withComplaints(received.map((day) => ({ client: 'A', received: day }))),
    );
    if (!alerts.known) throw new Error('there are sales');
    expect(alerts.value.list.find(({ kind }) => kind === 'complaintSpike')?.severity).toBe(severity);
  });

  it.each([
    // One in eleven months, 0.09 on average: four are no wave whatever the average, five are, and from 0.09 + 6 on bad.
    [4, undefined],
    [5, 'watch'],
    [7, 'bad'],
  ])('takes %p complaints after a quiet year for: %s', (last, severity) => {
    const { alerts } = analyseIt(
      aDataset()
        .withClients([{ code: 'A', name: '甲' }])
        .withTransactions([
          { client: 'A', day: '2025-07-01', amount: 100 },
          { client: 'A', day: ago(0), amount: 100 },
        ])
        .withComplaints(
          ['2025-07-10', ...Array.from({ length: last }, () => '2026-06-10')].map((received) => ({
            client: 'A',
            received,
          })),
        ),
    );
    if (!alerts.known) throw new Error('there are sales');
    expect(alerts.value.list.find(({ kind }) => kind === 'complaintSpike')?.severity).toBe(severity);
  });

  it('notices complaints that jump in the last month, and counts the months without any', () => {
    // 16 months back to 1 a month but for two without; then 9 in June.
    const calm = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((n) => n !== 4 && n !== 7);
    const received = [...calm.map((n) => ago(30 * n)), ...Array.from({ length: 9 }, (_, n) => ago(n + 1))];
    const { alerts } = analyseIt(
      aDataset()
        .withClients([{ code: 'A', name: '甲' }])
        .withTransactions([{ client: 'A', day: ago(1), amount: 100 }])
        .withComplaints(received.map((day) => ({ client: 'A', received: day }))),
    );
    if (!alerts.known) throw new Error('there are sales');
    const spike = alerts.value.list.find(({ kind }) => kind === 'complaintSpike');
    // 8 complaints in the ten or eleven months before: more than 0.8 + 6 · 1.
    expect(spike).toMatchObject({ severity: 'bad', client: -1 });
    expect(spike!.text.zh).toMatch(/^2026-06 投诉 9 件，之前 1[01] 个月平均每月 0\.[78] 件$/);
  });
});

/** Clients with everything, some of it missing, from a seed. */
function aBook(
  seed: number,
  clients: number,
): { readonly builder: () => DatasetBuilder; readonly codes: readonly string[] } {
  const random = seededRandom(seed);
  const codes = Array.from({ length: clients }, (_, i) => `C${i}`);
  const maybe = <T>(value: T): T | undefined => (random.next() < 0.6 ? value : undefined);
  const clientRows = codes.map((code) => ({
    code,
    industry: maybe(random.pick(['饲料', '养殖'])),
    creditLimit: maybe(random.whole(0, 5000)),
    creditTermDays: maybe(random.whole(0, 90)),
    netAssets: maybe(random.whole(-1000, 100000)),
    foundedDay: maybe('2012-05-01'),
    collateral: maybe(random.whole(0, 3000)),
    honest: maybe(random.pick(['诚信', '失信', ''])),
    phone: maybe('13800138000'),
  }));
  const sales = codes.flatMap((client) =>
    Array.from({ length: random.whole(0, 14) }, () => ({
      client,
      day: ago(random.whole(0, 700)),
      amount: random.whole(-20, 500),
      quantity: random.whole(1, 9),
    })),
  );
  const invoices = sales.map((row, i) => ({
    client: row.client,
    invoiceNo: maybe(`I${i}`),
    day: row.day,
    dueDay: maybe(asDay(Number(row.day) + 30) as never),
    amount: row.amount,
    disputed: random.next() < 0.05,
  }));
  const receipts = invoices
    .filter(() => random.next() < 0.7)
    .map(({ client, day: billed, amount, invoiceNo }) => ({
      client,
      day: asDay(Math.min(day(asOf), Number(billed) + random.whole(0, 90))) as never,
      amount: Math.abs(amount) * random.pick([0.5, 1, 1]),
      invoiceNo,
    }));
  const marks = codes.flatMap((client) => [
    { client, factor: '经营者事业心', score: maybe(random.whole(1, 5)), day: '2026-01-01' },
    { client, factor: '管理人才', score: maybe(random.whole(1, 5)), day: '2024-01-01' },
  ]);
  return {
    codes,
    builder: () =>
      aDataset()
        .withClients(clientRows)
        .withTransactions(sales)
        .withInvoices(invoices)
        .withReceipts(receipts)
        .withRows('creditFactors', marks)
        .withComplaints(codes.filter((_, i) => i % 4 === 0).map((client) => ({ client, received: '2026-05-01' }))),
  };
}

/** Everything that is a number, with the way to it. */
function numbersIn(value: unknown, path = ''): { readonly path: string; readonly value: number }[] {
  if (typeof value === 'number') return [{ path, value }];
  if (value instanceof Map) return [...value].flatMap(([key, one]) => numbersIn(one, `${path}.${String(key)}`));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => numbersIn(one, `${path}.${key}`));
}

describe('laws', () => {
  it('gives each client one value of each scheme, and no number that is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const analysis = analyseIt(aBook(seed, 12).builder());
        if (!analysis.classes.known) throw new Error('there are clients');
        for (const { classes } of analysis.classes.value.clients) expect(classes).toHaveLength(CLASS_SCHEMES.length);
        if (analysis.credit.known) {
          const { clients, grades, ungraded } = analysis.credit.value;
          const graded = grades.reduce((sum, grade) => sum + grade.clients, 0);
          expect(graded + ungraded).toBe(clients.filter(({ isAssessed }) => isAssessed).length);
        }
        const broken = numbersIn({
          payments: analysis.payments,
          receivables: analysis.receivables,
          credit: analysis.credit,
          lifecycle: analysis.lifecycle,
          classes: analysis.classes,
          files: analysis.clientFiles,
          alerts: analysis.alerts,
        }).filter((one) => !Number.isFinite(one.value));
        expect(broken).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("changes no client's credit score by adding an unrelated client", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const book = aBook(seed, 10);
        const cards = (analysis: Analysis) =>
          analysis.credit.known
            ? analysis.credit.value.clients.slice(0, 10).map(({ card }) => ({ score: card.score, grade: card.grade }))
            : [];
        const before = cards(analyseIt(book.builder()));
        // Of another industry: the median of terms is of one's own.
        const stranger = book
          .builder()
          .withClients([{ code: 'X', industry: '钢铁', creditTermDays: 5, netAssets: 1 }])
          .withTransactions([1, 4, 9, 200, 640].map((days) => sale('X', days, 9999)))
          .withInvoices([{ client: 'X', invoiceNo: 'X1', day: ago(300), dueDay: ago(270), amount: 99999 }])
          .withComplaints([{ client: 'X', received: '2026-06-01' }]);
        expect(cards(analyseIt(stranger))).toEqual(before);
        expect(before.length).toBe(10);
      }),
      { numRuns: 15 },
    );
  });

  it('never takes a missing input for 0: taking a credit column away makes its factor missing', () => {
    const book = aBook(7, 12).builder();
    const full = analyseIt(book);
    if (!full.credit.known) throw new Error('credit is known');
    for (const { card } of full.credit.value.clients) {
      for (const factor of card.factors) {
        if (!factor.score.known) expect(factor.weightUsed).toBe(0);
      }
    }
    const bare = analyseIt(
      aDataset()
        .withClients([{ code: 'A', creditLimit: 100 }])
        .withTransactions([sale('A', 10)]),
    );
    if (!bare.credit.known) throw new Error('a limit is something to stand on');
    const [a] = bare.credit.value.clients;
    expect(a!.exposure.known).toBe(false);
    expect(a!.use.known).toBe(false);
    expect(a!.card.grade.known).toBe(false);
    expect(a!.suggestion.limit.known).toBe(false);
    expect(a!.card.factors.filter(({ score }) => score.known).map(({ id }) => id)).toEqual(['relation']);
  });

  it('does not depend on the order of rows', () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 60 }, (_, i) => sale(`C${i % 6}`, random.whole(0, 600), random.whole(1, 99) / 7));
    const bills = rows.map((row, i) => ({ ...row, invoiceNo: `I${i}`, dueDay: ago(random.whole(0, 500)) }));
    const paid = bills.filter(() => random.next() < 0.5).map(({ client, amount }) => ({ client, amount, day: ago(3) }));
    const clients = Array.from({ length: 6 }, (_, i) => ({ code: `C${i}` }));
    const look = (mix: <T>(values: readonly T[]) => T[]) => {
      const { credit, payments, keyAccounts, lifecycle } = analyseIt(
        aDataset().withClients(clients).withTransactions(mix(rows)).withInvoices(mix(bills)).withReceipts(mix(paid)),
      );
      return allFigures({ credit, payments, keyAccounts, lifecycle });
    };
    expect(look((values) => random.shuffle(values))).toEqual(look((values) => [...values]));
  });

  it('says why where nothing is kept', () => {
    const empty = analyseIt(aDataset());
    expect(empty.credit).toEqual(missing({ reason: 'no-sheet', sheet: 'invoices' }));
    expect(empty.payments).toEqual(missing({ reason: 'no-sheet', sheet: 'invoices' }));
    expect(empty.classes).toEqual(missing({ reason: 'no-sheet', sheet: 'clients' }));
    expect(empty.alerts).toEqual(missing({ reason: 'no-sheet', sheet: 'transactions' }));
    expect(empty.pipeline).toEqual(missing({ reason: 'no-sheet', sheet: 'prospects' }));
  });
});
