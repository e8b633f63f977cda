import type { CellObject, read, WorkBook, WorkSheet } from '@e965/xlsx';
import { HostError } from '../../../workbook/host-error';
import { tellNumbers } from './plain-numbers';
import type { ValueBook, ValueCell, ValueSheet } from './write-values';

/** What is used of the library, which the caller fetches. */
interface Library {
  readonly read: typeof read;
}

const MOST_CELLS = 20_000_000;

/** How errors are numbered. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/** The values of a workbook of another format: numbers, texts, days with their formats, merges and widths. */
export function readForeignBook(library: Library, bytes: Uint8Array): ValueBook {
  const book = library.read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    bookVBA: false,
    bookFiles: false,
  });
  const { Sheets: listed = [], Names: names = [], WBProps: properties } = book.Workbook ?? {};
  return {
    sheets: book.SheetNames.map((name, at) => sheetOf(name, book.Sheets[name], (listed[at]?.Hidden ?? 0) !== 0)),
    dateBase: properties?.date1904 === true ? 1904 : 1900,
    // Names may point into other files; only the marks of our own sheets are kept.
    names: names
      .filter(({ Name, Sheet }) => Name.startsWith('Kelan') && Sheet === undefined)
      .map(({ Name, Ref }) => ({ name: Name, refersTo: Ref })),
  };
}

/** The tables of a web page: their cells are texts, and 001 must not become 1. */
export function readWebTables(library: Library, text: string): ValueBook {
  const book: WorkBook = library.read(text, { type: 'string', dense: true, raw: true });
  return {
    dateBase: 1900,
    names: [],
    sheets: book.SheetNames.map((name) => {
      const sheet = sheetOf(name, book.Sheets[name], false);
      return {
        ...sheet,
        rows: valuesOf(tellNumbers(sheet.rows.map((row) => (row ?? []).map((cell) => String(cell?.value ?? ''))))),
      };
    }),
  };
}

/** Texts and numbers as cells. */
export function valuesOf(rows: readonly (readonly (string | number | null)[])[]): ValueSheet['rows'] {
  return rows.map((row) => row.map((value) => (value === null ? undefined : { value })));
}

function sheetOf(name: string, sheet: WorkSheet | undefined, isHidden: boolean): ValueSheet {
  const data = (sheet?.['!data'] ?? []) as readonly ((CellObject | undefined)[] | undefined)[];
  const cells = data.reduce((sum, row) => sum + (row?.length ?? 0), 0);
  if (cells > MOST_CELLS)
    throw new HostError('too-large', `${cells} cells; at most ${MOST_CELLS} are converted`, { sheet: name });
  return {
    name,
    isHidden,
    rows: Array.from(data, (row) => row && Array.from(row, (cell) => cell && cellOf(cell))),
    widths: Array.from(sheet?.['!cols'] ?? [], (column) => column?.width),
    merges: (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
      row: s.r,
      column: s.c,
      rows: e.r - s.r + 1,
      columns: e.c - s.c + 1,
    })),
  };
}

function cellOf({ t, v, z }: CellObject): ValueCell | undefined {
  if (v === undefined || v === null || t === 'z') return undefined;
  if (t === 'e') return { value: typeof v === 'number' ? (ERRORS[v] ?? '#VALUE!') : String(v), isError: true };
  if (typeof v === 'number') {
    if (!Number.isFinite(v)) return undefined;
    return typeof z === 'string' && z !== '' && z !== 'General' ? { value: v, format: z } : { value: v };
  }
  if (typeof v === 'boolean') return { value: v };
  return v === '' ? undefined : { value: String(v) };
}
