import { openAnyFile } from '../hosts/xlsx/convert/open-any-file';
import { openFileSource } from '../hosts/xlsx/node/file-source';
import { makeNewWorkbook } from '../hosts/xlsx/new-workbook';
import { nodeZipEngine } from '../hosts/xlsx/node/node-zip-engine';
import type { XlsxHost } from '../hosts/xlsx/xlsx-host';
import type { OpenFile } from './run-surroundings';

/**
 * A workbook file on disk, read where it is asked for; of another spreadsheet or a text table a new workbook; without a path an
 * empty one. The caller closes it.
 */
export async function openXlsxFile(path: string | undefined): Promise<OpenFile> {
  if (path === undefined) {
    const host = await makeNewWorkbook(nodeZipEngine);
    return openFileOf(host, () => Promise.resolve());
  }
  const source = await openFileSource(path);
  try {
    const { host, convertedFrom } = await openAnyFile(source, nodeZipEngine);
    return { ...openFileOf(host, () => source.close()), ...(convertedFrom && { convertedFrom }) };
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
