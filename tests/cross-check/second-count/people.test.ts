import { contributionsOfRows } from '../../../src/core/changes/row-contributions';
import { takeSnapshot } from '../../../src/core/changes/snapshot';
import { checkDocuments, DOCUMENT_KINDS } from '../../../src/core/files/document-register';
import { findTargetProspects } from '../../../src/core/prospects/target-prospects';
import { countComplaints } from '../../../src/core/service/complaint-counts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { anAnalysis } from '../../support/analysis-builder';
import { day } from '../../support/dataset-builder';
import {
  aPlainBook,
  AS_OF,
  BEFORE,
  fen,
  figureOf,
  isBetween,
  isoOfSerial,
  PERIOD,
  serial,
  sumOf,
  type PlainBook,
} from './plain-book';

const asOf = day(AS_OF);
const books = Array.from({ length: 10 }, (_, at) => aPlainBook(200 + at));
const both = books.map((book) => ({ book, analysis: anAnalysis(book.dataset, { asOf: AS_OF }).analysis }));

interface Line {
  readonly client: string;
  readonly day: string;
  readonly amount: number;
  readonly isBack: boolean;
  readonly orderNo: string;
  readonly rep: string;
  /** Sheet and row, as Excel numbers it. */
  readonly place: string;
}

/** The lines that count, each with the rep of its own or of its client. */
function linesOf({ sales, returns, clients, codes }: PlainBook, upTo = AS_OF): readonly Line[] {
  const repOf = (client: string): string => clients[codes.indexOf(client)]!.rep ?? '';
  return [
    ...sales.map((row, at) => ({ ...row, sheet: '交易', at, isBack: row.isReturn === true || (row.amount ?? 0) < 0 })),
    ...returns.map((row, at) => ({ ...row, sheet: '退货', at, isBack: true, rep: '', cancelled: false })),
  ].flatMap(({ client, day: on, amount, isBack, orderNo, rep, cancelled, sheet, at }) =>
    client === undefined || typeof on !== 'string' || on > upTo || amount === undefined || cancelled
      ? []
      : [
          {
            client,
            day: on,
            amount: sheet === '退货' ? -Math.abs(fen(amount)) : fen(amount),
            isBack,
            orderNo: orderNo ?? '',
            rep: rep || repOf(client),
            place: `${sheet} ${at + 2}`,
          },
        ],
  );
}

/** The day of a moment. */
const dayOfMoment = (at: string | number | undefined): string | undefined =>
  at === undefined ? undefined : isoOfSerial(Math.floor(Number(at)));

function isStillOpen({ closed, resolved, status }: PlainBook['complaints'][number]): boolean {
  if (closed !== undefined) return Number(closed) >= serial(AS_OF) + 1;
  if (resolved !== undefined) return !resolved;
  return !['已结案', '完成'].includes(status!);
}

