import type { ZipArchive } from './zip-archive';
import {
  DIRECTORY_HEADER,
  END_RECORD,
  FLAG_DATA_DESCRIPTOR,
  FLAG_UTF8,
  LOCAL_HEADER,
  ZIP64_END_RECORD,
  ZIP64_LOCATOR,
  type ZipEntry,
} from './zip-directory';
import { webZipEngine, type PieceDeflate, type ZipEngine } from './zip-engine';

/** A part as it will stand in the zip. */
export interface PackedPart {
  readonly entry: ZipEntry;
  readonly raw: Uint8Array;
}

/** A part of the zip to be: one of an open archive, its compressed bytes untouched, a new one, or one packed already. */
export type ZipItem =
  | { readonly kind: 'copy'; readonly archive: ZipArchive; readonly entry: ZipEntry }
  | { readonly kind: 'new'; readonly name: string; readonly bytes: Uint8Array }
  | ({ readonly kind: 'packed' } & PackedPart);

/** 1 January 1980: the same input gives the same bytes, whenever. */
const FIXED_DATE = 0x21;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;

/** Writes a zip in the items' order, piece by piece, each piece when the sink has taken the one before. */
export async function writeZip(
  items: Iterable<ZipItem> | AsyncIterable<ZipItem>,
  sink: (chunk: Uint8Array) => void | Promise<void>,
  engine: ZipEngine = webZipEngine,
): Promise<void> {
  let offset = 0;
  const put = async (chunk: Uint8Array): Promise<void> => {
    await sink(chunk);
    offset += chunk.length;
  };

  const written: { readonly entry: ZipEntry; readonly offset: number }[] = [];
  for await (const item of items) {
    if (item.kind === 'copy') {
      written.push({ entry: item.entry, offset });
      await put(localHeader(item.entry));
      for await (const piece of item.archive.rawPieces(item.entry)) await put(piece);
    } else {
      const { entry, raw } = item.kind === 'packed' ? item : await packPart(item.name, item.bytes, engine);
      written.push({ entry, offset });
      await put(localHeader(entry));
      await put(raw);
    }
  }

  const directoryStart = offset;
  for (const { entry, offset: at } of written) await put(directoryHeader(entry, at));
  await put(endRecords(written.length, directoryStart, offset - directoryStart));
}

export async function packPart(name: string, bytes: Uint8Array, engine: ZipEngine): Promise<PackedPart> {
  return partOf(name, await engine.deflate(bytes), bytes.length, engine.crc32(bytes, 0));
}

/** Packs a part while it is written. */
export class PartPacker {
  private readonly deflating: PieceDeflate;
  private size = 0;
  private crc = 0;

  constructor(
    private readonly name: string,
    private readonly engine: ZipEngine,
  ) {
    this.deflating = engine.deflatePieces();
  }

  /** Pieces in order; done when the bytes may be used for something else. */
  put(piece: Uint8Array): Promise<void> {
    this.size += piece.length;
    this.crc = this.engine.crc32(piece, this.crc);
    return this.deflating.put(piece);
  }

  async finish(): Promise<PackedPart> {
    return partOf(this.name, await this.deflating.finish(), this.size, this.crc);
  }
}

const partOf = (name: string, raw: Uint8Array, size: number, crc: number): PackedPart => ({
  entry: {
    name,
    nameBytes: new TextEncoder().encode(name),
    method: 8,
    flags: FLAG_UTF8,
    crc32: crc >>> 0,
    compressedSize: raw.length,
    size,
    localHeaderOffset: 0,
    time: 0,
    date: FIXED_DATE,
    externalAttributes: 0,
  },
  raw,
});

/** Sizes are known beforehand: no data descriptor follows, whatever the original had. */
const flagsOf = (entry: ZipEntry): number => entry.flags & ~FLAG_DATA_DESCRIPTOR;

