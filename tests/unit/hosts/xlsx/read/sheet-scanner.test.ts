import type { CellValue } from '../../../../../src/workbook/cell-value';
import {
  cuttingEngine,
  MAIN,
  openParts,
  partsOf,
  readAllCells,
  readCells,
  refusalOf,
  sharedStrings,
  worksheet,
} from '../workbook-file';

const STRINGS = sharedStrings(
  '<si><t>甲公司</t></si>' +
    '<si><t xml:space="preserve"> a &amp; b&#x4E2D;&#65;</t></si>' +
    '<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh><phoneticPr fontId="1"/></si>' +
    '<si/>' +
    '<si><t/></si>' +
    '<si><t>line_x000D_&#10;two _x005F_x0041_</t></si>' +
    '<si><t><![CDATA[<raw> & ]]>more</t></si>' +
    '<!-- <si><t>comment</t></si> --><si><t>甲公司</t></si>' +
    '<si><t>a\r\nb</t></si>' +
    '<si><t>😀</t></si>',
);
const LAST = 9;
const shared = (index: number): string => `<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`;

type Case = readonly [name: string, sheet: string, cells: Record<string, CellValue>];

const CASES: readonly Case[] = [
  [
    'whole numbers, decimals, negatives, exponents',
    worksheet(
      '<row r="1"><c r="A1"><v>12</v></c><c r="B1"><v>-0.5</v></c><c r="C1"><v>1.5E-3</v></c><c r="D1" t="n"><v>1e21</v></c><c r="E1"><v>+7</v></c></row>',
    ),
    { '0,0': 12, '0,1': -0.5, '0,2': 0.0015, '0,3': 1e21, '0,4': 7 },
  ],
  [
    'seventeen digits',
    worksheet(
      '<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>123456789.12345678</v></c><c r="C1"><v>9007199254740993</v></c></row>',
    ),
    {
      '0,0': 0.30000000000000004,
      '0,1': 123456789.12345678,
      '0,2': 9007199254740992,
    },
  ],
  ['numbers with blanks around them', worksheet('<row r="1"><c r="A1"><v> 12.5\n</v></c></row>'), { '0,0': 12.5 }],
  [
    'words where a number should be',
    worksheet('<row r="1"><c r="A1"><v>abc</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>1,234</v></c></row>'),
    { '0,0': 'abc', '0,1': '0x10', '0,2': '1,234' },
  ],
  [
    'a number beyond the largest',
    worksheet('<row r="1"><c r="A1"><v>1E999</v></c></row>'),
    { '0,0': { error: '#NUM!' } },
  ],
  [
    'flags',
    worksheet(
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c></row>',
    ),
    { '0,0': true, '0,1': false, '0,2': true },
  ],
  [
    'errors',
    worksheet('<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'),
    { '0,0': { error: '#N/A' }, '0,1': { error: '#DIV/0!' } },
  ],
  [
    'results of formulas',
    worksheet(
      '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f><![CDATA[IF(A1<2,"</c>",1)]]></f><v>1</v></c></row>',
    ),
    { '0,0': 'ab', '0,1': 3, '0,3': 1 },
  ],
  [
    'days in ISO form',
    worksheet('<row r="1"><c r="A1" t="d"><v>2026-01-05T00:00:00</v></c></row>'),
    { '0,0': '2026-01-05T00:00:00' },
  ],
  [
    'inline text',
    worksheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>plain</t></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> a &lt; b </t></is></c><c r="C1" t="inlineStr"><is><r><t>ri</t></r><r><rPr><i/></rPr><t>ch</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c r="D1" t="inlineStr"><is><t></t></is></c><c r="E1" t="inlineStr"><is/></c></row>',
    ),
    { '0,0': 'plain', '0,1': ' a < b ', '0,2': 'rich' },
  ],
  [
    'inline text that its type does not announce',
    worksheet('<row r="1"><c r="A1"><is><t>12</t></is></c><c r="B1" t="inlineStr"><v>odd</v></c></row>'),
    { '0,0': '12', '0,1': 'odd' },
  ],
  [
    'escapes of characters',
    worksheet(
      '<row r="1"><c r="A1" t="str"><v>a_x000D_b_x005F_x0041_</v></c><c r="B1" t="str"><v>&quot;&apos;&#x4e2d;&#20013;&unknown;</v></c></row>',
    ),
    { '0,0': 'a\rb_x0041_', '0,1': '"\'中中&unknown;' },
  ],
  [
    'CDATA and comments',
    worksheet(
      '<row r="1"><!-- <c r="A1"><v>9</v></c> --><c r="A1" t="str"><v><![CDATA[<v>&amp;]]></v></c><c r="B1"><!-- x --><v>1<!-- 2 -->3</v></c><?pi <c> ?></row>',
    ),
    { '0,0': '<v>&amp;', '0,1': 13 },
  ],
  [
    'cells without addresses',
    worksheet('<row r="2"><c><v>1</v></c><c/><c><v>3</v></c><c r="F2"><v>6</v></c><c><v>7</v></c></row>'),
    { '1,0': 1, '1,2': 3, '1,5': 6, '1,6': 7 },
  ],
  [
    'rows without numbers',
    worksheet('<row><c r="A1"><v>1</v></c></row><row><c><v>2</v></c></row><row r="5"/><row><c><v>6</v></c></row>'),
    { '0,0': 1, '1,0': 2, '5,0': 6 },
  ],
  [
    'rows that only their cells number',
    worksheet('<row><c r="B3"><v>1</v></c></row><row>\n<c s="1" r=\'A7\'><v>2</v></c></row>'),
    { '2,1': 1, '6,0': 2 },
  ],
  [
    'attributes in any order, quotes and blanks',
    worksheet(
      `<row spans='1:2' r = '1' ><c t='str' s = "2"  r\n=\n'B1'\t><v>x</v></c><c  cm="1" r='C1' vm='>' ><v>2</v></c ><c r="D1" s="1" /></row >`,
    ),
    { '0,1': 'x', '0,2': 2 },
  ],
  [
    'blanks and line breaks everywhere',
    worksheet('\n  <row r="1">\n    <c r="A1">\n <v>1</v>\n </c>\n  </row>\n'),
    { '0,0': 1 },
  ],
  [
    'a value with an attribute',
    worksheet('<row r="1"><c r="A1" t="str"><v xml:space="preserve"> x </v></c></row>'),
    { '0,0': ' x ' },
  ],
  [
    'empty elements',
    worksheet(
      '<row r="1"><c r="A1"/><c r="B1"></c><c r="C1"><v/></c><c r="D1"><v></v></c><c r="E1"><f>A1</f></c><c r="F1"><v> </v></c></row><row r="2"/><row r="3"></row>',
    ),
    // A formula without a result is worked out: an empty cell counts as nothing, as in Excel.
    { '0,4': 0 },
  ],
  ['no rows', `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`, {}],
  [
    'prefixed names',
    `<x:worksheet xmlns:x="${MAIN}"><x:cols><x:col min="1" max="2"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>two</x:t></x:is></x:c><x:c r="C1" s="1"/><x:c r="D1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    { '0,0': 1, '0,1': 'two', '0,3': 2 },
  ],
  [
    'a prefix that looks like a cell',
    `<c:worksheet xmlns:c="${MAIN}"><c:sheetData><c:row r="1"><c:c r="A1"><c:v>1</c:v></c:c></c:row></c:sheetData></c:worksheet>`,
    { '0,0': 1 },
  ],
  [
    'extensions inside cells and rows',
    worksheet(
      '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="u"><v>9</v><c r="B1"><v>8</v></c></ext></extLst></c><extLst><ext><c r="C1"><v>7</v></c></ext></extLst></row>',
    ),
    { '0,0': 1 },
  ],
  ['lower-case addresses', worksheet('<row r="1"><c r="ab1"><v>1</v></c></row>'), { '0,27': 1 }],
  [
    'the last cell of a sheet',
    worksheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    { '1048575,16383': 1 },
  ],
  ['shared text', worksheet(shared(0)), { '0,0': '甲公司' }],
  [
    'shared text whose number has blanks around it',
    worksheet('<row r="1"><c r="A1" t="s"><v> 2\n</v></c></row>'),
    { '0,0': 'rich text' },
  ],
  ['shared text with references', worksheet(shared(1)), { '0,0': ' a & b中A' }],
  ['shared rich text', worksheet(shared(2)), { '0,0': 'rich text' }],
  ['shared text without characters', worksheet(shared(3)), {}],
  ['shared text with an empty element', worksheet(shared(4)), {}],
  ['shared text with escapes', worksheet(shared(5)), { '0,0': 'line\r\ntwo _x0041_' }],
  ['shared text in CDATA', worksheet(shared(6)), { '0,0': '<raw> & more' }],
  ['shared text behind a comment', worksheet(shared(7)), { '0,0': '甲公司' }],
  ['shared text with a carriage return', worksheet(shared(8)), { '0,0': 'a\nb' }],
  ['shared text outside of the first plane', worksheet(shared(LAST)), { '0,0': '😀' }],
];

describe.each([1, 7, 1 << 20])('reading in pieces of %d bytes', (pieceBytes) => {
  it.each(CASES)('reads %s', async (_, sheet, cells) => {
    const host = await openParts(partsOf(sheet, { 'xl/sharedStrings.xml': STRINGS }), cuttingEngine(pieceBytes));
    expect(await readAllCells(host)).toEqual(cells);
  });
});

describe('what a sheet says wrongly', () => {
  it.each<[string, string]>([
    ['a sheet that breaks off in a cell', `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1`],
    [
      'a sheet that breaks off between rows',
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`,
    ],
    ['a string that is not there', worksheet(shared(LAST + 1))],
    ['a string that is no number', worksheet('<row r="1"><c r="A1" t="s"><v>x</v></c></row>')],
    ['a row beyond the last', worksheet('<row r="1048577"><c><v>1</v></c></row>')],
    ['a row numbered 0', worksheet('<row r="0"><c><v>1</v></c></row>')],
    ['a column beyond the last', worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['an attribute without quotes', worksheet('<row r="1"><c r=A1><v>1</v></c></row>')],
    [
      'rows that go back beyond a block',
      worksheet('<row r="30000"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'),
    ],
  ])('refuses %s as damaged', async (_, sheet) => {
    const host = await openParts(partsOf(sheet, { 'xl/sharedStrings.xml': STRINGS }));
    const work = host.describe().then((info) => readCells(host, info.sheets[0]!.id, [0], 0, 1_048_576));
    expect(await refusalOf(work)).toBe('damaged');
  });

  it.each<[string, string, string]>([
    ['the sheet', `<!DOCTYPE x [<!ENTITY a "b">]>${worksheet('')}`, STRINGS],
    ['the shared strings', worksheet(shared(0)), `<!DOCTYPE x [<!ENTITY a "&b;&b;">]>${STRINGS}`],
  ])('refuses entities declared in %s as hostile', async (_, sheet, strings) => {
    const host = await openParts(partsOf(sheet, { 'xl/sharedStrings.xml': strings }));
    expect(await refusalOf(readAllCells(host))).toBe('hostile');
  });

  it('takes rows that are out of order within a block', async () => {
    const host = await openParts(
      partsOf(worksheet('<row r="2"><c><v>2</v></c></row><row r="1"><c><v>1</v></c></row>')),
    );
    expect(await readAllCells(host)).toEqual({ '0,0': 1, '1,0': 2 });
  });
});

