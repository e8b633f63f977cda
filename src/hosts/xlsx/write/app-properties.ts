import { XmlEdits } from './xml/xml-edits';
import { escapeText } from './xml/xml-text';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, textOf, type XmlElement } from './xml/xml-tree';

/**
 * `docProps/app.xml` lists the sheets by name: new ones are put behind the old. Where the list is not what Excel
 * writes (sheets first, in the workbook's order) it is left alone; nobody relies on it.
 */
export function patchAppProperties(
  text: string,
  part: string,
  present: readonly string[],
  added: readonly string[],
): string {
  if (added.length === 0) return text;
  const root = parseXml(text, part);
  const vectorIn = (name: string): XmlElement | undefined => {
    const property = childOf(root, name);
    return property && childOf(property, 'vector');
  };
  const pairs = vectorIn('HeadingPairs');
  const titles = vectorIn('TitlesOfParts');
  const count = pairs && [...descendantsOf(pairs)].find((element) => element.local === 'i4');
  if (!pairs || !titles || !count) return text;
  const names = childrenOf(titles, 'lpstr');
  const sheets = Number(textOf(text, count));
  const listed = names.slice(0, sheets).map((name) => textOf(text, name));
  if (sheets === 0 || listed.length !== sheets || listed.some((name) => !present.includes(name))) return text;
  const last = names[sheets - 1]!;
  const edits = new XmlEdits(text);
  edits.insert(last.end, added.map((name) => `<${last.name}>${escapeText(name)}</${last.name}>`).join(''));
  edits.replaceText(count, String(sheets + added.length));
  const size = Number(attributeOf(titles, 'size') ?? names.length);
  edits.setAttribute(titles, 'size', String(size + added.length));
  return edits.apply();
}
