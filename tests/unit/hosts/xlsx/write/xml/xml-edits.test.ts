import fc from 'fast-check';
import { HostError } from '../../../../../../src/workbook/host-error';
import { XmlEdits } from '../../../../../../src/hosts/xlsx/write/xml/xml-edits';
import {
  attributeOf,
  childOf,
  descendantsOf,
  parseXml,
  prefixAt,
  textOf,
} from '../../../../../../src/hosts/xlsx/write/xml/xml-tree';
import { escapeText } from '../../../../../../src/hosts/xlsx/write/xml/xml-text';
import { parse } from '../whole-package';

const open = (text: string): ReturnType<typeof parseXml> => parseXml(text, 'part');

describe('a tree over text', () => {
  it('knows where everything stands', () => {
    const text = `<?xml version="1.0"?><!-- <no> --><a:root xmlns:a="urn:a" k='1 &lt; &#x4E2D;'>x<b/><![CDATA[<c>]]><d e = "f" >g</d></a:root>`;
    const root = open(text);
    expect([root.prefix, root.local, attributeOf(root, 'k')]).toEqual(['a', 'root', '1 < 中']);
    expect([...descendantsOf(root)].map(({ name }) => name)).toEqual(['b', 'd']);
    const d = childOf(root, 'd')!;
    expect(text.slice(d.start, d.end)).toBe('<d e = "f" >g</d>');
    expect(textOf(text, root)).toBe('x<c>g');
    expect(prefixAt(d, 'urn:a')).toBe('a');
    expect(prefixAt(d, 'urn:b')).toBeUndefined();
  });

  it.each(['<a><b></a>', '<a', '<a></a><b/>', '', '<a></b>', '<a><!-- </a>'])('refuses what is no XML: %s', (text) => {
    expect(() => open(text)).toThrow(HostError);
  });

  it('refuses a document type, where entities are declared', () => {
    expect(() => open('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toThrow('hostile');
  });
});

describe('changes of text', () => {
  const change = (text: string, how: (edits: XmlEdits, root: ReturnType<typeof open>) => void): string => {
    const edits = new XmlEdits(text);
    how(edits, open(text));
    return edits.apply();
  };

  it('touch nothing else', () => {
    const text = `<a  x = '1'\n><b y="2"/> <!-- kept --> <c>old</c></a >`;
    const result = change(text, (edits, root) => {
      edits.setAttribute(childOf(root, 'b')!, 'y', '3 & 4');
      edits.setAttribute(root, 'z', '5');
      edits.replaceText(childOf(root, 'c')!, 'new');
      edits.append(root, '<d/>');
      edits.append(childOf(root, 'b')!, '<e/>');
      edits.append(root, '<f/>');
    });
    expect(result).toBe(`<a  x = '1' z="5"\n><b y="3 &amp; 4"><e/></b> <!-- kept --> <c>new</c><d/><f/></a >`);
  });

  it('remove', () => {
    expect(change('<a><b><c/></b><d/></a>', (edits, root) => edits.remove(childOf(root, 'b')!))).toBe('<a><d/></a>');
  });

  it('leave the text as it is where a value is that already', () => {
    const text = `<a x='1'/>`;
    expect(change(text, (edits, root) => edits.setAttribute(root, 'x', '1'))).toBe(text);
  });
});

it('any text can be written and is read again by an XML parser', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const read = parse(`<a>${escapeText(text)}</a>`).text;
      const back = read.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      expect(back).toBe(text);
    }),
  );
});
