import { openPackage } from '../../../../../src/hosts/xlsx/package/xlsx-package';
import { writePlanInto } from '../../../../../src/hosts/xlsx/write/write-plan';
import { memorySource } from '../../../../../src/hosts/xlsx/zip/byte-source';
import { writeZip } from '../../../../../src/hosts/xlsx/zip/zip-writer';
import type { JobControl } from '../../../../../src/workbook/job-control';
import type { PlanInTurn, SheetPlan, WritePlan } from '../../../../../src/workbook/plan';
import { aSheetPlan } from './plan-builder';
import { all, expectWhole, parse } from './whole-package';
import { personParts, textsOf, zipOf } from './workbook-builder';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PERSON = personParts() as Record<string, string>;
/** A workbook of hers whose parts are changed: words for words. */
const person = (
  changes: Record<string, (text: string) => string> = {},
  more: Record<string, string> = {},
): Uint8Array =>
  zipOf({
    ...PERSON,
    ...Object.fromEntries(Object.entries(changes).map(([part, change]) => [part, change(PERSON[part]!)])),
    ...more,
  });
const inWorkbook = (change: (text: string) => string) => ({ 'xl/workbook.xml': change });
const withNames =
  (names: string): ((text: string) => string) =>
  (text) =>
    text.replace('<calcPr', `<definedNames>${names}</definedNames><calcPr`);
const mark = (id: string, text: string): string =>
  `<definedName name="Kelan_${id}" comment="f0" hidden="1">${text}</definedName>`;

async function write(bytes: Uint8Array, plan: WritePlan | PlanInTurn, control?: JobControl) {
  const { items, outcome } = await writePlanInto(await openPackage(memorySource(bytes)), plan, control);
  const chunks: Uint8Array[] = [];
  await writeZip(items, (chunk) => void chunks.push(chunk.slice()));
  const written = Uint8Array.from(Buffer.concat(chunks));
  expectWhole(written, bytes);
  return { bytes: written, texts: textsOf(written), outcome };
}
/** Name, number and state of each sheet. */
const sheetsIn = (texts: Record<string, string>): string[] =>
  [...all(parse(texts['xl/workbook.xml']!))]
    .filter(({ local }) => local === 'sheet')
    .map(({ attributes: { name, sheetId, state } }) => [name, sheetId, ...(state ? [state] : [])].join(' '));
const namesIn = (texts: Record<string, string>): string[] =>
  [...all(parse(texts['xl/workbook.xml']!))]
    .filter(({ local }) => local === 'definedName')
    .map(({ attributes: { name, localSheetId }, text }) => `${name}${localSheetId ? ` ${localSheetId}` : ''}: ${text}`);
const A = aSheetPlan({ id: 'a', name: '甲' });
const B = aSheetPlan({ id: 'b', name: '乙' });

