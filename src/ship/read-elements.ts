import { SaxesParser } from 'saxes';

/** An element of a manifest. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** All elements of an XML file, in the order in which they open. */
export function readElements(xml: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open[open.length - 1]?.children.push(element);
    open.push(element);
    all.push(element);
  });
  parser.on('text', (words) => {
    const current = open[open.length - 1];
    if (current) current.text += words;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return all;
}
