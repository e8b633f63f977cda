import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  prepareShareCopy,
  SHARE_LEVELS,
  shareableReports,
  type ShareWish,
} from '../../../../src/app/share/prepare-share-copy';
import { refresh, type RefreshRequest } from '../../../../src/app/refresh';
import { dayOf } from '../../../../src/core/model/day';
import { makeNewWorkbook } from '../../../../src/hosts/xlsx/new-workbook';
import { openXlsxHost } from '../../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../../src/hosts/xlsx/zip/byte-source';

/** A word of its own for each place in which an .xlsx can hold something that nobody sees. */
const MARK = 'zqsecret';
const seeded: string[] = [];
function secret(place: string): string {
  seeded.push(place);
  return `${MARK}${String(seeded.length).padStart(3, '0')}x`;
}

/** A book with sheets that are read, and secrets everywhere else. */
async function seedWorkbook(): Promise<Uint8Array> {
  const book = new Workbook();
  book.creator = secret('creator');
  book.lastModifiedBy = secret('last modified by');
  book.company = secret('company');
  book.title = secret('title of the document');
  book.subject = secret('subject');
  book.keywords = secret('keywords');
  book.description = secret('description');
  book.manager = secret('manager');
  const clients = book.addWorksheet('客户');
  clients.addRow(['客户编号', '客户名称', '联系人', '手机', '自定列']);
  clients.addRow(['K-001', '金桥（集团）有限公司', '赵大伟', '13700001111', secret('column that is not read')]);
  clients.addRow(['K-002', '青禾农牧有限公司', '', '', '']);
  clients.getCell('A2').note = secret('comment');
  clients.getCell('D2').dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${secret('validation list')}"`],
    showInputMessage: true,
    prompt: secret('validation prompt'),
  };
  clients.addConditionalFormatting({
    ref: 'A1:A3',
    rules: [
      { type: 'containsText', operator: 'containsText', text: secret('conditional format'), style: {}, priority: 1 },
    ],
  });
  clients.headerFooter = {
    oddHeader: secret('page header'),
    oddFooter: secret('page footer'),
    evenHeader: secret('even header'),
    firstHeader: secret('first header'),
  };
  clients.getCell('F1').value = { formula: `"${secret('formula')}"`, result: '' };
  clients.getCell('F2').value = {
    text: '链接',
    hyperlink: `https://example.com/${secret('hyperlink')}`,
    tooltip: secret('tooltip'),
  };
  clients.getCell('F3').numFmt = `0"${secret('number format')}"`;
  clients.getCell('F3').value = 1;
  const sales = book.addWorksheet('销售明细');
  sales.addRow(['日期', '客户编号', '客户名称', '金额']);
  for (const [day, code, name, amount] of [
    [46027, 'K-001', '金桥（集团）有限公司', 7000],
    [46058, 'K-002', '青禾农牧有限公司', 2000],
    [46100, 'K-001', '金桥（集团）有限公司', 1000],
  ] as const)
    sales.addRow([day, code, name, amount]);
  book.addWorksheet('藏', { state: 'hidden' }).addRow([secret('hidden sheet')]);
  book.addWorksheet('深藏', { state: 'veryHidden' }).addRow([secret('very hidden sheet')]);
  book.addWorksheet(secret('name of a sheet'));
  book.definedNames.add('客户!$A$1', secret('defined name'));
  return seedParts(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** Parts that the library does not write, hung into the package as Excel hangs them. */
function seedParts(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (path: string): string => strFromU8(parts[path]!);
  const put = (path: string, xml: string): void => void (parts[path] = strToU8(xml));
  const W = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const workbookRels: string[] = [];
  const sheetRels: string[] = [];
  const rel = (list: string[], type: string, target: string): void =>
    void list.push(`<Relationship Id="rIdS${list.length}${type.length}" Type="${W}/${type}" Target="${target}"/>`);
  put(
    'xl/pivotCache/pivotCacheDefinition1.xml',
    `<pivotCacheDefinition ${X}><cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="客户"/></cacheSource><cacheFields count="1"><cacheField name="${secret('pivot cache field')}"><sharedItems><s v="${secret('pivot cache item')}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
  );
  put(
    'xl/pivotCache/pivotCacheRecords1.xml',
    `<pivotCacheRecords ${X}><r><s v="${secret('pivot cache record')}"/></r></pivotCacheRecords>`,
  );
  rel(workbookRels, 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml');
  put(
    'xl/externalLinks/externalLink1.xml',
    `<externalLink ${X}><externalBook><sheetNames><sheetName val="${secret('external sheet name')}"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>${secret('external link cache')}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
  );
  rel(workbookRels, 'externalLink', 'externalLinks/externalLink1.xml');
  put(
    'xl/connections.xml',
    `<connections ${X}><connection id="1" name="${secret('connection')}" type="1"/></connections>`,
  );
  rel(workbookRels, 'connections', 'connections.xml');
  put(
    'xl/persons/person.xml',
    `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="${secret('person')}" id="{1}"/></personList>`,
  );
  put(
    'xl/threadedComments/threadedComment1.xml',
    `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" id="{2}" personId="{1}"><text>${secret('threaded comment')}</text></threadedComment></ThreadedComments>`,
  );
  put('customXml/item1.xml', `<x>${secret('custom XML')}</x>`);
  put(
    'docProps/custom.xml',
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${secret('custom property name')}"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${secret('custom property')}</vt:lpwstr></property></Properties>`,
  );
  put(
    'xl/printerSettings/printerSettings1.bin',
    Array.from(secret('printer settings'), (char) => `${char}\0`).join(''),
  );
  rel(sheetRels, 'printerSettings', '../printerSettings/printerSettings1.bin');
  put(
    'xl/webextensions/webextension1.xml',
    `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{3}"><we:properties><we:property name="a" value="${secret('web extension')}"/></we:properties></we:webextension>`,
  );
  put(
    'xl/drawings/drawing9.xml',
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9" cy="9"/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="${secret('name of a shape')}" descr="${secret('alt text')}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>${secret('text box')}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
  );
  rel(sheetRels, 'drawing', '../drawings/drawing9.xml');
  put(
    'xl/charts/chart9.xml',
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>${secret('chart cache')}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
  );
  put(
    'xl/sharedStrings.xml',
    text('xl/sharedStrings.xml').replace('</sst>', `<si><t>${secret('string that no cell uses')}</t></si></sst>`),
  );
  const styles = text('xl/styles.xml');
  put('xl/styles.xml', styles.replace('</styleSheet>', `<!-- ${secret('comment in a part')} --></styleSheet>`));
  put(
    'xl/worksheets/sheet1.xml',
    text('xl/worksheets/sheet1.xml').replace(
      /<sheetPr[^>]*\/>|(?=<dimension)/,
      `<sheetPr codeName="${secret('code name of a sheet')}"/>`,
    ),
  );
  const into = (path: string, extra: string): void => {
    const empty = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    put(path, (parts[path] ? text(path) : empty).replace('</Relationships>', `${extra}</Relationships>`));
  };
  into('xl/_rels/workbook.xml.rels', workbookRels.join(''));
  into('xl/worksheets/_rels/sheet1.xml.rels', sheetRels.join(''));
  return zipSync(parts);
}

/** Every byte of every part, as text and with the noughts of wide characters taken out. */
function bytesOf(file: Uint8Array): string {
  return Object.entries(unzipSync(file))
    .map(([path, bytes]) => `${path}\n${strFromU8(bytes, true)}`)
    .join('\n')
    .replaceAll('\0', '');
}

const request = (month: number): RefreshRequest => ({
  clock: { today: dayOf(2026, 6, 30), now: `2026-0${month}-28 09:12`, version: '0.0.0' },
  lang: 'zh',
  asOf: dayOf(2026, month, 28),
  reports: 'all',
});

describe('a workbook with a secret in every place that nobody sees', () => {
  let host: Awaited<ReturnType<typeof openXlsxHost>>;
  let original: string;
  beforeAll(async () => {
    const bytes = await seedWorkbook();
    original = bytesOf(bytes);
    host = await openXlsxHost(memorySource(bytes));
    // Two refreshes: the history, the changes, the record and the way back stand in it too.
    await refresh(host, request(2));
    await refresh(host, request(3));
  });

  it('keeps every field of the clients in hidden sheets of its own', async () => {
    const chunks: Uint8Array[] = [];
    await host.save((chunk) => void chunks.push(chunk.slice()));
    const parts = unzipSync(Uint8Array.from(chunks.flatMap((chunk) => [...chunk])));
    expect(strFromU8(parts['xl/workbook.xml']!)).toMatch(/<sheet [^>]*name="客户资料留底"[^>]*state="hidden"/);
    const all = Object.entries(parts)
      .map(([path, bytes]) => (path.startsWith('xl/') ? strFromU8(bytes, true) : ''))
      .join('');
    // What the copies must not have is there to be had: the client's phone stands in the hidden record too.
    expect(Buffer.from(all, 'latin1').toString('utf8')).toMatch(/mobile[^<]{0,40}13700001111/);
  });

  it('has them all', () => {
    expect(seeded.length).toBeGreaterThan(40);
    const missing = seeded.filter((_, at) => !original.includes(`${MARK}${String(at + 1).padStart(3, '0')}x`));
    expect(missing).toEqual([]);
  });

  it.each(SHARE_LEVELS.flatMap((level) => [true, false].map((aliases) => [level, aliases] as const)))(
    'gives no byte of any away at level %s, aliases %s',
    async (level, aliases) => {
      const wish: ShareWish = {
        reports: shareableReports().map(({ id }) => id),
        level,
        aliases,
        forWhom: '',
        reason: '',
        freeText: true,
      };
      const done = await prepareShareCopy(host, request(3), wish, makeNewWorkbook);
      if (done.outcome === 'nothing') throw new Error('nothing was copied');
      expect(done.sheets).toContain('本期变动');
      const copy = bytesOf(done.file);
      expect(seeded.filter((_, at) => copy.includes(`${MARK}${String(at + 1).padStart(3, '0')}x`))).toEqual([]);
      expect(copy).not.toContain(MARK);
      // No history, no record, no way back, no register goes along.
      for (const name of [
        '历史快照',
        '客户资料变动',
        '客户资料留底',
        'Kelan record',
        'Kelan before',
        '查阅登记',
        'Kelan_',
      ])
        expect([name, copy.includes(`name="${name}"`) || copy.includes(`definedName name="${name}`)]).toEqual([
          name,
          false,
        ]);
      if (aliases)
        for (const word of ['金桥', '青禾', 'K-001', 'K-002'])
          expect([word, copy.includes(word)]).toEqual([word, false]);
      if (aliases || level !== 'secret')
        for (const word of ['赵大伟', '13700001111']) expect([word, copy.includes(word)]).toEqual([word, false]);
    },
  );
});
