import { openFileSource } from '../hosts/xlsx/node/file-source';
import { makeNewWorkbook } from '../hosts/xlsx/new-workbook';
import { nodeZipEngine } from '../hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../hosts/xlsx/xlsx-host';
import type { OpenFile } from './run-surroundings';

/** A workbook file on disk, read where it is asked for, or without a path a new one; the caller closes it. */
export async function openXlsxFile(path: string | undefined): Promise<OpenFile> {
  if (path === undefined) {
    const host = await makeNewWorkbook(nodeZipEngine);
    return { host, save: (sink, control) => host.save(sink, control), close: () => Promise.resolve() };
  }
  const source = await openFileSource(path);
  try {
    const host = await openXlsxHost(source, nodeZipEngine);
    return { host, save: (sink, control) => host.save(sink, control), close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}
