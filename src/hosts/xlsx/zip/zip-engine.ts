import { Inflate } from 'fflate';
import { crc32 } from './crc32';

/** The work on bytes that a platform may do faster than we can. */
export interface ZipEngine {
  /** Raw deflate, piece by piece; throws whatever it likes on bytes that are none. */
  inflate(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  crc32(bytes: Uint8Array, crc: number): number;
}

/** The engine of browsers: the platform's own inflate where it knows raw deflate, ours by library where it does not. */
export const webZipEngine: ZipEngine = {
  inflate: (pieces) => (knowsRawDeflate() ? inflateByPlatform(pieces) : inflateByLibrary(pieces)),
  crc32,
};

function knowsRawDeflate(): boolean {
  if (typeof DecompressionStream === 'undefined') return false;
  try {
    new DecompressionStream('deflate-raw');
    return true;
  } catch {
    // The one way to ask: platforms older than the format refuse to make the stream.
    return false;
  }
}

export async function* inflateByPlatform(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  let isOver = false;
  let failure: unknown;
  const feeding = (async () => {
    try {
      for await (const piece of pieces) {
        if (isOver) return;
        await writer.write(piece as Uint8Array<ArrayBuffer>);
      }
      await writer.close();
    } catch (error) {
      failure = error;
      await Promise.allSettled([writer.abort(error)]);
    }
  })();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
    if (failure !== undefined) throw failure;
  } finally {
    isOver = true;
    await Promise.allSettled([reader.cancel()]);
    await feeding;
  }
}

export async function* inflateByLibrary(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => {
    if (chunk.length > 0) ready.push(chunk);
  });
  for await (const piece of pieces) {
    inflate.push(piece);
    yield* ready.splice(0);
  }
  inflate.push(new Uint8Array(0), true);
  yield* ready.splice(0);
}
