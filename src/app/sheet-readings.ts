import type { Inspection, SheetInspection } from '../ingest/recognise/inspection';
import { definitionOf } from '../ingest/fields';
import type { SheetReading } from '../reports/layout/report-context';

/** What each sheet of hers was taken for, which columns were used and which were not; and of a sheet that is not read, why. */
export function readingsOfInspection({ sheets }: Inspection): SheetReading[] {
  return sheets
    .filter(({ info }) => !info.report)
    .map(({ info, kind, why, missing, columns, unmapped }: SheetInspection): SheetReading => ({
      sheet: info.name,
      ...(kind && { kind: definitionOf(kind).title }),
      ...(why && { why }),
      missing: kind ? [] : missing,
      used: columns.filter(({ field }) => field !== undefined).map(({ header, letter }) => header || letter),
      unused: unmapped.filter((header) => header.trim() !== ''),
    }));
}
