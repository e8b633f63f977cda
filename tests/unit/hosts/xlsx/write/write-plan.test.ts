import { strToU8 } from 'fflate';
import { HostError } from '../../../../../src/workbook/host-error';
import { aChart, aFullSheet, aSheetPlan } from './plan-builder';
import { all, expectWhole, parse } from './whole-package';
import { personParts, textsOf, unzip, write, zipOf, type Parts } from './workbook-builder';

const person = (changes: Parameters<typeof personParts>[0] = {}): Uint8Array => zipOf(personParts(changes));
const patched = (part: string, change: (text: string) => string): Record<string, string> => ({
  [part]: change(personParts()[part] as string),
});
/** The parts of a written workbook with some changed, as the person's own program would. */
const resaved = (bytes: Uint8Array, change: (texts: Record<string, string>) => void): Uint8Array => {
  const texts = textsOf(bytes);
  change(texts);
  return zipOf(texts);
};
const sheetNames = (bytes: Uint8Array): readonly string[] =>
  [...all(parse(textsOf(bytes)['xl/workbook.xml']!))]
    .filter(({ local }) => local === 'sheet')
    .map(({ attributes }) => attributes['name']!);

const OURS = [
  'xl/charts/chart1.xml',
  'xl/charts/chart2.xml',
  'xl/charts/chart3.xml',
  'xl/charts/chart4.xml',
  'xl/charts/chart5.xml',
  'xl/charts/chart6.xml',
  'xl/drawings/_rels/drawing1.xml.rels',
  'xl/drawings/drawing1.xml',
  'xl/tables/table1.xml',
  'xl/worksheets/_rels/sheet3.xml.rels',
  'xl/worksheets/sheet3.xml',
];

