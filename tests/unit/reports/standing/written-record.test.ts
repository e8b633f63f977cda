import { joinKey } from '../../../../src/reports/standing/keep';
import { entriesOf, KEPT_HEADERS, readKeptEntries } from '../../../../src/reports/standing/kept-notes';
import { allOf } from '../../../../src/reports/standing/typed-on';
import { TypedCells } from '../../../../src/reports/standing/typed-cells';
import { unknownTexts } from '../../../../src/reports/standing/unknown-texts';
import { decodeRecord, encodeRecord, hashOf, NOTHING, recordOf } from '../../../../src/reports/standing/written-record';
import type { CellValue } from '../../../../src/workbook/cell-value';
import { bareSheet } from '../../../support/bare-sheet';

describe('the record of what was written', () => {
  const record = recordOf(
    {
      blocks: [
        { row: 0, column: 0, values: [['题目']], styles: [{}] },
        {
          row: 2,
          column: 1,
          values: [
            ['甲', 5],
            ['乙', 0.25],
          ],
          styles: [{}, {}],
        },
      ],
      hers: [{ row: 3, column: 1, rows: 1, columns: 1 }],
      bodies: [{ row: 3, column: 0, rows: 1, columns: 3 }],
      anywhere: ['完成'],
      isLive: true,
      heights: [16, 22.5, 16],
    },
    'f1',
  );

  it('knows each cell at its place, leaves hers out, and tells the frame from the body', () => {
    expect(record.rows.map((line) => [...line])).toEqual([
      [hashOf('题目')],
      [],
      [NOTHING, hashOf('甲'), hashOf(5)],
      [NOTHING, NOTHING, hashOf(0.25)],
    ]);
    expect(record.isFrame).toEqual([true, true, true, false]);
    expect(record.heights).toEqual([16, 22.5]);
  });

  it('has rows of a body up to its last, and none behind the sheet', () => {
    const of = (body: { readonly row: number; readonly rows: number }): readonly boolean[] =>
      recordOf(
        {
          blocks: [{ row: 0, column: 0, values: [['a'], ['b'], ['c']], styles: [{}] }],
          hers: [],
          bodies: [{ ...body, column: 0, columns: 1 }],
          anywhere: [],
          isLive: false,
          heights: [],
        },
        'f',
      ).isFrame;
    expect([of({ row: 1, rows: 1 }), of({ row: 1, rows: 9 })]).toEqual([
      [true, false, true],
      [true, false, false],
    ]);
  });

  it('is as short as what was written: nothing behind the last cell of a row', () => {
    const rows = [Int32Array.of(5, NOTHING, NOTHING), Int32Array.of(NOTHING), Int32Array.of(NOTHING, 6)];
    const text = encodeRecord({ ...record, rows, isFrame: [false, false, false], isLive: false, anywhere: new Set() });
    expect(text).toBe('AAF;;...AAG||16 22.5');
    expect(decodeRecord(text, 'f1').rows.map((line) => [...line])).toEqual([[5], [], [NOTHING, 6]]);
  });

  it('stays readable for later versions: a cell is its FNV-1a of 32 bits, mixed, and of that the last 18 bits', () => {
    const bits = (value: bigint): bigint => BigInt.asUintN(32, value);
    const plain = (words: string): number => {
      let hash = 2_166_136_261n;
      for (let at = 0; at < words.length; at++) hash = bits((hash ^ BigInt(words.charCodeAt(at))) * 16_777_619n);
      // Mixed as signed numbers are: the first shift fills with noughts, as the second does.
      hash = bits((hash ^ (hash >> 15n)) * 739_982_445n);
      return Number((hash ^ (hash >> 13n)) % 262_144n);
    };
    for (const words of ['客户等级', 'Client tiers', 'a', '0.25', '1234567', '截止日 2026-06-30'])
      expect([words, hashOf(words)]).toEqual([words, plain(words)]);
  });

  it('comes back as it went in', () => {
    expect(decodeRecord(encodeRecord(record), 'f1')).toEqual(record);
    const plain = { ...record, isLive: false, anywhere: new Set<number>(), heights: [] };
    expect(decodeRecord(encodeRecord(plain), 'f1')).toEqual(plain);
    const { heights: _none, ...earlier } = record;
    expect(decodeRecord(encodeRecord(earlier), 'f1')).toEqual(earlier);
  });
});

describe('the key of a row', () => {
  it('is its first part, or all of them', () => {
    expect([joinKey(['', '华东'], 'first'), joinKey(['2025', '华东'], 'first'), joinKey(['', ''], 'first')]).toEqual([
      '华东',
      '2025',
      '',
    ]);
    expect([joinKey(['2025', '华东'], 'all'), joinKey(['', '华东'], 'all')]).toEqual(['2025 · 华东', ' · 华东']);
  });
});

describe('texts that no sheet of ours would write', () => {
  it('are words that stand nowhere in what is written, whatever their figures; no figures, no blanks', () => {
    const cells: CellValue[][] = [
      ['共 12 家', 7, ' '],
      ['她的字', null, ''],
    ];
    expect(unknownTexts(cells, [bareSheet('x', 'x', [['共 3 家'], [8]])]).left).toEqual([{ row: 1, column: 0 }]);
  });
});

describe('留言 read back', () => {
  const headers = Object.values(KEPT_HEADERS).map(({ zh }) => zh as string);
  const line = ['2026-06-30', '客户等级', '备注', 'C1', '她的字'];

  it('has a line for each text, its cells taken; without headers there is none', () => {
    const cells: CellValue[][] = [['留言'], headers, line, ['', '', '', '', null]];
    const typed = allOf(cells);
    expect(readKeptEntries([headers, ['', '', '', '', '  ']], allOf([[], ['', '', '', '', '  ']]))).toEqual([]);
    expect(readKeptEntries(cells, typed)).toEqual([
      { day: '2026-06-30', sheet: '客户等级', column: '备注', key: 'C1', content: '她的字' },
    ]);
    expect(typed.left.map(({ row }) => row)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(readKeptEntries([line], allOf([line]))).toEqual([]);
    // Three headers are enough, two are not.
    expect(
      readKeptEntries(
        [
          ['原工作表', '原列', '您写的内容'],
          ['a', 'b', 'c'],
        ],
        allOf([[], ['a', 'b', 'c']]),
      ),
    ).toHaveLength(1);
    expect(
      readKeptEntries(
        [
          ['原列', '您写的内容'],
          ['b', 'c'],
        ],
        allOf([[], ['b', 'c']]),
      ),
    ).toEqual([]);
  });

  it('is given what nobody took, with the header above and the words beside', () => {
    const cells: CellValue[][] = [
      ['编号', '名称', '备注'],
      ['C1', '东方', 7, '她的字'],
      ['C2', null, '另一句'],
    ];
    const typed = new TypedCells([TypedCells.keyOf(1, 3), TypedCells.keyOf(2, 2)]);
    expect(
      entriesOf(cells, typed, '2026-06-30', '等级').map(({ column, key, content }) => [column, key, content]),
    ).toEqual([
      ['D2', 'C1', '她的字'],
      ['备注', 'C2', '另一句'],
    ]);
  });
});
