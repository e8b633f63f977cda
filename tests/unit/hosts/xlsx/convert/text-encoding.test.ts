import { encodingOf, type TextEncoding } from '../../../../../src/hosts/xlsx/convert/text-encoding';

/** Bytes as another program wrote them (iconv), in hex. */
const WRITTEN: readonly (readonly [string, TextEncoding, string])[] = [
  ['客户,金额 (GBK)', 'gb18030', 'bfcdbba72cbdf0b6ee'],
  ['客户,金额 (UTF-8)', 'utf-8', 'e5aea2e688b72ce98791e9a29d'],
  ['客户 (UTF-16, marked)', 'utf-16le', 'fffea25b3762'],
  ['a,b,c,d (UTF-16, big end first, not marked)', 'utf-16be', '0061002c0062002c0063002c0064'],
  ['得意先コード,リンゴ (Shift-JIS)', 'shift_jis', '93be88d390e68352815b83682c838a83938353'],
  ['Müller; Größe; Öl (Windows-1252)', 'windows-1252', '4dfc6c6c65723b204772f6df653b20d66c3b20c4726d65'],
  ['plain ASCII', 'utf-8', '612c62'],
];

it.each(WRITTEN)('%s is %s', (_, encoding, hex) => {
  expect(encodingOf(Uint8Array.from(Buffer.from(hex, 'hex')))).toBe(encoding);
});
