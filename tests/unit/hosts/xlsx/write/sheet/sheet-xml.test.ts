import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { STRICT, TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import { NOTHING_KEPT } from '../../../../../../src/hosts/xlsx/write/sheet/kept-content';
import { writeSheet, type SheetContext } from '../../../../../../src/hosts/xlsx/write/sheet/sheet-xml';
import { emptyStylesheet, StyleBook } from '../../../../../../src/hosts/xlsx/write/styles/style-book';
import type { SheetPlan, ValidationPlan } from '../../../../../../src/workbook/plan';
import { aSheetPlan } from '../plan-builder';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function xmlOf(changes: Partial<SheetPlan>, context: Partial<SheetContext> = {}): string {
  const plan = aSheetPlan(changes);
  const bytes = writeSheet(plan, new CellGrid(plan), {
    dialect: TRANSITIONAL,
    styles: new StyleBook(emptyStylesheet(TRANSITIONAL), 'styles'),
    nameOfTarget: (target) => ('sheet' in target ? target.sheet : undefined),
    kept: NOTHING_KEPT,
    relationships: { drawing: undefined, tables: [], printerSettings: undefined },
    ...context,
  });
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
const between = (xml: string, element: string): string =>
  new RegExp(`<${element}[ >/].*</${element}>|<${element}[^>]*/>`, 's').exec(xml)?.[0] ?? '';
const dataOf = (values: SheetPlan['blocks'][number]['values'], changes: Partial<SheetPlan> = {}): string =>
  between(xmlOf({ blocks: [{ row: 0, column: 0, values, styles: [] }], ...changes }), 'sheetData');
/** Index 0 is the person's own; the first style of ours is 1. */
const text = (address: string, inner: string, style = 1): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is>${inner}</is></c>`;

describe('a sheet part', () => {
  it('of an empty plan is complete', () => {
    expect(xmlOf({})).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><tabColor rgb="FF1F6FB2"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
        '<dimension ref="A1"/><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>' +
        '<sheetFormatPr defaultRowHeight="16.5"/><sheetData></sheetData>' +
        '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.6" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" fitToHeight="0" orientation="portrait"/></worksheet>',
    );
  });

  it('speaks the dialect of the workbook', () => {
    expect(xmlOf({}, { dialect: STRICT })).toContain(
      '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships">',
    );
  });
});

describe('cells', () => {
  it('hold a formula of ours with what it shows now', () => {
    expect(
      dataOf([['甲 & 乙', 2.5, null]], {
        formulas: [
          { row: 0, column: 0, formula: 'IF(B1<3,"甲 & 乙","")' },
          { row: 0, column: 1, formula: 'SUM(D1:D2)' },
          { row: 0, column: 2, formula: 'D1' },
        ],
      }),
    ).toBe(
      '<sheetData><row r="1"><c r="A1" s="1" t="str"><f>IF(B1&lt;3,"甲 &amp; 乙","")</f><v>甲 &amp; 乙</v></c>' +
        '<c r="B1" s="1"><f>SUM(D1:D2)</f><v>2.5</v></c><c r="C1" s="1"><f>D1</f><v></v></c></row></sheetData>',
    );
  });

  it('hold numbers, flags, text and nothing', () => {
    expect(dataOf([[1.5, -0, 1e21, true, false, '甲', null, '']])).toBe(
      '<sheetData><row r="1"><c r="A1" s="1"><v>1.5</v></c><c r="B1" s="1"><v>0</v></c><c r="C1" s="1"><v>1e+21</v></c>' +
        '<c r="D1" s="1" t="b"><v>1</v></c><c r="E1" s="1" t="b"><v>0</v></c>' +
        `${text('F1', '<t>甲</t>')}<c r="G1" s="1"/><c r="H1" s="1"/></row></sheetData>`,
    );
  });

  it.each([
    ['=1+1', '<t>=1+1</t>'],
    ['+86 139', '<t>+86 139</t>'],
    ['-x', '<t>-x</t>'],
    ['@name', '<t>@name</t>'],
    ["'quoted", "<t>'quoted</t>"],
  ])('text that looks like a formula (%s) is text, and stays so when the person edits it', (value, inner) => {
    const plan = aSheetPlan({ blocks: [{ row: 0, column: 0, values: [['plain'], [value]], styles: [] }] });
    const styles = new StyleBook(emptyStylesheet(TRANSITIONAL), 'styles');
    const xml = xmlOf(plan, { styles });
    expect(between(xml, 'sheetData')).toBe(
      `<sheetData><row r="1">${text('A1', '<t>plain</t>')}</row><row r="2">${text('A2', inner, 2)}</row></sheetData>`,
    );
    expect(styles.render()).toContain('fontId="1" fillId="0" borderId="0" quotePrefix="1" applyFont="1"/></cellXfs>');
  });

  it('a dash alone, which stands for unknown, needs no such care', () => {
    expect(dataOf([['-'], ['—']])).toContain(text('A1', '<t>-</t>'));
  });

  it.each([
    ['a & <b>', '<t>a &amp; &lt;b&gt;</t>'],
    [' blank ', '<t xml:space="preserve"> blank </t>'],
    ['two\nlines', '<t xml:space="preserve">two\nlines</t>'],
    ['a\r\u0001\uFFFE', '<t>a_x000D__x0001__xFFFE_</t>'],
    ['_x0041_', '<t>_x005F_x0041_</t>'],
    ['half \uD83D', '<t>half _xD83D_</t>'],
    ['whole 😀', '<t>whole 😀</t>'],
  ])('hold any character: %j', (value, inner) => {
    expect(dataOf([[value]])).toBe(`<sheetData><row r="1">${text('A1', inner)}</row></sheetData>`);
  });

  it('cut text that no cell holds, visibly, and never through a character', () => {
    const cut = (value: string): string => /<t>(.*)<\/t>/.exec(dataOf([[value]]))![1]!;
    expect(cut('x'.repeat(32_767)).length).toBe(32_767);
    expect(cut('x'.repeat(32_768))).toBe(`${'x'.repeat(32_766)}…`);
    expect(cut(`${'x'.repeat(32_765)}😀yy`)).toBe(`${'x'.repeat(32_765)}…`);
  });

  it('of several blocks stand in one row, from the left; heights need no cells', () => {
    const xml = xmlOf({
      blocks: [
        { row: 1, column: 2, values: [[2]], styles: [] },
        { row: 1, column: 0, values: [[1]], styles: [] },
      ],
      rowHeights: [
        { row: 1, points: 20 },
        { row: 3, points: 8.25 },
      ],
    });
    expect(between(xml, 'sheetData')).toBe(
      '<sheetData><row r="2" ht="20" customHeight="1"><c r="A2" s="1"><v>1</v></c><c r="C2" s="1"><v>2</v></c></row>' +
        '<row r="4" ht="8.25" customHeight="1"/></sheetData>',
    );
    expect(xml).toContain('<dimension ref="A1:C2"/>');
  });

  it('in the header of a table are text, as Excel wants them', () => {
    const tables = [{ name: 't', range: { row: 0, column: 0, rows: 2, columns: 1 }, hasFilter: true, style: 's' }];
    expect(dataOf([[2025], [1]], { tables })).toContain(text('A1', '<t>2025</t>'));
  });
});

describe('the window and the columns', () => {
  it('freezes rows, columns or both', () => {
    const view = (rows: number, columns: number): string => between(xmlOf({ freeze: { rows, columns } }), 'sheetView');
    expect(view(3, 0)).toBe(
      '<sheetView showGridLines="0" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>' +
        '<selection pane="bottomLeft" activeCell="A4" sqref="A4"/></sheetView>',
    );
    expect(view(0, 1)).toContain('<pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>');
    expect(view(2, 1)).toContain(
      '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"',
    );
  });

  it('sets widths for the font of the report, whatever the workbook is measured in', () => {
    // Calibri 11 has digits of 7 pixels: 10 characters of 7.2 and 5 of padding are 77.
    expect(xmlOf({ columnWidths: [10, 10, 20] })).toContain(
      '<cols><col min="1" max="2" width="11" customWidth="1"/><col min="3" max="3" width="21.28515625" customWidth="1"/></cols>',
    );
  });

  it('closes the columns of an outline, and marks the column at its right', () => {
    const xml = xmlOf({ columnWidths: [10, 10, 10, 10], columnOutline: { column: 1, columns: 2 } });
    expect(xml).toContain('outlineLevelCol="1"');
    expect(xml).toContain(
      '<cols><col min="1" max="1" width="11" customWidth="1"/>' +
        '<col min="2" max="3" width="11" hidden="1" customWidth="1" outlineLevel="1"/>' +
        '<col min="4" max="4" width="11" customWidth="1" collapsed="1"/></cols>',
    );
  });
});

describe('links', () => {
  it('quote the name of the sheet; one to nowhere is left out', () => {
    const links = [
      { row: 0, column: 0, target: { sheet: "it's", cell: 'B2' }, tooltip: 'a "b"' },
      { row: 1, column: 0, target: { report: 'none', cell: 'A1' } },
    ];
    expect(between(xmlOf({ links }), 'hyperlinks')).toBe(
      `<hyperlinks><hyperlink ref="A1" location="'it''s'!B2" tooltip="a &quot;b&quot;"/></hyperlinks>`,
    );
    expect(xmlOf({ links: [links[1]!] })).not.toContain('hyperlink');
  });
});

describe('validations', () => {
  const range = { row: 1, column: 1, rows: 2, columns: 1 };
  const rule = (validation: ValidationPlan): string => between(xmlOf({ validations: [validation] }), 'dataValidation');
  const shown = 'allowBlank="1" showInputMessage="1" showErrorMessage="1"';

  it('list, number and day', () => {
    expect(rule({ kind: 'list', range, options: ['是', '"否"'] })).toBe(
      `<dataValidation type="list" ${shown} sqref="B2:B3"><formula1>"是,""否"""</formula1></dataValidation>`,
    );
    expect(rule({ kind: 'number', range, min: 0, max: 1, whole: false, message: '0–1' })).toBe(
      `<dataValidation type="decimal" ${shown} error="0–1" prompt="0–1" sqref="B2:B3"><formula1>0</formula1><formula2>1</formula2></dataValidation>`,
    );
    expect(rule({ kind: 'number', range, min: -1, max: 9, whole: true })).toContain('type="whole"');
    expect(rule({ kind: 'day', range })).toBe(
      `<dataValidation type="date" operator="greaterThanOrEqual" ${shown} sqref="B2:B3"><formula1>1</formula1></dataValidation>`,
    );
  });

  it('a list with commas, or one too long, stands in a hidden column', () => {
    const options = ['甲, 乙', '丙'];
    const validations: ValidationPlan[] = [
      { kind: 'list', range, options },
      { kind: 'list', range: { ...range, column: 2 }, options },
      {
        kind: 'list',
        range: { ...range, column: 3 },
        options: Array.from({ length: 60 }, (_, index) => `选项 ${index}`),
      },
    ];
    const xml = xmlOf({
      validations,
      columnWidths: [10],
      blocks: [{ row: 0, column: 0, values: [[1, 2]], styles: [] }],
    });
    expect(xml).toContain('<formula1>$E$1:$E$2</formula1></dataValidation><dataValidation');
    expect(xml.match(/\$E\$1:\$E\$2/g)?.length).toBe(2);
    expect(xml).toContain('<formula1>$F$1:$F$60</formula1>');
    expect(xml).toContain('<col min="5" max="5" width="0" hidden="1" customWidth="1"/><col min="6" max="6"');
    expect(xml).toContain('<c r="E1" s="1" t="inlineStr"><is><t>甲, 乙</t></is></c>');
    expect(xml).toContain('<c r="F60"');
  });
});

describe('conditional formats', () => {
  const range = { row: 3, column: 1, rows: 2, columns: 1 };
  const style = { color: '#9C0006', fill: '#FFC7CE', bold: true };

  it('a limit judges numbers only: no blank, no dash', () => {
    const styles = new StyleBook(emptyStylesheet(TRANSITIONAL), 'styles');
    const xml = xmlOf(
      { conditionalFormats: [{ kind: 'cellIs', range, operator: 'greaterThanOrEqual', value: 0.9, style }] },
      { styles },
    );
    expect(between(xml, 'conditionalFormatting')).toBe(
      '<conditionalFormatting sqref="B4:B5"><cfRule type="expression" dxfId="0" priority="1">' +
        '<formula>AND(ISNUMBER(B4),B4&gt;=0.9)</formula></cfRule></conditionalFormatting>',
    );
    expect(styles.render()).toContain(
      '<dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
    );
  });

  it('a text', () => {
    const xml = xmlOf({ conditionalFormats: [{ kind: 'textIs', range, text: '"A" & B', style }] });
    expect(xml).toContain('operator="equal"><formula>"""A"" &amp; B"</formula>');
  });

  it('a line above each row where a column changes, within another', () => {
    const rule = { kind: 'rowChanges' as const, range, column: 0, color: '#808080' };
    expect(xmlOf({ conditionalFormats: [rule] })).toContain('<formula>$A4&lt;&gt;$A3</formula>');
    expect(xmlOf({ conditionalFormats: [{ ...rule, within: 2 }] })).toContain(
      '<formula>AND($A4&lt;&gt;$A3,$C4=$C3)</formula>',
    );
  });

  it('a bar says the same thing to old and new readers by one id', () => {
    const xml = xmlOf({ conditionalFormats: [{ kind: 'dataBar', range, color: '#9DC3E6' }] });
    const ids = [...xml.matchAll(/\{[0-9A-F]{8}-4B45-4C41-8000-000000000001\}/g)].map((match) => match[0]);
    expect(ids.length).toBe(2);
    expect(ids[0]).toBe(ids[1]);
    expect(xml).toContain('gradient="0"');
    expect(xml).toContain('<xm:sqref>B4:B5</xm:sqref>');
    expect(xml.indexOf('<extLst><ext uri="{78C0D931')).toBeGreaterThan(xml.indexOf('<pageSetup'));
  });
});

describe('printing', () => {
  it('escapes what the header code gives a meaning to, and fits the width', () => {
    const print = {
      orientation: 'landscape' as const,
      pagesWide: 2,
      header: 'R&D <1>',
      footer: 'A & B',
      pageNumber: '第 {page} 页/{pages}',
    };
    const xml = xmlOf({ print }, { relationships: { drawing: 'rId1', tables: ['rId2'], printerSettings: 'rId9' } });
    expect(xml).toContain(
      '<pageSetup paperSize="9" fitToWidth="2" fitToHeight="0" orientation="landscape" r:id="rId9"/>',
    );
    expect(xml).toContain(
      '<headerFooter><oddHeader>&amp;CR&amp;&amp;D &lt;1&gt;</oddHeader><oddFooter>&amp;LA &amp;&amp; B&amp;R第 &amp;P 页/&amp;N</oddFooter></headerFooter>',
    );
    expect(
      xml.endsWith('<drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts></worksheet>'),
    ).toBe(true);
  });

  it('cuts a header that Excel would refuse', () => {
    const print = { ...aSheetPlan().print, header: '&'.repeat(300) };
    const header = /<oddHeader>(.*)<\/oddHeader>/.exec(xmlOf({ print }))![1]!.replace(/&amp;/g, '&');
    expect(header.length).toBeLessThanOrEqual(255);
    expect(header).toMatch(/^&C(&&)+…$/);
  });
});
