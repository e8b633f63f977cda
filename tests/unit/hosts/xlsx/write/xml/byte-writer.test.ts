import fc from 'fast-check';
import { ByteWriter } from '../../../../../../src/hosts/xlsx/write/xml/byte-writer';
import { escapeText } from '../../../../../../src/hosts/xlsx/write/xml/xml-text';

const encode = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('ByteWriter', () => {
  it('writes markup, figures and words in order, however long', () => {
    const words = '仔猪料 <A&B> 𠮷'.repeat(20_000);
    const bytes = new ByteWriter().text('<t>').escaped(words).text('</t><v>').number(-12.5).text('</v>').finish();
    const expected = `<t>${'仔猪料 &lt;A&amp;B&gt; 𠮷'.repeat(20_000)}</t><v>-12.5</v>`;
    expect(Buffer.compare(bytes, encode(expected))).toBe(0);
  });
  it('escapes as escapeText does, whatever the text holds', () => {
    const units = fc.string({
      unit: fc.oneof(
        fc.constantFrom('&', '<', '>', '"', '_x0041_', '_', '\u0001', '\t', '\n', '\r', '\uFFFE', '\uD842', '\uDFB7'),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
    });
    fc.assert(
      fc.property(units, (text) => {
        const bytes = new ByteWriter().escaped(text).finish();
        expect(Buffer.compare(bytes, encode(escapeText(text)))).toBe(0);
      }),
    );
  });
  it.each([0, -0, 7, 10, 99, 100, 2147483647, -2147483648, 2147483648, 0.1, -3.25, 1e21, 5e-324, 123456789012])(
    'writes %d as JavaScript does',
    (value) => {
      expect(Buffer.from(new ByteWriter().number(value).finish()).toString()).toBe(String(value));
    },
  );
});
