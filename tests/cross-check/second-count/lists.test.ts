import type { Analysis } from '../../../src/core/analysis';
import { talkingPointsOf } from '../../../src/core/plan/client-brief';
import { anAnalysis } from '../../support/analysis-builder';
import { aPlainBook, AS_OF, fen, figureOf, isBetween, isoOfSerial, PERIOD, serial, sumOf } from './plain-book';

const books = Array.from({ length: 14 }, (_, at) => {
  const book = aPlainBook(400 + at);
  return { book, ...anAnalysis(book.dataset, { asOf: AS_OF }) };
});

describe('lists, made a second time', () => {
  it('alerts of each client: kind, loudness, money at risk', () => {
    const kinds = new Set<string>();
    for (const { book, analysis } of books) {
      const accounts = figureOf(analysis.keyAccounts)!.clients;
      const { clients: cycles, rhythms } = figureOf(analysis.lifecycle)!;
      const credit = figureOf(analysis.credit)!.clients;
      const payments = figureOf(analysis.payments)!;
      const owed = figureOf(analysis.receivables)!.clients;
      const files = figureOf(analysis.clientFiles)!.files;
      const rows = figureOf(analysis.alerts)!.rows;
      book.codes.forEach((code, at) => {
        const { isKey } = accounts[at]!;
        const loud = isKey ? 'bad' : 'watch';
        const rhythm = rhythms[at]!;
        const cycle = cycles[at]!;
        const one = analysis.clients[at]!;
        const average = one.orders > 0 && one.netAmount > 0 ? Math.round(one.netAmount / one.orders) : undefined;
        const expected: [kind: string, severity: string, amount: number | undefined][] = [];
        const recency = figureOf(rhythm.recency) ?? 0;
        if (rhythm.isOverdue && rhythm.orderDays > 1) {
          const gap = figureOf(rhythm.medianGap) ?? 0;
          const before = figureOf(one.previousNetAmount) ?? 0;
          const missed = gap > 0 ? Math.max(1, Math.floor(recency / gap)) : 1;
          const stake =
            one.netAmount <= 0
              ? before > 0
                ? before
                : undefined
              : average === undefined
                ? undefined
                : Math.min(one.netAmount, average * missed);
          expected.push(['orderOverdue', loud, stake]);
        }
        const compared = figureOf(cycle.compared);
        const clear = figureOf(cycle.significance);
        const isClear = clear?.direction === -1 && (!clear.t.known || clear.t.value >= 1.3);
        if ((figureOf(cycle.growth) ?? 0) <= -analysis.settings['alerts.drop'] && isClear && !rhythm.isLost)
          expected.push(['drop', loud, compared!.before - compared!.recent]);
        if (rhythm.orderDays === 1 && !rhythm.isLost && recency >= analysis.settings['alerts.secondOrderDays'])
          expected.push(['noSecondOrder', 'watch', one.netAmount]);
        const { exposure, limit, isLimitExceeded } = credit[at]!;
        if (isLimitExceeded) expected.push(['limitExceeded', 'bad', figureOf(exposure)! - figureOf(limit)!]);
        const late = figureOf(payments[at]!.oldestOverdueDays) ?? 0;
        if (late > analysis.settings['alerts.overdueMoneyDays'])
          expected.push(['overdueMoney', late > 90 ? 'bad' : loud, owed[at]!.overdue]);
        const waiting = figureOf(files[at]!.openComplaints) ?? 0;
        if (waiting > 0 && isKey)
          expected.push(['openComplaint', 'bad', average === undefined ? undefined : average * waiting]);
        const isOff = book.clients[at]!.writtenOff === true;
        const softened = expected.map(([kind, severity, amount]) => [
          kind,
          isOff && severity === 'bad' ? 'watch' : severity,
          amount,
        ]);
        const row = rows.find(({ client }) => client === at);
        const own = (row?.alerts ?? []).filter(({ kind }) => kind !== 'fileDue' && kind !== 'importantDay');
        for (const { kind } of own) kinds.add(kind);
        const found = own.map(({ kind, severity, amount }) => [kind, severity, figureOf(amount)]);
        expect({ code, found: found.sort() }).toEqual({ code, found: softened.sort() });
        const stake = (...of: readonly string[]): number =>
          Math.max(0, ...expected.filter(([kind]) => of.includes(kind)).map(([, , amount]) => amount ?? 0));
        if (expected.some(([, , amount]) => amount !== undefined))
          expect(figureOf(row!.atRisk)).toBe(
            stake('overdueMoney', 'limitExceeded') + stake('orderOverdue', 'drop', 'noSecondOrder', 'openComplaint'),
          );
        for (const { ask } of own) expect(ask === undefined).toBe(isOff);
      });
    }
    expect([...kinds].sort()).toEqual([
      'drop',
      'limitExceeded',
      'noSecondOrder',
      'openComplaint',
      'orderOverdue',
      'overdueMoney',
    ]);
  });

  it('what to speak of with each client: late orders, sales that moved, the limit, money, complaints', () => {
    const kinds = new Set<string>();
    for (const { book, analysis } of books) {
      const { clients: cycles, rhythms } = figureOf(analysis.lifecycle)!;
      const credit = figureOf(analysis.credit)!.clients;
      const owed = figureOf(analysis.receivables)!.clients;
      const files = figureOf(analysis.clientFiles)!.files;
      book.codes.forEach((code, at) => {
        const { growth, compared, stage } = cycles[at]!;
        const moved = figureOf(stage);
        const of = figureOf(compared);
        const expected = [
          ...((figureOf(files[at]!.openComplaints) ?? 0) > 0 ? ['openComplaint'] : []),
          ...(owed[at]!.overdue > 0 ? ['money'] : []),
          ...(credit[at]!.isLimitExceeded ? ['limit'] : []),
          ...(rhythms[at]!.isOverdue || rhythms[at]!.isLost ? ['lateOrder'] : []),
          ...(growth.known && of && (of.recent <= 0 || moved === 'decline' || moved === 'growth') ? ['drop'] : []),
        ];
        const found = talkingPointsOf(analysis, at).flatMap(({ kind }) => kind ?? []);
        for (const kind of found) kinds.add(kind);
        const counted = ['openComplaint', 'money', 'limit', 'lateOrder', 'drop'];
        expect({ code, found: found.filter((kind) => counted.includes(kind)).sort() }).toEqual({
          code,
          found: expected.sort(),
        });
      });
    }
    for (const kind of ['openComplaint', 'money', 'limit', 'lateOrder', 'drop']) expect(kinds).toContain(kind);
  });

  it('complaints: stages, problems, months, what is solved, paid and still open', () => {
    const STAGES: Record<string, string> = { 送货: '运输' };
    let waiting = 0;
    for (const { book, analysis } of books) {
      const figures = figureOf(analysis.complaints);
      if (!figures) continue;
      const until = book.complaints
        .map((row, at) => ({
          ...row,
          at,
          on: row.received === undefined ? '' : isoOfSerial(Math.floor(Number(row.received))),
        }))
        .filter(({ on }) => on !== '' && on <= AS_OF);
      const isOpen = ({ closed, resolved, status }: (typeof until)[number]): boolean =>
        closed !== undefined ? Number(closed) >= serial(AS_OF) + 1 : resolved !== undefined ? !resolved : !['已结案', '完成'].includes(status!); // prettier-ignore
      const cohort = until.filter(({ on }) => isBetween(PERIOD, on));
      const founded = cohort.filter(({ upheld }) => upheld !== false);
      expect(figures.received).toBe(cohort.length);
      expect(figures.resolved).toBe(cohort.filter((one) => !isOpen(one)).length);
      expect([figures.resolution.numerator, figures.resolution.denominator, figures.unfounded]).toEqual([
        ...[founded.filter((one) => !isOpen(one)).length, founded.length, cohort.length - founded.length],
      ]);
      expect(figures.compensation).toBe(fen(sumOf(cohort, ({ compensation }) => compensation ?? 0)));
      expect(figureOf(figures.perDay)).toBeCloseTo(cohort.length / 365, 12);
      const stageOf = (stage: string): string => STAGES[stage] ?? stage;
      const members = (stage: string) => cohort.filter((one) => stageOf(one.stage!) === stage);
      const others = ['仓库', '柜台', ''].filter((stage) => members(stage).length > 0);
      others.sort((a, b) => members(b).length - members(a).length || (a < b ? -1 : 1));
      const ranked = (rows: typeof cohort): readonly (readonly [string, number])[] =>
        [...new Set(rows.map(({ problem }) => problem!))]
          .map((problem) => [problem, rows.filter((one) => one.problem === problem).length] as const)
          .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
      // One number of orders under all of them.
      const under = figures.stages.flatMap(({ count, per100Orders }) =>
        count > 0 && per100Orders.known ? [(100 * count) / per100Orders.value] : [],
      );
      for (const orders of under) expect(orders).toBeCloseTo(Math.round(under[0]!), 6);
      expect(figures.stages.map(({ stage, count, topProblems }) => [stage, count, topProblems])).toEqual(
        ['产品质量', '运输', '包装', '管理', ...others].map((stage) => [
          ...[stage, members(stage).length],
          ranked(members(stage).filter(({ problem }) => problem !== '')).slice(0, 3).map(([problem]) => problem),
        ]),
      ); // prettier-ignore
      expect(figures.problems.map(({ problem, count }) => [problem, count])).toEqual(ranked(cohort));
      if (cohort.length > 0) expect(figures.problems.at(-1)!.cumulativeShare).toBeCloseTo(1, 12);
      for (const { month, received, resolved } of figures.trend) {
        const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        const own = cohort.filter(({ on }) => on.startsWith(name));
        expect([name, received, resolved]).toEqual([name, own.length, own.filter((one) => !isOpen(one)).length]);
      }
      const open = until.filter(isOpen).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.at - b.at));
      waiting += open.length;
      expect(figures.open.map(({ row, ageDays }) => [row, ageDays])).toEqual(
        open.map(({ at, on }) => [at + 2, serial(AS_OF) - serial(on)]),
      );
      const closing = cohort.flatMap((one) => {
        if (one.closed === undefined && !isOpen(one)) return [];
        const end = one.closed === undefined || isOpen(one) ? serial(AS_OF) + 1 : Number(one.closed);
        return end >= Number(one.received) ? [(end - Number(one.received)) * 24] : [];
      });
      const hours = figureOf(figures.hoursToClose);
      if (book.complaints.some(({ closed }) => closed !== undefined)) expect(hours?.n ?? 0).toBe(closing.length);
    }
    expect(waiting).toBeGreaterThan(30);
  });

  it('open orders: what is still to come, tier Ⅰ first, the longest overdue next', () => {
    let [open, closed] = [0, 0];
    for (const { book, analysis } of books) {
      const classes = figureOf(analysis.deliveryClasses);
      if (!classes) continue;
      const hasDelivered = book.deliveries.some(({ deliveredQuantity }) => deliveredQuantity !== undefined);
      const rows = book.deliveries.flatMap((row, at) => {
        if (row.cancelled || String(row.orderDay) > AS_OF) return [];
        const shipped =
          row.shippedDay !== undefined && String(row.shippedDay) <= AS_OF ? serial(String(row.shippedDay)) : undefined;
        const got =
          (hasDelivered ? row.deliveredQuantity : row.shippedQuantity) ?? (shipped === undefined ? 0 : undefined);
        const rest = row.orderedQuantity === undefined || got === undefined ? undefined : row.orderedQuantity - got;
        if (rest === undefined ? shipped !== undefined : rest <= 0) return [];
        const { 'delivery.restShare': share, 'delivery.restDays': days } = analysis.settings;
        const isClosed =
          rest !== undefined && shipped !== undefined && rest < row.orderedQuantity! &&
          (rest <= row.orderedQuantity! * share + 1e-9 || serial(AS_OF) - shipped > days); // prettier-ignore
        if (isClosed) closed++;
        if (isClosed) return [];
        const client = book.codes.indexOf(row.client!);
        const tier = client < 0 ? 4 : (figureOf(analysis.clients[client]!.tier) ?? 4);
        const late = Math.max(0, serial(AS_OF) - serial(String(row.promisedDay)));
        return [{ at, tier, late, rest, isUntouched: shipped === undefined }];
      });
      rows.sort((a, b) => a.tier - b.tier || b.late - a.late || a.at - b.at);
      open += rows.length;
      expect(
        classes.openOrders.map(({ row, overdueDays, openQuantity, isUntouched }) => [row, overdueDays, figureOf(openQuantity), isUntouched]),
      ).toEqual(rows.map(({ at, late, rest, isUntouched }) => [at + 2, late, rest === undefined ? undefined : rest * 1000, isUntouched])); // prettier-ignore
      expect(classes.openOrderCount).toBe(rows.length);
      expect(classes.late.lines).toBe(rows.filter(({ late }) => late > 0).length);
    }
    expect(open).toBeGreaterThan(50);
    expect(closed).toBeGreaterThan(3);
  });

  it('every list stands in the order that it says', () => {
    type Keys = readonly (string | number)[];
    const inOrder = (what: string, rows: readonly Keys[]): string[] =>
      rows.slice(1).flatMap((row, at) => {
        const above = rows[at]!;
        const place = row.findIndex((one, key) => one !== above[key]);
        return place >= 0 && row[place]! < above[place]! ? [`${what}: ${above.join(' ')} before ${row.join(' ')}`] : [];
      });
    const LISTS: readonly ((analysis: Analysis) => string[])[] = [
      ({ distribution }) =>
        [distribution.byRegion, figureOf(distribution.byCountry) ?? []].flatMap((rows) =>
          [...new Set(rows.map(({ year }) => year))].flatMap((year) =>
            inOrder('distribution', rows.filter((row) => row.year === year).map((row) => [-row.netAmount, row.group])), // prettier-ignore
          ),
        ),
      ({ topFive }) => inOrder('top five', topFive.map(({ year, rank }) => [year, rank])),
      ({ topFive }) => inOrder('top five ties', topFive.map(({ year, netAmount, code }) => [year, -netAmount, code])),
      ({ repFigures }) => inOrder('reps', (figureOf(repFigures)?.reps ?? []).map(({ netAmount, rep }) => [-netAmount, rep])),
      ({ alerts }) =>
        inOrder(
          'alerts',
          (figureOf(alerts)?.rows ?? []).map(({ client, severity, atRisk }) => [
            severity === 'notice' ? 2 : severity === 'bad' && client < 0 ? 0 : 1,
            -(figureOf(atRisk) ?? 0),
            ['bad', 'watch', 'notice'].indexOf(severity),
            client,
          ]),
        ),
      ({ importantDays }) => inOrder('days', (figureOf(importantDays)?.days ?? []).map(({ day, client }) => [day, client])),
      ({ months }) => inOrder('months', months.map(({ month }) => [month])),
      ({ years }) => inOrder('years', years.map(({ year }) => [year])),
    ]; // prettier-ignore
    const wrong = books.flatMap(({ analysis }) => LISTS.flatMap((list) => list(analysis)));
    expect(wrong).toEqual([]);
  });
});
