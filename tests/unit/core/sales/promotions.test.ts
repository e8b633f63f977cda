import type { PromotionResult } from '../../../../src/core/sales/marketing/promotions';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';
import { seededRandom } from '../../../support/seeded-random';

const AS_OF = '2026-06-30';
const valueOf = <T>(outcome: { readonly known: boolean; readonly value?: T }): T | undefined =>
  outcome.known ? outcome.value : undefined;

function promotionsOf(builder: DatasetBuilder): readonly PromotionResult[] {
  const { promotions } = anAnalysis(builder.build(), { asOf: AS_OF }).analysis;
  if (!promotions.known) throw new Error('there are promotions');
  return promotions.value;
}

const clients: readonly RowOf<'clients'>[] = [{ code: 'A', region: '北' }, { code: 'B', region: '南' }, { code: 'C' }];

const SERIAL = 86_400_000;
const isoOf = (serial: number): string => new Date(serial * SERIAL).toISOString().slice(0, 10);
const serialOf = (iso: string): number => Date.parse(iso) / SERIAL;

/** The data begin on the fifth of March; days of March, April and the end of June. */
const random = seededRandom(8);
const sales = Array.from({ length: 400 }, (_, at): RowOf<'transactions'> => {
  const isBack = random.next() < 0.1;
  return {
    client: random.next() < 0.04 ? undefined : random.pick(['A', 'B', 'C']),
    day: at === 0 ? '2026-03-05' : isoOf(serialOf('2026-03-05') + random.whole(0, random.next() < 0.8 ? 45 : 125)),
    amount: (isBack ? -1 : 1) * random.whole(1, 60),
    region: random.pick(['', '', '', '北', '南']),
    cost: random.next() < 0.8 ? random.whole(0, 40) : undefined,
    isReturn: isBack && random.next() < 0.5 ? true : undefined,
    cancelled: random.next() < 0.03,
    orderNo: `N${at}`,
  };
});
const returns = Array.from({ length: 30 }, (): RowOf<'returns'> => ({
  client: random.pick(['A', 'B', 'C']),
  day: isoOf(serialOf('2026-03-05') + random.whole(0, 45)),
  amount: random.whole(1, 9),
}));
const promotions: readonly RowOf<'promotions'>[] = [
  { name: '北区', region: '北', fromDay: '2026-03-15', toDay: '2026-03-24', target: 200, cost: 50 },
  { name: '恰好十天', region: '北', fromDay: '2026-03-15', toDay: '2026-03-24', target: 0, cost: 0 },
  { name: '多一天', region: '南', fromDay: '2026-03-15', toDay: '2026-03-25', target: 100 },
  { name: '全员', fromDay: '2026-03-20', toDay: '2026-03-29', target: 900, cost: 70 },
  { name: '一户', client: 'B', fromDay: '2026-03-25', toDay: '2026-04-03', cost: 12.5 },
  { name: '一户在别的地区', client: 'B', region: '北', fromDay: '2026-03-25', toDay: '2026-04-03' },
  { name: '没有人的地区', region: '西', fromDay: '2026-03-25', toDay: '2026-04-03', target: 10, cost: 5 },
  { name: '一天', client: 'A', fromDay: '2026-03-20' },
  { name: '倒着', client: 'A', fromDay: '2026-03-22', toDay: '2026-03-10' },
  { name: '今天完', region: '南', fromDay: '2026-06-26', toDay: '2026-06-30', target: 5 },
  { name: '明天完', region: '南', fromDay: '2026-06-26', toDay: '2026-07-01', target: 5 },
  { name: '今天始', region: '南', fromDay: '2026-06-30', toDay: '2026-07-09' },
  { name: '明天始', region: '南', fromDay: '2026-07-01', toDay: '2026-07-09', target: 5, cost: 5 },
  { name: '之后还没过完', client: 'C', fromDay: '2026-06-20', toDay: '2026-06-26' },
  { name: '之后刚过完', client: 'C', fromDay: '2026-06-19', toDay: '2026-06-24' },
  { name: '没有日期', region: '北' },
];

/** What counts of the rows as they are written: whose, when, where, how much, and what it cost. */
const lines = [
  ...sales
    .filter(({ client, cancelled }) => client !== undefined && !cancelled)
    .map(({ client, day, amount, region, cost, isReturn }) => ({
      ...{ client: client!, day: String(day), amount: amount!, cost },
      region: region || { A: '北', B: '南' }[client!] || '',
      isBack: isReturn === true || amount! < 0,
    })),
  ...returns.map(({ client, day, amount }) => ({
    ...{ client: client!, day: String(day), amount: -amount!, cost: undefined, isBack: true },
    region: { A: '北', B: '南' }[client!] ?? '',
  })),
].filter(({ day }) => day <= AS_OF);

type Line = (typeof lines)[number];
const sum = (of: readonly Line[]): number => of.reduce((all, { amount }) => all + amount * 100, 0);
const near = (value: number | undefined): unknown => (value === undefined ? undefined : expect.closeTo(value, 9));

