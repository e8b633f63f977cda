import { fingerprintOf } from '../../../../src/reports/layout/fingerprint';
import { Fingerprint } from '../../../../src/workbook/fingerprint';
import { linesIn, numberWidth, textWidth } from '../../../../src/reports/layout/text-width';
import { shortMoneyFormat } from '../../../../src/reports/layout/theme';

describe('textWidth', () => {
  it.each([
    ['客户A', 5],
    ['Ⅰ类', 4],
    ['\uff08合计\uff09', 8],
    ['“ok”', 4],
    ['', 0],
  ])('takes %s for %i characters', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('numberWidth', () => {
  it.each([
    [1234567.891, '#,##0.00', 12],
    [-1234.5, '#,##0.00', 9],
    [0.1234, '0.0%', 5],
    [1, '0.0%', 6],
    [45717, 'yyyy-mm-dd', 10],
    [0, '#,##0', 1],
    [1000, '#,##0', 5],
  ])('takes %d in %s for %i characters', (value, format, width) => {
    expect(numberWidth(value, format)).toBe(width);
  });
});

describe('linesIn', () => {
  it('wraps by width and keeps the person’s own lines', () => {
    expect(linesIn('一二三四五', 4)).toBe(3);
    expect(linesIn('a\nb', 10)).toBe(2);
    expect(linesIn('', 10)).toBe(1);
  });
});

describe('a fingerprint', () => {
  it('is equal for equal parts and differs where parts are cut differently', () => {
    expect(new Fingerprint().add('ab').add('c').text()).toBe(new Fingerprint().add('ab').add('c').text());
    expect(new Fingerprint().add('ab').add('c').text()).not.toBe(new Fingerprint().add('a').add('bc').text());
    expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: 2 }));
    expect(fingerprintOf({ a: 1 })).toMatch(/^[0-9a-f]{14}$/);
  });

  it('sees a change in any cell of a column, also of one byte', () => {
    const of = (cells: Float64Array | Int8Array): string => new Fingerprint().addArray(cells).text();
    expect(of(Float64Array.of(1, 2, 3))).not.toBe(of(Float64Array.of(1, 2, 3.0000001)));
    expect(of(Int8Array.of(0, 1))).not.toBe(of(Int8Array.of(0, -1)));
    expect(of(Float64Array.of(1, 2))).not.toBe(of(Float64Array.of(2, 1)));
  });
});

describe('shortMoneyFormat', () => {
  it('writes large amounts in 万 or thousands', () => {
    expect(shortMoneyFormat(999_999, 'zh')).toBe('#,##0');
    expect(shortMoneyFormat(1_000_000, 'zh')).toContain('万');
    expect(shortMoneyFormat(-1_000_000, 'en')).toContain('"K"');
    expect(shortMoneyFormat(69_911_123, 'en')).toContain('"M"');
  });
});
