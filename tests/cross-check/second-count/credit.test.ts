import { CREDIT_FACTORS } from '../../../src/core/credit/credit-factors';
import { gatherCreditFacts, readJudgedMarks, type CreditGround } from '../../../src/core/credit/credit-inputs';
import { mapOutcome } from '../../../src/core/model/outcome';
import { measurePaymentGround } from '../../../src/core/receivables/payment-ground';
import { measureBuying } from '../../../src/core/sales/client-behaviour';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { anAnalysis } from '../../support/analysis-builder';
import { day } from '../../support/dataset-builder';
import { aPlainBook, AS_OF, fen, figureOf, PERIOD, serial, shareOfValues, sumOf } from './plain-book';

const asOf = day(AS_OF);
const settings = DEFAULT_SETTINGS;

const books = Array.from({ length: 12 }, (_, at) => {
  const book = aPlainBook(100 + at);
  const { dataset } = book;
  const { analysis } = anAnalysis(dataset, { asOf: AS_OF });
  const ground = measurePaymentGround(dataset, asOf, settings);
  const buying = measureBuying(dataset, asOf, settings);
  const inputs: CreditGround = {
    ...buying,
    payments: mapOutcome(ground, ({ behaviours }) => behaviours),
    receivables: mapOutcome(ground, ({ receivables }) => receivables.clients),
    exposures: mapOutcome(ground, ({ exposures }) => exposures),
  };
  const facts = gatherCreditFacts(dataset, inputs, readJudgedMarks(dataset, asOf, settings), asOf, settings);
  return { book, analysis, ground: figureOf(ground)!, buying, facts };
});

const clamped = (score: number): number => Math.min(100, Math.max(0, score));
const money = (amount: number | undefined): number | undefined => (amount === undefined ? undefined : fen(amount));