describe('promotions, counted a second time', () => {
  const dataset = aDataset().withClients(clients).withTransactions(sales).withReturns(returns);
  const found = promotionsOf(dataset.withRows('promotions', promotions));

  it('are those with a day, the latest first, equal days by name', () => {
    expect(found.map(({ name }) => name)).toEqual([
      ...['明天始', '今天始', '今天完', '明天完', '之后还没过完', '之后刚过完'],
      ...['一户', '一户在别的地区', '没有人的地区', '倒着', '一天', '全员', '北区', '多一天', '恰好十天'],
    ]);
  });

  it.each(found.map((one) => [one.name, one] as const))('%s', (name, ours) => {
    const given = promotions.find((one) => one.name === name)!;
    const from = String(given.fromDay);
    const to = given.toDay === undefined || String(given.toDay) < from ? from : String(given.toDay);
    const ends = to < AS_OF ? to : AS_OF;
    const days = Math.max(1, serialOf(ends) - serialOf(from) + 1);
    const state = AS_OF < from ? 'planned' : AS_OF < to ? 'running' : 'over';
    const isIn = (line: Line): boolean =>
      given.client !== undefined ? line.client === given.client : given.region === undefined || line.region === given.region; // prettier-ignore
    const within = (first: number, all: readonly Line[]): readonly Line[] =>
      all.filter(({ day }) => serialOf(day) >= first && serialOf(day) < first + days);
    const [own, others] = [lines.filter(isIn), lines.filter((line) => !isIn(line))];
    const start = serialOf(from);
    const during = within(start, own);
    const before = state !== 'planned' && start - days >= serialOf('2026-03-05') ? sum(within(start - days, own)) : undefined; // prettier-ignore
    const othersBefore = sum(within(start - days, others));
    const change = before !== undefined && othersBefore > 0 ? sum(within(start, others)) / othersBefore - 1 : undefined;
    const effect = before !== undefined && change !== undefined ? Math.round(sum(during) - before * (1 + change)) : undefined; // prettier-ignore
    const earning = during.filter(({ isBack, cost }) => !isBack && cost !== undefined);
    const margin = earning.reduce((all, { amount, cost }) => all + (amount - cost!) * 100, 0) / sum(earning);
    expect({
      ...ours,
      before: valueOf(ours.before),
      after: valueOf(ours.after),
      othersChange: valueOf(ours.othersChange),
      effect: valueOf(ours.effect),
      target: valueOf(ours.target),
      attainment: valueOf(ours.attainment),
      cost: valueOf(ours.cost),
      returnOnCost: valueOf(ours.returnOnCost),
    }).toEqual({
      name,
      client: given.client === undefined ? -1 : ['A', 'B', 'C'].indexOf(given.client),
      region: given.region ?? '',
      from: start,
      to: serialOf(to),
      days: serialOf(to) - start + 1,
      state,
      clients: new Set(during.filter(({ isBack }) => !isBack).map(({ client }) => client)).size,
      during: sum(during),
      before,
      after: serialOf(AS_OF) >= serialOf(to) + days ? sum(within(start + days, own)) : undefined,
      othersChange: near(change),
      effect,
      target: given.target === undefined ? undefined : given.target * 100,
      attainment: near((given.target ?? 0) > 0 && state !== 'planned' ? sum(during) / given.target! / 100 : undefined),
      cost: given.cost === undefined ? undefined : given.cost * 100,
      returnOnCost: near(effect !== undefined && (given.cost ?? 0) > 0 && sum(earning) > 0 ? (effect * margin) / (given.cost! * 100) : undefined), // prettier-ignore
    });
  });

  it('say why a figure is not there', () => {
    const of = (name: string) => found.find((one) => one.name === name)!;
    const nothing = { known: false, why: { reason: 'nothing-due' } };
    const none = { known: false, why: { reason: 'no-period-before' } };
    const notGiven = { known: false, why: { reason: 'not-entered' } };
    expect(of('明天始')).toMatchObject({ before: nothing, othersChange: nothing, effect: nothing, returnOnCost: nothing }); // prettier-ignore
    expect(of('多一天')).toMatchObject({ before: none, othersChange: nothing, effect: none, returnOnCost: none });
    expect(of('全员')).toMatchObject({ othersChange: nothing, effect: nothing, returnOnCost: nothing });
    expect(of('恰好十天')).toMatchObject({ attainment: notGiven, returnOnCost: notGiven, cost: { value: 0 } });
    expect(of('一户')).toMatchObject({ target: notGiven, attainment: notGiven });
  });
});

describe('promotions', () => {
  const one = { name: '甲', fromDay: '2026-03-15', toDay: '2026-03-16' };

  it('need a sheet of them with the day on which they begin', () => {
    const of = (builder: DatasetBuilder) => anAnalysis(builder.build(), { asOf: AS_OF }).analysis.promotions;
    const book = () => aDataset().withTransactions([{ client: 'A', day: '2026-03-01', amount: 5 }]);
    expect(of(book())).toEqual({ known: false, why: { reason: 'no-sheet', sheet: 'promotions' } });
    expect(of(book().withRows('promotions', [{ name: '甲', toDay: '2026-03-16' }]))).toEqual({
      known: false,
      why: { reason: 'no-column', column: 'promotions.fromDay' },
    });
    expect(promotionsOf(book().withRows('promotions', [one]))).toHaveLength(1);
  });

  it('take the profit of a line where the sheet has it, before amount less cost', () => {
    const line = (client: string, day: string, amount: number, profit: number): RowOf<'transactions'> => ({ client, day, amount, profit, cost: 0 }); // prettier-ignore
    const [found] = promotionsOf(
      aDataset()
        .withClients(clients)
        .withTransactions([
          line('A', '2026-03-01', 100, 1),
          line('A', '2026-03-13', 100, 1),
          line('B', '2026-03-13', 50, 1),
          line('B', '2026-03-15', 50, 1),
          line('A', '2026-03-15', 200, 20),
        ])
        .withRows('promotions', [{ ...one, region: '北', cost: 5 }]),
    );
    // 200 against 100, the others as before: 100 more at 10 % is 10, twice the cost.
    expect([valueOf(found!.effect), valueOf(found!.returnOnCost)]).toEqual([10_000, 2]);
  });
});
