import { judgeScheme } from '../../../../src/core/standing/class-quality';
import type { ClassValue } from '../../../../src/core/standing/client-classes';
import { tableOf } from '../../../../src/core/model/dataset';
import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { ClientFigures } from '../../../../src/core/sales/client-figures';
import { settingsWith } from '../../../../src/core/settings';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset } from '../../../support/dataset-builder';

describe('the quality of a classification', () => {
  const { dataset, analysis } = anAnalysis(
    aDataset()
      .withClients([{ code: 'K1' }, { code: 'K2' }, { code: 'P1' }, { code: 'P2' }])
      .withTransactions([
        { client: 'K1', day: '2026-01-15', amount: 900 },
        { client: 'K2', day: '2026-01-15', amount: 100 },
      ])
      .build(),
    { asOf: '2026-01-31' },
  );
  const judge = (codes: readonly string[]) =>
    judgeScheme(
      { id: 'tier', label: { zh: '等级', en: 'Tier' }, feature: '001-1' },
      codes.map((code): Outcome<ClassValue> =>
        code === ''
          ? missing({ reason: 'no-rows' })
          : known({ code, label: { zh: code, en: code } } as unknown as ClassValue),
      ),
      analysis.clients,
      tableOf(dataset, 'clients'),
      (client) => client < 2,
      analysis.settings,
    );

  it('counts clients who have bought; prospects are no part of it', () => {
    expect(judge(['1', '', 'A', 'B']).measurable).toMatchObject({ numerator: 1, denominator: 2, excluded: 2 });
  });

  it('is not judged where only prospects have a class', () => {
    const { measurable, verdict } = judge(['', '', 'A', 'B']);
    expect(measurable.value.known).toBe(false);
    expect(verdict.zh).toBe('只分潜在客户，不按四项原则判断');
  });
});

/** A client of a class, with what it bought in the period and in the one before, in fen. */
interface Given {
  readonly code?: string;
  readonly net?: number;
  readonly before?: number;
  readonly profit?: number;
  readonly reach?: 'phone' | 'mobile' | 'email';
  readonly isProspect?: boolean;
}

function judged(...given: Given[]) {
  const dataset = aDataset()
    .withClients(
      given.map(({ reach }, at) => ({
        code: `C${at}`,
        phone: reach === 'phone' ? '1' : '',
        mobile: reach === 'mobile' ? '2' : '',
        email: reach === 'email' ? 'a@b.cn' : '',
      })),
    )
    .build();
  const orMissing = (value: number | undefined) =>
    value === undefined ? missing({ reason: 'no-rows' }) : known(value);
  return judgeScheme(
    { id: 'industry', label: { zh: '行业', en: 'Industry' }, feature: '003-8' },
    given.map(({ code }) =>
      code === undefined
        ? missing({ reason: 'not-entered' })
        : known({ code, value: { zh: `组${code}`, en: code }, reason: { zh: '', en: '' } }),
    ),
    given.map(({ net, before, profit }, client) => ({
      ...{ client, netAmount: net ?? 0, previousNetAmount: orMissing(before), profit: orMissing(profit) },
    })) as unknown as ClientFigures[],
    tableOf(dataset, 'clients'),
    (client) => !given[client]!.isProspect,
    settingsWith({}),
  );
}

