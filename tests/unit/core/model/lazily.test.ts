import { lazily } from '../../../../src/core/model/lazily';

describe('lazily', () => {
  it('works a field out when it is read, once', () => {
    const asked: string[] = [];
    const fields: { a: number; b: number } = lazily<{ a: number; b: number }>({
      a: () => {
        asked.push('a');
        return 1;
      },
      b: () => {
        asked.push('b');
        return fields.a + 1;
      },
    });
    expect(asked).toEqual([]);
    expect([fields.b, fields.b, fields.a]).toEqual([2, 2, 1]);
    expect(asked).toEqual(['b', 'a']);
  });
  it('is copied and compared like any other object', () => {
    const fields = lazily<{ a: number; b?: string }>({ a: () => 1, b: () => 'x' });
    expect({ ...fields, b: 'y' }).toEqual({ a: 1, b: 'y' });
    expect(structuredClone(fields)).toEqual({ a: 1, b: 'x' });
  });
  it('asks again where working out has failed', () => {
    let isReady = false;
    const fields = lazily<{ a: number }>({
      a: () => {
        if (!isReady) throw new Error('not yet');
        return 1;
      },
    });
    expect(() => fields.a).toThrow('not yet');
    isReady = true;
    expect(fields.a).toBe(1);
  });
});
