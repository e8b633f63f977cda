import { deflateRawSync, crc32 as platformCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { crc32 } from '../../../../../src/hosts/xlsx/zip/crc32';
import { openZip } from '../../../../../src/hosts/xlsx/zip/zip-archive';
import {
  deflateByLibrary,
  deflateByPlatform,
  inflateByLibrary,
  inflateByPlatform,
  webZipEngine,
  type ZipEngine,
} from '../../../../../src/hosts/xlsx/zip/zip-engine';
import { packPart, writeZip, type ZipItem } from '../../../../../src/hosts/xlsx/zip/zip-writer';
import type { HostError } from '../../../../../src/workbook/host-error';

const ENGINES: readonly (readonly [string, ZipEngine])[] = [
  ['node', nodeZipEngine],
  ['web', webZipEngine],
  ['platform', { ...webZipEngine, inflate: inflateByPlatform, deflate: deflateByPlatform }],
  ['library', { ...webZipEngine, inflate: inflateByLibrary, deflate: deflateByLibrary }],
];

const MB = 1024 * 1024;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const open = (bytes: Uint8Array, engine = nodeZipEngine) => openZip(memorySource(bytes), engine);

async function write(items: readonly ZipItem[], engine?: ZipEngine): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await writeZip(items, (chunk) => void chunks.push(chunk), engine);
  return Buffer.concat(chunks);
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'accepted',
    (error: HostError) => (error.name === 'HostError' ? error.code : String(error)),
  );
}

/** One entry, built by hand so that every field can lie. */
function handMadeZip(options: {
  readonly name?: string;
  readonly data?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly statedSize?: number;
  readonly crc?: number;
  readonly withDescriptor?: boolean;
  readonly wide?: boolean;
  readonly prefix?: Uint8Array;
}): Uint8Array {
  const data = options.data ?? strToU8('hello');
  const method = options.method ?? 8;
  const raw = method === 8 ? deflateRawSync(data) : data;
  const name = strToU8(options.name ?? 'xl/workbook.xml');
  const crc = options.crc ?? platformCrc32(data);
  const size = options.statedSize ?? data.length;
  const flags = (options.flags ?? 0) | (options.withDescriptor ? 8 : 0);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(method, 8);
  if (!options.withDescriptor) {
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(raw.length, 18);
    local.writeUInt32LE(size, 22);
  }
  local.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.alloc(options.withDescriptor ? 16 : 0);
  if (options.withDescriptor) {
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(crc, 4);
    descriptor.writeUInt32LE(raw.length, 8);
    descriptor.writeUInt32LE(size, 12);
  }
  const extra = Buffer.alloc(options.wide ? 28 : 0);
  if (options.wide) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
    extra.writeBigUInt64LE(BigInt(raw.length), 12);
    extra.writeBigUInt64LE(0n, 20);
  }
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(crc, 16);
  central.writeUInt32LE(options.wide ? 0xffffffff : raw.length, 20);
  central.writeUInt32LE(options.wide ? 0xffffffff : size, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt32LE(options.wide ? 0xffffffff : 0, 42);
  const body = Buffer.concat([local, name, raw, descriptor]);
  const directory = Buffer.concat([central, name, extra]);
  const wideEnd = Buffer.alloc(options.wide ? 76 : 0);
  if (options.wide) {
    wideEnd.writeUInt32LE(0x06064b50, 0);
    wideEnd.writeBigUInt64LE(44n, 4);
    wideEnd.writeBigUInt64LE(1n, 24);
    wideEnd.writeBigUInt64LE(1n, 32);
    wideEnd.writeBigUInt64LE(BigInt(directory.length), 40);
    wideEnd.writeBigUInt64LE(BigInt(body.length), 48);
    wideEnd.writeUInt32LE(0x07064b50, 56);
    wideEnd.writeBigUInt64LE(BigInt(body.length + directory.length), 64);
    wideEnd.writeUInt32LE(1, 72);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.wide ? 0xffff : 1, 8);
  end.writeUInt16LE(options.wide ? 0xffff : 1, 10);
  end.writeUInt32LE(options.wide ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(options.wide ? 0xffffffff : body.length, 16);
  return Buffer.concat([options.prefix ?? new Uint8Array(0), body, directory, wideEnd, end]);
}

const inflateFirst = async (bytes: Uint8Array, engine = nodeZipEngine): Promise<string> => {
  const archive = await open(bytes, engine);
  return text(await archive.inflateWhole(archive.entries[0]!, MB));
};

describe('crc32', () => {
  it('gives the check value of the algorithm', () => {
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  });
  it('equals the platform, in one piece or in two', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
        expect(crc32(bytes)).toBe(platformCrc32(bytes));
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(platformCrc32(bytes));
      }),
    );
  });
});

