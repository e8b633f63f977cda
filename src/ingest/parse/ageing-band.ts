const NOT_DUE = /未到期|未逾期|期内|信用期内|^current$|not (yet )?due|nicht fällig/i;
const UNIT = '(天|日|days?|d|个?月|months?|年|years?)?';
const RANGE = new RegExp(
  `^(?:逾期|账龄|overdue)?\\s*(\\d+)\\s*${UNIT}\\s*(?:-|–|—|~|～|至|到|to)\\s*(\\d+)\\s*${UNIT}`,
  'i',
);
const BEYOND = new RegExp(
  `^(?:逾期|账龄|overdue)?\\s*(?:(\\d+)\\s*${UNIT}\\s*(?:以上|及以上|\\+|and over|or more)|(?:over|above|more than|older than|>=?|≥|大于|超过)\\s*(\\d+)\\s*${UNIT})`,
  'i',
);
const WITHIN = new RegExp(
  `^(?:逾期|账龄|overdue)?\\s*(?:(\\d+)\\s*${UNIT}\\s*(?:以内|之内|内|and under)|(?:<=?|≤|up to|under|less than)\\s*(\\d+)\\s*${UNIT})`,
  'i',
);

/**
 * The first day of the band of ageing that a header names: 0 where nothing is due yet; a band that begins at 0 begins at 1.
 * Undefined for any other header. Months are of 30 days, years of 365.
 *
 * @example firstDayOfBand('31–60天') //=> 31
 * @example firstDayOfBand('90天以上') //=> 91
 * @example firstDayOfBand('1-3个月') //=> 31
 * @example firstDayOfBand('未到期') //=> 0
 */
export function firstDayOfBand(header: string): number | undefined {
  const text = header.replace(/[\s\u3000]+/g, ' ').trim();
  if (NOT_DUE.test(text)) return 0;
  const range = RANGE.exec(text);
  if (range) {
    const days = daysOf(range[2] ?? range[4]);
    const from = Number(range[1]) * days;
    if (Number(range[3]) <= Number(range[1])) return undefined;
    // 31–60 days begins on its day; 1–3 months begins where the first month ended.
    return days === 1 ? Math.max(1, from) : from + 1;
  }
  const beyond = BEYOND.exec(text);
  if (beyond) return Number(beyond[1] ?? beyond[3]) * daysOf(beyond[2] ?? beyond[4]) + 1;
  return WITHIN.test(text) ? 1 : undefined;
}

function daysOf(unit = ''): number {
  return /月|month/i.test(unit) ? 30 : /年|year/i.test(unit) ? 365 : 1;
}
