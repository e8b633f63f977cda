import { inflateRawSync } from 'node:zlib';
import { nodeZipEngine } from '../../../../../../src/hosts/xlsx/node/node-zip-engine';
import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { NOTHING_KEPT } from '../../../../../../src/hosts/xlsx/write/sheet/kept-content';
import {
  isForPieces,
  PIECE_ROOM,
  writeSheet,
  writeSheetInPieces,
  type SheetContext,
} from '../../../../../../src/hosts/xlsx/write/sheet/sheet-xml';
import { emptyStylesheet, StyleBook } from '../../../../../../src/hosts/xlsx/write/styles/style-book';
import { TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import { deflatePiecesByLibrary, deflatePiecesByPlatform } from '../../../../../../src/hosts/xlsx/zip/zip-engine';
import { PartPacker, packPart } from '../../../../../../src/hosts/xlsx/zip/zip-writer';
import type { SheetPlan } from '../../../../../../src/workbook/plan';
import { aSheetPlan } from '../plan-builder';
import { textsOf, personParts, write, zipOf } from '../workbook-builder';

const COLUMNS = 20;
const aLongSheet = (rows: number): SheetPlan =>
  aSheetPlan({
    blocks: [
      {
        row: 0,
        column: 0,
        values: Array.from({ length: rows }, (_, row) =>
          Array.from({ length: COLUMNS }, (_, column) =>
            column % 2 === 0 ? row * column + 0.25 : `客户 ${row}&${column}`,
          ),
        ),
        styles: [],
      },
    ],
  });
const context = (): SheetContext => ({
  dialect: TRANSITIONAL,
  styles: new StyleBook(emptyStylesheet(TRANSITIONAL), 'styles'),
  nameOfTarget: () => undefined,
  kept: NOTHING_KEPT,
  relationships: { drawing: undefined, tables: [], printerSettings: undefined },
});

/** Each piece as it is when it comes: its buffer may be written over when the next is asked for. */
function piecesOf(plan: SheetPlan, takeBuffer: () => Uint8Array): readonly Buffer[] {
  return Array.from(writeSheetInPieces(plan, new CellGrid(plan), context(), takeBuffer), (piece) => Buffer.from(piece));
}

describe('a sheet in pieces', () => {
  const plan = aLongSheet(2000);
  const whole = writeSheet(plan, new CellGrid(plan), context());

  it('is byte for byte the whole, whatever room its buffers have', () => {
    const pieces = piecesOf(plan, () => new Uint8Array(PIECE_ROOM));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.compare(Buffer.concat(pieces), whole)).toBe(0);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(PIECE_ROOM);
    expect(Buffer.compare(Buffer.concat(piecesOf(plan, () => new Uint8Array(0))), whole)).toBe(0);
    const one = new Uint8Array(PIECE_ROOM);
    expect(Buffer.compare(Buffer.concat(piecesOf(plan, () => one)), whole)).toBe(0);
  });

  it('is for the large alone', () => {
    expect([isForPieces(plan), isForPieces(aLongSheet(100))]).toEqual([true, false]);
  });

  it.each([
    ['Node', nodeZipEngine.deflatePieces],
    ['the platform', deflatePiecesByPlatform],
    ['the library', deflatePiecesByLibrary],
  ])('is packed by %s to what it was, its checksum with it', async (_, deflatePieces) => {
    const packer = new PartPacker('a.xml', { ...nodeZipEngine, deflatePieces });
    const putting = piecesOf(plan, () => new Uint8Array(PIECE_ROOM)).map((piece) => packer.put(piece));
    await Promise.all(putting);
    const { entry, raw } = await packer.finish();
    expect(Buffer.compare(inflateRawSync(raw), whole)).toBe(0);
    const { entry: same } = await packPart('a.xml', whole, nodeZipEngine);
    expect([entry.size, entry.crc32, entry.compressedSize]).toEqual([same.size, same.crc32, raw.length]);
  });

  it('stands in the workbook with every cell, also when it is written a second time', async () => {
    const part = 'xl/worksheets/sheet3.xml';
    const { bytes } = await write(zipOf(personParts()), [plan]);
    const xml = textsOf(bytes)[part]!;
    const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<v>([^<]*)<\/v>|<is><t>([^<]*)<\/t><\/is>)<\/c>/g)];
    expect(cells.length).toBe(2000 * COLUMNS);
    expect(cells.at(-1)!.slice(1)).toEqual(['T2000', undefined, '客户 1999&amp;19']);
    expect(cells.at(-2)!.slice(1)).toEqual(['S2000', '35982.25', undefined]);
    const { bytes: again } = await write(bytes, [plan]);
    expect(textsOf(again)[part]).toBe(xml);
  });
});
