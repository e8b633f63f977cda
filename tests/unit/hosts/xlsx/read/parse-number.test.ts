import fc from 'fast-check';
import { parseNumber } from '../../../../../src/hosts/xlsx/read/parse-number';

const parse = (text: string): number => {
  const bytes = new TextEncoder().encode(`xx${text}yy`);
  return parseNumber(bytes, 2, bytes.length - 2);
};

describe('parseNumber', () => {
  it.each([
    ['0', 0],
    ['-0', -0],
    ['.5', 0.5],
    ['5.', 5],
    ['00012.50', 12.5],
    ['-1234.5', -1234.5],
    ['0.30000000000000004', 0.30000000000000004],
    ['9007199254740993', 9007199254740992],
    ['99999999999999999', 100000000000000000],
    ['0.00000000000000000000001234', 1.234e-23],
    ['1e308', 1e308],
    ['1E+2', 100],
    ['4.9E-324', 5e-324],
    ['123456789012345678901234567890', 1.2345678901234568e29],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each(['', '-', '.', '-.', 'abc', '1,000', '0x1F', '1e', 'NaN', 'Infinity', '1 2', '1.2.3', '--1'])(
    'finds no number in "%s"',
    (text) => {
      expect(parse(text)).toBeNaN();
    },
  );

  it('reads every number as the platform does', () => {
    const decimal = fc
      .tuple(
        fc.boolean(),
        fc.stringMatching(/^\d{1,19}$/),
        fc.option(fc.stringMatching(/^\d{0,24}$/), { nil: undefined }),
      )
      .map(([isNegative, whole, part]) => `${isNegative ? '-' : ''}${whole}${part === undefined ? '' : `.${part}`}`);
    const shortest = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);
    fc.assert(
      fc.property(fc.oneof(decimal, shortest), (text) => {
        expect(parse(text)).toBe(Number(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('rounds numbers halfway between two as the platform does', () => {
    const halfway = fc.bigInt({ min: 2n ** 52n, max: 10n ** 16n / 2n }).map((half) => String(half * 2n + 1n));
    fc.assert(
      fc.property(halfway, (text) => expect(parse(text)).toBe(Number(text))),
      { numRuns: 2000 },
    );
  });
});
