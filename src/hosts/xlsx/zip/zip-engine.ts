import { Deflate, deflateSync, Inflate } from 'fflate';
import { joinBytes } from '../../../workbook/join-bytes';
import { crc32 } from './crc32';

/** The work on bytes that a platform may do faster than we can. */
export interface ZipEngine {
  /** Raw deflate, piece by piece; throws whatever it likes on bytes that are none. */
  inflate(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** All bytes of a part at once; the same bytes give the same on one platform. */
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /** The bytes of a part piece by piece. */
  deflatePieces(): PieceDeflate;
  crc32(bytes: Uint8Array, crc: number): number;
}

export interface PieceDeflate {
  /** In order; done when the bytes may be used for something else. */
  put(piece: Uint8Array): Promise<void>;
  /** All that has been deflated, when every piece is done. */
  finish(): Promise<Uint8Array>;
}

/** Of those who deflate by a level: what zlib takes without one. */
export const DEFLATE_LEVEL = 6;

/** The engine of browsers: the platform's own streams where they know raw deflate, a library where they do not. */
export const webZipEngine: ZipEngine = {
  inflate: (pieces) => (knowsRawDeflate() ? inflateByPlatform(pieces) : inflateByLibrary(pieces)),
  deflate: (bytes) => (knowsRawDeflate() ? deflateByPlatform(bytes) : deflateByLibrary(bytes)),
  deflatePieces: () => (knowsRawDeflate() ? deflatePiecesByPlatform() : deflatePiecesByLibrary()),
  crc32,
};

function knowsRawDeflate(): boolean {
  if (typeof DecompressionStream === 'undefined' || typeof CompressionStream === 'undefined') return false;
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

/** Off the thread that asks. */
export async function deflateByPlatform(bytes: Uint8Array): Promise<Uint8Array> {
  const deflate = deflatePiecesByPlatform();
  const feeding = deflate.put(bytes);
  const [packed] = await Promise.all([deflate.finish(), feeding]);
  return packed;
}

export function deflatePiecesByPlatform(): PieceDeflate {
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const packed = new Response(stream.readable).arrayBuffer();
  // Whoever puts a piece is told; at the end it is told again.
  packed.catch(() => undefined);
  return {
    put: (piece) => writer.write(piece as Uint8Array<ArrayBuffer>),
    finish: async () => {
      const [bytes] = await Promise.all([packed, writer.close()]);
      return new Uint8Array(bytes);
    },
  };
}

export function deflatePiecesByLibrary(): PieceDeflate {
  const ready: Uint8Array[] = [];
  const deflate = new Deflate({ level: DEFLATE_LEVEL }, (chunk) => void ready.push(chunk));
  return {
    put: (piece) => Promise.resolve(deflate.push(piece)),
    finish: () => {
      deflate.push(new Uint8Array(0), true);
      return Promise.resolve(joinBytes(ready));
    },
  };
}

export function deflateByLibrary(bytes: Uint8Array): Promise<Uint8Array> {
  return Promise.resolve(deflateSync(bytes, { level: DEFLATE_LEVEL }));
}
