import { NO_FLAG } from '../../../../src/core/model/columns';
import { firstDayOfBand } from '../../../../src/ingest/parse/ageing-band';
import { formatFlag, guessFlag, parseFlag } from '../../../../src/ingest/parse/flag';
import { monthOfHeader, yearOfTitle } from '../../../../src/ingest/parse/month-header';
import { monthOfName } from '../../../../src/ingest/parse/month-names';
import { showCell } from '../../../../src/ingest/parse/show-cell';
import { toSimplified } from '../../../../src/ingest/parse/simplified';
import { keyOfWord, meaningOfWord } from '../../../../src/ingest/parse/status-words';
import { cleanText, guessText, keyOfText, parseText, textOfNumber } from '../../../../src/ingest/parse/text';

describe('names of months', () => {
  const NAMES = [
    'jan january januar jänner janv janvier ene enero gen gennaio janeiro',
    'feb february februar feber fév févr février febrero fev fevereiro febbraio',
    'mar march märz mrz mars marzo março Marz',
    'apr april avr avril abr abril aprile',
    'may mai mayo maio mag maggio',
    'jun june juni juin junio junho giu giugno',
    'jul july juli juil juillet julio julho lug luglio',
    'aug august août aou ago agosto',
    'sep sept september septembre set septiembre setiembre setembro settembre',
    'oct october okt oktober octobre octubre ott ottobre out outubro',
    'nov november novembre noviembre novembro',
    'dec december dez dezember déc décembre dic diciembre dezembro dicembre',
  ];
  it.each(NAMES.map((names, index) => [names, index + 1] as const))('%s: %i', (names, month) => {
    for (const name of names.split(' ')) expect([name, monthOfName(name)]).toEqual([name, month]);
  });

  it.each(['', 'ju', 'janu', 'marc', 'decem', 'market', 'mayor', 'sale'])('%s is none', (name) => {
    expect(monthOfName(name)).toBeUndefined();
  });

  it.each([
    ['25年3月', 2025, 3, ''],
    ['25年12月份 金额', 2025, 12, '金额'],
    ['M3/金额', undefined, 3, '金额'],
    ['m12', undefined, 12, ''],
    ['一月', undefined, 1, ''],
    ['十月', undefined, 10, ''],
    ['十一月份销售', undefined, 11, '销售'],
    ["Sept. '24", 2024, 9, ''],
    ['May 00', 2000, 5, ''],
    ['May 99', 2099, 5, ''],
    ['dec 1999', 1999, 12, ''],
    ['FY2025-03', 2025, 3, ''],
    // The first and the last month of 1990 to 2099 as Excel's number of a day.
    ['32874', 1990, 1, ''],
    ['73050', 2099, 12, ''],
  ] as const)('as a header: %s', (text, year, month, rest) => {
    expect(monthOfHeader(text, 1900)).toEqual({ year, month, rest });
  });

  it.each(['32873', '73051', 'M13', 'M0'])('%s heads no month', (text) => {
    expect(monthOfHeader(text, 1900)).toBeUndefined();
  });

  it('a title that names one year twice names one, and none names nothing', () => {
    expect(yearOfTitle('2024年1月—2024年6月')).toBe(2024);
    expect(yearOfTitle('销售明细')).toBeUndefined();
  });
});

describe('bands of ageing', () => {
  it.each([
    ['0-1个月', 1],
    ['5-10天', 5],
    ['1-2', 1],
    ['超过3个月', 91],
    ['3个月以上', 91],
    ['大于1年', 366],
    ['>=90', 91],
    ['90天及以上', 91],
    ['2-3 months', 61],
    ['≤30天', 1],
    ['under 30 days', 1],
    ['账龄 6个月以内', 1],
  ])('%s begins on day %i', (header, day) => {
    expect(firstDayOfBand(header)).toBe(day);
  });

  it.each(['30-30天', '60-30天'])('%s is none', (header) => {
    expect(firstDayOfBand(header)).toBeUndefined();
  });
});

