import { nameVariants } from '../../../../src/app/share/name-variants';
import { plainLetters } from '../../../../src/app/share/plain-letters';
import { replaceWords } from '../../../../src/app/share/redact-texts';

const hide = (name: string): ((text: string) => string) =>
  replaceWords({ names: new Map(nameVariants(name).map((one) => [one, 'X'])), exact: new Map() });

describe('the ways in which a name is written', () => {
  it('are compared without case, width, brackets and blanks', () => {
    expect(plainLetters('Ｚephyr  (Trading)').letters).toBe('zephyrtrading');
    expect(plainLetters('金桥（集团）').at).toEqual([0, 1, 3, 4]);
  });

  it('are the whole, without brackets, without the form of the firm, without 集团', () => {
    expect([...nameVariants('金桥（集团）有限公司')].sort()).toEqual(
      ['金桥', '金桥有限公司', '金桥集团', '金桥集团有限公司'].sort(),
    );
    expect(nameVariants('Zephyr Trading Co., Ltd.')).toEqual(['zephyrtradingcoltd', 'zephyrtrading']);
  });

  it('are no words of everybody', () => {
    for (const name of ['客户有限公司', '贸易公司', 'Trading Ltd.', '甲公司'])
      expect(nameVariants(name).filter((one) => ['客户', '贸易', 'trading', '甲'].includes(one))).toEqual([]);
  });

  it.each([
    ['金桥（集团）有限公司', '金桥集团又投诉', 'X又投诉'],
    ['金桥（集团）有限公司', '致金桥(集团)有限公司：', '致X：'],
    ['金桥（集团）有限公司', '金桥也要货', 'X也要货'],
    ['金桥（集团）有限公司', '金 桥 集 团', 'X'],
    ['Zephyr Trading Co., Ltd.', 'call zephyr trading today', 'call X today'],
    ['Zephyr Trading Co., Ltd.', 'ZEPHYR-TRADING CO LTD', 'X'],
    ['润远饲料（张家口）有限公司', '润远饲料的车', 'X的车'],
  ])('%s is found in “%s”', (name, text, masked) => {
    expect(hide(name)(text)).toBe(masked);
  });

  it('Latin names count as whole words only', () => {
    expect(hide('Rand Ltd.')('brand, Rands, rand')).toBe('brand, Rands, X');
  });
});

describe('a text that was cut', () => {
  const redact = replaceWords({
    names: new Map([
      ['绿源饲料有限公司', 'X'],
      ['13812345678', '***'],
    ]),
    exact: new Map(),
  });

  it.each([
    ['请联络绿源饲…', '请联络***…'],
    ['电话 1381234…', '电话 ***…'],
    ['数量 120…', '数量 120…'],
    ['绿色食品…', '绿色食品…'],
    ['没有剪断的绿源', '没有剪断的绿源'],
  ])('“%s” keeps no half of a name or phone', (text, masked) => {
    expect(redact(text)).toBe(masked);
  });
});
