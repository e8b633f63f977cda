import { briefClient, levelOf, talkingPointsOf, tierOf } from '../../../../src/core/plan/client-brief';
import { known } from '../../../../src/core/model/outcome';
import { anAnalysisByHand, knownOr, NOT_KNOWN, type ClientByHand } from './analysis-by-hand';
import { aDataset, day } from '../../../support/dataset-builder';

const pointsOf = (
  parts: Readonly<Record<string, unknown>>,
): readonly (readonly [string | undefined, string, string | undefined])[] =>
  talkingPointsOf(anAnalysisByHand([{}, {}], parts), 0).map(({ kind, text, measure }) => [kind, text.zh, measure]);
const owing = (overdue: number, days?: number) => ({
  receivables: known({ clients: [{ overdue }] }),
  payments: known([{ oldestOverdueDays: knownOr(days) }]),
});
const rhythm = (given: Readonly<Record<string, unknown>>, client: Readonly<Record<string, unknown>> = {}) => ({
  lifecycle: known({
    rhythms: [{ isOverdue: false, isLost: false, recency: known(40), ...given }],
    clients: [{ growth: NOT_KNOWN, compared: NOT_KNOWN, stage: NOT_KNOWN, ...client }],
  }),
});
const moved = (growth: number | undefined, before: number, recent: number, stage?: string) =>
  rhythm(
    {},
    {
      growth: knownOr(growth),
      compared: known({ measure: 'recentChange', months: 6, before: before * 100, recent: recent * 100 }),
      stage: knownOr(stage),
    },
  );

describe('what to speak of, with figures at their limits', () => {
  it('is overdue money from the first cent, open complaints from the first', () => {
    expect([pointsOf(owing(1)), pointsOf(owing(0))]).toEqual([[['money', '逾期 0', 'overdue']], []]);
    const files = (n?: number) => pointsOf({ clientFiles: known({ files: [{ openComplaints: knownOr(n) }] }) });
    expect([files(1), files(0), files()]).toEqual([[['openComplaint', '未结投诉 1 件', 'openComplaints']], [], []]);
  });

  it('is what the limit is exceeded by, where both are known', () => {
    const over = (isLimitExceeded: boolean, exposure?: number, limit?: number) =>
      pointsOf({
        credit: known({ clients: [{ isLimitExceeded, exposure: knownOr(exposure), limit: knownOr(limit) }] }),
      });
    expect(over(true, 150_000, 100_000)).toEqual([['limit', '超额度 500', 'excess']]);
    expect([over(false, 150_000, 100_000), over(true, undefined, 1), over(true, 1)]).toEqual([[], [], []]);
  });

  it('is for how long nothing was ordered, of who is late and of who is lost', () => {
    const late = [['lateOrder', '已40天未下单', 'daysSinceOrder']];
    expect([pointsOf(rhythm({ isOverdue: true })), pointsOf(rhythm({ isLost: true }))]).toEqual([late, late]);
    expect([pointsOf(rhythm({})), pointsOf(rhythm({ isLost: true, recency: NOT_KNOWN }))]).toEqual([[], []]);
  });

  it('is a drop of who declines or bought nothing, and a rise of who grows', () => {
    expect(pointsOf(moved(-0.3, 100, 70, 'decline'))).toEqual([['drop', '近6个月同比-30.0%', 'recentChange']]);
    expect(pointsOf(moved(-1, 100, 0))).toEqual([['drop', '近6个月没有下单（之前净销售额100）', 'recentChange']]);
    expect(pointsOf(moved(0.3, 100, 130, 'growth'))).toEqual([['drop', '近6个月同比+30.0%，可谈加量', 'recentChange']]);
    expect(
      pointsOf({
        ...moved(0.3, 100, 130, 'growth'),
        credit: known({ clients: [{ isLimitExceeded: true, exposure: NOT_KNOWN, limit: NOT_KNOWN }] }),
      })[0]![1],
    ).toBe('近6个月同比+30.0%');
    expect([
      pointsOf(moved(-0.3, 100, 70, 'mature')),
      pointsOf(moved(-0.3, 100, 0.01)),
      pointsOf(moved(undefined, 100, 70, 'decline')),
    ]).toEqual([[], [], []]);
  });

  it('is a target of the year that lags by more than a twentieth of the time gone', () => {
    // Half of the year is gone: 47.5 % is the limit.
    const target = (attainment: number | undefined, parts = {}) =>
      pointsOf({
        targets: known({ clients: [knownOr(attainment === undefined ? undefined : { attainment })], yearGone: 0.5 }),
        ...parts,
      });
    expect(target(0.47)).toEqual([[undefined, '年度目标完成 47%，全年已过 50%', 'targetAttainment']]);
    expect([target(0.475), target(0.6), target(undefined)]).toEqual([[], [], []]);
    expect(target(0.47, owing(1, 31)).map(([kind]) => kind)).toEqual(['money']);
  });

  it('is the day to remember and the next step of the client itself', () => {
    const days = known({
      days: [1, 0].map((client) => ({ client, event: { zh: '生日', en: 'Birthday' }, day: day('2026-02-12') })),
    });
    expect(talkingPointsOf(anAnalysisByHand([{}, {}], { importantDays: days }), 0)).toEqual([
      { kind: 'importantDay', text: { zh: '生日 2026-02-12', en: 'Birthday on 2026-02-12' }, until: day('2026-02-12') },
    ]);
    const deal = (client: number, state: string, nextStep: string) => ({ client, state, nextStep });
    const pipeline = known({
      opportunities: [deal(0, 'open', '送样'), deal(0, 'open', ''), deal(0, 'lost', '报价'), deal(1, 'open', '拜访')],
    });
    expect(talkingPointsOf(anAnalysisByHand([{}, {}], { pipeline }), 0)).toEqual([
      { gist: '送样', text: { zh: '下一步：送样', en: 'next step: 送样' } },
    ]);
  });
});

