import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { PackageDraft } from '../../../../../src/hosts/xlsx/write/package-draft';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import type { ZipEngine } from '../../../../../src/hosts/xlsx/zip/zip-engine';
import { writeZip } from '../../../../../src/hosts/xlsx/zip/zip-writer';
import { personParts, zipOf } from './workbook-builder';

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const WIDE = '<?xml version="1.0" encoding="UTF-16"?><a>宽</a>';
const APP = 'docProps/app.xml';
const TYPES = '[Content_Types].xml';

const draftOf = async (engine: ZipEngine = nodeZipEngine): Promise<PackageDraft> =>
  new PackageDraft(await openPackage(memorySource(zipOf(personParts({ 'xl/wide.xml': utf16(WIDE) }))), engine));

interface Outcome {
  /** In the order of the file. */
  readonly names: readonly string[];
  /** Parts that are not the compressed bytes that they were. */
  readonly written: readonly string[];
  readonly parts: Readonly<Record<string, Uint8Array>>;
}
async function packed(draft: PackageDraft): Promise<Outcome> {
  const items = await draft.items();
  const named = items.map((item) => (item.kind === 'new' ? item.name : item.entry.name));
  const chunks: Uint8Array[] = [];
  await writeZip(items, (chunk) => void chunks.push(chunk.slice()));
  const written = named.filter((_, at) => items[at]!.kind !== 'copy' && named[at] !== TYPES);
  return { names: named, written, parts: unzipSync(Uint8Array.from(Buffer.concat(chunks))) };
}
const textOf = ({ parts }: Outcome, part: string): string | undefined => parts[part] && strFromU8(parts[part]);

