import { HostError } from '../../../../workbook/host-error';
import type { ConditionalStyle } from '../../../../workbook/plan';
import type { CellStyle } from '../../../../workbook/style';
import type { Dialect } from '../xml/dialect';
import { builtInCode, builtInFormat, FIRST_CUSTOM_FORMAT } from './number-formats';
import {
  borderKeyOf,
  fillKeyOf,
  fontKey,
  fontLookOf,
  keyOfBorder,
  keyOfFill,
  keyOfFont,
  SIDES,
  STRICT_SIDES,
  type FontLook,
} from './style-keys';
import { XmlEdits } from '../xml/xml-edits';
import { argbOf, attributes, escapeAttribute, XML_DECLARATION } from '../xml/xml-text';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, type XmlElement } from '../xml/xml-tree';
import { NO_STYLES_USED, type UsedStyles } from './used-styles';

/** Lists of the stylesheet in the schema's order: a missing one is made behind the last that stands before it. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Excel's own limit of cell formats. */
const MAX_CELL_FORMATS = 65_490;

export function emptyStylesheet(dialect: Dialect): string {
  return `${XML_DECLARATION}<styleSheet xmlns="${dialect.main}"></styleSheet>`;
}

/** A list of the stylesheet: what is there by look, and what is added. */
class StyleList {
  private readonly added: string[] = [];
  private readonly indexByKey = new Map<string, number>();
  readonly element: XmlElement | undefined;
  private readonly existing: readonly XmlElement[];

  constructor(
    root: XmlElement,
    readonly name: string,
    child: string,
    keyOf: (element: XmlElement) => string | undefined,
    /** What index 0 and on must be where the list is missing or empty: cells without a style use 0. */
    private readonly first: readonly (readonly [key: string | undefined, xml: string])[],
    /** What stands for an entry that is named and not there, and the highest number named. */
    private readonly filler: { readonly xml: string; readonly highest: number } = { xml: '', highest: -1 },
  ) {
    this.element = childOf(root, name);
    this.existing = this.element ? entriesOf(this.element, child) : [];
    this.existing.forEach((element, index) => {
      const key = keyOf(element);
      if (key !== undefined && !this.indexByKey.has(key)) this.indexByKey.set(key, index);
    });
  }

  get size(): number {
    return this.existing.length + this.added.length;
  }

  /** The list gets its first entries where it has none. */
  seed(): void {
    if (this.size > 0) return;
    for (const [key, xml] of this.first) {
      if (key !== undefined && !this.indexByKey.has(key)) this.indexByKey.set(key, this.size);
      this.added.push(xml);
    }
  }

  indexOf(key: string, write: () => string): number {
    this.seed();
    let index = this.indexByKey.get(key);
    if (index === undefined) {
      this.fillUp();
      index = this.size;
      this.indexByKey.set(key, index);
      this.added.push(write());
    }
    return index;
  }

  /** Before the first entry of ours: a number that the person's parts name and nothing stands at stays without a look. */
  private fillUp(): void {
    const { xml, highest } = this.filler;
    while (this.size <= highest) this.added.push(xml);
  }

  get additions(): readonly string[] {
    return this.added;
  }
}

/**
 * The workbook's stylesheet with our styles in it. Asking for a style that is there gives its index; asking for a new
 * one appends. Nothing that is there is changed, so that the person's cells look as they did.
 */
export class StyleBook {
  private readonly isStrict: boolean;
  private readonly root: XmlElement;
  private readonly prefix: string;
  private readonly formats: StyleList;
  private readonly fonts: StyleList;
  private readonly fills: StyleList;
  private readonly borders: StyleList;
  private readonly cellFormats: StyleList;
  private readonly differential: StyleList;
  private readonly normalFormat: string;
  private nextFormat: number;
  private readonly formatIds = new Map<string, number>();
  private readonly formatCodes = new Map<number, string>();
  private readonly cellIndexes = new Map<CellStyle, [plain: number | undefined, quoted: number | undefined]>();

