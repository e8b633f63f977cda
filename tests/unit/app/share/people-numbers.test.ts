import {
  findPersonal,
  isIdentityNumber,
  passesLuhn,
  type PersonalKind,
} from '../../../../src/app/share/people-numbers';
import { hidePersonal } from '../../../../src/app/share/redact-texts';

/** A card that passes the check: 622202 123456789012 and its check digit, worked out by hand as 8. */
const CARD = '6222021234567890128';
const ID = '11010519491231002X';

describe('numbers by which people are reached or known', () => {
  it.each<[PersonalKind, string]>([
    ['phone', '13812345678'],
    ['phone', '+8613812345678'],
    ['phone', '+86 138-1234-5678'],
    ['phone', '0086 138 1234 5678'],
    ['phone', '138 1234 5678'],
    ['phone', '１３８１２３４５６７８'],
    ['phone', '0571-88001234'],
    ['phone', '(0571) 8800 1234 转 801'],
    ['phone', '400-800-1234'],
    ['phone', '+44 20 7946 0958'],
    ['card', CARD],
    ['card', '6222 0212 3456 7890 128'],
    ['card', '4111-1111-1111-1111'],
    ['identity', ID],
    ['identity', '110105 19491231 002x'],
    // Mistyped in its last digit: a region and a day of birth stand in it all the same.
    ['identity', '110105194912310021'],
    ['email', 'Wang.Xiao+gz@luyuan-feed.com.cn'],
  ])('%s: %s', (kind, written) => {
    expect(findPersonal(`请找${written}，谢谢`)).toEqual([{ kind, from: 2, to: 2 + written.length }]);
    expect(hidePersonal(`请找${written}，谢谢`)).toBe('请找***，谢谢');
  });

  it.each([
    ['微信号：wang_xq88', '微信号：***'],
    ['微信wangxq1988加我', '微信***加我'],
    ['WeChat: Zephyr-li', 'WeChat: ***'],
    ['加 wxid_8k3jd02lsk', '加 ***'],
    ['QQ：123456789', 'QQ：***'],
    // Without a digit in the whole text, and in any of the ways in which the word is written.
    ['微信：wangxiaoqiang', '微信：***'],
    ['薇信：wangxiaoqiang', '薇信：***'],
    ['加威信 wangxiaoqiang', '加威信 ***'],
    ['V信号wangxiaoqiang', 'V信号***'],
    ['weixin: wang-xiao', 'weixin: ***'],
    ['vx wangxiaoqiang', 'vx ***'],
    ['ＷＸ：wangxiaoqiang', 'ＷＸ：***'],
    ['wxid_abcdef', '***'],
    ['mail ＠ wang＠luyuan.cn', 'mail ＠ ***'],
  ])('WeChat and QQ: %s', (text, masked) => {
    expect(hidePersonal(text)).toBe(masked);
  });

  it.each([
    '订单 20260611001 共 138 件',
    '2026-06-11 到货 12345 箱',
    '金额 1,381,234,567.80',
    // Sixteen digits that fail the check of cards, eighteen that are no identity number.
    '单号 4111111111111112',
    '运单 990105204912310021',
    '微信通知',
    '版本 v1.2.3',
  ])('leaves “%s” alone', (text) => {
    expect(hidePersonal(text)).toBe(text);
  });

  it('checks cards by Luhn and identity numbers by ISO 7064', () => {
    expect([passesLuhn(CARD), passesLuhn('4111111111111112'), passesLuhn('')]).toEqual([true, false, false]);
    expect([isIdentityNumber(ID), isIdentityNumber('110105194912310021')]).toEqual([true, false]);
  });
});
