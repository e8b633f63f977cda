import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { CellValue } from '../../src/workbook/cell-value';
import type { FormulaPlan } from '../../src/workbook/plan';

/** Stands where each word is put; no word of a sheet. */
const PICKED = '@@PICKED@@';
/** Figures in full, texts as they are, UTF-8. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false';
const MOST_MINUTES = 4;

export const hasLibreOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();

/**
 * What LibreOffice works out for every cell of a sheet, for each of some words put into one cell: one small workbook a word, without
 * any result in it, turned into text by one run of the program.
 *
 * @returns by word, the shown words of the cells by row and column
 */
export function recalculateInLibreOffice(
  cells: readonly (readonly CellValue[])[],
  formulas: readonly FormulaPlan[],
  pick: { readonly row: number; readonly column: number },
  words: readonly string[],
): string[][][] {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-office-'));
  try {
    const parts = unzipSync(workbookOf(cells, formulas, pick));
    const strings = strFromU8(parts['xl/sharedStrings.xml']!);
    const books = words.map((word, at) => {
      const path = join(folder, `${at}.xlsx`);
      parts['xl/sharedStrings.xml'] = strToU8(strings.replace(PICKED, escapeXml(word)));
      writeFileSync(path, zipSync(parts, { level: 0 }));
      return path;
    });
    const out = join(folder, 'out');
    mkdirSync(out);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', CSV, '--outdir', out, ...books], {
      stdio: 'ignore',
      timeout: MOST_MINUTES * 60_000,
    });
    return words.map((_, at) => Papa.parse<string[]>(readFileSync(join(out, `${at}.csv`), 'utf8')).data);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function workbookOf(
  cells: readonly (readonly CellValue[])[],
  formulas: readonly FormulaPlan[],
  pick: { readonly row: number; readonly column: number },
): Uint8Array {
  const plain = cells.map((line) => line.map((value) => (value === '' ? null : value)));
  const sheet: WorkSheet = utils.aoa_to_sheet(plain as unknown[][]);
  for (const { row, column, formula } of formulas)
    sheet[utils.encode_cell({ r: row, c: column })] = { t: 'n', f: formula };
  sheet[utils.encode_cell({ r: pick.row, c: pick.column })] = { t: 's', v: PICKED };
  const bytes = write(
    { SheetNames: ['card'], Sheets: { card: sheet } },
    { type: 'array', bookType: 'xlsx', bookSST: true },
  ) as ArrayBuffer;
  return new Uint8Array(bytes);
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
