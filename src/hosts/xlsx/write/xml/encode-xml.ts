/** The bytes of a part that we wrote or changed: UTF-8, whatever it was before, its declaration set right. */
export function encodeXml(text: string): Uint8Array {
  const declared = text.replace(/^(\s*<\?xml[^>]*\sencoding\s*=\s*)["'][\w.-]+["']/, '$1"UTF-8"');
  return new TextEncoder().encode(declared);
}
