import { openFileSource } from '../hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../hosts/xlsx/xlsx-host';
import { runReport, type OpenFile } from './run-report';

async function openFile(path: string): Promise<OpenFile> {
  const source = await openFileSource(path);
  try {
    const host = await openXlsxHost(source, nodeZipEngine);
    return { host, save: (sink, control) => host.save(sink, control), close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}

void runReport(process.argv.slice(2), { out: process.stdout, err: process.stderr }, openFile).then((code) => {
  process.exitCode = code;
});
