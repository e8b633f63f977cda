import { digitsOfChinese, integerOfChinese, numberOfCapitals } from '../../../../src/ingest/parse/chinese-digits';

/** Every way to write a digit: as one types, in capitals, and both in traditional characters. */
const DIGITS = ['零〇', '一壹', '二贰貳两兩', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];

describe('digits in Chinese', () => {
  it.each(DIGITS.map((characters, digit) => [characters, digit] as const))('%s are %d', (characters, digit) => {
    for (const one of characters) {
      expect([digitsOfChinese(one), integerOfChinese(one)]).toEqual([String(digit), digit]);
      expect(integerOfChinese(`${one}千零二十`)).toBe(digit * 1000 + 20);
    }
  });

  it('one after the other are a year, and no number', () => {
    expect([digitsOfChinese('二〇二六'), integerOfChinese('二〇二六')]).toEqual(['2026', undefined]);
    expect([digitsOfChinese(''), digitsOfChinese('二x'), integerOfChinese(''), integerOfChinese('二x')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['十', 10],
    ['拾贰', 12],
    ['二十', 20],
    ['一百', 100],
    ['叁佰零伍', 305],
    ['三千四百五十六', 3_456],
    ['壹仟', 1_000],
    ['十万', 100_000],
    ['五萬零七', 50_007],
    ['三万四千', 34_000],
    ['二亿', 200_000_000],
    ['壹億貳仟萬', 120_000_000],
    ['三万亿', 3e12],
    ['十亿', 1e9],
    ['二十三亿', 2.3e9],
    ['一亿零三万零五', 100_030_005],
  ])('%s is %d', (text, number) => {
    expect(integerOfChinese(text)).toBe(number);
  });

  it.each([
    ['壹仟贰佰元伍角整', 1_200.5],
    ['壹拾圆零伍分', 10.05],
    ['叁拾元陆角柒分', 30.67],
    ['贰佰', 200],
    ['捌圓正', 8],
    ['玖元整', 9],
    ['十二', undefined],
    ['壹x元', undefined],
    ['壹元x角', undefined],
    ['壹元x分', undefined],
  ])('%s as an amount is %p', (text, amount) => {
    expect(numberOfCapitals(text)).toBe(amount);
  });
});
