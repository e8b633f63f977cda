import { STRICT, TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import { emptyStylesheet, StyleBook } from '../../../../../../src/hosts/xlsx/write/styles/style-book';
import type { CellStyle } from '../../../../../../src/workbook/style';
import { all, parse } from '../whole-package';
import { personParts } from '../workbook-builder';

const open = (text: string): StyleBook => new StyleBook(text, 'styles');
const PERSON = personParts()['xl/styles.xml'] as string;
const STYLE: CellStyle = {
  numberFormat: '#,##0.00 "元"',
  bold: true,
  italic: true,
  underline: true,
  size: 12,
  color: '#112233',
  fill: '#445566',
  align: 'right',
  verticalAlign: 'top',
  wrap: true,
  indent: 2,
  border: { top: { style: 'double', color: '#000000' } },
  unlocked: true,
};

describe('a stylesheet with ours in it', () => {
  it('is the very text where nothing of ours is asked for', () => {
    expect(open(PERSON).render()).toBe(PERSON);
  });

  it('has what a style says, behind what the person has', () => {
    const book = open(PERSON);
    expect(book.cellStyle(STYLE)).toBe(2);
    const text = book.render();
    expect(text).toContain(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00 &quot;元&quot;"/></numFmts><fonts count="3">',
    );
    expect(text).toContain(
      '<font><b/><i/><u/><sz val="12"/><color rgb="FF112233"/><name val="Microsoft YaHei"/><family val="2"/><charset val="134"/></font></fonts>',
    );
    expect(text).toContain(
      '<fill><patternFill patternType="solid"><fgColor rgb="FF445566"/><bgColor indexed="64"/></patternFill></fill></fills>',
    );
    expect(text).toContain(
      '<border><left/><right/><top style="double"><color rgb="FF000000"/></top><bottom/><diagonal/></border></borders>',
    );
    expect(text).toContain(
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
        '<xf numFmtId="164" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">' +
        '<alignment horizontal="right" vertical="top" wrapText="1" indent="2"/><protection locked="0"/></xf></cellXfs>',
    );
  });

  it('gives equal styles one index, and finds them again the next time', () => {
    const book = open(PERSON);
    const styles: readonly CellStyle[] = [STYLE, {}, { numberFormat: '0%' }, { indent: 1 }, { align: 'center' }];
    const first = styles.map((style) => book.cellStyle({ ...style }));
    expect(first).toEqual([2, 3, 4, 5, 6]);
    expect(book.cellStyle({}, true)).toBe(7);
    const limit = book.conditionalStyle({ color: '#111111', fill: '#222222', bold: true });
    const again = open(book.render());
    expect(styles.map((style) => again.cellStyle(style))).toEqual(first);
    expect(again.cellStyle({}, true)).toBe(7);
    expect(again.conditionalStyle({ color: '#111111', fill: '#222222', bold: true })).toBe(limit);
    expect(again.render()).toBe(book.render());
  });

  it('finds them in the words of Excel, which writes them otherwise', () => {
    const book = open(PERSON);
    book.cellStyle(STYLE);
    const excel = book
      .render()
      .replace('<b/><i/><u/><sz val="12"/>', '<b val="1"/><i/><strike val="0"/><u val="single"/><sz val="12"/>')
      .replace('<family val="2"/>', '<family val="3"/>')
      .replace('<alignment horizontal="right"', '<alignment textRotation="0" horizontal="right"')
      .replace('borderId="1"', 'borderId="1" pivotButton="0" quotePrefix="0"');
    const again = open(excel.replace('<strike val="0"/>', ''));
    expect(again.cellStyle(STYLE)).toBe(2);
    const withStrike = open(excel);
    expect(withStrike.cellStyle(STYLE)).toBe(2);
  });

  it('takes no style of the person that only looks alike', () => {
    const themed = PERSON.replace(
      '</cellXfs>',
      '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    ).replace('</fonts>', '<font><sz val="10"/><color theme="1"/><name val="Microsoft YaHei"/></font></fonts>');
    const book = open(themed);
    expect(book.cellStyle({})).toBe(3);
    expect(book.render()).toContain('<font><sz val="10"/><name val="Microsoft YaHei"/>');
  });

  it('is whole where the person has none: index 0 stays plain', () => {
    const book = open(emptyStylesheet(TRANSITIONAL));
    expect(book.cellStyle({ fill: '#FFFFFF' })).toBe(1);
    const root = parse(book.render());
    expect(root.children.map(({ local }) => local)).toEqual(['fonts', 'fills', 'borders', 'cellXfs']);
    expect(root.children.map(({ children }) => children.length)).toEqual([2, 3, 1, 2]);
    const patterns = [...all(root)]
      .filter(({ local }) => local === 'patternFill')
      .map(({ attributes }) => attributes['patternType']);
    expect(patterns).toEqual(['none', 'gray125', 'solid']);
  });

  it('is whole where it lacks cell formats, or closes itself', () => {
    const lacking = PERSON.replace(/<cellXfs.*?<\/cellXfs>/, '').replace(
      /<cellStyleXfs.*?<\/cellStyleXfs>/,
      '<cellStyleXfs/>',
    );
    const book = open(lacking);
    expect(book.cellStyle({})).toBe(1);
    expect(book.render()).toContain(
      '<cellStyleXfs/><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf ',
    );
    const closed = open('<x:styleSheet xmlns:x="urn:x"/>');
    closed.cellStyle({ numberFormat: '0.0' });
    expect(closed.render()).toMatch(
      /^<x:styleSheet xmlns:x="urn:x"><x:numFmts count="1"><x:numFmt .*<\/x:cellXfs><\/x:styleSheet>$/,
    );
  });

  it('counts the members of a list, not of lists within', () => {
    const nested = PERSON.replace(
      '</styleSheet>',
      '<dxfs count="1"><dxf><font><b/></font><fill><patternFill/></fill></dxf></dxfs></styleSheet>',
    );
    const book = open(nested);
    expect(book.conditionalStyle({ color: '#000000' })).toBe(1);
    expect(book.render()).toContain('<dxfs count="2">');
  });

  it('tells the font that columns are measured in', () => {
    expect(open(PERSON).normalFont).toEqual({ name: '宋体', size: 11 });
    expect(open(emptyStylesheet(TRANSITIONAL)).normalFont).toEqual({ name: 'Calibri', size: 11 });
  });
});

describe('numbers of the person that point past the end of their list', () => {
  const sheet = (inside: string): string => `<styleSheet xmlns="x">${inside}</styleSheet>`;
  const FONT = '<font><sz val="10"/><name val="Arial"/></font>';
  const LISTS = (more: { readonly xf?: string; readonly dxfs?: string; readonly tables?: string } = {}): string =>
    sheet(
      `<fonts count="1">${FONT}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        `<cellXfs count="1"><xf ${more.xf ?? ''}/></cellXfs>${more.dxfs ?? ''}${more.tables ?? ''}`,
    );
  const at = (text: string, list: string, index: number): string => {
    const entry = [...all(parse(text))].find(({ local }) => local === list)!.children[index]!;
    return JSON.stringify(entry);
  };
  const STYLED: CellStyle = {
    bold: true,
    size: 16,
    numberFormat: '0.000',
    fill: '#445566',
    border: { top: { style: 'thin', color: '#000000' } },
  };
  const written = (
    text: string,
    used = { cell: -1, differential: -1 },
  ): { text: string; cell: number; dxf: number } => {
    const book = new StyleBook(text, 'styles', { isStrict: false, used });
    const [cell, dxf] = [book.cellStyle(STYLED), book.conditionalStyle({ color: '#111111' })];
    return { text: book.render(), cell, dxf };
  };

  it.each([
    ['fontId', 'fonts', '10'],
    ['fillId', 'fills', '""'],
    ['borderId', 'borders', '""'],
  ])('a %s keeps its look: ours stand behind it', (name, list) => {
    const text = LISTS({ xf: `${name}="5"` });
    const done = written(text).text;
    const plain = at(text, list, 0);
    for (const index of [list === 'fills' ? 2 : 1, 5]) expect(at(done, list, index)).toBe(plain);
    expect(at(done, list, 6)).not.toBe(plain);
    expect([...all(parse(done))].find(({ local }) => local === list)!.attributes['count']).toBe('7');
  });

  it('a number format is not given to one of ours', () => {
    const done = written(LISTS({ xf: 'numFmtId="170"' })).text;
    expect(done).toContain('<numFmt numFmtId="171" formatCode="0.000"/>');
    expect(done).not.toContain('numFmtId="164"');
    expect(
      written(LISTS({ dxfs: '<dxfs count="1"><dxf><numFmt numFmtId="180" formatCode="0"/></dxf></dxfs>' })).text,
    ).toContain('<numFmt numFmtId="181" formatCode="0.000"/>');
  });

  it('a cell, row or column keeps its plain look', () => {
    const done = written(LISTS(), { cell: 3, differential: -1 });
    expect(done.cell).toBe(4);
    for (const index of [1, 2, 3])
      expect(at(done.text, 'cellXfs', index)).toBe(
        JSON.stringify(parse('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>')),
      );
    const empty = written(sheet(''), { cell: 1, differential: -1 });
    expect(empty.cell).toBe(2);
  });

  it('a rule, filter or table style keeps changing nothing', () => {
    expect(written(LISTS(), { cell: -1, differential: 1 }).dxf).toBe(2);
    expect(written(LISTS({ dxfs: '<dxfs count="0"/>' }), { cell: -1, differential: 0 }).text).toContain(
      '<dxfs count="2"><dxf/>',
    );
    const tables =
      '<tableStyles count="1"><tableStyle name="t"><tableStyleElement type="wholeTable" dxfId="4"/></tableStyle></tableStyles>';
    expect(written(LISTS({ tables })).dxf).toBe(5);
  });

  it('and a number that no list can reach costs nothing', () => {
    const done = written(LISTS({ xf: 'fontId="4294967295" numFmtId="4000000000"' }), {
      cell: 4_000_000_000,
      differential: NaN,
    });
    expect(done.text.length).toBeLessThan(5000);
    expect(done.cell).toBe(1);
  });

  it('the normal font is the first where its number leads nowhere, before and after ours are there', () => {
    const text = sheet(
      `<fonts count="1">${FONT}</fonts><cellStyleXfs count="1"><xf fontId="3"/></cellStyleXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`,
    );
    const arial = { name: 'Arial', size: 10 };
    expect(open(text).normalFont).toEqual(arial);
    expect(open(written(text).text).normalFont).toEqual(arial);
    expect(open(written(written(text).text).text).render()).toBe(written(text).text);
  });
});

describe('entries inside mc:AlternateContent', () => {
  const choice = (size: number): string => {
    const font = `<font><sz val="${size}"/><name val="Batang"/></font>`;
    return `<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="hs">${font}${font}</mc:Choice><mc:Fallback>${font}</mc:Fallback></mc:AlternateContent>`;
  };

  it('are those of the list alone, whatever else stands in it', () => {
    const font = '<font><sz val="7"/><name val="A"/></font>';
    const book = open(`<styleSheet xmlns="x"><fonts><extLst>${font}${font}</extLst>${font}</fonts></styleSheet>`);
    book.cellStyle({ bold: true });
    expect(book.render()).toContain('fontId="1"');
  });

  it('count as one each', () => {
    const book = open(
      `<styleSheet xmlns="x"><fonts count="3"><font><sz val="11"/><name val="A"/></font>${choice(9)}${choice(6)}</fonts><cellStyleXfs><xf fontId="2"/></cellStyleXfs></styleSheet>`,
    );
    expect(book.normalFont).toEqual({ name: 'Batang', size: 6 });
    book.cellStyle({ bold: true });
    expect(book.render()).toMatch(/<fonts count="4">.*<cellXfs count="2">.*<xf numFmtId="0" fontId="3"/);
  });
});

describe('borders of a strict workbook', () => {
  it('begin and end instead of standing left and right, and are found again', () => {
    const style: CellStyle = {
      border: { left: { style: 'thin', color: '#112233' }, bottom: { style: 'thin', color: '#112233' } },
    };
    const strict = (text: string): StyleBook =>
      new StyleBook(text, 'styles', { isStrict: true, used: { cell: -1, differential: -1 } });
    const book = strict(emptyStylesheet(STRICT));
    const index = book.cellStyle(style);
    const text = book.render();
    expect(text).toContain(
      '<border><start/><end/><top/><bottom/><diagonal/></border><border><start style="thin"><color rgb="FF112233"/></start><end/><top/><bottom style="thin">',
    );
    expect(text).not.toMatch(/<(left|right)\b/);
    const again = strict(text);
    expect(again.cellStyle(style)).toBe(index);
    expect(again.render()).toBe(text);
  });
});