describe('people and what they did, counted a second time', () => {
  it('reps: sales, the year before, returned, orders, clients, new ones, owed, complaints, contacts', () => {
    for (const { book, analysis } of both) {
      const figures = figureOf(analysis.repFigures);
      if (!figures) continue;
      const lines = linesOf(book);
      const repOf = (client: string | undefined): string => book.clients[book.codes.indexOf(client!)]?.rep ?? '';
      const names = new Set([...book.clients, ...book.sales].flatMap(({ rep }) => (rep ? [rep] : [])));
      const owed = figureOf(analysis.receivables)!.clients;
      const expected = ['', ...names].map((rep) => {
        const own = lines.filter((line) => line.rep === rep);
        const now = own.filter((line) => isBetween(PERIOD, line.day));
        const sold = now.filter(({ isBack }) => !isBack);
        const clients = [...new Set(sold.map(({ client }) => client))];
        const firstSale = (client: string): string => lines.filter((line) => line.client === client && !line.isBack).map((line) => line.day).sort()[0]!; // prettier-ignore
        const net = sumOf(now, ({ amount }) => amount);
        const before = sumOf(own.filter((line) => isBetween(BEFORE, line.day)), ({ amount }) => amount); // prettier-ignore
        const told = book.complaints.filter(({ client, received }) => received !== undefined && Number(received) < serial(AS_OF) + 1 && repOf(client) === rep); // prettier-ignore
        const met = book.contacts.filter(({ at, rep: who }) => isBetween(PERIOD, dayOfMoment(at)) && (who === rep || (rep === '' && !names.has(who!)))); // prettier-ignore
        const isVisit = ({ method }: (typeof met)[number]): boolean => ['上门拜访', 'Visit'].includes(method!);
        return {
          rep,
          net,
          before,
          growth: before > 0 ? (net - before) / before : undefined,
          back: sumOf(now.filter(({ isBack }) => isBack), ({ amount }) => -amount) + 0, // prettier-ignore
          orders: new Set(sold.map(({ orderNo }) => orderNo)).size,
          clients: clients.length,
          fresh: clients.filter((client) => isBetween(PERIOD, firstSale(client))).length,
          receivable: sumOf(owed.filter((_, at) => (book.clients[at]!.rep ?? '') === rep), ({ open }) => open), // prettier-ignore
          overdue: sumOf(owed.filter((_, at) => (book.clients[at]!.rep ?? '') === rep), ({ overdue }) => overdue), // prettier-ignore
          told: told.filter(({ received }) => isBetween(PERIOD, dayOfMoment(received))).length,
          open: told.filter(isStillOpen).length,
          calls: met.filter((one) => !isVisit(one)).length,
          visits: met.filter(isVisit).length,
        };
      });
      const hasContacts = book.contacts.length > 0;
      const seen = expected.filter((one) => one.orders > 0 || [one.net, one.before, one.receivable, one.told].some((each) => each !== 0) || (hasContacts && one.calls + one.visits > 0)); // prettier-ignore
      seen.sort((a, b) => b.net - a.net || (a.rep < b.rep ? -1 : 1));
      expect(
        figures.reps.map((one) => ({
          rep: one.rep,
          net: one.netAmount,
          before: one.previousNetAmount,
          growth: figureOf(one.growth),
          back: one.returnAmount,
          orders: one.orders,
          clients: one.clients,
          fresh: one.newClients,
          receivable: figureOf(one.receivable),
          overdue: figureOf(one.overdue),
          told: figureOf(one.complaints),
          open: figureOf(one.openComplaints),
          calls: figureOf(one.calls) ?? 0,
          visits: figureOf(one.visits) ?? 0,
        })),
      ).toEqual(seen);
    }
  });

  it('commissions: what is reached in the month, by sales or receipts, below and beyond the target', () => {
    let months = 0;
    for (const { book, analysis } of both) {
      const figures = figureOf(analysis.repFigures);
      if (!figures || book.commissions.length === 0) continue;
      const lines = linesOf(book);
      const repOf = (client: string | undefined): string => book.clients[book.codes.indexOf(client!)]?.rep ?? '';
      const expected = book.commissions
        .map((row, at) => ({ ...row, at, month: String(row.month) }))
        .filter(({ rep, month }) => rep !== '' && isBetween(PERIOD, month))
        .map(({ rep, month, target, commissionRate, rateBeyond, basis, at }) => {
          const isIn = (on: unknown): boolean =>
            isBetween(PERIOD, String(on)) && String(on).slice(0, 7) === month.slice(0, 7);
          const reached =
            basis === '回款'
              ? sumOf(
                  book.receipts.filter(
                    ({ client, day: on, amount }) => client !== undefined && amount !== undefined && repOf(client) === rep && isIn(on),
                  ),
                  ({ amount }) => fen(amount!),
                )
              : sumOf(lines.filter((line) => line.rep === rep && isIn(line.day)), ({ amount }) => amount); // prettier-ignore
          const base = Math.max(0, reached) / 100;
          const within = target === undefined ? base : Math.min(base, target);
          return {
            rep,
            month,
            at,
            basis: basis === '回款' ? 'receipts' : 'sales',
            target: target === undefined ? undefined : fen(target),
            reached,
            attainment: (target ?? 0) > 0 ? expect.closeTo(reached / 100 / target!, 9) : undefined,
            commission:
              commissionRate === undefined
                ? undefined
                : fen(within * commissionRate + (base - within) * (rateBeyond ?? commissionRate)),
          };
        })
        .sort((a, b) => (a.rep! < b.rep! ? -1 : a.rep! > b.rep! ? 1 : a.month < b.month ? -1 : a.month > b.month ? 1 : a.at - b.at))
        .map(({ rep, basis, target, reached, attainment, commission }) => [rep, basis, target, reached, attainment, commission]); // prettier-ignore
      months += expected.length;
      expect(
        figureOf(figures.commissions)!.map(({ rep, basis, target, reached, attainment, commission }) => [
          ...[rep, basis, figureOf(target), reached, figureOf(attainment), figureOf(commission)],
        ]),
      ).toEqual(expected);
    }
    expect(months).toBeGreaterThan(20);
  });

  it('complaints of the year and open ones, by client', () => {
    for (const book of books) {
      const counts = figureOf(countComplaints(book.dataset, book.codes.length, asOf))!;
      const until = book.complaints.filter(({ received }) => received !== undefined && Number(received) < serial(AS_OF) + 1); // prettier-ignore
      const by = (rows: typeof until) => book.codes.map((code) => rows.filter(({ client }) => client === code).length);
      expect([...counts.ofYear]).toEqual(by(until.filter(({ received }) => Number(received) >= serial(PERIOD.from))));
      expect([...counts.open]).toEqual(by(until.filter(isStillOpen)));
    }
  });

  it('target prospects: visits, the latest intention, near misses', () => {
    let targets = 0;
    for (const { codes, contacts, dataset } of books) {
      const ours = findTargetProspects(dataset, asOf, DEFAULT_SETTINGS);
      codes.forEach((code, at) => {
        const own = contacts.filter((row) => row.client === code && row.at !== undefined && Number(row.at) < serial(AS_OF) + 1); // prettier-ignore
        const visits = own.filter(({ method }) => method === '上门拜访' || method === 'Visit').length;
        const said = own.filter(({ intends }) => ['是', '否', '有'].includes(intends!));
        const latest = Math.max(...said.map((row) => Number(row.at)));
        const last = said.filter((row) => Number(row.at) === latest).at(-1)?.intends;
        const intends = last === undefined ? undefined : last !== '否';
        const isTarget = visits >= 3 && intends === true;
        if (isTarget) targets++;
        const { reason: _, ...found } = ours[at]!;
        expect(found).toEqual({
          visits,
          intends,
          isTarget,
          isNearMiss: !isTarget && (visits >= 3 || intends === true),
        });
      });
    }
    expect(targets).toBeGreaterThan(5);
  });

  it('documents: which of the six are lacking, and which are not filed', () => {
    const KIND: Record<string, number> = { 合同: 0, 传真: 1, 公司概况: 2, 经营状况: 3, 合作情况: 4, 年汇总: 5 };
    for (const { codes, documents, dataset } of books) {
      const ours = figureOf(checkDocuments(dataset, asOf))!;
      codes.forEach((code, at) => {
        const own = documents.filter(({ client, handedDay }) => client === code && String(handedDay ?? '') <= AS_OF);
        const held = new Set(own.map(({ kind }) => KIND[kind!]));
        expect(ours[at]!.missing).toEqual(
          DOCUMENT_KINDS.filter((_, kind) => !held.has(kind)).map(({ label }) => label),
        );
        expect(ours[at]!.unfiled).toBe(
          own.filter(({ handedDay, filedDay }) => handedDay !== undefined && (filedDay === undefined || String(filedDay) > AS_OF)).length, // prettier-ignore
        );
      });
    }
  });
});