function localHeader(entry: ZipEntry): Uint8Array {
  const isWide = entry.size >= MAX_32 || entry.compressedSize >= MAX_32;
  const extraLength = isWide ? 20 : 0;
  const bytes = new Uint8Array(30 + entry.nameBytes.length + extraLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, LOCAL_HEADER, true);
  view.setUint16(4, isWide ? VERSION_ZIP64 : VERSION_DEFLATE, true);
  view.setUint16(6, flagsOf(entry), true);
  view.setUint16(8, entry.method, true);
  view.setUint16(10, entry.time, true);
  view.setUint16(12, entry.date, true);
  view.setUint32(14, entry.crc32, true);
  view.setUint32(18, isWide ? MAX_32 : entry.compressedSize, true);
  view.setUint32(22, isWide ? MAX_32 : entry.size, true);
  view.setUint16(26, entry.nameBytes.length, true);
  view.setUint16(28, extraLength, true);
  bytes.set(entry.nameBytes, 30);
  if (isWide) putWideField(view, 30 + entry.nameBytes.length, [entry.size, entry.compressedSize]);
  return bytes;
}

function directoryHeader(entry: ZipEntry, offset: number): Uint8Array {
  const narrow = [entry.size, entry.compressedSize, offset];
  const wide = narrow.filter((value) => value >= MAX_32);
  const extraLength = wide.length > 0 ? 4 + wide.length * 8 : 0;
  const bytes = new Uint8Array(46 + entry.nameBytes.length + extraLength);
  const view = new DataView(bytes.buffer);
  const version = wide.length > 0 ? VERSION_ZIP64 : VERSION_DEFLATE;
  view.setUint32(0, DIRECTORY_HEADER, true);
  view.setUint16(4, version, true);
  view.setUint16(6, version, true);
  view.setUint16(8, flagsOf(entry), true);
  view.setUint16(10, entry.method, true);
  view.setUint16(12, entry.time, true);
  view.setUint16(14, entry.date, true);
  view.setUint32(16, entry.crc32, true);
  view.setUint32(20, Math.min(entry.compressedSize, MAX_32), true);
  view.setUint32(24, Math.min(entry.size, MAX_32), true);
  view.setUint16(28, entry.nameBytes.length, true);
  view.setUint16(30, extraLength, true);
  view.setUint32(38, entry.externalAttributes, true);
  view.setUint32(42, Math.min(offset, MAX_32), true);
  bytes.set(entry.nameBytes, 46);
  if (wide.length > 0) putWideField(view, 46 + entry.nameBytes.length, wide);
  return bytes;
}

function endRecords(count: number, directoryStart: number, directorySize: number): Uint8Array {
  const isWide = count >= MAX_16 || directoryStart >= MAX_32 || directorySize >= MAX_32;
  const wideBytes = isWide ? 76 : 0;
  const bytes = new Uint8Array(wideBytes + 22);
  const view = new DataView(bytes.buffer);
  if (isWide) {
    view.setUint32(0, ZIP64_END_RECORD, true);
    putWide(view, 4, 44);
    view.setUint16(12, VERSION_ZIP64, true);
    view.setUint16(14, VERSION_ZIP64, true);
    putWide(view, 24, count);
    putWide(view, 32, count);
    putWide(view, 40, directorySize);
    putWide(view, 48, directoryStart);
    view.setUint32(56, ZIP64_LOCATOR, true);
    putWide(view, 64, directoryStart + directorySize);
    view.setUint32(72, 1, true);
  }
  view.setUint32(wideBytes, END_RECORD, true);
  view.setUint16(wideBytes + 8, Math.min(count, MAX_16), true);
  view.setUint16(wideBytes + 10, Math.min(count, MAX_16), true);
  view.setUint32(wideBytes + 12, Math.min(directorySize, MAX_32), true);
  view.setUint32(wideBytes + 16, Math.min(directoryStart, MAX_32), true);
  return bytes;
}

function putWideField(view: DataView, at: number, values: readonly number[]): void {
  view.setUint16(at, 1, true);
  view.setUint16(at + 2, values.length * 8, true);
  values.forEach((value, index) => putWide(view, at + 4 + index * 8, value));
}

function putWide(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 0x100000000, true);
  view.setUint32(at + 4, Math.floor(value / 0x100000000), true);
}
