import { HostError } from '../../../workbook/host-error';
import type { ByteSource } from './byte-source';

const HEAD_BYTES = 4096;
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A compound file's directory is short; a chain longer than this is broken. */
const MAX_OLE_SECTORS = 4096;

/** Says what a file is that does not begin as a zip; `undefined` where it may still be one. */
export async function recogniseForeignFile(source: ByteSource): Promise<HostError | undefined> {
  if (source.size === 0) return new HostError('not-a-workbook', 'the file is empty');
  const head = await source.read(0, HEAD_BYTES);
  if (OLE_MAGIC.every((byte, at) => head[at] === byte)) return recogniseCompoundFile(source, head);
  // BIFF 2 to 4, before compound files: a BOF record.
  if (head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1]!) && head[2]! <= 0x10 && head[3] === 0) {
    return new HostError('old-format', 'a workbook of Excel 4 or older');
  }
  const text = new TextDecoder('latin1')
    .decode(head)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text.startsWith('%PDF')) return new HostError('not-a-workbook', 'a PDF');
  if (/^\{\\rtf/.test(text)) return new HostError('not-a-workbook', 'a rich text document');
  if (/^<\?xml/.test(text) && /urn:schemas-microsoft-com:office:spreadsheet/.test(text)) {
    return new HostError('old-format', 'an XML spreadsheet of Excel 2003');
  }
  if (/^(<!doctype html|<html|<table|<meta|<head|<style|<div)/i.test(text)) {
    return new HostError('not-a-workbook', 'a web page');
  }
  if (text.startsWith('<')) return new HostError('not-a-workbook', 'an XML or web document');
  if (['Rar!', '7z\u00bc\u00af', '\u001f\u008b'].some((magic) => text.startsWith(magic)))
    return new HostError('not-a-workbook', 'an archive of another kind');
  return undefined;
}

/** What is left to say of a file in which no zip was found. */
export async function refuseForeignFile(source: ByteSource): Promise<HostError> {
  const head = await source.read(0, HEAD_BYTES);
  if (head[0] === 0x50 && head[1] === 0x4b) return new HostError('damaged', 'the file ends before its directory');
  const isText = head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
  return new HostError('not-a-workbook', isText ? 'a text file' : 'not a file of Excel');
}

/** A compound file: an old workbook, or a new one that is encrypted. Its directory's entries tell. */
async function recogniseCompoundFile(source: ByteSource, head: Uint8Array): Promise<HostError> {
  const names = await readCompoundNames(source, head);
  if (names.includes('EncryptedPackage')) return new HostError('encrypted', 'the workbook opens with a password only');
  if (names.includes('Workbook') || names.includes('Book')) return new HostError('old-format', 'an .xls workbook');
  if (names.includes('WordDocument')) return new HostError('not-a-workbook', 'a Word document');
  if (names.includes('PowerPoint Document')) return new HostError('not-a-workbook', 'a PowerPoint presentation');
  return new HostError('old-format', 'an old compound file');
}

/** Names in the compound file's directory, as far as it can be followed. */
async function readCompoundNames(source: ByteSource, head: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  if (head.length < 512) return names;
  const header = viewOf(head);
  const shift = header.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return names;
  const sectorSize = 1 << shift;
  const readSector = (sector: number): Promise<Uint8Array> => source.read((sector + 1) * sectorSize, sectorSize);

  let sector = header.getUint32(48, true);
  for (let count = 0; sector < 0xfffffffa && count < MAX_OLE_SECTORS; count++) {
    const bytes = await readSector(sector);
    if (bytes.length < sectorSize) break;
    for (let entry = 0; entry < sectorSize; entry += 128) {
      const nameBytes = viewOf(bytes).getUint16(entry + 64, true);
      if (nameBytes < 2 || nameBytes > 64) continue;
      names.push(new TextDecoder('utf-16le').decode(bytes.subarray(entry, entry + nameBytes - 2)));
    }
    // The sector's successor stands in the allocation table, whose first 109 sectors the header lists.
    const perSector = sectorSize / 4;
    const table = Math.floor(sector / perSector);
    if (table >= 109) break;
    const tableSector = await readSector(header.getUint32(76 + table * 4, true));
    if (tableSector.length < sectorSize) break;
    sector = viewOf(tableSector).getUint32((sector % perSector) * 4, true);
  }
  return names;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
