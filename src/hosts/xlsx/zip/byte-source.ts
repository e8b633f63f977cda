/** Bytes that are read where they are needed: a file on disk, a `File` of the browser, an array. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset`, fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

/** A file of at most so many bytes is taken whole: each part of a file costs the browser as much as a megabyte of it. */
const MOST_WHOLE = 16 * 1024 * 1024;

/** A file that the person chose in the browser: of a large one only the parts that are asked for come into memory. */
export function blobSource(blob: Blob): ByteSource {
  const take = async (part: Blob): Promise<Uint8Array> => new Uint8Array(await part.arrayBuffer());
  if (blob.size > MOST_WHOLE)
    return { size: blob.size, read: (offset, length) => take(blob.slice(offset, offset + length)) };
  let whole: Promise<Uint8Array> | undefined;
  return {
    size: blob.size,
    read: async (offset, length) => {
      whole ??= take(blob);
      try {
        return (await whole).subarray(offset, offset + length);
      } catch (cause) {
        // What could not be read now may be read when she tries again.
        whole = undefined;
        throw cause;
      }
    },
  };
}
