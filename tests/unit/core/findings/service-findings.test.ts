import { complaintWave } from '../../../../src/core/findings/complaint-wave.finding';
import { offTarget } from '../../../../src/core/findings/off-target.finding';
import { monthOf } from '../../../../src/core/model/day';
import { known } from '../../../../src/core/model/outcome';
import { missingRatio, ratioOf } from '../../../../src/core/model/ratio';
import { anIndicator } from '../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { NOT_KNOWN } from '../plan/analysis-by-hand';
import { findings } from './find-by-hand';

describe('an indicator off its target', () => {
  const late = (good: number, all: number, rest: Parameters<typeof anIndicator>[5] = {}) =>
    anIndicator('K02', '准时率', 'On time', good, all, { target: known(0.95), status: known('bad'), ...rest });
  const of = (
    indicators: readonly unknown[],
    {
      totals = { orders: 10, netAmount: 50_000 },
      byClient = [] as readonly unknown[],
      told = [] as readonly number[],
    } = {},
  ) => findings(offTarget, { indicators, totals, clientIndicators: byClient }, { told, clients: [{}, {}, {}] });
  const ratios = (client: number, good: number, all: number) => ({
    client,
    ratios: { K02: ratioOf(good, all, all, 0) },
  });

  it('is the one with most cases, at an average order a case', () => {
    const other = anIndicator('E04', '货损率', 'Damage', 4, 100, {
      target: known(0.02),
      status: known('watch'),
      better: 'lower',
    });
    expect(of([other, late(17, 20)])[0]).toMatchObject({
      text: {
        zh: '货损率 4.0%，目标 2.0%：100 次里有 4 次不合格。',
        en: 'Damage 4.0%, target 2.0%: 4 of 100 missed it.',
      },
      ...{
        severity: 'watch',
        subject: 'indicator E04',
        clients: [],
        stake: known(20_000),
        next: { zh: '会上定：谁负责改进货损率' },
      },
    });
    expect(of([late(16, 20), other])[0]).toMatchObject({
      text: { zh: '准时率 80.0%，目标 95.0%：20 次里有 4 次不合格。' },
      severity: 'bad',
    });
    expect(of([late(16, 20)], { totals: { orders: 0, netAmount: 5 } })[0]!.stake.known).toBe(false);
    expect(of([late(16, 20)], { totals: { orders: 1, netAmount: 0 } })[0]!.stake.known).toBe(false);
  });

  it('names the client with most of them, two or more, who is told of nowhere else', () => {
    const byClient = [
      ratios(0, 7, 8),
      ratios(-1, 0, 9),
      ratios(1, 4, 6),
      ratios(2, 8, 10),
      { client: 0, ratios: {} },
      { client: 0, ratios: { K02: missingRatio({ reason: 'nothing-due' }) } },
    ];
    expect(of([late(16, 20)], { byClient })[0]).toMatchObject({
      text: { zh: '准时率 80.0%，目标 95.0%：20 次里有 4 次不合格，客户2最多（2 次）。' },
      clients: [1],
      next: { zh: '尚未指定业务员：说明准时率的改进' },
    });
    expect(of([late(16, 20)], { byClient, told: [1] })[0]!.clients).toEqual([]);
    expect(of([late(16, 20)], { byClient: [ratios(0, 7, 8)] })[0]!.clients).toEqual([]);
    // The first client of the book as well as any other; of two with equally many, the one that stands first.
    expect(of([late(16, 20)], { byClient: [ratios(0, 5, 8), ratios(1, 3, 6)] })[0]!.clients).toEqual([0]);
  });

  it('is none that is good, has no target, counts no cases, or is of another kind', () => {
    const not = [
      { status: known('good' as const) },
      { status: NOT_KNOWN },
      { target: NOT_KNOWN },
      { family: 'information' as const },
      { kind: 'median' as const },
      { unit: 'days' as const },
    ];
    for (const rest of not) expect([rest, of([late(16, 20, rest)])]).toEqual([rest, []]);
    expect(of([late(20, 20)])).toEqual([]);
    expect(of([{ ...late(16, 20), current: ratioOf(16, 20, 5, 0) }])).toEqual([]);
    expect(of([{ ...late(0, 0), current: missingRatio({ reason: 'nothing-due' }) }])).toEqual([]);
    expect(of([])).toEqual([]);
  });
});

describe('a wave of complaints', () => {
  const complaint = (received: string | undefined, client?: string, problem = ''): RowOf<'complaints'> => ({
    received,
    client,
    problem,
  });
  const of = (
    rows: readonly RowOf<'complaints'>[],
    { told = [] as readonly number[], orders = 4, isRaised = true } = {},
  ) =>
    findings(
      complaintWave,
      {
        alerts: known({
          rows: [],
          list: isRaised
            ? [{ kind: 'drop' }, { kind: 'complaintSpike', text: { zh: '一月投诉', en: 'Complaints' } }]
            : [],
        }),
        complaints: known({
          trend: [
            { month: 0, received: 99 },
            { month: monthOf(day('2026-01-01')), received: 3 },
          ],
        }),
        totals: { orders, netAmount: 10_000 },
      },
      {
        told,
        dataset: aDataset()
          .withClients([{ code: 'A' }, { code: 'B' }])
          .withComplaints(rows)
          .build(),
        clients: [
          { code: 'A', name: '甲' },
          { code: 'B', name: '乙' },
        ],
      },
    );

  it('names the commonest problem and who complained most, of the month alone, from two on', () => {
    const rows = [
      ...[
        complaint('2025-12-31', 'A', '迟到'),
        complaint('2025-12-31', 'A', '迟到'),
        complaint('2026-02-01', 'A', '迟到'),
        complaint(undefined, 'A', '迟到'),
      ],
      ...[
        complaint('2026-01-01', 'B', '破包'),
        complaint('2026-01-31 23:00', 'B', '破包'),
        complaint('2026-01-20', 'A', '迟到'),
        complaint('2026-01-21', undefined, ''),
        complaint('2026-01-21'),
      ],
    ];
    expect(of(rows)[0]).toMatchObject({
      text: { zh: '一月投诉，破包最多（2 件），乙一家 2 件。', en: 'Complaints, most of them 破包 (2), 2 from 乙.' },
      ...{
        clients: [1],
        severity: 'bad',
        stake: known(7500),
        next: { zh: '会上定：谁查2026-01的投诉原因，什么时候答复客户' },
      },
    });
    expect(of(rows, { told: [1] })[0]).toMatchObject({ text: { zh: '一月投诉，破包最多（2 件）。' }, clients: [] });
    expect(of([complaint('2026-01-01', 'B', '破包'), complaint('2026-01-02', 'A', '迟到')])[0]!.text.zh).toBe(
      '一月投诉。',
    );
    // Of equals the first.
    expect(of(['A', 'B', 'B', 'A'].map((client) => complaint('2026-01-05', client, client)))[0]!.text.zh).toBe(
      '一月投诉，A最多（2 件），甲一家 2 件。',
    );
  });

  it('is told where the alert is, with money where there are orders', () => {
    expect(of([], { isRaised: false })).toEqual([]);
    expect(of([], { orders: 0 })[0]!.stake.known).toBe(false);
    expect(findings(complaintWave, { alerts: NOT_KNOWN, complaints: NOT_KNOWN, totals: {} })).toEqual([]);
    expect(
      findings(complaintWave, {
        alerts: known({ list: [{ kind: 'complaintSpike' }] }),
        complaints: known({ trend: [] }),
        totals: {},
      }),
    ).toEqual([]);
  });
});
