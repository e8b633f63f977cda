import { HostError } from '../../../workbook/host-error';
import { checkCancelled, NO_CONTROL, type JobControl } from '../../../workbook/job-control';
import type { ByteSource } from './byte-source';
import { FLAG_ENCRYPTED, LOCAL_HEADER, LOCAL_HEADER_BYTES, readZipDirectory, type ZipEntry } from './zip-directory';
import { webZipEngine, type ZipEngine } from './zip-engine';

export type { ZipEntry } from './zip-directory';

/** What is in a zip, read where it is needed. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly engine: ZipEngine;
  /** By part name: case does not count, nor a leading slash, nor which way slashes lean. */
  find(partName: string): ZipEntry | undefined;
  /** The compressed bytes as they are. */
  readRaw(entry: ZipEntry): Promise<Uint8Array>;
  /** The same, piece by piece. */
  rawPieces(entry: ZipEntry): AsyncGenerator<Uint8Array>;
  /** The bytes of a part; `too-large` where there are more than `limitBytes`. */
  inflateWhole(entry: ZipEntry, limitBytes: number, control?: JobControl): Promise<Uint8Array>;
  /** The bytes of a part, piece by piece, each piece the receiver's own; checked at the end. May be left early. */
  inflate(entry: ZipEntry, control?: JobControl): AsyncGenerator<Uint8Array>;
  inflateInto(
    entry: ZipEntry,
    onChunk: (chunk: Uint8Array) => void | Promise<void>,
    control?: JobControl,
  ): Promise<void>;
}

const PIECE_BYTES = 1 << 18;

/** Beyond this a part is no sheet: 1,048,576 rows × 20 columns are about 770 MB. */
const MAX_PART_BYTES = 4 * 1024 * 1024 * 1024;
/** Below this size no ratio does harm. */
const RATIO_COUNTS_FROM_BYTES = 64 * 1024 * 1024;
/** Sheets of a million equal rows reach about 60; deflate ends at 1,032, where bombs are. */
const MAX_RATIO = 400;
/** The screen gets a breath after this much work. */
const BREATH_MS = 40;

export async function openZip(source: ByteSource, engine: ZipEngine = webZipEngine): Promise<ZipArchive> {
  const directory = await readZipDirectory(source);
  const locked = directory.entries.find((entry) => (entry.flags & FLAG_ENCRYPTED) !== 0);
  if (locked) throw new HostError('encrypted', `${locked.name} is locked with a password`);
  const sum = directory.entries.reduce((total, entry) => total + entry.size, 0);
  if (isBomb(sum, source.size)) throw new HostError('hostile', `${source.size} bytes would become ${sum}`);

  const rawPieces = async function* (entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const header = await source.read(entry.localHeaderOffset, LOCAL_HEADER_BYTES);
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER) {
      throw new HostError('damaged', `${entry.name} does not begin where the directory says`);
    }
    const start = entry.localHeaderOffset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
    const end = start + entry.compressedSize;
    if (end > directory.start) throw new HostError('damaged', `${entry.name} reaches into the directory`);
    for (let at = start; at < end; at += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, end - at);
      const piece = await source.read(at, length);
      if (piece.length < length) throw new HostError('damaged', `${entry.name} breaks off`);
      yield piece;
    }
  };
  return makeArchive(directory.entries, rawPieces, engine);
}

/** An archive over entries whose compressed bytes come from wherever. */
export function makeArchive(
  entries: readonly ZipEntry[],
  rawPieces: (entry: ZipEntry) => AsyncGenerator<Uint8Array>,
  engine: ZipEngine,
): ZipArchive {
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = partKey(entry.name);
    if (key.endsWith('/')) continue;
    if (byName.has(key)) throw new HostError('damaged', `two parts are named ${entry.name}`);
    byName.set(key, entry);
  }

  const inflate = (entry: ZipEntry, control: JobControl = NO_CONTROL): AsyncGenerator<Uint8Array> =>
    inflateChecked(entry, rawPieces(entry), engine, control);

  return {
    entries,
    engine,
    find: (partName) => byName.get(partKey(partName)),
    rawPieces,
    async readRaw(entry) {
      return concatenate(rawPieces(entry), entry.compressedSize);
    },
    async inflateWhole(entry, limitBytes, control) {
      if (entry.size > limitBytes) {
        throw new HostError('too-large', `${entry.name} has ${entry.size} bytes, more than ${limitBytes}`);
      }
      return concatenate(inflate(entry, control), entry.size);
    },
    inflate,
    async inflateInto(entry, onChunk, control) {
      for await (const chunk of inflate(entry, control)) await onChunk(chunk);
    },
  };
}

function isBomb(size: number, compressedSize: number): boolean {
  return size > RATIO_COUNTS_FROM_BYTES && size > compressedSize * MAX_RATIO;
}

function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

async function* inflateChecked(
  entry: ZipEntry,
  pieces: AsyncGenerator<Uint8Array>,
  engine: ZipEngine,
  control: JobControl,
): AsyncGenerator<Uint8Array> {
  if (entry.size > MAX_PART_BYTES) throw new HostError('too-large', `${entry.name} has ${entry.size} bytes`);
  if (isBomb(entry.size, entry.compressedSize)) {
    throw new HostError('hostile', `${entry.name}: ${entry.compressedSize} bytes would become ${entry.size}`);
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw new HostError('unsupported', `${entry.name} is compressed by method ${entry.method}`);
  }

  const chunks = entry.method === 0 ? pieces : readableOrDamaged(engine.inflate(pieces), entry);
  let size = 0;
  let crc = 0;
  let lastBreath = performance.now();
  for await (const chunk of chunks) {
    checkCancelled(control);
    size += chunk.length;
    if (size > entry.size) throw new HostError('damaged', `${entry.name} is longer than the directory says`);
    crc = engine.crc32(chunk, crc);
    yield chunk;
    if (control.pause && performance.now() - lastBreath > BREATH_MS) {
      await control.pause();
      lastBreath = performance.now();
    }
  }
  if (size !== entry.size) throw new HostError('damaged', `${entry.name} is shorter than the directory says`);
  if (crc >>> 0 !== entry.crc32) throw new HostError('damaged', `the checksum of ${entry.name} does not match`);
}

/** Whatever the engine says of bytes that are no deflate stream, it is damage; failures of the source stay what they are. */
async function* readableOrDamaged(
  chunks: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* chunks;
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    throw new HostError('damaged', `${entry.name} cannot be unpacked`, { cause });
  }
}

async function concatenate(chunks: AsyncGenerator<Uint8Array>, size: number): Promise<Uint8Array> {
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
