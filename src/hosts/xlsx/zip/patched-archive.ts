import { makeArchive, type ZipArchive } from './zip-archive';
import type { ZipEntry } from './zip-directory';
import type { ZipEngine } from './zip-engine';
import { packPart, type ZipItem } from './zip-writer';

/**
 * The archive that `writeZip` would write, before it is written: new parts are compressed once and held, all others stay
 * where they are. So a workbook can be read as it will be, changed again, and saved when all is well.
 */
export async function makePatchedArchive(
  items: Iterable<ZipItem> | AsyncIterable<ZipItem>,
  engine: ZipEngine,
): Promise<ZipArchive> {
  const entries: ZipEntry[] = [];
  const sources = new Map<ZipEntry, (entry: ZipEntry) => AsyncGenerator<Uint8Array>>();
  for await (const item of items) {
    if (item.kind === 'copy') {
      entries.push(item.entry);
      sources.set(item.entry, item.archive.rawPieces);
    } else {
      const { entry, raw } = item.kind === 'packed' ? item : await packPart(item.name, item.bytes, engine);
      entries.push(entry);
      sources.set(entry, async function* () {
        yield raw;
      });
    }
  }
  return makeArchive(entries, (entry) => sources.get(entry)!(entry), engine);
}
