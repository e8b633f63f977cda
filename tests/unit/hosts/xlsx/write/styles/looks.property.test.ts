import fc from 'fast-check';
import { emptyStylesheet, StyleBook } from '../../../../../../src/hosts/xlsx/write/styles/style-book';
import { STRICT, TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import type { CellStyle } from '../../../../../../src/workbook/style';
import { personParts } from '../workbook-builder';
import { lookOf, lookReader } from './look-reader';

const color = fc.constantFrom('#1F6FB2', '#FFFFFF');
const line = fc.record({ style: fc.constantFrom('hair' as const, 'medium' as const, 'double' as const), color });
const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    numberFormat: fc.constantFrom('General', '0', '0.00', '#,##0', '#,##0.00', '0%', '0.00%', '@', '0.0%', 'yyyy-mm-dd', '"<&>"0'),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    size: fc.constantFrom(8, 10, 12),
    color,
    fill: color,
    align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
    verticalAlign: fc.constantFrom('top' as const, 'center' as const, 'bottom' as const),
    wrap: fc.boolean(),
    indent: fc.nat(2),
    border: fc.record({ top: line, bottom: line, left: line, right: line }, { requiredKeys: [] }),
    unlocked: fc.boolean(),
  },
  { requiredKeys: [] },
); // prettier-ignore
const asked = fc.array(fc.tuple(style, fc.boolean()), { minLength: 1, maxLength: 6 });

describe.each([
  ['a workbook of hers', personParts()['xl/styles.xml'] as string, false],
  ['a workbook without styles', emptyStylesheet(TRANSITIONAL), false],
  ['a strict workbook', emptyStylesheet(STRICT), true],
])('looks in the stylesheet of %s', (_, before, isStrict) => {
  const open = (text: string): StyleBook =>
    new StyleBook(text, 'styles', { isStrict, used: { cell: -1, differential: -1 } });

  it('are what the plan asks for, one number for each, found again and never given twice', () => {
    fc.assert(
      fc.property(asked, asked, (styles, later) => {
        const book = open(before);
        const indexes = styles.map(([one, isQuoted]) => book.cellStyle(one, isQuoted));
        const text = book.render();
        const read = lookReader(text);
        const looks = styles.map(([one, isQuoted]) => lookOf(one, isQuoted));
        expect(indexes.map(read)).toEqual(looks);
        expect(new Set(indexes).size).toBe(new Set(looks.map((look) => JSON.stringify(look, keysIn))).size);
        // Of the next run: those that are there stand where they stood.
        const again = open(text);
        const more = later.map(([one, isQuoted]) => again.cellStyle({ ...one }, isQuoted));
        expect(styles.map(([one, isQuoted]) => again.cellStyle({ ...one }, isQuoted))).toEqual(indexes);
        expect(more.map(lookReader(again.render()))).toEqual(later.map(([one, isQuoted]) => lookOf(one, isQuoted)));
        const third = open(text);
        for (const [one, isQuoted] of styles) third.cellStyle(one, isQuoted);
        expect(third.render()).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

/** Sides of a border in one order. */
const keysIn = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
