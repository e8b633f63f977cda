import type { FieldPath } from '../fields/define-fields';
import { parseNumber } from '../parse/number';
import { formOfHeader, scaleOfUnit } from '../recognise/header-text';
import { unitOfSheetName, unitSaidIn } from '../recognise/money-unit';
import type { FoundField, Reading } from '../recognise/recognise-sheet';
import type { SheetCandidate } from '../recognise/resolve-sheets';

/** What the numbers of a money column are multiplied by, and who says so. */
export interface MoneyScale {
  readonly scale: number;
  /** As it stands there: 万元. */
  readonly unit: string;
  readonly from: 'header' | 'title' | 'sheet' | 'product';
}

/** Columns of money that a unit outside the headers speaks of. */
const MONEY =
  /\.(amount|tax|cost|profit|value|compensation|paidAmount|openAmount|fulfilledAmount|expectedAmount|target|creditLimit|collateral|deposit|netAssets|workingCapital|registeredCapital)$/;
const PRICE: FieldPath = 'transactions.unitPrice';
const MONEY_UNIT = /元|圆|rmb|cny|usd|eur|[$€£¥]|美|欧|港|本币|本位币/i;

/** So many lines must agree before numbers alone say a unit. */
const LINES_THAT_PROVE = 3;
const SHARE_THAT_PROVES = 0.9;

/**
 * The scale of every money column of a sheet: its header's own unit first, then that of the title or of a line above the
 * headers, then that of the sheet's name. Where quantity, price and amount stand side by side, the numbers decide whether
 * the price is in the same unit; and where quantity × price is 10,000 times the amount of nearly every line, the amount
 * is in 万 though nothing says so.
 *
 * @example title 单位：万元, quantity 10, price 4000, amount 4 //=> amount × 10,000, price × 1
 */
export function moneyScales(candidate: SheetCandidate, reading: Reading): ReadonlyMap<FoundField, MoneyScale> {
  const scales = new Map<FoundField, MoneyScale>();
  const title = unitSaidIn(reading.candidate.title);
  const said = title ? { ...title, from: 'title' as const } : withFrom(unitOfSheetName(candidate.info.name));
  for (const one of reading.found) {
    if (one.field.parser !== 'number') continue;
    const { unit } = headerUnit(one);
    if (unit !== undefined) scales.set(one, { unit, scale: scaleOfUnit(unit), from: 'header' });
    else if (said && MONEY.test(one.field.path)) scales.set(one, said);
  }
  settlePrice(candidate, reading, scales, said);
  return new Map([...scales].filter(([, one]) => one.scale !== 1));
}

function withFrom(said: ReturnType<typeof unitOfSheetName>): MoneyScale | undefined {
  return said && { ...said, from: 'sheet' };
}

function headerUnit({ header }: FoundField): { readonly unit: string | undefined } {
  const unit = header.unit ?? formOfHeader(header.text).unit;
  return { unit: unit !== '' && (scaleOfUnit(unit) !== 1 || MONEY_UNIT.test(unit)) ? unit : undefined };
}

/** The unit of price and amount by what their product shows. */
function settlePrice(
  candidate: SheetCandidate,
  reading: Reading,
  scales: Map<FoundField, MoneyScale>,
  said: MoneyScale | undefined,
): void {
  const find = (path: FieldPath): FoundField | undefined =>
    reading.found.find((one) => one.field.path === path && !one.isShared);
  const price = find(PRICE);
  const amount = find('transactions.amount');
  const quantity = find('transactions.quantity');
  if (!price || !amount || !quantity) return;
  const power = powerOfProduct(candidate, reading, [quantity.header.column, price.header.column, amount.header.column]);
  const own = scales.get(amount);
  if (power === 1 && own && own.from !== 'header' && !scales.has(price) && said) scales.set(price, said);
  if (power !== undefined && power !== 1 && !own && !scales.has(price))
    scales.set(amount, { scale: power, unit: power === 1e4 ? '万元' : '千元', from: 'product' });
}

/** 1, 1,000 or 10,000: by what quantity × price is more than the amount on nearly every line; undefined where by nothing. */
function powerOfProduct(
  { head }: SheetCandidate,
  { candidate }: Reading,
  [quantity, price, amount]: readonly [number, number, number],
): number | undefined {
  const counts = new Map<number, number>();
  let lines = 0;
  const end = Math.min(head.cells.length, candidate.endRow ?? head.cells.length);
  for (let row = candidate.firstDataRow; row < end; row++) {
    const cells = head.cells[row] ?? [];
    const [q, p, a] = [quantity, price, amount].map((column) => parseNumber(cells[column] ?? null));
    if (!q || !p || !a) continue;
    lines++;
    const ratio = (q * p) / a;
    for (const power of [1, 1e3, 1e4])
      if (Math.abs(ratio / power - 1) < 0.02) counts.set(power, (counts.get(power) ?? 0) + 1);
  }
  if (lines < LINES_THAT_PROVE) return lines > 0 && counts.get(1) === lines ? 1 : undefined;
  for (const [power, count] of counts) if (count >= lines * SHARE_THAT_PROVES) return power;
  return undefined;
}
