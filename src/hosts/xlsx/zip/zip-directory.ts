import { HostError } from '../../../workbook/host-error';
import type { ByteSource } from './byte-source';
import { recogniseForeignFile, refuseForeignFile } from './foreign-file';

export interface ZipEntry {
  /** As the file has it: `xl/workbook.xml`; some writers begin with a slash or write back-slashes. */
  readonly name: string;
  /** The name's own bytes, for a copy that changes nothing. */
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** From the start of the source, whatever stands before the zip. */
  readonly localHeaderOffset: number;
  readonly time: number;
  readonly date: number;
  readonly externalAttributes: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins: no entry's bytes reach beyond it. */
  readonly start: number;
}

export const FLAG_ENCRYPTED = 1;
export const FLAG_DATA_DESCRIPTOR = 1 << 3;
export const FLAG_UTF8 = 1 << 11;

export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_HEADER = 0x02014b50;
export const END_RECORD = 0x06054b50;
export const ZIP64_END_RECORD = 0x06064b50;
export const ZIP64_LOCATOR = 0x07064b50;

export const LOCAL_HEADER_BYTES = 30;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;

/** A workbook has some dozens of parts, one with many pictures some thousands. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;

const damaged = (detail: string): HostError => new HostError('damaged', detail);

/** Reads the list of what is in the zip; refuses what is none, and lists that contradict themselves. */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const foreign = await recogniseForeignFile(source);
  if (foreign) throw foreign;

  const end = await findEnd(source);
  if (!end) throw await refuseForeignFile(source);
  if (end.size > MAX_DIRECTORY_BYTES) throw new HostError('too-large', 'more parts than any workbook has');

  const { start, prefix } = await locateDirectory(source, end);
  const bytes = await source.read(start, end.size);
  const entries = parseEntries(bytes, end.count, prefix);
  checkPlaces(entries, start);
  return { entries, start };
}

interface EndRecord {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the record itself begins: the directory ends there. */
  readonly at: number;
}

async function findEnd(source: ByteSource): Promise<EndRecord | undefined> {
  const tailStart = Math.max(0, source.size - END_RECORD_BYTES - MAX_COMMENT_BYTES - LOCATOR_BYTES);
  const tail = await source.read(tailStart, source.size - tailStart);
  const view = viewOf(tail);
  for (let at = tail.length - END_RECORD_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    if (at + END_RECORD_BYTES + view.getUint16(at + 20, true) > tail.length) continue;
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)) throw damaged('a zip in several volumes');
    const locator = at - LOCATOR_BYTES;
    if (locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR) {
      return readZip64End(source, tailStart + locator, numberAt(view, locator + 8));
    }
    return {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
      at: tailStart + at,
    };
  }
  return undefined;
}

async function readZip64End(source: ByteSource, locatorAt: number, statedAt: number): Promise<EndRecord> {
  // Bytes before the zip shift the stated place; the record then stands right before its locator.
  for (const at of [statedAt, locatorAt - ZIP64_END_BYTES]) {
    if (at < 0 || at + ZIP64_END_BYTES > locatorAt) continue;
    const view = viewOf(await source.read(at, ZIP64_END_BYTES));
    if (view.byteLength < ZIP64_END_BYTES || view.getUint32(0, true) !== ZIP64_END_RECORD) continue;
    return { count: numberAt(view, 32), size: numberAt(view, 40), offset: numberAt(view, 48), at };
  }
  throw damaged('the zip64 end record is missing');
}

async function locateDirectory(source: ByteSource, end: EndRecord): Promise<{ start: number; prefix: number }> {
  if (end.count === 0) return { start: end.at, prefix: 0 };
  for (const start of [end.at - end.size, end.offset]) {
    if (start < 0 || start + end.size > end.at) continue;
    const bytes = await source.read(start, 4);
    if (bytes.length === 4 && viewOf(bytes).getUint32(0, true) === DIRECTORY_HEADER) {
      return { start, prefix: start - end.offset };
    }
  }
  throw damaged('the directory is not where the file says');
}

function parseEntries(bytes: Uint8Array, count: number, prefix: number): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_HEADER) {
      throw damaged(`the directory breaks off after ${index} of ${count} parts`);
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged('the directory breaks off');
    const nameBytes = bytes.slice(at + 46, at + 46 + nameLength);
    const flags = view.getUint16(at + 8, true);
    const name = decodeName(nameBytes, (flags & FLAG_UTF8) !== 0);
    const wide = readWideSizes(
      view,
      at + 46 + nameLength,
      extraLength,
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      name,
    );
    checkName(name);
    entries.push({
      name,
      nameBytes,
      method: view.getUint16(at + 10, true),
      flags,
      crc32: view.getUint32(at + 16, true),
      compressedSize: wide[1],
      size: wide[0],
      localHeaderOffset: wide[2] + prefix,
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      externalAttributes: view.getUint32(at + 38, true),
    });
    at = next;
  }
  return entries;
}

/** Size, compressed size and offset: those that do not fit 32 bits stand in the zip64 extra field, in this order. */
function readWideSizes(
  view: DataView,
  extraAt: number,
  extraLength: number,
  narrow: readonly [number, number, number],
  name: string,
): [number, number, number] {
  const wide: [number, number, number] = [...narrow];
  if (!narrow.includes(0xffffffff)) return wide;
  for (let at = extraAt; at + 4 <= extraAt + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const fieldEnd = Math.min(at + 4 + view.getUint16(at + 2, true), extraAt + extraLength);
    let field = at + 4;
    for (let index = 0; index < 3; index++) {
      if (narrow[index] !== 0xffffffff) continue;
      if (field + 8 > fieldEnd) throw damaged(`the sizes of ${name} are missing`);
      wide[index] = numberAt(view, field);
      field += 8;
    }
    break;
  }
  return wide;
}

function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    // Names without the flag are in a code page that nobody states; parts of a workbook have plain names.
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** Names that would lead out of a folder were never made by a program that saves workbooks. */
function checkName(name: string): void {
  const path = name.replace(/\\/g, '/');
  if (path.split('/').includes('..') || /^[A-Za-z]:/.test(path) || path.includes('\0')) {
    throw new HostError('hostile', `a part named ${JSON.stringify(name.slice(0, 100))}`);
  }
}

/** Entries that share bytes make a small file endless; entries outside of the file cannot be read. */
function checkPlaces(entries: readonly ZipEntry[], directoryStart: number): void {
  const inOrder = [...entries].sort((a, b) => a.localHeaderOffset - b.localHeaderOffset);
  inOrder.forEach((entry, index) => {
    const end = entry.localHeaderOffset + LOCAL_HEADER_BYTES + entry.nameBytes.length + entry.compressedSize;
    if (entry.localHeaderOffset < 0 || end > directoryStart) throw damaged(`${entry.name} lies outside of the file`);
    const next = inOrder[index + 1];
    if (next && end > next.localHeaderOffset) throw damaged(`${entry.name} and ${next.name} share bytes`);
  });
}

/** A 64-bit number; beyond 2^53 it is a lie, and larger than any file. */
function numberAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
