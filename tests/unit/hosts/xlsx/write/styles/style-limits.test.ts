import { emptyStylesheet, StyleBook } from '../../../../../../src/hosts/xlsx/write/styles/style-book';
import { STRICT, TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import type { CellStyle } from '../../../../../../src/workbook/style';
import { aSheetPlan } from '../plan-builder';
import { expectWhole } from '../whole-package';
import { personParts, write, zipOf } from '../workbook-builder';

const sheet = (inside: string): string => `<styleSheet xmlns="x">${inside}</styleSheet>`;
const open = (text: string, isStrict = false): StyleBook =>
  new StyleBook(text, 'styles', { isStrict, used: { cell: -1, differential: -1 } });
/** The font of our cells, alone: a cell format of font 0 that says nothing else looks like `{}` to us. */
const FONTS =
  '<fonts><font><sz val="10"/><name val="Microsoft YaHei"/><family val="2"/><charset val="134"/></font></fonts>';
const FILLS =
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
const BORDERS = '<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
const PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"';
const withFormats = (...formats: string[]): string =>
  sheet(`${FONTS}${FILLS}${BORDERS}<cellXfs>${formats.join('')}</cellXfs>`);

describe('cell formats of hers', () => {
  /** Whether a cell format at index 1 is taken for a style of ours. */
  const isTaken = (xf: string, style: CellStyle = {}, quoted = false): boolean =>
    open(withFormats('<xf numFmtId="14"/>', xf)).cellStyle(style, quoted) === 1;

  it.each([
    [`<xf ${PLAIN}/>`, {}],
    ['<xf numFmtId="0"/>', {}],
    [`<xf ${PLAIN}><alignment horizontal="general" vertical="bottom" indent="0" wrapText="0"/></xf>`, {}],
    [`<xf ${PLAIN}><alignment textRotation="0" shrinkToFit="false" readingOrder="0"/></xf>`, {}],
    [`<xf ${PLAIN} pivotButton="0" quotePrefix="0"><protection locked="1" hidden="0"/></xf>`, {}],
    [`<xf ${PLAIN}><alignment horizontal="left" vertical="center" wrapText="true" indent="1"/></xf>`, { verticalAlign: 'center', wrap: true, indent: 1 }],
    [`<xf ${PLAIN}><alignment indent="1"/></xf>`, { align: 'left', indent: 1 }],
    [`<xf ${PLAIN}><alignment horizontal="right"/></xf>`, { align: 'right' }],
    [`<xf ${PLAIN}><protection locked="false"/></xf>`, { unlocked: true }],
    ['<xf numFmtId="10"/>', { numberFormat: '0.00%' }],
  ] satisfies [string, CellStyle][])('are ours where they look like it: %s', (xf, style) => {
    expect(isTaken(xf, style)).toBe(true);
  }); // prettier-ignore

  it.each([
    [`<xf ${PLAIN}><alignment textRotation="45"/></xf>`],
    [`<xf ${PLAIN}><alignment shrinkToFit="1"/></xf>`],
    [`<xf ${PLAIN}><alignment horizontal="general" textRotation="45"/></xf>`],
    [`<xf ${PLAIN}><protection hidden="1"/></xf>`],
    [`<xf ${PLAIN} pivotButton="1"/>`],
    [`<xf ${PLAIN} quotePrefix="1"/>`],
    [`<xf ${PLAIN} xfId="0"/>`],
    [`<xf ${PLAIN}><extLst/></xf>`],
    [`<xf ${PLAIN}><alignment wrapText="1"/></xf>`],
    [`<xf ${PLAIN}><alignment vertical="top"/></xf>`],
    [`<xf ${PLAIN}><protection locked="0"/></xf>`],
    ['<xf numFmtId="14"/>'],
    ['<xf numFmtId="1"/>'],
    ['<xf numFmtId="0" fillId="1"/>'],
    ['<xf numFmtId="0" fontId="1"/>'],
    ['<xf numFmtId="0" borderId="1"/>'],
  ])('are not where something is otherwise: %s', (xf) => {
    expect(isTaken(xf)).toBe(false);
  });

  it('of ours are one for an indent and for one from the left, and another for every other alignment', () => {
    const book = open(emptyStylesheet(TRANSITIONAL));
    const styles: CellStyle[] = [{}, { align: 'left' }, { indent: 1 }, { indent: 1, align: 'left' }, { indent: 1, align: 'right' }, { align: 'right' }]; // prettier-ignore
    expect(styles.map((style) => book.cellStyle(style))).toEqual([1, 2, 3, 3, 4, 5]);
  });

  it('that keep text text are ours for text that looks like a formula', () => {
    expect(isTaken(`<xf ${PLAIN} quotePrefix="true"/>`, {}, true)).toBe(true);
  });

  it('are 65,490 at most, as Excel holds', () => {
    const full = (count: number): StyleBook => open(withFormats('<xf numFmtId="14"/>'.repeat(count)));
    const book = full(65_489);
    expect(book.cellStyle({})).toBe(65_489);
    expect(() => book.cellStyle({ bold: true })).toThrow('Excel holds 65,490');
    expect(() => full(65_490).cellStyle({})).toThrow('the workbook has 65491 cell formats');
  });

  it('belong to the style Normal, wherever that stands, and to none where no style is named', () => {
    const of = (named: string): string => {
      const book = open(sheet(`${FONTS}<cellStyleXfs><xf/><xf/><xf/></cellStyleXfs>${named}`));
      book.cellStyle({});
      return (
        /<xf numFmtId="0" fontId="\d+" fillId="0" borderId="0"( xfId="\d+")? applyFont/.exec(book.render())![1] ?? ''
      );
    };
    const style = (builtinId: number, xfId: number): string => `<cellStyle builtinId="${builtinId}" xfId="${xfId}"/>`;
    expect(of(`<cellStyles>${style(3, 1)}${style(0, 2)}</cellStyles>`)).toBe(' xfId="2"');
    expect([of(`<cellStyles>${style(3, 1)}</cellStyles>`), of('')]).toEqual([' xfId="0"', ' xfId="0"']);
    const bare = open(sheet(FONTS));
    bare.cellStyle({});
    expect(bare.render()).not.toContain('xfId');
  });
});

describe('the normal font', () => {
  const font = (size: number, name = 'F'): string => `<font><sz val="${size}"/><name val="${name}${size}"/></font>`;
  it('is that of the style Normal; what it does not say is Calibri and 11', () => {
    const of = (fonts: string, xfs: string, styles = ''): unknown =>
      open(sheet(`<fonts>${fonts}</fonts><cellStyleXfs>${xfs}</cellStyleXfs>${styles}`)).normalFont;
    const two = font(9) + font(12);
    expect(of(two, '<xf fontId="1"/>')).toEqual({ name: 'F12', size: 12 });
    expect(of(two, '<xf/>')).toEqual({ name: 'F9', size: 9 });
    expect(of(two, '')).toEqual({ name: 'F9', size: 9 });
    expect(of(two, '<xf fontId="0"/><xf fontId="1"/>', '<cellStyles><cellStyle builtinId="0" xfId="1"/></cellStyles>')).toEqual({ name: 'F12', size: 12 });
    expect([of('<font/>', ''), of('', '')]).toEqual([{ name: 'Calibri', size: 11 }, { name: 'Calibri', size: 11 }]);
  }); // prettier-ignore
});

describe('number formats', () => {
  const idOf = (formats: string, code: string, more = ''): number => {
    const book = open(sheet(`<numFmts>${formats}</numFmts>${FONTS}${more}`));
    book.cellStyle({ numberFormat: code });
    return Number(/<xf numFmtId="(\d+)"[^>]*applyFont/.exec(book.render())![1]);
  };
  const format = (id: number, code: string): string => `<numFmt numFmtId="${id}" formatCode="${code}"/>`;

  it('have numbers from 164 on, behind the highest of hers; a code that is there is used', () => {
    expect(idOf('', '0.0')).toBe(164);
    expect(idOf(format(50, 'x'), '0.0')).toBe(164);
    expect(idOf(format(164, 'x'), '0.0')).toBe(165);
    expect(idOf(format(200, 'x') + format(180, 'y'), '0.0')).toBe(201);
    expect(idOf(format(200, '0.0') + format(210, '0.0'), '0.0')).toBe(200);
    const choice = `<mc:AlternateContent xmlns:mc="m"><mc:Choice>${format(300, 'x')}</mc:Choice><mc:Fallback>${format(190, 'x')}</mc:Fallback></mc:AlternateContent>`;
    expect(idOf(choice, '0.0')).toBe(191);
  });

  it('that every reader knows keep their number, unless hers has given it another meaning', () => {
    expect(idOf('', '0.00')).toBe(2);
    expect(idOf(format(2, '0.000'), '0.00')).toBe(164);
    expect(idOf(format(2, '0.000'), '0.000')).toBe(2);
  });

  it('named by a cell and said nowhere are nobody’s: below what Excel holds they are passed', () => {
    const named = (id: number): string => `<cellXfs><xf numFmtId="${id}"/></cellXfs>`;
    expect([idOf('', '0.0', named(65_489)), idOf('', '0.0', named(65_490))]).toEqual([65_490, 164]);
  });

  it('are written once for all cells that have them', () => {
    const book = open(emptyStylesheet(TRANSITIONAL));
    for (const bold of [true, false]) for (const code of ['0.0', '0.000']) book.cellStyle({ bold, numberFormat: code });
    expect(book.render()).toContain(`<numFmts count="2">${format(164, '0.0')}${format(165, '0.000')}</numFmts>`);
  });
});

describe('what a rule changes', () => {
  const indexOf = (dxf: string, ask: (book: StyleBook) => number): number => ask(open(sheet(`<dxfs>${dxf}</dxfs>`)));
  const red =
    (style: object = {}) =>
    (book: StyleBook) =>
      book.conditionalStyle({ color: '#aa0000', ...style });
  const color = '<color rgb="ffAA0000"/>';
  const fill = (rgb: string): string => `<fill><patternFill><bgColor ${rgb}/></patternFill></fill>`;

  it('is found again where it says the same', () => {
    expect(indexOf(`<dxf><font>${color}</font></dxf>`, red())).toBe(0);
    expect(indexOf(`<dxf><font><b val="0"/><i val="0"/>${color}</font></dxf>`, red())).toBe(0);
    expect(indexOf(`<dxf><font><b/>${color}</font></dxf>`, red({ bold: true }))).toBe(0);
    expect(indexOf(`<dxf><font><b val="1"/>${color}</font>${fill('rgb="ff00bb00"')}</dxf>`, red({ bold: true, fill: '#00BB00' }))).toBe(0);
  }); // prettier-ignore

  it.each([
    '<dxf/>',
    `<dxf><font><b/>${color}</font></dxf>`,
    `<dxf><font><i/>${color}</font></dxf>`,
    `<dxf><font>${color}</font><border/></dxf>`,
    `<dxf><font>${color}</font>${fill('rgb="FF00BB00"')}</dxf>`,
    `<dxf><font>${color}</font>${fill('theme="1"')}</dxf>`,
    `<dxf><font>${color}</font><fill/></dxf>`,
    '<dxf><font><color theme="1"/></font></dxf>',
    '<dxf><font/></dxf>',
    `<dxf>${fill('rgb="FFAA0000"')}</dxf>`,
  ])('is another where it does not: %s', (dxf) => {
    expect(indexOf(dxf, red())).toBe(1);
  });

  const GREY = { style: 'hair', color: '#999999' } as const;
  const side = (name: string, style: string, rgb: string): string =>
    `<${name} style="${style}"><color rgb="${rgb}"/></${name}>`;
  const ours = `${side('left', 'hair', 'FF999999')}${side('top', 'thin', 'FF111111')}`;
  const lines = (book: StyleBook): number => book.lineAbove('#111111', { left: GREY });

  it('of lines stands once, from the left, and is found again in the next run and after Excel has saved it', () => {
    const book = open(emptyStylesheet(TRANSITIONAL));
    const sides = { right: GREY, bottom: GREY };
    expect([lines(book), lines(book), book.lineAbove('#111111'), book.lineAbove('#111111', sides)]).toEqual([
      0, 0, 1, 2,
    ]);
    const text = book.render();
    const last =
      side('right', 'hair', 'FF999999') + side('top', 'thin', 'FF111111') + side('bottom', 'hair', 'FF999999');
    expect(text).toContain(
      `<dxfs count="3"><dxf><border>${ours}</border></dxf><dxf><border>${side('top', 'thin', 'FF111111')}</border></dxf><dxf><border>${last}</border></dxf></dxfs>`,
    );
    const again = open(text);
    expect([again.lineAbove('#111111', sides), again.lineAbove('#111111'), lines(again)]).toEqual([2, 1, 0]);
    expect(again.render()).toBe(text);
    expect(indexOf(`<dxf><border>${ours}<bottom/><vertical/><horizontal/></border></dxf>`, lines)).toBe(0);
    for (const other of [
      `<dxf><border>${ours}${side('horizontal', 'thin', 'FF111111')}</border></dxf>`,
      `<dxf><border>${ours.replace('hair', 'thin')}</border></dxf>`,
      `<dxf><border>${ours}</border><fill/></dxf>`,
      `<dxf><border>${ours.replace('rgb="FF111111"', 'theme="1"')}</border></dxf>`,
      '<dxf/>',
    ])
      expect(indexOf(other, lines)).toBe(1);
  });

  it('of lines in a strict workbook begins and ends, as cells do there', () => {
    const book = open(emptyStylesheet(STRICT), true);
    lines(book);
    const text = book.render();
    expect(text).toContain(`<border>${ours.replace(/left/g, 'start')}</border>`);
    expect(lines(open(text, true))).toBe(0);
  });

  it('does not grow with every refresh: the same sheet twice is the same file', async () => {
    const range = { row: 1, column: 0, rows: 3, columns: 2 };
    const plan = aSheetPlan({
      conditionalFormats: [
        { kind: 'rowChanges', range, column: 0, color: '#111111' },
        { kind: 'rowChanges', range, column: 1, color: '#111111', sides: { left: GREY } },
      ],
    });
    const once = await write(zipOf(personParts()), [plan]);
    expectWhole(once.bytes);
    const twice = await write(once.bytes, [{ ...plan, fingerprint: 'f2' }]);
    const back = await write(twice.bytes, [plan]);
    expect(Buffer.compare(back.bytes, once.bytes)).toBe(0);
  });
});

describe('a list that is not there', () => {
  it('is put behind the last that stands before it, never behind what comes after', () => {
    const namesOf = (text: string): string[] => {
      const book = open(text);
      book.cellStyle({ numberFormat: '0.0' });
      book.conditionalStyle({ color: '#000000' });
      const whole = book.render();
      return [...whole.matchAll(/<(numFmts|fonts|fills|borders|cellStyleXfs|cellXfs|cellStyles|dxfs|tableStyles|colors|extLst)\b/g)].map(([, name]) => name!);
    }; // prettier-ignore
    const all = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'];
    expect(namesOf(sheet(''))).toEqual([...all, 'dxfs']);
    expect(namesOf(sheet('<numFmts/>'))).toEqual([...all, 'dxfs']);
    expect(namesOf(sheet('<tableStyles/><colors/><extLst/>'))).toEqual([
      ...all,
      'dxfs',
      'tableStyles',
      'colors',
      'extLst',
    ]);
    expect(namesOf(sheet(`${FONTS}<cellStyles/><tableStyles/>`))).toEqual([
      ...all,
      'cellStyles',
      'dxfs',
      'tableStyles',
    ]);
    expect(namesOf(sheet('<cellStyleXfs/><dxfs/>'))).toEqual([
      'numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'dxfs',
    ]); // prettier-ignore
  });
});
