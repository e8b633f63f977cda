import { Fingerprint } from '../../../../src/workbook/fingerprint';
import { linesIn, numberWidths, textWidth } from '../../../../src/reports/layout/text-width';
import { shortMoney } from '../../../../src/i18n/wording';
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

describe('numberWidths', () => {
  it.each([
    [1234567.891, '#,##0.00', 12],
    [-1234.5, '#,##0.00', 9],
    [0.1234, '0.0%', 5],
    [1, '0.0%', 6],
    [45717, 'yyyy-mm-dd', 10],
    [0, '#,##0', 1],
    [1000, '#,##0', 5],
  ])('takes %d in %s for %i characters', (value, format, width) => {
    expect(numberWidths(format)(value)).toBe(width);
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
    expect(new Fingerprint().add('ab').text()).toMatch(/^[0-9a-f]{14}$/);
  });

  it('sees a change in any cell of a column, also of one byte', () => {
    const of = (cells: Float64Array | Int8Array): string => new Fingerprint().addArray(cells).text();
    expect(of(Float64Array.of(1, 2, 3))).not.toBe(of(Float64Array.of(1, 2, 3.0000001)));
    expect(of(Int8Array.of(0, 1))).not.toBe(of(Int8Array.of(0, -1)));
    expect(of(Float64Array.of(1, 2))).not.toBe(of(Float64Array.of(2, 1)));
  });
});

describe('shortMoneyFormat', () => {
  it.each([
    [9_999, '#,##0', '#,##0'],
    [35_136, '[=0]0;0\\.0," 万"', '[=0]0;0.0,"K"'],
    [351_360, '[=0]0;0\\.0," 万"', '[=0]0;0,"K"'],
    [3_152_180, '[=0]0;0\\.0," 万"', '[=0]0;0.00,,"M"'],
    [-69_911_123, '[=0]0;0\\.0," 万"', '[=0]0;0.0,,"M"'],
    [162_800_000, '[=0]0;0\\.00,," 亿"', '[=0]0;0,,"M"'],
  ])('shows %d with the decimals and the unit of sentences', (value, zh, en) => {
    expect([shortMoneyFormat(value, 'zh'), shortMoneyFormat(value, 'en')]).toEqual([zh, en]);
    const said = shortMoney(value * 100);
    for (const [format, words] of [
      [zh, said.zh],
      [en, said.en],
    ] as const) {
      const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
      const unit = /"(.*)"/.exec(format)?.[1] ?? '';
      expect(words).toMatch(new RegExp(`^-?[\\d,]+${decimals > 0 ? `\\.\\d{${decimals}}` : ''}${unit}$`));
    }
  });
});
