import { shortMoney } from '../../../src/i18n/wording';

it.each([
  [999_99, '1,000', '1,000'],
  [9_999_00, '9,999', '9,999'],
  [254_120_00, '25.4 万', '254K'],
  [1_185_315_00, '118.5 万', '1.19M'],
  [-72_483_175_00, '-7,248 万', '-72.5M'],
  [162_800_000_00, '1.63 亿', '163M'],
])('%d fen in short are %s and %s', (fen, zh, en) => {
  expect(shortMoney(fen)).toEqual({ zh, en });
});
