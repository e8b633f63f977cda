import { blobSource } from '../../../../../src/hosts/xlsx/zip/byte-source';

const MEGABYTE = 1024 * 1024;

/** A blob of so many bytes, each its place modulo 251, that counts how often it is asked for bytes. */
function countingBlob(size: number): { readonly blob: Blob; readonly asked: () => number } {
  const bytes = Uint8Array.from({ length: size }, (_, at) => at % 251);
  const blob = new Blob([bytes]);
  let asked = 0;
  const count = <T>(value: T): T => {
    asked++;
    return value;
  };
  const counted = Object.assign(Object.create(blob) as Blob, {
    arrayBuffer: () => count(blob.arrayBuffer()),
    slice: (from: number, to: number) => count(blob.slice(from, to)),
  });
  Object.defineProperty(counted, 'size', { value: size });
  return { blob: counted, asked: () => asked };
}

describe('a file of the browser as bytes', () => {
  it('is taken once where it is small, whatever parts are asked for', async () => {
    const { blob, asked } = countingBlob(1000);
    const source = blobSource(blob);
    expect([...(await source.read(250, 3))]).toEqual([250, 0, 1]);
    expect([...(await source.read(998, 10))]).toEqual([998 % 251, 999 % 251]);
    expect(asked()).toBe(1);
  });

  it('is taken part by part where it is large', async () => {
    const { blob, asked } = countingBlob(17 * MEGABYTE);
    const source = blobSource(blob);
    await source.read(0, 10);
    expect([...(await source.read(MEGABYTE, 2))]).toEqual([MEGABYTE % 251, (MEGABYTE + 1) % 251]);
    expect(asked()).toBe(2);
  });

  it('is asked for again after it could not be read', async () => {
    let isLocked = true;
    const blob = new Blob([Uint8Array.of(7, 8, 9)]);
    const locked = Object.assign(Object.create(blob) as Blob, {
      arrayBuffer: () =>
        isLocked ? Promise.reject(new DOMException('locked', 'NotReadableError')) : blob.arrayBuffer(),
    });
    Object.defineProperty(locked, 'size', { value: 3 });
    const source = blobSource(locked);
    await expect(source.read(0, 1)).rejects.toThrow('locked');
    isLocked = false;
    expect([...(await source.read(1, 2))]).toEqual([8, 9]);
  });
});
