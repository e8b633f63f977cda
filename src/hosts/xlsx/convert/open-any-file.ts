import type { ForeignFormat } from '../../../workbook/foreign-format';
import { HostError } from '../../../workbook/host-error';
import { openXlsxHost, type XlsxHost } from '../xlsx-host';
import { memorySource, type ByteSource } from '../zip/byte-source';
import type { ZipEngine } from '../zip/zip-engine';

/** A file that was opened, as it was or converted. */
export interface AnyFile {
  readonly host: XlsxHost;
  /** What the host reads. */
  readonly source: ByteSource;
  /** What the file was, where a new workbook was made of its sheets. */
  readonly convertedFrom?: ForeignFormat;
}

/** How an .xlsx is refused that may be a file of another format. */
const MAYBE_FOREIGN: readonly string[] = ['not-a-workbook', 'old-format'];

/**
 * Opens an .xlsx as it is. Of another spreadsheet or a text table a new workbook is made in memory; what reads them is fetched
 * only then, and the file itself is never written to.
 *
 * @throws HostError
 */
export async function openAnyFile(source: ByteSource, engine?: ZipEngine): Promise<AnyFile> {
  try {
    return { host: await openXlsxHost(source, engine), source };
  } catch (error) {
    if (!(error instanceof HostError) || !MAYBE_FOREIGN.includes(error.code) || source.size === 0) throw error;
    const { convertToXlsx } = await import('./convert-to-xlsx');
    const { bytes, format } = await convertToXlsx(source, error);
    const made = memorySource(bytes);
    return { host: await openXlsxHost(made, engine), source: made, convertedFrom: format };
  }
}
