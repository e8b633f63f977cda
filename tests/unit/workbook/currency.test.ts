import { CURRENCIES, currencyOfFormat, currencyOfText } from '../../../src/workbook/currency';

it.each([
  ['$1,100', 'USD'],
  ['US$1,100', 'USD'],
  ['1,100美元', 'USD'],
  ['¥1000', 'CNY'],
  ['1,000元', 'CNY'],
  ['HK$5', 'HKD'],
  ['500 港元', 'HKD'],
  ['9000日元', 'JPY'],
  ['€ 3', 'EUR'],
  ['3 zł', 'PLN'],
  ['S$20', 'SGD'],
  ['1000', undefined],
  ['(1,200.00)', undefined],
  ['15%', undefined],
  ['12 kg', undefined],
])('the currency of the typed amount %s is %s', (text, currency) => {
  expect(currencyOfText(text)).toBe(currency);
});

it.each([
  ['"$"#,##0.00', 'USD'],
  ['\\$#,##0.00', 'USD'],
  ['[$$-409]#,##0.00', 'USD'],
  ['[$$-en-US]#,##0.00', 'USD'],
  ['_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 'USD'],
  ['[$USD] #,##0.00', 'USD'],
  ['#,##0.00 "USD"', 'USD'],
  ['"¥"#,##0.00;"¥"\\-#,##0.00', 'CNY'],
  ['_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ', 'CNY'],
  ['[$¥-804]#,##0.00', 'CNY'],
  ['[$¥-411]#,##0', 'JPY'],
  ['[$RMB] #,##0', 'CNY'],
  ['#,##0.00"元"', 'CNY'],
  ['[$€-2] #,##0.00', 'EUR'],
  ['#,##0.00\\ "€"', 'EUR'],
  ['[$£-809]#,##0.00', 'GBP'],
  ['[$HK$-C04]#,##0.00', 'HKD'],
  ['[$$-1009]#,##0.00', 'CAD'],
  ['[Red]"$"#,##0', 'USD'],
  ['[$-804]#,##0.00', ''],
  ['General', ''],
  ['#,##0.00', ''],
  ['0.00"kg"', ''],
  ['yyyy"年"m"月"d"日"', ''],
  ['@', ''],
])('the currency that the format %s shows is %s', (format, currency) => {
  expect(CURRENCIES[currencyOfFormat(format)]).toBe(currency);
});