  constructor(
    private readonly text: string,
    part: string,
    { isStrict, used }: StyleBookChoices = { isStrict: false, used: NO_STYLES_USED },
  ) {
    this.isStrict = isStrict;
    this.root = parseXml(text, part);
    const root = this.root;
    this.prefix = root.prefix === '' ? '' : `${root.prefix}:`;
    this.normalFormat = normalFormatOf(root);

    let highest = FIRST_CUSTOM_FORMAT - 1;
    for (const format of entriesOf(childOf(root, 'numFmts') ?? root, 'numFmt')) {
      const id = Number(attributeOf(format, 'numFmtId'));
      const code = attributeOf(format, 'formatCode') ?? '';
      highest = Math.max(highest, usable(id));
      this.formatCodes.set(id, code);
      if (!this.formatIds.has(code)) this.formatIds.set(code, id);
    }
    const cellFormats = ['cellStyleXfs', 'cellXfs'].flatMap((list) => entriesOf(childOf(root, list), 'xf'));
    const named = (attribute: string): number =>
      cellFormats.reduce((most, xf) => Math.max(most, usable(Number(attributeOf(xf, attribute)))), -1);
    for (const dxf of entriesOf(childOf(root, 'dxfs'), 'dxf')) {
      const format = childOf(dxf, 'numFmt');
      if (format) highest = Math.max(highest, usable(Number(attributeOf(format, 'numFmtId'))));
    }
    this.nextFormat = Math.max(highest, named('numFmtId')) + 1;

    const q = this.prefix;
    const lookless = `<${q}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
    const noFill = `<${q}fill><${q}patternFill patternType="none"/></${q}fill>`;
    const gray = `<${q}fill><${q}patternFill patternType="gray125"/></${q}fill>`;
    const plainFont = `<${q}font><${q}sz val="11"/><${q}name val="Calibri"/></${q}font>`;
    this.formats = new StyleList(root, 'numFmts', 'numFmt', () => undefined, []);
    const firstFont = entriesOf(childOf(root, 'fonts'), 'font')[0];
    this.fonts = new StyleList(root, 'fonts', 'font', keyOfFont, [[undefined, plainFont]], {
      xml: firstFont ? text.slice(firstFont.start, firstFont.end) : plainFont,
      highest: named('fontId'),
    });
    this.fills = new StyleList(
      root,
      'fills',
      'fill',
      keyOfFill,
      [
        ['', noFill],
        [undefined, gray],
      ],
      { xml: noFill, highest: named('fillId') },
    );
    const noBorder = this.writeBorder({});
    this.borders = new StyleList(root, 'borders', 'border', keyOfBorder, [['|||', noBorder]], {
      xml: noBorder,
      highest: named('borderId'),
    });
    this.cellFormats = new StyleList(root, 'cellXfs', 'xf', (xf) => this.keyOfCellFormat(xf), [[undefined, lookless]], {
      xml: lookless,
      highest: usable(used.cell),
    });
    const tableStyles = childOf(root, 'tableStyles');
    const shown = tableStyles ? [...descendantsOf(tableStyles)] : [];
    this.differential = new StyleList(root, 'dxfs', 'dxf', keyOfDifferential, [], {
      xml: `<${q}dxf/>`,
      highest: shown.reduce(
        (most, element) => Math.max(most, usable(Number(attributeOf(element, 'dxfId')))),
        usable(used.differential),
      ),
    });
  }

  /** The index of a cell's style; `quoted` keeps text that looks like a formula text when the person edits it. */
  cellStyle(style: CellStyle, quoted = false): number {
    let known = this.cellIndexes.get(style);
    if (!known) this.cellIndexes.set(style, (known = [undefined, undefined]));
    return (known[quoted ? 1 : 0] ??= this.internCellStyle(style, quoted));
  }

  /** The index of what a conditional format changes. */
  conditionalStyle(style: ConditionalStyle): number {
    const q = this.prefix;
    const color = argbOf(style.color);
    const fill = style.fill === undefined ? '' : argbOf(style.fill);
    return this.differential.indexOf([style.bold ?? false, color, fill].join('|'), () => {
      const font = `<${q}font>${style.bold ? `<${q}b/>` : ''}<${q}color rgb="${color}"/></${q}font>`;
      const background = `<${q}fill><${q}patternFill><${q}bgColor rgb="${fill}"/></${q}patternFill></${q}fill>`;
      return `<${q}dxf>${font}${fill === '' ? '' : background}</${q}dxf>`;
    });
  }

  /** A conditional style that is nothing but a thin line above, beside the lines that the cells have anyway. */
  lineAbove(color: string, sides: Omit<NonNullable<CellStyle['border']>, 'top'> = {}): number {
    const q = this.prefix;
    const lines = { ...sides, top: { style: 'thin', color } as const };
    // In this order: readers are strict about it.
    const written = SIDES.flatMap((side) => {
      const line = lines[side];
      const name = `${q}${this.nameOfSide(side)}`;
      return line ? [`<${name} style="${line.style}"><${q}color rgb="${argbOf(line.color)}"/></${name}>`] : [];
    });
    return this.differential.indexOf(
      lineChangeKey(borderKeyOf({ border: lines })),
      () => `<${q}dxf><${q}border>${written.join('')}</${q}border></${q}dxf>`,
    );
  }

  /** Name and size of the font that widths of columns are measured in. */
  get normalFont(): { readonly name: string; readonly size: number } {
    const own = childOf(this.root, 'cellStyleXfs');
    const xf = entriesOf(own, 'xf')[Number(this.normalFormat)];
    const fonts = entriesOf(childOf(this.root, 'fonts'), 'font');
    // What is past the end is shown in the first.
    const font = fonts[Number((xf && attributeOf(xf, 'fontId')) ?? 0)] ?? fonts[0];
    const value = (local: string): string | undefined => {
      const child = font && childOf(font, local);
      return child && attributeOf(child, 'val');
    };
    return { name: value('name') ?? 'Calibri', size: Number(value('sz') ?? 11) };
  }

  /** The stylesheet as it is to be written; the very text where nothing was added. */
  render(): string {
    const edits = new XmlEdits(this.text);
    for (const list of [this.formats, this.fonts, this.fills, this.borders, this.cellFormats, this.differential]) {
      if (list.additions.length === 0) continue;
      const xml = list.additions.join('');
      if (list.element) {
        edits.append(list.element, xml);
        edits.setAttribute(list.element, 'count', String(list.size));
      } else {
        const written = `<${this.prefix}${list.name} count="${list.size}">${xml}</${this.prefix}${list.name}>`;
        this.insertList(edits, list.name, written);
      }
    }
    return edits.apply();
  }

  private insertList(edits: XmlEdits, name: string, xml: string): void {
    const before = ORDER.slice(0, ORDER.indexOf(name));
    const previous = this.root.children.filter((child) => before.includes(child.local)).at(-1);
    if (previous) edits.insert(previous.end, xml);
    else if (this.root.isSelfClosing) edits.append(this.root, xml);
    else edits.insert(this.root.openEnd, xml);
  }

  private internCellStyle(style: CellStyle, quoted: boolean): number {
    const q = this.prefix;
    const format = this.formatId(style.numberFormat ?? 'General');
    const look = fontLookOf(style);
    const font = this.fonts.indexOf(fontKey(look), () => this.writeFont(look));
    const fillKey = fillKeyOf(style);
    const fill = this.fills.indexOf(fillKey, () => this.writeFill(fillKey));
    const border = this.borders.indexOf(borderKeyOf(style), () => this.writeBorder(style));
    const key = cellFormatKey({
      code: style.numberFormat ?? 'General',
      font,
      fill,
      border,
      horizontal: style.align ?? '',
      vertical: style.verticalAlign ?? 'bottom',
      wrap: style.wrap ?? false,
      indent: style.indent ?? 0,
      unlocked: style.unlocked ?? false,
      quoted,
      parent: this.normalFormat,
    });
    const index = this.cellFormats.indexOf(key, () => {
      const alignment = attributes({
        horizontal: style.align ?? (style.indent ? 'left' : undefined),
        vertical: style.verticalAlign === 'bottom' ? undefined : style.verticalAlign,
        wrapText: style.wrap || undefined,
        indent: style.indent || undefined,
      });
      const inner =
        (alignment === '' ? '' : `<${q}alignment${alignment}/>`) +
        (style.unlocked ? `<${q}protection locked="0"/>` : '');
      const written = attributes({
        numFmtId: format,
        fontId: font,
        fillId: fill,
        borderId: border,
        xfId: this.normalFormat === '' ? undefined : this.normalFormat,
        quotePrefix: quoted || undefined,
        applyNumberFormat: format !== 0 || undefined,
        applyFont: true,
        applyFill: fillKey !== '' || undefined,
        applyBorder: borderKeyOf(style) !== '|||' || undefined,
        applyAlignment: alignment !== '' || undefined,
        applyProtection: style.unlocked || undefined,
      });
      return inner === '' ? `<${q}xf${written}/>` : `<${q}xf${written}>${inner}</${q}xf>`;
    });
    if (this.cellFormats.size > MAX_CELL_FORMATS)
      throw new HostError('host-refused', `the workbook has ${this.cellFormats.size} cell formats; Excel holds 65,490`);
    return index;
  }

  private formatId(code: string): number {
    const known = this.formatIds.get(code);
    if (known !== undefined) return known;
    const builtIn = builtInFormat(code);
    if (builtIn !== undefined && !this.formatCodes.has(builtIn)) return builtIn;
    const id = this.nextFormat++;
    this.formatIds.set(code, id);
    this.formats.indexOf(code, () => `<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  private writeFont(look: FontLook): string {
    const q = this.prefix;
    return (
      `<${q}font>` +
      (look.bold ? `<${q}b/>` : '') +
      (look.italic ? `<${q}i/>` : '') +
      (look.underline ? `<${q}u/>` : '') +
      `<${q}sz val="${look.size}"/>` +
      (look.color === '' ? '' : `<${q}color rgb="${look.color}"/>`) +
      `<${q}name val="${escapeAttribute(look.name)}"/><${q}family val="2"/><${q}charset val="134"/></${q}font>`
    );
  }

  private writeFill(argb: string): string {
    const q = this.prefix;
    const colors = `<${q}fgColor rgb="${argb}"/><${q}bgColor indexed="64"/>`;
    return argb === ''
      ? `<${q}fill><${q}patternFill patternType="none"/></${q}fill>`
      : `<${q}fill><${q}patternFill patternType="solid">${colors}</${q}patternFill></${q}fill>`;
  }

  private writeBorder(style: CellStyle): string {
    const q = this.prefix;
    const sides = SIDES.map((side) => {
      const line = style.border?.[side];
      const name = `${q}${this.nameOfSide(side)}`;
      return line ? `<${name} style="${line.style}"><${q}color rgb="${argbOf(line.color)}"/></${name}>` : `<${name}/>`;
    });
    return `<${q}border>${sides.join('')}<${q}diagonal/></${q}border>`;
  }

  private nameOfSide(side: (typeof SIDES)[number]): string {
    return this.isStrict ? STRICT_SIDES[side] : side;
  }

  private keyOfCellFormat(xf: XmlElement): string | undefined {
    const number = (name: string): number => Number(attributeOf(xf, name) ?? 0);
    const isTrue = (element: XmlElement | undefined, name: string, otherwise: boolean): boolean => {
      const value = element && attributeOf(element, name);
      return value === undefined ? otherwise : value === '1' || value === 'true';
    };
    const id = number('numFmtId');
    const code = this.formatCodes.get(id) ?? builtInCode(id);
    const alignment = childOf(xf, 'alignment');
    const protection = childOf(xf, 'protection');
    const others = ['textRotation', 'shrinkToFit', 'justifyLastLine', 'readingOrder', 'relativeIndent'];
    const isOther =
      alignment?.attributes.some(({ name, value }) => others.includes(name) && value !== '0' && value !== 'false') ||
      isTrue(protection, 'hidden', false) ||
      isTrue(xf, 'pivotButton', false) ||
      childOf(xf, 'extLst') !== undefined;
    if (code === undefined || isOther) return undefined;
    const indent = Number((alignment && attributeOf(alignment, 'indent')) ?? 0);
    const horizontal = (alignment && attributeOf(alignment, 'horizontal')) ?? '';
    return cellFormatKey({
      code,
      font: number('fontId'),
      fill: number('fillId'),
      border: number('borderId'),
      horizontal: horizontal === 'general' ? '' : horizontal,
      vertical: (alignment && attributeOf(alignment, 'vertical')) ?? 'bottom',
      wrap: isTrue(alignment, 'wrapText', false),
      indent,
      unlocked: !isTrue(protection, 'locked', true),
      quoted: isTrue(xf, 'quotePrefix', false),
      parent: attributeOf(xf, 'xfId') ?? '',
    });
  }
}

interface StyleBookChoices {
  readonly isStrict: boolean;
  readonly used: UsedStyles;
}

/** Numbers of styles beyond what Excel holds are slips that nothing of ours will ever stand at. */
const usable = (index: number): number => (index < MAX_CELL_FORMATS ? index : -1);

/**
 * The entries of a list, those inside `mc:AlternateContent` by what stands in its `Fallback`: programs that do not know the
 * choice count that, and so must we, or every number after it is one too low.
 */
function entriesOf(list: XmlElement | undefined, child: string): readonly XmlElement[] {
  return (list?.children ?? []).flatMap((element) => {
    if (element.local === child) return [element];
    if (element.local !== 'AlternateContent') return [];
    return childrenOf(childOf(element, 'Fallback') ?? element, child);
  });
}

interface CellFormatLook {
  readonly code: string;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly unlocked: boolean;
  readonly quoted: boolean;
  readonly parent: string;
}

/** An indent makes Excel write the left alignment out. */
const cellFormatKey = (look: CellFormatLook): string =>
  JSON.stringify([
    look.code,
    look.font,
    look.fill,
    look.border,
    look.horizontal === '' && look.indent > 0 ? 'left' : look.horizontal,
    look.vertical,
    look.wrap,
    look.indent,
    look.unlocked,
    look.quoted,
    look.parent,
  ]);

/** `xfId` of the style 常规/Normal, '' where the stylesheet has no named styles. */
function normalFormatOf(root: XmlElement): string {
  const parents = childOf(root, 'cellStyleXfs');
  if (entriesOf(parents, 'xf').length === 0) return '';
  const named = entriesOf(childOf(root, 'cellStyles'), 'cellStyle');
  const normal = named.find((style) => attributeOf(style, 'builtinId') === '0');
  return (normal && attributeOf(normal, 'xfId')) ?? '0';
}

function keyOfDifferential(dxf: XmlElement): string | undefined {
  const font = childOf(dxf, 'font');
  const fill = childOf(dxf, 'fill');
  const border = childOf(dxf, 'border');
  if (border && dxf.children.length === 1) return keyOfLineChange(border);
  if (!font || dxf.children.some((child) => child !== font && child !== fill)) return undefined;
  const color = childOf(font, 'color');
  const rgb = color && attributeOf(color, 'rgb');
  const isOn = (element: XmlElement): boolean => !['0', 'false'].includes(attributeOf(element, 'val') ?? '1');
  const bold = childOf(font, 'b');
  const known = new Set(['b', 'color']);
  const isOther = font.children.some((child) => !known.has(child.local) && isOn(child));
  if (rgb === undefined || isOther) return undefined;
  const pattern = fill && childOf(fill, 'patternFill');
  const background = pattern && childOf(pattern, 'bgColor');
  const fillRgb = background && attributeOf(background, 'rgb');
  if (fill && fillRgb === undefined) return undefined;
  return [bold !== undefined && isOn(bold), rgb.toUpperCase(), (fillRgb ?? '').toUpperCase()].join('|');
}

/** Of a change of nothing but lines around a cell. */
const lineChangeKey = (lines: string): string => `lines ${lines}`;

function keyOfLineChange(border: XmlElement): string | undefined {
  const known = [...SIDES, ...Object.values(STRICT_SIDES)] as readonly string[];
  const hasOthers = border.children.some((line) => !known.includes(line.local) && attributeOf(line, 'style'));
  const lines = hasOthers ? undefined : keyOfBorder(border);
  return lines === undefined ? undefined : lineChangeKey(lines);
}
