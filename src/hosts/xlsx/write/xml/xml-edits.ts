import { escapeAttribute } from './xml-text';
import type { XmlElement } from './xml-tree';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Changes to a text that was read once: positions are those of the text as it was. Changes at one place stand in the
 * order in which they were asked for.
 */
export class XmlEdits {
  private readonly splices: Splice[] = [];
  private readonly appended = new Map<XmlElement, string[]>();

  constructor(private readonly text: string) {}

  insert(at: number, text: string): void {
    this.splices.push({ start: at, end: at, text });
  }

  replaceText(element: XmlElement, text: string): void {
    if (element.isSelfClosing) this.append(element, text);
    else this.splices.push({ start: element.openEnd, end: element.closeStart, text });
  }

  remove(element: XmlElement): void {
    this.splices.push({ start: element.start, end: element.end, text: '' });
  }

  /** Behind the last child; an element that closes itself is opened. */
  append(parent: XmlElement, text: string): void {
    const list = this.appended.get(parent);
    if (list) list.push(text);
    else this.appended.set(parent, [text]);
  }

  setAttribute(element: XmlElement, name: string, value: string): void {
    const written = ` ${name}="${escapeAttribute(value)}"`;
    const existing = element.attributes.find((attribute) => attribute.name === name);
    if (existing?.value === value) return;
    if (existing) this.splices.push({ start: existing.start, end: existing.end, text: written });
    else this.insert(element.attributes.at(-1)?.end ?? element.start + 1 + element.name.length, written);
  }

  apply(): string {
    const splices = [...this.splices];
    for (const [parent, texts] of this.appended) {
      const inner = texts.join('');
      if (parent.isSelfClosing) {
        const slash = this.text.lastIndexOf('/', parent.openEnd);
        splices.push({ start: slash, end: parent.openEnd, text: `>${inner}</${parent.name}>` });
      } else splices.push({ start: parent.closeStart, end: parent.closeStart, text: inner });
    }
    splices.sort((a, b) => a.start - b.start || a.end - b.end);
    let out = '';
    let at = 0;
    for (const splice of splices) {
      if (splice.start < at) throw new Error('two changes of one place');
      out += this.text.slice(at, splice.start) + splice.text;
      at = splice.end;
    }
    return out + this.text.slice(at);
  }
}
