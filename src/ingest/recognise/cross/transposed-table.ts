import type { BuyerKind } from '../../../core/model/basis';
import type { SheetHead, SheetInfo } from '../../../workbook/workbook-host';
import type { DateBase } from '../../../workbook/serial-day';
import { guessDay, guessDayStyle } from '../../parse/day';
import { guessNumber } from '../../parse/number';
import { periodOfHeader } from '../../parse/period-header';
import { toSimplified } from '../../parse/simplified';
import { cleanText, keyOfText } from '../../parse/text';
import { checkTotals, isOfQuantities, MONEY, NOT_SOLD, NO_PRODUCT, SUM_HEADER, type CrossTable } from './cross-table';
import { matchHeader, MATCHES } from '../header-match';
import { dayStyleOf, GUESS_COUNTS, makeSamples, type FoundField, type Reading } from '../recognise-sheet';
import type { SheetCandidate } from '../resolve-sheets';
import { monthSaidIn } from '../said-month';
import type { HeaderCell } from '../sheet-headers';
import { readingsOfHeaders } from './readings-of-headers';

const CLIENTS = /客户|客戶|往来|经销|门店|customer|client|dealer|account|buyer/i;
const FIRM =
  /(?:公司|集团|厂|店|商行|经营部|门市部|合作社|超市|商贸|贸易|食品|物流|\b(?:ltd|limited|inc|llc|gmbh|corp|co|company|plc|s\.?a|ag|bv|group)\.?)$/i;
const REGIONS = /地区|区域|大区|省份|城市|片区|region|territory|area/i;
const REPS = /业务员|销售员|销售人员|业务代表|销售代表|sales ?(?:rep|person|man)|\brep\b/i;
const REGION = /^(?:华[东南西北中]|东北|西[南北]|东南|[\u4e00-\u9fff]{2,8}[省市区]|north|south|east|west|emea|apac)/i;

/** Who stands side by side. */
type Across = 'client' | Extract<BuyerKind, 'region' | 'rep'>;

/**
 * A table of months or days down and clients across, turned round from what cross-tables mostly are; or regions or sales reps
 * across. Undefined where the sheet is none, or where nothing says that those across are clients: they could be products.
 *
 * @param listed Names and short names of the client list, as keys.
 */
export function findTransposedTable(
  { info, head, map, readings }: SheetCandidate,
  base: DateBase,
  listed: ReadonlySet<string>,
): CrossTable | undefined {
  if (map && map.kind !== 'transactions') return undefined;
  for (const reading of readingsOf(info, head, readings)) {
    const { candidate } = reading;
    const samples = makeSamples(head, candidate);
    const isNumeric = ({ column }: HeaderCell): boolean =>
      samples(column).length > 0 && guessNumber(samples(column)) >= GUESS_COUNTS;
    const first = candidate.headers[0];
    if (!first || candidate.headers.length < 3) continue;
    const about = `${info.name} ${candidate.title} ${first.text}`;
    if (NOT_SOLD.test(about) || isOfQuantities(about)) continue;
    const found = dayIn(reading, first, samples(first.column), base, about);
    const columns = found && acrossOf(reading, first, isNumeric, base);
    if (!columns) continue;
    const across = whatStandsAcross(
      columns.map(({ name }) => name),
      about,
      listed,
    );
    if (!across) continue;
    const values = columns.map(({ header, name }) => ({ header, client: name }));
    const totals = candidate.headers.filter((header) => SUM_HEADER.test(header.text) && isNumeric(header));
    const own: Reading = {
      ...reading,
      candidate: { ...candidate, title: `${candidate.title} ${first.text}` },
      found: [found],
      missing: [],
    };
    return {
      reading: own,
      columns: values,
      totals,
      wrongTotals: checkTotals(head.cells, own, values, totals),
      ...(across !== 'client' && { buyers: { kind: across, header: cleanText(first.text), sheet: info.name } }),
    };
  }
  return undefined;
}

/** The readings as sales; where no header told anything, the headers as they stand. */
function readingsOf(info: SheetInfo, head: SheetHead, readings: readonly Reading[]): readonly Reading[] {
  const sales = readings.filter(({ definition }) => definition.kind === 'transactions');
  return sales.length > 0 ? sales : readingsOfHeaders('transactions', info, head);
}

/** The first column as that of the days, where its cells are days, months, weeks or quarters. */
function dayIn(
  { found, definition }: Reading,
  header: HeaderCell,
  samples: ReturnType<ReturnType<typeof makeSamples>>,
  base: DateBase,
  about: string,
): FoundField | undefined {
  const known = found.find(({ field, isShared }) => field.path === 'transactions.day' && !isShared);
  if (known) return known.header === header ? known : undefined;
  // Bare numbers would be days of 1900, or anything.
  if (samples.length < 2 || !samples.every((value) => typeof value === 'string')) return undefined;
  const { year } = monthSaidIn(about, '');
  const months = guessDayStyle(samples, base, true, year);
  if (guessDay(samples, dayStyleOf(samples, base, year)) < GUESS_COUNTS && guessDay(samples, months) < GUESS_COUNTS)
    return undefined;
  const field = definition.fields.find(({ path }) => path === 'transactions.day');
  return field && { field, header, score: MATCHES, parseShare: 1, alternatives: [], isGiven: false, isShared: false };
}

/** The columns of numbers under names; of 甲公司/金额 and 甲公司/数量 the money. */
function acrossOf(
  { candidate, definition }: Reading,
  first: HeaderCell,
  isNumeric: (header: HeaderCell) => boolean,
  base: DateBase,
): readonly { readonly header: HeaderCell; readonly name: string }[] | undefined {
  const columns = candidate.headers
    .filter((header) => header !== first && !SUM_HEADER.test(header.text) && isNumeric(header))
    .map((header) => {
      const [, name = header.text, measure = ''] = /^(.+)\/([^/]+)$/.exec(header.text) ?? [];
      return { header, name, measure };
    });
  const money = columns.filter(({ measure }) => MONEY.test(measure));
  const used = money.length > 0 ? money : columns.filter(({ measure }) => !isOfQuantities(measure));
  const isName = ({ name }: { readonly name: string }): boolean =>
    !/^[\d\s.,%-]*$/.test(name) &&
    !NO_PRODUCT.test(name) &&
    periodOfHeader(name, base, {}) === undefined &&
    Math.max(0, ...matchHeader(definition, name).values()) < MATCHES;
  const isWhole = new Set(used.map(({ name }) => name)).size === used.length;
  return used.length >= 2 && isWhole && used.every(isName) ? used : undefined;
}

function whatStandsAcross(names: readonly string[], about: string, listed: ReadonlySet<string>): Across | undefined {
  const most = (test: (name: string) => boolean): boolean => names.filter(test).length * 2 >= names.length;
  const plain = toSimplified(about);
  if (most((name) => listed.has(keyOfText(name))) || most((name) => FIRM.test(name.trim()))) return 'client';
  if (REGIONS.test(plain) || names.every((name) => REGION.test(name.trim()))) return 'region';
  if (REPS.test(plain)) return 'rep';
  return CLIENTS.test(plain) ? 'client' : undefined;
}
