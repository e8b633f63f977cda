import { nodeZipEngine } from '../../../../../src/hosts/xlsx/node/node-zip-engine';
import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { readRuleLooks, readTextRules, type TextRule } from '../../../../../src/hosts/xlsx/view/view-rules';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { fileOf, MAIN, partsOf, relationships } from '../workbook-file';

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts><font><b/></font></fonts><dxfs>` +
  `<dxf><font><b/><color rgb="FF9C1C1C"/></font><fill><patternFill><bgColor rgb="FFF8D7D3"/></patternFill></fill></dxf>` +
  `<dxf><font><color theme="1"/></font></dxf></dxfs></styleSheet>`;

async function rulesOf(rules: string): Promise<readonly TextRule[]> {
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData/>${rules}</worksheet>`;
  const parts = partsOf(sheet, {
    'xl/_rels/workbook.xml.rels': relationships([
      { id: 'r1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      { id: 'r3', kind: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': STYLES,
  });
  const pkg = await openPackage(memorySource(fileOf(parts)), nodeZipEngine);
  return readTextRules(pkg, pkg.sheets[0]!, await readRuleLooks(pkg));
}

const rule = (sqref: string, cfRule: string): string =>
  `<conditionalFormatting sqref="${sqref}">${cfRule}</conditionalFormatting>`;

describe('rules that colour a cell by what it says', () => {
  it('have ranges, the text and the look that they name', async () => {
    const equals = `<cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"■ 说 ""急"""</formula></cfRule>`;
    expect(await rulesOf(rule('A2:A9 C3', equals))).toEqual([
      {
        ranges: [
          { row: 1, column: 0, rows: 8, columns: 1 },
          { row: 2, column: 2, rows: 1, columns: 1 },
        ],
        text: '■ 说 "急"',
        look: { bold: true, color: '#9c1c1c', fill: '#f8d7d3' },
      },
    ]);
  });

  it('are passed over where they ask for something else', async () => {
    const bar = '<cfRule type="dataBar" priority="2"><dataBar/></cfRule>';
    const above = '<cfRule type="cellIs" dxfId="0" operator="greaterThan" priority="3"><formula>5</formula></cfRule>';
    const cell = '<cfRule type="cellIs" dxfId="0" operator="equal" priority="4"><formula>B1</formula></cfRule>';
    expect(await rulesOf(rule('A1', bar) + rule('A1', above) + rule('A1', cell))).toEqual([]);
  });
});
