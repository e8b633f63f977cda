import { SaxesParser, type SaxesTagNS } from 'saxes';
import { textsOf } from './workbook-builder';

/** Children of a worksheet in the order that the schema wants. */
const WORKSHEET = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
  'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
  'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems ' +
  'tableParts extLst'
).split(' ');
const WORKBOOK = (
  'fileVersion fileSharing workbookPr AlternateContent revisionPtr absPath workbookProtection bookViews sheets functionGroups externalReferences ' +
  'definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr ' +
  'webPublishObjects extLst'
).split(' ');
const STYLESHEET = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
  ' ',
);
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  worksheet: WORKSHEET,
  workbook: WORKBOOK,
  styleSheet: STYLESHEET,
};

/** Lists whose `count` says how many members they have. */
const COUNTED = [
  'fonts',
  'fills',
  'borders',
  'cellXfs',
  'dxfs',
  'numFmts',
  'mergeCells',
  'dataValidations',
  'tableParts',
  'tableColumns',
];

interface Node {
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

export function parse(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const stack: Node[] = [{ local: '', attributes: {}, children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const node: Node = { local: tag.local, attributes, children: [], text: '' };
    stack.at(-1)!.children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => void (stack.at(-1)!.text += text));
  parser.on('closetag', () => void stack.pop());
  parser.write(xml).close();
  return stack[0]!.children[0]!;
}

export function* all(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* all(child);
}

const key = (name: string): string => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

function resolve(source: string, target: string): string {
  const path = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of decodeURI(target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return key(path.join('/'));
}

/** Everything in a package that Excel would stumble over, as far as rules without Excel can tell. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  const texts = textsOf(bytes);
  const names = new Set(Object.keys(texts).map(key));
  const nodes = new Map<string, Node>();
  for (const [name, text] of Object.entries(texts)) {
    if (!/\.(xml|rels|vml)$/i.test(name) || text.charCodeAt(1) === 0 || text.startsWith('\uFFFD')) continue;
    try {
      nodes.set(key(name), parse(text.replace(/^\uFEFF/, '')));
    } catch (error) {
      faults.push(`${name} is not well-formed: ${String(error)}`);
    }
  }

  const relationships = new Map<string, Set<string>>();
  for (const [name, node] of nodes) {
    const match = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name);
    if (!match) continue;
    const source = match[1]! + match[2]!;
    if (source !== '' && !names.has(source)) faults.push(`${name} is of no part`);
    const ids = new Set<string>();
    for (const { attributes } of node.children) {
      if (ids.has(attributes['Id']!)) faults.push(`${name} has ${attributes['Id']} twice`);
      ids.add(attributes['Id']!);
      const isInside = attributes['TargetMode'] !== 'External' && !attributes['Target']!.startsWith('#');
      if (isInside && !names.has(resolve(match[1]!, attributes['Target']!)))
        faults.push(`${name} points at ${attributes['Target']}, which is not there`);
    }
    relationships.set(source, ids);
  }
  for (const [name, node] of nodes) {
    if (name.endsWith('.rels') || name.endsWith('.vml') || !name.startsWith('xl/')) continue;
    for (const { local, attributes } of all(node)) {
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^r:(id|embed|link|pict)$/.test(attribute) && value !== '' && !relationships.get(name)?.has(value))
          faults.push(`${name}: ${local} points at ${value}, which is no relationship`);
      }
    }
  }

  const types = nodes.get('[content_types].xml')!;
  const overrides = types.children
    .filter(({ local }) => local === 'Override')
    .map((one) => key(one.attributes['PartName']!));
  const defaults = types.children
    .filter(({ local }) => local === 'Default')
    .map((one) => one.attributes['Extension']!.toLowerCase());
  for (const override of overrides) if (!names.has(override)) faults.push(`a type of ${override}, which is not there`);
  if (new Set(overrides).size < overrides.length) faults.push('a part has two types');
  for (const name of names) {
    if (name.endsWith('/') || name === '[content_types].xml') continue;
    if (!overrides.includes(name) && !defaults.includes(name.split('.').at(-1)!)) faults.push(`${name} has no type`);
  }

  const tables: string[] = [];
  const tableIds: string[] = [];
  for (const [name, node] of nodes) {
    const order = ORDERS[node.local];
    if (order) {
      const places = node.children.map(({ local }) => order.indexOf(local));
      if (places.some((place, index) => index > 0 && place < places[index - 1]!))
        faults.push(`${name}: children out of order: ${node.children.map(({ local }) => local).join(' ')}`);
      if (places.includes(-1)) faults.push(`${name}: a child that the schema does not know`);
    }
    for (const list of all(node)) {
      const count = list.attributes['count'];
      if (COUNTED.includes(list.local) && count !== undefined && Number(count) !== list.children.length)
        faults.push(`${name}: ${list.local} counts ${count} and has ${list.children.length}`);
    }
    if (node.local === 'table') {
      tables.push((node.attributes['displayName'] ?? '').toLowerCase());
      tableIds.push(node.attributes['id'] ?? '');
    }
  }
  const workbook = [...nodes.values()].find(({ local }) => local === 'workbook')!;
  const sheets = [...all(workbook)].filter(({ local }) => local === 'sheet');
  const defined = [...all(workbook)].filter(({ local }) => local === 'definedName');
  const globals = defined
    .filter(({ attributes }) => attributes['localSheetId'] === undefined)
    .map(({ attributes }) => attributes['name']!.toLowerCase());
  const unique: Readonly<Record<string, readonly (string | undefined)[]>> = {
    'numbers of tables': tableIds,
    'names of tables and defined names': [...tables, ...globals],
    'names of sheets': sheets.map(({ attributes }) => attributes['name']!.toLowerCase()),
    'numbers of sheets': sheets.map(({ attributes }) => attributes['sheetId']),
    'local names': defined
      .filter(({ attributes }) => attributes['localSheetId'] !== undefined)
      .map(({ attributes }) => `${attributes['localSheetId']}/${attributes['name']!.toLowerCase()}`),
  };
  for (const [what, values] of Object.entries(unique)) {
    if (new Set(values).size < values.length) faults.push(`${what} are not unique: ${values.join(', ')}`);
  }

  const styles = [...nodes.values()].find(({ local }) => local === 'styleSheet');
  const sizeOf = (name: string): number => styles?.children.find(({ local }) => local === name)?.children.length ?? 0;
  for (const [name, node] of nodes) {
    if (node.local !== 'worksheet') continue;
    for (const { local, attributes } of all(node)) {
      if (local === 'c' && Number(attributes['s'] ?? 0) > Math.max(0, sizeOf('cellXfs') - 1))
        faults.push(`${name}: ${attributes['r']} has a style that is not there`);
      if (local === 'cfRule' && Number(attributes['dxfId'] ?? -1) >= sizeOf('dxfs'))
        faults.push(`${name}: a rule has a style that is not there`);
    }
  }
  const xfs = styles?.children.find(({ local }) => local === 'cellXfs')?.children ?? [];
  for (const { attributes } of xfs) {
    for (const [attribute, list] of Object.entries({ fontId: 'fonts', fillId: 'fills', borderId: 'borders' })) {
      if (Number(attributes[attribute] ?? 0) >= Math.max(1, sizeOf(list)))
        faults.push(`a cell format has ${attribute} ${attributes[attribute]}`);
    }
  }
  return faults;
}

/** @param before the workbook as it was: faults that it had already are not ours */
export function expectWhole(bytes: Uint8Array, before?: Uint8Array): void {
  const faults = faultsOf(bytes);
  const known = before && faults.length > 0 ? faultsOf(before) : [];
  expect(faults.filter((fault) => !known.includes(fault))).toEqual([]);
}
