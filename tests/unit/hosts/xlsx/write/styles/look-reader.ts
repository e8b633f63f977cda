import type { BorderLine, CellStyle } from '../../../../../../src/workbook/style';
import { parse } from '../whole-package';

/** A look in the words of a plan, as a reader of the format finds it. */
export interface Look {
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly size: number;
  readonly color: string | undefined;
  readonly font: string;
  readonly fill: string | undefined;
  readonly align: string | undefined;
  readonly verticalAlign: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly border: Readonly<Partial<Record<'left' | 'right' | 'top' | 'bottom', BorderLine>>>;
  readonly unlocked: boolean;
  /** Text stays text when the person edits it. */
  readonly isQuoted: boolean;
}

/** Formats that a file names by a number alone. */
const BUILT_IN: Readonly<Record<string, string>> = {
  ...{ 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00' },
  ...{ 9: '0%', 10: '0.00%', 49: '@' },
};
type Element = ReturnType<typeof parse>;
const within = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(({ local }) => local === name);
const said = (element: Element | undefined, name: string): string | undefined => element?.attributes[name];
const rgb = (element: Element | undefined): string | undefined => {
  const argb = said(element, 'rgb');
  return argb === undefined ? undefined : `#${argb.slice(2)}`;
};

/** How cells of a style number look by a stylesheet. */
export function lookReader(stylesheet: string): (index: number) => Look {
  const root = parse(stylesheet);
  const entry = (list: string, index: string | undefined): Element => within(root, list)!.children[Number(index)]!;
  const codes = new Map(
    within(root, 'numFmts')?.children.map((one) => [said(one, 'numFmtId'), said(one, 'formatCode')!]),
  );
  return (index) => {
    const xf = entry('cellXfs', String(index));
    const font = entry('fonts', said(xf, 'fontId'));
    const pattern = within(entry('fills', said(xf, 'fillId')), 'patternFill');
    const lines = entry('borders', said(xf, 'borderId'));
    const alignment = within(xf, 'alignment');
    const border: Record<string, BorderLine> = {};
    for (const [side, strict] of [
      ['left', 'start'],
      ['right', 'end'],
      ['top', 'top'],
      ['bottom', 'bottom'],
    ] as const) {
      const line = within(lines, side) ?? within(lines, strict);
      const style = said(line, 'style');
      if (style !== undefined) border[side] = { style: style as 'thin', color: rgb(within(line, 'color'))! };
    }
    const format = said(xf, 'numFmtId')!;
    return {
      numberFormat: codes.get(format) ?? BUILT_IN[format]!,
      bold: within(font, 'b') !== undefined,
      italic: within(font, 'i') !== undefined,
      underline: within(font, 'u') !== undefined,
      size: Number(said(within(font, 'sz'), 'val')),
      color: rgb(within(font, 'color')),
      font: said(within(font, 'name'), 'val')!,
      fill: said(pattern, 'patternType') === 'solid' ? rgb(within(pattern, 'fgColor')) : undefined,
      align: said(alignment, 'horizontal'),
      verticalAlign: said(alignment, 'vertical') ?? 'bottom',
      wrap: said(alignment, 'wrapText') === '1',
      indent: Number(said(alignment, 'indent') ?? 0),
      border,
      unlocked: said(within(xf, 'protection'), 'locked') === '0',
      isQuoted: said(xf, 'quotePrefix') === '1',
    };
  };
}

/** What a plan asks for: 10 points of the report's font where nothing else is said, an indent from the left. */
export const lookOf = (style: CellStyle, isQuoted = false): Look => ({
  numberFormat: style.numberFormat ?? 'General',
  bold: style.bold ?? false,
  italic: style.italic ?? false,
  underline: style.underline ?? false,
  size: style.size ?? 10,
  color: style.color,
  font: 'Microsoft YaHei',
  fill: style.fill,
  align: style.align ?? (style.indent ? 'left' : undefined),
  verticalAlign: style.verticalAlign ?? 'bottom',
  wrap: style.wrap ?? false,
  indent: style.indent ?? 0,
  border: style.border ?? {},
  unlocked: style.unlocked ?? false,
  isQuoted,
});
