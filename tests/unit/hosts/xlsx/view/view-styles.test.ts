import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { readViewStyles, type ViewStyle } from '../../../../../src/hosts/xlsx/view/view-styles';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { fileOf, MAIN, partsOf, relationships, worksheet, type Parts } from '../workbook-file';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

async function stylesOf(changes: Parts): Promise<readonly ViewStyle[]> {
  const pkg = await openPackage(memorySource(fileOf(partsOf(worksheet(''), changes))), nodeZipEngine);
  return readViewStyles(pkg);
}

const sheet = (inside: string): string => `<styleSheet xmlns="${MAIN}">${inside}</styleSheet>`;

/** The Office theme, its light and dark given as the system's colours. */
const THEME = `<a:theme xmlns:a="${DRAWING}"><a:themeElements><a:clrScheme name="Office">
  <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
  <a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>
  <a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2>
</a:clrScheme><a:fmtScheme><a:fillStyleLst><a:solidFill><a:srgbClr val="123456"/></a:solidFill></a:fillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const WITH_THEME: Parts = {
  'xl/_rels/workbook.xml.rels': relationships([
    { id: 'r1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
    { id: 'r3', kind: 'styles', target: 'styles.xml' },
    { id: 'r4', kind: 'theme', target: 'theme/theme1.xml' },
  ]),
  'xl/theme/theme1.xml': THEME,
};

const channels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

describe('readViewStyles', () => {
  it('shows cells plainly where there is no style part, or one without cell styles', async () => {
    expect(await stylesOf({})).toEqual([{ numberFormat: 'General' }]);
    expect(await stylesOf({ 'xl/styles.xml': sheet('<fonts><font><b/></font></fonts>') })).toEqual([
      { numberFormat: 'General' },
    ]);
  });

  it('puts font, fill and alignment together by number, as cells name them', async () => {
    const styles = await stylesOf({
      'xl/styles.xml': sheet(
        `<fonts count="2"><font><sz val="11"/></font><font><b/><i val="1"/><u/><sz val="14.5"/><color rgb="FFC00000"/></font></fonts>` +
          `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill></fills>` +
          `<cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>` +
          `<cellXfs><xf/><xf fontId="1" fillId="2"><alignment horizontal="center" vertical="top" wrapText="1" indent="2"/></xf><xf fontId="0"><alignment horizontal="fill"/></xf></cellXfs>` +
          `<dxfs><dxf><font><b/></font></dxf></dxfs>`,
      ),
    });
    expect(styles).toEqual([
      { numberFormat: 'General', size: 11 },
      {
        numberFormat: 'General',
        bold: true,
        italic: true,
        underline: true,
        size: 14.5,
        color: '#c00000',
        fill: '#fff2cc',
        align: 'center',
        wrap: true,
        indent: 2,
      },
      { numberFormat: 'General', size: 11 },
    ]);
  });

  it('takes a flag that says no for no', async () => {
    const [style] = await stylesOf({
      'xl/styles.xml': sheet(
        '<fonts><font><b val="0"/><i val="false"/><u val="none"/></font></fonts><cellXfs><xf><alignment wrapText="0" indent="0"/></xf></cellXfs>',
      ),
    });
    expect(style).toEqual({ numberFormat: 'General', bold: false, italic: false, underline: false });
  });

  it('knows the built-in number formats, those of Chinese Excel among them, under the workbook’s own', async () => {
    const styles = await stylesOf({
      'xl/styles.xml': sheet(
        `<numFmts><numFmt numFmtId="164" formatCode="0.0&quot; 吨&quot;"/><numFmt numFmtId="4" formatCode="0.000"/></numFmts>` +
          `<cellXfs>${[0, 164, 4, 10, 31, 57, 99].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
      ),
    });
    expect(styles.map(({ numberFormat }) => numberFormat)).toEqual([
      'General',
      '0.0" 吨"',
      '0.000',
      '0.00%',
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      'General',
    ]);
  });

  it('takes colours from the theme, where light and dark are numbered the other way round', async () => {
    const fonts = [0, 1, 2, 3, 4].map((index) => `<font><color theme="${index}"/></font>`).join('');
    const styles = await stylesOf({
      ...WITH_THEME,
      'xl/styles.xml': sheet(
        `<fonts>${fonts}</fonts><cellXfs>${[0, 1, 2, 3, 4].map((font) => `<xf fontId="${font}"/>`).join('')}</cellXfs>`,
      ),
    });
    // Number 0 is the background of the Office theme, 1 its text, 4 the first accent.
    expect(styles.map(({ color }) => color)).toEqual(['#ffffff', '#000000', '#e7e6e6', '#44546a', '#4472c4']);
  });

  it('tints a theme colour as Excel shows it', async () => {
    const fill = (tint: number): string =>
      `<fill><patternFill patternType="solid"><fgColor theme="4" tint="${tint}"/></patternFill></fill>`;
    const styles = await stylesOf({
      ...WITH_THEME,
      'xl/styles.xml': sheet(
        `<fills>${fill(0.4)}${fill(-0.5)}</fills><cellXfs><xf fillId="0"/><xf fillId="1"/></cellXfs>`,
      ),
    });
    // Accent 1, 40 % lighter and 50 % darker in Excel's own palette: 8EA9DB and 203764.
    const near = (color: string | undefined, wanted: string): void =>
      channels(color!).forEach((value, index) => {
        expect(Math.abs(value - channels(wanted)[index]!)).toBeLessThanOrEqual(3);
      });
    near(styles[0]!.fill, '#8ea9db');
    near(styles[1]!.fill, '#203764');
  });

  it('leaves a colour out that it does not know', async () => {
    const [style] = await stylesOf({
      'xl/styles.xml': sheet(
        '<fonts><font><color theme="4"/></font></fonts><fills><fill><patternFill><fgColor indexed="64"/></patternFill></fill></fills><cellXfs><xf/></cellXfs>',
      ),
    });
    expect(style).toEqual({ numberFormat: 'General' });
  });
});