describe.each(ENGINES)('inflating by the %s engine', (_, engine) => {
  it('reads stored and deflated parts', async () => {
    const long = 'abcdefgh'.repeat(200_000);
    const zip = zipSync({ 'a.xml': strToU8(long), 'b.bin': [strToU8('stored'), { level: 0 }] });
    const archive = await open(zip, engine);
    expect(text(await archive.inflateWhole(archive.find('a.xml')!, 10 * MB))).toBe(long);
    expect(text(await archive.inflateWhole(archive.find('b.bin')!, MB))).toBe('stored');
  });
  it('may be left early', async () => {
    const zip = zipSync({ 'a.xml': strToU8('0123456789'.repeat(1_000_000)) }, { level: 1 });
    const archive = await open(zip, engine);
    for (let time = 0; time < 3; time++) {
      for await (const chunk of archive.inflate(archive.entries[0]!)) {
        expect(chunk[0]).toBe(48);
        break;
      }
    }
  });
  it('refuses bytes that are no deflate stream', async () => {
    const zip = handMadeZip({ data: strToU8('hello '.repeat(100)) });
    zip.fill(0xff, 45, 55);
    expect(await refusal(inflateFirst(zip, engine))).toBe('damaged');
  });
  it('refuses a deflate stream that breaks off', async () => {
    const whole = Buffer.from(zipSync({ a: new Uint8Array(5000).map((__, index) => index * index) }));
    const archive = await open(whole, engine);
    const entry = { ...archive.entries[0]!, compressedSize: archive.entries[0]!.compressedSize - 10 };
    expect(await refusal(archive.inflateWhole(entry, MB))).toBe('damaged');
  });
});

