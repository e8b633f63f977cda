import { StringPool } from '../../../src/workbook/column-block';

const START = 0x811c9dc5;

/** The pool's hash after some characters more (FNV-1a). */
function step(state: number, text: string): number {
  let hash = state;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** Two texts after which the hash is the same: where only the low sixteen bits differ, one character more makes them equal. */
function pairFrom(state: number): readonly [string, string] {
  const byHigh = new Map<number, string>();
  for (let number = 0; ; number++) {
    const text = number.toString(36);
    const now = step(state, text);
    const other = byHigh.get(now >>> 16);
    byHigh.set(now >>> 16, text);
    if (other === undefined) continue;
    const close = (one: string): string => one + String.fromCharCode((step(state, one) & 0xffff) ^ 0x4e00);
    return [close(text), close(other)];
  }
}

/** 2^stages different texts of one hash. */
function collidingTexts(stages: number): string[] {
  let texts = [''];
  let state = START;
  for (let stage = 0; stage < stages; stage++) {
    const [a, b] = pairFrom(state);
    texts = texts.flatMap((text) => [text + a, text + b]);
    state = step(state, a);
  }
  return texts;
}

describe('the pool of texts', () => {
  it('gives each distinct text one number, in the order in which they come', () => {
    const pool = new StringPool();
    const texts = Array.from({ length: 200_000 }, (_, index) => `XS${index % 150_000}`);
    const ids = texts.map((text) => pool.idOf(text));
    expect(pool.texts).toHaveLength(150_000);
    expect(ids.every((id, index) => id === index % 150_000 && pool.texts.at(id) === texts[index])).toBe(true);
  });

  it.each([
    ['a few', 6],
    ['so many that somebody must have made them', 12],
  ])('tells %s texts of one hash apart', (_, stages) => {
    const texts = collidingTexts(stages);
    expect(new Set(texts).size).toBe(2 ** stages);
    expect(new Set(texts.map((text) => step(START, text))).size).toBe(1);
    const pool = new StringPool();
    const ids = texts.map((text) => pool.idOf(text));
    expect(ids.map((id) => pool.texts.at(id))).toEqual(texts);
    expect(texts.map((text) => pool.idOf(text))).toEqual(ids);
    expect([pool.idOf('new'), pool.idOf('new')]).toEqual([texts.length, texts.length]);
  });

  /** What a `Map` gives: texts are numbered in the order in which each is first met. */
  const idsOf = (texts: readonly string[]): number[] => {
    const ids = new Map<string, number>();
    return texts.map((text) => {
      if (!ids.has(text)) ids.set(text, ids.size);
      return ids.get(text)!;
    });
  };
  const numbers = (count: number, wordOf: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => wordOf(index));
  /** The same every time, and spread over all of a range. */
  const scattered = (index: number, range: number): number => Number((BigInt(index) * 2_654_435_761n) % BigInt(range));
  const padded = (number: number, width: number): string => String(number).padStart(width, '0');

  it.each<[string, readonly string[]]>([
    ['run upwards', numbers(5000, (index) => `XS${padded(index, 8)}`)],
    ['run downwards', numbers(5000, (index) => `XS${padded(99_999_999 - index, 8)}`)],
    ['run downwards to nought', numbers(3000, (index) => `K${padded(2999 - index, 4)}`)],
    ['stand in no order', numbers(5000, (index) => `K${padded(scattered(index, 20_000), 6)}`)],
    ['begin far up', numbers(3000, (index) => `${700_000_000 + index}`)],
    ['have more digits than a number holds', numbers(3000, (index) => `2026${padded(index, 14)}`)],
    ['are only digits behind other digits', numbers(3000, (index) => `${1 + (index % 9)}${padded(index, 11)}`)],
    [
      'run on and leap away',
      [
        ...numbers(4000, (index) => `A${padded(index, 9)}`),
        'A900000000',
        ...numbers(50, (index) => `A9${padded(index * 7, 8)}`),
      ],
    ],
    ['are thinly spread', numbers(5000, (index) => `T${padded(scattered(index, 999_999_937), 9)}`)],
    [
      'begin alike and not alike',
      numbers(4000, (index) => `${['AB', 'AC', 'A1', 'A٣'][index % 4]!}${padded(index, 4)}`),
    ],
    [
      'lie in one place as long and otherwise',
      numbers(4000, (index) => `${['F', 'E12345'][index % 2]!}${padded(index, 5)}`),
    ],
    [
      'hold what is no digit',
      ['K001', 'K0１', 'K0-1', 'K0/1', 'K0:1', 'K 01', 'K001 ', 'k001', '1', '0', '', 'K', '-1', '01', '1e5', '１２'],
    ],
  ])('numbers texts that %s as they come', (_, texts) => {
    const pool = new StringPool();
    const twice = [...texts, ...texts];
    expect(twice.map((text) => pool.idOf(text))).toEqual(idsOf(twice));
    expect([...pool.texts]).toEqual([...new Set(texts)]);
  });

  it('tells texts apart that differ only where it does not look at first', () => {
    const texts = numbers(2000, (index) => `${index}之店中间七个字相同${index}号`);
    const pool = new StringPool();
    expect([...texts, ...texts].map((text) => pool.idOf(text))).toEqual(idsOf([...texts, ...texts]));
  });

  it('goes on where a series is given up after somebody has made texts of one hash', () => {
    const made = collidingTexts(12);
    const run = numbers(3000, (index) => `XS${padded(index, 8)}`);
    const leaps = numbers(50, (index) => `XS9${padded(index, 7)}`);
    const texts = [...run, ...made, ...leaps, ...run, ...made];
    const pool = new StringPool();
    expect(texts.map((text) => pool.idOf(text))).toEqual(idsOf(texts));
  });

  it('finds texts of a list that it is given, and goes on behind them', () => {
    const texts = [
      ...numbers(3000, (index) => `XS${padded(index, 8)}`),
      ...collidingTexts(12),
      ...numbers(50, (index) => `XS9${padded(index, 7)}`),
      '甲公司',
    ];
    const first = new StringPool();
    for (const text of texts) first.idOf(text);
    const pool = new StringPool(first.texts);
    const more = ['new', 'XS00003000', ...texts, '甲公司', 'new'];
    expect(more.map((text) => pool.idOf(text))).toEqual(idsOf([...texts, ...more]).slice(texts.length));
    expect([...pool.texts]).toEqual([...texts, 'new', 'XS00003000']);
  });

  it('finds a text in bytes where it runs on with one that was met', () => {
    const pool = new StringPool();
    const find = (text: string): number => {
      const bytes = new TextEncoder().encode(`<${text}>`);
      return pool.idOfNumber(bytes, 1, bytes.length - 1);
    };
    expect(find('XS0001')).toBe(-1);
    expect([pool.idOf('XS0001'), pool.idOf('甲')]).toEqual([0, 1]);
    expect([find('XS0001'), find('XS0002'), find('XS0002'), pool.idOf('XS0002')]).toEqual([0, 2, 2, 2]);
    expect(['甲', 'XS002', 'XT0002', 'XS000', 'XS00021', ''].map(find)).toEqual([-1, -1, -1, -1, -1, -1]);
    expect([...pool.texts]).toEqual(['XS0001', '甲', 'XS0002']);
  });

  it('finds no text in bytes once the series is given up', () => {
    const pool = new StringPool();
    pool.idOf('K00000001');
    const bytes = new TextEncoder().encode('K90000000');
    expect(pool.idOfNumber(bytes, 0, bytes.length)).toBe(-1);
    expect([pool.idOf('K90000000'), pool.idOf('K00000001'), pool.idOf('K00000002')]).toEqual([1, 0, 2]);
  });
});
