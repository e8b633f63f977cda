import { MAX_XML_DEPTH } from '../../../../../../src/hosts/xlsx/package/read-xml';
import { patchAppProperties } from '../../../../../../src/hosts/xlsx/write/app-properties';
import { ByteWriter } from '../../../../../../src/hosts/xlsx/write/xml/byte-writer';
import { encodeXml } from '../../../../../../src/hosts/xlsx/write/xml/encode-xml';
import { XmlEdits } from '../../../../../../src/hosts/xlsx/write/xml/xml-edits';
import {
  argbOf,
  attributes,
  escapeAttribute,
  escapeText,
  rgbOf,
} from '../../../../../../src/hosts/xlsx/write/xml/xml-text';
import {
  attributeByLocal,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  parseXml,
  textOf,
} from '../../../../../../src/hosts/xlsx/write/xml/xml-tree';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('letters', () => {
  /** First and last of each length in UTF-8, of what XML takes, of pairs; and what has a meaning in XML. */
  const units = [
    0, 8, 9, 0xa, 0xb, 0xd, 0x1f, 0x20, 0x21, 0x26, 0x3c, 0x3d, 0x3e, 0x5f, 0x7f, 0x80, 0xff, 0x7ff, 0x800, 0x2014, 0xd7ff,
    0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xfffd, 0xfffe, 0xffff,
  ]; // prettier-ignore

  it.each(units)('%d is written like any other, whatever stands around it', (unit) => {
    for (const text of ['', 'a'].flatMap((around) => [`${around}${String.fromCharCode(unit)}${around}`])) {
      expect(utf8(escapeText(text)).equals(new ByteWriter().escaped(text).finish())).toBe(true);
      if (unit < 0xd800 || unit >= 0xe000) expect(utf8(text).equals(new ByteWriter().text(text).finish())).toBe(true);
    }
  });

  it('that XML cannot hold, or that mean something in it, are escaped', () => {
    expect(units.map((unit) => escapeText(String.fromCharCode(unit)))).toEqual([
      '_x0000_', '_x0008_', '\t', '\n', '_x000B_', '_x000D_', '_x001F_', ' ', '!', '&amp;', '&lt;', '=', '&gt;', '_', '\x7f', '\x80', 'ÿ',
      '\u07ff', '\u0800', '—', '\ud7ff', '_xD800_', '_xDBFF_', '_xDC00_', '_xDFFF_', '\ue000', '\ufffd', '_xFFFE_', '_xFFFF_',
    ]); // prettier-ignore
    expect(escapeText('_x0041_ _x004_ _x00411_ _x')).toBe('_x005F_x0041_ _x004_ _x00411_ _x');
    expect(escapeAttribute('a"b\n\t\'')).toBe("a&quot;b&#10;&#9;'");
  });

  it('go on in a buffer that is full to the last byte, and in the next piece', () => {
    const writer = new ByteWriter(new Uint8Array(12));
    writer.text('abcd').number(-7).text('中').escaped('&<');
    expect(Buffer.from(writer.finish()).toString()).toBe('abcd-7中&amp;&lt;');
    const pieces = new ByteWriter(new Uint8Array(0)).text('one');
    const first = Buffer.from(pieces.takePiece(new Uint8Array(2))).toString();
    expect([pieces.length, first]).toEqual([0, 'one']);
    pieces.text('two').number(12);
    expect([pieces.length, Buffer.from(pieces.finish()).toString()]).toEqual([5, 'two12']);
  });

  it('find room however little there was, whichever way they come', () => {
    const grown = (write: (writer: ByteWriter) => ByteWriter): string =>
      Buffer.from(write(new ByteWriter(new Uint8Array(1))).finish()).toString();
    const plain = 'abcdefghijklmnopqrstuvwxyz';
    expect(grown((one) => one.text(plain).text(plain))).toBe(plain + plain);
    expect(grown((one) => one.escaped(plain).escaped('中文字汇很多很多').escaped('é'.repeat(40)))).toBe(
      `${plain}中文字汇很多很多${'é'.repeat(40)}`,
    );
    expect(grown((one) => one.number(-2_147_483_648).number(7).number(-1_234_567))).toBe('-21474836487-1234567');
    expect(grown((one) => one.text('中'.repeat(9)).escaped('<'.repeat(9)))).toBe('中'.repeat(9) + '&lt;'.repeat(9));
  });

  it('are said to be UTF-8 whatever they were', () => {
    const declared = (head: string): string => Buffer.from(encodeXml(`${head}<a encoding="x"/>`)).toString();
    expect(declared(`<?xml version="1.0" encoding='gb-2312'?>`)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?><a encoding="x"/>`,
    );
    expect(declared('')).toBe('<a encoding="x"/>');
  });
});

describe('attributes and colours', () => {
  it('are left out where they are absent, flags as 1 and 0', () => {
    expect(attributes({ a: 1, b: undefined, c: true, d: false, e: '', f: '<' })).toBe(
      ' a="1" c="1" d="0" e="" f="&lt;"',
    );
    expect([argbOf('#1f4e79'), rgbOf('#1f4e79')]).toEqual(['FF1F4E79', '1F4E79']);
    for (const none of ['1F4E79', '#1F4E7', '#1F4E790', 'red']) expect(() => rgbOf(none)).toThrow('is not a colour');
  });
});

describe('changes of text', () => {
  const changed = (text: string, how: (edits: XmlEdits, root: ReturnType<typeof parseXml>) => void): string => {
    const edits = new XmlEdits(text);
    how(edits, parseXml(text, 'x'));
    return edits.apply();
  };

  it('at one place stand in the order in which they were asked for, before what is changed there', () => {
    const both = (first: boolean): string =>
      changed('<a><b/><c/></a>', (edits, root) => {
        const b = childOf(root, 'b')!;
        if (first) edits.insert(b.start, '1');
        edits.remove(b);
        if (!first) edits.insert(b.start, '1');
        edits.insert(b.start, '2');
      });
    expect([both(true), both(false)]).toEqual(['<a>12<c/></a>', '<a>12<c/></a>']);
    expect(
      changed('<a><b/><c/></a>', (edits, root) => {
        for (const child of [...root.children].reverse()) edits.remove(child);
      }),
    ).toBe('<a></a>');
  });

  it('of the same words are a mistake', () => {
    expect(() =>
      changed('<a><b><c/></b></a>', (edits, root) => {
        edits.remove(childOf(root, 'b')!);
        edits.remove(childOf(childOf(root, 'b')!, 'c')!);
      }),
    ).toThrow('two changes of one place');
  });

  it('open an element that closes itself, and give attributes to one that has none', () => {
    const of = (text: string): string =>
      changed(text, (edits, root) => {
        edits.setAttribute(root, 'x', '1');
        edits.replaceText(root, 'new');
      });
    expect(['<ab/>', '<ab />', '<ab></ab>', '<ab>old<c/></ab>', '<ab y="/"/>'].map(of)).toEqual([
      '<ab x="1">new</ab>',
      '<ab x="1" >new</ab>',
      '<ab x="1">new</ab>',
      '<ab x="1">new</ab>',
      '<ab y="/" x="1">new</ab>',
    ]);
  });
});

describe('a tree over text', () => {
  it('knows of each element where it begins and ends', () => {
    const text = '<?p <x> ?><!-- <y> --><r:a b="1" r:c=\'2\'><d/><e>f<!-- <g> --><![CDATA[<h>]]><i/>j</e></r:a>';
    const root = parseXml(text, 'x');
    const [d, e] = root.children;
    const cut = ({ start, openEnd, closeStart, end }: typeof root): string[] => [
      text.slice(start, openEnd),
      text.slice(openEnd, closeStart),
      text.slice(closeStart, end),
    ];
    expect(cut(d!)).toEqual(['<d/>', '', '']);
    expect(cut(e!)).toEqual(['<e>', 'f<!-- <g> --><![CDATA[<h>]]><i/>j', '</e>']);
    expect([d!.isSelfClosing, e!.isSelfClosing, root.prefix, root.local, d!.prefix]).toEqual([
      true,
      false,
      'r',
      'a',
      '',
    ]);
    expect([d!.parent, root.parent]).toEqual([root, undefined]);
    expect(root.attributes.map(({ start, end }) => text.slice(start, end))).toEqual([' b="1"', " r:c='2'"]);
    expect([attributeOf(root, 'c'), attributeByLocal(root, 'c'), attributeByLocal(root, 'b')]).toEqual([
      undefined,
      '2',
      '1',
    ]);
    expect([...descendantsOf(root)].map(({ local }) => local)).toEqual(['d', 'e', 'i']);
    expect([childrenOf(root, 'e'), childrenOf(root, 'i')]).toEqual([[e], []]);
    expect(textOf(text, e!)).toBe('f<h>j');
  });

  it('is as deep as other readers take it, and no deeper', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(() => parseXml(nested(MAX_XML_DEPTH), 'x')).not.toThrow();
    expect(() => parseXml(nested(MAX_XML_DEPTH + 1), 'x')).toThrow('nests more than');
    // One beside the other they are not deep.
    expect(parseXml(`<r>${'<a></a>'.repeat(MAX_XML_DEPTH + 5)}</r>`, 'x').children).toHaveLength(MAX_XML_DEPTH + 5);
  });

  it.each([
    ['<a></b>', 'closes nothing'],
    ['</a>', 'closes nothing'],
    ['<a/><b/>', 'more than one root'],
    ['<a><b></b>', '<a> is not closed'],
    ['<a b="1>', 'does not end'],
    ['<a><![CDATA[</a>', 'no ]]>'],
    ['<?xml ?', 'no ?>'],
    ['words', 'no element'],
  ])('is refused where %s', (text, words) => {
    expect(() => parseXml(text, 'x')).toThrow(words);
  });
});

describe('the names of sheets in the properties of a document', () => {
  const vector = (inner: string, size = ''): string => `<vector${size}>${inner}</vector>`;
  const pairs = (...counts: number[]): string =>
    `<HeadingPairs>${vector(counts.map((count) => `<i4>${count}</i4>`).join(''))}</HeadingPairs>`;
  const titles = (size: string, ...names: string[]): string =>
    `<TitlesOfParts>${vector(names.map((name) => `<lpstr>${name}</lpstr>`).join(''), size)}</TitlesOfParts>`;
  const patched = (inner: string): string =>
    patchAppProperties(`<p>${inner}</p>`, 'x', ['a', 'b'], ['c', 'd']).slice(3, -4);

  it('get new ones, counted in the first pair and in the size of the list, whether that was told or not', () => {
    expect(patched(pairs(2, 1) + titles('', 'a', 'b', 'name'))).toBe(
      pairs(4, 1) + titles(' size="5"', 'a', 'b', 'c', 'd', 'name'),
    );
    expect(patched(pairs(1) + titles(' size="7"', 'b', 'x'))).toBe(pairs(3) + titles(' size="9"', 'b', 'c', 'd', 'x'));
  });

  it('are left alone where none is new, or they are not what Excel writes', () => {
    const same = pairs(2) + titles('', 'a', 'b');
    expect(patchAppProperties(`<p>${same}</p>`, 'x', ['a', 'b'], [])).toBe(`<p>${same}</p>`);
    for (const left of [
      pairs(2, 1),
      titles('', 'a', 'b'),
      `<HeadingPairs/>${titles('', 'a', 'b')}`,
      pairs() + titles('', 'a', 'b'),
      `${pairs(2)}<TitlesOfParts/>`,
      pairs(2) + titles('', 'a', 'hers'),
      pairs(3) + titles('', 'a', 'b'),
      pairs(0) + titles('', 'a', 'b'),
    ])
      expect(patched(left)).toBe(left);
  });
});
