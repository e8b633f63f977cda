import { CONTENT_TYPES, STRICT, TRANSITIONAL } from '../../../../../src/hosts/xlsx/write/xml/dialect';
import { patchContentTypes } from '../../../../../src/hosts/xlsx/write/patch-content-types';
import { WorkbookDraft } from '../../../../../src/hosts/xlsx/write/workbook-draft';
import {
  freeIds,
  patchRelationships,
  writeRelationships,
} from '../../../../../src/hosts/xlsx/write/write-relationships';
import { builtInCode, builtInFormat } from '../../../../../src/hosts/xlsx/write/styles/number-formats';
import { keyOfBorder, keyOfFill, keyOfFont } from '../../../../../src/hosts/xlsx/write/styles/style-keys';
import { namespaceAt, parseXml, prefixAt, textOf } from '../../../../../src/hosts/xlsx/write/xml/xml-tree';

const draft = (inner: string, dialect = TRANSITIONAL): WorkbookDraft =>
  new WorkbookDraft(`<workbook xmlns:r="${TRANSITIONAL.relationships}">${inner}</workbook>`, 'wb', dialect);
const changed = (inner: string, change: (workbook: WorkbookDraft) => void, dialect = TRANSITIONAL): string => {
  const workbook = draft(inner, dialect);
  change(workbook);
  return workbook
    .render()
    .replace(/^<workbook[^>]*>/, '')
    .replace('</workbook>', '');
};
const SHEETS = '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>';

