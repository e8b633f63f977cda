import { findPersonal, isIdentityNumber, passesLuhn } from '../../../../src/app/share/people-numbers';
import { plainLetters } from '../../../../src/app/share/plain-letters';
import { nameVariants } from '../../../../src/app/share/name-variants';
import { hidePersonal, redactSheet, replaceWords } from '../../../../src/app/share/redact-texts';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';

const words = (names: Readonly<Record<string, string>>, exact: Readonly<Record<string, string>> = {}) =>
  replaceWords({ names: new Map(Object.entries(names)), exact: new Map(Object.entries(exact)) });

describe('names in a text', () => {
  it.each([
    ['金桥', 'X'],
    ['a金桥b', 'aXb'],
    ['金桥金桥', 'XX'],
    ['金桥集团和金桥', 'Y和X'],
    ['金 桥', 'X'],
    ['（金桥）', '（X）'],
    ['金桥（集团）有货', 'Y有货'],
    ['金桥（集 团)', 'Y'],
    ['金', '金'],
    ['', ''],
    ['桥金', '桥金'],
    ['rand', 'Z'],
    ['Rand.', 'Z.'],
    ['brand', 'brand'],
    ['rands', 'rands'],
    ['1rand', '1rand'],
    ['rand1', 'rand1'],
    ['的rand的', '的Z的'],
    ['brand rand', 'brand Z'],
    ['ra nd', 'Z'],
  ])('“%s” becomes “%s”', (text, masked) => {
    expect(words({ 金桥: 'X', 金桥集团: 'Y', rand: 'Z' })(text)).toBe(masked);
  });

  it('close a bracket that was opened inside them, and no other', () => {
    const redact = words({ 金桥集团: 'Y', 金桥: 'X' });
    expect(redact('金桥（集团）')).toBe('Y');
    expect(redact('金桥(集团)的')).toBe('Y的');
    expect(redact('（金桥集团）')).toBe('（Y）');
    expect(redact('金桥（集团')).toBe('Y');
    expect(redact('金桥)')).toBe('X)');
  });

  it('in two scripts are whole words where they are Latin, at either end', () => {
    const redact = words({ a甲: 'X', 乙b: 'Y' });
    expect(['a甲', 'xa甲', 'a甲x', '乙b', '乙bx', 'x乙b'].map(redact)).toEqual(['X', 'xa甲', 'Xx', 'Y', '乙bx', 'xY']);
  });

  it('with a bracket before their last letter close it, with a pair of their own close no other', () => {
    expect(words({ 金桥集: 'X' })('金桥（集）有货')).toBe('X有货');
    expect(words({ 金桥集团饲料: 'X' })('（见金桥（集团）饲料）')).toBe('（见X）');
  });

  it('of two letters and more; codes whole, whatever their case, the longest first', () => {
    expect(words({ 甲: 'X' })('甲')).toBe('甲');
    const codes = words({}, { 'K-1': 'A', 'K-1-2': 'B', 'a.b': 'C' });
    expect(codes('K-1 k-1 K-1-2 K-11 1K-1 xK-1 K-1。')).toBe('A A B K-11 1K-1 xK-1 A。');
    expect(codes('a.b axb')).toBe('C axb');
    expect(words({}, {})('K-1')).toBe('K-1');
  });

  it('of one letter alone, or wherever people write', () => {
    const letters = new Map([['昊', 'X']]);
    const none = { names: new Map<string, string>(), exact: new Map<string, string>(), letters };
    const [ours, theirs] = [replaceWords(none), replaceWords({ ...none, areLettersNames: true })];
    expect(['昊', '昊！', '(昊)', '昊天', '天昊', '1昊'].map(ours)).toEqual(['X', 'X！', '(X)', '昊天', '天昊', '1昊']);
    expect(['昊', '昊天', '天昊要'].map(theirs)).toEqual(['X', 'X天', '天X要']);
  });
});