describe('the brief of a client', () => {
  const where = { rep: '王芳', region: '华东', address: '南京路 1 号', contact: '陈 经理', phone: '138' };
  const brief = (
    clients: readonly ClientByHand[],
    parts = {},
    book = aDataset().build(),
    isGreeted = false,
    last?: unknown,
  ) =>
    briefClient(
      anAnalysisByHand(clients, parts),
      where,
      book,
      { last: new Map(last ? [[0, last as never]] : []), ofMonth: new Map() },
      0,
      isGreeted,
    );

  it('says who it is, where, and what was said last', () => {
    const last = { day: day('2026-01-10'), content: '谈价' };
    const pipeline = known({ opportunities: [], gradeOfClient: new Map([[0, 'B']]) });
    expect(
      brief(
        [{ code: 'C1', name: '东方', tier: known(2) as never }],
        { pipeline, keyAccounts: known({ clients: [{ level: 'key' }] }) },
        undefined,
        false,
        last,
      ),
    ).toEqual({
      ...{
        client: 0,
        code: 'C1',
        name: '东方',
        region: '华东',
        address: '南京路 1 号',
        contact: '陈 经理',
        phone: '138',
      },
      ...{ level: 'key', tier: known(2), grade: 'B', lastContact: known(last), talkingPoints: [] },
    });
    expect(brief([{}])).toMatchObject({ level: 'general', grade: undefined, lastContact: { known: false } });
  });

  it('knows of no contact where none is kept, and where none is written', () => {
    const kept = aDataset()
      .withRows('contacts', [{ client: 'X', at: '2026-01-01' }])
      .build();
    expect(
      [brief([{}]), brief([{}], {}, kept)].map(({ lastContact }) => !lastContact.known && lastContact.why.reason),
    ).toEqual(['not-entered', 'no-rows']);
  });

  it('leaves the greeting to the contact that greets', () => {
    const importantDays = known({
      days: [{ client: 0, event: { zh: '生日', en: 'Birthday' }, day: day('2026-02-12') }],
    });
    const points = (isGreeted: boolean) =>
      brief([{}], { importantDays, ...owing(1) }, undefined, isGreeted).talkingPoints.map(({ kind }) => kind);
    expect([points(false), points(true)]).toEqual([['money', 'importantDay'], ['money']]);
  });

  it('goes by the tier that she chose, where she chose one', () => {
    const of = (tier?: number, manual?: number) =>
      tierOf(anAnalysisByHand([{ tier: knownOr(tier) as never, manualTier: knownOr(manual) as never }]), 0);
    expect([of(3, 1), of(3), of(undefined, 2), of()]).toEqual([known(1), known(3), known(2), NOT_KNOWN]);
    expect(levelOf(anAnalysisByHand([{}], { keyAccounts: known({ clients: [{ level: 'lost' }] }) }), 0)).toBe('lost');
  });
});
