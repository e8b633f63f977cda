import type { DistributionRow } from '../../src/core/sales/distribution';
import { valueOr } from '../../src/core/model/outcome';
import type { GoldenRows, OurResult } from './golden-case';

/** How figures of an analysis are read as rows, in the sheet's unit: nothing is computed here. */

export const netSales = ({ analysis }: OurResult): GoldenRows => [[analysis.totals.netAmount / 100]];

export const netSalesByYear = ({ analysis }: OurResult): GoldenRows =>
  analysis.years.map((year) => [year.year, year.netAmount / 100]);

export const orderCount = ({ analysis }: OurResult): GoldenRows => [[analysis.totals.orders]];

export const activeClientCount = ({ analysis }: OurResult): GoldenRows => [[analysis.totals.activeClients]];

export const clientCount = ({ dataset }: OurResult): GoldenRows => [[dataset.tables.clients?.rows ?? null]];

/** Code (or name, where there is no code) and net amount of the largest clients. */
export const largestClients =
  (count: number) =>
  ({ analysis }: OurResult): GoldenRows =>
    analysis.clients
      .filter((client) => client.rank.known)
      .sort((a, b) => valueOr(a.rank, 0) - valueOr(b.rank, 0))
      .slice(0, count)
      .map((client) => [client.code || client.name, client.netAmount / 100]);

/** 表13-4: year, rank, code, net amount. */
export const topClientsByYear = ({ analysis }: OurResult): GoldenRows =>
  analysis.topFive.map((row) => [row.year, row.rank, row.code || row.name, row.netAmount / 100]);

/** 表一: year, group, distinct clients, quantity, net amount; by year and name. */
export const distributionRows = (rows: readonly DistributionRow[]): GoldenRows =>
  [...rows]
    .sort((a, b) => a.year - b.year || (a.group < b.group ? -1 : 1))
    .map((row) => [
      row.year,
      row.group,
      row.clients,
      row.quantity.known ? row.quantity.value / 1000 : null,
      row.netAmount / 100,
    ]);

/** Numerator and denominator of an indicator. */
export const partsOf =
  (id: string) =>
  ({ analysis }: OurResult): GoldenRows => {
    const indicator = analysis.indicators.find((each) => each.id === id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    return [[indicator.current.numerator, indicator.current.denominator]];
  };

/** Indicators in percent, in one row. */
export const percentsOf =
  (...ids: readonly string[]) =>
  ({ analysis }: OurResult): GoldenRows => [
    ids.map((id) => {
      const indicator = analysis.indicators.find((each) => each.id === id);
      if (!indicator) throw new Error(`no indicator ${id}`);
      return indicator.current.value.known ? indicator.current.value.value * 100 : null;
    }),
  ];
