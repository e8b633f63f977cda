import { isDayFormat } from '../../../../../src/hosts/xlsx/read/format-styles';
import { MAIN, openParts, partsOf, worksheet } from '../workbook-file';

describe('isDayFormat', () => {
  it.each([
    'yyyy-mm-dd',
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"',
    'm/d/yy h:mm',
    '[$-804]aaaa',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'h:mm:ss.000',
    '[h]:mm:ss',
    'mm:ss.0',
    'YYYY/M/D;@',
    '[Red]yyyy',
    '上午/下午h"时"mm"分"',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    'd',
  ])('takes %s for days', (code) => {
    expect(isDayFormat(code)).toBe(true);
  });
  it.each([
    'General',
    'GENERAL',
    'Standard',
    '0',
    '#,##0.00',
    '#,##0.00 "days"',
    '0.00\\d',
    '[Red]0',
    '[Magenta]#,##0',
    '0.00E+00',
    '@',
    '',
    '"年"0',
    '_-* #,##0.00_d',
    '# ?/?',
    '0" 元/月"',
    '[$USD] #,##0',
    ';;;',
    '0"m³"',
  ])('does not take %s for days', (code) => {
    expect(isDayFormat(code)).toBe(false);
  });
});

describe('days on a sheet', () => {
  const styles = (formats: readonly number[]): string =>
    `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00"/><numFmt numFmtId="57" formatCode="0.0"/></numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((format) => `<xf numFmtId="${format}"/>`).join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs></styleSheet>`;
  const isDayByFormat = async (formats: readonly number[]): Promise<boolean[]> => {
    const cells = formats.map((_, index) => `<c s="${index}"><v>46027</v></c>`).join('');
    const host = await openParts(partsOf(worksheet(`<row r="1">${cells}</row>`), { 'xl/styles.xml': styles(formats) }));
    const head = await host.readHead((await host.describe()).sheets[0]!.id, 5, 100);
    return formats.map((_, column) => head.isDay(0, column));
  };

  it('knows the built-in formats, those of Chinese Excel among them, and the workbook’s own', async () => {
    expect(await isDayByFormat([0, 1, 4, 10, 13, 14, 22, 23, 26, 27, 31, 36, 37, 44])).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    // 57 is a day where the workbook does not say otherwise; here it does.
    expect(await isDayByFormat([45, 47, 48, 49, 50, 58, 59, 164, 165, 57])).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('says so of numbers only, and of nothing without styles', async () => {
    const row =
      '<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" t="str" s="0"><v>x</v></c><c r="C1" s="99"><v>1</v></c></row>';
    const host = await openParts(partsOf(worksheet(row), { 'xl/styles.xml': styles([14]) }));
    const head = await host.readHead((await host.describe()).sheets[0]!.id, 5, 5);
    expect([head.isDay(0, 0), head.isDay(0, 1), head.isDay(0, 2), head.isDay(7, 7)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const plain = await openParts(partsOf(worksheet(row)));
    expect((await plain.readHead((await plain.describe()).sheets[0]!.id, 5, 5)).isDay(0, 0)).toBe(false);
  });

  it('counts a style inside mc:AlternateContent once, as its fallback says', async () => {
    const xf = (format: number): string => `<xf numFmtId="${format}"/>`;
    const choice = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x">${xf(0)}${xf(0)}</mc:Choice><mc:Fallback>${xf(14)}</mc:Fallback></mc:AlternateContent>`;
    const row = [0, 1, 2].map((style) => `<c s="${style}"><v>46027</v></c>`).join('');
    const host = await openParts(
      partsOf(worksheet(`<row r="1">${row}</row>`), {
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs>${xf(0)}${choice}${xf(22)}</cellXfs></styleSheet>`,
      }),
    );
    const head = await host.readHead((await host.describe()).sheets[0]!.id, 5, 5);
    expect([0, 1, 2].map((column) => head.isDay(0, column))).toEqual([false, true, true]);
  });
});
