import { parseAddress } from '../../../workbook/address';
import type { SheetLooks } from '../../../workbook/workbook-host';

const ROW_OR_CELL = /<(?:[\w.-]+:)?(row|c)\s([^>]*)>/g;
const valueOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];

/**
 * The fills and heights of a sheet. `fillOf`: of a style, by the number that cells name it with.
 *
 * @example readLooks('<row r="3" ht="40" customHeight="1"><c r="B3" s="7"/></row>', () => '#FFFF00') //=> a fill in B3, row 3 of 40 points
 */
export function readLooks(sheet: string, fillOf: (style: number) => string | undefined): SheetLooks {
  const fills: { row: number; column: number; color: string }[] = [];
  const heights: { row: number; points: number }[] = [];
  for (const [, element, attributes = ''] of sheet.matchAll(ROW_OR_CELL)) {
    if (element === 'row') {
      const row = Number(valueOf(attributes, 'r')) - 1;
      const points = Number(valueOf(attributes, 'ht'));
      const isCustom = ['1', 'true'].includes(valueOf(attributes, 'customHeight') ?? '');
      if (isCustom && row >= 0 && points > 0) heights.push({ row, points });
      continue;
    }
    const style = valueOf(attributes, 's');
    const color = style === undefined ? undefined : fillOf(Number(style));
    const place = color === undefined ? undefined : parseAddress(valueOf(attributes, 'r') ?? '');
    if (place) fills.push({ row: place.row, column: place.column, color: color!.toUpperCase() });
  }
  return { fills, heights };
}
