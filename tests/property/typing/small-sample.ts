import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemorySheet } from '../../../src/hosts/memory/memory-host';
import { nodeZipEngine } from '../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../src/hosts/xlsx/zip/byte-source';

const SAMPLE = join(__dirname, '..', '..', '..', 'assets', 'kelan-sample.xlsx');

/** The sample's sheets cut to so many rows: every report is written, and a refresh takes a moment. */
export async function smallSample(rows: number): Promise<readonly MemorySheet[]> {
  const host = await openXlsxHost(memorySource(new Uint8Array(readFileSync(SAMPLE))), nodeZipEngine);
  const { sheets } = await host.describe();
  return Promise.all(
    sheets.map(async ({ id, name, visibility }): Promise<MemorySheet> => {
      const head = await host.readHead(id, rows, 60);
      const width = Math.max(0, ...head.cells.map(({ length }) => length));
      const days = Array.from({ length: width }, (_, column) => column).filter((column) =>
        head.cells.some((_, row) => head.isDay(row, column)),
      );
      return { name, visibility, rows: head.cells, dayColumns: days };
    }),
  );
}
