import type { Analysis } from '../../core/analysis';
import { isoMonthOf, isoOf } from '../../core/model/day';
import type { CallPlan } from '../../core/plan/call-plan';
import { moneyOf, orNull, quantityOf, unitsOf, wordMissing } from './json-values';
import { measuresToJson } from './measures-json';
import { registersToJson } from './registers-json';
import { planToJson, standingToJson } from './standing-json';
import { trackingToJson } from './tracking-json';

/** A report that was not written, and the reason in the language of the run. */
export interface NotWrittenJson {
  readonly report: string;
  readonly why: string;
}

/**
 * The analysis as plain data for other programs: amounts in the sheet's unit with two decimals, ratios as numbers,
 * days as `YYYY-MM-DD`, unknown as null with the reason in `missing`. Classes, receivables, credit, pipeline, alerts and the call
 * plan stand beside; a section that cannot be there is `{ missing }`.
 */
export function analysisToJson(analysis: Analysis, notWritten: readonly NotWrittenJson[], callPlan?: CallPlan) {
  return {
    asOf: isoOf(analysis.asOf),
    measures: measuresToJson(),
    period: { from: isoOf(analysis.period.from), to: isoOf(analysis.period.to) },
    rows: analysis.accounts.map((account) => ({
      sheet: account.sheet,
      kind: account.table,
      read: account.read,
      used: account.used,
      rejected: account.rejected,
      outOfPeriod: account.outOfPeriod,
      cancelled: account.cancelled,
      cancelledAmount: unitsOf(account.cancelledAmount),
    })),
    totals: {
      netAmount: unitsOf(analysis.totals.netAmount),
      previousNetAmount: moneyOf(analysis.totals.previousNetAmount),
      growth: orNull(analysis.totals.growth),
      orders: analysis.totals.orders,
      activeClients: analysis.totals.activeClients,
    },
    clients: analysis.clients.map((client) => ({
      code: client.code,
      name: client.name,
      region: client.region,
      netAmount: unitsOf(client.netAmount),
      previousNetAmount: moneyOf(client.previousNetAmount),
      growth: orNull(client.growth),
      lines: client.lines,
      quantity: client.quantity.known ? quantityOf(client.quantity.value) : null,
      orders: client.orders,
      firstDay: client.firstDay.known ? isoOf(client.firstDay.value) : null,
      lastDay: client.lastDay.known ? isoOf(client.lastDay.value) : null,
      rank: orNull(client.rank),
      share: orNull(client.share),
      cumulativeShare: orNull(client.cumulativeShare),
      tier: orNull(client.tier),
      pyramid: orNull(client.pyramid),
    })),
    tiers: analysis.tiers.tiers.map((tier) => ({
      tier: tier.tier,
      clients: tier.clients,
      netAmount: unitsOf(tier.netAmount),
      shareOfClients: orNull(tier.shareOfClients),
      shareOfAmount: orNull(tier.shareOfAmount),
    })),
    years: analysis.years.map((year) => ({
      year: year.year,
      clients: year.clients,
      netAmount: unitsOf(year.netAmount),
    })),
    months: analysis.months.map((month) => ({
      month: isoMonthOf(month.month),
      clients: month.clients,
      netAmount: unitsOf(month.netAmount),
    })),
    regions: analysis.distribution.byRegion.map((row) => ({
      year: row.year,
      region: row.group,
      clients: row.clients,
      quantity: row.quantity.known ? quantityOf(row.quantity.value) : null,
      netAmount: unitsOf(row.netAmount),
      share: orNull(row.share),
    })),
    topFive: analysis.topFive.map((row) => ({
      year: row.year,
      rank: row.rank,
      code: row.code,
      name: row.name,
      netAmount: unitsOf(row.netAmount),
      share: row.share,
    })),
    indicators: analysis.indicators.map(({ id, current }) => ({
      id,
      value: orNull(current.value),
      numerator: current.numerator,
      denominator: current.denominator,
      n: current.n,
      excluded: current.excluded,
      missing: current.value.known ? null : wordMissing(current.value.why),
    })),
    ...standingToJson(analysis),
    ...trackingToJson(analysis),
    registers: registersToJson(analysis),
    plan: planToJson(analysis, callPlan),
    issues: analysis.issues.map((issue) => ({
      code: issue.code,
      severity: issue.severity,
      sheet: issue.sheet,
      row: issue.row ?? null,
      column: issue.column ?? null,
    })),
    notWritten,
  };
}

/** What `--json` writes: the contract stands in docs/json.md. */
export type AnalysisJson = ReturnType<typeof analysisToJson>;