describe('halves of names before a cut', () => {
  const redact = words({ 绿源饲料: 'X', zephyrtrading: 'Z' });
  it.each([
    ['找绿源…', '找***…'],
    ['找绿源饲…', '找***…'],
    ['找绿源饲料…', '找X…'],
    ['找绿…', '找绿…'],
    ['绿源…和绿源…', '***…和***…'],
    ['绿源', '绿源'],
    ['…绿源', '…绿源'],
    ['call zeph…', 'call ***…'],
    ['azeph…', 'azeph…'],
    ['电话 1381…', '电话 ***…'],
    ['电话 138…', '电话 138…'],
    ['电话 +861…', '电话 ***…'],
    ['电话 0571…', '电话 ***…'],
    ['电话 138 12…', '电话 ***…'],
    ['证 110105…', '证 ***…'],
    ['数 11010…', '数 11010…'],
    ['数 12345…', '数 12345…'],
    ['1381和…', '1381和…'],
  ])('“%s” becomes “%s”', (text, masked) => {
    expect(redact(text)).toBe(masked);
  });

  it('are looked for in the last forty letters', () => {
    const long = '甲'.repeat(60);
    expect(words({ [long]: 'X' })(`${'乙'.repeat(5)}${'甲'.repeat(40)}…`)).toBe(`${'乙'.repeat(5)}***…`);
    expect(words({ [long]: 'X' })(`${'甲'.repeat(41)}…`)).toBe('甲***…');
  });
});

describe('letters without signs', () => {
  it('are found again in the text, one place a letter', () => {
    expect(plainLetters('Ａ（b）C·d')).toEqual({ letters: 'abcd', at: [0, 2, 4, 6] });
    // One sign that is two letters has its place twice.
    expect(plainLetters('㎏x')).toEqual({ letters: 'kgx', at: [0, 0, 1] });
    expect(plainLetters('')).toEqual({ letters: '', at: [] });
  });

  it('make a name from two Chinese or four Latin ones on', () => {
    expect(nameVariants('金桥公司')).toEqual(['金桥公司', '金桥']);
    expect(nameVariants('金公司')).toEqual(['金公司']);
    expect(nameVariants('Rand Ltd.')).toEqual(['randltd', 'rand']);
    expect(nameVariants('Ran Ltd.')).toEqual(['ranltd']);
    expect(nameVariants('R')).toEqual([]);
  });
});

describe('numbers of people', () => {
  it('are told from the left, none over another, all of them', () => {
    const text = 'a@b.cn 打13812345678或0571-88001234';
    expect(findPersonal(text)).toEqual([
      { kind: 'email', from: 0, to: 6 },
      { kind: 'phone', from: 8, to: 19 },
      { kind: 'phone', from: 20, to: 33 },
    ]);
    expect(hidePersonal(text)).toBe('*** 打***或***');
    expect(hidePersonal('13812345678')).toBe('***');
    expect(hidePersonal('x')).toBe('x');
    // An address whose name is a phone is one find.
    expect(findPersonal('13812345678@qq.com')).toEqual([{ kind: 'email', from: 0, to: 18 }]);
    // One directly behind another is a find of its own.
    expect(findPersonal('13812345678+442079460958')).toEqual([
      { kind: 'phone', from: 0, to: 11 },
      { kind: 'phone', from: 11, to: 24 },
    ]);
    expect(findPersonal('QQ:12345微信wang_xq88')).toEqual([
      { kind: 'wechat', from: 3, to: 8 },
      { kind: 'wechat', from: 10, to: 19 },
    ]);
  });

  it.each([
    ['0', true],
    ['18', true],
    ['26', true],
    ['59', true],
    ['19', false],
    ['81', false],
    ['4539578763621486', true],
    ['4539578763621487', false],
    ['', false],
  ])('%s passes the check of cards: %s', (digits, passes) => {
    expect(passesLuhn(digits)).toBe(passes);
  });

  it('of identity end in the digit that their seventeen others give', () => {
    // Worked by hand with the weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2: 1 at each place in turn, else 0.
    const numbers = Array.from({ length: 16 }, (_, at) => `${'0'.repeat(at)}1${'0'.repeat(16 - at)}`);
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4];
    numbers.forEach((digits, at) => {
      const check = (12 - weights[at]!) % 11;
      const written = check === 10 ? 'X' : String(check);
      expect(isIdentityNumber(digits + written)).toBe(true);
      expect(isIdentityNumber(digits + (written === '0' ? '1' : '0'))).toBe(false);
    });
    expect(isIdentityNumber('11010519491231002')).toBe(false);
  });
});

it('a sheet has tips of links and titles of axes only where it had them', () => {
  const plan: SheetPlan = {
    ...bareSheet('x', 'x', []),
    links: [{ row: 0, column: 0, target: { sheet: 'x', cell: 'A1' } }],
  };
  expect(redactSheet(plan, (text) => `${text}!`).links).toEqual(plan.links);
});
