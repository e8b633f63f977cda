import { concentration } from '../../../../src/core/findings/concentration.finding';
import { expectedDeals } from '../../../../src/core/findings/expected-deals.finding';
import { lostClients } from '../../../../src/core/findings/lost-clients.finding';
import { salesChange } from '../../../../src/core/findings/sales-change.finding';
import { unreadRows } from '../../../../src/core/findings/unread-rows.finding';
import { known } from '../../../../src/core/model/outcome';
import { day } from '../../../support/dataset-builder';
import { knownOr, NOT_KNOWN } from '../plan/analysis-by-hand';
import { findings } from './find-by-hand';

const said = (...given: Parameters<typeof findings>): readonly string[] =>
  findings(...given).map(({ text }) => text.zh);

describe('the change of net sales', () => {
  const of = (
    net: number,
    before: number | undefined,
    growth: number | undefined,
    clients: readonly (readonly [net: number, before: number | undefined])[] = [],
  ) =>
    findings(
      salesChange,
      {
        totals: {
          netAmount: net * 100,
          growth: knownOr(growth),
          previousNetAmount: knownOr(before === undefined ? undefined : before * 100),
        },
      },
      {
        clients: clients.map(([now, was]) => ({
          netAmount: (now * 100) as never,
          previousNetAmount: knownOr(was === undefined ? undefined : was * 100) as never,
        })),
      },
    );

  it('is told from 3 % on, up or down, where both are known', () => {
    expect([of(103, 100, 0.03).length, of(97, 100, -0.03).length, of(102.9, 100, 0.029).length]).toEqual([1, 1, 0]);
    expect([of(103, undefined, 0.03), of(103, 100, undefined)]).toEqual([[], []]);
  });

  it('names two who moved it and two who went against it, the largest first, and asks who bought less', () => {
    const up = of(1600, 1000, 0.6, [
      [100, 400],
      [50, 100],
      [10, 20],
      [500, 100],
      [400, undefined],
      [350, 0],
      [190, 190],
    ]);
    expect(up[0]!.text.zh).toBe(
      '净销售额 1,600，比上期多 600（+60.0%）：主要是客户4 +400、客户5 +400；少买的有客户1 -300、客户2 -50。',
    );
    expect(up[0]!.text.en).toBe(
      'Net sales 1,600, 600 more than in the previous period (+60.0%), mainly 客户4 +400, 客户5 +400; less from 客户1 -300, 客户2 -50.',
    );
    expect(up[0]).toMatchObject({
      severity: 'good',
      clients: [0, 1],
      stake: known(60_000),
      next: { zh: '尚未指定业务员：问客户1为什么少买' },
    });
    const down = of(100, 400, -0.75, [[100, 400]]);
    expect(down[0]).toMatchObject({
      text: { zh: '净销售额 100，比上期少 300（-75.0%）：主要是客户1 -300。' },
      severity: 'bad',
      stake: known(30_000),
    });
    expect(of(400, 100, 3, [[400, 100]])[0]).toMatchObject({
      text: { zh: '净销售额 400，比上期多 300（+300.0%）：主要是客户1 +300。' },
      next: undefined,
      clients: [],
    });
  });
});

it('names the larger change first, and changes of a fen', () => {
  const of = (net: number, before: number, clients: readonly (readonly [now: number, was: number])[]): string =>
    said(
      salesChange,
      { totals: { netAmount: net, growth: known(net / before - 1), previousNetAmount: known(before) } },
      { clients: clients.map(([now, was]) => ({ netAmount: now as never, previousNetAmount: known(was) as never })) },
    )[0]!;
  expect(of(2, 1, [[2, 1]])).toBe('净销售额 0，比上期多 0（+100.0%）：主要是客户1 +0。');
  expect(of(1, 2, [[1, 2]])).toBe('净销售额 0，比上期少 0（-50.0%）：主要是客户1 -0。');
  const up = of(70_000, 10_000, [[11_000, 1000], [41_000, 1000], [21_000, 1000]]); // prettier-ignore
  expect(up).toContain('主要是客户2 +400、客户3 +200。');
  const down = of(10_000, 70_000, [[1000, 11_000], [1000, 41_000], [1000, 21_000]]); // prettier-ignore
  expect(down).toContain('主要是客户2 -400、客户3 -200。');
});

