import { inFewBytes } from '../../../../src/core/model/counts';

describe('counts', () => {
  it.each([
    [[], Uint8Array],
    [[0, 255], Uint8Array],
    [[256, 3], Uint16Array],
    [[65_535], Uint16Array],
    [[65_536, 1], Int32Array],
    [[-1, 2], Int32Array],
  ])('%j take as few bytes as the largest needs', (counts, kind) => {
    const narrow = inFewBytes(Int32Array.from(counts));
    expect(narrow).toBeInstanceOf(kind);
    expect([...narrow]).toEqual(counts);
  });
});