describe('a part of a package', () => {
  it('that is written as it was stays the bytes that it was, in whatever encoding', async () => {
    const draft = await draftOf();
    for (const part of ['xl/wide.xml', APP]) draft.replace(part, await draft.read(part));
    const done = await packed(draft);
    expect(done.written).toEqual([]);
    expect(done.parts['xl/wide.xml']).toEqual(utf16(WIDE));
  });

  it('that is changed is the last that was put, and says that it is UTF-8', async () => {
    const draft = await draftOf();
    const before = await draft.read('xl/wide.xml');
    draft.replace('XL/wide.xml', '<b/>');
    expect(await draft.read('xl/wide.xml')).toBe('<b/>');
    draft.replace('xl/wide.xml', before);
    const app = await draft.read(APP);
    draft.replace(APP, '<b/>');
    draft.replace(APP, app);
    const done = await packed(draft);
    expect([done.written, textOf(done, 'xl/wide.xml')]).toEqual([['xl/wide.xml'], WIDE.replace('16', '8')]);
  });

  it('that is as long as it was, or begins like it, is no longer the same', async () => {
    const draft = await draftOf();
    const [app, styles] = [await draft.read(APP), await draft.read('xl/styles.xml')];
    draft.replace(APP, app.replace('Excel', 'Exced'));
    draft.replace('xl/styles.xml', `${styles}\n`);
    const done = await packed(draft);
    expect(done.written).toEqual([APP, 'xl/styles.xml']);
    expect(textOf(done, 'xl/styles.xml')).toBe(`${styles}\n`);
  });

  it('that is taken out is gone, with what is said of it, until it is put again', async () => {
    const draft = await draftOf();
    const app = await draft.read(APP);
    draft.remove(APP);
    expect(draft.has(APP)).toBe(false);
    await expect(draft.read(APP)).rejects.toMatchObject({ code: 'damaged' });
    const gone = await packed(draft);
    expect([gone.names.includes(APP), textOf(gone, TYPES)!.includes(APP)]).toEqual([false, false]);
    draft.replace(APP, app);
    expect([draft.has(APP), textOf(await packed(draft), APP)]).toEqual([true, app]);
    draft.remove(APP);
    await draft.putPacked(APP, strToU8('<c/>'), 'kind');
    expect([draft.has(APP), textOf(await packed(draft), APP)]).toEqual([true, '<c/>']);
  });

  it('that was put and taken out again leaves no trace', async () => {
    const draft = await draftOf();
    const before = (await packed(await draftOf())).names;
    draft.put('/xl/new.xml', '<n/>', 'kind/new');
    expect([draft.has('xl/NEW.xml'), await draft.read('xl/new.xml')]).toEqual([true, '<n/>']);
    draft.remove('xl/new.xml');
    expect(draft.has('xl/new.xml')).toBe(false);
    const done = await packed(draft);
    expect([done.names, done.written, textOf(done, TYPES)!.includes('kind/new')]).toEqual([before, [], false]);
  });

  it('stands once, at its place; new ones at the end, each with its kind', async () => {
    const draft = await draftOf();
    const { names } = await packed(await draftOf());
    draft.put('xl/new.xml', '<n/>', 'kind/new');
    draft.replace(APP, '<changed/>');
    await draft.putPacked('xl/styles.xml', strToU8('<s/>'), 'kind/styles');
    const done = await packed(draft);
    expect(done.names).toEqual([...names, 'xl/new.xml']);
    expect(textOf(done, TYPES)).toContain('<Override PartName="/xl/new.xml" ContentType="kind/new"/>');
    expect(textOf(done, TYPES)).toContain('<Override PartName="/xl/styles.xml" ContentType="kind/styles"/>');
  });

  it('keeps the name that it has in the file, however that is written', async () => {
    const parts = Object.entries(personParts()).map(([name, part]) => [name.replace(/\//g, '\\'), part]);
    const source = await openPackage(memorySource(zipOf(Object.fromEntries(parts))), nodeZipEngine);
    const draft = new PackageDraft(source);
    await draft.putPacked('XL/worksheets/sheet1.xml', strToU8('<s/>'), 'kind');
    draft.replace('xl/styles.xml', '<s/>');
    expect((await packed(draft)).names).toEqual(source.archive.entries.map(({ name }) => name));
  });

  it('stays where only a part points at it that was put now', async () => {
    const draft = await draftOf();
    const rels = (await draft.read('xl/_rels/workbook.xml.rels')).replace('worksheets/sheet2.xml', 'media/image1.png');
    draft.put('xl/media/image1.png', 'x', 'image/png');
    draft.put('xl/new.xml', '<n/>', 'kind');
    draft.replace('xl/_rels/new.xml.rels', rels);
    await draft.removeUnused(['xl/media/image1.png']);
    expect(draft.has('xl/media/image1.png')).toBe(true);
  });

  it('of which there is none is missing', async () => {
    const draft = await draftOf();
    await expect(draft.read('xl/none.xml')).rejects.toMatchObject({ code: 'damaged' });
    expect([draft.has('xl/none.xml'), await draft.relationshipsOf('xl/none.xml')]).toEqual([false, []]);
  });

  it('has the relationships that were put last, and none when they are taken out', async () => {
    const draft = await draftOf();
    const rels = 'xl/_rels/workbook.xml.rels';
    const ids = async (): Promise<string[]> => (await draft.relationshipsOf('xl/workbook.xml')).map(({ id }) => id);
    expect(await ids()).toEqual(['rId1', 'rId2', 'rId3']);
    draft.replace(rels, (await draft.read(rels)).replace('rId2', 'rId9'));
    expect(await ids()).toEqual(['rId1', 'rId9', 'rId3']);
    draft.remove(rels);
    expect(await ids()).toEqual([]);
  });

  it('has a name that none has that was put before', async () => {
    const draft = await draftOf();
    draft.put('xl/worksheets/SHEET3.xml', '', 'kind');
    expect(draft.freeName('xl/worksheets/sheet', '.xml')).toBe('xl/worksheets/sheet4.xml');
    expect(draft.freeName('xl/styles', '.xml', true)).toBe('xl/styles1.xml');
  });
});

describe('a part that is packed at once', () => {
  /** Letters that do not pack well, so that they come out of it in several pieces. */
  const LONG = strToU8(Array.from({ length: 120_000 }, (_, at) => ((at * 2_654_435_761) >>> 0).toString(36)).join(' '));

  it('can be read and is written as it was put', async () => {
    const draft = await draftOf();
    await draft.putPacked('xl/long.xml', LONG, 'kind');
    expect(await draft.read('xl/long.xml')).toBe(strFromU8(LONG));
    const done = await packed(draft);
    expect([done.written, Buffer.compare(done.parts['xl/long.xml']!, LONG)]).toEqual([['xl/long.xml'], 0]);
  });

  it('and is as it was stays the bytes that it was; one as long is another', async () => {
    const draft = await draftOf();
    const same = strToU8(personParts()['xl/worksheets/sheet1.xml'] as string);
    const other = strToU8((personParts()['xl/worksheets/sheet2.xml'] as string).replace('<v>2', '<v>3'));
    await draft.putPacked('xl/worksheets/sheet1.xml', same, 'kind');
    await draft.putPacked('xl/worksheets/sheet2.xml', other, 'kind');
    const done = await packed(draft);
    expect(done.written).toEqual(['xl/worksheets/sheet2.xml']);
    expect(done.parts['xl/worksheets/sheet2.xml']).toEqual(other);
  });

  it('waits while two others are packed: each is held in memory', async () => {
    let [going, most] = [0, 0];
    const engine: ZipEngine = {
      ...nodeZipEngine,
      deflate: async (bytes) => {
        most = Math.max(most, ++going);
        await new Promise((resolve) => setTimeout(resolve, 1));
        going--;
        return nodeZipEngine.deflate(bytes);
      },
    };
    const draft = await draftOf(engine);
    for (let at = 0; at < 6; at++) await draft.putPacked(`xl/long${at}.xml`, strToU8(`<a>${at}</a>`), 'kind');
    const { parts } = await packed(draft);
    expect([most, strFromU8(parts['xl/long5.xml']!)]).toEqual([2, '<a>5</a>']);
  });

  it('of pieces has three of them waiting at most, each in a buffer that is used again', async () => {
    let [waiting, most] = [0, 0];
    const engine: ZipEngine = {
      ...nodeZipEngine,
      deflatePieces: () => {
        const pieces = nodeZipEngine.deflatePieces();
        return {
          ...pieces,
          put: async (piece) => {
            most = Math.max(most, ++waiting);
            await new Promise((resolve) => setTimeout(resolve, 1));
            await pieces.put(piece);
            waiting--;
          },
        };
      },
    };
    const draft = await draftOf(engine);
    const buffers = new Set<ArrayBufferLike>();
    const write = function* (takeBuffer: () => Uint8Array): Generator<Uint8Array> {
      for (let at = 0; at < 12; at++) {
        const buffer = takeBuffer();
        buffers.add(buffer.buffer);
        buffer.fill(0x41 + at);
        yield buffer.subarray(0, 3);
      }
    };
    await draft.putPieces('xl/pieces.xml', write, 8, 'kind/pieces');
    const done = await packed(draft);
    expect(textOf(done, 'xl/pieces.xml')).toBe('AAABBBCCCDDDEEEFFFGGGHHHIIIJJJKKKLLL');
    expect(textOf(done, TYPES)).toContain('kind/pieces');
    expect([most, buffers.size <= 4]).toEqual([3, true]);
    expect([...buffers].map(({ byteLength }) => byteLength)).toEqual([...buffers].map(() => 8));
  });

  it('that cannot be packed fails where the package is asked for', async () => {
    const engine: ZipEngine = { ...nodeZipEngine, deflate: () => Promise.reject(new Error('no room')) };
    const draft = await draftOf(engine);
    await draft.putPacked('xl/long.xml', LONG, 'kind');
    await new Promise((resolve) => setTimeout(resolve, 1));
    await expect(draft.items()).rejects.toThrow('no room');
  });
});

describe('parts that lead to what is outside', () => {
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rel = (kind: string, target: string, mode = ''): string =>
    `<Relationship Id="r${target.length}" Type="${OFFICE}/${kind}" Target="${target}"${mode}/>`;
  const rels = (...each: string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
  const EXTERNAL = ' TargetMode="External"';

  it('hold nothing inside, though the address be spelled as the name of a part', async () => {
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries({
          ...personParts(),
          'xl/drawings/drawing1.xml': '<x/>',
          'xl/drawings/_rels/drawing1.xml.rels': rels(rel('image', 'xl/media/image1.png', EXTERNAL)),
          'xl/worksheets/_rels/sheet1.xml.rels': rels(rel('image', 'xl/media/image2.png', EXTERNAL)),
          'xl/media/image1.png': '1',
          'xl/media/image2.png': '2',
        }).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    );
    const draft = new PackageDraft(await openPackage(memorySource(bytes), nodeZipEngine));
    await draft.removeUnused(['xl/drawings/drawing1.xml', 'xl/media/image2.png']);
    const left = ['xl/drawings/drawing1.xml', 'xl/media/image1.png', 'xl/media/image2.png'].filter((part) =>
      draft.has(part),
    );
    // The first picture was not led to, and nobody asked for it; the second nothing inside points at.
    expect(left).toEqual(['xl/media/image1.png']);
  });
});
