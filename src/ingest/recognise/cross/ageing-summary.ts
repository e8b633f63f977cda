import { firstDayOfBand } from '../../parse/ageing-band';
import { guessNumber } from '../../parse/number';
import { checkTotals, SUM_HEADER, type CrossTable } from './cross-table';
import type { SheetHead, SheetInfo } from '../../../workbook/workbook-host';
import { MATCHES } from '../header-match';
import { makeSamples, type FoundField, type Reading } from '../recognise-sheet';
import { readingsOfHeaders } from './readings-of-headers';
import type { SheetCandidate } from '../resolve-sheets';
import type { HeaderCell } from '../sheet-headers';

/** What stands besides the bands and sums them up. */
const OPEN = /余额|应收|欠款|未收|balance|outstanding|amount due/i;

/** An ageing summary: a line a client, a column a band. Undefined where the sheet is none. */
export function findAgeingSummary({ info, head, map, readings }: SheetCandidate): CrossTable | undefined {
  if (map && map.kind !== 'invoices') return undefined;
  for (const reading of readingsOf(info, head, readings)) {
    const samples = makeSamples(head, reading.candidate);
    const isNumeric = ({ column }: HeaderCell): boolean => guessNumber(samples(column)) >= 0.9;
    const columns = reading.candidate.headers.flatMap((header) => {
      const overdueDays = firstDayOfBand(header.text);
      return overdueDays !== undefined && isNumeric(header) ? [{ header, overdueDays }] : [];
    });
    if (columns.length < 2) continue;
    const named = reading.found.filter(({ field }) => /\.client(Code|Name)$/.test(field.path));
    const found = named.length > 0 ? named : namesBeforeBands(reading, columns[0]!.header.column, samples);
    if (found.length === 0) continue;
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

/** The readings as invoices; where no header told anything, the headers as they stand. */
function readingsOf(info: SheetInfo, head: SheetHead, readings: readonly Reading[]): readonly Reading[] {
  const invoices = readings.filter(({ definition }) => definition.kind === 'invoices');
  return invoices.length > 0 ? invoices : readingsOfHeaders('invoices', info, head);
}

/** QuickBooks puts no header over its customers: the column of texts before the bands, where there is but one. */
function namesBeforeBands(
  { definition, candidate }: Reading,
  end: number,
  samples: ReturnType<typeof makeSamples>,
): FoundField[] {
  const texts = Array.from({ length: end }, (_, column) => column).filter((column) =>
    samples(column).some((value) => typeof value === 'string' && value.trim() !== ''),
  );
  const [column] = texts;
  const isHeaded = candidate.headers.some((header) => header.column === column);
  const field = definition.fields.find(({ path }) => path === 'invoices.clientName');
  if (column === undefined || texts.length > 1 || isHeaded || !field) return [];
  const header: HeaderCell = { column, text: '', variants: [] };
  return [{ field, header, score: MATCHES, parseShare: 1, alternatives: [], isGiven: false, isShared: false }];
}