describe('the workbook part', () => {
  it('gets sheets at the end of its list, under the prefix that it has for relationships', () => {
    expect(changed(SHEETS, (one) => one.addSheet('b&c', 2, 'rId5'))).toBe(
      '<sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b&amp;c" sheetId="2" r:id="rId5"/></sheets>',
    );
    expect(changed('<sheets/>', (one) => one.addSheet('b', 2, 'rId5', 'veryHidden'))).toBe(
      '<sheets><sheet name="b" sheetId="2" state="veryHidden" r:id="rId5"/></sheets>',
    );
    expect(changed('<sheets/>', (one) => one.addSheet('b', 2, 'rId5'), STRICT)).toBe(
      `<sheets><sheet name="b" sheetId="2" xmlns:r="${STRICT.relationships}" r:id="rId5"/></sheets>`,
    );
    expect(() => draft('<calcPr/>')).toThrow('names no sheets');
  });

  it('gets names behind what stands before them, or among those that are there', () => {
    const mark = `<definedName name="Kelan_x" comment="f1" hidden="1">'it''s'!$A$1</definedName>`;
    const set = (one: WorkbookDraft): void => one.setMark('x', "it's", 'f1');
    expect(changed(SHEETS, set)).toBe(`${SHEETS}<definedNames>${mark}</definedNames>`);
    expect(changed(`${SHEETS}<externalReferences/><calcPr/>`, set)).toBe(
      `${SHEETS}<externalReferences/><definedNames>${mark}</definedNames><calcPr/>`,
    );
    const hers = '<definedName name="hers">1</definedName>';
    expect(changed(`${SHEETS}<definedNames>${hers}</definedNames>`, set)).toBe(
      `${SHEETS}<definedNames>${hers}${mark}</definedNames>`,
    );
    const old = `<definedNames><definedName name="KELAN_x" comment="f0" hidden="1">a!$A$1</definedName></definedNames>`;
    expect(changed(SHEETS + old, set)).toBe(SHEETS + old.replace('f0', 'f1').replace('a!$A$1', "'it''s'!$A$1"));
    const same = `${SHEETS}<definedNames>${mark}</definedNames>`;
    expect(changed(same, set)).toBe(same);
  });

  it('has names of one sheet by its position: set, changed, taken away', () => {
    const local = (at: number, text: string): string =>
      `<definedName name="P" localSheetId="${at}">${text}</definedName>`;
    const names = (...list: string[]): string => `${SHEETS}<definedNames>${list.join('')}</definedNames>`;
    expect(changed(names(local(0, 'x')), (one) => one.setLocalName('P', 1, 'y'))).toBe(
      names(local(0, 'x'), local(1, 'y')),
    );
    expect(changed(names(local(0, 'x')), (one) => one.setLocalName('P', 0, 'y'))).toBe(names(local(0, 'y')));
    expect(changed(names(local(0, 'x'), local(1, 'y')), (one) => one.setLocalName('P', 0, undefined))).toBe(
      names(local(1, 'y')),
    );
    expect(changed(names(local(0, 'x')), (one) => one.setLocalName('P', 1, undefined))).toBe(names(local(0, 'x')));
    expect(changed(SHEETS, (one) => one.setHiddenText('S', 'a"b'))).toContain(
      '<definedName name="S" hidden="1">"a"b"</definedName>',
    );
  });

  it('is calculated when it is opened, its properties behind the names', () => {
    expect(changed(`${SHEETS}<calcPr calcMode="manual"/>`, (one) => one.calculateOnOpening())).toBe(
      `${SHEETS}<calcPr calcMode="manual" fullCalcOnLoad="1"/>`,
    );
    const both = (one: WorkbookDraft): void => {
      one.calculateOnOpening();
      one.setHiddenText('S', 'x');
    };
    expect(changed(`${SHEETS}<customWorkbookViews/>`, both)).toBe(
      `${SHEETS}<definedNames><definedName name="S" hidden="1">"x"</definedName></definedNames><calcPr fullCalcOnLoad="1"/><customWorkbookViews/>`,
    );
    expect(changed(`${SHEETS}<definedNames/>`, (one) => one.calculateOnOpening())).toBe(
      `${SHEETS}<definedNames/><calcPr fullCalcOnLoad="1"/>`,
    );
  });

  it('opens on a sheet by its first view, made where there is none', () => {
    const place = 'firstSheet="2" activeTab="2"';
    expect(changed(`<bookViews><workbookView activeTab="0"/></bookViews>${SHEETS}`, (one) => one.openOn(2))).toBe(
      `<bookViews><workbookView activeTab="2" firstSheet="2"/></bookViews>${SHEETS}`,
    );
    expect(changed(`<bookViews/>${SHEETS}`, (one) => one.openOn(2))).toBe(
      `<bookViews><workbookView ${place}/></bookViews>${SHEETS}`,
    );
    expect(changed(SHEETS, (one) => one.openOn(2))).toBe(`<bookViews><workbookView ${place}/></bookViews>${SHEETS}`);
  });

  it('names caches of slicers, and keeps those of hers when ours go', () => {
    const cache = (id: string): string => `<x14:slicerCache xmlns:x14="u" r:id="${id}"/>`;
    const listed = (...ids: string[]): string =>
      `<extLst><ext uri="{46BE6895-7355-4A93-B00E-2C351335B9C9}"><x15:slicerCaches xmlns:x15="v">${ids.map(cache).join('')}</x15:slicerCaches></ext></extLst>`;
    const of = (id: string) => ({ name: `Slicer_${id}`, relationshipId: id });
    const ids = (text: string): string[] => [...text.matchAll(/slicerCache [^>]*r:id="(\w+)"/g)].map(([, id]) => id!);
    const run = (inner: string, added: string[], dropped: string[]): string =>
      changed(inner, (one) => one.setSlicerCaches(added.map(of), dropped.map(of)));
    expect(run(SHEETS, [], [])).toBe(SHEETS);
    const first = run(SHEETS, ['a1'], []);
    expect([ids(first), first.includes('<definedName name="Slicer_a1">#N/A</definedName>')]).toEqual([['a1'], true]);
    expect(run(`${SHEETS}<extLst><ext uri="other"/></extLst>`, ['a1'], [])).toContain('<extLst><ext uri="other"/><ext');
    const both = run(SHEETS + listed('h1'), ['a1'], []);
    expect([ids(both), both.match(/46BE6895/g)!.length]).toEqual([['h1', 'a1'], 1]);
    expect(ids(run(SHEETS + listed('h1', 'a1'), [], ['a1']))).toEqual(['h1']);
    expect(ids(run(SHEETS + listed('h1', 'a1'), ['a2'], ['a1']))).toEqual(['h1', 'a2']);
    expect(run(SHEETS + listed('a1'), [], ['a1'])).toBe(`${SHEETS}<extLst></extLst>`);
    expect(run(SHEETS + listed('h1'), [], [])).toBe(SHEETS + listed('h1'));
    expect(run(SHEETS + listed(), [], [])).toBe(SHEETS + listed());
    const named = `${SHEETS}<definedNames><definedName name="Slicer_a1">#N/A</definedName><definedName name="x">1</definedName></definedNames>`;
    expect(run(named, [], ['a1'])).toBe(`${SHEETS}<definedNames><definedName name="x">1</definedName></definedNames>`);
  });
});

