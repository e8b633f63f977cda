import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NAME = join('assets', 'kelan-sample.xlsx');

/** The sample workbook: beside the command where it is installed, else where the project keeps it. */
export function sampleWorkbook(): string {
  const folders = [__dirname, join(__dirname, '..', '..', '..')];
  return folders.map((folder) => join(folder, NAME)).find(existsSync) ?? join(__dirname, NAME);
}