describe('rows that moved net sales since an earlier day', () => {
  const EARLIER = '2026-03-05';
  const range = (from: string, to: string) => ({ kind: 'range', from: day(from), to: day(to) }) as const;

  it.each([
    ['2025-03-06', EARLIER],
    ['2025-06-18', EARLIER],
    ['2026-03-01', EARLIER],
  ])('%s to %s: every row that came or went, the ten largest, the rest in one line', (from, to) => {
    const causes = new Set<string>();
    for (const { book, analysis } of both.slice(0, 4)) {
      const run = { number: 1, time: '', version: '1', settingsHash: '', dataHash: '', lang: 'zh', areGroups: false } as const; // prettier-ignore
      const stood = anAnalysis(book.dataset, { asOf: to, period: range(from, to) }).analysis;
      const then = takeSnapshot(stood, run);
      const rows = contributionsOfRows(book.dataset, analysis, then).filter(({ figure }) => figure === 'netSales');
      const lines = linesOf(book);
      const moved = lines
        .map((line, at) => {
          const is = isBetween(PERIOD, line.day);
          const was = line.day >= from && line.day <= to;
          return {
            line,
            at,
            cause: is ? 'entered' : 'left',
            effect: is === was ? NaN : is ? line.amount : -line.amount,
          };
        })
        .filter(({ effect }) => !Number.isNaN(effect))
        .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || b.at - a.at);
      const ten = moved.slice(0, 10);
      const rest = moved.slice(10);
      const expected = [
        ...ten.map(({ line, cause, effect }) => [cause, 1, book.codes.indexOf(line.client), line.place, serial(line.day), effect]), // prettier-ignore
        ...(rest.length > 0
          ? [['rest', rest.length, -1, undefined, undefined, sumOf(rest, ({ effect }) => effect)]]
          : []),
      ];
      expect(
        rows.map(
          ({ cause, rows: n, client, place, day: on, effect, numerator, byNumerator, byDenominator, denominator }) => {
            causes.add(cause);
            expect([numerator, byNumerator, byDenominator, denominator]).toEqual([effect, effect, 0, 0]);
            return [cause, n, client, place && `${place.sheet} ${place.row}`, on, Math.round(effect * 100)];
          },
        ),
      ).toEqual(expected);
    }
    expect(causes).toContain('rest');
  });

  it('of on-time and damage rates too the lines add up to the change', () => {
    let found = 0;
    for (const { book, analysis } of both.slice(0, 4)) {
      const run = { number: 1, time: '', version: '1', settingsHash: '', dataHash: '', lang: 'zh', areGroups: false } as const; // prettier-ignore
      const stood = anAnalysis(book.dataset, { asOf: EARLIER, period: range('2025-11-01', EARLIER) }).analysis;
      const then = takeSnapshot(stood, run);
      const rows = contributionsOfRows(book.dataset, analysis, then);
      for (const id of ['K02', 'K01']) {
        const own = rows.filter(({ figure }) => figure === id);
        const now = analysis.indicators.find((one) => one.id === id)?.current;
        const before = stood.indicators.find((one) => one.id === id)?.current;
        if (!now?.value.known || !before?.value.known) {
          expect(own).toEqual([]);
          continue;
        }
        found++;
        expect(sumOf(own, ({ effect }) => effect)).toBeCloseTo(now.value.value - before.value.value, 9);
        expect(sumOf(own, ({ numerator }) => numerator)).toBeCloseTo(now.numerator - before.numerator, 6);
        expect(sumOf(own, ({ denominator }) => denominator)).toBeCloseTo(now.denominator - before.denominator, 6);
        const sizes = own.filter(({ rows: n }) => n === 1).map(({ effect }) => Math.abs(effect));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }
    }
    expect(found).toBeGreaterThan(2);
  });
});
