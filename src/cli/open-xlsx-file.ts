import { openFileSource } from '../hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../hosts/xlsx/xlsx-host';
import type { OpenFile } from './run-report';

/** A workbook file on disk, read where it is asked for; the caller closes it. */
export async function openXlsxFile(path: string): Promise<OpenFile> {
  const source = await openFileSource(path);
  try {
    const host = await openXlsxHost(source, nodeZipEngine);
    return { host, save: (sink, control) => host.save(sink, control), close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}
