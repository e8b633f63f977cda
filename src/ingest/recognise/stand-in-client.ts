import { BUYER_KINDS, type BuyerColumn, type BuyerKind } from '../../core/model/basis';
import type { FieldPath } from '../fields/define-fields';
import { matchHeader, MATCHES } from './header-match';
import type { FoundField, Reading } from './recognise-sheet';
import { showHeader, type HeaderCell } from './sheet-headers';

/** Headers that name a buyer, or a group of buyers, without being a client's. */
const SPEAKS: Readonly<Record<BuyerKind, RegExp>> = {
  recipient:
    /收[件货]人(?!.*(电话|手机|地址|省|市|区|邮编))|收件方|受取人|recipient|consignee|receiver|ship(ping)?[ _-]?(to[ _-]?)?name/i,
  shop: /店铺|門店|门店|店名|网点|专柜|\bshop\b|\bstore\b|outlet|branch/i,
  member: /会员|會員|手机|手機|电话|電話|买家|買家|\bphone\b|mobile|member|buyer|user[ _-]?(id|name)|e-?mail/i,
  region: /地区|区域|省份?$|城市|市$|大区|片区|地市|region|city|province|state|territory|district|country|国家/i,
  rep: /业务员|销售员|销售人员|销售代表|业务代表|导购|店员|跟单|sales ?(rep|person|man|agent)|\brep\b|\bagent\b|seller/i,
};

/** What a column that stands for a buyer is not. */
const NEVER =
  /日期|时间|金额|数量|地址|备注|单价|编码|date|time|amount|qty|quantity|address|price|note|status|type|count/i;

/**
 * The column that may stand for the client where a sheet of sales or deliveries has none: recipient, shop, member or phone
 * number; else region or city, else the sales rep. The finest that is there, and filled.
 */
export function buyerHeaders(
  reading: Reading,
  isFilled: (column: number) => boolean,
): readonly { readonly kind: BuyerKind; readonly header: HeaderCell }[] {
  const { headers } = reading.candidate;
  return BUYER_KINDS.flatMap((kind) =>
    headers
      .filter(({ text, column }) => SPEAKS[kind].test(text) && !NEVER.test(text) && isFilled(column))
      .map((header) => ({ kind, header })),
  );
}

/** What the column read as the client's really is, where it is no client's. */
export function buyerColumnOf(sheet: string, found: readonly FoundField[], reading: Reading): BuyerColumn | undefined {
  const one = found.find(({ field }) => /\.client(Code|Name)$/.test(field.path));
  if (!one) return undefined;
  const { text } = one.header;
  const isClients = [...matchHeader(reading.definition, text)].some(
    ([field, score]) => /\.client(Code|Name)$/.test(field.path) && score >= MATCHES,
  );
  if (isClients) return undefined;
  const kind = BUYER_KINDS.find((each) => SPEAKS[each].test(text) && !NEVER.test(text));
  return kind && { kind, header: showHeader(one.header), sheet };
}

const has = (reading: Reading, ...paths: readonly string[]): boolean =>
  paths.every((path) => reading.found.some(({ field }) => field.path === (path as FieldPath)));

/** Whether deliveries without a client say enough to be measured: two days or quantities to compare, or a word or a loss. */
export function tellsOfDelivery(reading: Reading): boolean {
  const of = (...names: readonly string[]): boolean => has(reading, ...names.map((name) => `deliveries.${name}`));
  return (
    of('promisedDay', 'deliveredDay') ||
    of('promisedDay', 'shippedDay') ||
    of('orderDay', 'deliveredDay') ||
    of('orderedQuantity', 'deliveredQuantity') ||
    [
      'onTime',
      'inFull',
      'damaged',
      'damagedQuantity',
      'lostQuantity',
      'wrongQuantity',
      'deliveryStatus',
      'qualityStatus',
    ].some((name) => of(name))
  );
}

/** The reading with a column in the client's place. */
export function withBuyer(reading: Reading, header: HeaderCell): Reading {
  const field = reading.definition.fields.find(({ path }) => path.endsWith('.clientName'));
  if (!field) return reading;
  const isShared = reading.found.some((one) => one.header.column === header.column);
  const one: FoundField = { field, header, score: MATCHES, parseShare: 1, alternatives: [], isGiven: false, isShared };
  return { ...reading, found: [...reading.found, one], missing: withoutClient(reading) };
}

/** What is missing besides the client. */
export function withoutClient({ missing }: Reading): Reading['missing'] {
  return missing.filter((need) => !need.anyOf.every((all) => all.every((path) => /\.client(Code|Name)$/.test(path))));
}
