import type { SheetPlan } from '../../../../../src/workbook/plan';
import { aChart, aFullSheet, aSheetPlan } from './plan-builder';
import { all, expectWhole, parse } from './whole-package';
import { personParts, textsOf, write, zipOf } from './workbook-builder';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet3.xml';
const RELS = 'xl/worksheets/_rels/sheet3.xml.rels';
const DRAWING = 'xl/drawings/drawing1.xml';
type Texts = Record<string, string>;

const person = zipOf(personParts());
/** Our sheet, changed by her program, and written again. */
async function again(plan: SheetPlan, change: (texts: Texts) => void, next: SheetPlan = plan): Promise<Texts> {
  const texts = textsOf((await write(person, [plan])).bytes);
  change(texts);
  const { bytes } = await write(zipOf(texts), [next]);
  expectWhole(bytes, zipOf(texts));
  return textsOf(bytes);
}
const put = (texts: Texts, part: string, before: string, words: string): void => {
  expect(texts[part]).toContain(before);
  texts[part] = texts[part]!.replace(before, words + before);
};
const relate = (texts: Texts, part: string, id: string, kind: string, target: string, more = ''): void =>
  put(texts, part, '</Relationships>', `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`);
const typed = (texts: Texts, part: string, type: string): void =>
  put(texts, '[Content_Types].xml', '</Types>', `<Override PartName="/${part}" ContentType="${type}"/>`);
