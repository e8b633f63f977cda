import type { CellValue } from '../../../workbook/cell-value';
import { productKeyField } from '../../fields/transactions.fields';
import type { SheetKind } from '../../fields/define-fields';
import { keyOfText, parseText } from '../../parse/text';
import type { PriceSource } from './price-source';
import type { FoundField, Reading } from '../recognise-sheet';
import type { SheetCandidate } from '../resolve-sheets';
import { showHeader, type HeaderCell } from '../sheet-headers';

/** Lines that may take their price from elsewhere. */
const PRICED: readonly SheetKind[] = ['transactions', 'orderLines'];
/** So many of the products on the lines stand on the list, or it is another list. */
const ON_THE_LIST = 0.5;

/**
 * Gives lines without amount and price the prices of a list in the same workbook: what and how many stand on the lines, the
 * price on a sheet of products. The column that names the product is the one whose cells stand on the list.
 */
export function takePrices(candidates: readonly SheetCandidate[]): void {
  const list = candidates.find((one) => one.chosen?.definition.kind === 'products');
  if (!list || candidates.some((one) => one.chosen && PRICED.includes(one.chosen.definition.kind))) return;
  const keys = { code: keysOf(list, 'products.code'), name: keysOf(list, 'products.name') };
  const price = fieldIn(list.chosen!, 'products.unitPrice')!;
  for (const one of candidates) {
    if (one === list || one.map?.kind === 'ignore') continue;
    for (const reading of one.readings) {
      if (!PRICED.includes(reading.definition.kind) || !lacksOnlyThePrice(reading)) continue;
      if (reading.definition.kind === 'orderLines' && !candidates.some((other) => isOrders(other))) continue;
      const key = bestKey(one, reading, keys);
      if (!key) continue;
      one.chosen = { ...reading, found: [...reading.found, key.found], missing: [] };
      one.prices = { sheet: list.info.name, header: showHeader(price.header), by: key.by };
      break;
    }
  }
}

const isOrders = (one: SheetCandidate): boolean => one.chosen?.definition.kind === 'orders';

const fieldIn = (reading: Reading, path: string): FoundField | undefined =>
  reading.found.find(({ field }) => field.path === path);

function lacksOnlyThePrice({ missing, found }: Reading): boolean {
  const [need] = missing;
  return (
    missing.length === 1 &&
    need!.anyOf.some((all) => all.includes('transactions.amount')) &&
    found.some(({ field }) => field.path === 'transactions.quantity')
  );
}

function keysOf({ head, chosen }: SheetCandidate, path: string): ReadonlySet<string> {
  const field = fieldIn(chosen!, path);
  const keys = field ? cellsBelow(head.cells, chosen!, field.header.column).map(keyOfText) : [];
  return new Set(keys.filter((key) => key !== ''));
}

function cellsBelow(
  cells: readonly (readonly CellValue[])[],
  { candidate }: Reading,
  column: number,
): readonly string[] {
  return cells
    .slice(candidate.firstDataRow, candidate.endRow)
    .map((row) => parseText(row[column] ?? null) ?? '')
    .filter((text) => text !== '');
}

/** The column whose cells stand on the list: not one that counts or dates something, whatever its numbers. */
function bestKey(
  one: SheetCandidate,
  reading: Reading,
  keys: Readonly<Record<PriceSource['by'], ReadonlySet<string>>>,
): { readonly by: PriceSource['by']; readonly found: FoundField } | undefined {
  const given = reading.found.find(({ field, isGiven }) => field === productKeyField && isGiven);
  const headers = given ? [given.header] : reading.candidate.headers.filter((header) => mayName(reading, header));
  let best: { by: PriceSource['by']; header: HeaderCell; share: number } | undefined;
  for (const header of headers) {
    const texts = cellsBelow(one.head.cells, reading, header.column);
    for (const by of ['code', 'name'] as const) {
      const share = texts.filter((text) => keys[by].has(keyOfText(text))).length / Math.max(1, texts.length);
      if (share >= ON_THE_LIST && share > (best?.share ?? 0)) best = { by, header, share };
    }
  }
  if (!best) return undefined;
  const { by, header, share } = best;
  const isShared = reading.found.some((other) => other.header.column === header.column);
  return {
    by,
    found: {
      field: productKeyField,
      header,
      score: share,
      parseShare: share,
      alternatives: [],
      isGiven: given !== undefined,
      isShared,
    },
  };
}

const NAMES_IT = /\.(product|category|documentNo)$/;

/** A product may stand in a column that means a product, or means nothing that is known. */
function mayName(reading: Reading, header: HeaderCell): boolean {
  const own = reading.found.filter((one) => one.header.column === header.column && !one.isShared);
  return own.every(({ field }) => NAMES_IT.test(field.path));
}