describe('cells as texts', () => {
  it.each([
    [null, ''],
    [{ error: '#N/A' }, '#N/A'],
    [12.5, '12.5'],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [' a  b ', 'a b'],
    ['字'.repeat(60), '字'.repeat(60)],
    ['字'.repeat(61), `${'字'.repeat(59)}…`],
  ] as const)('%j is shown as %s', (cell, text) => {
    expect(showCell(cell)).toBe(text);
  });

  it.each([
    [null, ''],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [-0, '0'],
    [1e20, '100000000000000000000'],
    [-7, '-7'],
  ] as const)('%p is read as %s', (cell, text) => {
    expect(parseText(cell)).toBe(text);
  });

  it('are cleaned of blanks that nobody sees, and of no others', () => {
    expect(cleanText('a\u200bb\ufeffc')).toBe('abc');
    expect(cleanText('a\u00a0\u3000\n b')).toBe('a b');
    expect(cleanText('ＡＢ（c）')).toBe('ＡＢ（c）');
    expect(textOfNumber(0.1)).toBe('0.1');
  });

  it('have keys without case, width, blanks, kinds of brackets and points behind', () => {
    expect(['AB-12', 'ab-12', 'ＡＢ-12', 'A B -12', 'ab-12。', 'ab-12;'].map(keyOfText)).toEqual(
      Array.from({ length: 6 }, () => 'ab-12'),
    );
    for (const name of ['[甲]', '【甲】', '〔甲〕', '［甲］', '（甲）']) expect(keyOfText(name)).toBe('(甲)');
    expect(keyOfText('a.b')).toBe('a.b');
  });

  it('are guessed by filled cells alone', () => {
    expect(guessText([])).toBe(0);
    expect(guessText([null, ''])).toBe(0);
    expect(guessText([null, '', { error: '#N/A' }, 'a'])).toBe(0.5);
  });

  it('of traditional characters, of others, and of both', () => {
    expect(['', '销售', 'abc', '銷', 'a銷b售'].map(toSimplified)).toEqual(['', '销售', 'abc', '销', 'a销b售']);
  });
});

describe('flags', () => {
  it.each([
    [0.5, undefined],
    [-1, undefined],
    [{ error: '#N/A' }, undefined],
    ['會員', 1],
    ['沒有', 0],
    ['N/A', NO_FLAG],
  ] as const)('%p is %p', (cell, flag) => {
    expect(parseFlag(cell)).toBe(flag);
  });

  it('are guessed by filled cells alone', () => {
    expect([guessFlag([]), guessFlag([null, '']), guessFlag([null, '', 'y', 'maybe'])]).toEqual([0, 0, 0.5]);
    expect([1, 0, NO_FLAG].map((flag) => formatFlag(flag).zh)).toEqual(['是', '否', '']);
  });
});

describe('words of status', () => {
  it.each([
    ['已退款', 'type', 'returnLine'],
    ['已退货', 'type', 'returnLine'],
    ['拒收', 'type', 'returnLine'],
    ['拒收', 'status', 'refused'],
    ['已退款', 'status', 'refunded'],
    ['已退货', 'status', 'returned'],
    ['折让', 'status', 'returned'],
    ['已取消', 'type', 'cancelled'],
    ['(删除)等待付款', 'status', 'cancelled'],
    [' Cancelled by customer', 'status', 'cancelled'],
    ['order cancelled', 'status', 'cancelled'],
    ['卖家发货后退款成功', 'status', 'refunded'],
    ['收款', 'type', 'payment'],
  ] as const)('%s in a %s column is %s', (word, role, meaning) => {
    expect(meaningOfWord(word, role)).toBe(meaning);
  });

  it('are compared without hyphens and underscores', () => {
    expect(keyOfWord('On_-Hold')).toBe('onhold');
  });
});
