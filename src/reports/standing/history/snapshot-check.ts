import { MARK_KINDS } from '../../../core/changes/client-marks';
import type { Snapshot } from '../../../core/changes/snapshot';
import { Fingerprint } from '../../../workbook/fingerprint';

/** Programs may save the last bit of a number differently. */
const DIGITS = 12;

const word = (value: number | undefined): string =>
  value === undefined ? '' : String(Number(value.toPrecision(DIGITS)));

/**
 * What all lines of a snapshot come to, whatever order they stand in: by it a line that is lost or typed over is noticed. Names are
 * as they are written: blanks at the edges do not count.
 */
export function checkOf({ asOf, from, to, totals, clients, indicators }: Omit<Snapshot, 'number'>): string {
  const lines = [
    ...clients.map(({ code, name, marks, netAmount, quantity, orders, rank, open, overdue }) =>
      [
        code.trim(),
        name.trim(),
        ...MARK_KINDS.map((kind) => (marks[kind] ?? '').trim()),
        ...[netAmount, quantity, orders, rank, open, overdue].map(word),
      ].join('\t'),
    ),
    ...indicators.map(({ id, value, numerator, denominator }) =>
      [id, ...[value, numerator, denominator].map(word)].join('\t'),
    ),
  ].sort();
  const hash = new Fingerprint();
  hash.add([asOf, from, to].join(' '));
  for (const value of [
    totals.netAmount,
    totals.orders,
    totals.activeClients,
    ...totals.tiers,
    totals.open,
    totals.overdue,
  ])
    hash.add(word(value));
  for (const line of lines) hash.add(line);
  return hash.text();
}
