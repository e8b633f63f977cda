import type { Analysis } from '../../core/analysis';
import { isoMonthOf, isoOf } from '../../core/model/day';
import type { Outcome } from '../../core/model/outcome';
import type { AttainmentLine } from '../../core/plan/attainment';
import type { CallPlan } from '../../core/plan/call-plan';
import type { ReceivableFigures } from '../../core/receivables/receivables';
import { figureOf, type FigureJson, moneyOf, plainOf, ratioJson, sectionOf, unitsOf } from './json-values';

/** A client's classes by id of the scheme. */
interface ClassesJson {
  readonly client: string | null;
  readonly [scheme: string]: FigureJson<string> | string | null;
}

/** What the scores say of every client, as plain data: each figure with what it is made of, or why it is not known. */
export function standingToJson(analysis: Analysis) {
  const codeOf = (client: number): string | null => {
    const figures = analysis.clients[client];
    return figures ? figures.code || figures.name : null;
  };
  return {
    classes: sectionOf(analysis.classes, ({ schemes, clients, quality }) => ({
      schemes: quality.map(({ id, feature, measurable, smallestShare, reachable, difference }) => ({
        id,
        feature,
        classified: ratioJson(measurable),
        smallestShare: plainOf(smallestShare),
        reachable: plainOf(reachable),
        difference: plainOf(difference),
      })),
      clients: clients.map(({ client, classes }): ClassesJson => ({
        client: codeOf(client),
        ...Object.fromEntries(schemes.map(({ id }, at) => [id, figureOf(classes[at]!, ({ code }) => code)])),
      })),
    })),
    receivables: sectionOf(analysis.receivables, ({ period, totals, clients, collection, openItems }) => ({
      period: { from: isoOf(period.from), to: isoOf(period.to) },
      totals: receivableJson(totals, period.to - period.from + 1),
      clients: clients.map((figures, client) => ({
        client: codeOf(client),
        ...receivableJson(figures, period.to - period.from + 1),
        payment: analysis.payments.known ? paymentJson(analysis.payments.value[client]!) : null,
      })),
      openItems,
      collection: collection.map((item) => ({
        client: codeOf(item.client),
        invoiceNo: item.invoiceNo,
        dueDay: figureOf(item.dueDay, isoOf),
        open: unitsOf(item.open),
        overdueDays: plainOf(item.overdueDays),
        sheet: item.sheet,
        row: item.row,
      })),
    })),
    credit: sectionOf(analysis.credit, ({ clients, grades, ungraded }) => ({
      grades,
      ungraded,
      clients: clients.map(({ client, card, honesty, exposure, limit, use, isLimitExceeded, suggestion, action }) => ({
        client: codeOf(client),
        score: plainOf(card.score),
        coverage: card.coverage,
        grade: plainOf(card.grade),
        gates: card.gates.map(({ id }) => id),
        factors: card.factors.map(({ id, weight, weightUsed, score, lost }) => ({
          id,
          weight,
          weightUsed,
          ...plainOf(score),
          lost,
        })),
        honesty: honesty.honesty,
        exposure: moneyOf(exposure),
        limit: moneyOf(limit),
        use: {
          ...plainOf(use),
          numerator: exposure.known ? unitsOf(exposure.value) : null,
          denominator: limit.known ? unitsOf(limit.value) : null,
        },
        isLimitExceeded,
        suggestedLimit: moneyOf(suggestion.limit),
        action: plainOf(action),
      })),
    })),
    pipeline: sectionOf(analysis.pipeline, (pipeline) => ({
      grades: pipeline.grades.map(({ grade, count, expectedAmount }) => ({
        grade,
        count,
        expectedAmount: unitsOf(expectedAmount),
      })),
      ungraded: pipeline.ungraded,
      habc: pipeline.habc,
      expectedAmount: unitsOf(pipeline.expectedAmount),
      weightedForecast: moneyOf(pipeline.weightedForecast),
      winRate: ratioJson(pipeline.winRate),
      opportunities: pipeline.opportunities.map((one) => ({
        client: codeOf(one.client),
        opportunity: one.opportunity,
        state: one.state,
        grade: plainOf(one.grade),
        habc: plainOf(one.habc),
        flags: one.flags,
        monthsToClose: plainOf(one.monthsToClose),
        expectedDay: figureOf(one.expectedDay, isoOf),
        expectedAmount: moneyOf(one.expectedAmount),
        sheet: one.sheet,
        row: one.row,
      })),
    })),
    alerts: sectionOf(analysis.alerts, ({ list, kinds, bySeverity }) => ({
      bySeverity,
      kinds,
      list: list.map(({ kind, severity, client, amount, day, text, measure }) => ({
        kind,
        measure: measure ?? null,
        severity,
        client: codeOf(client),
        amount: moneyOf(amount),
        day: figureOf(day, isoOf),
        text,
      })),
    })),
  };
}