describe('a new sheet', () => {
  it('adds its parts and leaves those of the person to the byte', async () => {
    const before = person();
    const { bytes, outcome } = await write(before, [aFullSheet()]);
    expect(outcome).toEqual({ written: ['clientTiers'], sheetNames: { clientTiers: '客户等级' } });
    const [old, now] = [unzip(before), unzip(bytes)];
    expect(
      Object.keys(now)
        .filter((name) => !(name in old))
        .sort(),
    ).toEqual(OURS);
    expect(Object.keys(old).filter((name) => Buffer.compare(old[name]!, now[name]!) !== 0)).toEqual([
      '[Content_Types].xml',
      'docProps/app.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
    ]);
    expectWhole(bytes);
  });

  it('stands behind the others, is marked, and leaves the calculation as it was but for the next opening', async () => {
    const { bytes } = await write(person(), [aFullSheet()]);
    expect(textsOf(bytes)['xl/workbook.xml']).toContain(
      '<sheets><sheet name="客户" sheetId="3" r:id="rId1"/><sheet name="交易" sheetId="7" state="hidden" r:id="rId2"/>' +
        '<sheet name="客户等级" sheetId="8" r:id="rId4"/></sheets>' +
        `<definedNames><definedName name="Kelan_clientTiers" comment="f1" hidden="1">'客户等级'!$A$1</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="2">'客户等级'!$3:$3</definedName></definedNames>` +
        '<calcPr calcId="191029" calcMode="manual" fullCalcOnLoad="1"/><extLst/></workbook>',
    );
  });

  it('is listed in the properties of the document', async () => {
    const { bytes } = await write(person(), [aSheetPlan(), aSheetPlan({ id: 'a', name: '甲 & 乙' })]);
    const app = textsOf(bytes)['docProps/app.xml'];
    expect(app).toContain('<vt:i4>4</vt:i4>');
    expect(app).toContain(
      '<vt:vector size="4" baseType="lpstr"><vt:lpstr>客户</vt:lpstr><vt:lpstr>交易</vt:lpstr><vt:lpstr>客户等级</vt:lpstr><vt:lpstr>甲 &amp; 乙</vt:lpstr>',
    );
  });

  it('names what is printed', async () => {
    const plan = aSheetPlan();
    const areas = [
      { row: 0, column: 0, rows: 10, columns: 4 },
      { row: 0, column: 5, rows: 20, columns: 3 },
    ];
    const { bytes } = await write(person(), [{ ...plan, name: "it's", print: { ...plan.print, areas } }]);
    expect(textsOf(bytes)['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="2">'it''s'!$A$1:$D$10,'it''s'!$F$1:$H$20</definedName>`,
    );
    const later = await write(bytes, [plan]);
    expect(textsOf(later.bytes)['xl/workbook.xml']).not.toContain('Print_Area');
  });

  it('writes nothing for an empty plan', async () => {
    const before = person();
    const { bytes, outcome } = await write(before, []);
    expect(outcome).toEqual({ written: [], sheetNames: {} });
    expect(textsOf(bytes)).toEqual(textsOf(before));
  });
});

describe('a second refresh', () => {
  it('of the same plan gives the same bytes', async () => {
    const once = await write(person(), [aFullSheet(), aSheetPlan({ id: 'settings', name: '参数' })]);
    const twice = await write(once.bytes, [aFullSheet(), aSheetPlan({ id: 'settings', name: '参数' })]);
    expect(Buffer.compare(once.bytes, twice.bytes)).toBe(0);
  });

  it('of a changed plan keeps the parts and styles that it needs, and takes the others out', async () => {
    const once = await write(person(), [aFullSheet()]);
    const charts = [aFullSheet().charts[4]!, aChart({ id: 'another' })];
    const changed = await write(once.bytes, [aFullSheet({ fingerprint: 'f2', charts, tables: [] })]);
    const names = Object.keys(unzip(changed.bytes)).filter((name) => OURS.includes(name));
    expect(names.sort()).toEqual([
      // The doughnut stays at its part; the new chart takes over the first that was left.
      'xl/charts/chart1.xml',
      'xl/charts/chart5.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/drawing1.xml',
      'xl/worksheets/_rels/sheet3.xml.rels',
      'xl/worksheets/sheet3.xml',
    ]);
    expect(Object.keys(unzip(changed.bytes)).length).toBe(Object.keys(unzip(once.bytes)).length - 5);
    expect(textsOf(changed.bytes)['xl/charts/chart5.xml']).toContain('doughnut');
    expect(textsOf(changed.bytes)['xl/styles.xml']).toBe(textsOf(once.bytes)['xl/styles.xml']);
    expect(textsOf(changed.bytes)['xl/workbook.xml']).toContain('comment="f2"');
    expectWhole(changed.bytes);
    const bare = await write(changed.bytes, [aSheetPlan()]);
    expect(Object.keys(unzip(bare.bytes)).filter((name) => OURS.includes(name))).toEqual(['xl/worksheets/sheet3.xml']);
    expectWhole(bare.bytes);
    const full = await write(bare.bytes, [aFullSheet()]);
    expect(
      Object.keys(unzip(full.bytes))
        .filter((name) => OURS.includes(name))
        .sort(),
    ).toEqual(OURS);
    expectWhole(full.bytes);
  });

  it('leaves a report that the plan no longer has as it is', async () => {
    const once = await write(person(), [aFullSheet(), aSheetPlan({ id: 'settings', name: '参数' })]);
    const later = await write(once.bytes, [aSheetPlan({ id: 'settings', name: '参数', fingerprint: 's2' })]);
    expect(sheetNames(later.bytes)).toEqual(['客户', '交易', '客户等级', '参数']);
    for (const name of OURS) expect(textsOf(later.bytes)[name]).toBe(textsOf(once.bytes)[name]);
  });

  it('finds a sheet by its mark: renamed, moved, hidden, it stays so; links follow the name', async () => {
    const once = await write(person(), [aFullSheet(), aSheetPlan({ id: 'settings', name: '参数' })]);
    const moved = resaved(once.bytes, (texts) => {
      texts['xl/workbook.xml'] = texts['xl/workbook.xml']!.replace(
        '<sheet name="客户等级" sheetId="8" r:id="rId4"/>',
        '',
      )
        .replace('<sheets>', `<sheets><sheet name="Tom's 表" sheetId="8" state="hidden" r:id="rId4"/>`)
        .replace(/'客户等级'!/g, "'Tom''s 表'!")
        .replace('localSheetId="2"', 'localSheetId="0"');
    });
    const links = [{ row: 0, column: 0, target: { report: 'clientTiers', cell: 'B2' } }];
    const later = await write(moved, [aFullSheet(), aSheetPlan({ id: 'settings', name: '参数', links })]);
    expect(later.outcome.sheetNames).toEqual({ clientTiers: "Tom's 表", settings: '参数' });
    expect(sheetNames(later.bytes)).toEqual(["Tom's 表", '客户', '交易', '参数']);
    const texts = textsOf(later.bytes);
    expect(texts['xl/workbook.xml']).toContain('sheetId="8" state="hidden"');
    expect(texts['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Tom''s 表'!$3:$3</definedName>`,
    );
    expect(texts['xl/worksheets/sheet4.xml']).toContain(`<hyperlink ref="A1" location="'Tom''s 表'!B2"/>`);
    expect(texts['xl/charts/chart1.xml']).toContain(`<c:f>'Tom''s 表'!$C$4:$C$9</c:f>`);
    expectWhole(later.bytes);
  });

  it('finds a sheet whose first row the person deleted, and mends the mark', async () => {
    const once = await write(person(), [aFullSheet()]);
    const cut = resaved(once.bytes, (texts) => {
      texts['xl/workbook.xml'] = texts['xl/workbook.xml']!.replace(`'客户等级'!$A$1`, '客户等级!#REF!');
    });
    const later = await write(cut, [aFullSheet()]);
    expect(later.outcome.sheetNames).toEqual({ clientTiers: '客户等级' });
    expect(textsOf(later.bytes)).toEqual(textsOf(once.bytes));
  });

  it('makes a sheet anew where the person deleted it, and points the mark at it', async () => {
    const once = await write(person(), [aFullSheet()]);
    const deleted = resaved(once.bytes, (texts) => {
      for (const name of OURS) delete texts[name];
      texts['xl/workbook.xml'] = texts['xl/workbook.xml']!.replace(
        '<sheet name="客户等级" sheetId="8" r:id="rId4"/>',
        '',
      )
        .replace(`'客户等级'!$A$1`, '#REF!')
        .replace(/<definedName name="_xlnm.*?<\/definedName>/, '');
      texts['xl/_rels/workbook.xml.rels'] = texts['xl/_rels/workbook.xml.rels']!.replace(
        /<Relationship Id="rId4".*?\/>/,
        '',
      );
      texts['[Content_Types].xml'] = texts['[Content_Types].xml']!.replace(
        /<Override PartName="\/xl\/(charts|drawings|tables|worksheets\/sheet3)[^>]*>/g,
        '',
      );
    });
    const later = await write(deleted, [aFullSheet()]);
    expect(sheetNames(later.bytes)).toEqual(['客户', '交易', '客户等级']);
    const workbook = textsOf(later.bytes)['xl/workbook.xml']!;
    expect(workbook.match(/Kelan_clientTiers/g)?.length).toBe(1);
    expect(workbook).toContain(`hidden="1">'客户等级'!$A$1</definedName>`);
    expectWhole(later.bytes);
  });
});

describe('what the person has added to a sheet of ours', () => {
  const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
  const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

  /** A picture, a comment, a zoom, a code name, a sparkline and a formula, as Excel would save them. */
  const edited = async (): Promise<Uint8Array> => {
    const once = await write(person(), [aFullSheet()]);
    return resaved(once.bytes, (texts) => {
      texts['xl/drawings/drawing1.xml'] = texts['xl/drawings/drawing1.xml']!.replace(
        '<xdr:wsDr ',
        '<xdr:wsDr xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" ',
      ).replace(
        '</xdr:wsDr>',
        '<xdr:oneCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9" cy="9"/>' +
          `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Picture 1"><a:extLst><a:ext uri="{x}"><a16:creationId id="{1}"/></a:ext></a:extLst></xdr:cNvPr><xdr:cNvPicPr/></xdr:nvPicPr>` +
          `<xdr:blipFill><a:blip xmlns:r="${RELATION}" r:embed="rId2"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
      );
      texts['xl/drawings/_rels/drawing1.xml.rels'] = texts['xl/drawings/_rels/drawing1.xml.rels']!.replace(
        'Id="rId2"',
        'Id="rId22"',
      ).replace(
        '</Relationships>',
        `<Relationship Id="rId2" Type="${RELATION}/image" Target="../media/image1.png"/></Relationships>`,
      );
      texts['xl/drawings/drawing1.xml'] = texts['xl/drawings/drawing1.xml']!.replace('r:id="rId2"', 'r:id="rId22"');
      texts['xl/media/image1.png'] = 'not really a picture';
      texts['xl/comments1.xml'] =
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>王</author></authors><commentList/></comments>';
      texts['xl/drawings/vmlDrawing1.vml'] = '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>';
      texts['xl/charts/style1.xml'] =
        '<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle"/>';
      texts['xl/charts/_rels/chart1.xml.rels'] =
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        '<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" Target="style1.xml"/></Relationships>';
      texts['xl/calcChain.xml'] =
        '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="7"/><c r="H1" i="8"/></calcChain>';
      texts['xl/_rels/workbook.xml.rels'] = texts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        `<Relationship Id="rId9" Type="${RELATION}/calcChain" Target="calcChain.xml"/></Relationships>`,
      );
      texts['xl/worksheets/_rels/sheet3.xml.rels'] = texts['xl/worksheets/_rels/sheet3.xml.rels']!.replace(
        '</Relationships>',
        `<Relationship Id="rId7" Type="${RELATION}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
          `<Relationship Id="rId8" Type="${RELATION}/comments" Target="../comments1.xml"/>` +
          `<Relationship Id="rId9" Type="${RELATION}/hyperlink" Target="https://example.test/" TargetMode="External"/></Relationships>`,
      );
      texts['[Content_Types].xml'] = texts['[Content_Types].xml']!.replace(
        '</Types>',
        '<Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
          '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>' +
          '<Override PartName="/xl/charts/style1.xml" ContentType="application/vnd.ms-office.chartstyle+xml"/>' +
          '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
      );
      texts['xl/worksheets/sheet3.xml'] = texts['xl/worksheets/sheet3.xml']!.replace(
        '<worksheet ',
        '<worksheet xmlns:x14ac="urn:x14ac" ',
      )
        .replace('<sheetPr>', '<sheetPr codeName="Sheet3">')
        .replace('<sheetView ', '<sheetView tabSelected="1" zoomScale="85" zoomScaleNormal="85" ')
        .replace('</row></sheetData>', '<c r="H9"><f>A1</f><v>1</v></c></row></sheetData>')
        .replace('<tableParts', '<legacyDrawing r:id="rId7"/><tableParts')
        .replace(
          '</extLst></worksheet>',
          '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" x14ac:knob="1"><sparks/></ext></extLst></worksheet>',
        );
    });
  };

  it('is kept: pictures, comments, zoom, code name, extensions', async () => {
    const { bytes } = await write(await edited(), [aFullSheet({ fingerprint: 'f2' })]);
    const texts = textsOf(bytes);
    expectWhole(bytes);
    expect(texts['xl/media/image1.png']).toBe('not really a picture');
    expect(texts['xl/comments1.xml']).toContain('王');
    const sheet = texts['xl/worksheets/sheet3.xml']!;
    expect(sheet).toContain('<sheetPr codeName="Sheet3">');
    expect(sheet).toContain(
      '<sheetView showGridLines="0" tabSelected="1" zoomScale="85" zoomScaleNormal="85" workbookViewId="0">',
    );
    expect(sheet).toMatch(/<drawing r:id="rId1"\/><legacyDrawing [^>]*r:id="rId7"\/><tableParts/);
    expect(sheet).toContain('xmlns:x14ac="urn:x14ac" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"');
    expect(sheet.match(/x14:conditionalFormattings>/g)?.length).toBe(2);
    const drawing = texts['xl/drawings/drawing1.xml']!;
    expect(drawing).toContain('name="Picture 1"');
    expect(drawing).toContain('r:embed="rId2"');
    expect(drawing.match(/name="Kelan_/g)?.length).toBe(6);
    const shapeIds = [...drawing.matchAll(/cNvPr id="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(shapeIds).size).toBe(7);
  });

  it('but formulas and links in cells are ours to write, and what went with them goes', async () => {
    const before = await edited();
    const { bytes } = await write(before, [aFullSheet()]);
    const texts = textsOf(bytes);
    expect(texts['xl/worksheets/sheet3.xml']).not.toContain('<f>');
    expect(texts['xl/calcChain.xml']).toBeUndefined();
    expect(texts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(texts['xl/charts/style1.xml']).toBeUndefined();
    expect(texts['xl/worksheets/_rels/sheet3.xml.rels']).not.toContain('example.test');
    const again = await write(bytes, [aFullSheet()]);
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
  });

  it('is kept where we have no chart any more', async () => {
    const { bytes } = await write(await edited(), [aSheetPlan()]);
    const texts = textsOf(bytes);
    expectWhole(bytes);
    expect(texts['xl/drawings/drawing1.xml']).toContain('Picture 1');
    expect(texts['xl/drawings/drawing1.xml']).not.toContain('Kelan_');
    expect(texts['xl/drawings/_rels/drawing1.xml.rels']).toContain('../media/image1.png');
    expect(Object.keys(texts).filter((name) => name.startsWith('xl/charts/'))).toEqual([]);
    expect(texts['xl/drawings/drawing1.xml']).toContain(`xmlns:a="${DRAWING}/main"`);
  });

  it('a copy of a chart of ours that she made is hers', async () => {
    const once = await write(person(), [aFullSheet({ charts: [aChart()] })]);
    const copied = resaved(once.bytes, (texts) => {
      const drawing = texts['xl/drawings/drawing1.xml']!;
      const anchor = /<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>/.exec(drawing)![0];
      const copy = anchor.replace('id="2"', 'id="9"').replace('r:id="rId1"', 'r:id="rId5"');
      texts['xl/drawings/drawing1.xml'] = drawing.replace('</xdr:wsDr>', `${copy}</xdr:wsDr>`);
      texts['xl/charts/chart9.xml'] = texts['xl/charts/chart1.xml']!;
      texts['xl/drawings/_rels/drawing1.xml.rels'] = texts['xl/drawings/_rels/drawing1.xml.rels']!.replace(
        '</Relationships>',
        `<Relationship Id="rId5" Type="${RELATION}/chart" Target="../charts/chart9.xml"/></Relationships>`,
      );
      texts['[Content_Types].xml'] = texts['[Content_Types].xml']!.replace(
        '</Types>',
        '<Override PartName="/xl/charts/chart9.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
      );
    });
    const { bytes } = await write(copied, [aFullSheet({ charts: [aChart({ title: '新' })] })]);
    expectWhole(bytes);
    expect(textsOf(bytes)['xl/charts/chart9.xml']).toContain('净销售额');
    expect(textsOf(bytes)['xl/charts/chart1.xml']).toContain('新');
    expect(textsOf(bytes)['xl/drawings/drawing1.xml']!.match(/Kelan_pareto/g)?.length).toBe(2);
  });
});

describe('packages of other programs', () => {
  it('with prefixes on every element', async () => {
    const prefix = (text: string): string =>
      text.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace(' xmlns="', ' xmlns:x="');
    const parts: Parts = personParts({
      ...patched('xl/workbook.xml', (text) =>
        prefix(text).replace(/r:id/g, 'rel:id').replace('xmlns:r=', 'xmlns:rel='),
      ),
      ...patched('xl/styles.xml', prefix),
      ...patched('[Content_Types].xml', prefix),
      ...patched('xl/_rels/workbook.xml.rels', prefix),
    });
    const { bytes } = await write(zipOf(parts), [aFullSheet()]);
    const texts = textsOf(bytes);
    expect(texts['xl/workbook.xml']).toContain(
      '<x:sheet name="客户等级" sheetId="8" rel:id="rId4"/></x:sheets><x:definedNames>',
    );
    expect(texts['xl/styles.xml']).toContain('<x:numFmts count="2"><x:numFmt numFmtId="164"');
    expect(texts['[Content_Types].xml']).toContain('<x:Override PartName="/xl/worksheets/sheet3.xml"');
    expect(texts['xl/_rels/workbook.xml.rels']).toContain('<x:Relationship Id="rId4"');
    expectWhole(bytes);
    expect(Buffer.compare((await write(bytes, [aFullSheet()])).bytes, bytes)).toBe(0);
  });

  it('in the strict dialect, in which ours are written too', async () => {
    const strict = (text: string): string =>
      text
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g,
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g,
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const parts = Object.fromEntries(
      Object.entries(personParts()).map(([name, text]) => [name, strict(text as string)]),
    );
    const { bytes } = await write(zipOf(parts), [aFullSheet()]);
    const texts = textsOf(bytes);
    expectWhole(bytes);
    for (const name of [...OURS, 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) {
      const transitional = texts[name]!.match(/http:\/\/schemas\.openxmlformats\.org\/(?!package)[^"]*/g);
      expect([name, transitional]).toEqual([name, null]);
    }
    expect(texts['xl/charts/chart1.xml']).toContain('<c:gapWidth val="50%"/>');
    expect(Buffer.compare((await write(bytes, [aFullSheet()])).bytes, bytes)).toBe(0);
  });

  it('with parts in UTF-16', async () => {
    const utf16 = (text: string): Uint8Array =>
      new Uint8Array(Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    const parts = personParts();
    const { bytes } = await write(
      person({
        'xl/workbook.xml': utf16(parts['xl/workbook.xml'] as string),
        'xl/styles.xml': utf16(parts['xl/styles.xml'] as string),
      }),
      [aFullSheet()],
    );
    expect(textsOf(bytes)['xl/workbook.xml']).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?>\n<workbook/,
    );
    expect(sheetNames(bytes)).toEqual(['客户', '交易', '客户等级']);
    expectWhole(bytes);
  });

  it('without a stylesheet', async () => {
    const { bytes } = await write(
      person({
        'xl/styles.xml': undefined,
        ...patched('xl/_rels/workbook.xml.rels', (text) => text.replace(/<Relationship Id="rId3".*?\/>/, '')),
        ...patched('[Content_Types].xml', (text) => text.replace(/<Override PartName="\/xl\/styles.*?\/>/, '')),
        ...patched('xl/worksheets/sheet1.xml', (text) => text.replace(' s="1"', '')),
      }),
      [aFullSheet()],
    );
    expectWhole(bytes);
    expect(textsOf(bytes)['xl/styles.xml']).toContain(
      '<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    );
    expect(Buffer.compare((await write(bytes, [aFullSheet()])).bytes, bytes)).toBe(0);
  });

  it('with its parts in unusual places and names that lean the other way', async () => {
    const parts = personParts();
    const placed: Record<string, string | Uint8Array> = {
      '[Content_Types].xml': (parts['[Content_Types].xml'] as string).replace(/\/xl\//g, '/book/deep/'),
      '_rels\\.rels': (parts['_rels/.rels'] as string).replace('xl/workbook.xml', '/book/deep/workbook.xml'),
      'docProps\\app.xml': parts['docProps/app.xml']!,
    };
    for (const [name, text] of Object.entries(parts)) {
      if (name.startsWith('xl/'))
        placed[name.replace('xl/', 'book/deep/').replace(/\//g, '\\')] = (text as string).replace(
          '/xl/',
          '/book/deep/',
        );
    }
    const { bytes } = await write(zipOf(placed), [aFullSheet()]);
    const names = Object.keys(unzip(bytes));
    expect(names).toContain('book\\deep\\workbook.xml');
    expect(names).toContain('book/deep/worksheets/sheet3.xml');
    expect(names.length).toBe(Object.keys(placed).length + 11);
    expectWhole(bytes);
  });

  it('with macros, which stay', async () => {
    const macros = strToU8('bytes of a project');
    const { bytes } = await write(
      person({
        'xl/vbaProject.bin': macros,
        ...patched('[Content_Types].xml', (text) =>
          text
            .replace(
              /application\/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main\+xml/,
              'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
            )
            .replace(
              '<Default',
              '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default',
            ),
        ),
        ...patched('xl/_rels/workbook.xml.rels', (text) =>
          text.replace(
            '</Relationships>',
            '<Relationship Id="rId4" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
          ),
        ),
      }),
      [aFullSheet()],
    );
    expect(unzip(bytes)['xl/vbaProject.bin']).toEqual(macros);
    expect(textsOf(bytes)['[Content_Types].xml']).toContain('macroEnabled.main+xml');
    expect(textsOf(bytes)['xl/workbook.xml']).toContain('r:id="rId5"');
    expectWhole(bytes);
  });

  it('with tables and names of the person that have ours: ours take a number', async () => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="41" name="x" displayName="KELANTABLE_clienttiers" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="客户编号"/></tableColumns></table>';
    const bytesBefore = person({
      'xl/tables/table1.xml': table,
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      ...patched('[Content_Types].xml', (text) =>
        text.replace(
          '</Types>',
          '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
        ),
      ),
    });
    const { bytes } = await write(bytesBefore, [aFullSheet()]);
    expect(textsOf(bytes)['xl/tables/table1.xml']).toBe(table);
    expect(textsOf(bytes)['xl/tables/table2.xml']).toContain(
      ' id="42" name="KelanTable_clientTiers_2" displayName="KelanTable_clientTiers_2" ',
    );
    expectWhole(bytes);
    expect(Buffer.compare((await write(bytes, [aFullSheet()])).bytes, bytes)).toBe(0);
  });
});

describe('what is refused, nothing written', () => {
  const refusal = (bytes: Uint8Array, ...plans: Parameters<typeof write>[1]): Promise<unknown> =>
    write(bytes, plans).then(
      () => 'written',
      (error: unknown) => (error instanceof HostError ? error.code : error),
    );

  it('a name that the person has, in whatever case, or that Excel does not take', async () => {
    expect(await refusal(person(), aSheetPlan({ name: '客户' }))).toBe('host-refused');
    expect(await refusal(person(), aSheetPlan({ name: 'a/b' }))).toBe('host-refused');
    expect(await refusal(person(), aSheetPlan({ id: 'a', name: 'One' }), aSheetPlan({ id: 'b', name: 'oNE' }))).toBe(
      'host-refused',
    );
  });

  it('a new sheet in a locked workbook; one that is there is written', async () => {
    const lock = (text: string): string =>
      text.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>');
    expect(await refusal(person(patched('xl/workbook.xml', lock)), aSheetPlan())).toBe('protected-structure');
    const once = await write(person(), [aSheetPlan()]);
    const locked = resaved(once.bytes, (texts) => {
      texts['xl/workbook.xml'] = lock(texts['xl/workbook.xml']!);
    });
    expect(await refusal(locked, aSheetPlan({ fingerprint: 'f2' }))).toBe('written');
  });

  it('a sheet of ours that the person has protected', async () => {
    const once = await write(person(), [aSheetPlan()]);
    const locked = resaved(once.bytes, (texts) => {
      texts['xl/worksheets/sheet3.xml'] = texts['xl/worksheets/sheet3.xml']!.replace(
        '<pageMargins',
        '<sheetProtection sheet="1"/><pageMargins',
      );
    });
    expect(await refusal(locked, aSheetPlan())).toBe('protected-sheet');
  });

  it('a signed workbook', async () => {
    const signed = person({
      '_xmlsignatures/origin.sigs': '',
      ...patched('_rels/.rels', (text) =>
        text.replace(
          '</Relationships>',
          '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
        ),
      ),
    });
    expect(await refusal(signed, aSheetPlan())).toBe('unsupported');
  });

  it('a figure that is no number, a plan that writes a cell or a sheet twice: mistakes of ours', async () => {
    const cell = { row: 0, column: 0, values: [[Number.NaN]], styles: [{}] };
    await expect(write(person(), [aSheetPlan({ blocks: [cell] })])).rejects.toThrow('A1 would hold NaN');
    const one = { ...cell, values: [[1]] };
    await expect(write(person(), [aSheetPlan({ blocks: [one, one] })])).rejects.toThrow('two blocks write A1');
    await expect(write(person(), [aSheetPlan(), aSheetPlan()])).rejects.toThrow('twice');
  });

  it('tables and merged cells that lie over each other, two charts of one name: what Excel would repair', async () => {
    const range = (row: number, rows: number): { row: number; column: number; rows: number; columns: number } => ({
      row,
      column: 1,
      rows,
      columns: 3,
    });
    const merges = [range(5, 1), range(3, 2), range(2, 2)];
    await expect(write(person(), [aSheetPlan({ merges })])).rejects.toThrow('B3:D4 and B4:D5 lie over each other');
    await expect(write(person(), [aFullSheet({ merges: [range(8, 3)] })])).rejects.toThrow('A3:F9 and B9:D11');
    await expect(write(person(), [aFullSheet({ charts: [aChart(), aChart()] })])).rejects.toThrow('two charts');
    expect((await write(person(), [aSheetPlan({ merges: merges.slice(0, 2) })])).outcome.written).toHaveLength(1);
  });

  it('stops when the person cancels', async () => {
    const cancel = new AbortController();
    cancel.abort();
    await expect(write(person(), [aSheetPlan()], { signal: cancel.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