describe('credit, counted a second time', () => {
  it('exposure: open, delivered and not invoiced, ordered and not delivered, less what is held', () => {
    for (const { book, ground } of books) {
      const invoiced = new Set(book.invoices.map(({ orderNo }) => orderNo).filter((orderNo) => orderNo !== ''));
      const shareOf = (row: (typeof book.deliveries)[number]): number => {
        const gone = row.deliveredQuantity ?? row.shippedQuantity;
        if (row.orderedQuantity !== undefined && gone !== undefined) return Math.min(1, gone / row.orderedQuantity);
        return row.shippedDay === undefined ? 0 : 1;
      };
      const waits = book.deliveries.filter(
        ({ value, cancelled, orderDay, orderNo }) =>
          (value ?? 0) > 0 && !cancelled && String(orderDay) <= AS_OF && !invoiced.has(orderNo),
      );
      const hasValues = book.deliveries.some(({ value }) => value !== undefined);
      const isTied = invoiced.size > 0;
      book.codes.forEach((code, at) => {
        const one = ground.exposures[at]!;
        const { open, disputed, advance } = ground.receivables.clients[at]!;
        const own = waits.filter(({ client }) => client === code);
        const out = sumOf(own, (row) => row.value! * shareOf(row));
        const still = sumOf(own, (row) => row.value! * (1 - shareOf(row)));
        const held = advance + fen(book.clients[at]!.deposit ?? 0);
        const gross = open + disputed + (hasValues ? (isTied ? fen(out) : 0) + fen(still) : 0);
        expect({
          open: one.open,
          out: figureOf(one.deliveredNotInvoiced),
          still: figureOf(one.undelivered),
          held: one.held,
          gross: one.gross,
          total: one.total,
          ahead: one.ahead,
        }).toEqual({
          open: open + disputed,
          out: hasValues && isTied ? fen(out) : undefined,
          still: hasValues ? fen(still) : undefined,
          held,
          gross,
          total: Math.max(0, gross - held),
          ahead: Math.max(0, held - gross),
        });
      });
    }
  });

  it('what the score stands on: means, security, years, terms, disputes, promises', () => {
    for (const { book, ground, buying, facts } of books) {
      const termsOf = (industry: string | undefined): number | undefined => {
        const days = book.clients.flatMap((one) =>
          one.industry === industry && one.creditTermDays !== undefined ? [one.creditTermDays] : [],
        );
        const isKnown = industry !== '' && days.length >= settings['credit.industryMinClients'];
        return isKnown ? shareOfValues(days, 0.5) : undefined;
      };
      const tellsReturns = book.returns.length > 0 || book.sales.some(({ isReturn }) => isReturn !== undefined);
      book.codes.forEach((code, at) => {
        const typed = book.clients[at]!;
        const one = facts[at]!;
        const rhythm = buying.rhythms[at]!;
        const amounts = buying.history.amounts.subarray(at * 30, at * 30 + 12);
        const years: Record<string, number | undefined> = {
          '2016-06-17': 10,
          '2016-06-18': 9,
          '2021-06-17': 5,
          '2023-06-18': 2,
        };
        const deal = Math.min(
          typeof typed.firstDealDay === 'string' ? serial(typed.firstDealDay) : Infinity,
          figureOf(rhythm.firstDay) ?? Infinity,
        );
        const orderDays = [...buying.history.days.subarray(buying.history.offsets[at], buying.history.offsets[at]! + rhythm.orderDays)].filter((on) => on >= serial(PERIOD.from)).length; // prettier-ignore
        const complaints = book.complaints.filter(
          ({ client, received }) =>
            client === code && Number(received) >= serial(PERIOD.from) && Number(received) < serial(AS_OF) + 1,
        ).length;
        const disputed = ground.receivables.clients[at]!.disputedInvoices;
        const gross = buying.history.grossAmounts[at]!;
        const rates = [
          (complaints + disputed) / orderDays,
          ...(gross > 0 && tellsReturns ? [buying.history.returnAmounts[at]! / gross] : []),
        ];
        expect({
          code,
          year: figureOf(one.amountOfYear),
          exposure: figureOf(one.exposure),
          gross: figureOf(one.grossExposure),
          means: figureOf(one.ownMeans),
          years: figureOf(one.yearsInBusiness),
          security: figureOf(one.security),
          terms: figureOf(one.termDays),
          median: figureOf(one.medianTermDays),
          disputes: figureOf(one.disputeRate),
          writtenOff: one.writtenOff,
          honest: one.honestMark,
          broken: one.brokenPromises,
        }).toEqual({
          code,
          year: rhythm.orderDays > 0 ? sumOf([...amounts], (each) => each) : undefined,
          exposure: ground.exposures[at]!.total,
          gross: ground.exposures[at]!.gross,
          means: money(typed.netAssets ?? typed.registeredCapital),
          years: years[String(typed.foundedDay)],
          security:
            typed.collateral === undefined && typed.deposit === undefined
              ? undefined
              : fen(typed.collateral ?? 0) + fen(typed.deposit ?? 0),
          terms: typed.creditTermDays,
          median: termsOf(typed.industry),
          disputes: orderDays === 0 ? undefined : Math.max(...rates),
          writtenOff: typed.writtenOff === true,
          honest: { 诚信: true, 是: true, 失信: false, 否: false }[typed.honest!],
          broken: Math.max(typed.brokenPromises ?? 0, ground.behaviours[at]!.brokenPromises),
        });
        const relation = figureOf(one.relationYears);
        if (deal === Infinity) expect(relation).toBe(undefined);
        else expect(relation).toBeCloseTo((serial(AS_OF) - deal) / 365.25, 9);
      });
    }
  });

  it('each factor’s points by its formula; score, coverage, views and losses by the points', () => {
    const known = new Set<string>();
    for (const { analysis, facts } of books.slice(0, 7))
      facts.forEach((one, at) => {
        const { card } = figureOf(analysis.credit)!.clients[at]!;
        const cover = (means: number | undefined, exposed: number, full: number): number | undefined =>
          means === undefined
            ? undefined
            : exposed <= 0
              ? means < 0
                ? 0
                : 100
              : clamped((means / exposed / full) * 100);
        const exposure = figureOf(one.exposure)!;
        const year = figureOf(one.amountOfYear);
        const stage = figureOf(one.stage);
        const months = year !== undefined && year > 0 ? exposure / (year / 12) : undefined;
        const { 'credit.turnoverFullMonths': full, 'credit.turnoverNoneMonths': none } = settings;
        const ofTurnover = [
          ...(months !== undefined
            ? [clamped((100 * (none - months)) / (none - full))]
            : year !== undefined && exposure > 0
              ? [0]
              : []),
          ...(stage === undefined ? [] : [{ growth: 100, maturity: 80, introduction: 50, decline: 20 }[stage]]),
        ];
        const payment = figureOf(one.payment)!;
        const years = figureOf(one.yearsInBusiness);
        const [term, median] = [figureOf(one.termDays), figureOf(one.medianTermDays)];
        const [variation, disputes, relation] = [one.gapVariation, one.disputeRate, one.relationYears].map(figureOf);
        const onTerms = figureOf(payment.paidOnTerms);
        const of = (id: string): number | undefined => one.judged.get(id)?.score;
        const points: Record<string, number | undefined> = {
          paymentIndex: figureOf(payment.index),
          paidOnTerms: onTerms === undefined ? undefined : onTerms * 100,
          turnover: ofTurnover.length === 0 ? undefined : sumOf(ofTurnover, (each) => each) / ofTurnover.length,
          regularity: variation === undefined ? undefined : clamped(100 * (1 - variation / settings['credit.regularityNone'])),
          netAssets: cover(figureOf(one.ownMeans), exposure, settings['credit.assetsFullTimes']),
          yearsInBusiness: years === undefined ? undefined : years >= settings['credit.yearsFull'] ? 100 : years >= settings['credit.yearsHalf'] ? 50 : 0,
          security: cover(figureOf(one.security), figureOf(one.grossExposure)!, 1),
          terms: term === undefined || median === undefined ? undefined : clamped(100 * (1 - Math.max(0, term - median) / median)),
          relation: relation === undefined ? undefined : clamped((100 * relation) / settings['credit.relationFullYears']),
          disputes: disputes === undefined ? undefined : clamped(100 * (1 - disputes / settings['credit.disputeNone'])),
          ...Object.fromEntries(
            ['ambition', 'planning', 'talent', 'health', 'fixedAssets', 'guarantor', 'industryOutlook', 'regionPolicy', 'purchasePurpose'].map((id) => [id, of(id)]),
          ),
        }; // prettier-ignore
        let [weights, all, total] = [0, 0, 0];
        for (const { id } of CREDIT_FACTORS) {
          const weight = settings[`credit.weight.${id}`];
          const used = points[id] === undefined ? 0 : weight * (one.judged.get(id)?.weightShare ?? 1);
          all += weight;
          weights += used;
          total += used * (points[id] ?? 0);
        }
        const lostBy = new Map<string, number>();
        for (const factor of card.factors) {
          const want = points[factor.id];
          if (want === undefined)
            expect([factor.id, factor.score.known, factor.weightUsed]).toEqual([factor.id, false, 0]);
          else {
            known.add(factor.id);
            expect([factor.id, figureOf(factor.score)]).toEqual([factor.id, expect.closeTo(want, 8)]);
            expect(factor.weightUsed).toBeCloseTo(factor.weight * (one.judged.get(factor.id)?.weightShare ?? 1), 9);
            expect(factor.lost).toBeCloseTo((factor.weightUsed * (100 - want)) / weights, 8);
            lostBy.set(factor.id, factor.lost);
          }
        }
        expect(card.coverage).toBeCloseTo(weights / all, 9);
        const score = figureOf(card.score);
        if (weights / all < 0.6 - 1e-9) expect(score).toBe(undefined);
        else {
          expect(score).toBeCloseTo(total / weights, 8);
          const grade = score! >= 85 ? 'A' : score! >= 70 ? 'B' : score! >= 55 ? 'C' : score! >= 40 ? 'D' : 'E';
          expect(figureOf(card.gradeByScore)).toBe(grade);
          const caps = [
            ...((figureOf(payment.oldestOverdueDays) ?? 0) > settings['credit.gateOverdueDays'] ? ['D'] : []),
            ...((figureOf(payment.index) ?? 100) < settings['payment.highRisk'] ? ['C'] : []),
            ...(one.writtenOff || one.honestMark === false ? ['E'] : []),
          ];
          expect(figureOf(card.grade)).toBe([grade, ...caps].sort().at(-1));
        }
        const three = [...lostBy].filter(([, lost]) => lost >= 0.05).sort((a, b) => b[1] - a[1]).slice(0, 3); // prettier-ignore
        expect(card.losses.map(({ id }) => id)).toEqual(three.map(([id]) => id));
        for (const view of [...card.fiveC, ...card.fiveP]) {
          const own = card.factors.filter(({ id }) => {
            const { dimension, view: p } = CREDIT_FACTORS.find((each) => each.id === id)!;
            return dimension === view.id || p === view.id;
          });
          const used = sumOf(own, ({ weightUsed }) => weightUsed);
          const weight = sumOf(own, (each) => each.weight);
          expect(view.weight).toBeCloseTo(weight, 9);
          expect(view.coverage).toBeCloseTo(weight > 0 ? used / weight : 0, 9);
          if (used === 0) expect(view.score.known).toBe(false);
          else
            expect(figureOf(view.score)).toBeCloseTo(
              sumOf(own, ({ id, weightUsed }) => weightUsed * (points[id] ?? 0)) / used,
              8,
            );
        }
      });
    expect([...known].sort()).toEqual(CREDIT_FACTORS.map(({ id }) => String(id)).sort());
  });

  it('judged marks: the latest, the mean of one day, an old one by half, operators where there is none', () => {
    const FORMS: Record<string, string> = {
      诚信: 'ambition', 策划: 'planning', 人才: 'talent', 健康: 'health', 担保: 'guarantor', 固定资产: 'fixedAssets',
      行业: 'industryOutlook', 地区: 'regionPolicy', 采购目的: 'purchasePurpose',
    }; // prettier-ignore
    const pointsOf = (mark: number | undefined, full = 5): number | undefined =>
      mark === undefined || mark > full || (full === 5 && mark < 1)
        ? undefined
        : full === 5
          ? (mark - 1) * 25
          : (100 * mark) / full;
    for (const { book, facts } of books) {
      const rejected =
        book.marks.filter(
          ({ client, factor, score, fullScore, day: on }) =>
            score !== undefined && FORMS[factor!] && !(typeof on === 'string' && on > AS_OF) &&
            (client === undefined || pointsOf(score, fullScore) === undefined),
        ).length +
        sumOf(book.operators.filter(({ client }) => client !== undefined), ({ selling, managing, finance }) => [selling, managing, finance].filter((mark) => mark !== undefined && pointsOf(mark) === undefined).length); // prettier-ignore
      expect(readJudgedMarks(book.dataset, asOf, settings).rejected).toBe(rejected);
      book.codes.forEach((code, at) => {
        const found = new Map<string, { score: number; share: number }>();
        for (const id of Object.values(FORMS)) {
          const own = book.marks.flatMap(({ client, factor, score, fullScore, day: on }) => {
            const points = pointsOf(score, fullScore);
            const isOurs = client === code && FORMS[factor!] === id && points !== undefined;
            return isOurs && !(typeof on === 'string' && on > AS_OF) ? [{ on: String(on ?? ''), points }] : [];
          });
          const last = own.map(({ on }) => on).sort().at(-1); // prettier-ignore
          const same = own.filter(({ on }) => on === last);
          if (last !== undefined)
            found.set(id, {
              score: sumOf(same, ({ points }) => points) / same.length,
              share: last !== '' && last < PERIOD.from.replace('18', '17') ? settings['credit.judgedOldWeight'] : 1,
            });
        }
        for (const [id, column] of [['planning', 'selling'], ['talent', 'managing'], ['fixedAssets', 'finance']] as const) {
          const points = book.operators.filter(({ client }) => client === code).map((row) => pointsOf(row[column])).filter((each) => each !== undefined); // prettier-ignore
          if (!found.has(id) && points.length > 0) found.set(id, { score: points[0]!, share: 1 });
        } // prettier-ignore
        const ours = [...facts[at]!.judged].map(([id, { score, weightShare }]) => [id, score, weightShare]);
        expect(ours.sort()).toEqual([...found].map(([id, { score, share }]) => [id, score, share]).sort());
      });
    }
  });

  it('limit, use, honesty, and how many of each grade', () => {
    const honesties = new Set<string>();
    for (const { book, analysis, facts, ground } of books) {
      const { clients, grades, ungraded } = figureOf(analysis.credit)!;
      const ours = sumOf(ground.receivables.clients, ({ creditSales }) => creditSales);
      clients.forEach((one, at) => {
        const typed = book.clients[at]!;
        const exposure = ground.exposures[at]!.total;
        const limit = money(typed.creditLimit);
        const use = limit !== undefined && limit > 0 ? exposure / limit : undefined;
        expect([figureOf(one.limit), figureOf(one.use)]).toEqual([limit, use]);
        expect(one.isLimitExceeded).toBe((limit === 0 && exposure > 0) || (use ?? 0) > settings['credit.useStop']);
        const grade = figureOf(one.card.grade);
        const { creditSales } = ground.receivables.clients[at]!;
        const caps = [
          (creditSales / 12) * settings['credit.limitMonths'],
          ours * settings['credit.capOurSales'],
          ...(typed.netAssets === undefined
            ? []
            : [Math.max(0, fen(typed.netAssets)) * settings['credit.capNetAssets']]),
        ];
        const factor = { A: 1.2, B: 1, C: 0.7, D: 0.3, E: 0 };
        const step = fen(settings['credit.limitStep']);
        expect(figureOf(one.suggestion.limit)).toBe(
          grade === undefined || creditSales <= 0
            ? undefined
            : Math.floor((Math.min(...caps) * factor[grade]) / step + 1e-9) * step,
        );
        const { writtenOff, brokenPromises, honestMark } = facts[at]!;
        const isBad = grade === 'E' || writtenOff || brokenPromises >= 2 || honestMark === false;
        honesties.add(one.honesty.honesty);
        expect(one.honesty.honesty).toBe(
          isBad ? 'dishonest' : grade !== undefined || honestMark === true ? 'honest' : 'undetermined',
        );
        expect(one.isAssessed).toBe(
          facts[at]!.amountOfYear.known || exposure > 0 || limit !== undefined || ground.exposures[at]!.ahead > 0,
        );
      });
      const rated = clients.filter(({ isAssessed }) => isAssessed);
      expect(ungraded).toBe(rated.filter(({ card }) => !card.grade.known).length);
      for (const { grade, clients: n } of grades)
        expect(n).toBe(rated.filter(({ card }) => figureOf(card.grade) === grade).length);
    }
    expect([...honesties].sort()).toEqual(['dishonest', 'honest', 'undetermined']);
  });
});