describe('sheets that come one after the other', () => {
  const headings = [A, B];
  it('are written as they come, told of before each and at the end, with a pause behind each', async () => {
    const told: unknown[] = [];
    const laidOut: string[] = [];
    const sheets = function* (): Generator<SheetPlan> {
      for (const sheet of headings) {
        laidOut.push(`${sheet.id} after ${told.length}`);
        yield sheet;
      }
    };
    const pause = jest.fn(() => Promise.resolve());
    const { texts, outcome } = await write(person(), { headings, sheets: sheets() }, {
      report: (progress) => void told.push(progress),
      pause,
    }); // prettier-ignore
    expect(told).toEqual([
      { step: 'write', sheet: '甲', done: 0, total: 2 },
      { step: 'write', sheet: '乙', done: 1, total: 2 },
      { step: 'write', done: 2, total: 2 },
    ]);
    expect([laidOut, pause.mock.calls.length]).toEqual([['a after 0', 'b after 1'], 2]);
    expect(outcome).toEqual({ written: ['a', 'b'], sheetNames: { a: '甲', b: '乙' } });
    expect(sheetsIn(texts)).toEqual(['客户 3', '交易 7 hidden', '甲 8', '乙 9']);
  });

  it('must be those that were announced: none in place of another, none too few, none too many', async () => {
    await expect(write(person(), { headings, sheets: [B, A] })).rejects.toThrow('b comes out of its turn');
    await expect(write(person(), { headings, sheets: [A] })).rejects.toThrow('b does not come');
    await expect(write(person(), { headings, sheets: [A, B, A] })).rejects.toThrow('a comes out of its turn');
  });

  it('stop between two when the person cancels', async () => {
    const stop = new AbortController();
    const sheets = function* (): Generator<SheetPlan> {
      yield A;
      stop.abort();
      yield B;
    };
    await expect(write(person(), { headings, sheets: sheets() }, { signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('where a sheet goes', () => {
  it('is onto the sheet that its mark names, in whatever letters', async () => {
    const bytes = person(
      inWorkbook((text) => withNames(mark('a', "'Sheet ONE'!$A$1"))(text.replace('客户', 'sheet one'))),
    );
    const { texts, outcome } = await write(bytes, { sheets: [A] });
    expect([outcome.sheetNames, sheetsIn(texts)]).toEqual([{ a: 'sheet one' }, ['sheet one 3', '交易 7 hidden']]);
    expect(namesIn(texts)).toEqual(["Kelan_a: 'sheet one'!$A$1"]);
  });

  it('is behind all others where the mark is that of a sheet of hers, and the mark goes with it', async () => {
    const bytes = person(inWorkbook(withNames(mark('a', '客户!$A$1'))));
    const { texts } = await write(bytes, { sheets: [{ ...A, isAnew: true }] });
    expect([sheetsIn(texts), namesIn(texts)]).toEqual([['客户 3', '交易 7 hidden', '甲 8'], ["Kelan_a: '甲'!$A$1"]]);
    expect(texts['xl/worksheets/sheet1.xml']).toBe(PERSON['xl/worksheets/sheet1.xml']);
  });

  it('is always a new one where it will be hers, which gets no mark', async () => {
    const bytes = person(inWorkbook(withNames(mark('a', '客户!$A$1'))));
    const { texts } = await write(bytes, { sheets: [{ ...A, owner: 'person', visibility: 'veryHidden' }] });
    expect([sheetsIn(texts), namesIn(texts)]).toEqual([
      ['客户 3', '交易 7 hidden', '甲 8 veryHidden'],
      ['Kelan_a: 客户!$A$1'],
    ]);
  });

  it('is a new one where the mark points at no sheet of cells', async () => {
    const bytes = person(
      {
        ...inWorkbook(withNames(mark('a', '客户!$A$1'))),
        'xl/_rels/workbook.xml.rels': (text) => text.replace('/worksheet" Target="worksheets/sheet1.xml', '/chartsheet" Target="chartsheets/sheet1.xml'),
        '[Content_Types].xml': (text) => text.replace('/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet', '/xl/chartsheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet'),
      },
      { 'xl/chartsheets/sheet1.xml': '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' },
    ); // prettier-ignore
    expect(sheetsIn((await write(bytes, { sheets: [A] })).texts)).toEqual(['客户 3', '交易 7 hidden', '甲 8']);
  });

  it('has a number above all others, those that are none left aside', async () => {
    const numbered = (id: string): Uint8Array =>
      person(inWorkbook((text) => text.replace('sheetId="3"', `sheetId="${id}"`)));
    expect(sheetsIn((await write(numbered('40'), { sheets: [A, B] })).texts).slice(2)).toEqual(['甲 41', '乙 42']);
    expect(sheetsIn((await write(numbered('x'), { sheets: [A] })).texts).slice(2)).toEqual(['甲 8']);
    const none = person(
      inWorkbook((text) => text.replace('sheetId="3"', 'sheetId="x"').replace('sheetId="7"', 'sheetId="y"')),
    );
    expect(sheetsIn((await write(none, { sheets: [A] })).texts).slice(2)).toEqual(['甲 1']);
  });
});

describe('what the workbook says of a sheet', () => {
  it('are the rows and columns that every page repeats, columns first; nothing of what no longer is', async () => {
    const print = (changes: Partial<SheetPlan['print']>): SheetPlan => ({ ...A, print: { ...A.print, ...changes } });
    const rows = { repeatRows: { from: 2, to: 3 } };
    const columns = { repeatColumns: { from: 0, to: 27 } };
    const titles = async (plan: SheetPlan, bytes = person()): Promise<string[]> =>
      namesIn((await write(bytes, { sheets: [plan] })).texts).slice(1);
    expect(await titles(print({ ...rows, ...columns }))).toEqual(["_xlnm.Print_Titles 2: '甲'!$A:$AB,'甲'!$3:$4"]);
    expect(await titles(print(columns))).toEqual(["_xlnm.Print_Titles 2: '甲'!$A:$AB"]);
    expect(await titles(print({ areas: [] }))).toEqual([]);
    const area = { row: 0, column: 0, rows: 2, columns: 3 };
    expect(await titles(print({ areas: [area] }))).toEqual(["_xlnm.Print_Area 2: '甲'!$A$1:$C$2"]);
    const before = await write(person(), {
      sheets: [print({ ...rows, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] })],
    });
    const filtered = zipOf({
      ...before.texts,
      'xl/workbook.xml': before.texts['xl/workbook.xml']!.replace('</definedNames>', "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"2\" hidden=\"1\">'甲'!$A$1:$B$2</definedName></definedNames>"),
    }); // prettier-ignore
    expect(await titles(A, filtered)).toEqual([]);
  });

  it('are links by the name that the sheet has, of reports that stand and of sheets in whatever letters', async () => {
    const to = (target: SheetPlan['links'][number]['target'], row: number) => ({ row, column: 0, target });
    const links = [
      to({ report: 'b', cell: 'B1' }, 0),
      to({ report: 'gone', cell: 'B2' }, 1),
      to({ report: 'deleted', cell: 'B3' }, 2),
      to({ sheet: 'SHEET one', cell: 'B4' }, 3),
      to({ sheet: '甲', cell: 'B5' }, 4),
      to({ sheet: 'none', cell: 'B6' }, 5),
    ];
    const names = mark('b', '交易!$A$1') + mark('deleted', 'lost!$A$1');
    const bytes = person(inWorkbook((text) => withNames(names)(text.replace('客户', 'sheet one'))));
    const { texts } = await write(bytes, { sheets: [{ ...A, links }] });
    const found = [...texts['xl/worksheets/sheet3.xml']!.matchAll(/hyperlink ref="(\w+)" location="([^"]*)"/g)];
    expect(found.map(([, ref, location]) => `${ref} ${location}`)).toEqual([
      "A1 '交易'!B1",
      "A4 'sheet one'!B4",
      "A5 '甲'!B5",
    ]);
  });
});

describe('the sheet in front', () => {
  const front = async (bytes: Uint8Array, plan: WritePlan): Promise<string | undefined> =>
    /activeTab="(\d)"/.exec((await write(bytes, plan)).texts['xl/workbook.xml']!)?.[1];
  const marked = (name: string, change = (text: string): string => text): Uint8Array =>
    person(inWorkbook((text) => change(withNames(mark('front', `${name}!$A$1`))(text))));

  it('may be one that stands and is not written now, unless it is hidden', async () => {
    expect(await front(marked('客户'), { sheets: [A], opensOn: 'front' })).toBe('0');
    expect(await front(marked('交易'), { sheets: [A], opensOn: 'front' })).toBe('1');
    expect(await front(marked('交易', (text) => text.replace('activeTab="1"', 'activeTab="0"').replace(' state="hidden"', '')), { sheets: [A], opensOn: 'front' })).toBe('1');
    expect(await front(marked('客户', (text) => text.replace('name="客户"', 'name="客户" state="veryHidden"')), { sheets: [A], opensOn: 'front' })).toBe('1');
  }); // prettier-ignore

  it('is the one that is written where it is written, and stays where nothing is written at all', async () => {
    expect(await front(person(), { sheets: [A, B], opensOn: 'b' })).toBe('3');
    expect(await front(marked('客户'), { sheets: [], opensOn: 'front' })).toBe('1');
  });

  it('is selected though old modules stand among the sheets, which have no part', async () => {
    const module = '<sheet name="模块1" sheetId="9" state="veryHidden" r:id=""/></sheets>';
    const bytes = person(inWorkbook((text) => text.replace('</sheets>', module)));
    expect(await front(bytes, { sheets: [A], opensOn: 'a' })).toBe('3');
  });

  it('stays where a sheet of hers is in an encoding that one attribute cannot be cut out of', async () => {
    const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    const sheet = PERSON['xl/worksheets/sheet1.xml']!.replace('<sheetData>', '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>');
    const of = (part: Uint8Array | string): Promise<string | undefined> =>
      front(zipOf({ ...PERSON, 'xl/worksheets/sheet1.xml': part }), { sheets: [A], opensOn: 'a' });
    expect([await of(utf16(sheet)), await of(sheet), await of(`\uFEFF${sheet}`), await of(sheet.replace(/^<\?xml.*?\?>\n/, ''))]).toEqual(['1', '2', '2', '2']);
  }); // prettier-ignore
});

describe('a sheet in front that has the selection already', () => {
  const view = (text: string): string =>
    text.replace('<sheetData>', '<sheetViews><sheetView zoomScale="90" tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>'); // prettier-ignore
  const bytes = person({ ...inWorkbook(withNames(mark('front', '客户!$A$1'))), 'xl/worksheets/sheet1.xml': view });

  it('keeps every byte', async () => {
    const { texts } = await write(bytes, { sheets: [A], opensOn: 'front' });
    expect(texts['xl/worksheets/sheet1.xml']).toBe(view(PERSON['xl/worksheets/sheet1.xml']!));
  });

  it('and the whole workbook too, where nothing is written', async () => {
    const other = person({ ...inWorkbook(withNames(mark('front', '交易!$A$1'))), 'xl/worksheets/sheet1.xml': view });
    expect((await write(other, { sheets: [], opensOn: 'front' })).texts).toEqual(textsOf(other));
    const stop = new AbortController();
    stop.abort();
    await expect(write(other, { sheets: [] }, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the list of sheets in the properties', () => {
  const rels = (change: (text: string) => string) => ({ '_rels/.rels': change });
  it('is left out where the package has none, names one that is lost, or one elsewhere', async () => {
    const without = person(rels((text) => text.replace(/<Relationship Id="rId2".*?\/>/, '')));
    const lost = person(rels((text) => text.replace('docProps/app.xml', 'docProps/lost.xml')));
    const elsewhere = person(
      rels((text) => text.replace('Target="docProps/app.xml"', 'Target="docProps/app.xml" TargetMode="External"')),
    );
    for (const bytes of [without, lost, elsewhere])
      expect((await write(bytes, { sheets: [A] })).texts['docProps/app.xml']).toBe(PERSON['docProps/app.xml']);
  });
});

describe('the chain of calculation', () => {
  const chained = (sheet: string): Uint8Array =>
    person(
      {
        ...inWorkbook(withNames(mark('a', '客户!$A$1'))),
        'xl/_rels/workbook.xml.rels': (text) => text.replace('</Relationships>', `<Relationship Id="rId7" Type="${OFFICE}/calcChain" Target="calcChain.xml"/></Relationships>`),
        '[Content_Types].xml': (text) => text.replace('</Types>', '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>'),
        'xl/worksheets/sheet1.xml': (text) => text.replace('<v>1</v>', sheet),
      },
      { 'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="7"/></calcChain>' },
    ); // prettier-ignore
  it.each([
    ['<v>1</v>', true],
    ['<f>1+1</f><v>2</v>', false],
    ['<f t="shared" si="0"/><v>2</v>', false],
    ['<f/><v>2</v>', false],
  ])('stays unless she computed something on a sheet of ours: %s', async (sheet, stays) => {
    const { texts } = await write(chained(sheet), { sheets: [A, B] });
    expect(['xl/calcChain.xml' in texts, texts['xl/_rels/workbook.xml.rels']!.includes('calcChain')]).toEqual([
      stays,
      stays,
    ]);
  });
});
