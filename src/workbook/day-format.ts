/**
 * Whether a number format shows days: its code has a year or a day of the month outside quotes and brackets.
 *
 * Counts: `yyyy-mm-dd`, `m/d/yy`, `yyyy"年"m"月"d"日"`, `[$-804]yyyy年m月`, `mmm-yy`.
 * Leaves out: `h:mm`, `General`, `0.00`, `[Red]#,##0`, `"day" 0`.
 *
 * @example isDayFormat('yyyy"年"m"月"d"日"') //=> true
 */
export function isDayFormat(format: string): boolean {
  const first = format.split(';')[0] ?? '';
  const code = first
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[hms]+\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '');
  if (/general|[#0?@]/i.test(code.replace(/\.0+/g, ''))) return false;
  return /[yde]/i.test(code) || (/m/i.test(code) && !/[hs]/i.test(code));
}