describe('clients that left', () => {
  const of = (before: readonly number[], lost: readonly number[], told: readonly number[] = []) =>
    findings(
      lostClients,
      { retention: known({ lost: lost.length, lostClients: lost, activeBefore: 9 }) },
      {
        clients: before.map((net) => ({ previousNetAmount: known(net * 100) as never, rep: '王芳' })),
        told,
      },
    );

  it('are counted with what they bought, the largest named, of equals the first', () => {
    const [found] = of([100, 300, 300], [0, 2, 1]);
    expect(found).toMatchObject({
      text: { zh: '上期 9 家客户里 3 家本期没再买（上期共 700），最大的是客户2（300）。' },
      ...{
        clients: [1],
        counted: [1, 2, 0],
        severity: 'watch',
        stake: known(70_000),
        next: { zh: '王芳 02-02（周一）联络：问为什么不再买' },
      },
    });
    expect(of([100, 300, 300], [0, 1, 2], [1])[0]!.text.zh).toBe(
      '上期 9 家客户里 3 家本期没再买（上期共 700），除上面说到的外，最大的是客户3（300）。',
    );
  });

  it('are no finding where there are none, all are told of, or they had bought nothing', () => {
    expect([of([1], []), of([1], [0], [0]), of([0], [0]), findings(lostClients, { retention: NOT_KNOWN })]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(of([0.01], [0])).toHaveLength(1);
  });
});

describe('deals about to close', () => {
  const deal = (client: number, amount: number | undefined, due?: string, nextStep = '') => ({
    client,
    expectedAmount: knownOr(amount === undefined ? undefined : amount * 100),
    expectedDay: knownOr(due && day(due)),
    nextStep,
  });
  const of = (deals: readonly ReturnType<typeof deal>[], told: readonly number[] = [], expectedAmount = 90_000) =>
    findings(
      expectedDeals,
      { pipeline: known({ opportunities: deals, expectedDeals: deals.map((_, at) => at).reverse(), expectedAmount }) },
      { told, clients: [{}, {}] },
    );

  it('are counted with their amount, the largest named with its day and next step, of equals the upper row', () => {
    expect(of([deal(0, 100), deal(1, 400, '2026-02-20', '签约'), deal(0, 400)])[0]).toMatchObject({
      text: {
        zh: '近期可成交 3 个商机，共 900；最大的是客户2（400，预计 2026-02-20）。',
        en: 'Deals about to close: 3, worth 900; the largest is 客户2 (400, expected 2026-02-20).',
      },
      ...{ clients: [1], severity: 'good', stake: known(90_000), next: { zh: '尚未指定业务员：签约' } },
    });
    expect(of([deal(0, 100), deal(1, undefined)])[0]).toMatchObject({
      text: { zh: '近期可成交 2 个商机，共 900；最大的是客户1（100）。' },
      next: { zh: '尚未指定业务员：谈成交' },
    });
    expect(of([deal(0, 100), deal(1, 400)], [1])[0]).toMatchObject({
      text: { zh: '近期可成交 2 个商机，共 900。' },
      clients: [],
      next: undefined,
    });
  });

  it('are no finding without an amount, or of nobody', () => {
    expect([
      of([deal(0, 100)], [], 0),
      of([deal(0, undefined)]),
      of([deal(-1, 100)]),
      findings(expectedDeals, { pipeline: NOT_KNOWN }),
    ]).toEqual([[], [], [], []]);
    expect(of([deal(0, 0.01)], [], 1)).toHaveLength(1);
  });
});

describe('rows that could not be used', () => {
  const of = (...accounts: readonly (readonly [sheet: string, read: number, rejected: number])[]) =>
    said(unreadRows, { accounts: accounts.map(([sheet, read, rejected]) => ({ sheet, read, rejected })) });

  it('are told from a fiftieth of a sheet on, of the sheet with most of them, of equals the first', () => {
    expect(of(['交易', 100, 2])).toEqual(['「交易」100 行里有 2 行（2.0%）不能用，没有计入上面的数。']);
    expect([of(['交易', 1000, 19]), of(['空', 0, 0]), of()]).toEqual([[], [], []]);
    expect(of(['甲', 10, 3], ['乙', 100, 5], ['丙', 50, 5])[0]).toContain('「乙」100 行里有 5 行');
    expect(of(['甲', 1, 1])).toHaveLength(1);
  });
});

describe('concentration', () => {
  const of = (isCr1High: boolean, isCr5High: boolean) =>
    findings(concentration, { concentration: known({ cr1: 0.41, cr5: 0.62, isCr1High, isCr5High }) });

  it('is told of the one that is above its limit, of the largest first', () => {
    expect(
      [of(true, true), of(true, false), of(false, true), of(false, false)].map(
        ([one]) => one && [one.measure, one.text.zh.match(/[\d.]+%/g)],
      ),
    ).toEqual([
      ['largestShare', ['41.0%', '30%']],
      ['largestShare', ['41.0%', '30%']],
      ['fiveLargestShare', ['62.0%', '50%']],
      undefined,
    ]);
    expect(of(true, true)[0]!.text.zh).toContain('它一走');
    expect(findings(concentration, { concentration: NOT_KNOWN })).toEqual([]);
  });
});
