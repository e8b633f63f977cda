import { formOfHeader, unitAlone } from '../../../../src/ingest/recognise/header-text';
import { unitOfSheetName, unitSaidIn } from '../../../../src/ingest/recognise/money-unit';
import { monthSaidIn } from '../../../../src/ingest/recognise/said-month';

describe('a unit of money outside the headers', () => {
  it.each([
    ['2025年销售明细（单位：万元）', 1e4],
    ['单位:人民币千元', 1e3],
    ['金额单位：万元', 1e4],
    ['单位：吨、万元', 1e4],
    ['销售台账 万元', 1e4],
    ['單位：萬元', 1e4],
    ['单位：元', 1],
    ['Sales 2025 in thousands', 1e3],
    ['Revenue (USD thousands)', 1e3],
    ['($000)', 1e3],
    ['RMB million', 1e6],
  ])('%s says %d', (text, scale) => {
    expect(unitSaidIn(text)?.scale).toBe(scale);
  });

  it.each(['万元以上客户销售明细', '2025年销售明细', '单位：吨', '某某万元店', 'Demo Traders Day Book'])(
    '%s says none',
    (text) => {
      expect(unitSaidIn(text)).toBeUndefined();
    },
  );

  it.each([
    ['销售(万元)', 1e4],
    ['销售万元', 1e4],
    ['2025_万', 1e4],
    ['销售（千元）', 1e3],
    ['销售', undefined],
    ['万里公司', undefined],
  ])('a sheet called %s says %s', (name, scale) => {
    expect(unitOfSheetName(name)?.scale).toBe(scale);
  });

  it('stands behind a header or below it', () => {
    expect(formOfHeader('金额万元')).toMatchObject({ squashed: '金额', unit: '万元' });
    expect(unitAlone('（万元）')).toBe('万元');
    expect(unitAlone('甲公司')).toBeUndefined();
  });
});

describe('the month that a title says', () => {
  it.each([
    ['2025年3月销售日报', 'Sheet1', { year: 2025, month: 3 }],
    ['销售明细', '2025年', { year: 2025 }],
    ['2025年销售明细', '3月', { year: 2025, month: 3 }],
    ['起止日期：2024-12-01 至 2025-01-31', 'Sheet1', {}],
    ['销售明细', '3月', {}],
  ])('%s on %s', (title, name, said) => {
    expect(monthSaidIn(title, name)).toEqual(said);
  });
});
