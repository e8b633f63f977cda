import { isDayFormat } from '../../../src/workbook/day-format';

describe('isDayFormat', () => {
  it.each([
    'yyyy-mm-dd',
    'm/d/yy',
    'm/d/yyyy h:mm',
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月"',
    'd-mmm-yy',
    'mmm-yy',
    'yyyy/m/d;@',
    '[$-409]d\\-mmm',
    'e"年"m"月"',
    'dd.mm.yyyy',
  ])('%s shows days', (format) => expect(isDayFormat(format)).toBe(true));

  it.each([
    'General',
    '0.00',
    '#,##0.00;[Red]-#,##0.00',
    '@',
    'h:mm',
    'h:mm:ss AM/PM',
    'mm:ss.0',
    '[h]:mm',
    '0.0%',
    '"day" 0',
    '0"元"',
    '_ * #,##0.00_ ;_ * -#,##0.00_ ',
    '0.00E+00',
    '',
  ])('%s does not', (format) => expect(isDayFormat(format)).toBe(false));
});