describe('lists of the package', () => {
  it('of kinds name ours, correct one that was another, and forget what is gone', () => {
    const types = (inner: string): string => `<Types>${inner}</Types>`;
    const rels = '<Default Extension="RELS" ContentType="r"/>';
    const of = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
    const ours = new Map([['xl/a.xml', CONTENT_TYPES.table]]);
    expect(patchContentTypes(types(rels), ours, [])).toBe(types(rels + of('xl/a.xml', CONTENT_TYPES.table)));
    expect(patchContentTypes(types(rels + of('XL/a.xml', 'old')), ours, ['xl/a.xml'])).toBe(
      types(rels + of('XL/a.xml', CONTENT_TYPES.table)),
    );
    expect(patchContentTypes(types(rels + of('xl/b.xml', 'b') + of('xl/c.xml', 'c')), new Map(), ['/xl/B.xml'])).toBe(
      types(rels + of('xl/c.xml', 'c')),
    );
    expect(patchContentTypes(types(''), ours, [])).toContain('<Default Extension="rels"');
    expect(patchContentTypes(types(''), new Map(), [])).toBe(types(''));
  });

  it('of relationships get free ids, outside targets as such, and lose those that are named', () => {
    const ids = freeIds(['rId1', 'rId3']);
    expect([ids.next().value, ids.next().value, ids.next().value]).toEqual(['rId2', 'rId4', 'rId5']);
    expect(freeIds([]).next().value).toBe('rId1');
    const one = { id: 'rId1', type: 't', target: 'a.xml', isExternal: false };
    const written = writeRelationships([one, { ...one, id: 'rId2', isExternal: true }]);
    expect(written).toContain('<Relationship Id="rId1" Type="t" Target="a.xml"/>');
    expect(written).toContain('<Relationship Id="rId2" Type="t" Target="a.xml" TargetMode="External"/>');
    const text =
      '<p:Relationships xmlns:p="u"><p:Relationship Id="rId1"/><p:Relationship Id="rId2"/></p:Relationships>';
    expect(patchRelationships(text, [{ ...one, id: 'rId3' }], ['rId1'])).toBe(
      '<p:Relationships xmlns:p="u"><p:Relationship Id="rId2"/><p:Relationship Id="rId3" Type="t" Target="a.xml"/></p:Relationships>',
    );
  });
});

