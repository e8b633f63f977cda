import { placeOf } from '../package/alternate-content';
import { isOn, readXml, type OpenElement } from '../package/read-xml';
import type { XlsxPackage } from '../package/xlsx-package';

/** How a cell looks, as far as a viewer shows it. Colours are `#rrggbb`. */
export interface ViewStyle {
  readonly numberFormat: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly indent?: number;
}

/** Number formats that files name by number alone. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  49: '@',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The twelve colours of a theme in the order in which styles number them: light and dark stand swapped. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];

interface Font {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  size?: number;
  color?: string;
}

/** Every cell style of a workbook, by the number that cells name it with. */
export async function readViewStyles(pkg: XlsxPackage): Promise<readonly ViewStyle[]> {
  const part = pkg.workbookRelationships.find((one) => one.kind === 'styles' && !one.isExternal)?.target;
  if (part === undefined || !pkg.hasPart(part)) return [{ numberFormat: 'General' }];
  const theme = await readThemeColors(pkg);
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: (string | undefined)[] = [];
  const styles: ViewStyle[] = [];
  readXml(await pkg.readPart(part), part, {
    open(element, path) {
      const place: string = placeOf(path) ?? '';
      const font = fonts[fonts.length - 1];
      switch (place) {
        case 'numFmts/numFmt':
          codes.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? 'General');
          break;
        case 'fonts/font':
          fonts.push({});
          break;
        case 'fonts/font/b':
          font!.bold = isOn(element.attribute('val') ?? '1');
          break;
        case 'fonts/font/i':
          font!.italic = isOn(element.attribute('val') ?? '1');
          break;
        case 'fonts/font/u':
          font!.underline = element.attribute('val') !== 'none';
          break;
        case 'fonts/font/sz':
          font!.size = Number(element.attribute('val'));
          break;
        case 'fonts/font/color': {
          const color = colorOf(element, theme);
          if (color !== undefined) font!.color = color;
          break;
        }
        case 'fills/fill':
          fills.push(undefined);
          break;
        case 'fills/fill/patternFill/fgColor':
          fills[fills.length - 1] = colorOf(element, theme);
          break;
        case 'cellXfs/xf':
          styles.push(styleOf(element, codes, fonts, fills));
          break;
        case 'cellXfs/xf/alignment': {
          const align = element.attribute('horizontal');
          styles[styles.length - 1] = {
            ...styles[styles.length - 1]!,
            ...((align === 'left' || align === 'center' || align === 'right') && { align }),
            ...(isOn(element.attribute('wrapText')) && { wrap: true }),
            ...(Number(element.attribute('indent') ?? '0') > 0 && { indent: Number(element.attribute('indent')) }),
          };
          break;
        }
      }
    },
  });
  return styles.length > 0 ? styles : [{ numberFormat: 'General' }];
}

function styleOf(
  xf: OpenElement,
  codes: ReadonlyMap<number, string>,
  fonts: readonly Font[],
  fills: readonly (string | undefined)[],
): ViewStyle {
  const format = Number(xf.attribute('numFmtId') ?? '0');
  const fill = fills[Number(xf.attribute('fillId') ?? '0')];
  return {
    numberFormat: codes.get(format) ?? BUILT_IN[format] ?? 'General',
    ...fonts[Number(xf.attribute('fontId') ?? '0')],
    ...(fill !== undefined && { fill }),
  };
}

/** The colour that an element names, by its own value or one of the theme's; nothing for others. */
export function colorOf(element: OpenElement, theme: readonly string[]): string | undefined {
  const rgb = element.attribute('rgb');
  if (rgb !== undefined && rgb.length >= 6) return `#${rgb.slice(-6).toLowerCase()}`;
  const index = element.attribute('theme');
  const base = index === undefined ? undefined : theme[Number(index)];
  return base === undefined ? undefined : tinted(base, Number(element.attribute('tint') ?? '0'));
}

/** A theme colour made lighter (tint > 0) or darker. @example tinted('#000000', 0.5) //=> '#808080' */
function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const changed = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return `#${changed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

async function readThemeColors(pkg: XlsxPackage): Promise<readonly string[]> {
  const part = pkg.workbookRelationships.find((one) => one.kind === 'theme' && !one.isExternal)?.target;
  if (part === undefined || !pkg.hasPart(part)) return [];
  const colors = new Map<string, string>();
  readXml(await pkg.readPart(part), part, {
    open(element, path) {
      const at = path.indexOf('clrScheme');
      const name = path[at + 1];
      if (at < 0 || path.length !== at + 3 || name === undefined) return;
      const value = element.local === 'sysClr' ? element.attribute('lastClr') : element.attribute('val');
      if (value !== undefined && /^[0-9a-f]{6}$/i.test(value)) colors.set(name, `#${value.toLowerCase()}`);
    },
  });
  return THEME_ORDER.map((name) => colors.get(name) ?? '#000000');
}
