import type { ForeignFormat } from '../../../workbook/foreign-format';
import { HostError } from '../../../workbook/host-error';
import type { ByteSource } from '../zip/byte-source';
import { openZip } from '../zip/zip-archive';
import { encodingOf } from './text-encoding';
import { readTextTable } from './text-table';
import { readForeignBook, readWebTables, valuesOf } from './read-foreign-book';
import { writeValues, type ValueBook } from './write-values';

/** A file that has to be held whole, and several times over while it is converted. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What the parts of a zipped file may come to. */
const MOST_UNPACKED = 512 * 1024 * 1024;

export interface Converted {
  readonly format: ForeignFormat;
  /** The bytes of an .xlsx with the sheets' values and number formats. */
  readonly bytes: Uint8Array;
}

/**
 * Makes a new .xlsx of a file of another format, known by its content: values, number formats, merges and widths, without
 * formulas, macros, charts and links.
 *
 * @param refusal Why it is no .xlsx: thrown where it is nothing that can be read either.
 * @throws HostError
 */
export async function convertToXlsx(source: ByteSource, refusal: HostError): Promise<Converted> {
  if (source.size > MOST_BYTES && refusal.code !== 'encrypted')
    throw new HostError('too-large', `${source.size} bytes of a file that is no .xlsx; at most ${MOST_BYTES} are read`);
  const bytes = await source.read(0, source.size);
  const format = formatOf(bytes);
  if (!format) throw refusal;
  if (format === 'ods' || format === 'xlsb') await checkUnpacked(source, refusal);
  const book = await readBook(bytes, format, refusal);
  if (book.sheets.every(({ rows }) => rows.every((row) => !row?.some((cell) => cell !== undefined))))
    throw new HostError('damaged', `no cell was found in ${format}`);
  return { format, bytes: await writeValues(book) };
}

async function readBook(bytes: Uint8Array, format: ForeignFormat, refusal: HostError): Promise<ValueBook> {
  if (format === 'text') {
    const rows = valuesOf(readTextTable(decode(bytes)));
    return { sheets: [{ name: '数据', isHidden: false, rows, widths: [], merges: [] }], dateBase: 1900, names: [] };
  }
  const library = await import('@e965/xlsx');
  return guarded(
    () => (format === 'html' ? readWebTables(library, decode(bytes)) : readForeignBook(library, bytes)),
    refusal,
  );
}

const decode = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** What the library throws is no word for a person. */
function guarded<T>(work: () => T, refusal: HostError): T {
  // It writes what it thinks of number formats to the console of whoever runs it.
  const { error: say } = console;
  console.error = () => undefined;
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    if (/password-protected/i.test(detail)) throw new HostError('encrypted', detail, { cause: error });
    throw new HostError(refusal.code, `${refusal.detail}: ${detail}`, { cause: error });
  } finally {
    console.error = say;
  }
}

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** What the content says; undefined for what cannot be read. */
function formatOf(bytes: Uint8Array): ForeignFormat | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundFormatOf(bytes);
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1]!) && bytes[3] === 0) return 'xls';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    if (/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(head)) return 'ods';
    const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 65_536)));
    return /xl\/workbook\.bin/.test(head + tail) ? 'xlsb' : undefined;
  }
  const text = decode(bytes.subarray(0, 4096))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^<\?xml/.test(text) && /urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'xml';
  if (/^<(!doctype html|html|table|meta|head|style|div|body|\?xml)/i.test(text) && /<table/i.test(decode(bytes)))
    return 'html';
  if (/^(<|%PDF|\{\\rtf|Rar!|7z\u00bc)/.test(text) || text === '') return undefined;
  // eslint-disable-next-line no-control-regex -- a text has no control characters: that is what is asked
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text.slice(0, 2000)) ? undefined : 'text';
}

/** A compound file names its streams in its directory: an old workbook, an encrypted new one, or something else. */
function compoundFormatOf(bytes: Uint8Array): ForeignFormat | undefined {
  const names = new TextDecoder('utf-16le').decode(bytes);
  if (names.includes('EncryptedPackage')) throw new HostError('encrypted', 'the workbook opens with a password only');
  return names.includes('Workbook') || names.includes('Book') ? 'xls' : undefined;
}

/** A zip says in its directory how large its parts are. */
async function checkUnpacked(source: ByteSource, refusal: HostError): Promise<void> {
  const { entries } = await openZip(source);
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > MOST_UNPACKED)
    throw new HostError(
      'too-large',
      `${refusal.detail}: ${unpacked} bytes unpacked; at most ${MOST_UNPACKED} are read`,
    );
}
