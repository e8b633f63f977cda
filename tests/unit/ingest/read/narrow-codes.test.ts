import { NO_TEXT } from '../../../../src/core/model/columns';
import { CodeNarrower } from '../../../../src/ingest/read/narrow-codes';

const textsOf = (count: number): string[] => Array.from({ length: count }, (_, code) => `T${code}`);

describe('codes of texts', () => {
  it.each([
    [1, Int8Array],
    [128, Int8Array],
    [129, Int16Array],
    [32_768, Int16Array],
    [32_769, Int32Array],
  ])('of %i texts are as wide as the largest needs', (count, kind) => {
    const written = [count - 1, NO_TEXT, 0];
    const { codes, values } = new CodeNarrower().narrow({ codes: Int32Array.from(written), values: textsOf(count) });
    expect(codes).toBeInstanceOf(kind);
    expect([...codes]).toEqual(written);
    expect(values).toHaveLength(count);
  });

  it('that two columns share stay one array', () => {
    const shared = { codes: Int32Array.of(0, 0), values: ['T'] };
    const narrower = new CodeNarrower();
    expect(narrower.narrow({ ...shared }).codes).toBe(narrower.narrow({ ...shared }).codes);
  });
});
