import { openFileSource } from '../hosts/xlsx/node/file-source';
import { makeNewWorkbook } from '../hosts/xlsx/new-workbook';
import { nodeZipEngine } from '../hosts/xlsx/node/node-zip-engine';
import { openXlsxHost, type XlsxHost } from '../hosts/xlsx/xlsx-host';
import type { OpenFile } from './run-surroundings';

/** A workbook file on disk, read where it is asked for, or without a path a new one; the caller closes it. */
export async function openXlsxFile(path: string | undefined): Promise<OpenFile> {
  if (path === undefined) {
    const host = await makeNewWorkbook(nodeZipEngine);
    return openFileOf(host, () => Promise.resolve());
  }
  const source = await openFileSource(path);
  try {
    const host = await openXlsxHost(source, nodeZipEngine);
    return openFileOf(host, () => source.close());
  } catch (error) {
    await source.close();
    throw error;
  }
}

const openFileOf = (host: XlsxHost, close: () => Promise<void>): OpenFile => ({
  host,
  isMacroEnabled: host.isMacroEnabled,
  isAsWritten: () => host.isAsWritten(),
  save: (sink, control, isStamped) => host.save(sink, control, isStamped),
  close,
});