describe('groups of a classification', () => {
  it('have grown since a period before of a single fen', () => {
    expect(judged({ code: 'A', net: 2, before: 1 }).groups[0]!.growth).toEqual(known(1));
  });

  it('add up amounts above 0, growth of those with a period before, margin of those with a profit', () => {
    const { groups } = judged(
      { code: 'A', net: 900, before: 500, profit: 90, reach: 'phone' },
      { code: 'A', net: -100, before: 100, reach: 'mobile' },
      { code: 'A', net: 300, profit: 30 },
      { code: 'B', net: 400, before: 0, reach: 'email' },
      { net: 999, before: 999, profit: 999 },
    );
    expect(groups).toEqual([
      {
        code: 'A',
        label: { zh: '组A', en: 'A' },
        clients: 3,
        netAmount: 1200,
        shareOfAmount: known(0.75),
        amountPerClient: 400,
        contactable: 2 / 3,
        // 900 − 100 against 500 + 100.
        growth: known(200 / 600),
        // 90 + 30 of 900 + 300.
        margin: known(0.1),
      },
      {
        code: 'B',
        label: { zh: '组B', en: 'B' },
        clients: 1,
        netAmount: 400,
        shareOfAmount: known(0.25),
        amountPerClient: 400,
        contactable: 1,
        growth: missing({ reason: 'no-period-before' }),
        margin: missing({ reason: 'nothing-due' }),
      },
    ]);
  });

  it('stand by amount, equal ones by code, whatever order the clients have', () => {
    const codesOf = (...given: Given[]) => judged(...given).groups.map(({ code }) => code);
    expect(codesOf({ code: 'C', net: 5 }, { code: 'A', net: 5 }, { code: 'B', net: 9 }, { code: 'D', net: 5 })).toEqual(
      ['B', 'A', 'C', 'D'],
    );
    expect(codesOf({ code: 'B', net: 5 }, { code: 'C', net: 5 }, { code: 'A', net: 5 })).toEqual(['A', 'B', 'C']);
  });

  it('have no share where nothing was bought', () => {
    const { groups, smallestShare } = judged({ code: 'A', net: -5 }, { code: 'B' });
    expect(groups.map(({ shareOfAmount }) => shareOfAmount)).toEqual([
      missing({ reason: 'no-rows' }),
      missing({ reason: 'no-rows' }),
    ]);
    expect(smallestShare).toEqual(missing({ reason: 'no-rows' }));
    // One fen is something.
    expect(judged({ code: 'A', net: 1 }).smallestShare).toEqual(known(1));
  });

  it('of prospects alone do not stand for the smallest share or for those who can be reached', () => {
    const { smallestShare, reachable, measurable } = judged(
      { code: 'A', net: 90, reach: 'phone' },
      { code: 'B', net: 10, reach: 'phone' },
      { code: 'C', isProspect: true },
    );
    expect([smallestShare, reachable]).toEqual([known(0.1), known(1)]);
    expect(measurable).toMatchObject({ numerator: 2, denominator: 2, n: 2, excluded: 1 });
  });

  it('differ by what a client buys, in those groups that bought', () => {
    expect(judged({ code: 'A', net: 900 }, { code: 'A' }, { code: 'B', net: 100 }, { code: 'C' }).difference).toEqual(
      known(4.5),
    );
    expect(judged({ code: 'A', net: 900 }, { code: 'B', net: -1 }).difference).toEqual(
      missing({ reason: 'too-few', have: 1, need: 2 }),
    );
    expect(judged({ code: 'A', net: 1 }, { code: 'B', net: 1 }).difference).toEqual(known(1));
  });
});

describe('the verdict on a classification', () => {
  /** So many of 100 clients have a class; B holds the smallest share; so many of B's ten can be reached. */
  const verdictOf = (classified: number, shareOfB: number, reached: number) => {
    const ofA = classified - 10;
    const total = 1_000_000;
    const b = total * shareOfB;
    const own: Given[] = Array.from({ length: 10 }, (_, at) => ({
      ...{ code: 'B', net: at === 0 ? b : 0 },
      ...(at < reached && { reach: 'phone' as const }),
    }));
    const others: Given[] = Array.from({ length: ofA }, (_, at) => ({
      ...{ code: 'A', net: at === 0 ? total - b : 0, reach: 'mobile' as const },
    }));
    const rest = Array.from({ length: 100 - classified }, (): Given => ({}));
    const { isSound, verdict } = judged(...own, ...others, ...rest);
    return isSound ? [verdict.zh] : verdict.zh.split('；');
  };

  it('is sound where all four principles hold, each at its limit', () => {
    // 80 % can be classified; B holds 1 %; half of B's ten can be reached.
    expect(verdictOf(80, 0.01, 5)).toEqual(['四项原则均满足']);
  });

  it('names what does not hold, with its figure', () => {
    expect(verdictOf(79, 0.01, 5)).toEqual(['可衡量不足：只有 79.0% 的客户能分类']);
    expect(verdictOf(80, 0.009, 5)).toEqual(['需求不足：最小组只占 0.9%']);
    expect(verdictOf(80, 0.01, 4)).toEqual(['可开发不足：有一组只有 40.0% 的客户联系得上']);
  });

  it('names little or no difference between groups', () => {
    const pair = (a: number, b: number) => judged({ code: 'A', net: a, reach: 'phone' }, { code: 'B', net: b, reach: 'phone' }); // prettier-ignore
    expect(pair(149, 100).verdict).toEqual({
      zh: '反应差异小：组间户均相差 1.5 倍',
      en: 'groups differ little: sales per client by a factor of 1.5',
    });
    expect(pair(150, 100)).toMatchObject({ isSound: true, verdict: { en: 'all four principles are met' } });
    expect(judged({ code: 'A', net: 5, reach: 'phone' }).verdict.zh).toBe('反应差异不明：有金额的组不足两个');
  });

  it('of nobody is that no group differs', () => {
    const { measurable, reachable, smallestShare, verdict } = judged({ net: 5 }, { net: 6 });
    expect(measurable).toMatchObject({ value: known(0), numerator: 0, denominator: 2 });
    expect([reachable, smallestShare]).toEqual([missing({ reason: 'no-rows' }), missing({ reason: 'no-rows' })]);
    expect(verdict.zh).toBe('可衡量不足：只有 0.0% 的客户能分类；反应差异不明：有金额的组不足两个');
  });

  it('is not given where prospects alone have a class', () => {
    const { measurable, isSound, verdict } = judged({ code: 'A', isProspect: true }, { code: 'B', isProspect: true });
    expect([measurable.value.known, isSound]).toEqual([false, false]);
    expect(verdict.en).toBe('only prospects are classified: not judged by the four principles');
  });
});
