import { TABLE_SLICERS_EXTENSION } from '../slicers/slicer-terms';
import { attributes } from '../xml/xml-text';
import {
  attributeByLocal,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  namespaceAt,
  type XmlElement,
} from '../xml/xml-tree';

/**
 * What the person has added to a sheet of ours and a refresh keeps. Cells, formats, tables, widths, validations, links
 * and print set-up of the sheet are ours and written anew; kept are
 * - the window: zoom, and whether the sheet is the one on top;
 * - the code name, by which her macros know the sheet;
 * - comments and notes, a background picture, controls and embedded objects, custom properties, printer's settings;
 * - extensions such as sparklines, except those that say what we write ourselves; her own slicers with ours (`readOwnSlicers`).
 * Her shapes, pictures and charts are kept by the drawing.
 */
export interface KeptContent {
  readonly codeName: string | undefined;
  /** Attributes of the sheet view, ready to write. */
  readonly view: string;
  /** Elements between page set-up and tables by local name, namespaces declared on them. */
  readonly elements: Readonly<Record<string, string>>;
  readonly extensions: readonly string[];
}

export const NOTHING_KEPT: KeptContent = { codeName: undefined, view: '', elements: {}, extensions: [] };

/** In the schema's order; our drawing stands between the first three and the rest. */
export const KEPT_ELEMENTS = [
  'customProperties',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
] as const;

/** Extensions that we write, or that speak of cells and rules that are no more. */
const REPLACED_EXTENSIONS = [
  '{78C0D931-6437-407D-A8EE-F0AAD7539E65}', // conditional formats
  '{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}', // validations
  TABLE_SLICERS_EXTENSION,
];

/**
 * The start of a sheet part is all of it but the rows, which a refresh throws away: they are cut out first, so that a
 * large report costs nothing here.
 */
export function withoutRows(text: string): string {
  return text.replace(/<((?:[\w.-]+:)?sheetData)(?:\s(?:[^>]*[^/])?)?>[\s\S]*<\/\1\s*>/, '<$1/>');
}

export function keptContentOf(root: XmlElement, text: string): KeptContent {
  const properties = childOf(root, 'sheetPr');
  const view = childOf(childOf(root, 'sheetViews') ?? root, 'sheetView');
  const kept = [
    'tabSelected',
    'view',
    'zoomScale',
    'zoomScaleNormal',
    'zoomScaleSheetLayoutView',
    'zoomScalePageLayoutView',
  ];
  const elements: Record<string, string> = {};
  for (const local of KEPT_ELEMENTS) {
    const found = childOf(root, local) ?? alternateOf(root, local);
    if (found) elements[local] = copyFragment(found, text);
  }
  const extensions = childrenOf(childOf(root, 'extLst') ?? root, 'ext')
    .filter((extension) => !REPLACED_EXTENSIONS.includes((attributeOf(extension, 'uri') ?? '').toUpperCase()))
    .map((extension) => copyFragment(extension, text));
  return {
    codeName: properties && attributeOf(properties, 'codeName'),
    view: view ? attributes(Object.fromEntries(kept.map((name) => [name, attributeOf(view, name)]))) : '',
    elements,
    extensions,
  };
}

/** Controls stand inside `mc:AlternateContent` as a rule. */
function alternateOf(root: XmlElement, local: string): XmlElement | undefined {
  return childrenOf(root, 'AlternateContent').find((alternate) =>
    alternate.children.some((choice) => childOf(choice, local) !== undefined),
  );
}

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/**
 * A piece of a part as it stands, with the namespaces that it takes from around it declared on itself: it means the
 * same wherever it is put. A piece that was copied once is copied again without a change.
 */
export function copyFragment(element: XmlElement, text: string): string {
  const used = new Set<string>();
  const ignorable = ignorablePrefixes(element);
  for (const one of [element, ...descendantsOf(element)]) {
    used.add(one.prefix);
    for (const { name, value } of one.attributes) {
      const colon = name.indexOf(':');
      if (colon > 0) used.add(name.slice(0, colon));
      // `Requires` of a choice names prefixes too.
      if (name === 'Requires') for (const prefix of value.split(/\s+/)) used.add(prefix);
    }
  }
  let declared = '';
  const declare = (prefix: string): void => {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    const namespace = namespaceAt(element, prefix);
    if (namespace !== undefined && attributeOf(element, name) === undefined)
      declared += attributes({ [name]: namespace });
  };
  const prefixes = [...used].sort();
  prefixes.forEach(declare);
  const mustIgnore = prefixes.filter((prefix) => ignorable.has(prefix));
  if (mustIgnore.length > 0 && attributeByLocal(element, 'Ignorable') === undefined) {
    const mc = 'mc';
    if (namespaceAt(element, mc) === COMPATIBILITY) {
      if (!used.has(mc)) declare(mc);
      declared += attributes({ [`${mc}:Ignorable`]: mustIgnore.join(' ') });
    }
  }
  const nameEnd = element.start + 1 + element.name.length;
  return text.slice(element.start, nameEnd) + declared + text.slice(nameEnd, element.end);
}

function ignorablePrefixes(element: XmlElement): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    for (const prefix of (attributeByLocal(at, 'Ignorable') ?? '').split(/\s+/))
      if (prefix !== '') prefixes.add(prefix);
  }
  return prefixes;
}

/** Ids of relationships that a piece of XML points at. */
export function relationshipIdsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/\b[\w.-]+:(?:id|embed|link|pict|dm|lo|qs|cs)\s*=\s*["']([^"']*)["']/g)].map(
    (match) => match[1]!,
  );
}
