import { NO_NUMBER, NumberForm } from '../../../src/workbook/number-form';
import { TextList } from '../../../src/workbook/text-list';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what numbers of documents have in common', () => {
  it.each(['XS00000001', 'K0', '7', '订单2026-0007', '20260000000000017', '000', 'A1B2'])(
    'makes %s again from its number',
    (text) => {
      const form = new NumberForm(text);
      expect(form.textOf(form.numberOf(text))).toBe(text);
      expect(form.length).toBe(text.length);
    },
  );

  it.each(['XS1', 'XS000000001', 'XT00000001', 'XS0000000a', 'XS-0000001', 'xs00000001', ''])(
    'has no number for %s, which is of another form',
    (text) => {
      const form = new NumberForm('XS00000007');
      expect(form.numberOf(text)).toBe(NO_NUMBER);
    },
  );

  it('finds the number in bytes as in a text, wherever they begin', () => {
    const form = new NumberForm('XS00000007');
    expect(form.numberIn(utf8('….XS00012345').subarray(3), 1)).toBe(12_345);
    expect(form.numberIn(utf8('XT00012345'), 0)).toBe(NO_NUMBER);
    expect(form.numberIn(utf8('XS000123x5'), 0)).toBe(NO_NUMBER);
  });

  it('takes no bytes for a text that they do not stand for', () => {
    // The two letters of the first are, as numbers, the two bytes of the letter of the second.
    const form = new NumberForm('Ã©0001');
    expect(form.numberIn(utf8('é0001'), 0)).toBe(NO_NUMBER);
  });
});

describe('a list of texts', () => {
  const form = new NumberForm('XS00000001');

  it('gives back what was put in, as a list of strings does', () => {
    const list = new TextList();
    const places = [list.push('甲公司'), list.pushNumber(form, 42), list.push(''), list.pushNumber(form, 0)];
    expect(places).toEqual([0, 1, 2, 3]);
    expect([...list]).toEqual(['甲公司', 'XS00000042', '', 'XS00000000']);
    expect(list.map((text, place) => `${place} ${text}`)).toEqual(['0 甲公司', '1 XS00000042', '2 ', '3 XS00000000']);
    expect([list.length, list.at(1), list.at(4), list.at(-1), list.at(Number.NaN)]).toEqual([
      4,
      'XS00000042',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('gives strings, with numbers among them or without', () => {
    const list = new TextList();
    list.push('甲');
    expect([list.hasNumbers, list.strings()]).toEqual([false, ['甲']]);
    list.pushNumber(form, 5);
    expect([list.hasNumbers, list.strings()]).toEqual([true, ['甲', 'XS00000005']]);
  });

  it('says whether a text stands at a place without making it', () => {
    const list = new TextList();
    list.push('甲');
    list.pushNumber(form, 42);
    expect([
      list.holds(0, '甲'),
      list.holds(0, '乙'),
      list.holds(1, 'XS00000042'),
      list.holds(1, 'XS00000041'),
    ]).toEqual([true, false, true, false]);
    expect([list.formAt(0), list.formAt(1)]).toEqual([undefined, form]);
  });

  it('takes texts of other lists, whatever forms those have', () => {
    const list = new TextList();
    const texts: string[] = [];
    // More forms than one list tells apart.
    for (let sheet = 0; sheet < 300; sheet++) {
      const other = new TextList();
      other.pushNumber(new NumberForm(`${sheet}-0001`), 7);
      other.push(`第${sheet}张`);
      other.pushNumber(new NumberForm('XS0001'), sheet);
      texts.push(...other);
      for (let place = 0; place < other.length; place++) list.pushFrom(other, place);
    }
    expect(texts.slice(0, 3)).toEqual(['0-0007', '第0张', 'XS0000']);
    expect([...list]).toEqual(texts);
    expect(texts.every((text, place) => list.holds(place, text))).toBe(true);
  });
});