describe('encodings', () => {
  const text = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>甲公司</t></is></c></row>');
  const utf16 = (bigEndian: boolean, mark: boolean): Uint8Array => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text.replace('UTF-8', 'UTF-16'), 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16(false, true)],
    ['UTF-16 big-endian', utf16(true, true)],
    ['UTF-16 without a mark', utf16(false, false)],
    ['UTF-8 that says it is UTF-16', Buffer.from(text.replace('UTF-8', 'UTF-16'))],
    [
      'GB 18030',
      Buffer.concat([
        Buffer.from(text.replace('UTF-8', 'gb18030').split('甲')[0]!),
        Buffer.from('bcd7b9abcbbe', 'hex'),
        Buffer.from(text.split('司')[1]!),
      ]),
    ],
  ])('reads %s', async (_, sheet) => {
    const host = await openParts(partsOf(sheet));
    expect(await readAllCells(host)).toEqual({ '0,0': '甲公司' });
  });
});

describe('what is asked for', () => {
  const rows = Array.from(
    { length: 60 },
    (_, at) =>
      `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="C${at + 1}" t="str"><v>t${at % 3}</v></c></row>`,
  );
  it('gives the rows from one to before another', async () => {
    const host = await openParts(partsOf(worksheet(rows.join(''))));
    const { id } = (await host.describe()).sheets[0]!;
    expect(await readCells(host, id, [2], 57, 59)).toEqual({ '57,2': 't0', '58,2': 't1' });
    expect(await readCells(host, id, [0], 59, 1_000_000)).toEqual({ '59,0': 59 });
    expect(await readCells(host, id, [1, 700], 0, 60)).toEqual({});
    expect(await readCells(host, id, [0], 5, 5)).toEqual({});
  });
  it('leaves out blank stretches and keeps one pool', async () => {
    const far =
      '<row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="100001"><c r="A100001" t="str"><v>x</v></c></row>';
    const host = await openParts(partsOf(worksheet(far)));
    const { id } = (await host.describe()).sheets[0]!;
    const blocks: [number, number, number, number][] = [];
    await host.readColumns({ sheet: id, columns: [0], fromRow: 0, toRow: 200_000 }, (block) => {
      const last = block.rowCount - 1;
      blocks.push([block.firstRow, block.rowCount, block.columns[0]!.numbers[last]!, block.pool.texts.length]);
    });
    expect(blocks).toEqual([
      [0, 1, 0, 1],
      [100_000, 1, 0, 1],
    ]);
  });
  it('waits for the receiver, and never leaves a value of the block before', async () => {
    const many = Array.from({ length: 50_000 }, (_, at) =>
      at % 2 === 0 || at < 20_000 ? `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>` : '',
    );
    const host = await openParts(partsOf(worksheet(many.join(''))));
    const { id } = (await host.describe()).sheets[0]!;
    let isBusy = false;
    let sum = 0;
    let count = 0;
    await host.readColumns({ sheet: id, columns: [0], fromRow: 0, toRow: 50_000 }, async (block) => {
      expect(isBusy).toBe(false);
      isBusy = true;
      await new Promise((resolve) => setImmediate(resolve));
      const column = block.columns[0]!;
      for (let row = 0; row < block.rowCount; row++) {
        if (column.kinds[row] === 0) continue;
        count++;
        sum += column.numbers[row]!;
      }
      isBusy = false;
    });
    // 0…19,999 and the even numbers 20,000…49,998
    expect(count).toBe(20_000 + 15_000);
    expect(sum).toBe((19_999 * 20_000) / 2 + ((20_000 + 49_998) / 2) * 15_000);
  });
  it('gives equal texts one id, shared or not', async () => {
    const sheet = worksheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>7</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>甲公司</t></is></c></row>',
    );
    const host = await openParts(partsOf(sheet, { 'xl/sharedStrings.xml': STRINGS }));
    const { id } = (await host.describe()).sheets[0]!;
    await host.readColumns({ sheet: id, columns: [0], fromRow: 0, toRow: 3 }, (block) => {
      expect([...block.columns[0]!.numbers.subarray(0, 3)]).toEqual([0, 0, 0]);
      expect([...block.pool.texts]).toEqual(['甲公司']);
    });
  });
});
