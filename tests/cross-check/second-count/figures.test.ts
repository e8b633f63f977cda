import { anAnalysis } from '../../support/analysis-builder';
import { aPlainBook, AS_OF, BEFORE, fen, figureOf, isBetween, PERIOD, sumOf, type PlainBook } from './plain-book';

interface Line {
  readonly client: string;
  readonly day: string;
  readonly amount: number;
  readonly pieces: number | undefined;
  readonly isBack: boolean;
  readonly orderNo: string;
  readonly profit: number | undefined;
}

/** Every line that counts up to the day, in fen. */
function linesOf({ sales, returns }: PlainBook): readonly Line[] {
  const sold = sales.flatMap(({ client, day, amount, quantity, isReturn, cancelled, orderNo, profit }) =>
    client === undefined || day === undefined || amount === undefined || cancelled
      ? []
      : [
          {
            client,
            day: String(day),
            amount: fen(amount),
            pieces: quantity,
            isBack: isReturn === true || amount < 0,
            orderNo: orderNo!,
            profit: profit === undefined ? undefined : fen(profit),
          },
        ],
  );
  const back = returns.map(({ client, day, amount }) => ({
    client: client!,
    day: String(day),
    amount: -Math.abs(fen(amount!)),
    pieces: undefined,
    isBack: true,
    orderNo: '',
    profit: undefined,
  }));
  return [...sold, ...back].filter(({ day }) => day <= AS_OF);
}

const sum = (lines: readonly Line[]): number => sumOf(lines, ({ amount }) => amount);
const buyers = (lines: readonly Line[]): readonly string[] => [
  ...new Set(lines.filter(({ isBack }) => !isBack).map(({ client }) => client)),
];
const ordersIn = (lines: readonly Line[]): number =>
  new Set(lines.filter(({ isBack }) => !isBack).map(({ orderNo }) => orderNo)).size;
const nameOfMonth = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

const books = Array.from({ length: 12 }, (_, at) => {
  const book = aPlainBook(500 + at);
  return { book, lines: linesOf(book), ...anAnalysis(book.dataset, { asOf: AS_OF }) };
});

