import { dayOf } from '../../../../src/core/model/day';
import { guessDay, guessDayStyle, parseDay, parseDayText, type DayStyle } from '../../../../src/ingest/parse/day';
import { integerOfChinese, numberOfCapitals } from '../../../../src/ingest/parse/chinese-digits';
import { monthOfName } from '../../../../src/ingest/parse/month-names';
import { parseNumberText } from '../../../../src/ingest/parse/number';
import { toSimplified } from '../../../../src/ingest/parse/simplified';
import { meaningOfWord } from '../../../../src/ingest/parse/status-words';
import { wordsOfCell, WORD_TOTAL } from '../../../../src/ingest/read/row-words';

const style: DayStyle = { base: 1900, order: undefined, shortYears: false, months: false };

describe('further spellings of numbers', () => {
  it.each([
    ["'300", 300],
    ["1'200.50", 1200.5],
    ['CHF 1’200.00', 1200],
    ['1.200,-', 1200],
    ['CHF 50.-', 50],
    ['1200,-', 1200],
    ['1,200.00 CR', -1200],
    ['500 Dr', 500],
    ['壹仟贰佰元整', 1200],
    ['壹万零伍佰元伍角贰分', 10500.52],
    ['HK$1,200', 1200],
    ['NT$ 300', 300],
    ['₹1,180.00', 1180],
    ['1200円', 1200],
    ['十二', undefined],
  ])('%s is %s', (text, value) => {
    expect(parseNumberText(text)).toBe(value);
  });

  it('numbers in Chinese', () => {
    expect(integerOfChinese('三十一')).toBe(31);
    expect(integerOfChinese('十')).toBe(10);
    expect(integerOfChinese('一万二千')).toBe(12000);
    expect(numberOfCapitals('二百')).toBeUndefined();
  });
});

describe('further spellings of days', () => {
  it.each([
    ['二〇二六年一月五日', '2026-01-05'],
    ['二零二五年十二月三十一日', '2025-12-31'],
    ['民國115年1月5日', '2026-01-05'],
    ['115/01/05', '2026-01-05'],
    ['令和8年1月5日', '2026-01-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成30年2月3日', '2018-02-03'],
    ['R8/1/5', '2026-01-05'],
    ['5. März 2026', '2026-03-05'],
    ['05 janv. 2026', '2026-01-05'],
    ['5 de enero de 2026', '2026-01-05'],
    ['15-dic-2025', '2025-12-15'],
    ['2026 1 5', '2026-01-05'],
    ['46027', '2026-01-05'],
  ])('%s is %s', (text, iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    expect(parseDayText(text, style)).toBe(dayOf(year!, month!, day!));
  });

  it.each(['1月5日', '1/5', '01-05', '5-Jan'])('%s has the year that the title says', (text) => {
    expect(parseDayText(text, style)).toBeUndefined();
    expect(parseDayText(text, { ...style, year: 2026 })).toBe(dayOf(2026, 1, 5));
  });

  it.each(['2026年3月', '2026-03', '202603', '03/2026', 'Mar-26', 'mars 2026'])('%s is a month', (text) => {
    expect(parseDayText(text, style)).toBeUndefined();
    expect(parseDayText(text, { ...style, months: true })).toBe(dayOf(2026, 3, 1));
  });

  it('a month alone stands in the year that the title says', () => {
    const months = { ...style, months: true, year: 2026 };
    expect(parseDay('3月', months)).toBe(dayOf(2026, 3, 1));
    expect(parseDay(3, months)).toBe(dayOf(2026, 3, 1));
    expect(parseDay('March', months)).toBe(dayOf(2026, 3, 1));
  });

  it('short years stand in front where the column shows it', () => {
    const column = ['25/1/5', '25/1/19', '25/2/28'];
    const found = guessDayStyle(column, 1900);
    expect(found).toMatchObject({ yearFirst: true, shortYears: false });
    expect(parseDayText('25/1/19', found)).toBe(dayOf(2025, 1, 19));
    expect(guessDay(column, found)).toBe(1);
    // No year is written with one digit, however close the days lie.
    expect(guessDayStyle(['25/1/5', '25/2/6'], 1900).yearFirst).toBe(true);
    const german = guessDayStyle(['05.01.25', '28.02.25', '14.03.25'], 1900);
    expect(parseDayText('28.02.25', german)).toBe(dayOf(2025, 2, 28));
    expect(parseDayText('24/02/03', guessDayStyle(['24/02/03'], 1900))).toBeUndefined();
  });

  it('names of months', () => {
    expect(['Januar', 'février', 'marzo', 'Mai', 'giugno', 'août', 'setembro', 'dez'].map(monthOfName)).toEqual([
      1, 2, 3, 5, 6, 8, 9, 12,
    ]);
    expect(monthOfName('nove')).toBeUndefined();
  });
});

describe('traditional Chinese', () => {
  it('is compared by simplified characters', () => {
    expect(toSimplified('銷售單價、應收帳款、發票號碼')).toBe('销售单价、应收账款、发票号码');
    expect(meaningOfWord('銷售退貨', 'type')).toBe('returnLine');
    expect(wordsOfCell('總計') & WORD_TOTAL).toBe(WORD_TOTAL);
  });
});