describe('looks that are there already', () => {
  const of = (xml: string) => parseXml(xml, 'x');
  const font = (inner: string): string | undefined =>
    keyOfFont(of(`<font>${inner}<sz val="10"/><name val="F"/></font>`));
  const plain = 'false|false|false|10||F';

  it('of fonts are told by all that a key can say', () => {
    expect(font('')).toBe(plain);
    expect(font('<b/><i val="1"/><u/>')).toBe('true|true|true|10||F');
    expect(font('<b val="0"/><i val="false"/><u val="none"/>')).toBe(plain);
    expect(font('<u val="single"/>')).toBe('false|false|true|10||F');
    expect(font('<color rgb="ff00aa00"/>')).toBe('false|false|false|10|FF00AA00|F');
    expect(font('<family val="2"/><strike val="0"/>')).toBe(plain);
    for (const none of ['<u val="double"/>', '<color theme="1"/>', '<color rgb="FF000000" tint="0.5"/>', '<strike/>'])
      expect(font(none)).toBeUndefined();
    expect(keyOfFont(of('<font><sz val="10"/></font>'))).toBeUndefined();
    expect(keyOfFont(of('<font><name val="F"/></font>'))).toBeUndefined();
  });

  it('of fills and borders too', () => {
    const fill = (inner: string): string | undefined => keyOfFill(of(`<fill>${inner}</fill>`));
    expect([fill('<patternFill/>'), fill('<patternFill patternType="none"/>')]).toEqual(['', '']);
    expect(fill('<patternFill patternType="solid"><fgColor rgb="FF112233"/></patternFill>')).toBe('FF112233');
    for (const none of [
      '<gradientFill/>',
      '<patternFill patternType="solid"/>',
      '<patternFill patternType="gray125"><fgColor rgb="FF112233"/></patternFill>',
      '<patternFill patternType="solid"><fgColor theme="1"/></patternFill>',
    ])
      expect(fill(none)).toBeUndefined();
    const border = (inner: string, attributes = ''): string | undefined =>
      keyOfBorder(of(`<border${attributes}>${inner}</border>`));
    const line = '<color rgb="FF000000"/>';
    expect(border('<left/><top style="none"/>')).toBe('|||');
    expect(border(`<left style="thin">${line}</left><bottom style="hair"/>`)).toBe('thin/FF000000|||hair/');
    expect(border(`<start style="thin">${line}</start><end style="thin"/>`)).toBe('thin/FF000000|thin/||');
    expect(border('<left style="thin"><color theme="1"/></left>')).toBeUndefined();
    expect(border('', ' diagonalUp="1"')).toBeUndefined();
    expect([border('', ' diagonalUp="0"'), border('', ' diagonalDown="false"'), border('', ' outline="1"')]).toEqual([
      '|||',
      '|||',
      '|||',
    ]);
  });

  it('of numbers are those that mean the same in every language', () => {
    const codes = ['General', '0', '0.00', '#,##0', '#,##0.00', '0%', '0.00%', '@'];
    expect(codes.map(builtInFormat)).toEqual([0, 1, 2, 3, 4, 9, 10, 49]);
    expect([0, 1, 2, 3, 4, 9, 10, 49].map(builtInCode)).toEqual(codes);
    expect([builtInFormat('yyyy-mm-dd'), builtInCode(14)]).toEqual([undefined, undefined]);
  });
});

describe('a tree over text', () => {
  it('resolves entities, and takes words out of what is within', () => {
    const text = '<a x="&lt;&#65;&#x42;&quot;&unknown;&#x110000;"><b>1&amp;2<![CDATA[<3>]]></b></a>';
    const root = parseXml(text, 'x');
    expect(root.attributes[0]!.value).toBe('<AB"&unknown;&#x110000;');
    expect(textOf(text, root)).toBe('1&2<3>');
    expect(parseXml('<a x="&#x10ffff;"/>', 'x').attributes[0]!.value).toBe('\u{10FFFF}');
  });

  it('knows prefixes and namespaces where they are declared, unless they mean something else nearer by', () => {
    const root = parseXml('<a xmlns="d" xmlns:p="one" xmlns:q="one"><b xmlns:p="two"><c/></b></a>', 'x');
    const inner = root.children[0]!.children[0]!;
    expect([namespaceAt(inner, ''), namespaceAt(inner, 'p'), namespaceAt(root, 'p'), namespaceAt(inner, 'z')]).toEqual([
      'd',
      'two',
      'one',
      undefined,
    ]);
    expect([prefixAt(inner, 'one'), prefixAt(root, 'one'), prefixAt(inner, 'two'), prefixAt(inner, 'd')]).toEqual([
      'q',
      'p',
      'p',
      undefined,
    ]);
  });
});