describe('figures of the book, counted a second time', () => {
  it('years and months: clients, orders, net, the year before, what is not whole', () => {
    for (const { lines, analysis } of books) {
      const first = lines.map(({ day }) => day).sort()[0]!;
      for (const { year, clients, orders, netAmount, growth, isPartial } of analysis.years) {
        const own = lines.filter(({ day }) => day.startsWith(String(year)));
        const before = sum(lines.filter(({ day }) => day.startsWith(String(year - 1))));
        const isWhole = (of: number): boolean => first.slice(0, 7) <= `${of}-01` && AS_OF >= `${of}-12-31`;
        expect([year, clients, orders, netAmount, isPartial]).toEqual([
          ...[year, buyers(own).length, ordersIn(own), sum(own), !isWhole(year)],
        ]);
        expect(figureOf(growth)).toBe(
          isWhole(year) && isWhole(year - 1) && before > 0 ? (netAmount - before) / before : undefined,
        );
      }
      const inPeriod = lines.filter(({ day }) => isBetween(PERIOD, day));
      expect(analysis.months).toHaveLength(13);
      for (const { month, clients, orders, netAmount, yearBefore, isPartial } of analysis.months) {
        const name = nameOfMonth(month);
        const own = inPeriod.filter(({ day }) => day.startsWith(name));
        const then = lines.filter(({ day }) => day.startsWith(nameOfMonth(month - 12)));
        expect([name, clients, orders, netAmount, isPartial]).toEqual([
          ...[name, buyers(own).length, ordersIn(own), sum(own), name === '2025-06' || name === '2026-06'],
        ]);
        expect(figureOf(yearBefore)).toBe(first.slice(0, 7) <= nameOfMonth(month - 12) ? sum(then) : undefined);
      }
      const { totals } = analysis;
      const before = sum(lines.filter(({ day }) => isBetween(BEFORE, day)));
      expect([totals.netAmount, totals.orders, totals.lines, figureOf(totals.previousNetAmount)]).toEqual([
        ...[sum(inPeriod), ordersIn(inPeriod), inPeriod.length, before],
      ]);
      expect(totals.returnAmount).toBe(Math.abs(sum(inPeriod.filter(({ isBack }) => isBack))));
    }
  });

  it('each client’s months, pieces and profit', () => {
    for (const { book, lines, analysis } of books) {
      const active = book.codes.filter((code) =>
        lines.some(({ client, day }) => client === code && isBetween(PERIOD, day)),
      );
      expect(analysis.clientMonths.map(({ client }) => book.codes[client])).toEqual(active);
      for (const { client, amounts } of analysis.clientMonths) {
        const own = lines.filter((line) => line.client === book.codes[client] && isBetween(PERIOD, line.day));
        expect(amounts).toEqual(
          analysis.months.map(({ month }) => sum(own.filter(({ day }) => day.startsWith(nameOfMonth(month))))),
        );
        const one = analysis.clients[client]!;
        const counted = own.filter(({ pieces }) => pieces !== undefined);
        const pieces = sumOf(counted, (line) => line.pieces! * 1000);
        expect(figureOf(one.quantity)).toBe(counted.length === 0 ? undefined : pieces);
        const earned = own.filter(({ profit }) => profit !== undefined);
        if (book.sales.some(({ profit }) => profit !== undefined))
          expect(figureOf(one.profit)).toBe(earned.length === 0 ? undefined : sumOf(earned, ({ profit }) => profit!));
      }
    }
  });

  it('the five largest of each year, with all that tie', () => {
    for (const { book, lines, analysis } of books) {
      const expected = analysis.years.flatMap(({ year }) => {
        const of = (code: string): number =>
          sum(lines.filter(({ client, day }) => client === code && day.startsWith(String(year))));
        const gained = book.codes.map((code) => ({ code, net: of(code) })).filter(({ net }) => net > 0);
        const all = sumOf(gained, ({ net }) => net);
        return gained
          .map(({ code, net }) => {
            const above = gained.filter((other) => other.net > net).length;
            return { year, rank: above + 1, code, net, upTo: sumOf(gained.filter((other) => other.net >= net), (other) => other.net) / all }; // prettier-ignore
          })
          .filter(({ rank }) => rank <= 5)
          .sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1))
          .map(({ rank, code, net, upTo }) => [
            year,
            rank,
            code,
            net,
            expect.closeTo(net / all, 12),
            expect.closeTo(upTo, 12),
          ]);
      });
      expect(
        analysis.topFive.map(({ year, rank, code, netAmount, share, cumulativeShare }) => [
          ...[year, rank, code, netAmount, share, cumulativeShare],
        ]),
      ).toEqual(expected);
    }
  });

  it('regions and industries of each year', () => {
    for (const { book, lines, analysis } of books) {
      const rowsBy = (groupOf: (code: string) => string, spans: readonly string[]) =>
        spans.flatMap((span) => {
          const own = lines.filter(({ day }) => (span === '' ? isBetween(PERIOD, day) : day.startsWith(span)));
          const groups = [...new Set(own.map(({ client }) => groupOf(client)))];
          return groups
            .map((group) => ({ group, members: own.filter(({ client }) => groupOf(client) === group) }))
            .map(({ group, members }) => ({ span, group, net: sum(members), clients: buyers(members).length }))
            .sort((a, b) => b.net - a.net || (a.group < b.group ? -1 : 1));
        });
      const years = analysis.years.map(({ year }) => String(year));
      const clientOf = (code: string) => book.clients[book.codes.indexOf(code)]!;
      const { byRegion, byIndustry, regionsOfPeriod } = analysis.distribution;
      const found = byRegion.map(({ year, group, netAmount, clients }) => ({
        span: String(year),
        group,
        net: netAmount,
        clients,
      }));
      expect(found).toEqual(rowsBy((code) => clientOf(code).region ?? '', years));
      expect((figureOf(byIndustry) ?? []).map(({ year, group, netAmount, clients }) => ({ span: String(year), group, net: netAmount, clients }))).toEqual(
        rowsBy((code) => clientOf(code).industry ?? '', years),
      ); // prettier-ignore
      expect(
        regionsOfPeriod.map(({ group, netAmount, clients }) => ({ span: '', group, net: netAmount, clients })),
      ).toEqual(rowsBy((code) => clientOf(code).region ?? '', ['']));
    }
  });

  it('who stayed, who came, who came back, who left', () => {
    for (const { book, lines, analysis } of books) {
      const retention = figureOf(analysis.retention);
      const sold = (code: string, from: string, to: string): boolean =>
        lines.some(({ client, day, isBack }) => client === code && !isBack && day >= from && day <= to);
      const now = (code: string): boolean => sold(code, PERIOD.from, PERIOD.to);
      const before = (code: string): boolean => sold(code, BEFORE.from, BEFORE.to);
      const earlier = (code: string): boolean => sold(code, '', BEFORE.to);
      const of = (is: (code: string) => boolean): readonly number[] =>
        book.codes.flatMap((code, at) => (is(code) ? [at] : []));
      if (!retention) {
        expect(of(before)).toEqual([]);
        continue;
      }
      expect(retention).toMatchObject({
        activeBefore: of(before).length,
        kept: of((code) => before(code) && now(code)).length,
        lostClients: of((code) => before(code) && !now(code)),
        newClientList: of((code) => now(code) && !earlier(code)),
        reactivatedClients: of((code) => now(code) && !before(code) && earlier(code)),
      });
    }
  });

  it('the four principles of each way to class clients', () => {
    for (const { book, analysis } of books) {
      const { quality, schemes, clients } = figureOf(analysis.classes)!;
      const { rhythms } = figureOf(analysis.lifecycle)!;
      quality.forEach((one, at) => {
        const members = clients.flatMap((each, client) => {
          const value = figureOf(each.classes[at]!);
          return value ? [{ client, code: value.code }] : [];
        });
        const groups = [...new Set(members.map(({ code }) => code))].map((code) => {
          const own = members.filter((each) => each.code === code).map(({ client }) => client);
          const net = sumOf(own, (client) => Math.max(0, analysis.clients[client]!.netAmount));
          const known = own.filter((client) => analysis.clients[client]!.previousNetAmount.known);
          const before = sumOf(known, (client) => figureOf(analysis.clients[client]!.previousNetAmount)!);
          const after = sumOf(known, (client) => analysis.clients[client]!.netAmount);
          const earning = own.filter((client) => analysis.clients[client]!.profit.known);
          const earned = sumOf(earning, (client) => figureOf(analysis.clients[client]!.profit)!);
          const on = sumOf(earning, (client) => analysis.clients[client]!.netAmount);
          const reached = own.filter((client) => {
            const { phone, mobile, email } = book.clients[client]!;
            return [phone, mobile, email].some((each) => each !== '');
          });
          return {
            code,
            n: own.length,
            net,
            each: net / own.length,
            reached: reached.length / own.length,
            growth: before > 0 ? expect.closeTo((after - before) / before, 10) : undefined,
            margin: on > 0 ? expect.closeTo(earned / on, 10) : undefined,
          };
        });
        groups.sort((a, b) => b.net - a.net || (a.code < b.code ? -1 : 1));
        expect(
          one.groups.map(({ code, clients: n, netAmount, amountPerClient, contactable, growth, margin }) => ({
            ...{ code, n, net: netAmount, each: amountPerClient, reached: contactable },
            growth: figureOf(growth),
            margin: figureOf(margin),
          })),
        ).toEqual(groups);
        const amounts = groups.map(({ each }) => each).filter((each) => each > 0);
        const apart = amounts.length >= 2 ? Math.max(...amounts) / Math.min(...amounts) : undefined;
        expect(figureOf(one.difference)).toBe(apart);
        expect(one.id).toBe(schemes[at]!.id);
        const total = sumOf(groups, ({ net }) => net);
        const judged = groups.filter(({ code }) =>
          members.some((each) => each.code === code && rhythms[each.client]!.orderDays > 0),
        );
        if (one.id === 'tier' && total > 0 && judged.length > 0)
          expect(figureOf(one.smallestShare)).toBeCloseTo(Math.min(...judged.map(({ net }) => net)) / total, 12);
      });
    }
  });
});
