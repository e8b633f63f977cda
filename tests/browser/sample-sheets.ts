import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../src/hosts/xlsx/zip/byte-source';
import type { PageSheet } from '../office-host/browser/stand-in-page';

export const SAMPLE = join(__dirname, '..', '..', 'assets', 'kelan-sample.xlsx');

/** The sheets of the sample as the stand-in Excel takes them: values, and which columns hold days. */
export async function readSampleSheets(): Promise<PageSheet[]> {
  const host = await openXlsxHost(memorySource(new Uint8Array(readFileSync(SAMPLE))));
  const { sheets } = await host.describe();
  const all: PageSheet[] = [];
  for (const { id, name, rows, columns } of sheets) {
    const { cells, isDay } = await host.readHead(id, rows, columns);
    const dayColumns = new Set<number>();
    cells.forEach((values, row) => values.forEach((_, column) => isDay(row, column) && dayColumns.add(column)));
    all.push({ name, rows: cells, dayColumns: [...dayColumns] });
  }
  return all;
}
