import { firstDayOfBand } from '../../parse/ageing-band';
import { guessNumber } from '../../parse/number';
import { checkTotals, SUM_HEADER, type CrossTable } from './cross-table';
import { makeSamples, type Reading } from '../recognise-sheet';
import type { SheetCandidate } from '../resolve-sheets';
import type { HeaderCell } from '../sheet-headers';

/** What stands besides the bands and sums them up. */
const OPEN = /余额|应收|欠款|未收|balance|outstanding|amount due/i;

/** An ageing summary: a line a client, a column a band. Undefined where the sheet is none. */
export function findAgeingSummary({ head, map, readings }: SheetCandidate): CrossTable | undefined {
  if (map && map.kind !== 'invoices') return undefined;
  for (const reading of readings) {
    if (reading.definition.kind !== 'invoices') continue;
    const samples = makeSamples(head, reading.candidate);
    const isNumeric = ({ column }: HeaderCell): boolean => guessNumber(samples(column)) >= 0.9;
    const columns = reading.candidate.headers.flatMap((header) => {
      const overdueDays = firstDayOfBand(header.text);
      return overdueDays !== undefined && isNumeric(header) ? [{ header, overdueDays }] : [];
    });
    const found = reading.found.filter(({ field }) => /\.client(Code|Name)$/.test(field.path));
    if (columns.length < 2 || found.length === 0) continue;
    const bands = new Set(columns.map(({ header }) => header.column));
    const totals = reading.candidate.headers.filter(
      (header) =>
        !bands.has(header.column) && (SUM_HEADER.test(header.text) || OPEN.test(header.text)) && isNumeric(header),
    );
    const own: Reading = { ...reading, found, missing: [] };
    return { reading: own, columns, totals, wrongTotals: checkTotals(head.cells, own, columns, totals) };
  }
  return undefined;
}
