import { HostError } from '../../../workbook/host-error';
import { CONTENT_TYPES_PART } from '../package/content-types';
import { readRelationships, relationshipsPartOf, type Relationship } from '../package/relationships';
import { decodeXml } from '../package/xml-encoding';
import type { XlsxPackage } from '../package/xlsx-package';
import type { ZipEntry } from '../zip/zip-archive';
import type { ZipEngine } from '../zip/zip-engine';
import { PartPacker, packPart, type PackedPart, type ZipItem } from '../zip/zip-writer';
import { encodeXml } from './xml/encode-xml';
import { normalPart, partKey, sourceOfRelationships } from './part-names';
import { patchContentTypes } from './patch-content-types';

/** So many parts are packed at once, beside what goes on meanwhile: each keeps its bytes in memory until it is done. */
const MOST_PACKING = 2;
/** So many pieces of a part wait to be packed while the next is written. */
const MOST_PIECES = 3;

/** A part as it is to be: its bytes, or packed already because they are many. */
type Written = { readonly part: string } & ({ readonly bytes: Uint8Array } | { readonly packed: Promise<PackedPart> });

/** No part that is changed as text is as large as that. */
const MAX_PART_BYTES = 256 * 1024 * 1024;

/**
 * The package to be: the one that was opened, with parts put in, changed and taken out. Every part that nobody touches
 * stays the compressed bytes that it was; so does a part that is written as it already was.
 */
export class PackageDraft {
  private readonly written = new Map<string, Written>();
  private readonly packing = new Set<Promise<PackedPart>>();
  private readonly buffers: Uint8Array[] = [];
  private readonly removed = new Map<string, string>();
  private readonly types = new Map<string, string>();
  private readonly texts = new Map<string, string>();

  constructor(readonly source: XlsxPackage) {}

  has(part: string): boolean {
    const key = partKey(part);
    return this.written.has(key) || (!this.removed.has(key) && this.source.hasPart(part));
  }

  /** The text of a part as it is now; `damaged` where there is none. */
  async read(part: string): Promise<string> {
    const key = partKey(part);
    const written = this.written.get(key);
    if (written) return decodeXml(await this.bytesOf(written));
    const entry = this.removed.has(key) ? undefined : this.source.archive.find(part);
    if (!entry) throw new HostError('damaged', `${part} is missing`);
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const text = decodeXml(await this.source.archive.inflateWhole(entry, MAX_PART_BYTES));
    this.texts.set(key, text);
    return text;
  }

  async relationshipsOf(part: string): Promise<readonly Relationship[]> {
    const key = partKey(relationshipsPartOf(part));
    const written = this.written.get(key);
    if (written) return readRelationships(await this.bytesOf(written), part);
    return this.removed.has(key) ? [] : this.source.readRelationships(part);
  }

  /** Changes a part that is there, or puts one in whose kind the package knows by its name. */
  replace(part: string, text: string): void {
    const key = partKey(part);
    if (this.texts.get(key) === text && !this.removed.has(key) && !this.written.has(key)) return;
    this.removed.delete(key);
    this.written.set(key, { part: normalPart(part), bytes: encodeXml(text) });
  }

  /** Puts a part of a kind in place, whether or not one of the name is there. */
  put(part: string, text: string, contentType: string): void {
    this.types.set(normalPart(part), contentType);
    this.replace(part, text);
  }

  /** Puts a part in place, and sees to it that its bytes are not held until the file is written. */
  async putPacked(part: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await this.roomForPacking();
    this.hold(part, packPart(this.nameOf(part), bytes, this.source.archive.engine), contentType);
  }

  /**
   * Puts a large part in place, packed while it is written: of its bytes no more than some pieces are held.
   *
   * @param write Makes the pieces, in order, each in a buffer that it takes when it needs one.
   * @param room Bytes of such a buffer.
   */
  async putPieces(
    part: string,
    write: (takeBuffer: () => Uint8Array) => Iterable<Uint8Array>,
    room: number,
    contentType: string,
  ): Promise<void> {
    await this.roomForPacking();
    const packer = new PartPacker(this.nameOf(part), this.source.archive.engine);
    const packing: Promise<void>[] = [];
    // The buffer of a piece that has been packed: memory asked for anew makes the engine look through everything that is held.
    for (const piece of write(() => this.buffers.pop() ?? new Uint8Array(room))) {
      packing.push(packer.put(piece).then(() => void this.buffers.push(new Uint8Array(piece.buffer))));
      if (packing.length >= MOST_PIECES) await packing.shift();
    }
    await Promise.all(packing);
    this.hold(part, packer.finish(), contentType);
  }

