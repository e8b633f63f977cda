/** Parts are UTF-8 as a rule; the format allows UTF-16 too, and a few programs write what they declare. */

/** The encoding of an XML part from its first bytes: by byte order mark, else by its declaration, else UTF-8. */
export function detectXmlEncoding(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be';
  const text = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8';
  // UTF-16 declared over text that is plainly of single bytes is a known mistake of generators.
  return declared === 'utf8' || declared.startsWith('utf-16') || declared === 'us-ascii' ? 'utf-8' : declared;
}

/** A decoder by name; UTF-8 where the platform does not know the name. */
export function makeDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    // A declaration that names no encoding says nothing of the bytes.
    return new TextDecoder('utf-8');
  }
}

export function decodeXml(bytes: Uint8Array): string {
  return makeDecoder(detectXmlEncoding(bytes)).decode(bytes);
}

/** The same part as UTF-8, piece by piece; pieces of a part that is UTF-8 already pass untouched. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    if (isFirst) {
      const encoding = detectXmlEncoding(chunk);
      if (encoding !== 'utf-8') decoder = makeDecoder(encoding);
      isFirst = false;
    }
    yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
  }
  if (decoder) yield encoder.encode(decoder.decode());
}
