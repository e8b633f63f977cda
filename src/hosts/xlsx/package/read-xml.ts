import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { HostError } from '../../../workbook/host-error';
import { decodeXml } from './xml-encoding';

/** An element that begins: local names and namespaces, so that prefixes do not matter. */
export interface OpenElement {
  readonly local: string;
  readonly namespace: string;
  /** Of no namespace, or of one of those given. */
  attribute(local: string, namespaces?: readonly string[]): string | undefined;
}

export interface XmlReceiver {
  /** `path` holds the local names from the root to this element. */
  open?(element: OpenElement, path: readonly string[]): void;
  text?(text: string, path: readonly string[]): void;
  close?(path: readonly string[]): void;
}

/**
 * Elements within elements. Spreadsheets nest some twenty deep, grouped shapes some more; a reader's work at each element
 * grows with the depth, so that a part of two kilobytes could keep it busy for minutes.
 */
export const MAX_XML_DEPTH = 1000;

/** Reads a small part whole. `damaged` where it is no XML, `hostile` where it declares entities or nests without end. */
export function readXml(bytes: Uint8Array, part: string, receiver: XmlReceiver): void {
  const parser = new SaxesParser({ xmlns: true, fileName: part });
  const path: string[] = [];
  parser.on('error', (cause) => {
    throw new HostError('damaged', `${part} is no XML: ${cause.message}`, { cause });
  });
  parser.on('doctype', () => {
    throw new HostError('hostile', `${part} has a document type`);
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    path.push(tag.local);
    if (path.length > MAX_XML_DEPTH) throw new HostError('hostile', `${part} nests more than ${MAX_XML_DEPTH} deep`);
    receiver.open?.(openElementOf(tag), path);
  });
  parser.on('text', (text) => receiver.text?.(text, path));
  parser.on('cdata', (text) => receiver.text?.(text, path));
  parser.on('closetag', () => {
    receiver.close?.(path);
    path.pop();
  });
  parser.write(decodeXml(bytes)).close();
}

function openElementOf(tag: SaxesTagNS): OpenElement {
  return {
    local: tag.local,
    namespace: tag.uri,
    attribute(local, namespaces) {
      if (!namespaces) return tag.attributes[local]?.value;
      return Object.values<SaxesAttributeNS>(tag.attributes).find(
        (attribute) => attribute.local === local && namespaces.includes(attribute.uri),
      )?.value;
    },
  };
}

/** Booleans as the format writes them. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