function receivableJson(figures: ReceivableFigures, days: number) {
  const { open, ageing, creditSales, opening } = figures;
  const notDue = ageing[0]!;
  const collectable = opening + creditSales - notDue;
  const inDays = (outcome: Outcome<number>, numerator: number) => ({
    ...plainOf(outcome),
    numerator: unitsOf(numerator),
    denominator: unitsOf(creditSales),
    days,
  });
  return {
    open: unitsOf(open),
    openInvoices: figures.openInvoices,
    ageing: ageing.map(unitsOf),
    dueUnknown: unitsOf(figures.dueUnknown),
    overdue: unitsOf(figures.overdue),
    disputed: unitsOf(figures.disputed),
    disputedInvoices: figures.disputedInvoices,
    advance: unitsOf(figures.advance),
    creditSales: unitsOf(creditSales),
    opening: unitsOf(opening),
    dso: inDays(figures.dso, open),
    bestPossibleDso: inDays(figures.bestPossibleDso, notDue),
    delinquentDays: plainOf(figures.delinquentDays),
    cei: {
      ...plainOf(figures.cei),
      numerator: unitsOf(opening + creditSales - open),
      denominator: unitsOf(collectable),
    },
  };
}

function paymentJson(behaviour: Extract<Analysis['payments'], { known: true }>['value'][number]) {
  return {
    index: {
      ...plainOf(behaviour.index),
      denominator: unitsOf(behaviour.scoredAmount),
      n: behaviour.scoredInvoices,
      excluded: behaviour.leftOut,
    },
    daysLate: plainOf(behaviour.daysLate),
    paidOnTerms: plainOf(behaviour.paidOnTerms),
    oldestOverdueDays: plainOf(behaviour.oldestOverdueDays),
    brokenPromises: behaviour.brokenPromises,
  };
}

/** The call plan as plain data; without a plan, why. */
export function planToJson(analysis: Analysis, plan: CallPlan | undefined) {
  if (!plan) return { missing: 'not-asked-for' };
  const codeOf = (client: number): string | null => analysis.clients[client]?.code ?? null;
  const repOf = (rep: number): string | null => plan.reps[rep]?.rep.name ?? null;
  const lineJson = ({ rep, level, planned, done, missed, attainment, coverage }: AttainmentLine) => ({
    rep: repOf(rep),
    level: level ?? null,
    planned,
    done,
    missed,
    attainment: ratioJson(attainment),
    coverage: ratioJson(coverage),
  });
  return {
    month: isoMonthOf(plan.month.month),
    workingDays: plan.month.days.length,
    preset: plan.preset,
    contacts: plan.contacts.map(({ key, status, day, rep, client, type, purpose, purposes }) => ({
      key,
      status,
      day: day === undefined ? null : isoOf(day),
      rep: repOf(rep),
      client: codeOf(client),
      type: type ?? null,
      purpose,
      measure: purposes[0]?.measure ?? null,
    })),
    spilled: plan.spilled.map(({ key, rep, client, reason, personDays, purpose }) => ({
      key,
      rep: repOf(rep),
      client: codeOf(client),
      reason,
      personDays,
      purpose,
    })),
    attainment: {
      total: lineJson(plan.attainment.total),
      byRep: plan.attainment.byRep.map(lineJson),
      byLevel: plan.attainment.byLevel.map(lineJson),
    },
  };
}
