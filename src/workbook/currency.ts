/** Signs, codes and names of currencies, the longer first: HK$ is no dollar of the States, and 美元 no 元. A code stands alone. */
const MARKS: readonly (readonly [code: string, RegExp])[] = (
  [
    ['HKD', String.raw`hk\$`, '港币|港幣|港元'],
    ['TWD', String.raw`nt\$|ntd`, '新台币|新臺幣|台币|臺幣'],
    ['MOP', String.raw`mop\$`, '澳门元|澳門元'],
    ['SGD', String.raw`s\$|sg\$`, '新加坡元|新币'],
    ['AUD', String.raw`a\$|au\$`, '澳元'],
    ['CAD', String.raw`c\$|ca\$`, '加元'],
    ['NZD', String.raw`nz\$`, ''],
    ['BRL', String.raw`r\$`, ''],
    ['MXN', String.raw`mex\$|mx\$`, ''],
    ['JPY', '', '日元|日圆|日圓|円'],
    ['EUR', '', '€|欧元|歐元'],
    ['GBP', '', '£|英镑|英鎊'],
    ['INR', String.raw`rs\.?(?=\s*\d)`, '₹'],
    ['KRW', '', '₩|韩元|韓元'],
    ['RUB', '', '₽|卢布|盧布'],
    ['THB', '', '฿|泰铢'],
    ['VND', '', '₫|越南盾'],
    ['MYR', String.raw`rm(?=\s*\d)`, '马币|林吉特'],
    ['IDR', String.raw`rp(?=\s*\d)`, '印尼盾'],
    ['PHP', '', '₱'],
    ['CHF', '', '瑞士法郎'],
    ['AED', '', '迪拉姆'],
    ['SAR', '', ''],
    ['ZAR', '', '兰特'],
    ['PLN', '', 'zł'],
    ['SEK', '', ''],
    ['NOK', '', ''],
    ['DKK', '', ''],
    ['TRY', '', '₺'],
    ['USD', String.raw`us\$`, '美元|美金|[$＄]'],
    ['CNY', 'rmb|cnh', '人民币|人民幣|元|[¥￥]'],
  ] as const
).map(([code, words, signs]) => [
  code,
  new RegExp(
    `(?<![a-z])(?:${words === '' ? code : `${code}|${words}`})(?![a-z])${signs === '' ? '' : `|${signs}`}`,
    'i',
  ),
]);

/** Currencies that are told apart, by number: 0 is none. */
export const CURRENCIES: readonly string[] = ['', ...MARKS.map(([code]) => code)];

/** The currency that a typed amount or a sign names; undefined where it names none. @example currencyOfText('$1,100') //=> 'USD' */
export function currencyOfText(text: string): string | undefined {
  if (!/[^\d\s.,()+\-－（）％%]/.test(text)) return undefined;
  return MARKS.find(([, mark]) => mark.test(text))?.[0];
}

/** Signs that several countries write, by the country that stands behind them in a format. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  411: 'JPY',
  'ja-jp': 'JPY',
  c04: 'HKD',
  'zh-hk': 'HKD',
  404: 'TWD',
  'zh-tw': 'TWD',
  1404: 'MOP',
  1004: 'SGD',
  4809: 'SGD',
  'zh-sg': 'SGD',
  'en-sg': 'SGD',
  c09: 'AUD',
  'en-au': 'AUD',
  1009: 'CAD',
  'en-ca': 'CAD',
  1409: 'NZD',
  'en-nz': 'NZD',
  '80a': 'MXN',
  'es-mx': 'MXN',
};

/**
 * The currency that a number format shows beside its numbers, as a place in `CURRENCIES`; 0 where it shows none.
 *
 * Counts what is shown: `"$"#,##0`, `[$¥-804]#,##0.00`, `[$USD] 0`, `#,##0 "RMB"`. A country alone (`[$-804]`) is none, nor are
 * colours, conditions and days.
 *
 * @example CURRENCIES[currencyOfFormat('[$$-1009]#,##0.00')] //=> 'CAD'
 */
export function currencyOfFormat(format: string): number {
  const first = format.split(';')[0] ?? '';
  if (!/[0#?]/.test(first)) return 0;
  const signed = /\[\$([^\]-]*)(?:-([^\]]*))?\]/.exec(first);
  const sign = signed?.[1] ?? '';
  const shown =
    sign === ''
      ? first
          .replace(/\[[^\]]*\]/g, '')
          .replace(/[_*]./g, '')
          .replace(/\\(.)/g, '$1')
          .replace(/"/g, '')
      : sign;
  const country = (signed?.[2] ?? '').split(',')[0]!.toLowerCase().replace(/^0+/, '');
  const code = (/^[$¥￥]$/.test(sign) && BY_COUNTRY[country]) || currencyOfText(shown);
  return code === undefined ? 0 : Math.max(0, CURRENCIES.indexOf(code));
}