describe('openZip', () => {
  it('finds parts whatever case and slashes are', async () => {
    const archive = await open(zipSync({ 'XL\\Worksheets\\Sheet1.XML': strToU8('x') }));
    expect(archive.find('/xl/worksheets/sheet1.xml')?.name).toBe('XL\\Worksheets\\Sheet1.XML');
    expect(archive.find('xl/other.xml')).toBeUndefined();
  });
  it('reads data descriptors, zip64, and a zip behind other bytes', async () => {
    expect(await inflateFirst(handMadeZip({ withDescriptor: true }))).toBe('hello');
    expect(await inflateFirst(handMadeZip({ wide: true }))).toBe('hello');
    expect(await inflateFirst(handMadeZip({ prefix: strToU8('#!some launcher\n') }))).toBe('hello');
    expect(await inflateFirst(handMadeZip({ prefix: strToU8('#!some launcher\n'), wide: true }))).toBe('hello');
  });
  it('streams with the receiver setting the pace', async () => {
    const archive = await open(zipSync({ a: strToU8('ab'.repeat(2 * MB)) }));
    let isBusy = false;
    let size = 0;
    await archive.inflateInto(archive.entries[0]!, async (chunk) => {
      expect(isBusy).toBe(false);
      isBusy = true;
      await Promise.resolve();
      size += chunk.length;
      isBusy = false;
    });
    expect(size).toBe(4 * MB);
  });
  it('stops when the person cancels', async () => {
    const archive = await open(zipSync({ a: strToU8('ab'.repeat(2 * MB)) }));
    const cancel = new AbortController();
    const work = archive.inflateInto(archive.entries[0]!, () => cancel.abort(), { signal: cancel.signal });
    expect(await refusal(work)).toBe('cancelled');
  });
  it('refuses what is larger than asked for', async () => {
    const archive = await open(zipSync({ a: new Uint8Array(1000) }));
    expect(await refusal(archive.inflateWhole(archive.entries[0]!, 999))).toBe('too-large');
  });

  const oleFile = (...names: readonly string[]): Uint8Array => {
    const bytes = Buffer.alloc(512 * 3);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.writeUInt32LE(0, 76);
    bytes.writeUInt32LE(0xfffffffd, 512);
    bytes.writeUInt32LE(0xfffffffe, 516);
    names.forEach((name, index) => {
      const at = 1024 + index * 128;
      bytes.write(name, at, 'utf16le');
      bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    });
    return bytes;
  };
  const overlapping = (): Uint8Array => {
    const bytes = Buffer.from(zipSync({ 'a.xml': strToU8('a'.repeat(50)), 'b.xml': strToU8('b') }, { level: 0 }));
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(2, second + 42);
    return bytes;
  };
  const brokenDirectory = (): Uint8Array => {
    const bytes = Buffer.from(zipSync({ 'a.xml': strToU8('a'), 'b.xml': strToU8('b') }));
    return bytes.fill(0, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])), bytes.length - 22);
  };
  const good = zipSync({ 'a.xml': strToU8('some text that is long enough to be cut') });

  it.each<[string, string, () => Uint8Array]>([
    ['an empty file', 'not-a-workbook', () => new Uint8Array(0)],
    ['one byte', 'not-a-workbook', () => strToU8('P')],
    ['a web page', 'not-a-workbook', () => strToU8('\ufeff <!DOCTYPE html><html></html>')],
    ['a comma separated file', 'not-a-workbook', () => strToU8('客户,金额\r\n甲,1\r\n')],
    ['a PDF', 'not-a-workbook', () => strToU8('%PDF-1.7 …')],
    ['a picture', 'not-a-workbook', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['a Word document of old', 'not-a-workbook', () => oleFile('Root Entry', 'WordDocument')],
    ['an .xls workbook', 'old-format', () => oleFile('Root Entry', 'Workbook')],
    ['an .xls workbook of Excel 5', 'old-format', () => oleFile('Root Entry', 'Book')],
    ['a sheet of Excel 3', 'old-format', () => new Uint8Array([9, 2, 6, 0, 0, 0, 0x10, 0])],
    [
      'an XML spreadsheet',
      'old-format',
      () => strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['an encrypted workbook', 'encrypted', () => oleFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
    ['a zip with a password', 'encrypted', () => handMadeZip({ flags: 1 })],
    ['a zip without its end', 'damaged', () => good.subarray(0, good.length - 30)],
    ['a zip without its middle', 'damaged', () => Buffer.concat([good.subarray(0, 20), good.subarray(60)])],
    ['a directory that breaks off', 'damaged', brokenDirectory],
    ['parts that share bytes', 'damaged', overlapping],
    ['two parts of one name', 'damaged', () => zipSync({ 'a.xml': strToU8('1'), 'A.XML': strToU8('2') })],
    ['a part named as a way out', 'hostile', () => zipSync({ '../../evil.xml': strToU8('1') })],
    ['a part named as a drive', 'hostile', () => zipSync({ 'C:\\evil.xml': strToU8('1') })],
    ['a bomb', 'hostile', () => zipSync({ a: new Uint8Array(70 * MB) })],
  ])('refuses %s as %s', async (_, code, bytes) => {
    expect(await refusal(open(bytes()))).toBe(code);
  });

  it.each<[string, string, () => Uint8Array]>([
    ['a wrong checksum', 'damaged', () => handMadeZip({ crc: 1 })],
    ['more bytes than stated', 'damaged', () => handMadeZip({ statedSize: 4 })],
    ['fewer bytes than stated', 'damaged', () => handMadeZip({ statedSize: 6 })],
    ['another compression', 'unsupported', () => handMadeZip({ method: 9 })],
  ])('refuses to unpack %s as %s', async (_, code, bytes) => {
    expect(await refusal(inflateFirst(bytes()))).toBe(code);
  });

  it('refuses one bomb among honest bulk', async () => {
    const noise = new Uint8Array(2 * MB);
    for (let at = 0, state = 1; at < noise.length; at++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      noise[at] = state >>> 24;
    }
    const archive = await open(zipSync({ noise: [noise, { level: 0 }], bomb: new Uint8Array(70 * MB) }));
    expect(await refusal(archive.inflateInto(archive.find('bomb')!, () => undefined))).toBe('hostile');
  });
});

describe.each(ENGINES)('deflating by %s', (_, engine) => {
  it('gives what other readers read, empty parts and large ones too', async () => {
    const noise = Uint8Array.from({ length: 300_000 }, (__, index) => (index * 2654435761) >>> 13);
    const parts = { empty: new Uint8Array(0), noise, words: strToU8('<v>客览</v>'.repeat(30_000)) };
    const items = Object.entries(parts).map(([name, bytes]) => ({ kind: 'new' as const, name, bytes }));
    const read = unzipSync(await write(items, engine));
    for (const [name, bytes] of Object.entries(parts)) expect(Buffer.compare(read[name]!, bytes)).toBe(0);
  });
});

describe('writeZip', () => {
  it('gives zips that other readers read, the same bytes every time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z客]{1,8}$/), fc.uint8Array({ maxLength: 300 }), { maxKeys: 6 }),
        async (parts) => {
          const items = Object.entries(parts).map(([name, bytes]) => ({ kind: 'new' as const, name, bytes }));
          const zip = await write(items);
          expect(Buffer.compare(zip, await write(items))).toBe(0);
          if (items.length === 0) return;
          const read = unzipSync(zip);
          expect(Object.keys(read).sort()).toEqual(Object.keys(parts).sort());
          for (const [name, bytes] of Object.entries(parts)) expect(Buffer.compare(read[name]!, bytes)).toBe(0);
        },
      ),
    );
  });
  it('copies the compressed bytes as they are', async () => {
    const original = await open(
      zipSync({ 'a.xml': strToU8('aaaa'.repeat(500)), 'b.bin': [strToU8('bb'), { level: 0 }] }, { level: 1 }),
    );
    const items = original.entries.map((entry) => ({ kind: 'copy' as const, archive: original, entry }));
    const copy = await open(await write([...items, { kind: 'new', name: 'c.xml', bytes: strToU8('c') }]));
    expect(copy.entries.map((entry) => entry.name)).toEqual(['a.xml', 'b.bin', 'c.xml']);
    for (const entry of original.entries) {
      const copied = copy.find(entry.name)!;
      expect(Buffer.compare(await copy.readRaw(copied), await original.readRaw(entry))).toBe(0);
      expect([copied.method, copied.crc32, copied.size]).toEqual([entry.method, entry.crc32, entry.size]);
    }
    expect(text(await copy.inflateWhole(copy.find('c.xml')!, 10))).toBe('c');
  });
  it('copies parts that had a data descriptor', async () => {
    const original = await open(handMadeZip({ withDescriptor: true }));
    const zip = await write([{ kind: 'copy', archive: original, entry: original.entries[0]! }]);
    expect(text(unzipSync(zip)['xl/workbook.xml']!)).toBe('hello');
  });
  it('writes zip64 where the parts are too many', async () => {
    const count = 65_536;
    // Packed once: it is the number of parts that is tried here.
    const { entry, raw } = await packPart('p', new Uint8Array([255]), nodeZipEngine);
    const items = Array.from({ length: count }, (_, index) => ({
      kind: 'packed' as const,
      entry: { ...entry, name: `p${index}`, nameBytes: new TextEncoder().encode(`p${index}`) },
      raw,
    }));
    const archive = await open(await write(items));
    expect(archive.entries.length).toBe(count);
    expect(await archive.inflateWhole(archive.find('p65535')!, 1)).toEqual(new Uint8Array([255]));
  });
});
