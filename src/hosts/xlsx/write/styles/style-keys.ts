import { type BorderLine, type CellStyle, REPORT_FONT, REPORT_FONT_SIZE } from '../../../../workbook/style';
import { argbOf } from '../xml/xml-text';
import { attributeOf, childOf, type XmlElement } from '../xml/xml-tree';

/**
 * Fonts, fills and borders as keys that say what they look like: a style that is in the stylesheet already, ours of
 * the last run or after Excel has written it in its own manner, is found again instead of added. What a key cannot say
 * (theme colours, gradients, strike-out) makes an element nobody's match: `undefined`.
 */
export interface FontLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly size: number;
  /** ARGB, or '' for automatic. */
  readonly color: string;
  readonly name: string;
}

export const fontLookOf = (style: CellStyle): FontLook => ({
  bold: style.bold ?? false,
  italic: style.italic ?? false,
  underline: style.underline ?? false,
  size: style.size ?? REPORT_FONT_SIZE,
  color: style.color === undefined ? '' : argbOf(style.color),
  name: REPORT_FONT,
});

export const fontKey = (look: FontLook): string =>
  [look.bold, look.italic, look.underline, look.size, look.color, look.name].join('|');

const isOn = (element: XmlElement): boolean => !['0', 'false', 'none'].includes(attributeOf(element, 'val') ?? '1');

/** ARGB of a colour element; '' where there is none; `undefined` for theme, indexed and tinted colours. */
function colorOf(element: XmlElement | undefined): string | undefined {
  if (!element) return '';
  const rgb = attributeOf(element, 'rgb');
  return rgb !== undefined && element.attributes.length === 1 ? rgb.toUpperCase() : undefined;
}

const FONT_PARTS = new Set(['b', 'i', 'u', 'sz', 'color', 'name', 'family', 'charset']);

export function keyOfFont(font: XmlElement): string | undefined {
  const flag = (local: string): boolean => {
    const child = childOf(font, local);
    return child !== undefined && isOn(child);
  };
  const color = colorOf(childOf(font, 'color'));
  const size = childOf(font, 'sz');
  const name = childOf(font, 'name');
  const underline = childOf(font, 'u');
  if (color === undefined || !size || !name) return undefined;
  if (underline && !['single', 'none', undefined].includes(attributeOf(underline, 'val'))) return undefined;
  if (font.children.some((child) => !FONT_PARTS.has(child.local) && isOn(child))) return undefined;
  return fontKey({
    bold: flag('b'),
    italic: flag('i'),
    underline: flag('u'),
    size: Number(attributeOf(size, 'val')),
    color,
    name: attributeOf(name, 'val') ?? '',
  });
}

/** The fill's ARGB; '' is no fill. */
export const fillKeyOf = (style: CellStyle): string => (style.fill === undefined ? '' : argbOf(style.fill));

export function keyOfFill(fill: XmlElement): string | undefined {
  const pattern = childOf(fill, 'patternFill');
  if (!pattern) return undefined;
  const type = attributeOf(pattern, 'patternType') ?? 'none';
  if (type === 'none') return '';
  const color = colorOf(childOf(pattern, 'fgColor'));
  return type === 'solid' && color !== '' ? color : undefined;
}

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;

export const lineKey = (line: BorderLine | undefined): string => (line ? `${line.style}/${argbOf(line.color)}` : '');

export const borderKeyOf = (style: CellStyle): string => SIDES.map((side) => lineKey(style.border?.[side])).join('|');

/** What strict workbooks call the sides that depend on the direction of writing. */
export const STRICT_SIDES = { left: 'start', right: 'end', top: 'top', bottom: 'bottom' } as const;

export function keyOfBorder(border: XmlElement): string | undefined {
  if (border.attributes.some(({ name, value }) => /^diagonal/.test(name) && value !== '0' && value !== 'false'))
    return undefined;
  const keys: string[] = [];
  for (const side of SIDES) {
    const line = childOf(border, side) ?? childOf(border, STRICT_SIDES[side]);
    const style = line && attributeOf(line, 'style');
    if (!line || style === undefined || style === 'none') {
      keys.push('');
      continue;
    }
    const color = colorOf(childOf(line, 'color'));
    if (color === undefined) return undefined;
    keys.push(`${style}/${color}`);
  }
  return keys.join('|');
}
