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
    expect(pool.strings).toHaveLength(150_000);
    expect(ids.every((id, index) => id === index % 150_000 && pool.strings[id] === texts[index])).toBe(true);
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
    expect(ids.map((id) => pool.strings[id])).toEqual(texts);
    expect(texts.map((text) => pool.idOf(text))).toEqual(ids);
    expect([pool.idOf('new'), pool.idOf('new')]).toEqual([texts.length, texts.length]);
  });
});