const targetsIn = (texts: Texts, part: string): string[] =>
  [...(texts[part] ?? '').matchAll(/Id="(\w+)" Type="[^"]*\/(\w+)" Target="([^"]*)"/g)].map(
    ([, id, kind, target]) => `${id} ${kind} ${target}`,
  );

describe('relationships of a sheet of ours', () => {
  const plan = aFullSheet({ charts: [] });

  it('stay as they are but for those of drawing, tables and links; what leads nowhere goes', async () => {
    const texts = await again(plan, (before) => {
      relate(before, RELS, 'rId8', 'vmlDrawing', '../drawings/vmlDrawing1.vml');
      relate(before, RELS, 'rId9', 'comments', '../lost.xml');
      relate(before, RELS, 'rId10', 'hyperlink', 'https://example.test/', ' TargetMode="External"');
      relate(before, RELS, 'rId11', 'oleObject', 'file:///hers.xlsx', ' TargetMode="External"');
      put(before, SHEET, '<tableParts', '<legacyDrawing r:id="rId8"/>');
      put(before, '[Content_Types].xml', '</Types>', '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'); // prettier-ignore
      before['xl/drawings/vmlDrawing1.vml'] = '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>';
    });
    expect(targetsIn(texts, RELS)).toEqual([
      'rId8 vmlDrawing ../drawings/vmlDrawing1.vml',
      'rId11 oleObject file:///hers.xlsx',
      'rId1 table ../tables/table1.xml',
    ]);
  });

  it('are no part where there are none', async () => {
    const texts = await again(plan, () => undefined, aSheetPlan());
    expect([RELS in texts, 'xl/tables/table1.xml' in texts]).toEqual([false, false]);
  });

  it('lead to the settings of her printer from the page', async () => {
    const texts = await again(plan, (before) => {
      relate(before, RELS, 'rId5', 'printerSettings', '../printerSettings/printerSettings1.bin');
      before['xl/printerSettings/printerSettings1.bin'] = 'x';
      put(before, '[Content_Types].xml', '</Types>', '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>'); // prettier-ignore
    });
    expect(texts[SHEET]).toMatch(/<pageSetup [^>]*r:id="rId5"\/>/);
  });
});

describe('elements of a sheet that are hers', () => {
  it('stand where the schema has them, around what is ours', async () => {
    const plan = aFullSheet({ charts: [aChart()] });
    const texts = await again(plan, (before) => {
      put(before, SHEET, '<ignoredErrors', '<customProperties><customPr name="a" r:id="rId20"/></customProperties>');
      put(
        before,
        SHEET,
        '<tableParts',
        '<legacyDrawing r:id="rId21"/><legacyDrawingHF r:id="rId22"/><picture r:id="rId23"/>',
      );
      put(before, SHEET, '<tableParts', '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice><mc:Fallback/></mc:AlternateContent>'); // prettier-ignore
      put(before, SHEET, '<tableParts', '<webPublishItems/>');
      const kinds = ['customProperty', 'vmlDrawing', 'vmlDrawing', 'image'];
      for (const [at, kind] of kinds.entries()) {
        relate(before, RELS, `rId${20 + at}`, kind, `../hers/part${at}.bin`);
        before[`xl/hers/part${at}.bin`] = 'x';
      }
      put(before, '[Content_Types].xml', '</Types>', '<Default Extension="bin" ContentType="application/x"/>');
    });
    const names = parse(texts[SHEET]!).children.map(({ local }) => local);
    expect(names.slice(names.indexOf('pageSetup'))).toEqual([
      'pageSetup', 'headerFooter', 'customProperties', 'ignoredErrors', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture',
      'AlternateContent', 'webPublishItems', 'tableParts', 'extLst',
    ]); // prettier-ignore
  });
});

describe('the view of a sheet of ours', () => {
  it('stays as she has set it: zoom and kind, not gridlines and panes', async () => {
    const view = 'view="pageBreakPreview" zoomScale="70" zoomScaleNormal="80" zoomScaleSheetLayoutView="70" zoomScalePageLayoutView="60" showZeros="0" topLeftCell="C9"'; // prettier-ignore
    const texts = await again(aSheetPlan({ showGridlines: true }), (before) => {
      before[SHEET] = before[SHEET]!.replace('<sheetView ', `<sheetView ${view} showGridLines="0" `);
    });
    const [found] = [...all(parse(texts[SHEET]!))].filter(({ local }) => local === 'sheetView');
    expect(found!.attributes).toEqual({
      view: 'pageBreakPreview',
      zoomScale: '70',
      zoomScaleNormal: '80',
      zoomScaleSheetLayoutView: '70',
      zoomScalePageLayoutView: '60',
      workbookViewId: '0',
    });
  });
});

describe('what stands on the drawing of a sheet of ours', () => {
  const shape = (id: number, name: string): string =>
    '<xdr:oneCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9" cy="9"/>' +
    `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:oneCellAnchor>`;
  /** Shapes in their order: name and number. */
  const shapesIn = (texts: Texts): string[] =>
    [...(texts[DRAWING] ?? '').matchAll(/cNvPr id="(\d+)" name="([^"]+)"/g)].map(([, id, name]) => `${name} ${id}`);
  const two = [aChart({ id: 'a' }), aChart({ id: 'b' })];

  it('are our charts, numbered from 2 around hers, then her shapes', async () => {
    const texts = await again(aSheetPlan({ charts: two }), (before) =>
      put(before, DRAWING, '</xdr:wsDr>', shape(3, '她的') + shape(2, '又一个')),
    );
    expect(shapesIn(texts)).toEqual(['Kelan_a 4', 'Kelan_b 5', '她的 3', '又一个 2']);
  });

  it('are charts at the parts that they had, whatever their order; a new one takes what another has left', async () => {
    const [a, b] = two as [(typeof two)[0], (typeof two)[0]];
    const partsOf = (texts: Texts): string[] => targetsIn(texts, 'xl/drawings/_rels/drawing1.xml.rels');
    const turned = await again(aSheetPlan({ charts: two }), () => undefined, aSheetPlan({ charts: [b, a] }));
    expect(partsOf(turned)).toEqual(['rId1 chart ../charts/chart2.xml', 'rId2 chart ../charts/chart1.xml']);
    const other = await again(aSheetPlan({ charts: two }), () => undefined, aSheetPlan({ charts: [aChart({ id: 'c' }), b, aChart({ id: 'd' })] })); // prettier-ignore
    expect(partsOf(other)).toEqual([
      'rId1 chart ../charts/chart1.xml',
      'rId2 chart ../charts/chart2.xml',
      'rId3 chart ../charts/chart3.xml',
    ]);
    const fewer = await again(aSheetPlan({ charts: two }), () => undefined, aSheetPlan({ charts: [b] }));
    expect(Object.keys(fewer).filter((part) => part.startsWith('xl/charts/'))).toEqual(['xl/charts/chart2.xml']);
  });

  it('are her shapes alone where no chart is left, and nothing that they do not lead to', async () => {
    const texts = await again(
      aSheetPlan({ charts: two }),
      (before) => put(before, DRAWING, '</xdr:wsDr>', shape(3, '她的')),
      aSheetPlan(),
    );
    expect([shapesIn(texts), 'xl/drawings/_rels/drawing1.xml.rels' in texts]).toEqual([['她的 3'], false]);
  });

  it('are made anew where the frame of a chart leads nowhere', async () => {
    const texts = await again(aSheetPlan({ charts: two }), (before) => {
      before['xl/drawings/_rels/drawing1.xml.rels'] = before['xl/drawings/_rels/drawing1.xml.rels']!.replace(/<Relationship Id="rId1"[^>]*>/, ''); // prettier-ignore
      delete before['xl/charts/chart1.xml'];
      before['[Content_Types].xml'] = before['[Content_Types].xml']!.replace(/<Override PartName="\/xl\/charts\/chart1[^>]*>/, ''); // prettier-ignore
    });
    expect([shapesIn(texts), 'xl/charts/chart1.xml' in texts]).toEqual([['Kelan_a 2', 'Kelan_b 3'], true]);
  });

  it('are one chart and one slicer, though both have one name', async () => {
    const slicer = { id: 'a', table: 'KelanTable_clientTiers', column: 1, caption: 'c' };
    const place = { row: 0, rows: 2, sheetColumn: 1, indent: 0, width: 9 };
    const plan = aFullSheet({ charts: [aChart({ id: 'a' })], slicers: [{ ...slicer, ...place }] });
    const first = (await write(person, [plan])).bytes;
    const second = (await write(first, [plan])).bytes;
    expect(Buffer.compare(first, second)).toBe(0);
    // Its frame goes though her program has put it before the chart.
    const turned = await again(plan, (before) => {
      const [chart, frame] = [/<xdr:twoCellAnchor editAs="oneCell">.*?<\/xdr:twoCellAnchor>/, /<xdr:twoCellAnchor editAs="absolute">.*?<\/xdr:twoCellAnchor>/].map((one) => one.exec(before[DRAWING]!)![0]); // prettier-ignore
      before[DRAWING] = before[DRAWING]!.replace(chart! + frame!, frame! + chart!);
    });
    expect(turned[DRAWING]).toBe(textsOf(first)[DRAWING]);
  });
});

describe('looks that tables and pivot tables name', () => {
  it('are not given to rules of ours: those stand behind the highest', async () => {
    const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
    const rule = { kind: 'textIs' as const, text: 'x', style: { color: '#111111' } };
    const plan = aSheetPlan({ conditionalFormats: [{ ...rule, range: { row: 0, column: 0, rows: 1, columns: 1 } }] });
    const numberWith = async (parts: readonly (readonly [part: string, type: string, xml: string])[]): Promise<string> => {
      const texts: Texts = { ...(personParts() as Texts) };
      for (const [part, type, xml] of parts) {
        texts[part] = xml;
        typed(texts, part, type);
      }
      return /dxfId="(\d+)"/.exec(textsOf((await write(zipOf(texts), [plan])).bytes)[SHEET]!)![1]!;
    };
    const table = ['xl/tables/table1.xml', `${TYPES}.table+xml`, '<table id="1" name="t" displayName="t" dataDxfId="2" headerRowDxfId=\'4\'/>'] as const;
    const pivot = ['xl/pivotTables/p1.xml', `${TYPES}.pivotTable+xml`, '<pivotTableDefinition><format dxfId="6"/><format dxfId="3"/></pivotTableDefinition>'] as const;
    const other = ['xl/other.xml', `${TYPES}.queryTable+xml`, '<x dxfId="9"/>'] as const;
    expect(await numberWith([])).toBe('0');
    expect(await numberWith([table, other])).toBe('5');
    expect(await numberWith([pivot, table])).toBe('7');
  }); // prettier-ignore
});

describe('bars in cells', () => {
  const range = (column: number) => ({ row: 1, column, rows: 3, columns: 1 });
  it('have an id of their sheet and their place, the same in every run', async () => {
    const bar = (column: number) => ({ kind: 'dataBar' as const, range: range(column), color: '#1F6FB2' });
    const plan = aSheetPlan({ id: '客户a', conditionalFormats: [bar(1), { ...bar(2) }] });
    const sheet = textsOf((await write(person, [plan])).bytes)[SHEET]!;
    // FNV-1a over the characters of the sheet's id.
    let hash = 0x811c9dc5n;
    for (const character of '客户a') hash = ((hash ^ BigInt(character.codePointAt(0)!)) * 0x01000193n) & 0xffffffffn;
    const head = hash.toString(16).padStart(8, '0').toUpperCase();
    const ids = [1, 2].map((at) => `{${head}-4B45-4C41-8000-00000000000${at}}`);
    expect([...sheet.matchAll(/<x14:id>([^<]*)/g)].map(([, id]) => id)).toEqual(ids);
    expect([...sheet.matchAll(/x14:cfRule type="dataBar" id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
    expect([...sheet.matchAll(/priority="(\d)"/g)].map(([, at]) => at)).toEqual(['1', '2']);
    const many = aSheetPlan({ conditionalFormats: Array.from({ length: 31 }, (_, at) => bar(at)) });
    expect(textsOf((await write(person, [many])).bytes)[SHEET]).toContain('-4B45-4C41-8000-00000000001F}');
    const endless = {
      kind: 'cellIs' as const,
      range: range(1),
      operator: 'equal' as const,
      style: { color: '#111111' },
    };
    await expect(write(person, [aSheetPlan({ conditionalFormats: [{ ...endless, value: NaN }] })])).rejects.toThrow('a limit of NaN'); // prettier-ignore
  });
});