  private async roomForPacking(): Promise<void> {
    while (this.packing.size >= MOST_PACKING) await Promise.race(this.packing);
  }

  private nameOf(part: string): string {
    return this.source.archive.find(part)?.name ?? normalPart(part);
  }

  private hold(part: string, packing: Promise<PackedPart>, contentType: string): void {
    const packed = packing.finally(() => this.packing.delete(packed));
    // A failure is for whoever asks for the part: `items` does.
    packed.catch(() => undefined);
    this.packing.add(packed);
    const key = partKey(part);
    this.types.set(normalPart(part), contentType);
    this.removed.delete(key);
    this.written.set(key, { part: normalPart(part), packed });
  }

  private async bytesOf(written: Written): Promise<Uint8Array> {
    return 'bytes' in written ? written.bytes : unpack(await written.packed, this.source.archive.engine);
  }

  remove(part: string): void {
    const key = partKey(part);
    this.written.delete(key);
    this.types.delete(normalPart(part));
    if (this.source.hasPart(part)) this.removed.set(key, normalPart(part));
  }

  /** Takes those of the parts out that nothing points at any more, and what only they led to. */
  async removeUnused(parts: readonly string[]): Promise<void> {
    for (const part of parts) {
      if (!this.has(part) || (await this.isPointedAt(part))) continue;
      const led = (await this.relationshipsOf(part)).filter((relationship) => !relationship.isExternal);
      this.remove(part);
      this.remove(relationshipsPartOf(part));
      await this.removeUnused(led.map((relationship) => relationship.target));
    }
  }

  private async isPointedAt(part: string): Promise<boolean> {
    const key = partKey(part);
    const names = new Set(this.source.archive.entries.map((entry) => normalPart(entry.name)));
    for (const { part: written } of this.written.values()) names.add(written);
    for (const name of names) {
      const source = sourceOfRelationships(name);
      if (source === undefined || !this.has(name)) continue;
      // Relationships of a part that is gone are no pointers.
      if (source !== '' && !this.has(source)) continue;
      const pointers = await this.relationshipsOf(source);
      if (pointers.some((pointer) => !pointer.isExternal && partKey(pointer.target) === key)) return true;
    }
    return false;
  }

  /** A name that no part has or had: `prefix1suffix`, `prefix2suffix` …; first without a number, where there is one only. */
  freeName(prefix: string, suffix: string, isOnly = false): string {
    for (let number = isOnly ? 0 : 1; ; number++) {
      const name = `${prefix}${number === 0 ? '' : number}${suffix}`;
      if (!this.written.has(partKey(name)) && !this.source.hasPart(name)) return name;
    }
  }

  /** The package in the order of the one that was opened, new parts at its end. */
  async items(): Promise<ZipItem[]> {
    const types = await this.read(CONTENT_TYPES_PART);
    this.replace(CONTENT_TYPES_PART, patchContentTypes(types, this.types, [...this.removed.values()]));
    const { archive } = this.source;
    const items: ZipItem[] = [];
    const pending = new Map(this.written);
    for (const entry of archive.entries) {
      const key = partKey(entry.name);
      const change = pending.get(key);
      pending.delete(key);
      if (this.removed.has(key)) continue;
      if (change && !(await this.isSame(entry, change))) items.push(await itemOf(change, entry.name));
      else items.push({ kind: 'copy', archive, entry });
    }
    for (const change of pending.values()) items.push(await itemOf(change, change.part));
    return items;
  }

  private async isSame(entry: ZipEntry, change: Written): Promise<boolean> {
    const { size, crc32 } =
      'bytes' in change ? { size: change.bytes.length, crc32: undefined } : (await change.packed).entry;
    if (entry.size !== size || (crc32 !== undefined && crc32 !== entry.crc32)) return false;
    const present = await this.source.archive.inflateWhole(entry, MAX_PART_BYTES);
    const bytes = await this.bytesOf(change);
    return present.every((byte, index) => byte === bytes[index]);
  }
}

const itemOf = async (change: Written, name: string): Promise<ZipItem> =>
  'bytes' in change ? { kind: 'new', name, bytes: change.bytes } : { kind: 'packed', ...(await change.packed) };

/** The bytes of a packed part. */
async function unpack({ entry, raw }: PackedPart, engine: ZipEngine): Promise<Uint8Array> {
  const whole = new Uint8Array(entry.size);
  let at = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    yield raw;
  };
  for await (const chunk of engine.inflate(pieces())) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
