import { HostError } from '../../../../workbook/host-error';
import { MAX_XML_DEPTH } from '../../package/read-xml';

/**
 * A small XML tree that knows where each element stands in the text: parts of the person's package are changed by
 * cutting and inserting text, so that whatever we do not mean to change stays as it was, to the byte.
 *
 * Only for the small parts (workbook, styles, rels, drawings); rows of sheets are never read this way.
 */
export interface XmlElement {
  /** As written, with prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Of `<`. */
  readonly start: number;
  /** Behind the `>` of the start tag. */
  readonly openEnd: number;
  /** Of `</`; equals `openEnd` where the tag closes itself. */
  readonly closeStart: number;
  /** Behind the element. */
  readonly end: number;
  readonly isSelfClosing: boolean;
}

export interface XmlAttribute {
  /** As written, with prefix. */
  readonly name: string;
  /** Entities resolved. */
  readonly value: string;
  /** From the blank before the name. */
  readonly start: number;
  /** Behind the closing quote. */
  readonly end: number;
}

type Building = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9A-Fa-f]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return ENTITIES[name] ?? whole;
  });
}

const TAG = /<(\/?)([^\s/>]+)/y;
const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** Reads a part; `part` is its name for the error. */
export function parseXml(text: string, part: string): XmlElement {
  const fail = (what: string): never => {
    throw new HostError('damaged', `${part}: ${what}`);
  };
  const skipTo = (end: string, from: number): number => {
    const at = text.indexOf(end, from);
    return at < 0 ? fail(`no ${end}`) : at + end.length;
  };
  let root: Building | undefined;
  let open: Building | undefined;
  let depth = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    if (text.startsWith('<?', at)) at = skipTo('?>', at);
    else if (text.startsWith('<!--', at)) at = skipTo('-->', at);
    else if (text.startsWith('<![CDATA[', at)) at = skipTo(']]>', at);
    else if (text.startsWith('<!', at)) throw new HostError('hostile', `${part}: has a document type`);
    else {
      TAG.lastIndex = at;
      const tag = TAG.exec(text) ?? fail(`no name at ${at}`);
      const name = tag[2]!;
      let cursor = TAG.lastIndex;
      if (tag[1] === '/') {
        if (open?.name !== name) fail(`</${name}> closes nothing`);
        const closing: Building = open!;
        closing.closeStart = at;
        at = closing.end = skipTo('>', cursor);
        open = closing.parent as Building | undefined;
        depth--;
      } else {
        const attributes: XmlAttribute[] = [];
        for (;;) {
          ATTRIBUTE.lastIndex = cursor;
          const match = ATTRIBUTE.exec(text);
          if (!match) break;
          const value = resolveEntities(match[2] ?? match[3] ?? '');
          attributes.push({ name: match[1]!, value, start: cursor, end: ATTRIBUTE.lastIndex });
          cursor = ATTRIBUTE.lastIndex;
        }
        TAG_END.lastIndex = cursor;
        const end = TAG_END.exec(text) ?? fail(`<${name} does not end`);
        const isSelfClosing = end[1] === '/';
        const colon = name.indexOf(':');
        const element: Building = {
          name,
          prefix: colon < 0 ? '' : name.slice(0, colon),
          local: name.slice(colon + 1),
          attributes,
          children: [],
          parent: open,
          start: at,
          openEnd: TAG_END.lastIndex,
          closeStart: TAG_END.lastIndex,
          end: TAG_END.lastIndex,
          isSelfClosing,
        };
        if (open) open.children.push(element);
        else if (root) fail('more than one root');
        else root = element;
        if (!isSelfClosing) {
          open = element;
          if (++depth > MAX_XML_DEPTH) throw new HostError('hostile', `${part}: nests more than ${MAX_XML_DEPTH} deep`);
        }
        at = TAG_END.lastIndex;
      }
    }
    at = text.indexOf('<', at);
  }
  if (!root || open) fail(open ? `<${open.name}> is not closed` : 'no element');
  return root!;
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

/** The value of a local name, whatever its prefix: for `r:id` under another prefix. */
export function attributeByLocal(element: XmlElement, local: string): string | undefined {
  return element.attributes.find(({ name }) => name === local || name.endsWith(`:${local}`))?.value;
}

export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

export function childrenOf(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.filter((child) => child.local === local);
}

/** Every element below, in the order of the text. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* descendantsOf(child);
  }
}

export function textOf(text: string, element: XmlElement): string {
  const inner = text.slice(element.openEnd, element.closeStart);
  return resolveEntities(
    inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[^>]*>/g, (_, data?: string) => data ?? ''),
  );
}

/** The namespace that a prefix means at an element. */
export function namespaceAt(element: XmlElement, prefix: string): string | undefined {
  const wanted = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const value = attributeOf(at, wanted);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The prefix that an element can use for a namespace, where there is one. */
export function prefixAt(element: XmlElement, namespace: string): string | undefined {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    for (const { name, value } of at.attributes) {
      if (value !== namespace || !name.startsWith('xmlns:')) continue;
      const prefix = name.slice(6);
      if (namespaceAt(element, prefix) === namespace) return prefix;
    }
  }
  return undefined;
}
